#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/dump_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::DumpPrograms)
};

constexpr Milliseconds loginTimeout{15000};

/// One line per directory with both programs: "found=15.20 /usr/lib/postgresql/15/bin". $1: looked in first; $2: the
/// only directory to look in.
const char *const programsScript = R"sh(look() {
    [ -x "$1/pg_dump" ] && [ -x "$1/pg_restore" ] && [ -x "$1/psql" ] || return 0
    version=$("$1/pg_dump" --version 2>/dev/null) || return 0
    version=${version#*) }
    printf 'found=%s\t%s\n' "${version%% *}" "$1"
}
if [ -n "$2" ]; then look "$2"; exit 0; fi
[ -z "$1" ] || look "$1"
for directory in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do look "$directory"; done
IFS=:
for directory in $PATH; do look "$directory"; done
exit 0)sh";

int majorOf(const QString &version)
{
    static const QRegularExpression digits(QStringLiteral("^\\d+"));
    return digits.match(version).captured(0).toInt();
}

} // namespace

Result<QVariantMap> lookForDumpPrograms(ProbeContext &context, const QString &hostId, const QString &owner,
                                        int leastMajor, const QString &first)
{
    const auto seen =
        shellAnswers(context, hostId, owner, programsScript, {first, qEnvironmentVariable("HOWDAH_PG_BINDIR")});
    if (!seen)
        return seen.error();
    QString directory;
    QString version;
    for (const QString &line : seen->value(key("found"))) {
        const QString found = line.section(QLatin1Char('\t'), 0, 0);
        if (version.isEmpty() || majorOf(found) > majorOf(version)) {
            version = found;
            directory = line.section(QLatin1Char('\t'), 1);
        }
    }
    if (version.isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("No pg_dump with pg_restore and psql was found on this host."),
                     .hint = Tr::tr("Install the client programs of PostgreSQL %1 or newer.").arg(leastMajor)};
    if (majorOf(version) < leastMajor)
        return QVariantMap{{key("newest"), version}};
    return QVariantMap{{key("directory"), directory}, {key("version"), version}, {key("major"), majorOf(version)}};
}

Result<QVariantMap> tryDatabaseLogin(ProbeContext &context, const ServerPlace &place, const ServerRef &server)
{
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    if (place.binDirectory.isEmpty())
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no psql to try it with.")};
    const Command psql{.argv = {place.binDirectory + QStringLiteral("/psql"), key("-X"), key("-w"), key("-A"),
                                key("-t"), key("-d"), server.connInfo, key("-c"), key("SELECT current_user")},
                       .asUser = place.owner,
                       .environment = {{key("PGCONNECT_TIMEOUT"), key("10")}}};
    const Result<CommandOutcome> outcome = (*host)->run(psql, context.deadline.cappedAt(loginTimeout), context.stop);
    if (!outcome)
        return outcome.error();
    if (outcome->succeeded())
        return QVariantMap{{key("user"), QString::fromUtf8(outcome->output).trimmed()}};
    return Error{.code = ErrorCode::Authentication,
                 .message = Tr::tr("The user %1 cannot log in to %2 by itself.").arg(place.owner, server.node),
                 .detail = QString::fromUtf8(outcome->errorOutput).trimmed(),
                 .hint = Tr::tr("Put the role's password where %1 can read it: in %1's ~/.pgpass, or in a file of %1's "
                                "named by passfile= in the node's settings.")
                             .arg(place.owner)};
}

} // namespace howdah::library
