#include "app/cli/commands.h"
#include "app/cli/number_options.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "core/base/sizes.h"
#include "core/operations/library/recover_parts.h"
#include "core/operations/past_database.h"
#include "core/operations/time_machine.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <deque>
#include <limits>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds lookTimeout{60000};
constexpr qint64 usualLimit = 1000;
constexpr qint64 mostListed = 1000000;

/// What the options ask for.
struct Wish
{
    TransactionFilter filter;
    qint64 limit = usualLimit;
};

/// "90min", "2h", "3d": so long ago; else a moment with its zone, as "recover --time" reads it.
Result<QDateTime> sinceOf(const QString &text)
{
    static const QRegularExpression ago(QStringLiteral(R"re(^\s*(\d{1,6})\s*(s|min|h|d)\s*$)re"));
    const QRegularExpressionMatch match = ago.match(text);
    if (!match.hasMatch()) {
        const Result<RecoveryTarget> moment = library::recoveryTargetOf({{QStringLiteral("time"), text}});
        return moment ? Result<QDateTime>(moment->time) : moment.error();
    }
    const QString unit = match.captured(2);
    const qint64 seconds = unit == QLatin1String("s")     ? 1
                           : unit == QLatin1String("min") ? 60
                           : unit == QLatin1String("h")   ? 3600
                                                          : 86400;
    return QDateTime::currentDateTimeUtc().addSecs(-match.captured(1).toLongLong() * seconds);
}

Result<Wish> wishOf(const Invocation &invocation)
{
    Wish wish;
    wish.filter.table = invocation.option(QStringLiteral("table"));
    if (invocation.has(QStringLiteral("kind"))) {
        wish.filter.kind = changeKindFromName(invocation.option(QStringLiteral("kind")));
        if (!wish.filter.kind)
            return Error{.code = ErrorCode::Invalid,
                         .message = Tr::tr("--kind is insert, update, delete or drop, not “%1”.")
                                        .arg(invocation.option(QStringLiteral("kind")))};
    }
    if (invocation.has(QStringLiteral("since"))) {
        const Result<QDateTime> since = sinceOf(invocation.option(QStringLiteral("since")));
        if (!since)
            return since.error();
        wish.filter.since = *since;
    }
    const Result<qint64> rows =
        readInteger(invocation, QStringLiteral("rows"), 0, 0, std::numeric_limits<qint32>::max());
    const Result<qint64> limit = readInteger(invocation, QStringLiteral("limit"), usualLimit, 1, mostListed);
    if (!rows || !limit)
        return rows ? limit.error() : rows.error();
    wish.filter.minimumRows = *rows;
    wish.limit = *limit;
    return wish;
}

/// The newest that match, as many as are wanted.
struct Found
{
    std::deque<NamedTransaction> newest;
    qint64 count = 0;
    QList<RestorePoint> restorePoints;
    WalReading reading;
};

Result<Found> find(const Wish &wish, const TimeMachine &machine, Session &session)
{
    Found found;
    PastDatabase database; // dropped tables have the names that they are remembered by
    const Result<void> kept = database.open(machine.material.systemIdentifier);
    RelationNames names = relationNames(machine, session.environment(), session.stop(),
                                        kept ? database.memory() : NameMemory());
    const WalListener listener{.committed =
                                   [&](const CommittedTransaction &committed) {
                                       NamedTransaction transaction = named(committed, names);
                                       if (!wish.filter.matches(transaction))
                                           return;
                                       ++found.count;
                                       found.newest.push_back(std::move(transaction));
                                       if (qint64(found.newest.size()) > wish.limit)
                                           found.newest.pop_front();
                                   },
                               .restorePoint =
                                   [&](const RestorePoint &point) {
                                       if (point.after.isValid() && wish.filter.since.isValid() &&
                                           point.after < wish.filter.since)
                                           return;
                                       found.restorePoints << point;
                                       if (found.restorePoints.size() > wish.limit)
                                           found.restorePoints.removeFirst();
                                   }};
    const Result<WalReading> reading =
        readWal(machine.wal, {.since = wish.filter.since, .from = {}}, listener, Deadline::never(), session.stop());
    if (!reading)
        return reading.error();
    found.reading = *reading;
    return found;
}

QString tableOf(const Found &found)
{
    QList<QStringList> rows{{Tr::tr("COMMITTED (UTC)"), Tr::tr("XID"), Tr::tr("INSERTED"), Tr::tr("UPDATED"),
                             Tr::tr("DELETED"), Tr::tr("WAL"), Tr::tr("TABLES")}};
    for (const NamedTransaction &transaction : found.newest) {
        const RelationChanges sum = transaction.sum();
        rows << QStringList{transaction.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                            QString::number(transaction.id),
                            QString::number(sum.inserted),
                            QString::number(sum.updated),
                            QString::number(sum.deleted),
                            prettySize(transaction.bytes),
                            transaction.tables()};
    }
    return tableText(rows, {1, 2, 3, 4, 5});
}

void say(const Found &found, const TimeMachine &machine, const QString &cluster, const Console &console)
{
    if (!found.newest.empty())
        console.say(tableOf(found));
    if (found.count > qint64(found.newest.size()))
        console.note(
            Tr::tr("The newest %1 of %2 that match; --limit shows more.").arg(found.newest.size()).arg(found.count));
    if (found.count == 0)
        console.note(Tr::tr("None of the %1 transactions in the WAL matches.").arg(found.reading.transactions));
    for (const RestorePoint &point : found.restorePoints)
        console.note(Tr::tr("Restore point “%1” at %2, after %3 UTC.")
                         .arg(point.name, point.lsn.toString(),
                              point.after.isValid() ? point.after.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                                                    : QStringLiteral("–")));
    for (const WalGap &gap : found.reading.gaps)
        console.note(gap.why);
    if (!machine.archiveIssue.isEmpty())
        console.note(machine.archiveIssue);
    else if (machine.archive.isEmpty())
        console.note(Tr::tr("%1 archives no WAL: this is what still lies in pg_wal of %2.").arg(cluster, machine.node));
    if (!found.newest.empty())
        console.note(Tr::tr("Recover to just before one of them: howdahctl recover %1 --before-transaction XID")
                         .arg(shellQuoted(cluster)));
}

QJsonObject documentOf(const Found &found, const TimeMachine &machine, const QString &cluster)
{
    QJsonArray transactions;
    for (const NamedTransaction &transaction : found.newest)
        transactions << transaction.toJson();
    QJsonArray gaps;
    for (const WalGap &gap : found.reading.gaps)
        gaps << QJsonObject{
            {QStringLiteral("first"), nameOf({gap.timeline, gap.first}, machine.wal.places.segmentBytes)},
            {QStringLiteral("segments"), qint64(gap.last - gap.first + 1)},
            {QStringLiteral("why"), gap.why}};
    QJsonArray restorePoints;
    for (const RestorePoint &point : found.restorePoints)
        restorePoints << QJsonObject{
            {QStringLiteral("name"), point.name},
            {QStringLiteral("lsn"), point.lsn.toString()},
            {QStringLiteral("after"), point.after.isValid() ? QJsonValue(point.after.toString(Qt::ISODateWithMs)) : QJsonValue()}};
    return {{QStringLiteral("cluster"), cluster},
            {QStringLiteral("restorePoints"), restorePoints},
            {QStringLiteral("node"), machine.node},
            {QStringLiteral("archive"), machine.archive.isEmpty() ? QJsonValue() : QJsonValue(machine.archive)},
            {QStringLiteral("firstLsn"), found.reading.first.toString()},
            {QStringLiteral("lastLsn"), found.reading.last.toString()},
            {QStringLiteral("read"), found.reading.transactions},
            {QStringLiteral("count"), found.count},
            {QStringLiteral("gaps"), gaps},
            {QStringLiteral("transactions"), transactions}};
}

ExitCode wal(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    const Result<Wish> wish = wishOf(invocation);
    if (!wish)
        return session.refused(wish.error());
    const Result<ClusterSnapshotPtr> snapshot = session.look(*cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    const Result<TimeMachine> machine =
        lookAtPast(**snapshot, session.environment(), Deadline::after(lookTimeout), session.stop());
    if (!machine)
        return session.failed(machine.error());
    const Result<Found> found = find(*wish, *machine, session);
    if (!found)
        return session.failed(found.error());
    say(*found, *machine, cluster->name, session.console());
    session.console().document(documentOf(*found, *machine, cluster->name));
    return ExitCode::Done;
}

} // namespace

QList<Command> walCommands()
{
    return {{.path = {QStringLiteral("wal")},
             .summary = Tr::tr("The transactions in a cluster's WAL: when, which tables, how many rows."),
             .description = Tr::tr("Reads the archive and what is not archived yet, with the server's own pg_waldump. "
                                   "The newest stands last. Its number is what “recover --before-transaction” wants."),
             .arguments = {clusterArgument()},
             .options = {{QStringLiteral("table"),
                          Tr::tr("Those that changed this table: users, public.users or "
                                 "shop.public.users."),
                          QStringLiteral("TABLE")},
                         {QStringLiteral("kind"),
                          Tr::tr("insert, update, delete or drop; a truncated or rewritten "
                                 "table counts as dropped."),
                          QStringLiteral("KIND")},
                         {QStringLiteral("since"),
                          Tr::tr("From then on: 90min, 2h or 3d ago, or a time with its zone "
                                 "(2026-11-20 10:31 UTC)."),
                          QStringLiteral("TIME")},
                         {QStringLiteral("rows"), Tr::tr("At least so many rows."), QStringLiteral("N")},
                         {QStringLiteral("limit"), Tr::tr("At most so many, the newest; 1000 unless said."),
                          QStringLiteral("N")},
                         jsonOption()},
             .run = wal}};
}

} // namespace howdah::cli
