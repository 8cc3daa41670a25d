#include "tests/live/operations/archive_of_lab.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString receiveWal = QStringLiteral("receive-wal");
} // namespace

/// pg_receivewal as the other way to an archive.
class TestReceiveWal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_directory = m_lab->lab().directory + QStringLiteral("/received");
    }

    void aStopPutsEverythingBack()
    {
        const Preparation approved = m_operation->prepared(receiveWal, keptByCron());
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QCOMPARE(approved.situation.argument(QStringLiteral("directory")), m_directory);
        std::stop_source stop;
        const RunOutcome outcome = m_operation->run(
            approved,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Done)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(!QFile::exists(m_directory));
        QCOMPARE(slotCount(), QStringLiteral("0"));
        QVERIFY(!crontab().contains(m_directory));
    }

    void walIsReceivedAsItIsWritten()
    {
        Arguments arguments = keptByCron();
        arguments.insert(QStringLiteral("compression"), QStringLiteral("gzip"));
        const RunOutcome outcome = m_operation->run(receiveWal, arguments);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT 1 AS a"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        ArchiveView view;
        const auto hasBoth = [&] {
            view = look();
            return !view.inventory.runs.isEmpty() && !view.inventory.partials.isEmpty();
        };
        QVERIFY2(QTest::qWaitFor(hasBoth, 60000), qPrintable(view.place.directory));
        QCOMPARE(view.place.directory, m_directory);
        QCOMPARE(view.faults.size() + view.inventory.foreign.size(), 0);
        QCOMPARE(view.receivers.size(), 1);
        QVERIFY(view.lagOf(view.receivers.first()).has_value());
    }

    void cronWasTold()
    {
        if (keptByCron().value(QStringLiteral("kept-by")) != QLatin1String("cron"))
            QSKIP("There is no crontab program here (package cron).");
        QVERIFY2(crontab().contains(m_directory + QStringLiteral("/.howdah/receive-wal")), qPrintable(crontab()));
    }

    void aSecondOneIsRefused()
    {
        const Preparation again = m_operation->prepared(receiveWal);
        QCOMPARE(again.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(again, QStringLiteral("program")).contains(QLatin1String("runs there already")));
        QVERIFY(LiveOperation::verdict(again, QStringLiteral("slot")).contains(QLatin1String("is there already")));
    }

    /// kill -9: what cron does each minute then goes on where it was. No segment is missing, none is there twice.
    void aKilledOneIsStartedAgainAndLosesNothing()
    {
        const QString pidFile = m_directory + QStringLiteral("/.howdah/receive-wal.pid");
        for (int round = 0; round < 3; ++round) {
            m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT g FROM generate_series(1, 100000) g"));
            QFile file(pidFile);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const int pid = file.readAll().trimmed().toInt();
            QVERIFY(pid > 1);
            QCOMPARE(::kill(pid, SIGKILL), 0);
            QTRY_COMPARE_WITH_TIMEOUT(activeSlots(), QStringLiteral("0"), 60000);
            m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT g FROM generate_series(1, 100000) g"));
            shell(QStringLiteral("nohup setsid '%1/.howdah/receive-wal' </dev/null >/dev/null 2>&1 & sleep 0")
                      .arg(m_directory));
            QTRY_COMPARE_WITH_TIMEOUT(activeSlots(), QStringLiteral("1"), 60000);
            // While one runs, another ends at once.
            shell(QStringLiteral("'%1/.howdah/receive-wal'").arg(m_directory));
        }
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_directory + QLatin1Char('/') + last + QStringLiteral(".gz")), 60000);
        const ArchiveView view = look();
        QVERIFY(view.inventory.holes.isEmpty());
        QCOMPARE(view.inventory.runs.size(), 1);
        QVERIFY(view.inventory.foreign.isEmpty() && view.inventory.unfinished.isEmpty());
        const QStringList files =
            QDir(m_directory).entryList(QDir::Files).filter(QRegularExpression(QStringLiteral("^0.*gz$")));
        QCOMPARE(quint64(files.size()), view.inventory.runs.first().count());
        shell(QStringLiteral("for f in '%1'/0*.gz; do [ $(gzip -dc \"$f\" | wc -c) = 16777216 ] || exit 1; done")
                  .arg(m_directory));
    }

    void itIsStoppedAndTheSlotGoes()
    {
        const RunOutcome outcome = m_operation->run(receiveWal, {{QStringLiteral("receiving"), QStringLiteral("off")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(slotCount(), QStringLiteral("0"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_stat_replication")), QStringLiteral("0"));
        QVERIFY(!QDir(m_directory).isEmpty()); // what was received stays
        QVERIFY(!crontab().contains(m_directory));
    }

private:
    [[nodiscard]] ArchiveView look() const { return archiveOf(*m_lab, m_operation->environment); }
    [[nodiscard]] QString activeSlots() const
    {
        return m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE active"));
    }
    [[nodiscard]] static Arguments keptByCron()
    {
        const bool there = !QStandardPaths::findExecutable(QStringLiteral("crontab")).isEmpty();
        return {{QStringLiteral("kept-by"), there ? QStringLiteral("cron") : QStringLiteral("nobody")}};
    }
    [[nodiscard]] QString crontab() const { return shell(QStringLiteral("crontab -l 2>/dev/null || true")); }
    QString shell(const QString &script) const
    {
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const Result<CommandOutcome> outcome = runChecked(
            **host, {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script}, .asUser = m_lab->lab().systemUser},
            Deadline::after(Milliseconds{60000}));
        if (!outcome)
            QTest::qFail(qPrintable(outcome.error().full()), __FILE__, __LINE__);
        return outcome ? QString::fromUtf8(outcome->output) : QString();
    }
    [[nodiscard]] QString slotCount() const
    {
        return m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_replication_slots"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestReceiveWal)
#include "test_receive_wal.moc"
