#include "tests/fault/killed_console.h"
#include "tests/live/operations/recovered_copy.h"

#include <QDir>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
} // namespace

/// kill -9 of the console at the step boundaries of recover, bring-rows-back and take-place.
class TestTimeMachineOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
        // Consoles are killed here, not machines.
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET fsync = off"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 100) AS a"));
        m_lab->sql(n1, QStringLiteral("ALTER TABLE t ADD PRIMARY KEY (a)"));
        QVERIFY2(run(QStringLiteral("backup"), {}).isEmpty(), qPrintable(m_why));
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('good')"));
        m_lab->sql(n1, QStringLiteral("DELETE FROM t"));
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->sql(n1, QStringLiteral("SELECT coalesce(last_archived_wal, '') >= '%1' FROM"
                                                                " pg_stat_archiver")
                                                     .arg(last)),
                                  QStringLiteral("t"), 60000);
    }

    void aRecoveryIsUndone_data()
    {
        QTest::addColumn<QString>("where");
        for (const QString &where : boundaries())
            QTest::newRow(qPrintable(where)) << where;
    }
    void aRecoveryIsUndone()
    {
        QFETCH(QString, where);
        const QString into = m_lab->lab().directory + QStringLiteral("/undone");
        const QString id = m_console->runKilledAt(where, QStringLiteral("recover"),
                                                  {QStringLiteral("name=good"), QStringLiteral("into=") + into});
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(!QDir(into).exists());
    }

    /// One run, killed and resumed at every boundary on its way.
    void aRecoveryIsResumedAtEveryBoundary()
    {
        const QString into = m_lab->lab().directory + QStringLiteral("/resumed");
        const QStringList moments = boundaries();
        const QString id = m_console->runKilledAt(moments.first(), QStringLiteral("recover"),
                                                  {QStringLiteral("name=good"), QStringLiteral("into=") + into});
        for (const QString &where : moments.mid(1)) {
            m_console->resumeKilledAt(where, id);
            QVERIFY2(KilledConsole::said(id) == QLatin1String("interrupted"), qPrintable(where));
        }
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(askCopy(outcome, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
        QCOMPARE(askCopy(outcome, QStringLiteral("SHOW archive_mode")), QStringLiteral("off"));
        takeDownCopy(*m_lab, into);
    }

    void rowsAreBackOnceOrNotAtAll_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("resume");
        for (const char *where : {"before:bring", "after:bring"})
            for (const bool resume : {true, false})
                QTest::addRow("%s %s", where, resume ? "resumed" : "undone") << QString::fromLatin1(where) << resume;
    }
    void rowsAreBackOnceOrNotAtAll()
    {
        QFETCH(QString, where);
        QFETCH(bool, resume);
        const QString from = copy();
        QVERIFY(!from.isEmpty());
        m_lab->sql(n1, QStringLiteral("DELETE FROM t"));
        const QString id = m_console->runKilledAt(where, QStringLiteral("bring-rows-back"),
                                                  {QStringLiteral("from=") + from, QStringLiteral("tables=t")});
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const bool committed = where.startsWith(QLatin1String("after"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")),
                 committed ? QStringLiteral("100") : QStringLiteral("0"));
        const RunOutcome outcome = resume ? m_console->resume(id) : m_console->undo(id);
        // What was committed is not called undone.
        const OperationState expected = resume      ? OperationState::Done
                                        : committed ? OperationState::Interrupted
                                                    : OperationState::Undone;
        QVERIFY2(outcome.state == expected, why(outcome).constData());
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")),
                 committed || resume ? QStringLiteral("100") : QStringLiteral("0"));
        if (expected == OperationState::Interrupted) {
            const RunOutcome after = m_console->resume(id);
            QVERIFY2(after.state == OperationState::Done, why(after).constData());
        }
    }

    void thePlaceIsGivenBack_data()
    {
        QTest::addColumn<QString>("where");
        for (const QString &step : words("prepare stop-copy fence aside place configure"))
            for (const char *side : {"before:", "after:"})
                QTest::newRow(qPrintable(QLatin1String(side) + step)) << QLatin1String(side) + step;
    }
    void thePlaceIsGivenBack()
    {
        QFETCH(QString, where);
        const QString from = copy();
        QVERIFY(!from.isEmpty());
        const QString id =
            m_console->runKilledAt(where, QStringLiteral("take-place"), {QStringLiteral("from=") + from});
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n2));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW archive_mode")), QStringLiteral("on"));
        QVERIFY(QFile::exists(from + QStringLiteral("/data/howdah_hba.conf")));
        QVERIFY(QFile::exists(from + QStringLiteral("/data/postmaster.pid")));
    }

    /// One run, killed and resumed on both sides of the point of no return.
    void thePlaceIsTakenInTheEnd()
    {
        const QString timeline = QStringLiteral("SELECT ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int");
        const QString before = m_lab->sql(n1, timeline);
        const QString from = copy();
        QVERIFY(!from.isEmpty());
        const QString id = m_console->runKilledAt(QStringLiteral("before:fence"), QStringLiteral("take-place"),
                                                  {QStringLiteral("from=") + from});
        for (const char *where : {"after:aside", "after:place", "before:start", "after:start"}) {
            m_console->resumeKilledAt(QString::fromLatin1(where), id);
            QVERIFY2(KilledConsole::said(id) == QLatin1String("interrupted"), where);
        }
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_copy.clear();
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
        QVERIFY(m_lab->sql(n1, timeline).toInt() > before.toInt());
    }

    void cleanupTestCase()
    {
        if (!m_copy.isEmpty())
            takeDownCopy(*m_lab, m_copy);
    }

private:
    static QStringList boundaries()
    {
        QStringList moments;
        for (const QString &step : words("restore configure recover report"))
            for (const char *side : {"before:", "after:"})
                moments << QLatin1String(side) + step;
        return moments;
    }
    /// Empty when it was done.
    QString run(const QString &operation, const Arguments &arguments)
    {
        const Result<Preparation> approved = prepare(*findOperation(operation), m_lab->cluster(), arguments, m_console->environment);
        if (!approved)
            return m_why = approved.error().full();
        const RunOutcome outcome =
            runOperation(*findOperation(operation), *approved, m_lab->cluster(), m_console->environment, {}, {});
        m_last = outcome.entry.result;
        return m_why = outcome.state == OperationState::Done ? QString() : QString::fromUtf8(why(outcome)) + approved->sentence;
    }
    /// A copy that runs, made when there is none.
    QString copy()
    {
        if (!m_copy.isEmpty())
            return m_copy;
        if (const QString failed = run(QStringLiteral("recover"), {{QStringLiteral("name"), QStringLiteral("good")},
                                                                   {QStringLiteral("timeline"), QStringLiteral("1")}});
            !failed.isEmpty())
            QTest::qFail(qPrintable(failed), __FILE__, __LINE__);
        m_copy = m_last.value(QLatin1String("directory")).toString();
        return m_copy;
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    QString m_copy, m_why;
    QJsonObject m_last;
};

HOWDAH_FAULT_MAIN(TestTimeMachineOperations)
#include "test_time_machine_operations.moc"
