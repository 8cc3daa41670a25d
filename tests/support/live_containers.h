#pragma once

#include "core/pg/conn_info.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace howdah::test {

/// Containers of a test's own, from an image with this machine's PostgreSQL (tests/make-container-image), in a network
/// of their own; podman runs them, or the engine that HOWDAH_TEST_ENGINE names. All of it goes with it, whatever a
/// product's operation made from them included. Any failure fails the test.
class LiveContainers
{
public:
    /// Null where no container can run: skipReason().
    [[nodiscard]] static std::unique_ptr<LiveContainers> make();
    [[nodiscard]] static QString otherEngine(); ///< than the one that runs them
    [[nodiscard]] static QString skipReason();  ///< empty where they can; looked for once
    ~LiveContainers();

    /// A container started with these options of "podman run" and these words as its command; server containers publish
    /// 5432 on a free port.
    void run(const QString &name, const QStringList &options = {}, const QStringList &words = {});
    /// A new cluster's primary, as the official image's entry point makes it, that answers.
    void runPrimary(const QString &name, const QStringList &options = {});
    /// A standby of `upstream`, with a slot there, copied by pg_basebackup into a volume, that streams. Another data
    /// directory lies below that volume.
    void runStandby(const QString &name, const QString &upstream, const QStringList &options = {},
                    const QString &dataDirectory = QStringLiteral("/var/lib/postgresql/data"));
    void remove(const QString &name); ///< at once, with what the product runs beside it

    [[nodiscard]] QString container(const QString &name) const { return m_prefix + name; } ///< its name for podman
    [[nodiscard]] QString hostId(const QString &name) const;
    [[nodiscard]] QString network() const { return m_prefix + QStringLiteral("net"); }
    [[nodiscard]] QString image() const { return m_image; }
    [[nodiscard]] int port(const QString &name) const; ///< published on 127.0.0.1
    [[nodiscard]] ConnInfo connInfo(const QString &name) const;
    /// Runs as superuser; the first cell, empty without rows.
    QString sql(const QString &name, const QString &text) const;
    [[nodiscard]] bool waitUntilAnswers(const QString &name) const;
    [[nodiscard]] bool waitUntilStreaming(const QString &standby, const QString &upstream) const;
    [[nodiscard]] bool isRunning(const QString &name) const;

    /// The engine's output; any code but 0 fails the test.
    QString podman(const QStringList &words) const;

private:
    explicit LiveContainers(QString image);
    const QString m_image;
    const QString m_prefix;
    QHash<QString, int> m_ports; ///< of those made here, so that the engine need not be asked each time
};

} // namespace howdah::test
