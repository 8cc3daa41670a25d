#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString switchover = QStringLiteral("switchover");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
} // namespace

/// What stands in the way of a switchover from n1 to n2, made to happen.
class TestSwitchoverRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE t (id int)"));
        set(n(1), QStringLiteral("max_prepared_transactions"), QStringLiteral("5"));
        set(n(2), QStringLiteral("max_prepared_transactions"), QStringLiteral("5"));
        QVERIFY(restart(n(2)) && restart(n(1)));
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
    }

    void settings_data()
    {
        QTest::addColumn<int>("node");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](int node, const char *name, const char *value, const char *check, const char *verdict) {
            QTest::newRow(name) << node << QString::fromLatin1(name) << QString::fromLatin1(value)
                                << QString::fromLatin1(check) << QString::fromLatin1(verdict);
        };
        row(2, "synchronous_standby_names", "'nobody'", "synchronous", "blocked");
        row(2, "recovery_min_apply_delay", "'1min'", "replay", "blocked");
        row(2, "default_transaction_read_only", "on", "read-only", "blocked");
        row(1, "shared_buffers", "'17MB'", "pending-restart", "warning");
    }

    void settings()
    {
        QFETCH(int, node);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        set(n(node), name, value);
        const Preparation preparation = m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}});
        set(n(node), name, QStringLiteral("DEFAULT"));
        const QString seen = LiveOperation::verdict(preparation, check);
        QVERIFY2(seen.startsWith(verdict), qPrintable(seen));
    }

    void pausedReplay()
    {
        m_lab->sql(n(2), QStringLiteral("SELECT pg_wal_replay_pause()"));
        const QString seen = verdictOf(QStringLiteral("replay"));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_wal_replay_resume()"));
        QVERIFY2(seen.startsWith(QLatin1String("blocked")), qPrintable(seen));
    }

    void aPreparedTransaction()
    {
        m_lab->sql(n(1), QStringLiteral("BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'p'"));
        const QString seen = verdictOf(QStringLiteral("prepared-transactions"));
        m_lab->sql(n(1), QStringLiteral("ROLLBACK PREPARED 'p'"));
        QVERIFY2(seen.startsWith(QLatin1String("warning")), qPrintable(seen));
    }

    void lowerLimits()
    {
        set(n(2), QStringLiteral("max_connections"), QStringLiteral("120"));
        QVERIFY(restart(n(2)));
        const QString seen = verdictOf(QStringLiteral("floor"));
        set(n(2), QStringLiteral("max_connections"), QStringLiteral("DEFAULT"));
        QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(QLatin1String("max_connections")),
                 qPrintable(seen));
        QVERIFY(restart(n(2)) && m_lab->waitUntilStreaming(n(2)));
    }

    /// The primary's were raised since: the candidate's replay pauses by itself, and resumed it would shut down.
    void limitsLowerOnTheCandidate()
    {
        const QString own = m_lab->sql(n(2), QStringLiteral("SHOW max_connections"));
        const QString raised = QString::number(own.toInt() + 20);
        set(n(1), QStringLiteral("max_connections"), raised);
        QVERIFY(restart(n(1)));
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->sql(n(2), QStringLiteral("SELECT pg_get_wal_replay_pause_state()")),
                                  QStringLiteral("paused"), 60000);
        const QString values = QStringLiteral("max_connections = %1 against %2").arg(own, raised);
        const auto isRefused = [&](const char *operation, const char *check, const Arguments &arguments) {
            const QString seen = LiveOperation::verdict(
                m_operation->prepared(QString::fromLatin1(operation), arguments), QString::fromLatin1(check));
            QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(values),
                     qPrintable(QString::fromLatin1(operation) + u' ' + seen));
        };
        isRefused("switchover", "floor", {{QStringLiteral("to"), n(2)}});
        isRefused("switchover", "replay", {{QStringLiteral("to"), n(2)}});
        isRefused("failover", "replay",
                  {{QStringLiteral("candidate"), n(2)}, {QStringLiteral("fence"), QStringLiteral("stop")}});
        isRefused("resume-replay", "limits", {{QStringLiteral("node"), n(2)}});

        set(n(2), QStringLiteral("max_connections"), raised); // as the remedy says
        QVERIFY(restart(n(2)) && m_lab->waitUntilReplayed(n(2)));
        QVERIFY(verdictOf(QStringLiteral("floor")).startsWith(QLatin1String("ok")));
        for (const int node : {1, 2}) {
            set(n(node), QStringLiteral("max_connections"), QStringLiteral("DEFAULT"));
            QVERIFY(restart(n(node)));
        }
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
    }

    void aWayBackThatIsBarred()
    {
        const QString hba = m_lab->sql(n(2), QStringLiteral("SELECT pg_read_file('pg_hba.conf')"));
        const QString path = m_lab->sql(n(2), QStringLiteral("SHOW hba_file"));
        const auto host = m_lab->hosts().find(QStringLiteral("local")).value();
        const auto write = [&](const QString &text) {
            QVERIFY(host->writeFile(path, text.toUtf8(), 0600, As{m_lab->lab().systemUser},
                                    Deadline::after(Milliseconds{10000})));
            m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()"));
        };
        write(QStringLiteral("host replication all 127.0.0.1/32 reject\n") + hba);
        const QString seen = verdictOf(QStringLiteral("way-back"));
        write(hba);
        QVERIFY2(seen.startsWith(QLatin1String("blocked")), qPrintable(seen));
    }

    void afterAllThatItIsReady()
    {
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
        const Preparation preparation = m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}});
        QVERIFY2(preparation.readiness != Readiness::NotReady, qPrintable(preparation.sentence));
    }

private:
    QString verdictOf(const QString &check)
    {
        return LiveOperation::verdict(m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}}), check);
    }
    void set(const QString &node, const QString &name, const QString &value)
    {
        m_lab->sql(node, QStringLiteral("ALTER SYSTEM SET %1 = %2").arg(name, value));
        m_lab->sql(node, QStringLiteral("SELECT pg_reload_conf()"));
        // A reload is only asked for: settings that need no restart are in force when the server says so.
        const QString question =
            QStringLiteral("SELECT pg_conf_load_time() > clock_timestamp() - interval '5 seconds'");
        QTRY_COMPARE(m_lab->sql(node, question), QStringLiteral("t"));
    }
    bool restart(const QString &node)
    {
        return m_operation->run(QStringLiteral("restart"), {{QStringLiteral("node"), node}}).state ==
               OperationState::Done;
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSwitchoverRefusals)
#include "test_switchover_refusals.moc"
