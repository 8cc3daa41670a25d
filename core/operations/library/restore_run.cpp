#include "core/base/key.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

/// Runs pg_restore, whose list comes on standard input, and counts its errors with the objects they belong to. $1: "on"
/// when errors are no reason to stop; then the command.
const char *const countingScript = R"sh(goes=$1
shift
{ cat | "$@" 2>&1; echo "howdah: exit $?"; } | {
    count=0 code=1 where= said= ignored=
    while IFS= read -r line; do
        case $line in
        "howdah: exit "*) code=${line##* }; continue ;;
        *"from TOC entry "*) where=${line#*; }; where=${where#* }; where=${where#* } ;;
        "pg_restore: error: "*)
            count=$((count + 1))
            [ "$count" -gt 20 ] || said="$said
$where: ${line#*ERROR:  }" ;;
        *"errors ignored on restore"*) ignored=$goes ;;
        esac
        printf '%s\n' "$line" >&2
    done
    echo "$count$said"
    [ "$code" = 1 ] && [ "$ignored" = on ] || exit "$code"
})sh";

/// All or nothing: whoever reads the dump and fails leaves a line behind that no server takes. $1: psql; $2: where to;
/// $3: what marks the transaction; then the command that gives the SQL.
const char *const transactionScript = R"sh(psql=$1 target=$2 mark=$3
shift 3
{ cat | "$@" || printf '\n\\.\nSELECT the_dump_could_not_be_read_to_its_end;\n'; } |
    "$psql" -X -q -w -o /dev/null -v ON_ERROR_STOP=1 --single-transaction -d "$target" -f - -c "$mark")sh";

/// Roles that are there stay as they are; a tablespace wants a directory first, and no transaction.
const char *const rolesProgram =
    R"awk(BEGIN { n = split(ENVIRON["HOWDAH_THERE"], names, "\n"); for (i = 1; i <= n; i++) there[names[i]] = 1 }
function role(rest) {
    if (substr(rest, 1, 1) == "\"") { match(rest, /^"([^"]|"")*"/); return substr(rest, 1, RLENGTH) }
    sub(/[ ;].*/, "", rest)
    return rest
}
connected { print; next }
/^\\connect / { connected = 1 }
/^(CREATE|ALTER|COMMENT ON) ROLE / { if (role(substr($0, index($0, "ROLE ") + 5)) in there) next }
/^(CREATE|ALTER|COMMENT ON) TABLESPACE / || /^(GRANT|REVOKE) .* ON TABLESPACE / { next }
{ print })awk";

QStringList options(const RestoreParts &parts)
{
    QStringList argv{key("--verbose")};
    if (parts.sections == QLatin1String("schema"))
        argv << key("--schema-only");
    if (parts.sections == QLatin1String("data"))
        argv << key("--data-only");
    if (!parts.keepsOwners)
        argv << key("--no-owner");
    if (!parts.keepsRights)
        argv << key("--no-privileges");
    if (parts.isClean && !parts.isNew)
        argv << key("--clean") << key("--if-exists");
    return argv;
}

QString markStatement(const RestoreParts &parts)
{
    return QStringLiteral("CREATE SCHEMA %1").arg(sqlName(parts.marker));
}

QStringList sqlReader(const RestoreParts &parts)
{
    static const QHash<QString, QStringList> unpackers{{key("gzip"), {key("gzip"), key("-dc"), key("--")}},
                                                       {key("lz4"), {key("lz4"), key("-dc"), key("--")}},
                                                       {key("zstd"), {key("zstd"), key("-dc"), key("--")}}};
    return unpackers.value(parts.packer, {key("cat"), key("--")}) + QStringList{parts.path};
}

QStringList inTransaction(const RestoreParts &parts, const QStringList &reader)
{
    // A new database's mark is its name.
    const bool marks = !parts.isNew || parts.isGlobals();
    return QStringList{key("sh"),
                       key("-c"),
                       QString::fromLatin1(transactionScript),
                       key("sh"),
                       parts.program("psql"),
                       parts.connInfo(),
                       marks ? markStatement(parts) : key("SELECT 1")} +
           reader;
}

Command archiveCommand(const RestoreParts &parts, const DumpSelection &selection)
{
    Command command{.asUser = parts.owner};
    QStringList restore{parts.program("pg_restore")};
    restore += options(parts);
    if (selection.isPartial) {
        restore << key("--use-list=/dev/stdin");
        command.input = selection.list();
    }
    if (!parts.isNew) {
        command.argv = inTransaction(parts, restore + QStringList{key("--file=-"), parts.path});
        return command;
    }
    restore << key("--no-password") << key("--dbname=") + parts.connInfo();
    if (parts.jobs > 1)
        restore << QStringLiteral("--jobs=%1").arg(parts.jobs);
    if (!parts.goesOn)
        restore << key("--exit-on-error");
    command.argv = QStringList{key("sh"), key("-c"), QString::fromLatin1(countingScript), key("sh"),
                               parts.goesOn ? key("on") : key("stop")} +
                   restore + QStringList{parts.path};
    return command;
}

/// The entries that pg_restore names as it comes to them.
int namedEntries(const DumpSelection &selection)
{
    constexpr int ofTheWholeArchive = 3; // ENCODING, STDSTRINGS, SEARCHPATH
    return std::max<int>(0, static_cast<int>(selection.entries.size()) - ofTheWholeArchive);
}

} // namespace

QStringList rolesReader(const RestoreParts &parts)
{
    const QString reading = QStringLiteral("program=$1; shift; { \"$@\" || echo 'the dump cannot be read'; } |"
                                           " awk \"$program\"");
    return QStringList{key("sh"), key("-c"), reading, key("sh"), QString::fromLatin1(rolesProgram)} + sqlReader(parts);
}

QList<QPair<QString, QString>> rolesThere(const Situation &situation)
{
    const QStringList there = situation.value(key("server"), key("roles")).toStringList();
    QStringList skipped = situation.value(key("file"), key("roles")).toStringList();
    skipped.removeIf([&there](const QString &role) { return !there.contains(plainRole(role)); });
    return {{key("HOWDAH_THERE"), skipped.join(QLatin1Char('\n'))}};
}

Action runRestore(const Situation &situation, const RestoreParts &parts)
{
    if (parts.isArchive()) {
        const DumpSelection selection = selectionOf(situation);
        return {.text = Tr::tr("Restore %1 objects of %2").arg(selection.objects.size()).arg(parts.path),
                .what = RunCommand{.hostId = parts.hostId,
                                   .command = archiveCommand(parts, selection),
                                   .progress = RunCommand::Progress::Objects,
                                   .resultName = parts.isNew ? key("errors") : QString(),
                                   .objects = namedEntries(selection)}};
    }
    Command command{.argv = inTransaction(parts, parts.isGlobals() ? rolesReader(parts) : sqlReader(parts)),
                    .asUser = parts.owner};
    if (parts.isGlobals())
        command.environment = rolesThere(situation);
    return {.text = Tr::tr("Run the SQL of %1 in one transaction").arg(parts.path),
            .what = RunCommand{.hostId = parts.hostId, .command = command}};
}

} // namespace howdah::library
