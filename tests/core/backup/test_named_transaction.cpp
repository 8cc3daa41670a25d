#include "core/backup/named_transaction.h"

#include <QJsonArray>
#include <QTest>

using namespace howdah;

namespace {

NamedChange change(const char *relation, qint64 inserted, qint64 updated, qint64 deleted, bool dropped = false)
{
    return {.file = {1663, 5, 16385},
            .database = QStringLiteral("shop"),
            .relation = QString::fromLatin1(relation),
            .changes = {.inserted = inserted, .updated = updated, .deleted = deleted, .dropped = dropped}};
}

/// Committed at 11:30.
NamedTransaction transactionOf(const QList<NamedChange> &changes)
{
    return {.id = 735,
            .commit = Lsn(0x4000000),
            .at = QDateTime(QDate(2026, 11, 20), QTime(11, 30), Qt::UTC),
            .bytes = 1000,
            .definitions = {},
            .changes = changes};
}

} // namespace

class TestNamedTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFilterChooses_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, const char *table, const char *kind, int rows, bool matches) {
            QTest::newRow(name) << QString::fromLatin1(table) << QString::fromLatin1(kind) << rows << matches;
        };
        row("everything", "", "", 0, true);
        row("a table", "users", "", 0, true);
        row("with its schema", "public.users", "", 0, true);
        row("with its database", "shop.public.users", "", 0, true);
        row("of another database", "other.public.users", "", 0, false);
        row("half a name", "sers", "", 0, false);
        row("another table", "orders2", "", 0, false);
        row("an unknown one by its file", "file 16385", "drop", 0, true);
        row("a kind", "", "delete", 0, true);
        row("the kind in that table", "users", "delete", 0, true);
        row("not that kind in that table", "orders", "delete", 0, false);
        row("enough rows", "users", "delete", 499, true);
        row("too few rows", "users", "delete", 500, false);
        row("rows of any kind", "", "", 510, true);
        row("too few of any kind", "", "", 511, false);
        row("dropped", "", "drop", 0, true);
        row("the table itself was not", "users", "drop", 0, false);
    }
    void theFilterChooses()
    {
        QFETCH(QString, table);
        QFETCH(QString, kind);
        QFETCH(int, rows);
        QFETCH(bool, matches);
        const NamedTransaction transaction = transactionOf(
            {change("public.users", 1, 0, 499), change("public.orders", 10, 0, 0), change("", 0, 0, 0, true)});
        const TransactionFilter filter{
            .table = table, .kind = changeKindFromName(kind), .minimumRows = rows, .since = {}};
        QCOMPARE(filter.matches(transaction), matches);
    }

    void sinceIsAMoment()
    {
        const NamedTransaction transaction = transactionOf({change("public.users", 1, 0, 0)});
        TransactionFilter filter;
        filter.since = transaction.at;
        QVERIFY(filter.matches(transaction));
        filter.since = transaction.at.addMSecs(1);
        QVERIFY(!filter.matches(transaction));
    }

    void whatChangedNothingIsNotShown()
    {
        NamedTransaction transaction = transactionOf({});
        QVERIFY(!TransactionFilter().matches(transaction));
        transaction.definitions = QStringList{QStringLiteral("shop")};
        QVERIFY(TransactionFilter().matches(transaction));
        QCOMPARE(transaction.tables(), QStringLiteral("definitions of shop"));
    }

    void manyTablesAreCounted()
    {
        QList<NamedChange> changes;
        for (const char *name : {"public.a", "public.b", "public.c", "public.d"})
            changes << change(name, 1, 0, 0);
        QCOMPARE(transactionOf(changes).tables(), QStringLiteral("public.a, public.b and 2 more"));
        QCOMPARE(transactionOf({change("", 0, 0, 0, true)}).tables(), QStringLiteral("file 16385 (dropped)"));
        QCOMPARE(transactionOf({change("public.a", 0, 0, 0, true)}).tables(),
                 QStringLiteral("public.a (truncated or rewritten)"));
    }

    void anUnknownRelationIsNull()
    {
        const QJsonObject object =
            transactionOf({change("", 0, 0, 7)}).toJson().value(QLatin1String("changes")).toArray().first().toObject();
        QVERIFY(object.value(QLatin1String("relation")).isNull());
        QCOMPARE(object.value(QLatin1String("deleted")).toInt(), 7);
        QCOMPARE(object.value(QLatin1String("file")).toInt(), 16385);
    }
};

QTEST_GUILESS_MAIN(TestNamedTransaction)
#include "test_named_transaction.moc"
