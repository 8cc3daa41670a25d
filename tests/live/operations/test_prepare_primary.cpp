#include "core/operations/report.h"
#include "core/operations/script.h"
#include "tests/live/operations/unprepared_primary.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace howdah;
using namespace howdah::test;

using Files = UnpreparedPrimary::Files;
Q_DECLARE_METATYPE(Files)

namespace {
const QString preparePrimary = QStringLiteral("prepare-primary");
const QString role = QStringLiteral("rep");

Arguments argumentsFor(const UnpreparedPrimary &server, const Arguments &more = {})
{
    Arguments arguments{{QStringLiteral("role"), role},
                        {QStringLiteral("standby-addresses"), QStringLiteral("127.0.0.1, 127.9.8.0/24")},
                        {QStringLiteral("passfile"), server.passfile()},
                        {QStringLiteral("restart"), QStringLiteral("true")}};
    arguments.insert(more);
    return arguments;
}

/// Everything that the operation could have touched.
QStringList state(UnpreparedPrimary &server)
{
    return {
        QString::fromUtf8(server.read(server.configFile())),
        QString::fromUtf8(server.read(server.hbaFile())),
        QString::fromUtf8(server.read(server.passfile())),
        server.sql(QStringLiteral("SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_file_settings"
                                  " WHERE sourcefile LIKE '%auto.conf'")),
        server.sql(QStringLiteral("SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles"
                                  " WHERE rolname !~ '^pg_'")),
        server.sql(QStringLiteral("SELECT string_agg(proname || coalesce(proacl::text, ''), ' ' ORDER BY proname)"
                                  " FROM pg_proc WHERE proname IN ('pg_ls_dir', 'pg_stat_file',"
                                  " 'pg_read_binary_file')")),
        server.sql(QStringLiteral("SELECT string_agg(name || '=' || setting || pending_restart, ' ' ORDER BY name)"
                                  " FROM pg_settings WHERE name IN ('wal_level', 'max_wal_senders',"
                                  " 'wal_log_hints', 'max_slot_wal_keep_size')")),
        server.copies().join(QLatin1Char(' '))};
}
} // namespace

class TestPreparePrimary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeFit_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("writeTo");
        QTest::newRow("a plain data directory") << Files::Inside << QStringLiteral("alter-system");
        QTest::newRow("a plain data directory, into the file") << Files::Inside << QStringLiteral("file");
        QTest::newRow("files kept elsewhere") << Files::Elsewhere << QStringLiteral("file");
        QTest::newRow("Debian's") << Files::Debian << QStringLiteral("alter-system");
        QTest::newRow("Debian's, into the file") << Files::Debian << QStringLiteral("file");
    }

    void isMadeFit()
    {
        QFETCH(Files, files);
        QFETCH(QString, writeTo);
        if (const QString reason = UnpreparedPrimary::skipReason(files); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        UnpreparedPrimary server(files);
        const QByteArray rulesBefore = server.read(server.hbaFile());
        const QByteArray configurationBefore = server.read(server.configFile());
        const Preparation approved =
            server.prepared(preparePrimary, argumentsFor(server, {{QStringLiteral("write-to"), writeTo}}));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QCOMPARE(approved.plan.confirmWord, QStringLiteral("p"));
        const RunOutcome outcome = server.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());

        // The last step was the login of a standby itself, so what is left is where things were written.
        QCOMPARE(outcome.entry.steps.last().state, StepState::Done);
        QCOMPARE(approved.plan.steps.last().id, QStringLiteral("login"));
        QCOMPARE(server.sql(QStringLiteral("SHOW wal_level")), QStringLiteral("replica"));
        QCOMPARE(server.sql(QStringLiteral("SHOW max_wal_senders")), QStringLiteral("10"));
        QVERIFY(server.sql(QStringLiteral("SHOW max_slot_wal_keep_size")) != QLatin1String("-1"));
        QCOMPARE(server.sql(QStringLiteral("SELECT count(*) FROM pg_settings WHERE pending_restart")),
                 QStringLiteral("0"));
        const bool toFile = writeTo == QLatin1String("file");
        const QByteArray configuration = server.read(server.configFile());
        QCOMPARE(configuration != configurationBefore, toFile);
        QVERIFY(configuration.startsWith(configurationBefore));
        QCOMPARE(server.read(server.automaticFile()).contains("wal_level"), !toFile);
        QCOMPARE(server.copies().size(), 2);

        QByteArray rules = server.read(server.hbaFile());
        QVERIFY2(rules.indexOf("# Howdah: standby") < rules.indexOf("reject"), rules.constData());
        QCOMPARE(rules.count("# Howdah: standby\n"), 2);
        QCOMPARE(QString::fromUtf8(rules).remove(QRegularExpression(QStringLiteral("host[^\n]*# Howdah: standby\n"))),
                 QString::fromUtf8(rulesBefore));
        const QFileInfo hba(server.hbaFile());
        QCOMPARE(hba.owner(), QFileInfo(server.configFile()).owner());
        QCOMPARE(bool(hba.permission(QFile::ReadGroup)), files == Files::Debian);

        const Preparation again =
            server.prepared(preparePrimary, argumentsFor(server, {{QStringLiteral("write-to"), writeTo}}));
        QCOMPARE(again.readiness, Readiness::Ready);
        QStringList steps;
        for (const PlannedStep &step : again.plan.steps)
            steps << step.id;
        QCOMPARE(steps, QStringList{QStringLiteral("login")});
    }

    void aStopAfterAnyStepPutsEverythingBack_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("writeTo");
        QTest::newRow("a plain data directory") << Files::Inside << QStringLiteral("alter-system");
        QTest::newRow("files kept elsewhere") << Files::Elsewhere << QStringLiteral("file");
    }

    void aStopAfterAnyStepPutsEverythingBack()
    {
        QFETCH(Files, files);
        QFETCH(QString, writeTo);
        UnpreparedPrimary server(files);
        server.sql(QStringLiteral("ALTER SYSTEM SET max_wal_senders = 0"));
        server.sql(QStringLiteral("SELECT pg_reload_conf()"));
        server.write(server.passfile(), "*:*:*:other:theirs\n", 0600);
        const QStringList before = state(server);
        const Arguments arguments =
            argumentsFor(server, {{QStringLiteral("write-to"), writeTo},
                                  {QStringLiteral("restart"), QStringLiteral("false")},
                                  {QStringLiteral("max-wal-senders"),
                                   writeTo == QLatin1String("file") ? QStringLiteral("0") : QStringLiteral("12")}});
        for (const QString &step : {QStringLiteral("settings"), QStringLiteral("role"), QStringLiteral("admit")}) {
            const Preparation approved = server.prepared(preparePrimary, arguments);
            QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
            const RunOutcome outcome = step == QLatin1String("admit") ? undone(server, server.run(approved))
                                                                      : server.runStoppedAfter(approved, step);
            QVERIFY2(outcome.state == OperationState::Undone, (step.toUtf8() + why(outcome)).constData());
            QCOMPARE(state(server), before);
        }
    }

    void aServerThatDoesNotStartAgainGetsItsOldSettings_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("writeTo");
        QTest::newRow("a plain data directory") << Files::Inside << QStringLiteral("alter-system");
        QTest::newRow("Debian's, in the file") << Files::Debian << QStringLiteral("file");
    }

    void aServerThatDoesNotStartAgainGetsItsOldSettings()
    {
        QFETCH(Files, files);
        QFETCH(QString, writeTo);
        if (const QString reason = UnpreparedPrimary::skipReason(files); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        UnpreparedPrimary server(files);
        const QStringList before = state(server);
        // An address of nobody's, from the range for documentation: the server cannot listen there.
        const Preparation approved = server.prepared(
            preparePrimary,
            argumentsFor(server, {{QStringLiteral("write-to"), writeTo},
                                  {QStringLiteral("listen-addresses"), QStringLiteral("203.0.113.7")}}));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome outcome = server.run(approved);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(state(server), before);
    }

    void whatStandsInTheWayIsSaid_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        QTest::addColumn<std::function<void(UnpreparedPrimary &)>>("spoil");
        QTest::addColumn<Arguments>("arguments");
        using Spoil = std::function<void(UnpreparedPrimary &)>;
        const auto row = [](const char *title, const char *check, const char *said, const Spoil &spoil,
                            const Arguments &arguments = {}) {
            QTest::newRow(title) << QString::fromLatin1(check) << QString::fromLatin1(said) << spoil << arguments;
        };
        const Arguments intoFile{{QStringLiteral("write-to"), QStringLiteral("file")}};
        row("a syntax error in the configuration", "files", "postgresql.conf, line", [](UnpreparedPrimary &server) {
            server.write(server.configFile(), server.read(server.configFile()) + "\nwork_mem == 4MB\n");
        });
        row("an error in pg_hba.conf", "hba", "line 1:", [](UnpreparedPrimary &server) {
            server.write(server.hbaFile(), "host all all nonsense\n" + server.read(server.hbaFile()));
        });
        row("a read-only pg_hba.conf", "hba", "read-only",
            [](UnpreparedPrimary &server) { server.write(server.hbaFile(), server.read(server.hbaFile()), 0400); });
        row(
            "a read-only configuration", "write-to", "read-only",
            [](UnpreparedPrimary &server) {
                server.write(server.configFile(), server.read(server.configFile()), 0440);
            },
            intoFile);
        row(
            "postgresql.auto.conf wins", "wal-level", "wins over the other files",
            [](UnpreparedPrimary &server) {
                server.sql(QStringLiteral("ALTER SYSTEM SET wal_level = 'minimal'"));
                server.sql(QStringLiteral("SELECT pg_reload_conf()"));
            },
            intoFile);
        row("an old password", "role", "old kind (md5)", [](UnpreparedPrimary &server) {
            server.sql(QStringLiteral("SET password_encryption = 'md5'; CREATE ROLE rep LOGIN PASSWORD 'x'"));
        });
        row("an expired password", "role", "expired", [](UnpreparedPrimary &server) {
            server.sql(QStringLiteral("CREATE ROLE rep LOGIN PASSWORD 'x' VALID UNTIL '2001-01-01'"));
        });
        row("a password file for everybody", "passfile", "do not read",
            [](UnpreparedPrimary &server) { server.write(server.passfile(), "*:*:*:rep:secret\n", 0644); });
        row("a password file nowhere", "passfile", "may not write in", [](UnpreparedPrimary &) {},
            {{QStringLiteral("passfile"), QStringLiteral("/proc/pgpass")}});
        row("an impossible value", "max-wal-senders", "takes numbers from", [](UnpreparedPrimary &) {},
            {{QStringLiteral("max-wal-senders"), QStringLiteral("-2")}});
    }

    void whatStandsInTheWayIsSaid()
    {
        QFETCH(QString, check);
        QFETCH(QString, said);
        QFETCH(std::function<void(UnpreparedPrimary &)>, spoil);
        QFETCH(Arguments, arguments);
        // Asked once, every time of the same server; what was spoiled is put right.
        if (!m_asked)
            m_asked = std::make_unique<UnpreparedPrimary>(Files::Elsewhere);
        UnpreparedPrimary &server = *m_asked;
        const QByteArray configuration = server.read(server.configFile());
        const QByteArray rules = server.read(server.hbaFile());
        spoil(server);
        const Preparation preparation = server.prepared(preparePrimary, argumentsFor(server, arguments));
        server.write(server.configFile(), configuration);
        server.write(server.hbaFile(), rules);
        static_cast<void>(server.succeeds({QStringLiteral("rm"), QStringLiteral("-f"), server.passfile()}, {}));
        server.sql(QStringLiteral("DROP ROLE IF EXISTS rep"));
        server.sql(QStringLiteral("ALTER SYSTEM RESET ALL"));
        server.sql(QStringLiteral("SELECT pg_reload_conf()"));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(verdict.startsWith(QLatin1String("blocked")) && verdict.contains(said),
                 qPrintable(verdict + preparation.sentence));
    }

    void noSecretIsOnRecord()
    {
        UnpreparedPrimary server(Files::Inside);
        const QByteArray secret = "hunter2-secret";
        const QString hostile = QStringLiteral("a\"b, c # d'; DROP ROLE postgres; --");
        server.write(server.passfile(), "# mine\n*:*:*:" + hostile.toUtf8() + ":" + secret + "\n", 0600);
        server.write(server.hbaFile(), server.read(server.hbaFile()) + "# ldapbindpasswd=" + secret + "\r\n");
        server.write(server.configFile(), server.read(server.configFile()) + "# " + secret + "\n");
        const Preparation approved = server.prepared(
            preparePrimary, argumentsFor(server, {{QStringLiteral("role"), hostile},
                                                  {QStringLiteral("write-to"), QStringLiteral("file")}}));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome outcome = server.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(approved.plan.steps.last().id, QStringLiteral("login"));
        QCOMPARE(server.sql(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolreplication AND NOT rolsuper")),
                 QStringLiteral("1"));
        const QString verifier =
            server.sql(QStringLiteral("SELECT rolpassword FROM pg_authid WHERE NOT rolsuper AND rolreplication"));
        QVERIFY(verifier.startsWith(QLatin1String("SCRAM-SHA-256$")));
        const QString log = QString::fromUtf8(server.read(server.work() + QStringLiteral("/log")));
        for (const QString &record : {QString::fromUtf8(QJsonDocument(toJson(outcome.entry)).toJson()),
                                      QString::fromUtf8(QJsonDocument(toJson(approved.plan)).toJson()),
                                      QString::fromUtf8(QJsonDocument(toJson(approved.checks)).toJson()),
                                      toScript(approved.plan, *server.environment.hosts),
                                      reportMarkdown(outcome.entry, *server.environment.hosts), log}) {
            QVERIFY(!record.isEmpty());
            QVERIFY2(!record.contains(QString::fromUtf8(secret)), qPrintable(record));
            QVERIFY2(!record.contains(verifier), qPrintable(record));
        }
    }

    void theScriptDoesTheSame()
    {
        UnpreparedPrimary server(Files::Elsewhere);
        server.sql(QStringLiteral("CREATE ROLE rep LOGIN PASSWORD 'x'"));
        const Preparation approved = server.prepared(
            preparePrimary, argumentsFor(server, {{QStringLiteral("write-to"), QStringLiteral("file")}}));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const QString script = server.work() + QStringLiteral("/script");
        server.write(script, toScript(approved.plan, *server.environment.hosts).toUtf8(), 0755);
        QVERIFY(server.succeeds({QStringLiteral("sh"), script}, {}));
        QCOMPARE(server.sql(QStringLiteral("SHOW wal_level")), QStringLiteral("replica"));
        QCOMPARE(server.read(server.hbaFile()).count("# Howdah: standby\n"), 2);
        QCOMPARE(server.copies().size(), 2);
        const Preparation again = server.prepared(
            preparePrimary, argumentsFor(server, {{QStringLiteral("write-to"), QStringLiteral("file")}}));
        QVERIFY(again.plan.steps.isEmpty());
    }

    void cleanupTestCase() { m_asked.reset(); }

private:
    /// As after a kill at the very end: undone by hand.
    static RunOutcome undone(UnpreparedPrimary &server, const RunOutcome &done)
    {
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        if (!journal || !(*journal)->finish(done.entry.id, OperationState::Interrupted, std::nullopt, {}))
            return done;
        return undoOperation(done.entry.id, server.environment, {}, {});
    }

    std::unique_ptr<UnpreparedPrimary> m_asked;
};

QTEST_GUILESS_MAIN(TestPreparePrimary)
#include "test_prepare_primary.moc"
