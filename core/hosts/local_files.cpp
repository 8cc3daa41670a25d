#include "core/hosts/local_files.h"

#include "core/hosts/child_process.h"
#include "core/hosts/file_errors.h"
#include "core/hosts/system_user.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace howdah::local_files {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LocalFiles)
};

QString parentOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? QStringLiteral("/") : path.left(slash);
}

Error writeError(const QString &path, int number)
{
    return systemError(Tr::tr("The file %1 cannot be written").arg(path), number);
}

bool writeAll(int descriptor, const QByteArray &content)
{
    for (qsizetype done = 0; done < content.size();) {
        const ssize_t written =
            ::write(descriptor, content.constData() + done, static_cast<size_t>(content.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

bool syncDirectory(const QString &path)
{
    const Descriptor directory(::open(path.toUtf8().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.isOpen() && ::fsync(directory.number()) == 0;
}

bool writeDurably(const QByteArray &temporary, const QByteArray &content, int mode)
{
    // O_EXCL: neither a file nor a link that somebody put under that name is written through.
    const Descriptor file(::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return file.isOpen() && writeAll(file.number(), content) &&
           ::fchmod(file.number(), static_cast<mode_t>(mode)) == 0 && ::fsync(file.number()) == 0;
}

FileStatus::Kind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return FileStatus::Kind::File;
    if (S_ISDIR(mode))
        return FileStatus::Kind::Directory;
    return S_ISLNK(mode) ? FileStatus::Kind::Link : FileStatus::Kind::Other;
}

QString linkTargetOf(const QByteArray &path)
{
    std::array<char, 4096> buffer;
    const ssize_t length = ::readlink(path.constData(), buffer.data(), buffer.size());
    return length > 0 ? QString::fromUtf8(buffer.data(), length) : QString();
}

bool isDirectory(const QByteArray &path)
{
    struct stat found = {};
    return ::lstat(path.constData(), &found) == 0 && S_ISDIR(found.st_mode);
}

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    const auto failed = [&path](int number) {
        return systemError(Tr::tr("The file %1 cannot be read").arg(path), number);
    };
    const Descriptor file(::open(path.toUtf8().constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen())
        return failed(errno);
    QByteArray content;
    std::array<char, 65536> buffer;
    while (true) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got == 0)
            return content;
        if (got > 0)
            content.append(buffer.data(), got);
        else if (errno != EINTR)
            return failed(errno);
    }
}

Result<void> writeFile(const QString &path, const QByteArray &content, int mode)
{
    const QByteArray target = path.toUtf8();
    const QByteArray temporary = target + ".new-" + QByteArray::number(QRandomGenerator::system()->generate(), 16);
    if (!writeDurably(temporary, content, mode) || ::rename(temporary.constData(), target.constData()) != 0) {
        const int number = errno;
        ::unlink(temporary.constData());
        return writeError(path, number);
    }
    if (!syncDirectory(parentOf(path)))
        return writeError(path, errno);
    return {};
}

Result<FileStatus> status(const QString &path)
{
    struct stat found = {};
    if (::lstat(path.toUtf8().constData(), &found) != 0)
        return systemError(Tr::tr("Nothing can be told about %1").arg(path), errno);
    FileStatus result;
    result.kind = kindOf(found.st_mode);
    result.owner = userName(found.st_uid);
    result.group = groupName(found.st_gid);
    result.mode = static_cast<int>(found.st_mode & 07777);
    result.bytes = found.st_size;
    result.modified = QDateTime::fromMSecsSinceEpoch(found.st_mtim.tv_sec * 1000 + found.st_mtim.tv_nsec / 1000000);
    if (result.kind == FileStatus::Kind::Link)
        result.linkTarget = linkTargetOf(path.toUtf8());
    return result;
}

Result<QStringList> entries(const QString &directory)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(directory.toUtf8().constData()), &::closedir);
    if (!open)
        return systemError(Tr::tr("The directory %1 cannot be listed").arg(directory), errno);
    QStringList names;
    while (const dirent *entry = ::readdir(open.get())) {
        const QString name = QString::fromUtf8(entry->d_name);
        if (name != QLatin1String(".") && name != QLatin1String(".."))
            names << name;
    }
    names.sort();
    return names;
}

Result<void> makeDirectory(const QString &path, int mode)
{
    const QByteArray name = path.toUtf8();
    const auto failed = [&path](int number) {
        return systemError(Tr::tr("The directory %1 cannot be made").arg(path), number);
    };
    if (::mkdir(name.constData(), 0700) != 0)
        return failed(errno);
    const Descriptor made(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    // Not with mkdir(): the umask would take bits away.
    if (!made.isOpen() || ::fchmod(made.number(), static_cast<mode_t>(mode)) != 0) {
        const int number = errno;
        ::rmdir(name.constData());
        return failed(number);
    }
    syncDirectory(parentOf(path));
    return {};
}

Result<void> move(const QString &from, const QString &to)
{
    const QByteArray source = from.toUtf8(), target = to.toUtf8();
    int failed =
        ::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0 ? 0 : errno;
    // A directory's plain rename replaces an empty directory, which loses nothing, and refuses all else.
    if (failed == EEXIST && isDirectory(source))
        failed = ::rename(source.constData(), target.constData()) == 0 ? 0 : errno;
    if (failed == EEXIST || failed == ENOTEMPTY || (failed == ENOTDIR && isDirectory(source)))
        return Error{ErrorCode::AlreadyExists,
                     Tr::tr("%1 cannot be moved to %2: something is there already.").arg(from, to),
                     {},
                     Tr::tr("Choose another name, or move aside what is there."),
                     {}};
    if (failed != 0)
        return systemError(Tr::tr("%1 cannot be moved to %2").arg(from, to), failed);
    syncDirectory(parentOf(from));
    syncDirectory(parentOf(to));
    return {};
}

Result<void> removeFile(const QString &path)
{
    if (::unlink(path.toUtf8().constData()) != 0 && errno != ENOENT)
        return systemError(Tr::tr("The file %1 cannot be removed").arg(path), errno);
    return {};
}

Result<SpaceStatus> space(const QString &path)
{
    QString nearest = path;
    struct statvfs found = {};
    struct stat device = {};
    while (::statvfs(nearest.toUtf8().constData(), &found) != 0 || ::stat(nearest.toUtf8().constData(), &device) != 0) {
        if (nearest == QLatin1String("/"))
            return systemError(Tr::tr("The free space at %1 cannot be found").arg(path), errno);
        nearest = parentOf(nearest);
    }
    const auto unit = static_cast<qint64>(found.f_frsize);
    return SpaceStatus{static_cast<qint64>(found.f_blocks) * unit, static_cast<qint64>(found.f_bavail) * unit,
                       QString::number(device.st_dev)};
}

} // namespace howdah::local_files
