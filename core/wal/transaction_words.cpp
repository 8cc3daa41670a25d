#include "core/wal/transaction_list.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TransactionList)
};

constexpr quint32 defaultTablespace = 1663;

QJsonObject changesJson(const QString &name, const RelationChanges &changes)
{
    return {{QStringLiteral("relation"), name},
            {QStringLiteral("inserted"), changes.inserted},
            {QStringLiteral("updated"), changes.updated},
            {QStringLiteral("deleted"), changes.deleted},
            {QStringLiteral("fileDropped"), changes.dropped}};
}

QString changesText(const RelationChanges &changes)
{
    QStringList parts;
    if (changes.inserted > 0)
        parts << Tr::tr("%1 inserted").arg(changes.inserted);
    if (changes.updated > 0)
        parts << Tr::tr("%1 updated").arg(changes.updated);
    if (changes.deleted > 0)
        parts << Tr::tr("%1 deleted").arg(changes.deleted);
    if (changes.dropped)
        parts << Tr::tr("dropped, truncated or rewritten");
    return parts.join(QStringLiteral(", "));
}

/// A literal of standard SQL; the script sets standard_conforming_strings.
QString literal(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

template <typename Numbers> QString joined(const Numbers &numbers)
{
    QStringList words;
    for (const quint32 number : numbers)
        words << QString::number(number);
    return words.join(QLatin1Char(','));
}

} // namespace

QString TransactionList::nameOf(const RelationFile &relation) const
{
    const QString known = names.value(relation);
    if (!known.isEmpty())
        return known;
    const QString place = relation.tablespace == defaultTablespace
                              ? QStringLiteral("base")
                              : QStringLiteral("pg_tblspc/%1").arg(relation.tablespace);
    return QStringLiteral("%1/%2/%3").arg(place).arg(relation.database).arg(relation.file);
}

RelationChanges TransactionList::sum() const
{
    RelationChanges all;
    for (const RelationChanges &changes : totals) {
        all.inserted += changes.inserted;
        all.updated += changes.updated;
        all.deleted += changes.deleted;
        all.dropped = all.dropped || changes.dropped;
    }
    return all;
}

QJsonObject TransactionList::toJson() const
{
    QJsonArray list;
    for (const CommittedTransaction &transaction : transactions) {
        QJsonArray changes;
        for (auto one = transaction.relations.cbegin(); one != transaction.relations.cend(); ++one)
            changes << changesJson(nameOf(one.key()), one.value());
        QJsonArray children;
        for (const quint32 child : transaction.subtransactions)
            children << qint64(child);
        list << QJsonObject{{QStringLiteral("xid"), qint64(transaction.id)},
                            {QStringLiteral("subxids"), children},
                            {QStringLiteral("committedAt"), transaction.at.toString(Qt::ISODateWithMs)},
                            {QStringLiteral("commitLsn"), transaction.commit.toString()},
                            {QStringLiteral("changedCatalog"), transaction.changedCatalog},
                            {QStringLiteral("changes"), changes}};
    }
    QJsonArray all;
    for (auto one = totals.cbegin(); one != totals.cend(); ++one)
        all << changesJson(nameOf(one.key()), one.value());
    return {{QStringLiteral("firstLsn"), first.toString()},
            {QStringLiteral("lastLsn"), last.toString()},
            {QStringLiteral("records"), records},
            {QStringLiteral("count"), count},
            {QStringLiteral("relations"), all},
            {QStringLiteral("transactions"), list}};
}

QString TransactionList::toText() const
{
    QStringList lines{
        Tr::tr("Committed transactions from %1 to %2: %3.").arg(first.toString(), last.toString()).arg(count)};
    for (const CommittedTransaction &transaction : transactions) {
        lines << QString()
              << Tr::tr("Transaction %1, committed %2 UTC at %3")
                     .arg(transaction.id)
                     .arg(transaction.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                          transaction.commit.toString());
        for (auto one = transaction.relations.cbegin(); one != transaction.relations.cend(); ++one)
            lines << QStringLiteral("  %1: %2").arg(nameOf(one.key()), changesText(one.value()));
        if (transaction.changedCatalog)
            lines << Tr::tr("  It created, altered or dropped something (the system catalog was changed).");
    }
    if (count > transactions.size())
        lines << QString() << Tr::tr("And %1 more.").arg(count - transactions.size());
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QByteArray TransactionList::rowsScript(const QString &directory) const
{
    QString script = QStringLiteral("\\set ON_ERROR_STOP on\nSET standard_conforming_strings = on;\n"
                                    "SELECT rolname AS superuser FROM pg_roles WHERE oid = 10 \\gset\n");
    QHash<quint32, QList<quint32>> files;
    for (auto one = totals.cbegin(); one != totals.cend(); ++one)
        if (one->inserted > 0 || one->updated > 0)
            files[one.key().database] << one.key().file;
    for (auto database = files.cbegin(); database != files.cend(); ++database) {
        // Only a table's own rows: what lies in its TOAST table comes with them, and sequences and indexes hold none.
        script +=
            QStringLiteral(
                "SELECT datname AS database FROM pg_database WHERE oid = %1 \\gset\n"
                "\\connect :\"database\" :\"superuser\"\n"
                "SET standard_conforming_strings = on;\n"
                "SELECT format('COPY (SELECT * FROM %s WHERE xmin::text = ANY (%L::text[])) TO %L WITH (FORMAT csv, "
                "HEADER)', c.oid::regclass, '{%2}', %3 || '/' || regexp_replace(concat_ws('.', :'database', "
                "n.nspname, c.relname), '[^[:alnum:]_.-]', '_', 'g') || '.' || c.oid || '.csv')\n"
                "  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace\n"
                " WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'pg_toast' AND pg_relation_filenode(c.oid) IN (%4) "
                "\\gexec\n")
                .arg(database.key())
                .arg(joined(writers.value(database.key())), literal(directory), joined(database.value()));
    }
    return script.toUtf8();
}

} // namespace howdah
