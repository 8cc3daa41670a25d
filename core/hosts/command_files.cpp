#include "core/hosts/command_files.h"

#include "core/hosts/file_errors.h"

#include <QCoreApplication>

#include <sys/stat.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandFiles)
};

constexpr auto readScript = R"sh(exec cat -- "$1")sh";
constexpr auto writeScript = R"sh(umask 077
new=$(mktemp -- "$1.new-XXXXXX") || exit
{ cat >"$new" && chmod -- "$2" "$new" && sync -- "$new" && mv -fT -- "$new" "$1" && sync -- "$(dirname -- "$1")"; } ||
    { code=$?; rm -f -- "$new"; exit $code; })sh";
constexpr auto statusScript = R"sh(stat --printf='%f\n%U\n%u\n%G\n%g\n%s\n%.3Y\n' -- "$1" || exit
[ ! -L "$1" ] || readlink -n -- "$1")sh";
// With a slash at its end, so that a link to a directory is listed and a file is refused.
constexpr auto entriesScript = R"sh(exec find "$1/" -mindepth 1 -maxdepth 1 -printf '%f\0')sh";
constexpr auto makeDirectoryScript = R"sh(exec mkdir -m "$2" -- "$1")sh";
// A directory's rename replaces an empty directory and refuses all else; between file systems mv would copy, so it is
// refused.
constexpr auto moveScript = R"sh(stat -- "$1" >/dev/null || exit
[ "$(stat -c %d -- "$1")" = "$(stat -c %d -- "$(dirname -- "$2")")" ] ||
    { echo 'Invalid cross-device link' >&2; exit 1; }
if [ -d "$1" ] && [ ! -L "$1" ] && { [ -e "$2" ] || [ -L "$2" ]; }; then
    rmdir -- "$2" 2>/dev/null || { echo 'File exists' >&2; exit 1; }
fi
mv -nT -- "$1" "$2" || exit
if [ -e "$1" ] || [ -L "$1" ]; then echo 'File exists' >&2; exit 1; fi
sync -- "$(dirname -- "$1")" "$(dirname -- "$2")")sh";
// The marker goes last, so that a removal cut short can be done again.
constexpr auto removeTreeScript = R"sh(if ! [ -e "$1" ] && ! [ -L "$1" ]; then
    found=$(stat -- "$1" 2>&1) || case $found in *'No such file'*) exit 0;; *) echo "$found" >&2; exit 1;; esac
fi
if [ -L "$1" ]; then echo 'Not a directory' >&2; exit 1; fi
cd -- "$1" || exit
all=$(find . -mindepth 1 -maxdepth 1 -printf x -quit) || exit
[ -n "$all" ] || exit 0
if [ -L "$2" ] || ! cmp -s -- - "$2"; then exit 65; fi
find . -xdev -mindepth 1 ! -path "./$2" -delete || exit
rm -- "$2" && cd / && rmdir -- "$1")sh";
constexpr auto removeFileScript = R"sh(exec rm -f -- "$1")sh";
constexpr int wrongMarker = 65;

QString octal(int mode)
{
    return QStringLiteral("%1").arg(mode, 4, 8, QLatin1Char('0'));
}

} // namespace

Result<QByteArray> CommandFiles::shell(const QString &what, const char *script, const QStringList &words,
                                       const Deadline &deadline, const QByteArray &input)
{
    Command command;
    command.argv =
        QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromUtf8(script), QStringLiteral("howdah")} +
        words;
    command.asUser = m_user;
    command.input = input;
    // The outcome keeps only the last part of a long output; a file is wanted whole.
    QByteArray output;
    const OutputHandler collect = [&output](OutputStream stream, const QByteArray &chunk) {
        if (stream == OutputStream::Standard)
            output += chunk;
    };
    const Result<CommandOutcome> outcome = m_host.run(command, deadline, {}, collect);
    if (!outcome)
        return outcome.error();
    if (outcome->exitCode == wrongMarker)
        return Error{ErrorCode::Invalid, what, {}, {}, {}};
    if (!outcome->succeeded())
        return toolError(what, outcome->errorOutput);
    return output;
}

Result<QByteArray> CommandFiles::readFile(const QString &path, const Deadline &deadline)
{
    return shell(Tr::tr("The file %1 cannot be read").arg(path), readScript, {path}, deadline);
}

Result<void> CommandFiles::writeFile(const QString &path, const QByteArray &content, int mode, const Deadline &deadline)
{
    const auto done =
        shell(Tr::tr("The file %1 cannot be written").arg(path), writeScript, {path, octal(mode)}, deadline, content);
    return done ? Result<void>() : done.error();
}

Result<FileStatus> CommandFiles::status(const QString &path, const Deadline &deadline)
{
    const QString what = Tr::tr("Nothing can be told about %1").arg(path);
    const Result<QByteArray> printed = shell(what, statusScript, {path}, deadline);
    if (!printed)
        return printed.error();
    const QList<QByteArray> lines = printed->split('\n');
    if (lines.size() < 8)
        return Error{ErrorCode::Invalid,
                     Tr::tr("%1: the answer of stat was not understood.").arg(what),
                     QString::fromUtf8(*printed),
                     {},
                     {}};
    const auto named = [&lines](int name, int number) {
        return QString::fromUtf8(lines.at(name) == "UNKNOWN" ? lines.at(number) : lines.at(name));
    };
    const auto mode = static_cast<mode_t>(lines.at(0).toUInt(nullptr, 16));
    FileStatus result;
    result.kind = S_ISREG(mode)   ? FileStatus::Kind::File
                  : S_ISDIR(mode) ? FileStatus::Kind::Directory
                  : S_ISLNK(mode) ? FileStatus::Kind::Link
                                  : FileStatus::Kind::Other;
    result.owner = named(1, 2);
    result.group = named(3, 4);
    result.mode = static_cast<int>(mode & 07777);
    result.bytes = lines.at(5).toLongLong();
    result.modified = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(lines.at(6).toDouble() * 1000));
    if (result.kind == FileStatus::Kind::Link)
        result.linkTarget = QString::fromUtf8(lines.mid(7).join('\n'));
    return result;
}

Result<QStringList> CommandFiles::entries(const QString &directory, const Deadline &deadline)
{
    const Result<QByteArray> printed =
        shell(Tr::tr("The directory %1 cannot be listed").arg(directory), entriesScript, {directory}, deadline);
    if (!printed)
        return printed.error();
    QStringList names;
    for (const QByteArray &name : printed->split('\0'))
        if (!name.isEmpty())
            names << QString::fromUtf8(name);
    names.sort();
    return names;
}

Result<void> CommandFiles::makeDirectory(const QString &path, int mode, const Deadline &deadline)
{
    const auto done =
        shell(Tr::tr("The directory %1 cannot be made").arg(path), makeDirectoryScript, {path, octal(mode)}, deadline);
    return done ? Result<void>() : done.error();
}

Result<void> CommandFiles::move(const QString &from, const QString &to, const Deadline &deadline)
{
    const auto done = shell(Tr::tr("%1 cannot be moved to %2").arg(from, to), moveScript, {from, to}, deadline);
    return done ? Result<void>() : done.error();
}

Result<void> CommandFiles::removeMarkedTree(const QString &directory, const QString &markerName,
                                            const QByteArray &markerContent, const Deadline &deadline)
{
    const auto done = shell(Tr::tr("The directory %1 cannot be removed").arg(directory), removeTreeScript,
                            {directory, markerName}, deadline, markerContent);
    if (done)
        return {};
    if (done.error().code == ErrorCode::Invalid)
        return Error{ErrorCode::Invalid,
                     Tr::tr("The directory %1 was left alone: it was not made by this operation.").arg(directory),
                     Tr::tr("The file \"%1\" in it is missing or says something else.").arg(markerName),
                     Tr::tr("Look at what is there, and move it aside by hand if nobody needs it."),
                     {}};
    return done.error();
}

Result<void> CommandFiles::removeFile(const QString &path, const Deadline &deadline)
{
    const auto done = shell(Tr::tr("The file %1 cannot be removed").arg(path), removeFileScript, {path}, deadline);
    return done ? Result<void>() : done.error();
}

} // namespace howdah
