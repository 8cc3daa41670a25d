#pragma once

#include "core/hosts/container_engine.h"
#include "core/hosts/host.h"

namespace howdah {

/// Files in a container's own layer where no command may reach them (see ContainerCommands): what the engine's "cp" can
/// do. Files are read and written and looked at; a directory is not listed, made, moved or removed (Unsupported). Links
/// are not followed. A file is replaced, not by a rename; nothing should read it meanwhile. Contracts as in Host
/// otherwise.
class ContainerFiles
{
public:
    ContainerFiles(ContainerState container, QString user)
        : m_container(std::move(container))
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
    struct User
    {
        int uid = 0, gid = 0;
    };
    [[nodiscard]] Result<QByteArray> archived(const QString &path, qint64 enough, const Deadline &deadline);
    [[nodiscard]] Result<QByteArray> content(const QString &path, const Deadline &deadline);
    [[nodiscard]] Result<User> owner(const Deadline &deadline);
    [[nodiscard]] Error notByCopying(const QString &path) const;

    const ContainerState m_container;
    const QString m_user;
};

} // namespace howdah
