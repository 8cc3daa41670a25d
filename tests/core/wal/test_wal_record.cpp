#include "core/wal/wal_record.h"

#include <QRandomGenerator>
#include <QTest>

using namespace howdah;

namespace {
const QByteArray insert15 = "rmgr: Heap        len (rec/tot):     64/    64, tx:        727, lsn: 0/0155DCF0, prev "
                            "0/0155D658, desc: INSERT off 58 flags 0x00, blkref #0: rel 1663/5/16385 blk 5";
const QByteArray commit15 = "rmgr: Transaction len (rec/tot):    114/   114, tx:        735, lsn: 0/0156B940, prev "
                            "0/0156B900, desc: COMMIT 2026-11-20 08:01:45.437755 UTC; rels: base/5/16392 "
                            "pg_tblspc/16400/PG_15_202209061/5/16401; subxacts: 736 737; inval msgs: catcache 55";

QByteArray heap(const QByteArray &description, const QByteArray &manager = "Heap       ")
{
    return "rmgr: " + manager +
           " len (rec/tot):     64/    64, tx:        727, lsn: 1/0155DCF0, prev 0/0155D658, desc: " + description;
}
} // namespace

class TestWalRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeapRecordIsRead_data()
    {
        using Kind = WalRecord::Kind;
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("rows");
        const auto row = [](const char *title, const QByteArray &line, Kind kind, int rows) {
            QTest::newRow(title) << line + ", blkref #0: rel 1663/5/16385 blk 5" << static_cast<int>(kind) << rows;
        };
        row("insert, 15", heap("INSERT off 58 flags 0x00"), Kind::Insert, 1);
        row("insert, 16", heap("INSERT off: 58, flags: 0x00"), Kind::Insert, 1);
        row("first on its page", heap("INSERT+INIT off 1 flags 0x00"), Kind::Insert, 1);
        row("many, 15", heap("MULTI_INSERT+INIT 3 tuples flags 0x02", "Heap2      "), Kind::Insert, 3);
        row("many, 16", heap("MULTI_INSERT ntuples: 61, flags: 0x02, offsets: [1, 2]", "Heap2      "), Kind::Insert,
            61);
        row("update", heap("UPDATE off 1 xmax 728 flags 0x00 ; new off 59 xmax 0"), Kind::Update, 1);
        row("hot update, 16", heap("HOT_UPDATE old_xmax: 728, old_off: 1"), Kind::Update, 1);
        row("delete", heap("DELETE off 10 flags 0x00 KEYS_UPDATED "), Kind::Delete, 1);
        row("lock", heap("LOCK off 1: xid 728: flags 0x00 LOCK_ONLY EXCL_LOCK "), Kind::Other, 0);
        row("prune", heap("PRUNE latestRemovedXid 728 nredirected 0 ndead 3", "Heap2      "), Kind::Other, 0);
        row("not a heap's", heap("INSERT_LEAF off 5", "Btree      "), Kind::Other, 0);
    }

    void aRestorePointIsRead()
    {
        const QByteArray line = "rmgr: XLOG        len (rec/tot):     98/    98, tx:          0, lsn: 0/01701E90, prev "
                                "0/01701E58, desc: RESTORE_POINT before lunch";
        const std::optional<WalRecord> record = parseWalRecord(line);
        QVERIFY(record && record->kind == WalRecord::Kind::RestorePoint);
        QCOMPARE(restorePointName(*record), QStringLiteral("before lunch"));
    }

    void aHeapRecordIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QFETCH(int, rows);
        const std::optional<WalRecord> record = parseWalRecord(line);
        QVERIFY(record);
        QCOMPARE(static_cast<int>(record->kind), kind);
        QCOMPARE(record->rows, rows);
        QCOMPARE(record->transaction, 727U);
        QCOMPARE(record->lsn.toString(), QStringLiteral("1/155DCF0"));
        if (record->kind != WalRecord::Kind::Other) {
            QVERIFY(record->relation == (RelationFile{1663, 5, 16385}));
            QCOMPARE(record->block, 5U);
        }
    }

    void aCommitSaysWhenAndWhat()
    {
        const std::optional<WalRecord> record = parseWalRecord(commit15);
        QVERIFY(record && record->kind == WalRecord::Kind::Commit);
        const TransactionEnd end = transactionEnd(*record);
        QCOMPARE(end.at, QDateTime(QDate(2026, 11, 20), QTime(8, 1, 45, 437), Qt::UTC));
        QCOMPARE(end.subtransactions, (QList<quint32>{736, 737}));
        QCOMPARE(end.dropped, (QList<RelationFile>{{1663, 5, 16392}, {16400, 5, 16401}}));
    }

    void aPreparedTransactionEndsUnderItsOwnNumber()
    {
        QByteArray line = commit15;
        line.replace("COMMIT 2026", "COMMIT_PREPARED 701: 2026");
        const std::optional<WalRecord> record = parseWalRecord(line);
        QVERIFY(record && record->kind == WalRecord::Kind::Commit);
        QCOMPARE(record->transaction, 701U);
        QCOMPARE(transactionEnd(*record).at.date(), QDate(2026, 11, 20));
    }

    void aCheckpointSaysWhereReplayBegins()
    {
        const std::optional<WalRecord> record = parseWalRecord(
            "rmgr: XLOG        len (rec/tot):    114/   114, tx:          0, lsn: 0/0156ECC8, prev "
            "0/0156EC90, desc: CHECKPOINT_SHUTDOWN redo 0/156ECC8; tli 1; prev tli 1; fpw true; xid 0:737");
        QVERIFY(record && record->kind == WalRecord::Kind::Checkpoint);
        QCOMPARE(redoOf(*record)->toString(), QStringLiteral("0/156ECC8"));
    }

    void noRecordIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("message") << QByteArray("first record is after 0/3000000, at 0/3000028, skipping over 40 bytes");
        QTest::newRow("half") << insert15.left(60);
        QTest::newRow("no position") << QByteArray(insert15).replace("0155DCF0", "xyz");
        QTest::newRow("number too large") << QByteArray(insert15).replace("       727", "99999999999");
    }

    void noRecordIsNone()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseWalRecord(line));
    }

    /// Whatever a damaged disk or another version prints: nothing breaks.
    void anyBytesAreBorne()
    {
        QRandomGenerator random(20261120);
        for (int round = 0; round < 20000; ++round) {
            QByteArray line = round % 2 ? insert15 : commit15;
            for (int change = 0; change < 1 + round % 6; ++change) {
                const qsizetype at = random.bounded(line.size());
                switch (random.bounded(3)) {
                case 0:
                    line[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    line.truncate(at + 1);
                    break;
                default:
                    line.insert(at, line.mid(random.bounded(line.size()), 12));
                }
            }
            if (const auto record = parseWalRecord(line)) {
                QVERIFY(record->rows >= 0);
                const TransactionEnd end = transactionEnd(*record);
                QVERIFY(end.subtransactions.size() < line.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWalRecord)
#include "test_wal_record.moc"
