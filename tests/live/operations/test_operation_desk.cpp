#include "core/operations/operation_desk.h"
#include "tests/live/operations/live_operation.h"

#include <QSignalSpy>

using namespace howdah;
using namespace howdah::test;

namespace {
constexpr int patience = 60000;
}

class TestOperationDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_environment.hosts = &m_lab->hosts();
        m_environment.registry = ClusterRegistry();
    }

    void preparesAndRuns()
    {
        OperationDesk desk(m_environment);
        const Preparation approved = prepared(desk, QStringLiteral("pause-replay"));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QList<OperationEvent> events;
        connect(&desk, &OperationDesk::event, this, [&](const OperationEvent &event) {
            QCOMPARE(QThread::currentThread(), thread());
            events << event;
        });
        const RunOutcome outcome = finished(desk, approved.id, [&] { desk.run(approved, m_lab->cluster()); });
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(events.first().kind, OperationEvent::Kind::Started);
        QCOMPARE(events.last().kind, OperationEvent::Kind::Finished);
        QVERIFY(desk.running().isEmpty());
    }

    void whatIsNotThereIsSaid()
    {
        OperationDesk desk(m_environment);
        QSignalSpy failed(&desk, &OperationDesk::preparationFailed);
        const int ticket = desk.prepare(QStringLiteral("nothing"), m_lab->cluster(), {});
        QVERIFY(failed.wait(patience));
        QCOMPARE(failed.first().first().toInt(), ticket);
    }

    void stopsAndUndoes()
    {
        OperationDesk desk(m_environment);
        const Preparation approved =
            prepared(desk, QStringLiteral("clone"), {{QStringLiteral("rate"), QStringLiteral("1M")}});
        connect(&desk, &OperationDesk::event, this, [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::Progress)
                desk.stop(approved.id);
        });
        const RunOutcome outcome = finished(desk, approved.id, [&] { desk.run(approved, m_lab->cluster()); });
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
    }

    void goingAwayItWaitsForTheUndo()
    {
        QString id;
        {
            OperationDesk desk(m_environment);
            const Preparation approved =
                prepared(desk, QStringLiteral("clone"), {{QStringLiteral("rate"), QStringLiteral("1M")}});
            id = approved.id;
            bool copying = false;
            connect(&desk, &OperationDesk::event, this, [&](const OperationEvent &event) {
                copying = copying || event.kind == OperationEvent::Kind::Progress;
            });
            desk.run(approved, m_lab->cluster());
            QTRY_VERIFY_WITH_TIMEOUT(copying, patience);
        }
        const auto journal = Journal::open();
        QVERIFY(journal);
        QCOMPARE((*journal)->find(id)->state, OperationState::Undone);
        QCOMPARE(
            m_lab->sql(QStringLiteral("n1"),
                       QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE 'howdah%n3'")),
            QStringLiteral("0"));
    }

    void readsTheJournal()
    {
        OperationDesk desk(m_environment);
        QList<JournalEntry> entries;
        connect(&desk, &OperationDesk::journalLoaded, this,
                [&](const QString &, const QList<JournalEntry> &loaded) { entries = loaded; });
        desk.loadJournal(m_lab->cluster().name);
        QTRY_VERIFY_WITH_TIMEOUT(entries.size() >= 3, patience);
    }

    void resumesAnUnknownOne()
    {
        OperationDesk desk(m_environment);
        const RunOutcome outcome =
            finished(desk, QStringLiteral("nothing"), [&] { desk.resume(QStringLiteral("nothing")); });
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::NotFound);
    }

private:
    Preparation prepared(OperationDesk &desk, const QString &operation, const Arguments &arguments = {})
    {
        std::optional<Preparation> got;
        int ticket = 0;
        const auto connection =
            connect(&desk, &OperationDesk::prepared, this, [&](int answered, const Preparation &preparation) {
                if (answered == ticket)
                    got = preparation;
            });
        ticket = desk.prepare(operation, m_lab->cluster(), arguments);
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return got.has_value(); }, patience);
        disconnect(connection);
        return got.value_or(Preparation{});
    }
    template <typename Start> RunOutcome finished(OperationDesk &desk, const QString &id, Start start)
    {
        std::optional<RunOutcome> got;
        const auto connection =
            connect(&desk, &OperationDesk::finished, this, [&](const QString &answered, const RunOutcome &outcome) {
                if (answered == id)
                    got = outcome;
            });
        start();
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return got.has_value(); }, patience);
        disconnect(connection);
        return got.value_or(RunOutcome{});
    }

    std::unique_ptr<LiveLab> m_lab;
    Environment m_environment;
};

QTEST_GUILESS_MAIN(TestOperationDesk)
#include "test_operation_desk.moc"
