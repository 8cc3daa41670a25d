#include "core/hosts/server_layout.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PostgresBinaries)
};

/// One line per directory with a server in it: version, whether the tools are there, directory. $1: the only directory
/// to look at. The server itself takes ten times as long as pg_ctl to say its version.
constexpr auto lookScript = R"sh(look() {
    [ -x "$1/postgres" ] && [ -x "$1/pg_ctl" ] || return 0
    [ -x "$1/pg_basebackup" ] && base=1 || base=0
    [ -x "$1/pg_verifybackup" ] && verify=1 || verify=0
    printf '%s\t%s\t%s\t%s\n' "$("$1/pg_ctl" -V 2>/dev/null)" "$base" "$verify" "$1"
}
if [ -n "$1" ]; then look "$1"; exit 0; fi
for directory in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do look "$directory"; done
look "$(pg_config --bindir 2>/dev/null)"
IFS=:
for directory in $PATH; do look "$directory"; done
exit 0)sh";

int majorOf(const QString &version)
{
    static const QRegularExpression number(QStringLiteral("\\(PostgreSQL\\) (\\d+)"));
    return number.match(version).captured(1).toInt();
}

} // namespace

Result<QList<PostgresBinaries>> findPostgresBinaries(Host &host, const Deadline &deadline, const QString &directory)
{
    const QString only = directory.isEmpty() ? qEnvironmentVariable("HOWDAH_PG_BINDIR") : directory;
    Command command;
    command.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(lookScript),
                               QStringLiteral("howdah"), only};
    const Result<CommandOutcome> outcome = runChecked(host, command, deadline);
    if (!outcome)
        return outcome.error();
    QList<PostgresBinaries> found;
    const QStringList lines = QString::fromUtf8(outcome->output).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        const QString place = cells.mid(3).join(QLatin1Char('\t'));
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const auto &other) { return other.directory == place; });
        if (cells.size() >= 4 && majorOf(cells.at(0)) > 0 && !known)
            found.append(
                {place, majorOf(cells.at(0)), cells.at(1) == QLatin1String("1"), cells.at(2) == QLatin1String("1")});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.major > b.major; });
    if (!found.isEmpty())
        return found;
    if (!directory.isEmpty())
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no PostgreSQL in %1.").arg(directory),
                     {},
                     Tr::tr("Give the directory that holds \"postgres\" and \"pg_ctl\"."),
                     {}};
    if (!only.isEmpty())
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no PostgreSQL in %1, which HOWDAH_PG_BINDIR names.").arg(only),
                     {},
                     Tr::tr("Give the directory that holds \"postgres\" and \"pg_ctl\", or unset HOWDAH_PG_BINDIR."),
                     {}};
    return Error{ErrorCode::NotFound,
                 Tr::tr("No PostgreSQL server programs were found on %1.").arg(host.label()),
                 {},
                 Tr::tr("Install the package \"postgresql\", or set HOWDAH_PG_BINDIR to the directory of \"postgres\" "
                        "and \"pg_ctl\"."),
                 {}};
}

} // namespace howdah
