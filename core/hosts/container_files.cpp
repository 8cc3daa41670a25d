#include "core/hosts/container_files.h"

#include "core/hosts/local_command.h"
#include "core/hosts/tar_archive.h"

#include <QCoreApplication>

#include <limits>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerFiles)
};

bool saysNotThere(const QByteArray &output)
{
    return output.contains("could not be found") || output.contains("Could not find") ||
           output.contains("no such file or directory");
}

} // namespace

Error ContainerFiles::notByCopying(const QString &path) const
{
    return Error{ErrorCode::Unsupported,
                 Tr::tr("%1 is on no volume of the container \"%2\": only single files are read and written there.")
                     .arg(path, m_container.name),
                 {},
                 Tr::tr("Keep what is there on a volume, or do it by hand."),
                 {}};
}

/// The engine's archive of a path, at least its first `enough` bytes: of a directory it would be all that is in it.
Result<QByteArray> ContainerFiles::archived(const QString &path, qint64 enough, const Deadline &deadline)
{
    const Command copy = engineCommand(
        m_container.engine, {QStringLiteral("cp"), m_container.name + QLatin1Char(':') + path, QStringLiteral("-")});
    QByteArray archive;
    std::stop_source full;
    const Result<CommandOutcome> outcome = runLocalCommand(
        {copy, std::nullopt, false}, deadline, full.get_token(), [&](OutputStream stream, const QByteArray &chunk) {
            if (stream == OutputStream::Standard && archive.size() < enough)
                archive += chunk;
            if (archive.size() >= enough)
                full.request_stop();
        });
    if (archive.size() >= enough)
        return archive;
    if (!outcome)
        return outcome.error();
    if (outcome->succeeded())
        return archive;
    const QString what = Tr::tr("%1 in the container \"%2\" cannot be reached.").arg(path, m_container.name);
    return Error{saysNotThere(outcome->errorOutput) ? ErrorCode::NotFound : ErrorCode::CommandFailed,
                 what,
                 QString::fromUtf8(outcome->errorOutput.right(2000)).trimmed(),
                 {},
                 {}};
}

Result<FileStatus> ContainerFiles::status(const QString &path, const Deadline &deadline)
{
    const Result<QByteArray> archive = archived(path, tarHeaderBytes, deadline);
    if (!archive)
        return archive.error();
    const std::optional<TarMember> member = firstTarMember(*archive);
    if (!member)
        return Error{
            ErrorCode::Invalid,
            Tr::tr("Nothing can be told about %1: %2's answer was not understood.").arg(path, m_container.engine)};
    return member->status;
}

Result<QByteArray> ContainerFiles::content(const QString &path, const Deadline &deadline)
{
    const Result<QByteArray> archive = archived(path, std::numeric_limits<qint64>::max(), deadline);
    if (!archive)
        return archive.error();
    const std::optional<TarMember> member = firstTarMember(*archive);
    if (!member || member->status.kind != FileStatus::Kind::File)
        return Error{ErrorCode::Invalid, Tr::tr("The file %1 cannot be read: it is no plain file.").arg(path)};
    return archive->mid(member->offset, member->status.bytes);
}

Result<QByteArray> ContainerFiles::readFile(const QString &path, const Deadline &deadline)
{
    const Result<FileStatus> there = status(path, deadline); // a directory would come with all that is in it
    if (!there)
        return there.error();
    if (there->kind != FileStatus::Kind::File)
        return Error{ErrorCode::Invalid, Tr::tr("The file %1 cannot be read: it is no plain file.").arg(path)};
    return content(path, deadline);
}

/// By the container's own list of users.
Result<ContainerFiles::User> ContainerFiles::owner(const Deadline &deadline)
{
    const QString user = m_user.isEmpty() ? m_container.user.section(QLatin1Char(':'), 0, 0) : m_user;
    if (user.isEmpty() || user == QLatin1String("root"))
        return User{};
    const Result<QByteArray> list = content(QStringLiteral("/etc/passwd"), deadline);
    if (!list)
        return list.error();
    for (const QByteArray &line : list->split('\n')) {
        const QList<QByteArray> cells = line.split(':');
        if (cells.size() > 3 && (cells.at(0) == user.toUtf8() || cells.at(2) == user.toUtf8()))
            return User{cells.at(2).toInt(), cells.at(3).toInt()};
    }
    return Error{ErrorCode::NotFound,
                 Tr::tr("There is no user \"%1\" in the container %2.").arg(user, m_container.name)};
}

Result<void> ContainerFiles::writeFile(const QString &path, const QByteArray &bytes, int mode, const Deadline &deadline)
{
    QString directory = path.section(QLatin1Char('/'), 0, -2);
    if (directory.isEmpty())
        directory = QLatin1Char('/');
    if (const Result<FileStatus> there = status(directory, deadline); !there)
        return there.error();
    const Result<User> user = owner(deadline);
    if (!user)
        return user.error();
    const std::optional<QByteArray> archive =
        tarOf(path.section(QLatin1Char('/'), -1), bytes, mode, user->uid, user->gid);
    if (!archive)
        return Error{ErrorCode::Invalid, Tr::tr("The file %1 cannot be written: its name is too long.").arg(path)};
    // With --archive podman would make the file the container's user's instead.
    Command copy =
        engineCommand(m_container.engine, {QStringLiteral("cp"), QStringLiteral("--archive=false"), QStringLiteral("-"),
                                           m_container.name + QLatin1Char(':') + directory});
    copy.input = *archive;
    const Result<CommandOutcome> outcome = runLocalCommand({copy, std::nullopt, false}, deadline, {}, {});
    if (!outcome)
        return outcome.error();
    const Result<QByteArray> written =
        outcome->succeeded() ? content(path, deadline) : Result<QByteArray>(QByteArray());
    if (outcome->succeeded() && written && *written == bytes)
        return {};
    return Error{saysNotThere(outcome->errorOutput) ? ErrorCode::NotFound : ErrorCode::CommandFailed,
                 Tr::tr("The file %1 in the container \"%2\" cannot be written.").arg(path, m_container.name),
                 QString::fromUtf8(outcome->errorOutput.right(2000)).trimmed(),
                 {},
                 {}};
}

Result<QStringList> ContainerFiles::entries(const QString &directory, const Deadline &)
{
    return notByCopying(directory);
}

Result<void> ContainerFiles::makeDirectory(const QString &path, int, const Deadline &)
{
    return notByCopying(path);
}

Result<void> ContainerFiles::move(const QString &from, const QString &, const Deadline &)
{
    return notByCopying(from);
}

Result<void> ContainerFiles::removeMarkedTree(const QString &directory, const QString &, const QByteArray &,
                                              const Deadline &)
{
    return notByCopying(directory);
}

Result<void> ContainerFiles::removeFile(const QString &path, const Deadline &deadline)
{
    const Result<FileStatus> there = status(path, deadline);
    if (there)
        return notByCopying(path);
    return there.error().code == ErrorCode::NotFound ? Result<void>() : there.error();
}

} // namespace howdah
