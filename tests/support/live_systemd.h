#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace howdah::test {

/// A real systemd of a test's own: process 1 of a namespace that shares files and network with this machine, with
/// control groups below one of its own, and nothing but the units that it is given. Gone with it. Any failure fails the
/// test.
class LiveSystemd
{
public:
    [[nodiscard]] static QString skipReason(); ///< empty where one can run
    LiveSystemd();
    ~LiveSystemd();
    LiveSystemd(const LiveSystemd &) = delete;
    LiveSystemd &operator=(const LiveSystemd &) = delete;

    /// The words in front of a command that make it run there.
    [[nodiscard]] QStringList within() const;
    /// A unit of this content ("name.service"), started.
    void startUnit(const QString &name, const QString &content);
    /// systemctl's output there, trimmed.
    QString control(const QStringList &words) const;

private:
    [[nodiscard]] QString in(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString controlGroup() const;
    [[nodiscard]] QStringList groupDirectories() const;

    QTemporaryDir m_directory{QStringLiteral("/tmp/howdah-systemd-XXXXXX")};
    QProcess m_process;
    qint64 m_first = 0; ///< process 1, by its number here
};

} // namespace howdah::test
