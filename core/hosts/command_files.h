#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// Files of a host through its run() and plain tools (cat, mv, stat …): for what cannot be reached by system calls,
/// because another user must act or another machine holds the files. Contracts as in Host; every call is one command.
class CommandFiles
{
public:
    CommandFiles(Host &host, QString user)
        : m_host(host)
        , m_user(std::move(user))
    {
    }

    [[nodiscard]] Result<QByteArray> readFile(const QString &path, const Deadline &deadline);
    [[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &content, int mode,
                                         const Deadline &deadline);
    [[nodiscard]] Result<FileStatus> status(const QString &path, const Deadline &deadline);
    [[nodiscard]] Result<QStringList> entries(const QString &directory, const Deadline &deadline);
    [[nodiscard]] Result<void> makeDirectory(const QString &path, int mode, const Deadline &deadline);
    [[nodiscard]] Result<void> move(const QString &from, const QString &to, const Deadline &deadline);
    [[nodiscard]] Result<void> removeMarkedTree(const QString &directory, const QString &markerName,
                                                const QByteArray &markerContent, const Deadline &deadline);
    [[nodiscard]] Result<void> removeFile(const QString &path, const Deadline &deadline);

private:
    /// `script` with `words` as $1, $2 …; `what` begins the sentence when it fails.
    [[nodiscard]] Result<QByteArray> shell(const QString &what, const char *script, const QStringList &words,
                                           const Deadline &deadline, const QByteArray &input = {});
    Host &m_host;
    QString m_user;
};

} // namespace howdah
