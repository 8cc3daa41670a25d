#include "core/operations/server_log.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ServerLog)
};

constexpr Milliseconds readingTimeout{10000};

/// The value of an option given as two words or as one.
QString optionOf(const QStringList &argv, const QString &shortName, const QString &longName)
{
    for (qsizetype at = 0; at < argv.size(); ++at) {
        if (argv.at(at) == shortName)
            return argv.value(at + 1);
        if (argv.at(at).startsWith(longName + QLatin1Char('=')))
            return argv.at(at).mid(longName.size() + 1);
    }
    return {};
}

/// $1: the log, $2: the data directory. current_logfiles holds lines "stderr log/postgresql.log".
const char *const readTheEnd = R"sh(tail -n 12 -- "$1"
cd "$2" && read -r kind file <current_logfiles && tail -n 12 -- "$file")sh";

} // namespace

QString serverLogOf(const Command &command)
{
    const bool controls = std::any_of(command.argv.begin(), command.argv.end(), [](const QString &word) {
        return word.section(QLatin1Char('/'), -1) == QLatin1String("pg_ctl");
    });
    return controls ? optionOf(command.argv, QStringLiteral("-l"), QStringLiteral("--log")) : QString();
}

Command lastWordsOf(const QString &logFile, const QString &dataDirectory, const QString &owner)
{
    return {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(readTheEnd), QStringLiteral("sh"),
                     logFile, dataDirectory},
            .asUser = owner};
}

Error withLastWords(Error error, Host &host, const Command &lastWords)
{
    const Result<CommandOutcome> read = host.run(lastWords, Deadline::after(readingTimeout));
    const QString words = read ? QString::fromUtf8(read->output).trimmed() : QString();
    if (!words.isEmpty())
        error.detail =
            QStringList{error.detail, Tr::tr("The server's log ends with:"), words}.join(QLatin1Char('\n')).trimmed();
    return error;
}

Error withServersLastWords(Error error, Host &host, const Command &command)
{
    const QString log = serverLogOf(command);
    if (log.isEmpty())
        return error;
    const QString directory = optionOf(command.argv, QStringLiteral("-D"), QStringLiteral("--pgdata"));
    return withLastWords(std::move(error), host, lastWordsOf(log, directory, command.asUser));
}

} // namespace howdah
