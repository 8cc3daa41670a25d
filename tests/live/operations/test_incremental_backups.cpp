#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/support/postgres_versions.h"

#include <QJsonDocument>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const Arguments incremental{{QStringLiteral("kind"), QStringLiteral("incremental")}};
} // namespace

/// Incremental backups on a server that can take them: a chain is taken, verified, put together, examined, kept whole.
class TestIncrementalBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<QString> programs = programsOf17();
        if (!programs)
            QSKIP(qPrintable(programs.error().message));
        m_lab = LiveLab::make({.standbys = 0, .archive = true, .binDirectory = *programs});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT g AS id, repeat('x', 100) AS words"
                                      " FROM generate_series(1, 20000) g"));
        m_lab->sql(n1, QStringLiteral("CREATE UNIQUE INDEX t_id ON t (id)"));
    }

    void withoutSummariesItIsRefused()
    {
        QCOMPARE(verdict("base"),
                 QStringLiteral("blocked: There is no backup in %1 that it could be based on.").arg(directory()));
        QCOMPARE(verdict("summaries"), QStringLiteral("blocked: summarize_wal is off on n1."));
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET summarize_wal = on"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->sql(n1, QStringLiteral("SHOW summarize_wal")), QStringLiteral("on"), 30000);
    }

    void aChainIsTaken()
    {
        m_ids << m_backups->take();
        for (const int rows : {20100, 20200}) {
            m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT g, 'new' FROM generate_series((SELECT max(id) + 1"
                                          " FROM t), %1) g")
                               .arg(rows));
            m_ids << m_backups->take(incremental);
        }
        QVERIFY(!m_ids.contains(QString()));
        const BackupStock stock = m_backups->stock();
        QCOMPARE(stock.find(m_ids.at(1))->basedOn, m_ids.at(0));
        QCOMPARE(stock.find(m_ids.at(2))->basedOn, m_ids.at(1));
        for (const int i : {1, 2})
            QVERIFY(stock.find(m_ids.at(i))->bytes < stock.find(m_ids.at(0))->bytes / 2);
        const RunOutcome verified = m_backups->run("verify-backup", m_ids.at(2));
        QVERIFY2(verified.state == OperationState::Done, why(verified).constData());
    }

    void eachIsPutTogetherAndExamined_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("found");
        QTest::newRow("of two") << 1 << QStringLiteral("tables: 1, rows read: 20100, amcheck: no damage");
        QTest::newRow("of three") << 2 << QStringLiteral("tables: 1, rows read: 20200, amcheck: no damage");
    }
    void eachIsPutTogetherAndExamined()
    {
        QFETCH(int, which);
        QFETCH(QString, found);
        const RunOutcome drilled = m_backups->run("drill-backup", m_ids.at(which));
        QVERIFY2(drilled.state == OperationState::Done, why(drilled).constData());
        QVERIFY2(drilled.entry.result.value(QLatin1String("found")).toString().contains(found),
                 qPrintable(drilled.entry.result.value(QLatin1String("found")).toString()));
    }

    void recoveryGoesOnFromTheChain()
    {
        m_lab->sql(n1, QStringLiteral("DELETE FROM t WHERE id > 20190"));
        const QString end = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_lsn()"));
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("DROP TABLE t"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_lab->sql(n1, QStringLiteral("SELECT last_archived_wal FROM pg_stat_archiver")).left(24) >= last, 60000);
        const RunOutcome recovered = m_backups->perform("recover", {{QStringLiteral("lsn"), end}});
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        const QString steps = QString::fromUtf8(QJsonDocument(toJson(recovered.entry.plan)).toJson());
        QVERIFY(steps.contains(QLatin1String("pg_combinebackup")));
        const ConnInfo side = *ConnInfo::parse(recovered.entry.result.value(QLatin1String("conninfo")).toString());
        Result<Connection> session = Connection::open(side, Deadline::after(Milliseconds{60000}));
        QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().full()));
        QCOMPARE(session->query(QStringLiteral("SELECT count(*) FROM t"), {}, Deadline::after(Milliseconds{60000}))
                     ->text(0, 0),
                 QStringLiteral("20190"));
        const QString copy = recovered.entry.result.value(QLatin1String("directory")).toString();
        m_backups->shell(QStringLiteral("'%1/pg_ctl' stop -s -m immediate -D '%2/data'")
                             .arg(m_backups->layout(n1).binDirectory, copy));
    }

    void expiryNeverBreaksTheChain()
    {
        const RunOutcome expired = LiveOperation(*m_lab).run(QStringLiteral("expire-backups"),
                                                             {{QStringLiteral("keep"), QStringLiteral("1")}});
        QVERIFY2(expired.state == OperationState::Done, why(expired).constData());
        QCOMPARE(BackupsOfLab::ids(m_backups->stock()), m_ids);
    }

    void whatLacksItsBaseIsNone()
    {
        m_backups->shell(QStringLiteral("mv '%1/%2' '%1/../base'").arg(directory(), m_ids.first()));
        const BackupStock stock = m_backups->stock();
        QVERIFY(stock.placeOf(m_ids.last())->catalogue.isBad(m_ids.last()));
        const Preparation drill =
            LiveOperation(*m_lab).prepared(QStringLiteral("drill-backup"), {{QStringLiteral("backup"), m_ids.last()}});
        QVERIFY(LiveOperation::verdict(drill, QStringLiteral("backup"))
                    .startsWith(QLatin1String("blocked: It is incremental, and the backup ")));
        QVERIFY(std::any_of(stock.findings.begin(), stock.findings.end(), [this](const Finding &finding) {
            return finding.id == QLatin1String("backup-chain-broken") && finding.text.contains(m_ids.last());
        }));
        QCOMPARE(verdict("base"),
                 QStringLiteral("blocked: There is no backup in %1 that it could be based on.").arg(directory()));
    }

private:
    [[nodiscard]] QString directory() const { return m_backups->directory(); }
    [[nodiscard]] QString verdict(const char *check) const
    {
        return LiveOperation::verdict(LiveOperation(*m_lab).prepared(QStringLiteral("backup"), incremental),
                                      QString::fromLatin1(check));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    QStringList m_ids; // the whole one, then those that are based on it
};

QTEST_GUILESS_MAIN(TestIncrementalBackups)
#include "test_incremental_backups.moc"
