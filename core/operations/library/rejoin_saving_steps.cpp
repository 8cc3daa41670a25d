#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds patience{30000}; ///< for a fast stop, before the immediate one
constexpr Milliseconds fileTimeout{30000};
constexpr Milliseconds recoveryTimeout{3600000}; ///< a day's WAL may lie behind the last checkpoint
constexpr Milliseconds pollInterval{200};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

Observation isPresent(const RejoinParts &parts, const QString &path, const QString &text,
                      Milliseconds timeout = fileTimeout)
{
    return {.text = text, .look = PathIs{parts.place.hostId, path, parts.place.owner}, .timeout = timeout};
}

Action run(const RejoinParts &parts, const QString &text, const QStringList &argv)
{
    return {.text = text,
            .what = RunCommand{.hostId = parts.place.hostId, .command = {.argv = argv, .asUser = parts.place.owner}}};
}

Step stopStep()
{
    return {.id = key("stop"),
            .title =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return parts.runs ? Tr::tr("Stop %1").arg(parts.name)
                                      : Tr::tr("See that %1 is off").arg(parts.name);
                },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return parts.runs ? parts.place.stopSurely(patience) : QList<Action>();
                },
            .undo =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    // A second primary is not brought back to life: there is one already.
                    return parts.runs && !parts.wasPrimary ? QList<Action>{parts.place.start()} : QList<Action>();
                },
            .verify =
                [](const Situation &situation) {
                    return QList<Observation>{RejoinParts::of(situation).place.isStopped(patience)};
                },
            .always = true};
}

/// Not undone: as long as the present primary lives, this directory must not start as another.
Step barStep()
{
    return {.id = key("bar"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Bar %1 from starting as a primary").arg(RejoinParts::of(situation).name);
                },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    const QString text = Tr::tr("standby.signal is in %1").arg(parts.place.dataDirectory);
                    return QList<Action>{{.text = Tr::tr("Write standby.signal into %1").arg(parts.place.dataDirectory),
                                          .what = WriteFile{parts.place.hostId, parts.place.signalFile(),
                                                            parts.place.owner, parts.standbySignal},
                                          .unless = isPresent(parts, parts.place.signalFile(), text, Milliseconds{0})}};
                },
            .verify =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return QList<Observation>{
                        isPresent(parts, parts.place.signalFile(),
                                  Tr::tr("standby.signal is in %1").arg(parts.place.dataDirectory))};
                }};
}

Step slotStep()
{
    const auto slotIs = [](const RejoinParts &parts) {
        return Observation{
            .text = Tr::tr("the slot \"%1\" is on %2").arg(parts.slot, parts.primaryServer.node),
            .look = SqlSays{.server = parts.primaryServer,
                            .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"
                                                  " AND slot_type = 'physical'"),
                            .parameters = {parts.slot},
                            .expected = QStringLiteral("1")}};
    };
    return {
        .id = key("slot"),
        .title =
            [](const Situation &situation) {
                const RejoinParts parts = RejoinParts::of(situation);
                return Tr::tr("Reserve WAL for %1 on %2").arg(parts.name, parts.primaryServer.node);
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            return {
                {.text = Tr::tr("Create the replication slot \"%1\" on %2").arg(parts.slot, parts.primaryServer.node),
                 .what = RunSql{
                     .server = parts.primaryServer,
                     .sql = QStringLiteral("SELECT pg_create_physical_replication_slot($1, true) WHERE NOT EXISTS"
                                           " (SELECT FROM pg_replication_slots WHERE slot_name = $1)"),
                     .parameters = {parts.slot}}}};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (!parts.slotIsNew)
                return {};
            return {{.text = Tr::tr("Wait until nobody uses the slot \"%1\"").arg(parts.slot),
                     .what = WaitFor{{.text = Tr::tr("the slot \"%1\" is not in use").arg(parts.slot),
                                      .look = SqlSays{.server = parts.primaryServer,
                                                      .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots"
                                                                            " WHERE slot_name = $1 AND active"),
                                                      .parameters = {parts.slot},
                                                      .expected = QStringLiteral("0")}}}},
                    {.text = Tr::tr("Drop the replication slot \"%1\" on %2").arg(parts.slot, parts.primaryServer.node),
                     .what = RunSql{.server = parts.primaryServer,
                                    .sql = QStringLiteral("SELECT pg_drop_replication_slot(slot_name)"
                                                          " FROM pg_replication_slots WHERE slot_name = $1"),
                                    .parameters = {parts.slot}}}};
        },
        .verify = [slotIs](const Situation &situation) -> QList<Observation> {
            return {slotIs(RejoinParts::of(situation))};
        }};
}

Step saveStep()
{
    const auto savable = [](const RejoinParts &parts) { return parts.diverged && parts.listed; };
    return {
        .id = key("save"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Save what only %1 has").arg(RejoinParts::of(situation).name);
            },
        .act = [savable](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (!savable(parts))
                return {};
            const ServerPlace &place = parts.place;
            const auto directory = [&](const QString &path) {
                return Action{.text = Tr::tr("Make the directory %1").arg(path),
                              .what = MakeDirectory{place.hostId, path, place.owner}};
            };
            return {{.text = Tr::tr("Make the directory %1").arg(parts.saveTo),
                     .what = MakeMarkedDirectory{place.hostId, parts.saveTo, place.owner, parts.marker}},
                    directory(parts.saveTo + QStringLiteral("/wal")),
                    directory(parts.saveTo + QStringLiteral("/rows")),
                    {.text = Tr::tr("List the transactions from %1 on and copy their WAL").arg(parts.fork.toString()),
                     .what = SaveTransactions{.hostId = place.hostId,
                                              .directory = parts.saveTo,
                                              .owner = place.owner,
                                              .waldumps = parts.waldumps,
                                              .walDirectory = place.dataDirectory + QStringLiteral("/pg_wal"),
                                              .firstSegment = parts.firstSegment,
                                              .segmentBytes = int(parts.control.segmentBytes),
                                              .names = parts.primaryServer,
                                              .resultName = key("lost")}}};
        },
        .undo = [savable](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (!savable(parts))
                return {};
            return {{.text = Tr::tr("Remove the directory %1: nothing was taken from %2").arg(parts.saveTo, parts.name),
                     .what = RemoveMarkedDirectory{parts.place.hostId, parts.saveTo, parts.place.owner, parts.marker}}};
        },
        .verify = [savable](const Situation &situation) -> QList<Observation> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (!savable(parts))
                return {};
            return {isPresent(parts, parts.saveTo + QStringLiteral("/transactions.json"),
                              Tr::tr("the list of transactions is in %1").arg(parts.saveTo))};
        }};
}

/// Configuration and whatever else somebody put there: pg_rewind replaces it by the primary's, or removes it.
Step keepStep()
{
    return {.id = key("keep"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Keep a copy of the configuration of %1").arg(RejoinParts::of(situation).name);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                QList<Action> actions{
                    {.text = Tr::tr("Make the working directory %1").arg(parts.staging),
                     .what = MakeMarkedDirectory{parts.place.hostId, parts.staging, parts.place.owner, parts.marker}},
                    {.text = Tr::tr("Make the directory %1").arg(parts.kept),
                     .what = MakeDirectory{parts.place.hostId, parts.kept, parts.place.owner}}};
                const QStringList copy{key("cp"), key("-a"), key("--")};
                if (!parts.optionsFile.isEmpty())
                    actions << run(parts, Tr::tr("Copy postmaster.opts, the options it was started with"),
                                   copy + QStringList{parts.optionsFile, parts.staging});
                if (!parts.keptEntries.isEmpty())
                    actions << run(parts,
                                   Tr::tr("Copy what is not PostgreSQL's own in %1").arg(parts.place.dataDirectory),
                                   copy + parts.keptEntries + QStringList{parts.kept});
                actions << Action{.text = Tr::tr("Note that the copy is whole"),
                                  .what = WriteFile{parts.place.hostId, parts.staging + QStringLiteral("/kept-whole"),
                                                    parts.place.owner, parts.marker.toUtf8()}};
                return actions;
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                return {{.text = Tr::tr("Remove the working directory %1").arg(parts.staging),
                         .what = RemoveMarkedDirectory{parts.place.hostId, parts.staging, parts.place.owner,
                                                       parts.marker}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                return {isPresent(parts, parts.staging + QStringLiteral("/kept-whole"),
                                  Tr::tr("the copy of the configuration is whole"))};
            }};
}

/// Its own server, cut off: no network, no archiving, no upstream, a standby that writes no WAL of its own. So it
/// applies what WAL it has and is stopped in order, as pg_rewind wants it, and can be asked for rows meanwhile. (In
/// single-user mode, which pg_rewind would use for that, a server with a standby.signal refuses to start.)
Command aloneServer(const RejoinParts &parts)
{
    const ControlData &control = parts.control;
    const QList<QPair<QString, QString>> settings{
        {key("listen_addresses"), {}},
        {key("port"), QString::number(parts.port > 0 ? parts.port : 5432)},
        {key("unix_socket_directories"), parts.sockets},
        {key("unix_socket_permissions"), key("0700")},
        {key("hba_file"), parts.sockets + QStringLiteral("/pg_hba.conf")},
        {key("config_file"), parts.configFile},
        {key("ssl"), key("off")},
        {key("archive_mode"), key("off")},
        {key("primary_conninfo"), {}},
        {key("restore_command"), {}},
        {key("archive_cleanup_command"), {}},
        {key("recovery_end_command"), {}},
        {key("recovery_target_timeline"), key("latest")},
        {key("recovery_min_apply_delay"), key("0")},
        {key("hot_standby"), key("on")},
        {key("logging_collector"), key("off")},
        {key("synchronous_standby_names"), {}},
        {key("max_connections"), QString::number(control.maxConnections)},
        {key("max_worker_processes"), QString::number(control.maxWorkerProcesses)},
        {key("max_wal_senders"), QString::number(control.maxWalSenders)},
        {key("max_prepared_transactions"), QString::number(control.maxPreparedTransactions)},
        {key("max_locks_per_transaction"), QString::number(control.maxLocksPerTransaction)}};
    QStringList words; // pg_ctl hands its -o to a shell
    for (const auto &[name, value] : settings)
        if (name != QLatin1String("config_file") || !value.isEmpty())
            words << key("-c") << shellQuoted(name + QLatin1Char('=') + value);
    return {.argv = {parts.place.binDirectory + QStringLiteral("/pg_ctl"), key("-D"), parts.place.dataDirectory,
                     key("-w"), key("-t"), QString::number(recoveryTimeout.count() / 1000), key("-l"),
                     parts.sockets + QStringLiteral("/server.log"), key("-o"), words.join(QLatin1Char(' ')),
                     key("start")},
            .asUser = parts.place.owner,
            .detached = true};
}

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
                     QString::number(parts.port > 0 ? parts.port : 5432),
                     key("-d"),
                     key("template1")};
    if (!user.isEmpty())
        argv << key("-U") << user;
    return argv;
}

/// A standby that waits for more WAL has applied all there is. pg_waldump's last record is not asked for here: of a
/// server that ran when the plan was made it was not known yet.
Observation hasAppliedAll(const RejoinParts &parts)
{
    const QString script = QStringLiteral("test \"$(\"$@\")\" = 1");
    const QString sql = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'startup' AND"
                                       " wait_event IN ('RecoveryWalStream', 'RecoveryRetrieveRetryInterval')");
    return {.text = Tr::tr("%1 has applied all its WAL").arg(parts.name),
            .look = CommandSucceeds{parts.place.hostId,
                                    {.argv = QStringList{key("sh"), key("-c"), script, key("sh")} + askAlone(parts) +
                                             QStringList{key("-c"), sql},
                                     .asUser = parts.place.owner}},
            .timeout = recoveryTimeout,
            .interval = pollInterval};
}

/// Also before a second try: the first one's server may still run.
QList<Action> endAlone(const RejoinParts &parts)
{
    QList<Action> actions{
        parts.place.stop(),
        {.text = Tr::tr("Remove the directory %1").arg(parts.sockets),
         .what = RemoveMarkedDirectory{parts.place.hostId, parts.sockets, parts.place.owner, parts.marker}}};
    // The next start reads its options from there.
    if (!parts.optionsFile.isEmpty())
        actions << run(
            parts, Tr::tr("Put postmaster.opts back"),
            {key("cp"), key("-a"), key("--"), parts.staging + QStringLiteral("/postmaster.opts"), parts.optionsFile});
    return actions;
}

Step recoverStep()
{
    return {
        .id = key("recover"),
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
            const ServerPlace &place = parts.place;
            QList<Action> actions{
                place.stop(),
                {.text = Tr::tr("Make the directory %1 for its socket").arg(parts.sockets),
                 .what = MakeMarkedDirectory{place.hostId, parts.sockets, place.owner, parts.marker}},
                {.text = Tr::tr("Admit only who can reach that socket: %1").arg(place.owner),
                 .what = WriteFile{place.hostId, parts.sockets + QStringLiteral("/pg_hba.conf"), place.owner,
                                   "local all all trust\n"}},
                {.text = Tr::tr("Start the server in %1 cut off from everything").arg(place.dataDirectory),
                 .what =
                     RunCommand{.hostId = place.hostId, .command = aloneServer(parts), .timeout = recoveryTimeout}}};
            if (parts.withRows)
                actions << Action{.text = Tr::tr("Wait until it has applied all its WAL"),
                                  .what = WaitFor{hasAppliedAll(parts)}}
                        << run(parts, Tr::tr("Write the rows of those transactions to %1/rows").arg(parts.saveTo),
                               askAlone(parts) + QStringList{key("-f"), parts.saveTo + QStringLiteral("/rows.sql")});
            return actions + endAlone(parts);
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            return parts.recovers ? endAlone(parts) : QList<Action>();
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (!parts.recovers)
                return {};
            return {parts.place.isStopped(patience)};
        },
        .always = true};
}

} // namespace

QList<Step> rejoinSavingSteps()
{
    return {stopStep(), barStep(), slotStep(), saveStep(), keepStep(), recoverStep()};
}

} // namespace howdah::library
