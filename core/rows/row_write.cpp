#include "core/rows/row_write.h"

#include "core/rows/row_schema.h"

namespace howdah {

namespace {

Result<void> say(const RowStage::Ask &ask, const QString &sql)
{
    const Result<ResultSet> answer = ask(sql, {});
    return answer ? Result<void>() : answer.error();
}

Result<void> insertMissing(const RowStage::Ask &ask, const StagedTable &one)
{
    const TableShape &shape = one.shape;
    const QString sql = QStringLiteral("INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE SELECT %2 FROM %3")
                            .arg(shape.name.sql(), shape.storedList(), one.missing.sql());
    return writeCounted(ask, shape.name, sql, one.table.missing);
}

Result<void> updateChanged(const RowStage::Ask &ask, const StagedTable &one)
{
    const TableShape &shape = one.shape;
    QStringList sets, matches;
    for (const StoredColumn &column : shape.columns) {
        const QString name = quotedName(column.name);
        if (shape.key.contains(column.name))
            matches << QStringLiteral("t.%1 = s.%1").arg(name);
        else if (!column.generated && !column.identityAlways)
            sets << QStringLiteral("%1 = s.%1").arg(name);
    }
    const QString sql = QStringLiteral("UPDATE %1 t SET %2 FROM %3 s WHERE %4")
                            .arg(shape.source(), sets.join(QStringLiteral(", ")), one.changed.sql(),
                                 matches.join(QStringLiteral(" AND ")));
    return writeCounted(ask, shape.name, sql, one.table.changed);
}

/// Never back; what a sequence gives stays given even when the transaction ends otherwise.
Result<void> advanceSequences(const RowStage::Ask &ask, const TableShape &shape)
{
    for (const auto &[column, sequence] : shape.sequences) {
        const auto moved = ask(QStringLiteral("SELECT setval($1::text::regclass, m.highest) FROM (SELECT max(%1)::bigint"
                                              " AS highest FROM %2) m WHERE m.highest > (SELECT CASE WHEN is_called THEN"
                                              " last_value ELSE last_value - 1 END FROM %3)")
                                   .arg(quotedName(column), shape.source(), sequence),
                               {sequence});
        if (!moved)
            return moved.error();
    }
    return {};
}

QString switchOf(const TableTrigger &trigger, bool on)
{
    return !on              ? QStringLiteral("DISABLE")
           : trigger.always ? QStringLiteral("ENABLE ALWAYS")
                            : QStringLiteral("ENABLE");
}

} // namespace

Result<void> switchTriggers(const RowStage::Ask &ask, const std::vector<StagedTable> &staged, TriggerWay way, bool on)
{
    if (way == TriggerWay::None && !on)
        return say(ask, QStringLiteral("SET LOCAL session_replication_role = replica"));
    if (way != TriggerWay::Off)
        return {};
    // ALTER TABLE refuses while checks wait for the commit.
    if (on)
        if (const auto checked = say(ask, QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE")); !checked)
            return checked;
    for (const StagedTable &one : staged)
        for (const TableTrigger &trigger : one.shape.triggers)
            if (const auto switched =
                    say(ask, QStringLiteral("ALTER TABLE %1 %2 TRIGGER %3")
                                 .arg(one.shape.name.sql(), switchOf(trigger, on), quotedName(trigger.name)));
                !switched)
                return switched;
    return {};
}

Result<void> writeStaged(const RowStage::Ask &ask, const StagedTable &one)
{
    if (one.table.missing > 0)
        if (const auto written = insertMissing(ask, one); !written)
            return written;
    if (one.table.changed > 0)
        if (const auto written = updateChanged(ask, one); !written)
            return written;
    return advanceSequences(ask, one.shape);
}

} // namespace howdah
