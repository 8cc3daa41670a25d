#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("follow");
const QString written = QStringLiteral("SELECT string_agg(name || '=' || setting, ' | ' ORDER BY name)"
                                       " FROM pg_file_settings WHERE sourcefile LIKE '%/postgresql.auto.conf'");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments to(int node, int upstream)
{
    return {{QStringLiteral("node"), n(node)}, {QStringLiteral("upstream"), n(upstream)}};
}
} // namespace

class TestFollow : public QObject
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

    void aStandbyGoesBelowAnotherAndBack()
    {
        const RunOutcome below = m_operation->run(operation, to(3, 2));
        QVERIFY2(below.state == OperationState::Done, why(below).constData());
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(2)));
        QCOMPARE(slotsOn(1), QStringLiteral("howdah_n2"));
        QCOMPARE(slotsOn(2), QStringLiteral("howdah_n3"));
        m_lab->sql(n(1), QStringLiteral("INSERT INTO t VALUES (1)"));
        QVERIFY(m_lab->waitUntilReplayed(n(3)));

        const Preparation circle = m_operation->prepared(operation, to(2, 3));
        QVERIFY(LiveOperation::verdict(circle, QStringLiteral("loop")).startsWith(QLatin1String("blocked")));

        const Preparation back = m_operation->prepared(operation, {{QStringLiteral("node"), n(3)}});
        QCOMPARE(back.situation.argument(QStringLiteral("upstream")), n(1));
        const RunOutcome returned = m_operation->run(back);
        QVERIFY2(returned.state == OperationState::Done, why(returned).constData());
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(1)));
        QCOMPARE(slotsOn(1), QStringLiteral("howdah_n2,howdah_n3"));
        QCOMPARE(slotsOn(2), QString());
    }

    void aFormerSlotMayStay()
    {
        Arguments arguments = to(3, 2);
        arguments.insert(QStringLiteral("drop-former-slot"), QStringLiteral("false"));
        QCOMPARE(m_operation->run(operation, arguments).state, OperationState::Done);
        QCOMPARE(slotsOn(1), QStringLiteral("howdah_n2,howdah_n3"));
        QCOMPARE(m_operation->run(operation, to(3, 1)).state, OperationState::Done);
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(1)));
    }

    void stoppedHalfWayEverythingIsAsBefore_data()
    {
        QTest::addColumn<QString>("at");
        for (const char *step : {"Point n3 at n2", "Drop the slot"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }

    void stoppedHalfWayEverythingIsAsBefore()
    {
        QFETCH(QString, at);
        const QString before = m_lab->sql(n(3), written);
        std::stop_source stop;
        const RunOutcome outcome = m_operation->run(
            m_operation->prepared(operation, to(3, 2)),
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Log && event.text.startsWith(at))
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(3), written), before);
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(1)));
        QCOMPARE(slotsOn(1), QStringLiteral("howdah_n2,howdah_n3"));
        QCOMPARE(slotsOn(2), QString());
    }

    void refusals()
    {
        const auto verdict = [this](const Arguments &arguments, const char *check) {
            return LiveOperation::verdict(m_operation->prepared(operation, arguments), QString::fromLatin1(check));
        };
        QVERIFY(verdict(to(3, 1), "state").startsWith(QLatin1String("blocked: n3 follows n1 already")));
        QVERIFY(m_operation->prepared(operation, to(3, 3)).objections.contains(QStringLiteral("upstream")));
        QVERIFY(m_operation->prepared(operation, to(1, 2)).objections.contains(QStringLiteral("node")));

        m_lab->sql(n(3), QStringLiteral("SELECT pg_wal_replay_pause()"));
        QVERIFY(verdict(to(3, 2), "replay").startsWith(QLatin1String("blocked")));
        m_lab->sql(n(3), QStringLiteral("SELECT pg_wal_replay_resume()"));

        m_lab->sql(n(2),
                   QStringLiteral("SELECT pg_create_physical_replication_slot('s' || i) FROM generate_series(1, 16)"
                                  " i"));
        QVERIFY(verdict(to(3, 2), "capacity").startsWith(QLatin1String("blocked")));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"));

        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'ANY 2 (n2, n3)'"));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_VERIFY(verdict(to(3, 2), "synchronous").startsWith(QLatin1String("blocked")));
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM RESET synchronous_standby_names"));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
    }

    void aLoginThatIsBarredIsFoundBefore()
    {
        const auto host = m_lab->hosts().find(QStringLiteral("local")).value();
        const QString path = m_lab->sql(n(2), QStringLiteral("SHOW hba_file"));
        const QString lines = m_lab->sql(n(2), QStringLiteral("SELECT pg_read_file('pg_hba.conf')"));
        const auto write = [&](const QString &text) {
            QVERIFY(host->writeFile(path, text.toUtf8(), 0600, As{m_lab->lab().systemUser},
                                    Deadline::after(Milliseconds{10000})));
            m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()"));
        };
        write(QStringLiteral("host replication all 127.0.0.1/32 reject\n") + lines);
        QTRY_VERIFY(LiveOperation::verdict(m_operation->prepared(operation, to(3, 2)), QStringLiteral("login"))
                        .startsWith(QLatin1String("blocked")));
        write(lines);
    }

    void aStandbyThatIsAheadIsRefused()
    {
        // n2 is cut off, so that n3 alone has what is written meanwhile.
        const QString conninfo = m_lab->sql(n(2), QStringLiteral("SHOW primary_conninfo"));
        m_lab->sql(n(2), QStringLiteral("ALTER SYSTEM SET primary_conninfo = ''"));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_stat_wal_receiver")),
                     QStringLiteral("0"));
        m_lab->sql(n(1), QStringLiteral("INSERT INTO t SELECT generate_series(1, 1000)"));
        QVERIFY(m_lab->waitUntilReplayed(n(3)));
        const Preparation preparation = m_operation->prepared(operation, to(3, 2));
        const QString seen = LiveOperation::verdict(preparation, QStringLiteral("position"));
        QVERIFY2(seen.startsWith(QLatin1String("blocked")), qPrintable(seen));
        m_lab->sql(n(2), QStringLiteral("ALTER SYSTEM SET primary_conninfo = $c$%1$c$").arg(conninfo));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
    }

    void aStandbyLeftBehindFollowsTheNewPrimary()
    {
        QVERIFY(m_lab->waitUntilReplayed(n(2)) && m_lab->waitUntilReplayed(n(3)));
        m_lab->fault(QStringLiteral("stop"), n(1));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_promote()"));
        m_lab->sql(n(2), QStringLiteral("INSERT INTO t VALUES (2)"));
        const RunOutcome outcome = m_operation->run(operation, to(3, 2));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(2)));
        QVERIFY(m_lab->waitUntilReplayed(n(3), n(2)));
    }

private:
    QString slotsOn(int node)
    {
        return m_lab->sql(n(node), QStringLiteral("SELECT coalesce(string_agg(slot_name, ',' ORDER BY slot_name), '')"
                                                  " FROM pg_replication_slots"));
    }
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestFollow)
#include "test_follow.moc"
