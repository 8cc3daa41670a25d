#include "core/hosts/marked_tree.h"

#include "core/hosts/child_process.h"
#include "core/hosts/file_errors.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::MarkedTree)
};

Descriptor openDirectory(int parent, const char *name)
{
    return Descriptor(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

QByteArrayList namesIn(int directory)
{
    QByteArrayList names;
    const std::unique_ptr<DIR, int (*)(DIR *)> open(
        ::fdopendir(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), &::closedir);
    while (const dirent *entry = open ? ::readdir(open.get()) : nullptr)
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            names << QByteArray(entry->d_name);
    return names;
}

/// One's own directory may have been closed to oneself, as an archive that was to fail: what goes is opened again.
Descriptor openToEmpty(int parent, const char *name)
{
    ::fchmodat(parent, name, S_IRWXU, 0); // another's stays as it is, and says so when it cannot be emptied
    return openDirectory(parent, name);
}

/// 0, or the error number of the first that cannot be removed.
int removeContents(int directory, dev_t device, const QByteArray &except)
{
    for (const QByteArray &name : namesIn(directory)) {
        if (name == except)
            continue;
        struct stat found = {};
        if (::fstatat(directory, name.constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
            return errno;
        if (!S_ISDIR(found.st_mode)) {
            if (::unlinkat(directory, name.constData(), 0) != 0)
                return errno;
            continue;
        }
        if (found.st_dev != device)
            return EXDEV;
        const Descriptor inner = openToEmpty(directory, name.constData());
        if (!inner.isOpen())
            return errno;
        if (const int failed = removeContents(inner.number(), device, {}); failed != 0)
            return failed;
        if (::unlinkat(directory, name.constData(), AT_REMOVEDIR) != 0)
            return errno;
    }
    return 0;
}

bool holds(int directory, const QByteArray &markerName, const QByteArray &content)
{
    const Descriptor marker(
        ::openat(directory, markerName.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    QByteArray found(content.size() + 1, '\0');
    const ssize_t got = marker.isOpen() ? ::read(marker.number(), found.data(), static_cast<size_t>(found.size())) : -1;
    return got == content.size() && found.left(got) == content;
}

} // namespace

Result<void> removeLocalMarkedTree(const QString &directory, const QString &markerName, const QByteArray &markerContent)
{
    const QByteArray path = directory.toUtf8(), marker = markerName.toUtf8();
    const auto failed = [&directory](int number) {
        return systemError(Tr::tr("The directory %1 cannot be removed").arg(directory), number);
    };
    const Descriptor open = openDirectory(AT_FDCWD, path.constData());
    if (!open.isOpen())
        return errno == ENOENT ? Result<void>() : failed(errno);
    if (namesIn(open.number()).isEmpty())
        return {};
    if (!holds(open.number(), marker, markerContent))
        return Error{ErrorCode::Invalid,
                     Tr::tr("The directory %1 was left alone: it was not made by this operation.").arg(directory),
                     Tr::tr("The file \"%1\" in it is missing or says something else.").arg(markerName),
                     Tr::tr("Look at what is there, and move it aside by hand if nobody needs it."),
                     {}};
    struct stat found = {};
    if (::fstat(open.number(), &found) != 0)
        return failed(errno);
    if (const int number = removeContents(open.number(), found.st_dev, marker); number != 0)
        return failed(number);
    if (::unlinkat(open.number(), marker.constData(), 0) != 0 || ::rmdir(path.constData()) != 0)
        return failed(errno);
    return {};
}

} // namespace howdah
