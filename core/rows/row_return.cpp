#include "core/rows/row_return.h"

#include "core/rows/row_schema.h"
#include "core/rows/row_stage.h"
#include "core/rows/row_write.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RowReturn)
};

using Kind = RowDifference::Kind;

class Return
{
public:
    Return(Connection &side, Connection &live, const RowReturn &wish, const Deadline &deadline, std::stop_token stop,
           const RowProgress &progress)
        : m_side(side)
        , m_live(live)
        , m_wish(wish)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<QList<ReturningTable>> run(const TableDefinitions &definitions)
    {
        Result<QList<ReturningTable>> done = tryAll(definitions);
        if (m_live.isOpen() && !done)
            (void)m_live.query(QStringLiteral("ROLLBACK"), {}, m_deadline);
        if (m_side.isOpen())
            (void)m_side.query(QStringLiteral("ROLLBACK"), {}, m_deadline);
        return done;
    }
    Result<QList<ReturningTable>> onlyLook();

private:
    Result<ResultSet> ask(const QString &sql, const QList<SqlParameter> &parameters = {})
    {
        return m_live.query(sql, parameters, m_deadline, m_stop);
    }
    [[nodiscard]] RowStage::Ask asker()
    {
        return [this](const QString &sql, const QList<SqlParameter> &parameters) { return ask(sql, parameters); };
    }
    Result<void> say(const QString &sql)
    {
        const Result<ResultSet> answer = ask(sql);
        return answer ? Result<void>() : answer.error();
    }
    Result<QList<ReturningTable>> tryAll(const TableDefinitions &definitions);
    Result<void> begin();
    Result<TableShape> shapeOf(const TableName &name);
    Result<QList<TableShape>> shapes();
    [[nodiscard]] const ReturningTable &wishFor(const TableName &name) const;
    [[nodiscard]] bool wasMade(const TableName &name) const { return m_makes && wishFor(name).isGone; }
    Result<void> stage(const TableShape &shape);
    Result<bool> countsAgree() const;

    Connection &m_side;
    Connection &m_live;
    const RowReturn &m_wish;
    const Deadline m_deadline;
    const std::stop_token m_stop;
    const RowProgress &m_progress;
    std::vector<StagedTable> m_staged;
    bool m_makes = false; ///< tables that are gone, in this very transaction
};

const ReturningTable &Return::wishFor(const TableName &name) const
{
    return *std::find_if(m_wish.tables.begin(), m_wish.tables.end(),
                         [&name](const ReturningTable &table) { return table.name == name; });
}

Result<void> Return::begin()
{
    if (const auto begun = beginReading(m_side, m_deadline, m_stop); !begun)
        return begun;
    if (const auto set = setLikePrinting(m_live, m_deadline, m_stop); !set)
        return set;
    // What others change meanwhile ends in an error of the server, not in a row that is overwritten.
    return say(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ"));
}

/// As it is on both sides, or why its rows do not fit.
Result<TableShape> Return::shapeOf(const TableName &name)
{
    const Result<std::optional<TableShape>> there = readShape(m_side, name, m_deadline, m_stop);
    if (!there)
        return there.error();
    if (!*there)
        return changedMeanwhile(Tr::tr("There is no table %1 in the side instance.").arg(name.title()));
    const Result<std::optional<TableShape>> here = readShape(m_live, name, m_deadline, m_stop);
    if (!here)
        return here.error();
    if (!*here)
        return changedMeanwhile(Tr::tr("There is no table %1 on the live server any more.").arg(name.title()));
    TableShape found = **here;
    if (wasMade(name))
        found.key = (*there)->key; // it comes with the indexes, behind the rows
    if (const QString difference = found.differenceTo(**there); !difference.isEmpty())
        return changedMeanwhile(difference);
    TableShape shape = **here;
    shape.key = (*there)->key;
    shape.columns = (*there)->columns; // in the order in which the side instance prints them
    return shape;
}

Result<QList<TableShape>> Return::shapes()
{
    QList<TableShape> list;
    for (const ReturningTable &table : m_wish.tables) {
        const Result<TableShape> shape = shapeOf(table.name);
        if (!shape)
            return shape.error();
        list << *shape;
    }
    if (!sortByParents(list) && m_wish.schema.isEmpty() && m_wish.triggers != TriggerWay::None &&
        !say(QStringLiteral("SET CONSTRAINTS ALL DEFERRED")).ok())
        return changedMeanwhile(Tr::tr("The tables refer to each other in a circle."));
    return list;
}

Result<void> Return::stage(const TableShape &shape)
{
    const QString number = QString::number(m_staged.size() + 1);
    m_staged.push_back({shape, wishFor(shape.name), RowStage(QStringLiteral("howdah_missing_") + number, asker()),
                        RowStage(QStringLiteral("howdah_changed_") + number, asker())});
    StagedTable &one = m_staged.back();
    for (RowStage *stage : {&one.missing, &one.changed})
        if (const auto made = stage->make(shape); !made)
            return made;
    const RowHandler take = [&](const RowDifference &difference) -> Result<void> {
        if (difference.kind == Kind::Missing && m_wish.missing)
            return one.missing.add(difference.side);
        if (difference.kind == Kind::Changed && m_wish.changed)
            return one.changed.add(difference.side);
        return {};
    };
    const Result<RowCounts> counts =
        compareRows(m_side, wasMade(shape.name) ? nullptr : &m_live, shape, one.table.where, take, m_deadline, m_stop,
                    m_progress);
    if (!counts)
        return counts.error();
    for (RowStage *stage : {&one.missing, &one.changed})
        if (const auto flushed = stage->flush(); !flushed)
            return flushed;
    one.table.missing = m_wish.missing ? counts->missing : 0;
    one.table.changed = m_wish.changed ? counts->changed : 0;
    return {};
}

/// False when nothing is left to do.
Result<bool> Return::countsAgree() const
{
    const bool done = std::all_of(m_staged.begin(), m_staged.end(), [](const StagedTable &one) {
        return one.table.missing == 0 && one.table.changed == 0;
    });
    if (done)
        return false;
    for (const StagedTable &one : m_staged) {
        const ReturningTable &approved = wishFor(one.shape.name);
        if (one.table.missing != approved.missing || one.table.changed != approved.changed)
            return changedMeanwhile(
                Tr::tr("%1 has changed since it was looked at: %2 rows are missing and %3 differ now, %4 and %5 were "
                       "approved.")
                    .arg(one.shape.name.title())
                    .arg(one.table.missing)
                    .arg(one.table.changed)
                    .arg(approved.missing)
                    .arg(approved.changed));
    }
    return true;
}

Result<QList<ReturningTable>> Return::tryAll(const TableDefinitions &definitions)
{
    if (const auto begun = begin(); !begun)
        return begun.error();
    if (!m_wish.schema.isEmpty()) {
        if (const auto copied = copyIntoSchema(m_side, m_live, m_wish, m_deadline, m_stop, m_progress); !copied)
            return copied.error();
        const auto committed = say(QStringLiteral("COMMIT"));
        return committed ? Result<QList<ReturningTable>>(m_wish.tables) : committed.error();
    }
    m_makes = !definitions.before.isEmpty();
    if (const auto made = definitions.before.isEmpty() ? Result<void>() : say(definitions.before); !made)
        return made.error();
    const Result<QList<TableShape>> all = shapes();
    if (!all)
        return all.error();
    for (const TableShape &shape : *all)
        if (const auto staged = stage(shape); !staged)
            return staged.error();
    const Result<bool> agree = countsAgree();
    if (!agree)
        return agree.error();
    if (!*agree) {
        const auto ended = say(QStringLiteral("ROLLBACK"));
        return ended ? Result<QList<ReturningTable>>(m_wish.tables) : ended.error();
    }
    if (const auto off = switchTriggers(asker(), m_staged, m_wish.triggers, false); !off)
        return off.error();
    for (const StagedTable &one : m_staged)
        if (const auto written = writeStaged(asker(), one); !written)
            return written.error();
    if (const auto on = switchTriggers(asker(), m_staged, m_wish.triggers, true); !on)
        return on.error();
    if (const auto made = definitions.after.isEmpty() ? Result<void>() : say(definitions.after); !made)
        return made.error();
    if (const auto committed = say(QStringLiteral("COMMIT")); !committed)
        return committed.error();
    return m_wish.tables;
}

Result<QList<ReturningTable>> Return::onlyLook()
{
    QList<ReturningTable> away;
    for (Connection *session : {&m_side, &m_live})
        if (const auto begun = beginReading(*session, m_deadline, m_stop); !begun)
            return begun.error();
    for (const ReturningTable &table : m_wish.tables) {
        const Result<std::optional<TableShape>> here = readShape(m_live, table.name, m_deadline, m_stop);
        if (!here)
            return here.error();
        if (!*here) {
            away << table;
            continue;
        }
        const Result<TableShape> shape = shapeOf(table.name);
        if (!shape)
            return shape.error();
        const Result<RowCounts> counts =
            compareRows(m_side, &m_live, *shape, table.where, {}, m_deadline, m_stop, m_progress);
        if (!counts)
            return counts.error();
        ReturningTable seen = table;
        seen.missing = m_wish.missing ? counts->missing : 0;
        seen.changed = m_wish.changed ? counts->changed : 0;
        if (seen.missing > 0 || seen.changed > 0)
            away << seen;
    }
    for (Connection *session : {&m_side, &m_live})
        (void)session->query(QStringLiteral("ROLLBACK"), {}, m_deadline);
    return away;
}

} // namespace

Result<QList<ReturningTable>> bringRowsBack(Connection &side, Connection &live, const RowReturn &wish,
                                            const TableDefinitions &definitions, const Deadline &deadline,
                                            std::stop_token stop, const RowProgress &progress)
{
    return Return(side, live, wish, deadline, std::move(stop), progress).run(definitions);
}

Result<QList<ReturningTable>> rowsStillAway(Connection &side, Connection &live, const RowReturn &wish,
                                            const Deadline &deadline, std::stop_token stop)
{
    return Return(side, live, wish, deadline, std::move(stop), {}).onlyLook();
}

} // namespace howdah
