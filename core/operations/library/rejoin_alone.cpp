#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds patience{30000};
constexpr Milliseconds recoveryTimeout{3600000}; ///< a day's WAL may lie behind the last checkpoint
constexpr Milliseconds pollInterval{50};

QString portOf(const RejoinParts &parts)
{
    constexpr int postgresOwn = 5432;
    return QString::number(parts.port > 0 ? parts.port : postgresOwn);
}

Action run(const RejoinParts &parts, const QString &text, const QStringList &argv)
{
    return {.text = text,
            .what = RunCommand{.hostId = parts.place.hostId, .command = {.argv = argv, .asUser = parts.place.owner}}};
}

/// Its own server, cut off: no network, no archiving, no upstream, a standby that writes no WAL of its own. So it
/// applies what WAL it has and is stopped in order, as pg_rewind wants it, and can be asked for rows meanwhile. (In
/// single-user mode, which pg_rewind would use for that, a server with a standby.signal refuses to start.)
/// "name=value"; where its socket is comes beside these.
QStringList aloneSettings(const RejoinParts &parts)
{
    const ControlData &control = parts.control;
    QList<QPair<QString, QString>> settings{
        {key("listen_addresses"), {}},
        {key("port"), portOf(parts)},
        {key("unix_socket_permissions"), key("0700")},
        {key("config_file"), parts.configFile},
        {key("ssl"), key("off")},
        {key("archive_mode"), key("off")},
        {key("primary_conninfo"), {}},
        {key("restore_command"), {}},
        {key("archive_cleanup_command"), {}},
        {key("recovery_end_command"), {}},
        // The latest may be the new primary's: its history is in pg_wal once the node has tried to follow it.
        {key("recovery_target_timeline"), QString::number(parts.ownTimeline)},
        {key("recovery_min_apply_delay"), key("0")},
        {key("hot_standby"), key("on")},
        {key("logging_collector"), key("off")},
        {key("synchronous_standby_names"), {}},
        {key("max_connections"), QString::number(control.maxConnections)},
        {key("max_worker_processes"), QString::number(control.maxWorkerProcesses)},
        {key("max_wal_senders"), QString::number(control.maxWalSenders)},
        {key("max_prepared_transactions"), QString::number(control.maxPreparedTransactions)},
        {key("max_locks_per_transaction"), QString::number(control.maxLocksPerTransaction)}};
    // Flushing every file by itself takes seconds where one call takes milliseconds.
    constexpr int firstWithSyncfs = 14;
    if (parts.major >= firstWithSyncfs)
        settings << qMakePair(key("recovery_init_sync_method"), key("syncfs"));
    // A file left by an earlier promotion would make a primary of it.
    constexpr int firstWithoutTriggerFile = 16;
    if (parts.major < firstWithoutTriggerFile)
        settings << qMakePair(key("promote_trigger_file"), QString());
    QStringList words;
    for (const auto &[name, value] : settings)
        if (name != QLatin1String("config_file") || !value.isEmpty())
            words << name + QLatin1Char('=') + value;
    return words;
}

Command aloneServer(const RejoinParts &parts)
{
    QStringList words; // pg_ctl hands its -o to a shell
    for (const QString &setting :
         aloneSettings(parts) + QStringList{key("unix_socket_directories=") + parts.sockets,
                                            QStringLiteral("hba_file=%1/pg_hba.conf").arg(parts.sockets)})
        words << key("-c") << shellQuoted(setting);
    return {.argv = {parts.place.binDirectory + QStringLiteral("/pg_ctl"), key("-D"), parts.place.dataDirectory,
                     key("-w"), key("-t"), QString::number(recoveryTimeout.count() / 1000), key("-l"),
                     parts.sockets + QStringLiteral("/server.log"), key("-o"), words.join(QLatin1Char(' ')),
                     key("start")},
            .asUser = parts.place.owner,
            .detached = true};
}

/// Beside its stopped container, where nothing may stay behind: from its start to its end in one command, which takes
/// the server with it whenever it ends. $1: the programs' directory, $2: data directory, $3: port, $4: user or nothing,
/// $5: what says that all WAL is applied, $6: rows.sql or nothing; then its settings.
const char *const aloneBesideScript = R"sh(bin=$1 data=$2 port=$3 user=$4 applied=$5 rows=$6
shift 6
alone=$(mktemp -d) || exit
printf 'local all all trust\n' >"$alone/pg_hba.conf"
for setting in "$@"; do set -- "$@" -c "$setting"; shift; done
"$bin/postgres" -D "$data" -c unix_socket_directories="$alone" -c hba_file="$alone/pg_hba.conf" "$@" >"$alone/log" 2>&1 &
server=$!
trap 'kill -INT "$server" 2>/dev/null; wait "$server"; rm -r "$alone"' EXIT
ask() { "$bin/psql" -X -q -A -t -w -h "$alone" -p "$port" -d template1 ${user:+-U "$user"} "$@"; }
until superuser=$(ask -c 'SELECT rolname FROM pg_roles WHERE oid = 10' 2>/dev/null) &&
    [ "$(ask -U "$superuser" -c "$applied")" = 1 ]; do
    kill -0 "$server" 2>/dev/null || { tail -n 20 "$alone/log" >&2; exit 1; }
    sleep 0.2
done
[ -z "$rows" ] || ask -f "$rows")sh";

QStringList askAlone(const RejoinParts &parts)
{
    const QString user = parts.node->definition.connInfo.user();
    QStringList argv{parts.place.binDirectory + QStringLiteral("/psql"),
                     key("-X"),
                     key("-q"),
                     key("-A"),
                     key("-t"),
                     key("-w"),
                     key("-h"),
                     parts.sockets,
                     key("-p"),
                     portOf(parts),
                     key("-d"),
                     key("template1")};
    if (!user.isEmpty())
        argv << key("-U") << user;
    return argv;
}

const char *const appliedQuery = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'startup' AND"
                                 " wait_event IN ('RecoveryWalStream', 'RecoveryRetrieveRetryInterval')";

/// A standby that waits for more WAL has applied all there is. pg_waldump's last record is not asked for here: of a
/// server that ran when the plan was made it was not known yet.
Observation hasAppliedAll(const RejoinParts &parts)
{
    // As the first superuser, like rows.sql: the node's own role need not see what the startup process waits for.
    const QString script =
        QStringLiteral("sql=$1; shift; superuser=$(\"$@\" -c 'SELECT rolname FROM pg_roles WHERE oid = 10') &&"
                       " test \"$(\"$@\" -U \"$superuser\" -c \"$sql\")\" = 1");
    return {.text = Tr::tr("%1 has applied all its WAL").arg(parts.name),
            .look = CommandSucceeds{parts.place.hostId,
                                    {.argv = QStringList{key("sh"), key("-c"), script, key("sh"), key(appliedQuery)} +
                                             askAlone(parts),
                                     .asUser = parts.place.owner}},
            .timeout = recoveryTimeout,
            .interval = pollInterval};
}

QList<Action> putOptionsBack(const RejoinParts &parts)
{
    // The next start reads its options from there.
    if (parts.optionsFile.isEmpty())
        return {};
    return {
        run(parts, Tr::tr("Put postmaster.opts back"),
            {key("cp"), key("-a"), key("--"), parts.staging + QStringLiteral("/postmaster.opts"), parts.optionsFile})};
}

/// Also before a second try: the first one's server may still run.
QList<Action> endAlone(const RejoinParts &parts)
{
    return QList<Action>{
               parts.place.stop(),
               {.text = Tr::tr("Remove the directory %1").arg(parts.sockets),
                .what = RemoveMarkedDirectory{parts.place.hostId, parts.sockets, parts.place.owner, parts.marker}}} +
           putOptionsBack(parts);
}

QList<Action> runAlone(const RejoinParts &parts)
{
    const ServerPlace &place = parts.place;
    QList<Action> actions{
        place.stop(),
        {.text = Tr::tr("Make the directory %1 for its socket").arg(parts.sockets),
         .what = MakeMarkedDirectory{place.hostId, parts.sockets, place.owner, parts.marker}},
        {.text = Tr::tr("Admit only who can reach that socket: %1").arg(place.owner),
         .what = WriteFile{place.hostId, parts.sockets + QStringLiteral("/pg_hba.conf"), place.owner,
                           "local all all trust\n"}},
        {.text = Tr::tr("Start the server in %1 cut off from everything").arg(place.dataDirectory),
         .what = RunCommand{.hostId = place.hostId, .command = aloneServer(parts), .timeout = recoveryTimeout}},
        // pg_ctl is content when a standby takes connections, which may be long before.
        {.text = Tr::tr("Wait until it has applied all its WAL"), .what = WaitFor{hasAppliedAll(parts)}}};
    if (parts.withRows)
        actions << run(parts, Tr::tr("Write the rows of those transactions to %1/rows").arg(parts.saveTo),
                       askAlone(parts) + QStringList{key("-f"), parts.rowsScript()});
    return actions + endAlone(parts);
}

/// A killed console's server ends with its command, by and by.
Action endAloneBeside(const RejoinParts &parts)
{
    const ServerPlace &place = parts.place;
    constexpr int noServerRunning = 3; // pg_ctl's answer
    const NewContainer beside{.engine = place.container->engine, .name = place.container->name};
    return {.text = Tr::tr("End what an earlier try of this rejoin may have left running"),
            .what = RunCommand{.hostId = place.controlHostId(),
                               .command = parts.volume ? parts.volume->endBeside() : beside.endBeside()},
            .unless = Observation{
                .text = Tr::tr("no server runs in %1").arg(place.dataDirectory),
                .look = CommandSucceeds{place.hostId, place.pgCtl({QStringLiteral("status")}), {noServerRunning}},
                .timeout = Milliseconds{0}}};
}

QList<Action> runAloneBeside(const RejoinParts &parts)
{
    const ServerPlace &place = parts.place;
    const QStringList words{place.binDirectory, place.dataDirectory,
                            portOf(parts),      parts.node->definition.connInfo.user(),
                            key(appliedQuery),  parts.withRows ? parts.rowsScript() : QString()};
    const Command alone{.argv = QStringList{key("sh"), key("-c"), key(aloneBesideScript), key("howdah")} + words +
                                aloneSettings(parts),
                        .asUser = place.owner};
    const QString text =
        parts.withRows
            ? Tr::tr(
                  "Run the server in %1 cut off from everything until it has applied all its WAL, and write the rows "
                  "of those transactions to %2/rows")
                  .arg(place.dataDirectory, parts.saveTo)
            : Tr::tr("Run the server in %1 cut off from everything until it has applied all its WAL")
                  .arg(place.dataDirectory);
    return QList<Action>{place.stop(),
                         endAloneBeside(parts),
                         {.text = text,
                          .what = RunCommand{.hostId = place.hostId, .command = alone, .timeout = recoveryTimeout}}} +
           putOptionsBack(parts);
}

} // namespace

Step rejoinAloneStep()
{
    return {.id = key("recover"),
            .title =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return parts.withRows ? Tr::tr("Run %1 alone, read only, and save those rows").arg(parts.name)
                                          : Tr::tr("Run %1 alone to apply its own WAL").arg(parts.name);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.recovers)
                    return {};
                return parts.place.container ? runAloneBeside(parts) : runAlone(parts);
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.recovers)
                    return {};
                return parts.place.container ? QList<Action>{endAloneBeside(parts)} + putOptionsBack(parts)
                                             : endAlone(parts);
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.recovers)
                    return {};
                return {parts.place.isStopped(patience), parts.isInState(key("shut down in recovery"), patience)};
            },
            .always = true};
}

} // namespace howdah::library
