#pragma once

#include "core/pg/connection.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace howdah::test {

/// A real PostgreSQL server of a test's own, made with initdb in a directory of scratch() that is removed afterwards;
/// as root it runs as `postgres`. Loopback and a socket directory of its own, a free port, trust for its superuser
/// `postgres`. Any failure fails the test with the tool's words.
class LiveServer
{
public:
    using Settings = QList<QPair<QString, QString>>;
    /// initdb (from a template made once per process), configured for standbys, started.
    [[nodiscard]] static std::unique_ptr<LiveServer> make(const Settings &settings = {});
    /// A standby of `upstream`: pg_basebackup, standby.signal, its own port, started. `name` becomes cluster_name and
    /// application_name; `slot` is created on the upstream when not empty.
    [[nodiscard]] static std::unique_ptr<LiveServer>
    makeStandby(LiveServer &upstream, const QString &name, const QString &slot = {}, const Settings &settings = {});
    ~LiveServer(); ///< immediate stop, then the directory goes

    [[nodiscard]] ConnInfo connInfo(const QString &database = QStringLiteral("postgres")) const;
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString dataDirectory() const;
    [[nodiscard]] QString socketDirectory() const;
    [[nodiscard]] int postmasterPid() const; ///< 0 when not running

    void start();
    void stop(const QString &mode = QStringLiteral("fast"));
    void signal(int number); ///< to the postmaster: SIGKILL, SIGSTOP, SIGCONT
    /// Runs as superuser; the first cell, empty without rows.
    QString sql(const QString &text);
    void setParameter(const QString &name, const QString &value); ///< ALTER SYSTEM and reload

private:
    LiveServer() = default;
    bool configure(const Settings &settings);
    bool startUp();
    std::unique_ptr<QTemporaryDir> m_directory;
    int m_port = 0;
};

/// The directory of initdb and friends: HOWDAH_PG_BINDIR, else the newest below /usr/lib/postgresql.
[[nodiscard]] QString postgresBinDirectory();
[[nodiscard]] int freePort();

/// For QVERIFY2, which evaluates its second argument even when the first holds: the whole error, or nothing.
template <typename T> QByteArray said(const Result<T> &result)
{
    return result.ok() ? QByteArray() : result.error().full().toUtf8();
}

} // namespace howdah::test
