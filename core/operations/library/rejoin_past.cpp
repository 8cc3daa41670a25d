#include "core/backup/archive_file.h"
#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"
#include "core/operations/saved_transactions.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds listTimeout{20000}; ///< a longer list is made when the operation runs
constexpr Milliseconds namesTimeout{5000};

/// What the node and its host said, and where its WAL leads.
struct Look
{
    ProbeContext &context;
    ServerPlace place;
    ControlData control;
    QStringList wal;
    QList<TimelineEntry> own;
    CommonPast past;

    bool runsAsPrimary = false; ///< it writes on, at the least its last checkpoint

    /// Whatever its WAL says now, it leads elsewhere than the primary's.
    [[nodiscard]] bool partsForSure() const { return runsAsPrimary || own.last().timeline != past.timeline; }
    [[nodiscard]] Lsn fork() const { return past.fork.value_or(Lsn()); }
    /// How far a server that ended in order, or replayed, has come.
    [[nodiscard]] Lsn knownEnd() const { return std::max(control.checkpoint, control.minimumRecoveryEnd); }
};

QVariantMap notKnown(const QString &why)
{
    return {{key("known"), false}, {key("why"), why}};
}

/// A standby's: what it has comes from its upstream. Any other state is a primary's, "in crash recovery" and "shutting
/// down" too.
bool isStandbys(const QString &state)
{
    return state == QLatin1String("shut down in recovery") || state == QLatin1String("in archive recovery");
}

/// There is none to go back from. A server that was killed may have gone further than its control file knows: then its
/// WAL must be there from its last checkpoint on, and end in a segment before that of the fork.
bool endsBeforeFork(const Look &look)
{
    if (look.knownEnd() > look.fork())
        return false;
    if (look.control.state == QLatin1String("shut down") || isStandbys(look.control.state))
        return true;
    const QString ofRedo =
        firstMissingSegment(look.wal, look.own, look.control.redo, look.control.redo, look.control.segmentBytes);
    if (!ofRedo.isEmpty())
        return false;
    const quint64 forkSegment = segmentNumberAt(look.fork(), look.control.segmentBytes);
    return std::none_of(look.wal.begin(), look.wal.end(), [&](const QString &name) {
        const std::optional<WalSegment> segment = walSegmentOf(name, look.control.segmentBytes);
        return segment && segment->timeline == look.past.timeline && segment->number >= forkSegment;
    });
}

/// Where replay begins from the last checkpoint that both have; nothing when its WAL is gone from the node.
std::optional<Lsn> lastCommonRedo(const Look &look)
{
    if (look.control.checkpoint < look.fork())
        return look.control.redo;
    const quint32 bytes = look.control.segmentBytes;
    WalSegment oldest{look.past.timeline, segmentNumberAt(look.fork(), bytes)};
    if (!look.wal.contains(nameOf(oldest, bytes)))
        return std::nullopt;
    for (WalSegment before = oldest; before.number > 0 && look.wal.contains(nameOf(before, bytes)); --before.number)
        oldest = before;
    const auto host = look.context.hosts.find(look.place.hostId);
    const QList<TimelineEntry> until{{look.past.timeline, look.fork()}};
    const QList<Command> commands =
        waldumpsFrom(look.place, until, {look.past.timeline, std::max(startOf(oldest, bytes), Lsn(1))});
    std::optional<Lsn> redo;
    QByteArray partial;
    for (Command command : commands) {
        command.argv << QStringLiteral("--rmgr=XLOG");
        const auto read = [&](OutputStream stream, const QByteArray &chunk) {
            if (stream != OutputStream::Standard)
                return;
            partial += chunk;
            for (qsizetype end = partial.indexOf('\n'); end >= 0; end = partial.indexOf('\n')) {
                const QByteArray line = partial.left(end);
                partial.remove(0, end + 1);
                if (const auto record = parseWalRecord(line); record && record->kind == WalRecord::Kind::Checkpoint)
                    redo = redoOf(*record);
            }
        };
        [[maybe_unused]] const auto ran = (*host)->run(command, look.context.deadline, look.context.stop, read);
    }
    return redo;
}

QVariantMap lostValues(const TransactionList &list, Lsn fork)
{
    QVariantMap values = transactionSummary(list, {}).toVariantMap();
    values.remove(key("savedTo"));
    values.insert(key("bytes"), list.last - fork);
    constexpr qsizetype mostShown = 12;
    TransactionList few = list;
    few.transactions = list.transactions.mid(0, mostShown);
    values.insert(key("text"), few.toText());
    values.insert(key("catalogTransactions"), list.catalogTransactions);
    return values;
}

/// What takes too long to be read now: each of its files is there, and the checkpoint that it reached can be read.
bool longWalIsWhole(const Look &look)
{
    const Lsn end = look.control.checkpoint;
    if (end <= look.fork())
        return true;
    if (!firstMissingSegment(look.wal, look.own, look.fork(), end, look.control.segmentBytes).isEmpty())
        return false;
    const auto host = look.context.hosts.find(look.place.hostId);
    const QList<Command> last = waldumpsFrom(look.place, {look.own.last()}, {look.own.last().timeline, end});
    Command command = last.value(0);
    command.argv << QStringLiteral("--limit=1");
    const Result<CommandOutcome> outcome = (*host)->run(command, look.context.deadline, look.context.stop);
    return outcome.ok() && outcome->succeeded();
}

/// What is beyond the fork: read, named and counted.
QVariantMap readBeyondFork(const Look &look, QVariantMap values)
{
    const auto host = look.context.hosts.find(look.place.hostId);
    Result<TransactionList> list = readTransactions(**host, waldumpsFrom(look.place, look.own, look.past),
                                                    look.context.deadline.cappedAt(listTimeout), look.context.stop);
    if (!list && list.error().code == ErrorCode::NotFound && !look.partsForSure() && endsBeforeFork(look))
        list = TransactionList();
    const bool tooLong = !list && list.error().code == ErrorCode::TimedOut;
    if (list)
        if (const auto early = endsTooEarly(*list, look.fork(), look.control))
            list = *early;
    if (tooLong && !longWalIsWhole(look))
        list = reachesNoMore(look.knownEnd());
    values.insert(key("diverged"), look.partsForSure() || !list || list->records > 0);
    values.insert(key("listed"), list.ok() || list.error().code == ErrorCode::TimedOut);
    if (!list) {
        values.insert(key("listError"), Tr::tr("what only it has cannot be read: %1").arg(list.error().message));
        values.insert(key("listDetail"), list.error().detail);
        return values;
    }
    const NodeState *primary = primaryToRejoin(look.context.situation);
    nameRelations(
        *list, serverOf(*primary),
        [&](const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters) -> Result<ResultSet> {
            Result<Connection> session = look.context.connect(server);
            return session ? session->query(sql, parameters, look.context.deadline.cappedAt(namesTimeout),
                                            look.context.stop)
                           : Result<ResultSet>(session.error());
        });
    values.insert(key("lost"), lostValues(*list, look.fork()));
    return values;
}

Result<QVariantMap> lookAtPast(ProbeContext &context)
{
    const Situation &situation = context.situation;
    const Fact *controlFact = situation.fact(key("control"));
    const Fact *login = situation.fact(key("login"));
    for (const Fact *fact : {controlFact, login})
        if (!fact || fact->error)
            return fact && fact->error ? *fact->error : Error{.code = ErrorCode::NotFound};
    const std::optional<ControlData> control = parseControlData(controlFact->values.value(key("output")).toByteArray());
    const auto primaryValue = [&](const char *name) { return situation.value(key("primary"), key(name)); };
    const Timeline primaryTimeline = primaryValue("timeline").toUInt();
    Look look{.context = context,
              .place = ServerPlace::fromFact(situation, key("layout")),
              .control = control.value_or(ControlData()),
              .wal = controlFact->values.value(key("wal")).toStringList(),
              .own = timelineHistory(controlFact->values.value(key("history")).toByteArray(),
                                     controlFact->values.value(key("timeline")).toUInt())};
    const QList<TimelineEntry> primary =
        timelineHistory(login->values.value(key("history")).toString().toUtf8(), primaryTimeline);
    const std::optional<CommonPast> past = commonPast(look.own, primary);
    if (!past)
        return notKnown(
            Tr::tr("the two share no timeline: %1 and %2").arg(look.own.last().timeline).arg(primaryTimeline));
    look.past = *past;
    const NodeState *node = situation.node(situation.argument(key("node")));
    look.runsAsPrimary = look.place.running && node->role != NodeRole::Standby;
    QVariantMap values{{key("known"), true},
                       {key("diverged"), false},
                       {key("ownTimeline"), look.own.last().timeline},
                       {key("commonTimeline"), past->timeline}};
    if (!past->fork) {
        const std::optional<Lsn> head = Lsn::parse(primaryValue("head").toString());
        if (!isStandbys(look.control.state) || (head && look.control.minimumRecoveryEnd > *head))
            return notKnown(Tr::tr("it wrote on the primary's own timeline %1, and where they parted is on no record")
                                .arg(past->timeline));
        return values;
    }
    values.insert(key("fork"), past->fork->toString());
    values = readBeyondFork(look, values);
    if (!values.value(key("diverged")).toBool())
        return values;
    const std::optional<Lsn> redo = lastCommonRedo(look);
    values.insert(key("redo"), redo ? redo->toString() : QString());
    values.insert(key("firstSegment"), walFileName(past->timeline, std::min(redo.value_or(*past->fork), *past->fork),
                                                   look.control.segmentBytes));
    return values;
}

} // namespace

Probe rejoinPastProbe()
{
    return {.id = key("past"), .look = lookAtPast};
}

} // namespace howdah::library
