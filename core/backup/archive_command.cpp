#include "core/backup/archive_command.h"
#include "core/hosts/host.h"

#include <QRegularExpression>

namespace howdah {

namespace {

/// The server replaces %p and %f, and takes %% for a percent sign; a shell reads the rest.
std::optional<QString> quotedForServer(const QString &path)
{
    if (path.contains(QLatin1Char('\'')) || path.contains(QLatin1Char('\n')) || path.contains(QLatin1Char('\r')))
        return std::nullopt;
    return QLatin1Char('\'') + QString(path).replace(QLatin1Char('%'), QStringLiteral("%%")) + QLatin1Char('\'');
}

std::optional<QString> call(const QString &script, const QString &directory, const QString &rest)
{
    const std::optional<QString> program = quotedForServer(script);
    const std::optional<QString> quoted = quotedForServer(directory);
    if (!program || !quoted)
        return std::nullopt;
    return *program + QLatin1Char(' ') + *quoted + rest;
}

/// The server runs its commands in its data directory.
std::optional<QString> overSsh(const char *script, const ArchivePlace &place, const QString &rest)
{
    QString command = QStringLiteral("'%1/%2'").arg(QLatin1String(archiveOwnDirectory), QLatin1String(script));
    for (const QString &word : {place.destination, place.sshConfig, place.directory}) {
        const std::optional<QString> quoted = quotedForServer(word);
        if (!quoted)
            return std::nullopt;
        command += QLatin1Char(' ') + *quoted;
    }
    return command + rest;
}

QString inOwnDirectory(const QString &archive, const char *name)
{
    return QStringLiteral("%1/%2/%3").arg(archive, QLatin1String(archiveOwnDirectory), QLatin1String(name));
}

QString plain(QString quoted)
{
    return quoted.replace(QStringLiteral("%%"), QStringLiteral("%"));
}

std::optional<ArchiveCommand> ownCommand(const QString &text)
{
    static const QRegularExpression here(
        QStringLiteral(R"re(^'.*/\.howdah/archive-wal' '([^']*)'(?: "%p" "%f"(?: (\w+))?(?: (\d+))?)?)re"));
    static const QRegularExpression there(QStringLiteral(
        R"re(^'\.howdah/archive-wal-over-ssh' '([^']*)' '([^']*)' '([^']*)' "%p" "%f"(?: (\w+))?(?: (\d+))?)re"));
    ArchiveCommand command{.kind = ArchiveCommand::Kind::Ours};
    QRegularExpressionMatch match = here.match(text);
    int next = 1;
    if (!match.hasMatch()) {
        match = there.match(text);
        if (!match.hasMatch())
            return std::nullopt;
        command.destination = plain(match.captured(1));
        command.sshConfig = plain(match.captured(2));
        next = 3;
    }
    command.directory = plain(match.captured(next));
    command.packing = {compressionNamed(match.captured(next + 1)), match.captured(next + 2).toInt()};
    if (command.packing.compression == Compression::Other)
        command.packing = {};
    return command;
}

QString toolIn(const QString &command)
{
    static const QList<QPair<const char *, const char *>> tools{
        {"pgbackrest", "pgBackRest"}, {"barman", "Barman"}, {"wal-g", "WAL-G"}, {"wal_g", "WAL-G"}};
    for (const auto &[word, name] : tools)
        if (command.contains(QLatin1String(word)))
            return QLatin1String(name);
    return {};
}

/// Of the first word that ends in "/%f": as a shell would read it, in its simple forms.
QString directoryIn(const QString &command)
{
    static const QRegularExpression word(
        QStringLiteral(R"re('((?:[^']|'\\'')*)'/"?%f|"([^"$`\\]*)/%f"|'([^']*)/%f'|([^\s'"$`\\&|;<>()]+)/"?%f)re"));
    const QRegularExpressionMatch match = word.match(command);
    for (int group = 1; group <= 4; ++group)
        if (!match.captured(group).isEmpty())
            return match.captured(group)
                .replace(QStringLiteral("'\\''"), QStringLiteral("'"))
                .replace(QStringLiteral("%%"), QStringLiteral("%"));
    return {};
}

} // namespace

ArchiveCommand parseArchiveCommand(const QString &command)
{
    const QString text = command.trimmed();
    if (text.isEmpty() || text == QLatin1String("(disabled)"))
        return {};
    if (const std::optional<ArchiveCommand> own = ownCommand(text))
        return *own;
    if (const QString tool = toolIn(text); !tool.isEmpty())
        return {.kind = ArchiveCommand::Kind::Tool, .tool = tool};
    const QString directory = directoryIn(text);
    if (directory.isEmpty())
        return {.kind = ArchiveCommand::Kind::Unknown};
    static const QRegularExpression bareCopy(QStringLiteral(R"re(^\s*(/\S*/)?cp\s+(-[a-zA-Z]+\s+)*"?%p"?\s)re"));
    return {.kind = ArchiveCommand::Kind::Directory,
            .directory = directory,
            .overwrites = bareCopy.match(text).hasMatch() && !text.contains(QLatin1String(" -n"))};
}

QString ArchivePlace::forPeople() const
{
    return isRemote() ? destination + QLatin1Char(':') + directory : directory;
}

std::optional<QString> archiveCommandFor(const QString &directory, Compression compression)
{
    return archiveCommandFor(ArchivePlace{directory}, {compression});
}

std::optional<QString> archiveCommandFor(const ArchivePlace &place, const Packing &packing)
{
    QString rest = QStringLiteral(" \"%p\" \"%f\" ") + methodName(packing.compression);
    if (packing.compression != Compression::None && packing.level > 0)
        rest += QLatin1Char(' ') + QString::number(packing.level);
    return place.isRemote() ? overSsh(archiveOverSshName, place, rest)
                            : call(archiveScriptIn(place.directory), place.directory, rest);
}

std::optional<QString> restoreCommandFor(const ArchivePlace &place)
{
    return place.isRemote() ? overSsh(restoreOverSshName, place, QStringLiteral(" \"%f\" \"%p\""))
                            : restoreCommandFor(restoreScriptIn(place.directory), place.directory);
}

QStringList sshWords(const ArchivePlace &place, const QStringList &words)
{
    QStringList argv{QStringLiteral("ssh")};
    if (!place.sshConfig.isEmpty())
        argv << QStringLiteral("-F") << place.sshConfig;
    for (const char *option : {"BatchMode=yes", "ConnectTimeout=10", "ServerAliveInterval=5", "ServerAliveCountMax=3"})
        argv << QStringLiteral("-o") << QLatin1String(option);
    QStringList quoted;
    for (const QString &word : words)
        quoted << shellQuoted(word);
    return argv << QStringLiteral("--") << place.destination << quoted.join(QLatin1Char(' '));
}

std::optional<QString> restoreCommandFor(const QString &script, const QString &directory)
{
    return call(script, directory, QStringLiteral(" \"%f\" \"%p\""));
}

QString archiveScriptIn(const QString &directory)
{
    return inOwnDirectory(directory, archiveScriptName);
}

QString restoreScriptIn(const QString &directory)
{
    return inOwnDirectory(directory, restoreScriptName);
}

QString archiveOfIn(const QString &directory)
{
    return inOwnDirectory(directory, archiveOfName);
}

QString methodName(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return QStringLiteral("gzip");
    case Compression::Zstd:
        return QStringLiteral("zstd");
    default:
        return QStringLiteral("none");
    }
}

Compression compressionNamed(const QString &method)
{
    for (const Compression one : {Compression::None, Compression::Gzip, Compression::Zstd})
        if (methodName(one) == method)
            return one;
    return Compression::Other;
}

} // namespace howdah
