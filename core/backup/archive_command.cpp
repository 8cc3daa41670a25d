#include "core/backup/archive_command.h"

#include <QRegularExpression>

namespace howdah {

namespace {

QString methodOf(Compression compression)
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

QString inOwnDirectory(const QString &archive, const char *name)
{
    return QStringLiteral("%1/%2/%3").arg(archive, QLatin1String(archiveOwnDirectory), QLatin1String(name));
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
    static const QRegularExpression ours(QStringLiteral(R"re(^'.*/\.howdah/archive-wal' '([^']*)')re"));
    if (const QRegularExpressionMatch match = ours.match(text); match.hasMatch())
        return {.kind = ArchiveCommand::Kind::Ours,
                .directory = match.captured(1).replace(QStringLiteral("%%"), QStringLiteral("%"))};
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

std::optional<QString> archiveCommandFor(const QString &directory, Compression compression)
{
    return call(archiveScriptIn(directory), directory, QStringLiteral(" \"%p\" \"%f\" ") + methodOf(compression));
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

} // namespace howdah
