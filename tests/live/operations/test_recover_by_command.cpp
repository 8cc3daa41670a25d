#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QFile>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// Recovery from an archive that only a command reaches, and from one that is damaged where nobody looks before: a
/// restore_command that hangs or lies is found before anything starts where that is possible, else while it replays;
/// the copy is taken down again then, and the live server never knew.
class TestRecoverByCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT 1 AS a"));
        QVERIFY(!m_backups->take().isEmpty());
        for (int i = 0; i < 5; ++i) {
            m_lab->sql(n1, QStringLiteral("INSERT INTO t VALUES (1)"));
            m_segments << m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
            m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        }
        m_archive = m_lab->lab().directory + QStringLiteral("/archive");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_archive + QLatin1Char('/') + m_segments.last()), 60000);
    }

    void aCommandThatWorksIsEnough()
    {
        const RunOutcome outcome =
            m_operation->run(QStringLiteral("recover"), with(QStringLiteral("cp %1/%f \"%p\"").arg(m_archive)));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(askCopy(outcome, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("6"));
        takeDownCopy(*m_lab, outcome);
    }

    void aCommandIsTriedBefore_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *command, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(command) << QString::fromLatin1(said);
        };
        row("hangs", "sleep 600 # %f %p", "did not bring");
        row("says yes and brings nothing", "true %f %p", "there is no file");
        row("brings another segment", "cp ARCHIVE/%f %p && cp ARCHIVE/OTHER %p", "is another segment");
        row("brings half of it", "head -c 8388608 ARCHIVE/%f >%p", "is cut off: it has 8388608 bytes of 16777216");
        row("brings what is no WAL", "head -c 16777216 /dev/zero >%p # %f", "is of another cluster");
        row("brings nothing at all", "exit 1 # %f %p", "does not bring");
        row("says yes to everything", "cp ARCHIVE/%f %p 2>/dev/null || touch %p", "that cannot be there");
        row("ends recovery with an error", "cp ARCHIVE/%f %p 2>/dev/null || exit 255", "that cannot be there");
    }
    void aCommandIsTriedBefore()
    {
        QFETCH(QString, command);
        QFETCH(QString, said);
        command.replace(QLatin1String("ARCHIVE"), m_archive).replace(QLatin1String("OTHER"), m_segments.at(2));
        const Preparation preparation = m_operation->prepared(QStringLiteral("recover"), with(command));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("fetching"));
        QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(verdict));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: ")) && verdict.contains(said), qPrintable(verdict));
    }

    /// It was honest when it was tried: for one later segment it is not.
    void aCommandThatFailsOnTheWayIsFound_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *deed, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(deed) << QString::fromLatin1(said);
        };
        row("hangs", "sleep 600", "within 2 seconds: see whether the archive answers");
        row("says yes and brings nothing", "exit 0", "and there is no file");
        row("brings another segment", "cp ARCHIVE/OTHER %p; exit 0", "is another segment");
        row("brings half of it", "head -c 8388608 ARCHIVE/%f >%p; exit 0", "is cut off");
        row("breaks down", "exit 255", "ended with code 255");
    }
    void aCommandThatFailsOnTheWayIsFound()
    {
        QFETCH(QString, deed);
        QFETCH(QString, said);
        QString command = QStringLiteral("if [ %f = MIDDLE ]; then %1; fi; cp ARCHIVE/%f \"%p\"").arg(deed);
        command.replace(QLatin1String("ARCHIVE"), m_archive)
            .replace(QLatin1String("MIDDLE"), m_segments.at(2))
            .replace(QLatin1String("OTHER"), m_segments.at(3));
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"), with(command));
        failsAndLeavesNothing(approved, said);
    }

    /// Its header is right, so that it counts as there; the server takes the damaged record for the end of the WAL.
    void aSegmentDamagedInsideDoesNotEndRecoveryEarly()
    {
        const QString path = m_archive + QLatin1Char('/') + m_segments.at(1);
        const QString kept = m_lab->lab().directory + QStringLiteral("/kept");
        m_backups->shell(QStringLiteral("cp --archive '%1' '%2' && "
                                        "dd if=/dev/urandom of='%1' bs=4096 seek=0 count=3 oflag=seek_bytes "
                                        "seek=100 conv=notrunc status=none && touch --reference='%2' '%1'")
                             .arg(path, kept));
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"));
        failsAndLeavesNothing(approved, QStringLiteral("is damaged inside"));
        m_backups->shell(QStringLiteral("mv '%2' '%1'").arg(path, kept));
    }

private:
    [[nodiscard]] static Arguments with(const QString &command)
    {
        return {{QStringLiteral("restore-command"), command}, {QStringLiteral("patience"), QStringLiteral("2")}};
    }
    void failsAndLeavesNothing(const Preparation &approved, const QString &said)
    {
        const QString into = approved.situation.argument(QStringLiteral("into"));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(said), qPrintable(outcome.error->full()));
        QVERIFY(!QFile::exists(into));
        QCOMPARE(m_backups->shell(QStringLiteral("pgrep --full --count -- '%1' || true").arg(into)),
                 QStringLiteral("1")); // the shell that asks
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("6"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_archive;
    QStringList m_segments;
};

QTEST_GUILESS_MAIN(TestRecoverByCommand)
#include "test_recover_by_command.moc"
