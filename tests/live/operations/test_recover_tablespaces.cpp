#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QFile>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// A cluster with a tablespace is recovered beside itself: the copy's lies with the copy, and the live one's files are
/// never written to. Then the copy takes the place.
class TestRecoverTablespaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_place = m_lab->lab().directory + QStringLiteral("/fast disk");
        m_backups->shell(QStringLiteral("mkdir -m 700 '%1' '%1 too'").arg(m_place));
        m_lab->sql(n1, QStringLiteral("CREATE TABLESPACE fast LOCATION '%1'").arg(m_place));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t TABLESPACE fast AS SELECT generate_series(1, 1000) AS id"));
        QVERIFY(!m_backups->take({{QStringLiteral("compression"), QStringLiteral("gzip")}}).isEmpty());
        m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT generate_series(1, 10)"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('good')"));
        m_lab->sql(n1, QStringLiteral("TRUNCATE t"));
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_lab->lab().directory + QStringLiteral("/archive/") + last), 60000);
        m_lab->sql(n1, QStringLiteral("CHECKPOINT"));
    }

    void oneThatCameLaterIsRefused()
    {
        m_lab->sql(n1, QStringLiteral("CREATE TABLESPACE later LOCATION '%1 too'").arg(m_place));
        const Preparation preparation = m_operation->prepared(QStringLiteral("recover"), good());
        m_lab->sql(n1, QStringLiteral("DROP TABLESPACE later"));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("tablespaces"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: There are tablespaces that the backup has not: ")),
                 qPrintable(verdict));
    }

    void theLiveOneIsNotTouched()
    {
        const QString before = live();
        m_copy = m_operation->run(QStringLiteral("recover"), good());
        QVERIFY2(m_copy.state == OperationState::Done, why(m_copy).constData());
        QCOMPARE(askCopy(m_copy, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1010"));
        QCOMPARE(askCopy(m_copy, QStringLiteral("SELECT pg_tablespace_location(oid) FROM pg_tablespace WHERE spcname = 'fast'"))
                     .startsWith(directory() + QStringLiteral("/tablespaces/")),
                 true);
        QCOMPARE(live(), before);
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));
    }

    void itTakesThePlace()
    {
        const Preparation approved = m_operation->prepared(QStringLiteral("take-place"));
        const QString verdict = LiveOperation::verdict(approved, QStringLiteral("tablespaces"));
        QVERIFY2(verdict.startsWith(QLatin1String("warning: The copy's tablespaces (1) lie in ")), qPrintable(verdict));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1010"));
    }

private:
    static Arguments good() { return {{QStringLiteral("name"), QStringLiteral("good")}}; }
    [[nodiscard]] QString directory() const
    {
        return m_copy.entry.result.value(QLatin1String("directory")).toString();
    }
    /// Every file of the live tablespace, with its content.
    [[nodiscard]] QString live() const
    {
        return m_backups->shell(
            QStringLiteral("cd '%1' && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum").arg(m_place));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<BackupsOfLab> m_backups;
    RunOutcome m_copy;
    QString m_place;
};

QTEST_GUILESS_MAIN(TestRecoverTablespaces)
#include "test_recover_tablespaces.moc"
