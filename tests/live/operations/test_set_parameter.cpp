#include "tests/live/operations/live_operation.h"

#include <QJsonDocument>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");
const QString setParameter = QStringLiteral("set-parameter");

Arguments to(const QString &name, const QString &value, const QString &node = allNodes())
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("value"), value}, {QStringLiteral("node"), node}};
}
Arguments reset(const QString &name, const QString &node = allNodes())
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("reset"), QStringLiteral("true")},
            {QStringLiteral("node"), node}};
}
} // namespace

class TestSetParameter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
    }

    void isSetAndTakenOutAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown"); // of max_wal_senders what it was: a restart is pending
        const auto row = [](const char *name, const char *value, const char *shown) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(value)
                                << QString::fromLatin1(shown);
        };
        row("work_mem", "9216 kB", "9MB");
        row("Work_Mem", "0.5GB", "512MB");
        row("log_min_duration_statement", "1.5min", "90s");
        row("autovacuum_naptime", "2min", "2min");
        row("checkpoint_completion_target", "0.75", "0.75");
        row("log_connections", "ON", "on");
        row("wal_compression", "LZ4", "lz4");
        row("log_line_prefix", "it's %m \\ [%p] ", "it's %m \\ [%p] ");
        row("archive_cleanup_command", "", "");
        row("session_preload_libraries", "auto_explain, pg_stat_statements", "auto_explain, pg_stat_statements");
        row("synchronous_standby_names", "", "");
        row("max_wal_senders", "17", "16");
    }

    void isSetAndTakenOutAgain()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, shown);
        const QString before = written(n2);
        const QString valueBefore = m_lab->sql(n2, QStringLiteral("SHOW ") + name);
        const RunOutcome outcome = m_operation->run(setParameter, to(name, value));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        for (const QString &node : {n1, n2})
            QCOMPARE(m_lab->sql(node, QStringLiteral("SHOW ") + name), shown);
        if (name == QLatin1String("max_wal_senders"))
            QCOMPARE(
                m_lab->sql(n2, QStringLiteral("SELECT pending_restart FROM pg_settings WHERE name = '%1'").arg(name)),
                QStringLiteral("t"));
        const RunOutcome back = m_operation->run(setParameter, reset(name));
        QVERIFY2(back.state == OperationState::Done, why(back).constData());
        QCOMPARE(written(n2), before);
        QCOMPARE(m_lab->sql(n2, QStringLiteral("SHOW ") + name), valueBefore);
    }

    void anUndoRestoresWhatEachNodeHad()
    {
        m_lab->sql(n1,
                   QStringLiteral("ALTER SYSTEM SET session_preload_libraries = 'auto_explain', 'pg_stat_statements'"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
        const QStringList before{written(n1), written(n2)};
        std::stop_source stop;
        const Preparation approved = m_operation->prepared(
            setParameter, to(QStringLiteral("session_preload_libraries"), QStringLiteral("auto_explain")));
        const auto stopAfterFirst = [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::StepChanged && event.step == 0 &&
                event.stepState == StepState::Done)
                stop.request_stop();
        };
        const RunOutcome outcome = m_operation->run(approved, stopAfterFirst, stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(QStringList({written(n1), written(n2)}), before);
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW session_preload_libraries")),
                 QStringLiteral("auto_explain, pg_stat_statements"));
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM RESET session_preload_libraries"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
    }

    void theDifferenceIsShownFirst()
    {
        m_lab->sql(n2, QStringLiteral("ALTER SYSTEM SET work_mem = '77MB'"));
        m_lab->sql(n2, QStringLiteral("SELECT pg_reload_conf()"));
        const Preparation preparation =
            m_operation->prepared(setParameter, to(QStringLiteral("work_mem"), QStringLiteral("8MB"), n1));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("difference"));
        QVERIFY2(verdict.contains(QLatin1String("n1: 4MB, the default")), qPrintable(verdict));
        QVERIFY2(verdict.contains(QLatin1String("n2: 77MB, from ")) &&
                     verdict.contains(QLatin1String("postgresql.auto.conf, line ")),
                 qPrintable(verdict));
        QCOMPARE(m_operation->run(preparation).state, OperationState::Done);
        QCOMPARE(m_lab->sql(n2, QStringLiteral("SHOW work_mem")), QStringLiteral("77MB"));
    }

    void isRefused_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check"); // or the parameter that is objected to
        QTest::addColumn<QString>("said");
        const auto row = [](const char *title, const Arguments &arguments, const char *check, const char *said) {
            QTest::newRow(title) << arguments << QString::fromLatin1(check) << QString::fromLatin1(said);
        };
        const auto set = [](const char *name, const char *value, const QString &node = allNodes()) {
            return to(QString::fromLatin1(name), QString::fromLatin1(value), node);
        };
        row("no such parameter", set("work_mehm", "8MB"), "parameter", "has no parameter");
        row("fixed", set("block_size", "8192"), "parameter", "cannot be changed");
        row("a unit of another kind", set("work_mem", "8min"), "value", "one of the units");
        row("out of range", set("work_mem", "1kB"), "value", "takes values from");
        row("no number", set("max_connections", "many"), "value", "without a unit");
        row("a unit where there is none", set("max_connections", "10MB"), "value", "without a unit");
        row("no boolean", set("log_connections", "perhaps"), "value", "on or off");
        row("no such word", set("wal_level", "most"), "value", "one of: minimal, replica, logical");
        row("nothing to take out", reset(QStringLiteral("log_checkpoints")), "value", "is not set in");
        row("less than the primary", set("max_connections", "90", n2), "floor", "less than the primary");
        row("more than the standby", set("max_connections", "110", n1), "floor", "less than the primary");
        row("a password", set("primary_conninfo", "host=x password=y"), "name", "may hold a password");
        row("a secret", set("ssl_passphrase_command", "echo x"), "name", "secret");
        row("a secret in a value", set("archive_command", "push --secret=x %p"), "value", "looks like a secret");
        row("a name of another world", set("a; DROP", "1"), "name", "letters, digits");
    }

    void isRefused()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        QFETCH(QString, said);
        const Preparation preparation = m_operation->prepared(setParameter, arguments);
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString objection = preparation.objections.value(check);
        const QString verdict = objection.isEmpty() ? LiveOperation::verdict(preparation, check) : objection;
        QVERIFY2(!objection.isEmpty() || verdict.startsWith(QLatin1String("blocked")), qPrintable(verdict));
        QVERIFY2(verdict.contains(said), qPrintable(verdict));
    }

    void whatTheServerRefusesIsUndone()
    {
        // Its check is the server's own: no table of types knows it.
        const QString before = written(n1);
        const RunOutcome outcome =
            m_operation->run(setParameter, to(QStringLiteral("log_timezone"), QStringLiteral("Nowhere/Land"), n1));
        QCOMPARE(outcome.state, OperationState::Undone);
        QVERIFY(outcome.error && !outcome.error->sqlState.isEmpty());
        QCOMPARE(written(n1), before);
    }

    void aRolesOwnValueIsPointedOut()
    {
        m_lab->sql(n1, QStringLiteral("ALTER ROLE postgres SET maintenance_work_mem = '33MB'"));
        const Preparation preparation =
            m_operation->prepared(setParameter, to(QStringLiteral("maintenance_work_mem"), QStringLiteral("65MB"), n1));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("override"));
        QVERIFY2(verdict.startsWith(QLatin1String("warning")) && verdict.contains(QLatin1String("role postgres")),
                 qPrintable(verdict));
        const RunOutcome outcome = m_operation->run(preparation);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_lab->sql(n1, QStringLiteral("ALTER ROLE postgres RESET maintenance_work_mem"));
    }

    void whatASecretIsNotShown()
    {
        m_lab->sql(n2, QStringLiteral("ALTER SYSTEM SET archive_cleanup_command = 'clean --secret=hunter2'"));
        m_lab->sql(n2, QStringLiteral("SELECT pg_reload_conf()"));
        const Preparation preparation =
            m_operation->prepared(setParameter, to(QStringLiteral("archive_cleanup_command"), QStringLiteral("clean")));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(preparation, QStringLiteral("parameter"))
                    .contains(QLatin1String("must not be put on record")));
        QVERIFY(!QJsonDocument(toJson(preparation.checks)).toJson().contains("hunter2"));
        m_lab->sql(n2, QStringLiteral("ALTER SYSTEM RESET archive_cleanup_command"));
        m_lab->sql(n2, QStringLiteral("SELECT pg_reload_conf()"));
    }

    void aChangeOfTheSituationIsNoticed()
    {
        const Preparation approved =
            m_operation->prepared(setParameter, to(QStringLiteral("work_mem"), QStringLiteral("11MB")));
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET work_mem = '12MB'"));
        const RunOutcome outcome = m_operation->run(approved);
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::SituationChanged);
    }

    void everyNodeIsReloaded()
    {
        for (const QString &node : {n1, n2})
            m_lab->sql(node, QStringLiteral("ALTER SYSTEM SET work_mem = '13MB'"));
        const RunOutcome outcome = m_operation->run(QStringLiteral("reload"), {{QStringLiteral("node"), allNodes()}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        for (const QString &node : {n1, n2})
            QCOMPARE(m_lab->sql(node, QStringLiteral("SHOW work_mem")), QStringLiteral("13MB"));
    }

    void aNodeThatDoesNotAnswerIsNotPassedOver()
    {
        m_lab->killNode(n2);
        for (const auto &[operation, arguments] :
             {std::pair{setParameter, to(QStringLiteral("work_mem"), QStringLiteral("14MB"))},
              std::pair{QStringLiteral("reload"), Arguments{{QStringLiteral("node"), allNodes()}}}}) {
            const Preparation all = m_operation->prepared(operation, arguments);
            QCOMPARE(all.readiness, Readiness::NotReady);
            QVERIFY(LiveOperation::verdict(all, QStringLiteral("node-answers"))
                        .contains(QLatin1String("n2 does not answer")));
        }
        const RunOutcome one =
            m_operation->run(setParameter, to(QStringLiteral("work_mem"), QStringLiteral("14MB"), n1));
        QVERIFY2(one.state == OperationState::Done, why(one).constData());
    }

private:
    [[nodiscard]] QString written(const QString &node) const
    {
        return m_lab->sql(node, QStringLiteral("SELECT string_agg(name || '=' || setting, ' ' ORDER BY name)"
                                               " FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf'"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSetParameter)
#include "test_set_parameter.moc"
