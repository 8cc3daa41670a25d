#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");
} // namespace

/// Backups of every kind on a lab that archives: taken, found, verified, drilled; made by hand, made cold, made
/// corrupt.
class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT g AS id, repeat('x', 100) AS words"
                                      " FROM generate_series(1, 5000) g"));
        m_lab->sql(n1, QStringLiteral("CREATE UNIQUE INDEX t_id ON t (id)"));
        QVERIFY(m_lab->waitUntilReplayed(n2));
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_backups->lieInMemory();
    }

    void eachIsFoundVerifiedAndDrilled_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("compression");
        QTest::addColumn<bool>("tar");
        QTest::newRow("of the standby, plain") << n2 << QStringLiteral("none") << false;
        QTest::newRow("of the primary, gzip") << n1 << QStringLiteral("gzip") << true;
        QTest::newRow("of the standby, lz4") << n2 << QStringLiteral("lz4") << true;
        QTest::newRow("of the primary, zstd") << n1 << QStringLiteral("zstd") << true;
    }
    void eachIsFoundVerifiedAndDrilled()
    {
        QFETCH(QString, node);
        QFETCH(QString, compression);
        QFETCH(bool, tar);
        const QString id = m_backups->take({{QStringLiteral("from"), node},
                                            {QStringLiteral("compression"), compression},
                                            {QStringLiteral("label"), QStringLiteral("a \"label\"")}});
        const BackupStock stock = m_backups->stock();
        const BaseBackup *backup = stock.find(id);
        QVERIFY(backup);
        QCOMPARE(backup->label, QStringLiteral("a \"label\""));
        QCOMPARE(backup->takenFrom, node);
        QCOMPARE(backup->fromStandby, node == n2);
        QCOMPARE(backup->format == BaseBackup::Format::Tar, tar);
        QVERIFY(backup->bytes > 0 && backup->start.isValid() && backup->start < backup->stop);
        QVERIFY(backup->startedAt.isValid() && backup->startedAt <= backup->stoppedAt);
        QVERIFY(stock.reachOf(id) && stock.reachOf(id)->why.isEmpty());

        const RunOutcome verified = m_backups->run("verify-backup", id);
        QVERIFY2(verified.state == OperationState::Done, why(verified).constData());
        const RunOutcome drilled = m_backups->run("drill-backup", id);
        QVERIFY2(drilled.state == OperationState::Done, why(drilled).constData());
        const QString found = drilled.entry.result.value(QLatin1String("found")).toString();
        QVERIFY2(found.contains(QLatin1String("tables: 1, rows read: 5000, amcheck: no damage")), qPrintable(found));
        const BackupPlace place = *m_backups->stock().placeOf(id);
        QCOMPARE(place.catalogue.newest(BackupNote::Kind::Verified, id)->operation, verified.entry.id);
        QCOMPARE(place.catalogue.newest(BackupNote::Kind::Drilled, id)->said, found);
        nothingIsLeft();
    }

    void oneMadeByHandCounts()
    {
        const ServerLayout layout = m_backups->layout(n1);
        m_backups->shell(QStringLiteral("'%1/pg_basebackup' -d '%2' -D '%3/by hand' --checkpoint=fast 2>&1")
                             .arg(layout.binDirectory, m_lab->connInfo(n1).toString(), m_backups->directory()));
        const BackupStock stock = m_backups->stock();
        const BaseBackup *backup = stock.find(QStringLiteral("by hand"));
        QVERIFY(backup);
        QVERIFY(backup->keeper == BaseBackup::Keeper::ByHand);
        QCOMPARE(backup->systemIdentifier, stock.systemIdentifier);
        const RunOutcome verified = m_backups->run("verify-backup", QStringLiteral("by hand"));
        QVERIFY2(verified.state == OperationState::Done, why(verified).constData());
        const RunOutcome drilled = m_backups->run("drill-backup", QStringLiteral("by hand"),
                                                  {{QStringLiteral("examine"), QStringLiteral("quick")}});
        QVERIFY2(drilled.state == OperationState::Done, why(drilled).constData());
    }

    void aColdCopyIsTakenOfAStoppedServerOnly()
    {
        const Arguments cold{{QStringLiteral("from"), n2}, {QStringLiteral("kind"), QStringLiteral("cold")}};
        const Preparation running = LiveOperation(*m_lab).prepared(QStringLiteral("backup"), cold);
        QCOMPARE(LiveOperation::verdict(running, QStringLiteral("stopped")), QStringLiteral("blocked: n2 is running."));
        const ServerLayout layout = m_backups->layout(n2);
        const Deadline deadline = Deadline::after(Milliseconds{60000});
        QVERIFY(runChecked(m_backups->host(), layout.stop(QStringLiteral("fast")), deadline));
        const QString id = m_backups->take(cold);
        QVERIFY(runChecked(m_backups->host(), layout.start(QStringLiteral("/dev/null")), deadline));
        const BaseBackup backup = *m_backups->stock().find(id);
        QVERIFY(backup.cold);
        QVERIFY(backup.stop.isValid() && backup.timeline == 1 && backup.bytes > 0);
        QVERIFY(m_lab->waitUntilStreaming(n2));
        const RunOutcome verified = m_backups->run("verify-backup", id);
        QVERIFY2(verified.state == OperationState::Done, why(verified).constData());
        const RunOutcome drilled = m_backups->run("drill-backup", id);
        QVERIFY2(drilled.state == OperationState::Done, why(drilled).constData());
        QVERIFY(drilled.entry.result.value(QLatin1String("found")).toString().contains(QLatin1String("read: 5000")));
        nothingIsLeft();
    }

    void aCorruptOneIsFoundAndSaid_data()
    {
        QTest::addColumn<QString>("compression");
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("operation");
        const QString plain = QStringLiteral("none");
        const QString flip =
            QStringLiteral("printf X | dd of=\"$(find '%1' -path '*base*' -size +64k | head -n 1)\" bs=1"
                           " seek=9000 conv=notrunc status=none");
        QTest::newRow("a flipped byte") << plain << flip << QStringLiteral("verify-backup");
        QTest::newRow("a missing file") << plain << QStringLiteral("rm '%1/data/global/pg_filenode.map'")
                                        << QStringLiteral("verify-backup");
        QTest::newRow("a flipped byte in a tar file")
            << QStringLiteral("gzip")
            << QStringLiteral("printf X | dd of='%1/data/base.tar.gz' bs=1 seek=90000 conv=notrunc status=none")
            << QStringLiteral("verify-backup");
        QTest::newRow("no checkpoint to begin with")
            << plain << QStringLiteral("rm '%1'/data/pg_wal/0*") << QStringLiteral("drill-backup");
        QTest::newRow("a table's file is gone")
            << plain << QStringLiteral("rm '%1/data/%2'") << QStringLiteral("drill-backup");
    }
    void aCorruptOneIsFoundAndSaid()
    {
        QFETCH(QString, compression);
        QFETCH(QString, damage);
        QFETCH(QString, operation);
        // Of the primary: a standby's would replay its tables anew from a while before.
        const QString id =
            m_backups->take({{QStringLiteral("from"), n1}, {QStringLiteral("compression"), compression}});
        damage.replace(QStringLiteral("%1"), m_backups->directory() + QLatin1Char('/') + id);
        damage.replace(QStringLiteral("%2"), m_lab->sql(n1, QStringLiteral("SELECT pg_relation_filepath('t')")));
        m_backups->shell(damage);
        const RunOutcome outcome = m_backups->run(qPrintable(operation), id);
        QCOMPARE(outcome.state, OperationState::Undone);
        const BackupStock stock = m_backups->stock();
        const BackupPlace *place = stock.placeOf(id);
        QVERIFY2(place->catalogue.isBad(id), why(outcome).constData());
        QVERIFY(std::any_of(stock.findings.begin(), stock.findings.end(), [&id](const Finding &finding) {
            return finding.id == QLatin1String("backup-bad") && finding.text.contains(id);
        }));
        const Preparation next = LiveOperation(*m_lab).prepared(QStringLiteral("drill-backup"));
        QVERIFY(next.situation.argument(QStringLiteral("backup")) != id);
        nothingIsLeft();
    }

    void whatCannotBeSaysWhy_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *operation, const char *argument, const QString &value,
                            const char *check, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(operation) << Arguments{{QString::fromLatin1(argument), value}}
                                << QString::fromLatin1(check) << QString::fromUtf8(said);
        };
        row("verify what is not there", "verify-backup", "backup", QStringLiteral("nothing"), "backup",
            "blocked: There is no backup nothing in ");
        row("drill what is not there", "drill-backup", "backup", QStringLiteral("nothing"), "backup",
            "blocked: There is no backup nothing in ");
        row("drill into what is there", "drill-backup", "into", QStringLiteral("/tmp"), "place",
            "blocked: /tmp is there already.");
        row("drill on a port that is taken", "drill-backup", "port", m_lab->connInfo(n1).port(), "port",
            "blocked: Something listens on");
        row("no directory of backups", "drill-backup", "backups", QStringLiteral("/nowhere"), "backup",
            "blocked: There is no backup in /nowhere");
        row("an incremental one of 15", "backup", "kind", QStringLiteral("incremental"), "summaries",
            "blocked: PostgreSQL 15 takes no incremental backups");
        row("expire without a rule", "expire-backups", "then", QStringLiteral("aside"), "rules",
            "blocked: No rule says what stays.");
    }
    void whatCannotBeSaysWhy()
    {
        QFETCH(QString, operation);
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        QFETCH(QString, said);
        const Preparation preparation = LiveOperation(*m_lab).prepared(operation, arguments);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(verdict));
        QVERIFY2(verdict.startsWith(said), qPrintable(verdict + preparation.sentence));
    }

private:
    void nothingIsLeft()
    {
        for (const QString &entry : m_backups->entries())
            QVERIFY2(!entry.startsWith(QLatin1String("drill-")), qPrintable(entry));
        QCOMPARE(m_backups->shell(
                     QStringLiteral("find '%1' -maxdepth 1 -name '.howdah-verifying*'").arg(m_backups->directory())),
                 QString());
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
};

QTEST_GUILESS_MAIN(TestBackups)
#include "test_backups.moc"
