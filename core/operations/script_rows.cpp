#include "core/operations/script_writer.h"
#include "core/rows/row_text.h"

#include <QCoreApplication>

// Rows brought back, as psql does it: all rows of the side instance go into temporary tables beside the live ones.

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Script)
};

QString quotedList(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted << quotedName(name);
    return quoted.join(QStringLiteral(", "));
}

QString sameKey(const ReturningTable &table)
{
    QStringList matches;
    for (const QString &column : table.key)
        matches << QStringLiteral("t.%1 = s.%1").arg(quotedName(column));
    return matches.isEmpty() ? QStringLiteral("false") : matches.join(QStringLiteral(" AND "));
}

QString allColumns(const ReturningTable &table, const char *alias)
{
    QStringList names;
    for (const QString &column : table.columns)
        names << QStringLiteral("%1.%2").arg(QLatin1String(alias), quotedName(column));
    return QStringLiteral("ROW(%1)").arg(names.join(QStringLiteral(", ")));
}

QString wanted(const RowReturn &what, const ReturningTable &table)
{
    const QString away = QStringLiteral("NOT EXISTS (SELECT FROM %1 t WHERE %2)").arg(table.name.sql(), sameKey(table));
    const QString other = QStringLiteral("EXISTS (SELECT FROM %1 t WHERE %2 AND %3 IS DISTINCT FROM %4)")
                              .arg(table.name.sql(), sameKey(table), allColumns(table, "t"), allColumns(table, "s"));
    return what.missing && what.changed ? away + QStringLiteral(" OR ") + other : what.missing ? away : other;
}

QString source(const ReturningTable &table)
{
    const QString where = table.where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + table.where;
    return QStringLiteral("SELECT %1 FROM %2 t%3").arg(quotedList(table.columns), table.name.sql(), where);
}

QString counted(const QString &sql, qint64 expected)
{
    return QStringLiteral("DO $howdah$ DECLARE n bigint; BEGIN %1; GET DIAGNOSTICS n = ROW_COUNT;\n"
                          " IF n <> %2 THEN RAISE 'wrote % rows, approved were %2', n; END IF; END $howdah$;")
        .arg(sql)
        .arg(expected);
}

QString bring(const RowReturn &what, const ReturningTable &table, const QString &stage)
{
    const QString columns = quotedList(table.columns);
    if (!what.schema.isEmpty())
        return QStringLiteral("CREATE TABLE %1.%2 AS SELECT * FROM %3 s WHERE %4;")
            .arg(quotedName(what.schema), quotedName(table.name.table), stage,
                 table.isGone ? QStringLiteral("true") : wanted(what, table));
    QStringList lines;
    if (table.changed > 0) {
        QStringList sets;
        for (const QString &column : table.columns)
            if (!table.key.contains(column))
                sets << QStringLiteral("%1 = s.%1").arg(quotedName(column));
        lines << counted(QStringLiteral("UPDATE %1 t SET %2 FROM %3 s WHERE %4 AND %5 IS DISTINCT FROM %6")
                             .arg(table.name.sql(), sets.join(QStringLiteral(", ")), stage, sameKey(table),
                                  allColumns(table, "t"), allColumns(table, "s")),
                         table.changed);
    }
    if (table.missing > 0)
        lines << counted(QStringLiteral("INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE SELECT %2 FROM %3 s WHERE NOT "
                                        "EXISTS (SELECT FROM %1 t WHERE %4)")
                             .arg(table.name.sql(), columns, stage, sameKey(table)),
                         table.missing);
    for (const QString &column : table.numbered)
        lines << QStringLiteral("SELECT setval(s, greatest(nextval(s), (SELECT max(%1) FROM %2))) FROM "
                                "pg_get_serial_sequence(%3, %4) s;")
                     .arg(quotedName(column), table.name.sql(), quotedValue(table.name.sql()), quotedValue(column));
    return lines.join(u'\n');
}

QString triggers(const RowReturn &what, const ReturningTable &table, const char *order)
{
    return what.triggers == TriggerWay::Off && !table.isGone
               ? QStringLiteral("ALTER TABLE %1 %2 TRIGGER USER;\n").arg(table.name.sql(), QLatin1String(order))
               : QString();
}

QString plainPsql(const QString &connInfo)
{
    return QStringLiteral("psql -X -q -A -t -v ON_ERROR_STOP=1 -d %1").arg(shellQuoted(connInfo));
}

} // namespace

QString ScriptWriter::write(const BringRows &action) const
{
    const RowReturn &what = action.what;
    QStringList lines{QStringLiteral("rows=$(mktemp -d)")};
    QString transaction;
    if (what.triggers == TriggerWay::None)
        transaction += QStringLiteral("SET LOCAL session_replication_role = replica;\n");
    for (qsizetype i = 0; i < what.tables.size(); ++i) {
        const ReturningTable &table = what.tables.at(i);
        const QString file = QStringLiteral("rows-%1").arg(i + 1);
        const QString format = action.csv ? QStringLiteral("WITH (FORMAT csv, HEADER)") : QString();
        lines << QStringLiteral("%1 -c %2 > \"$rows\"/%3")
                     .arg(plainPsql(connInfo(action.from)),
                          shellQuoted(QStringLiteral("COPY (%1) TO STDOUT %2").arg(source(table), format).trimmed()),
                          file);
        const QString stage = QStringLiteral("howdah_rows_%1").arg(i + 1);
        transaction += QStringLiteral("CREATE TEMP TABLE %1 ON COMMIT DROP AS SELECT %2 FROM %3 WITH NO DATA;\n"
                                      "\\copy %1 FROM '%4'\n%5%6\n%7")
                           .arg(stage, quotedList(table.columns), table.name.sql(), file,
                                triggers(what, table, "DISABLE"), bring(what, table, QStringLiteral("pg_temp.") + stage),
                                triggers(what, table, "ENABLE"));
    }
    if (!action.path.isEmpty())
        return (lines << QStringLiteral("cat \"$rows\"/* > %1").arg(shellQuoted(action.path))).join(u'\n');
    if (!action.dump.argv.isEmpty())
        lines << QStringLiteral("%1 | %2").arg(command(action.hostId, action.dump), plainPsql(connInfo(action.to)));
    lines << QStringLiteral("(cd \"$rows\" && %1 --single-transaction <<'SQL'\n%2SQL\n)")
                 .arg(plainPsql(connInfo(action.to)), transaction);
    return lines.join(u'\n');
}

/// The script's own writing counted them: as many went in as were approved.
QString ScriptWriter::test(const RowsAreBack &look) const
{
    QStringList tests;
    for (const ReturningTable &table : look.what.tables)
        tests << QStringLiteral("[ \"$(%1 -c %2)\" -ge %3 ]")
                     .arg(plainPsql(connInfo(look.to)),
                          shellQuoted(QStringLiteral("SELECT count(*) FROM %1").arg(table.name.sql())))
                     .arg(table.missing);
    return QStringLiteral("%1{ %2\n}").arg(look.back ? QString() : QStringLiteral("! "), tests.join(QStringLiteral(" && ")));
}

} // namespace howdah
