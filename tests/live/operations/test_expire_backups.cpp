#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
}

/// Three backups on a lab that archives; what the rules do not keep is moved aside, brought back, and removed.
class TestExpireBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_backups->lieInMemory();
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t (a int)"));
        for (int round = 0; round < 3; ++round) {
            m_lab->sql(n1, QStringLiteral("INSERT INTO t VALUES (1)"));
            archiveAll();
            m_ids << m_backups->take({{QStringLiteral("from"), n1}});
        }
        archiveAll();
        m_archive = m_lab->lab().directory + QStringLiteral("/archive");
        m_backups->shell(QStringLiteral("echo mine >'%1/notes.txt'; mkdir '%2/mine'; echo x >'%2/mine/x'")
                             .arg(m_archive, m_backups->directory()));
        m_rules = {{QStringLiteral("keep"), QStringLiteral("1")}, {QStringLiteral("archive"), m_archive}};
    }

    void aDryRunSaysWhatGoesAndWhy()
    {
        const QStringList before = everything();
        const Preparation preparation = LiveOperation(*m_lab).prepared(QStringLiteral("expire-backups"), m_rules);
        QVERIFY2(preparation.readiness != Readiness::NotReady, qPrintable(preparation.sentence));
        const QString said = preparation.plan.consequences.join(QLatin1Char('\n'));
        QVERIFY2(said.contains(m_ids.at(0) + QStringLiteral(" goes.")), qPrintable(said));
        QVERIFY2(said.contains(m_ids.at(2) + QStringLiteral(" stays. It is one of the newest 1.")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("The archive stays from ")), qPrintable(said));
        QCOMPARE(everything(), before);
    }

    void whatWasMovedAsideComesBack()
    {
        const QStringList before = everything();
        const RunOutcome expired = LiveOperation(*m_lab).run(QStringLiteral("expire-backups"), m_rules);
        QVERIFY2(expired.state == OperationState::Done, why(expired).constData());
        QCOMPARE(BackupsOfLab::ids(m_backups->stock()), m_ids.mid(2));
        QVERIFY(m_backups->stock().reachOf(m_ids.last())->why.isEmpty());
        Arguments back = m_rules;
        back.insert(QStringLiteral("then"), QStringLiteral("back"));
        const RunOutcome brought = LiveOperation(*m_lab).run(QStringLiteral("expire-backups"), back);
        QVERIFY2(brought.state == OperationState::Done, why(brought).constData());
        QCOMPARE(everything(), before);
    }

    void theWindowIsNeverBroken()
    {
        Arguments rules{{QStringLiteral("window"), QStringLiteral("1")}, {QStringLiteral("archive"), m_archive}};
        const Preparation all = LiveOperation(*m_lab).prepared(QStringLiteral("expire-backups"), rules);
        QVERIFY(!all.plan.consequences.join(QLatin1Char('\n')).contains(QStringLiteral(" goes.")));
    }

    void whatIsRemovedIsGoneAndNothingElse()
    {
        const RunOutcome aside =
            LiveOperation(*m_lab).run(QStringLiteral("expire-backups"), {{QStringLiteral("keep"), QStringLiteral("2")},
                                                                         {QStringLiteral("archive"), m_archive}});
        QVERIFY2(aside.state == OperationState::Done, why(aside).constData());
        Arguments rules = m_rules;
        rules.insert(QStringLiteral("then"), QStringLiteral("remove"));
        const RunOutcome removed = LiveOperation(*m_lab).run(QStringLiteral("expire-backups"), rules);
        QVERIFY2(removed.state == OperationState::Done, why(removed).constData());
        QCOMPARE(m_backups->shell(
                     QStringLiteral("find '%1' '%2' -name '.howdah-expired*'").arg(m_backups->directory(), m_archive)),
                 QString());
        QCOMPARE(BackupsOfLab::ids(m_backups->stock()), m_ids.mid(2));
        QCOMPARE(
            m_backups->shell(QStringLiteral("cat '%1/notes.txt' '%2/mine/x'").arg(m_archive, m_backups->directory())),
            QStringLiteral("mine\nx"));
        const RunOutcome recovered =
            m_backups->run("drill-backup", m_ids.last(), {{QStringLiteral("archive"), m_archive}});
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        QVERIFY(
            recovered.entry.result.value(QLatin1String("found")).toString().contains(QLatin1String("rows read: 3")));
    }

private:
    void archiveAll()
    {
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        // The newest may be a backup's history file, whose name begins with its segment's.
        QTRY_VERIFY_WITH_TIMEOUT(
            m_lab->sql(n1, QStringLiteral("SELECT last_archived_wal FROM pg_stat_archiver")).left(24) >= last, 60000);
    }
    [[nodiscard]] QStringList everything() const
    {
        return m_backups
            ->shell(QStringLiteral("find '%1' '%2' -type f -printf '%p %s\\n' | sort")
                        .arg(m_backups->directory(), m_archive))
            .split(QLatin1Char('\n'));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    QStringList m_ids;
    QString m_archive;
    Arguments m_rules;
};

QTEST_GUILESS_MAIN(TestExpireBackups)
#include "test_expire_backups.moc"
