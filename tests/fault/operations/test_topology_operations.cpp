#include "tests/fault/killed_console.h"

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
} // namespace

/// kill -9 of the console at the step boundaries of the operations that change who follows whom, and how.
class TestTopologyOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (m_lab)
            return;
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
    }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            m_lab.reset();
    }

    void undoneNothingHasChanged_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("where");
        const auto rows = [](const char *operation, const char *arguments, const char *steps) {
            for (const QString &step : words(steps))
                for (const char *side : {"before:", "after:"})
                    QTest::newRow(
                        qPrintable(QStringLiteral("%1 %2%3").arg(QLatin1String(operation), QLatin1String(side), step)))
                        << QString::fromLatin1(operation) << words(arguments) << QString::fromLatin1(side) + step;
        };
        rows("follow", "node=n3 upstream=n2", "slot follow former-slot settle");
        rows("decommission", "node=n3 files=aside", "synchronous stop slots aside record");
        rows("synchronous", "method=any standbys=n2,n3 count=2", "synchronous");
        rows("remove-synchronous", "name=n3", "synchronous");
        rows("set-delay", "node=n3 delay=1h", "delay");
        rows("create-slot", "node=n2 name=spare", "create settle");
    }

    void undoneNothingHasChanged()
    {
        QFETCH(QString, operation);
        QFETCH(QStringList, arguments);
        QFETCH(QString, where);
        const bool named =
            operation == QLatin1String("decommission") || operation == QLatin1String("remove-synchronous");
        setNames(named ? QStringLiteral("n3") : QString());
        const QString before = everything();
        const ClusterDefinition cluster = m_lab->cluster();
        const QString id = m_console->runKilledAt(where, operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->cluster(), cluster);
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
        QCOMPARE(everything(), before);
    }

    void resumedItIsDone_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("question"); // of n1, unless it begins with another node's name
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *operation, const char *arguments, const char *where, const char *question,
                            const char *answer) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(operation), QLatin1String(where))))
                << QString::fromLatin1(operation) << words(arguments) << QString::fromLatin1(where)
                << QString::fromLatin1(question) << QString::fromLatin1(answer);
        };
        const char *slots = "SELECT count(*) FROM pg_replication_slots WHERE slot_name IN ('spare', 'howdah_n3')";
        row("create-slot", "node=n1 name=spare", "after:create", slots, "2");
        row("advance-slot", "node=n1 slot=spare", "before:advance", slots, "2");
        row("drop-slot", "node=n1 slot=spare", "after:idle", slots, "1");
        row("create-slot", "node=n1 name=spare", "before:create", slots, "2");
        row("drop-slot", "node=n1 slot=spare", "after:drop", slots, "1");
        row("follow", "node=n3 upstream=n2", "after:slot", slots, "0");
        row("follow", "node=n3 upstream=n1", "after:follow", slots, "1");
        row("follow", "node=n3 upstream=n2", "after:former-slot", slots, "0");
        row("follow", "node=n3 upstream=n1", "before:follow", slots, "1");
        row("synchronous", "method=any standbys=n2,n3 count=2", "after:synchronous", "SHOW synchronous_standby_names",
            "ANY 2 (n2, n3)");
        row("remove-synchronous", "name=n3", "before:synchronous", "SHOW synchronous_standby_names", "ANY 1 (n2)");
        row("decommission", "node=n3 files=aside", "after:slots", slots, "0");
    }

    void resumedItIsDone()
    {
        QFETCH(QString, operation);
        QFETCH(QStringList, arguments);
        QFETCH(QString, where);
        QFETCH(QString, question);
        QFETCH(QString, answer);
        if (operation != QLatin1String("remove-synchronous"))
            setNames({});
        const QString id = m_console->runKilledAt(where, operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), question), answer);
        if (operation == QLatin1String("decommission"))
            QCOMPARE(m_lab->cluster().nodes.size(), 2);
    }

private:
    /// All that these operations may change: settings on file, slots, who streams.
    QString everything()
    {
        QStringList all;
        for (const int node : {1, 2, 3})
            all << m_lab->sql(n(node), QStringLiteral("SELECT string_agg(name || '=' || setting, E'\\n' ORDER BY name)"
                                                      " FROM pg_file_settings"
                                                      " WHERE sourcefile LIKE '%/postgresql.auto.conf'"))
                << m_lab->sql(n(node), QStringLiteral("SELECT string_agg(slot_name || ' ' || slot_type, E'\\n'"
                                                      " ORDER BY slot_name) FROM pg_replication_slots"));
        return all.join(QLatin1Char('\n'));
    }
    void setNames(const QString &names)
    {
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = '%1'").arg(names));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE(m_lab->sql(n(1), QStringLiteral("SHOW synchronous_standby_names")), names);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestTopologyOperations)
#include "test_topology_operations.moc"
