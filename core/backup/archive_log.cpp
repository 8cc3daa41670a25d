#include "core/backup/archive_trouble.h"

#include <QRegularExpression>

namespace howdah {

namespace {

constexpr int tailBytes = 128 * 1024;
constexpr qsizetype mostOwnLines = 4;

/// A line that the server wrote itself: its severity stands in capitals before two blanks, in every language of its
/// own words; what archive_command prints has none.
bool isServers(const QString &line)
{
    static const QRegularExpression severity(
        QStringLiteral("(LOG|WARNING|ERROR|FATAL|PANIC|DETAIL|HINT|CONTEXT|STATEMENT|NOTICE|INFO|DEBUG\\d?): {1,2}"));
    return line.contains(severity);
}

} // namespace

std::optional<ArchiverWords> parseArchiverLog(const QByteArray &tail)
{
    static const QRegularExpression failure(
        QStringLiteral("archive command (failed with exit code (\\d+)|was terminated by)"));
    static const QRegularExpression detail(QStringLiteral("The failed archive command was: (.*)$"));
    const QStringList lines = QString::fromUtf8(tail).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    qsizetype at = lines.size() - 1;
    QRegularExpressionMatch match;
    while (at >= 0 && !(match = failure.match(lines.at(at))).hasMatch())
        --at;
    if (at < 0)
        return std::nullopt;
    ArchiverWords words{.exitCode = match.captured(2).toInt()};
    QStringList said;
    for (qsizetype before = at - 1; before >= 0 && said.size() < mostOwnLines && !isServers(lines.at(before)); --before)
        said.prepend(lines.at(before).trimmed());
    words.said = said.join(QLatin1Char('\n'));
    if (at + 1 < lines.size())
        words.command = detail.match(lines.at(at + 1)).captured(1);
    return words;
}

std::optional<ArchiverWords> readArchiverWords(Host &host, const QString &logFile, const As &as,
                                               const Deadline &deadline)
{
    if (logFile.isEmpty())
        return std::nullopt;
    const Result<CommandOutcome> tail =
        host.run({.argv = {QStringLiteral("tail"), QStringLiteral("-c"), QString::number(tailBytes), logFile},
                  .asUser = as.user},
                 deadline);
    return tail && tail->succeeded() ? parseArchiverLog(tail->output) : std::nullopt;
}

} // namespace howdah
