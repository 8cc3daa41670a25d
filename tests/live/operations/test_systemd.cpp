// Servers that a real systemd starts, stops and starts again by itself.
#include "tests/live/operations/live_operation.h"
#include "tests/support/live_sshd.h"
#include "tests/support/live_systemd.h"

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1"), n2 = QStringLiteral("n2");

QString unitName(const QString &node)
{
    return QStringLiteral("postgresql@15-%1.service").arg(node);
}

} // namespace

/// A lab's servers as units of a systemd with this Restart=, and Howdah on the other side of an sshd that runs there.
class UnitLab
{
public:
    explicit UnitLab(const QString &restart)
        : lab(LiveLab::make(1))
    {
        for (const NodeDefinition &node : lab->cluster().nodes)
            lab->fault(QStringLiteral("stop"), node.name);
        for (const NodeDefinition &node : lab->cluster().nodes)
            systemd.startUnit(unitName(node.name),
                              QStringLiteral("[Unit]\nDefaultDependencies=no\n[Service]\nType=notify\nUser=%1\n"
                                             "ExecStart=%2/postgres -D %3\nKillMode=mixed\nKillSignal=SIGINT\n"
                                             "Restart=%4\nStandardOutput=append:%5/%6.out\nStandardError=inherit\n")
                                  .arg(lab->lab().systemUser, lab->lab().binDirectory, node.dataDirectory, restart,
                                       QFileInfo(node.dataDirectory).path(), node.name));
        sshd = LiveSshd::make(LiveSshd::Users::OfThisMachine,
                              {.address = QStringLiteral("127.0.0.1"), .within = systemd.within()});
        lab->operateThrough(QStringLiteral("ssh:good"));
    }
    ~UnitLab()
    {
        sshd.reset();
        for (const QString &node : {n1, n2})
            systemd.control({QStringLiteral("stop"), unitName(node)});
    }
    UnitLab(const UnitLab &) = delete;
    UnitLab &operator=(const UnitLab &) = delete;

    [[nodiscard]] QString role(const QString &node) const
    {
        return lab->sql(node, QStringLiteral("SELECT pg_is_in_recovery()")) == u"t" ? QStringLiteral("standby")
                                                                                   : QStringLiteral("primary");
    }

    std::unique_ptr<LiveLab> lab;
    LiveSystemd systemd;
    std::unique_ptr<LiveSshd> sshd;
};

class TestSystemd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &reason : {LiveSystemd::skipReason(), LiveSshd::skipReason()})
            if (!reason.isEmpty())
                QSKIP(qPrintable(reason));
    }

    /// A server that stays down when it is stopped is handed over as any other.
    void aSwitchoverPasses()
    {
        UnitLab units(QStringLiteral("on-failure"));
        QVERIFY(units.lab->waitUntilStreaming(n2));
        const LiveOperation operation(*units.lab);
        Preparation approved;
        const auto said = [&] {
            approved = operation.prepared(QStringLiteral("switchover"), {{QStringLiteral("to"), n2}});
            return LiveOperation::verdict(approved, QStringLiteral("restarts-itself"));
        };
        // A machine with much else to do may not answer the first look in time.
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(unitName(n1)), 120000);
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("restarts-itself")).startsWith(QLatin1String("ok")));
        passes(units, approved);
        const Preparation restart = operation.prepared(QStringLiteral("restart"), {{QStringLiteral("node"), n2}});
        const QString unit = LiveOperation::verdict(restart, QStringLiteral("service-unit"));
        QVERIFY2(unit.startsWith(QLatin1String("warning")) && unit.contains(unitName(n2)), qPrintable(unit));
    }

    /// One that systemd starts again at once is refused, by the name of its unit; what the remedy says makes it pass.
    void whatStartsByItselfIsRefused()
    {
        UnitLab units(QStringLiteral("always"));
        QVERIFY(units.lab->waitUntilStreaming(n2));
        const LiveOperation operation(*units.lab);
        const QString started = QStringLiteral("SELECT pg_postmaster_start_time()::text");
        const QString before = units.lab->sql(n1, started);
        QVERIFY(shell(remedy(operation, QStringLiteral("restart"), {{QStringLiteral("node"), n1}},
                             QStringLiteral("service-unit"))));
        QVERIFY(units.lab->sql(n1, started) != before);
        QCOMPARE(units.systemd.control({QStringLiteral("is-active"), unitName(n1)}), QStringLiteral("active"));
        QVERIFY(units.lab->waitUntilStreaming(n2));
        QVERIFY(shell(remedy(operation, QStringLiteral("switchover"), {{QStringLiteral("to"), n2}},
                             QStringLiteral("restarts-itself"))));
        passes(units, operation.prepared(QStringLiteral("switchover"), {{QStringLiteral("to"), n2}}));
    }

private:
    static void passes(const UnitLab &units, const Preparation &approved)
    {
        const LiveOperation operation(*units.lab);
        const RunOutcome outcome = operation.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(units.lab->waitUntilStreaming(n1, n2));
        QCOMPARE(units.role(n1), QStringLiteral("standby"));
        QCOMPARE(units.role(n2), QStringLiteral("primary"));
    }
    /// The command that a check names which refuses because of Restart=always. A machine with much else to do may not
    /// answer the first look in time.
    static QString remedy(const LiveOperation &operation, const QString &id, const Arguments &arguments,
                          const QString &check)
    {
        QString command = QStringLiteral("false");
        const bool refused = QTest::qWaitFor(
            [&] {
                for (const CheckResult &result : operation.prepared(id, arguments).checks)
                    if (result.id == check && result.judgement.verdict == Verdict::Blocked &&
                        result.judgement.observed.contains(QLatin1String("Restart=always")))
                        command = result.judgement.remedy.section(QStringLiteral(": "), 1);
                return command != u"false";
            },
            120000);
        if (!refused)
            qWarning("%s is not refused", qPrintable(id));
        return command;
    }
    static bool shell(const QString &line)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("sh"), {QStringLiteral("-c"), line});
        const bool done = process.waitForFinished(60000) && process.exitCode() == 0;
        if (!done)
            qWarning("%s: %s", qUtf8Printable(line), process.readAll().constData());
        return done;
    }
};

QTEST_GUILESS_MAIN(TestSystemd)
#include "test_systemd.moc"
