#include "core/pg/synchronous_standbys.h"
#include "tests/live/operations/live_operation.h"

#include <future>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("synchronous");
const QString removal = QStringLiteral("remove-synchronous");
const QString shown = QStringLiteral("SHOW synchronous_standby_names");
const QString written = QStringLiteral("SELECT coalesce(string_agg(setting, '|'), 'none') FROM pg_file_settings"
                                       " WHERE name = 'synchronous_standby_names'");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments wanted(const char *method, const char *standbys, const char *count)
{
    return {{QStringLiteral("method"), QString::fromLatin1(method)},
            {QStringLiteral("standbys"), QString::fromUtf8(standbys)},
            {QStringLiteral("count"), QString::fromLatin1(count)}};
}
} // namespace

class TestSynchronous : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE t (id int)"));
    }

    void cleanup()
    {
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM RESET synchronous_standby_names"));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE(m_lab->sql(n(1), shown), QString());
    }

    void theReaderReadsWhatTheServerTakes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "a",
                                 "a,b",
                                 "*",
                                 "\"*\"",
                                 "2(a,b)",
                                 "first 2 ( a , b )",
                                 "Any 12 (*)",
                                 "\"Any\"",
                                 "3",
                                 "2, 3",
                                 "1 (2)",
                                 "anyone, firstly",
                                 "a$1_b",
                                 "\"a b\", \"c,d\", \"g\"\"h\"",
                                 "ma\u00f1ana",
                                 "\"\"",
                                 "a b",
                                 "a,",
                                 ",a",
                                 "(a)",
                                 "a (b)",
                                 "2 ()",
                                 "2 (a",
                                 "2 (a))",
                                 "any (a)",
                                 "any",
                                 "first",
                                 "first a",
                                 "any, b",
                                 "0 (a)",
                                 "ANY 0 (a)",
                                 "-1 (a)",
                                 "a-b",
                                 "\"a",
                                 "a;b",
                                 "ANY 1 a",
                                 "2 (a) b",
                                 "2 (any)",
                                 "a.b"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void theReaderReadsWhatTheServerTakes()
    {
        QFETCH(QString, text);
        const Result<Connection> session = Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000}));
        QVERIFY(session);
        const QString statement =
            QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = %1").arg(session->quotedLiteral(text));
        Result<Connection> writing = Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000}));
        QVERIFY(writing);
        const bool taken = writing->query(statement, {}, Deadline::after(Milliseconds{5000})).ok();
        QCOMPARE(SynchronousStandbys::parse(text).has_value(), taken);
    }

    void standbysAreNamedAndTakenOutAgain()
    {
        const RunOutcome set = m_operation->run(operation, wanted("any", "n2, n3", "1"));
        QVERIFY2(set.state == OperationState::Done, why(set).constData());
        QCOMPARE(m_lab->sql(n(1), shown), QStringLiteral("ANY 1 (n2, n3)"));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM pg_stat_replication"
                                                 " WHERE sync_state = 'quorum'")),
                 QStringLiteral("2"));
        const Preparation again = m_operation->prepared(operation);
        QVERIFY(LiveOperation::verdict(again, QStringLiteral("state")).startsWith(QLatin1String("blocked")));
        const RunOutcome none = m_operation->run(operation, {{QStringLiteral("method"), QStringLiteral("none")}});
        QVERIFY2(none.state == OperationState::Done, why(none).constData());
        QCOMPARE(m_lab->sql(n(1), shown), QString());
    }

    void commitsThatWouldHangAreRefused_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("enough") << QStringLiteral("n2, n3") << QStringLiteral("1") << QStringLiteral("ok");
        QTest::newRow("none to spare") << QStringLiteral("*") << QStringLiteral("2") << QStringLiteral("warning");
        QTest::newRow("nobody of that name")
            << QStringLiteral("\"n2 \"") << QStringLiteral("1") << QStringLiteral("blocked");
        QTest::newRow("one too few") << QStringLiteral("n2, nobody") << QStringLiteral("2")
                                     << QStringLiteral("blocked");
    }

    void commitsThatWouldHangAreRefused()
    {
        QFETCH(QString, names);
        QFETCH(QString, count);
        QFETCH(QString, verdict);
        const Preparation preparation =
            m_operation->prepared(operation, {{QStringLiteral("method"), QStringLiteral("first")},
                                              {QStringLiteral("standbys"), names},
                                              {QStringLiteral("count"), count}});
        const QString seen = LiveOperation::verdict(preparation, QStringLiteral("enough"));
        QVERIFY2(seen.startsWith(verdict), qPrintable(seen));
    }

    void aCommitThatHangsIsLetGo()
    {
        const RunOutcome set = m_operation->run(operation, wanted("first", "n2, n3", "2"));
        QVERIFY2(set.state == OperationState::Done, why(set).constData());
        m_lab->killNode(n(3));
        const QString gone = QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE application_name = 'n3'");
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->sql(n(1), gone), QStringLiteral("0"), 30000);

        std::future<bool> commit = std::async(std::launch::async, [info = m_lab->connInfo(n(1))] {
            Result<Connection> writer = Connection::open(info, Deadline::after(Milliseconds{5000}));
            return writer &&
                   writer->query(QStringLiteral("INSERT INTO t VALUES (1)"), {}, Deadline::after(Milliseconds{60000}));
        });
        const QString hanging = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->sql(n(1), hanging), QStringLiteral("1"), 10000);

        const Preparation seen = m_operation->prepared(removal);
        QCOMPARE(seen.situation.argument(QStringLiteral("name")), n(3));
        QVERIFY(LiveOperation::verdict(seen, QStringLiteral("waiting")).endsWith(QLatin1String(": 1.")));
        QVERIFY(commit.wait_for(std::chrono::seconds(0)) != std::future_status::ready);
        const RunOutcome removed = m_operation->run(removal);
        QVERIFY2(removed.state == OperationState::Done, why(removed).constData());
        QVERIFY(commit.get());
        QCOMPARE(m_lab->sql(n(1), shown), QStringLiteral("FIRST 1 (n2)"));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1"));
        m_lab->fault(QStringLiteral("start"), n(3));
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
    }

    void aChangeThatCannotBeSeenIsTakenBack_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("none") << QStringLiteral("none");
        QTest::newRow("a list, as it was written") << QStringLiteral("n3 ,  n2");
        QTest::newRow("empty on purpose") << QString();
    }

    void aChangeThatCannotBeSeenIsTakenBack()
    {
        QFETCH(QString, before);
        if (before != QLatin1String("none")) {
            m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = '%1'").arg(before));
            m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
            QTRY_COMPARE(m_lab->sql(n(1), shown), before);
        }
        const Preparation approved = m_operation->prepared(operation, wanted("any", "n2", "1"));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        std::stop_source stop;
        // Stopped once the setting is there, while it is being looked at.
        const RunOutcome outcome = m_operation->run(
            approved,
            [&stop](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Log && event.text.contains(QLatin1String("read its configuration")))
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), written), before);
        QTRY_COMPARE(m_lab->sql(n(1), shown), before == QLatin1String("none") ? QString() : before);
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSynchronous)
#include "test_synchronous.moc"
