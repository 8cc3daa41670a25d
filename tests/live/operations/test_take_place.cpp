#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");
const QString takePlace = QStringLiteral("take-place");
} // namespace

/// A recovered copy becomes the primary of a lab with a standby and an archive.
class TestTakePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        // What only n2 has is saved from there when it is rejoined: a checkpoint must not take it away before.
        m_lab->sql(n2, QStringLiteral("ALTER SYSTEM SET wal_keep_size = '2GB'"));
        m_lab->sql(n2, QStringLiteral("SELECT pg_reload_conf()"));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 100) AS a"));
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('good')"));
        m_lab->sql(n1, QStringLiteral("DELETE FROM t"));
        archiveAll();
        m_from = recovered();
        QVERIFY(!m_from.isEmpty());
    }

    void whatStandsInTheWayIsSaidBefore_data()
    {
        QTest::addColumn<QString>("setting"); // of n1, for as long as it is looked
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *setting, const Arguments &arguments, const char *check,
                            const char *said) {
            QTest::newRow(name) << QString::fromLatin1(setting) << arguments << QString::fromLatin1(check)
                                << QString::fromLatin1(said);
        };
        row("no copy", "", {{QStringLiteral("from"), QStringLiteral("/nowhere")}}, "side",
            "blocked: There is no recovered copy in /nowhere.");
        row("a standby's place", "", {{QStringLiteral("beside"), n2}}, "role", "blocked: n1 answers as the primary");
        row("commits would hang", "synchronous_standby_names = 'n2'", {}, "synchronous", "blocked: Commits wait for n2");
        row("standbys are told", "", {}, "standbys", "warning: n2 cannot follow");
        row("its timeline is free", "", {}, "timeline", "ok: The copy is on timeline 2.");
    }
    void whatStandsInTheWayIsSaidBefore()
    {
        QFETCH(QString, setting);
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        QFETCH(QString, said);
        if (!setting.isEmpty()) {
            m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET ") + setting);
            m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
            QTRY_COMPARE(m_lab->sql(n1, QStringLiteral("SHOW synchronous_standby_names")), n2);
        }
        const Preparation preparation = m_operation->prepared(takePlace, arguments);
        if (!setting.isEmpty()) {
            m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = ''"));
            m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
            QTRY_COMPARE(m_lab->sql(n1, QStringLiteral("SHOW synchronous_standby_names")), QString());
        }
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(verdict.startsWith(said), qPrintable(verdict + preparation.sentence));
    }

    /// Stopped behind each step before the point of no return: everything is as it was, and the copy harms nobody still.
    void undoneEverythingIsBack_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : {"prepare", "stop-copy", "fence", "aside", "place", "configure"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }
    void undoneEverythingIsBack()
    {
        QFETCH(QString, step);
        std::stop_source stop;
        const Preparation approved = m_operation->prepared(takePlace);
        const RunOutcome outcome = m_operation->run(
            approved,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Done &&
                    approved.plan.steps.value(event.step).id == step)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n2));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW archive_mode")), QStringLiteral("on"));
        QVERIFY(LiveOperation::verdict(m_operation->prepared(takePlace), QStringLiteral("side")).startsWith(QLatin1String("ok")));
        QVERIFY(QFileInfo::exists(m_from + QStringLiteral("/data/howdah_hba.conf")));
    }

    /// The copy lies on another file system: it is copied while the primary serves, and nothing is left when it is undone.
    void fromAnotherFileSystem_data()
    {
        QTest::addColumn<QString>("stoppedAfter");
        QTest::newRow("undone before the fence") << QStringLiteral("bring");
        QTest::newRow("undone in its place") << QStringLiteral("configure");
    }
    void fromAnotherFileSystem()
    {
        QFETCH(QString, stoppedAfter);
        if (m_elsewhere.isEmpty())
            m_elsewhere = recoveredElsewhere();
        if (m_elsewhere.isEmpty())
            QSKIP("No file system can be mounted here.");
        std::stop_source stop;
        const Preparation approved = m_operation->prepared(takePlace, {{QStringLiteral("from"), m_elsewhere}});
        const QString verdict = LiveOperation::verdict(approved, QStringLiteral("files"));
        QVERIFY2(verdict.startsWith(QLatin1String("ok: The copy lies on another file system")), qPrintable(verdict));
        const RunOutcome outcome = m_operation->run(
            approved,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Done &&
                    approved.plan.steps.value(event.step).id == stoppedAfter)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n2));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));
        QVERIFY(LiveOperation::verdict(m_operation->prepared(takePlace, {{QStringLiteral("from"), m_elsewhere}}),
                                       QStringLiteral("side"))
                    .startsWith(QLatin1String("ok")));
        QVERIFY(QDir(m_lab->lab().directory).entryList({QStringLiteral("*copied-by*")}).isEmpty());
    }

    void itTakesThePlace()
    {
        const QString data = m_lab->sql(n1, QStringLiteral("SHOW data_directory"));
        const QString port = m_lab->connInfo(n1).port();
        const RunOutcome outcome = m_operation->run(
            takePlace, m_elsewhere.isEmpty() ? Arguments{} : Arguments{{QStringLiteral("from"), m_elsewhere}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(QDir(m_lab->lab().directory).entryList({QStringLiteral("*copied-by*")}).isEmpty());
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW data_directory")), data);
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW port")), port);
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW archive_mode")), QStringLiteral("on"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW max_worker_processes")), QStringLiteral("8"));
        const QString old = outcome.entry.result.value(QLatin1String("oldData")).toString();
        QVERIFY(QFileInfo::exists(old + QStringLiteral("/PG_VERSION")));
        // Its history is archived, or nobody could recover to its timeline.
        m_lab->sql(n1, QStringLiteral("CREATE TABLE after_that AS SELECT 1 AS a"));
        archiveAll();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_lab->lab().directory + QStringLiteral("/archive/00000002.history")),
                                 60000);
    }

    void theStandbyIsRejoined()
    {
        const RunOutcome outcome =
            m_operation->run(QStringLiteral("rejoin"), {{QStringLiteral("node"), n2}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).right(900).constData());
        // It has heard of the new timeline, which parted before where it is; what it has from there on is not lost.
        QCOMPARE(outcome.entry.result.value(QLatin1String("way")).toString(), QStringLiteral("rewind"));
        const QJsonObject lost = outcome.entry.result.value(QLatin1String("lost")).toObject();
        QCOMPARE(lost.value(QLatin1String("deleted")).toInt(), 100);
        QVERIFY(m_lab->waitUntilStreaming(n2));
        QCOMPARE(m_lab->sql(n2, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
    }

    void theNewTimelineIsRecoverable()
    {
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        archiveAll();
        m_from = recovered({});
        QVERIFY(!m_from.isEmpty());
    }

    /// What was done on the timeline that was left can still be come back to, by its number.
    void theTimelineThatWasLeftIsRecoverable()
    {
        const RunOutcome outcome = m_operation->run(
            QStringLiteral("recover"),
            {{QStringLiteral("name"), QStringLiteral("good")}, {QStringLiteral("timeline"), QStringLiteral("1")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_copies << outcome.entry.result.value(QLatin1String("directory")).toString();
        QCOMPARE(askCopy(outcome, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
        QCOMPARE(askCopy(outcome, QStringLiteral("SELECT to_regclass('after_that') IS NULL")), QStringLiteral("t"));
    }

    void cleanupTestCase()
    {
        for (const QString &directory : std::as_const(m_copies))
            (void)m_lab->hosts().find(QStringLiteral("local")).value()->run(
                {.argv = {QStringLiteral("/usr/lib/postgresql/15/bin/pg_ctl"), QStringLiteral("stop"),
                          QStringLiteral("--mode=immediate"), QStringLiteral("--pgdata=%1/data").arg(directory)},
                 .asUser = QStringLiteral("postgres")},
                Deadline::after(Milliseconds{30000}));
        if (!m_elsewhere.isEmpty())
            (void)asRoot({QStringLiteral("umount"), QFileInfo(m_elsewhere).path()});
    }

private:
    [[nodiscard]] bool asRoot(const QStringList &argv) const
    {
        const Result<CommandOutcome> outcome =
            m_lab->hosts().find(QStringLiteral("local")).value()->run({.argv = argv}, Deadline::after(Milliseconds{30000}));
        return outcome && outcome->succeeded();
    }
    /// Empty where no file system can be mounted.
    QString recoveredElsewhere()
    {
        const QString mount = m_lab->lab().directory + QStringLiteral("/elsewhere");
        if (!QDir().mkpath(mount) ||
            !asRoot({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                     QStringLiteral("size=2g,mode=777"), QStringLiteral("tmpfs"), mount}))
            return {};
        return recovered({{QStringLiteral("name"), QStringLiteral("good")},
                          {QStringLiteral("into"), mount + QStringLiteral("/copy")}});
    }
    QString recovered(const Arguments &arguments = {{QStringLiteral("name"), QStringLiteral("good")}})
    {
        const RunOutcome outcome = m_operation->run(QStringLiteral("recover"), arguments);
        if (outcome.state != OperationState::Done)
            QTest::qFail(why(outcome).constData(), __FILE__, __LINE__);
        m_copies << outcome.entry.result.value(QLatin1String("directory")).toString();
        return m_copies.last();
    }
    void archiveAll()
    {
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->sql(n1, QStringLiteral("SELECT coalesce(last_archived_wal, '') >= '%1' FROM"
                                                               " pg_stat_archiver")
                                                    .arg(last)) == QLatin1String("t"),
                                 60000);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_from, m_elsewhere;
    QStringList m_copies;
};

QTEST_GUILESS_MAIN(TestTakePlace)
#include "test_take_place.moc"
