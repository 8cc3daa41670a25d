#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// A cluster with tablespaces: its backups hold them, and whatever is made of a backup leaves the live ones alone.
class TestBackupTablespaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_place = m_lab->lab().directory + QStringLiteral("/ts fast");
        m_backups->shell(QStringLiteral("mkdir -m 700 '%1'").arg(m_place));
        m_lab->sql(n1, QStringLiteral("CREATE TABLESPACE fast LOCATION '%1'").arg(m_place));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t TABLESPACE fast AS SELECT generate_series(1, 7000) AS id"));
        m_lab->sql(n1, QStringLiteral("CHECKPOINT"));
    }

    void inPlainFilesTheyAreRefused()
    {
        const Preparation preparation = LiveOperation(*m_lab).prepared(QStringLiteral("backup"));
        QCOMPARE(LiveOperation::verdict(preparation, QStringLiteral("tablespaces")),
                 QStringLiteral("blocked: The cluster has tablespaces: fast."));
    }

    void inTarFilesTheyAreTakenVerifiedAndDrilled()
    {
        const QString before = live();
        const QString id = m_backups->take({{QStringLiteral("compression"), QStringLiteral("gzip")}});
        const RunOutcome verified = m_backups->run("verify-backup", id);
        QVERIFY2(verified.state == OperationState::Done, why(verified).constData());
        const RunOutcome drilled = m_backups->run("drill-backup", id);
        QVERIFY2(drilled.state == OperationState::Done, why(drilled).constData());
        const QString found = drilled.entry.result.value(QLatin1String("found")).toString();
        QVERIFY2(found.contains(QLatin1String("rows read: 7000")), qPrintable(found));
        QCOMPARE(live(), before);
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("7000"));
    }

private:
    /// Every file of the live tablespace, with its content.
    [[nodiscard]] QString live() const
    {
        return m_backups->shell(
            QStringLiteral("cd '%1' && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum").arg(m_place));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_place;
};

QTEST_GUILESS_MAIN(TestBackupTablespaces)
#include "test_backup_tablespaces.moc"
