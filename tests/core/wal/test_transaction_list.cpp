#include "core/wal/transaction_list.h"

#include <QJsonArray>
#include <QTest>

using namespace howdah;

namespace {

QByteArray line(const char *manager, int xid, int lsn, const QByteArray &description)
{
    return QByteArray("rmgr: ") + manager + " len (rec/tot):     64/    64, tx:        " + QByteArray::number(xid) +
           ", lsn: 0/0" + QByteArray::number(lsn, 16).toUpper() + ", prev 0/0155D658, desc: " + description + "\n";
}
QByteArray change(int xid, int lsn, const QByteArray &what, int file)
{
    return line("Heap", xid, lsn,
                what + " off 1 flags 0x00, blkref #0: rel 1663/5/" + QByteArray::number(file) + " blk 0");
}
QByteArray end(int xid, int lsn, const QByteArray &what, const QByteArray &more = {})
{
    return line("Transaction", xid, lsn, what + " 2026-11-20 08:01:45.407184 UTC" + more);
}

TransactionList listOf(const QByteArray &output, qsizetype chunk = 1 << 20)
{
    TransactionCollector collector;
    for (qsizetype at = 0; at < output.size(); at += chunk)
        collector.add(output.mid(at, chunk));
    return collector.finish();
}

const RelationFile users{1663, 5, 16385};

} // namespace

class TestTransactionList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committedChangesAreCounted_data()
    {
        QTest::addColumn<qsizetype>("chunk");
        QTest::newRow("at once") << qsizetype(1 << 20);
        QTest::newRow("byte by byte") << qsizetype(1);
        QTest::newRow("in odd pieces") << qsizetype(37);
    }

    void committedChangesAreCounted()
    {
        QFETCH(qsizetype, chunk);
        const TransactionList list = listOf(
            change(700, 0x1000, "INSERT", 16385) + change(701, 0x1100, "DELETE", 16385) +
                change(700, 0x1200, "HOT_UPDATE", 16385) + end(700, 0x1300, "COMMIT") + end(701, 0x1400, "ABORT") +
                change(702, 0x1500, "INSERT", 1259) + end(702, 0x1600, "COMMIT", "; rels: base/5/16390"),
            chunk);
        QCOMPARE(list.count, 2);
        QCOMPARE(list.records, 7);
        QCOMPARE(list.first.toString(), QStringLiteral("0/1000"));
        QCOMPARE(list.last.toString(), QStringLiteral("0/1600"));
        const RelationChanges changes = list.totals.value(users);
        QCOMPARE(changes.inserted, 1);
        QCOMPARE(changes.updated, 1);
        QCOMPARE(changes.deleted, 0);
        QVERIFY2(list.transactions.at(1).changedCatalog, "a row of pg_class was made");
        QVERIFY(list.totals.value({1663, 5, 16390}).dropped);
        QCOMPARE(list.catalogTransactions, 1);
    }

    /// A crash says nothing of the transactions that it ends; a checkpoint later tells.
    void whatACrashEndedIsForgotten_data()
    {
        QTest::addColumn<QByteArray>("checkpoint");
        QTest::addColumn<quint64>("resume");
        QTest::newRow("none") << QByteArray() << quint64(0x1000);
        QTest::newRow("after a crash") << QByteArray("CHECKPOINT_SHUTDOWN redo 0/1500; tli 1; prev tli 1; fpw true; "
                                                     "oldest running xid 0; shutdown")
                                       << quint64(0x1200);
        QTest::newRow("while it runs") << QByteArray("CHECKPOINT_ONLINE redo 0/1400; tli 1; prev tli 1; fpw true; "
                                                     "oldest running xid 702; online")
                                       << quint64(0x1200);
        QTest::newRow("one that it still runs in") << QByteArray("CHECKPOINT_ONLINE redo 0/1400; tli 1; prev tli 1; "
                                                                 "fpw true; oldest running xid 700; online")
                                                   << quint64(0x1000);
    }
    void whatACrashEndedIsForgotten()
    {
        QFETCH(QByteArray, checkpoint);
        QFETCH(quint64, resume);
        TransactionStream stream([](const CommittedTransaction &) {});
        stream.add(change(700, 0x1000, "INSERT", 16385) + change(701, 0x1200, "INSERT", 16385) +
                   end(701, 0x1300, "PREPARE gid one:"));
        if (!checkpoint.isEmpty())
            stream.add(line("XLOG", 0, 0x1500, checkpoint));
        stream.add(change(703, 0x1600, "INSERT", 16385));
        QCOMPARE(stream.resumeFrom(), Lsn(resume));
        stream.add(end(700, 0x1700, "COMMIT") + line("Transaction", 0, 0x1800, "COMMIT_PREPARED 701: 2026-11-20 "
                                                                               "08:01:45.407184 UTC"));
        QCOMPARE(stream.resumeFrom(), Lsn(0x1600));
    }

    void statisticsAreNoDefinitions()
    {
        const TransactionList list =
            listOf(change(700, 0x1000, "UPDATE", 2619) + change(700, 0x1100, "INSERT", 2840) +
                   end(700, 0x1200, "COMMIT") + change(701, 0x1300, "UPDATE", 1259) + end(701, 0x1400, "COMMIT"));
        QVERIFY(!list.transactions.at(0).changedCatalog);
        QVERIFY(list.transactions.at(1).changedCatalog);
        QCOMPARE(list.catalogTransactions, 1);
    }

    void subtransactionsCountForTheirParent()
    {
        const TransactionList list =
            listOf(change(700, 0x1000, "INSERT", 16385) + change(701, 0x1100, "INSERT", 16385) +
                   change(702, 0x1200, "INSERT", 16385) + end(702, 0x1300, "ABORT") +
                   end(700, 0x1400, "COMMIT", "; subxacts: 701"));
        QCOMPARE(list.count, 1);
        QCOMPARE(list.sum().inserted, 2);
        QCOMPARE(list.writers.value(5), (QList<quint32>{700, 701}));
    }

    void anEmptyStretchHasNoRecord()
    {
        QCOMPARE(listOf({}).records, 0);
        QCOMPARE(listOf("pg_waldump: error: could not find a valid record\n").records, 0);
    }

    void theListIsBoundedAndTheTotalsAreNot()
    {
        QByteArray output;
        const int many = static_cast<int>(TransactionList::longest) + 5;
        for (int i = 0; i < many; ++i)
            output += change(700 + i, 0x1000, "INSERT", 16385) + end(700 + i, 0x1100, "COMMIT");
        const TransactionList list = listOf(output);
        QCOMPARE(list.count, many);
        QCOMPARE(list.sum().inserted, many);
        QCOMPARE(list.transactions.size(), TransactionList::longest);
        QCOMPARE(list.writers.value(5).size(), many);
        QVERIFY(list.toText().contains(QStringLiteral("And 5 more")));
    }

    void itIsToldInWordsAndJson()
    {
        TransactionList list = listOf(change(700, 0x1000, "INSERT", 16385) + change(700, 0x1000, "INSERT", 16386) +
                                      end(700, 0x1300, "COMMIT"));
        list.names.insert(users, QStringLiteral("app.public.users"));
        QVERIFY2(list.toText().contains(QStringLiteral("app.public.users: 1 inserted")), qPrintable(list.toText()));
        QVERIFY(list.toText().contains(QStringLiteral("base/5/16386: 1 inserted")));
        const QJsonObject json = list.toJson();
        QCOMPARE(json.value(QLatin1String("count")).toInt(), 1);
        const QJsonObject first = json.value(QLatin1String("transactions")).toArray().first().toObject();
        QCOMPARE(first.value(QLatin1String("xid")).toInt(), 700);
        QCOMPARE(first.value(QLatin1String("committedAt")).toString(), QStringLiteral("2026-11-20T08:01:45.407Z"));
    }

    void theRowsScriptAsksForWhatIsThereStill()
    {
        const TransactionList list = listOf(change(700, 0x1000, "INSERT", 16385) +
                                            change(700, 0x1100, "DELETE", 16386) + end(700, 0x1300, "COMMIT"));
        const QString script = QString::fromUtf8(list.rowsScript(QStringLiteral("/it's")));
        QVERIFY(script.contains(QStringLiteral("IN (16385)")));
        QVERIFY(script.contains(QStringLiteral("'{700}'")));
        QVERIFY(script.contains(QStringLiteral("'/it''s'")));
    }
};

QTEST_GUILESS_MAIN(TestTransactionList)
#include "test_transaction_list.moc"
