#include "core/operations/row_differences.h"
#include "core/base/key.h"

#include "core/operations/catalogue.h"
#include "core/operations/library/bring_rows_back_parts.h"
#include "core/operations/sessions.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RowDifferences)
};

constexpr Milliseconds lookTimeout{30000};

/// What the operation's own probes see of the copies.
Situation situationOf(const ClusterSnapshotPtr &snapshot, const QString &side, const Environment &environment,
                      const std::stop_token &stop)
{
    const Operation &operation = *findOperation(key("bring-rows-back"));
    Situation situation{.snapshot = snapshot, .now = QDateTime::currentDateTimeUtc()};
    if (!side.isEmpty())
        situation.arguments.insert(key("from"), side);
    for (const Probe &probe : library::sideProbes()) {
        situation.arguments = withSuggestions(operation, situation);
        ProbeContext context{.situation = situation,
                             .hosts = *environment.hosts,
                             .deadline = Deadline::after(lookTimeout),
                             .stop = stop,
                             .connect = [&](const ServerRef &server) {
                                 return openSession(environment, server, Deadline::after(environment.connectTimeout),
                                                    stop);
                             }};
        const Result<QVariantMap> seen = probe.look(context);
        Fact fact{.observedAt = QDateTime::currentDateTimeUtc()};
        if (seen)
            fact.values = *seen;
        else
            fact.error = seen.error();
        situation.facts.insert(probe.id, fact);
    }
    situation.arguments = withSuggestions(operation, situation);
    return situation;
}

struct BothSides
{
    Connection side, live;
};

Result<BothSides> openBoth(const Situation &situation, const Environment &environment, const std::stop_token &stop)
{
    const library::BringRowsParts parts = library::BringRowsParts::of(situation);
    if (!parts.primary)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No primary answers to compare with.")};
    const Judgement side = library::sideCheck().judge(situation);
    if (side.verdict == Verdict::Blocked)
        return Error{.code = ErrorCode::NotFound, .message = side.observed, .hint = side.remedy};
    Result<Connection> there = openSession(environment, parts.side, Deadline::after(environment.connectTimeout), stop);
    if (!there)
        return there.error();
    Result<Connection> here = openSession(environment, parts.live, Deadline::after(environment.connectTimeout), stop);
    if (!here)
        return here.error();
    for (Connection *session : {&*there, &*here})
        if (const auto begun = beginReading(*session, Deadline::never(), stop); !begun)
            return begun.error();
    return BothSides{std::move(there).value(), std::move(here).value()};
}

Result<QStringList> tablesOf(Connection &session, const std::stop_token &stop)
{
    const Result<ResultSet> rows =
        session.query(QStringLiteral("SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n"
                                     " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
                                     " AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
                                     " AND n.nspname NOT LIKE 'pg\\_t%' ORDER BY 1, 2"),
                      {}, Deadline::after(lookTimeout), stop);
    if (!rows)
        return rows.error();
    QStringList names;
    for (int row = 0; row < rows->rows(); ++row)
        names << TableName{rows->text(row, 0).value_or(QString()), rows->text(row, 1).value_or(QString())}.title();
    return names;
}

Result<void> lookAtTables(DifferencesView &view, const ClusterSnapshotPtr &snapshot, const Environment &environment,
                          const std::stop_token &stop)
{
    const Situation situation = situationOf(snapshot, view.side, environment, stop);
    view.beside = situation.argument(key("beside"));
    view.sides = situation.value(key("sides"), key("all")).toStringList();
    view.side = situation.argument(key("from"));
    if (view.side.isEmpty())
        return {};
    Result<BothSides> both = openBoth(situation, environment, stop);
    if (!both)
        return both.error();
    const Result<QStringList> there = tablesOf(both->side, stop);
    const Result<QStringList> here = tablesOf(both->live, stop);
    if (!there || !here)
        return there ? here.error() : there.error();
    view.tables = *there;
    for (const QString &table : *there)
        if (!here->contains(table))
            view.gone << table;
    return {};
}

Result<TableDifferences> differencesOf(const TableName &name, BothSides &both, const std::stop_token &stop)
{
    const Deadline deadline = Deadline::never();
    const Result<std::optional<TableShape>> there = readShape(both.side, name, deadline, stop);
    const Result<std::optional<TableShape>> here = readShape(both.live, name, deadline, stop);
    if (!there || !here)
        return there ? here.error() : there.error();
    TableDifferences found{.name = name};
    if (!*there) {
        found.why = Tr::tr("There is no table %1 in the side instance.").arg(name.title());
        return found;
    }
    found.columns = (*there)->storedColumns();
    found.key = (*there)->key;
    found.isGone = !*here;
    if (*here)
        found.why = (*here)->differenceTo(**there);
    if (*here && found.key.isEmpty())
        found.why = Tr::tr("%1 has no primary key: which of its rows are missing cannot be told.").arg(name.title());
    if (!found.why.isEmpty())
        return found;
    const RowHandler keep = [&found](const RowDifference &difference) -> Result<void> {
        if (found.rows.size() < TableDifferences::mostKept)
            found.rows << difference;
        return {};
    };
    const Result<RowCounts> counts =
        compareRows(both.side, *here ? &both.live : nullptr, **there, {}, keep, deadline, stop);
    if (!counts)
        return counts.error();
    found.counts = *counts;
    return found;
}

} // namespace

QString TableDifferences::keyOf(const RowDifference &row) const
{
    const RowFields fields = fieldsOf(row.side.isEmpty() ? row.live : row.side).value_or(RowFields());
    QStringList words;
    for (const QString &column : key)
        words << QStringLiteral("%1 = %2").arg(column, fields.value(columns.indexOf(column)).value_or(QString()));
    return words.join(QStringLiteral(", "));
}

QString TableDifferences::conditionFor(const QList<RowDifference> &chosen) const
{
    QStringList names, values;
    for (const QString &column : key)
        names << quotedName(column);
    for (const RowDifference &row : chosen) {
        const RowFields fields = fieldsOf(row.side).value_or(RowFields());
        QStringList words;
        for (const QString &column : key)
            words << quotedValue(fields.value(columns.indexOf(column)));
        values << (key.size() == 1 ? words.first() : QStringLiteral("(%1)").arg(words.join(QStringLiteral(", "))));
    }
    return QStringLiteral("%1 IN (%2)")
        .arg(key.size() == 1 ? names.first() : QStringLiteral("(%1)").arg(names.join(QStringLiteral(", "))),
             values.join(QStringLiteral(", ")));
}

RowDifferences::RowDifferences(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_background(this)
{
}

void RowDifferences::look(const ClusterSnapshotPtr &snapshot, const QString &side)
{
    stop();
    m_snapshot = snapshot;
    const int ticket = ++m_ticket;
    m_background.run(
        [this, snapshot, side](const std::stop_token &stopped) {
            DifferencesView view{.side = side};
            if (const auto seen = lookAtTables(view, snapshot, m_environment, stopped); !seen)
                view.error = seen.error();
            view.finished = true;
            return view;
        },
        [this, ticket](const DifferencesView &view) { announce(ticket, view); });
}

void RowDifferences::compare(const QStringList &tables)
{
    stop();
    const int ticket = ++m_ticket;
    DifferencesView begun = m_view;
    begun.compared.clear();
    begun.error.reset();
    begun.finished = false;
    const auto later = [this, ticket](const DifferencesView &view) {
        QMetaObject::invokeMethod(
            this, [this, ticket, view] { announce(ticket, view); }, Qt::QueuedConnection);
    };
    m_background.run(
        [this, begun, tables, later, snapshot = m_snapshot](const std::stop_token &stopped) {
            DifferencesView view = begun;
            const Situation situation = situationOf(snapshot, view.side, m_environment, stopped);
            Result<BothSides> both = openBoth(situation, m_environment, stopped);
            if (!both)
                view.error = both.error();
            for (const QString &table : tables) {
                const std::optional<TableName> name = tableNamed(table);
                if (view.error || !name)
                    break;
                view.busyWith = table;
                later(view);
                const Result<TableDifferences> found = differencesOf(*name, *both, stopped);
                if (found)
                    view.compared << *found;
                else
                    view.error = found.error();
            }
            view.busyWith.clear();
            view.finished = true;
            return view;
        },
        [this, ticket](const DifferencesView &view) { announce(ticket, view); });
}

void RowDifferences::stop()
{
    m_background.requestStop();
}

void RowDifferences::announce(int ticket, const DifferencesView &view)
{
    if (ticket != m_ticket)
        return;
    m_view = view;
    Q_EMIT changed(std::make_shared<const DifferencesView>(view));
}

} // namespace howdah
