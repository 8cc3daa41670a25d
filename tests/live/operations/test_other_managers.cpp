#include "tests/live/operations/live_operation.h"
#include "tests/support/live_managed.h"
#include "tests/support/live_repmgr.h"

using namespace howdah;
using namespace howdah::test;

namespace {

/// What Howdah makes of an operation on somebody else's cluster: its check "other-manager".
CheckResult verdictOn(LiveManaged &managed, const QString &operation, const Arguments &arguments)
{
    Environment environment;
    environment.hosts = &managed.hosts();
    const Result<Preparation> prepared = prepare(*findOperation(operation), managed.cluster(), arguments, environment);
    if (!prepared) {
        QTest::qFail(qPrintable(prepared.error().full()), __FILE__, __LINE__);
        return {};
    }
    for (const CheckResult &check : prepared->checks)
        if (check.id == QLatin1String("other-manager"))
            return check;
    return {};
}

/// Refused by name, with this command at the end of the remedy's line.
QString commandIn(const CheckResult &check, const QString &manager)
{
    if (check.judgement.verdict != Verdict::Blocked ||
        !check.judgement.observed.startsWith(manager + QStringLiteral(" looks after this cluster")))
        return QStringLiteral("not refused: ") + check.judgement.observed;
    return check.judgement.remedy.section(u'\n', 0, 0).section(QStringLiteral(": "), 1);
}

struct Refusal
{
    const char *operation;
    Arguments arguments;
    const char *command; ///< which the remedy names; empty: it has none
};

QString at(const char *text)
{
    return QString::fromLatin1(text);
}

void comparesWith(LiveManaged &managed, const QString &manager, const QList<Refusal> &refusals)
{
    for (const Refusal &refusal : refusals) {
        const QString command = commandIn(verdictOn(managed, at(refusal.operation), refusal.arguments), manager);
        const bool right =
            *refusal.command == '\0' ? command.isEmpty() : command.contains(QLatin1String(refusal.command));
        if (!right)
            QTest::qFail(qPrintable(at(refusal.operation) + QStringLiteral(": ") + command), __FILE__, __LINE__);
    }
}

} // namespace

/// Real managers over a cluster: every operation that changes its shape is refused, says whose it is and how it is made
/// with that manager.
class TestOtherManagers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repmgrdIsSeenAndNamed()
    {
        if (const QString reason = LiveRepmgr::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const auto lab = LiveLab::make(1);
        QVERIFY(lab);
        LiveRepmgr repmgr(*lab);
        QVERIFY(lab->waitUntilStreaming(QStringLiteral("n2")));
        const LiveOperation operation(*lab);
        const Arguments to{{QStringLiteral("to"), QStringLiteral("n2")}};
        const auto seen = [&](const QString &id, const Arguments &arguments) {
            return LiveOperation::verdict(operation.prepared(id, arguments), QStringLiteral("other-manager"));
        };
        QVERIFY2(seen(QStringLiteral("switchover"), to).startsWith(QLatin1String("ok")),
                 "its extension alone manages nothing");
        repmgr.startDaemon(QStringLiteral("n2"));
        QTRY_VERIFY_WITH_TIMEOUT(seen(QStringLiteral("switchover"), to).startsWith(QLatin1String("blocked")), 20000);
        // By its process, which names the configuration of this very node, and by its sessions.
        const QString verdict = seen(QStringLiteral("switchover"), to);
        QVERIFY2(verdict.contains(QLatin1String("repmgrd (process ")) && verdict.contains(QLatin1String("for n2")),
                 qPrintable(verdict));
        QVERIFY2(verdict.contains(QLatin1String("sessions of repmgrd on n")), qPrintable(verdict));
        QVERIFY(seen(QStringLiteral("failover"), {}).startsWith(QLatin1String("blocked")));
        repmgr.stopDaemon();
        QTRY_VERIFY_WITH_TIMEOUT(seen(QStringLiteral("switchover"), to).startsWith(QLatin1String("ok")), 20000);
    }

    void repmgrdThatIsPausedKeepsStill()
    {
        if (const QString reason = LiveRepmgr::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const auto lab = LiveLab::make(1);
        QVERIFY(lab);
        LiveRepmgr repmgr(*lab);
        QVERIFY(lab->waitUntilStreaming(QStringLiteral("n2")));
        repmgr.startDaemon(QStringLiteral("n2"));
        const LiveOperation operation(*lab);
        const auto seen = [&] {
            return LiveOperation::verdict(
                operation.prepared(QStringLiteral("switchover"), {{QStringLiteral("to"), QStringLiteral("n2")}}),
                QStringLiteral("other-manager"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen().startsWith(QLatin1String("blocked")), 20000);
        QVERIFY(repmgr.run(QStringLiteral("n2"), {QStringLiteral("service"), QStringLiteral("pause")}));
        QTRY_VERIFY_WITH_TIMEOUT(seen().startsWith(QLatin1String("warning")), 20000);
        QVERIFY2(seen().contains(QLatin1String("is paused")), qPrintable(seen()));
    }

    void patroniIsNamedAndItsOwnCommandWorks()
    {
        if (const QString reason = LivePatroni::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        LivePatroni patroni;
        const int standby = patroni.isPrimary(1) ? 2 : 1;
        const QString other = patroni.name(standby);
        const QString member = QStringLiteral("member%1").arg(standby);
        const QByteArray switchover = "switchover howdah-test --candidate " + member.toUtf8();
        const QByteArray restart = "restart howdah-test " + member.toUtf8();
        comparesWith(patroni, QStringLiteral("Patroni"),
                     {{"switchover", {{at("to"), other}}, switchover.constData()},
                      {"restart", {{at("node"), other}}, restart.constData()},
                      {"set-parameter",
                       {{at("node"), allNodes()}, {at("name"), at("work_mem")}, {at("value"), at("5MB")}},
                       "edit-config howdah-test -p work_mem=5MB"},
                      {"create-slot", {{at("node"), other}, {at("name"), at("s")}}, ""},
                      {"clone", {}, ""},
                      {"prepare-primary", {}, ""}});
        const QString line =
            commandIn(verdictOn(patroni, QStringLiteral("switchover"), {{at("to"), other}}), QStringLiteral("Patroni"));
        // It asks for the leader, for when, and whether.
        QVERIFY2(patroni.shell(line, "\nnow\ny\n"), qPrintable(line));
        QTRY_VERIFY_WITH_TIMEOUT(patroni.isPrimary(standby), 60000);
    }

    void pausedPatroniLetsAHandOverPass()
    {
        if (const QString reason = LivePatroni::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        LivePatroni patroni;
        patroni.pause();
        const int standby = patroni.isPrimary(1) ? 2 : 1;
        const CheckResult check =
            verdictOn(patroni, QStringLiteral("switchover"), {{at("to"), patroni.name(standby)}});
        QVERIFY2(check.judgement.verdict == Verdict::Warning, qPrintable(check.judgement.observed));
        QVERIFY2(check.judgement.observed.contains(QLatin1String("is paused")), qPrintable(check.judgement.observed));
        Environment environment;
        environment.hosts = &patroni.hosts();
        const ClusterDefinition cluster = patroni.cluster();
        const auto approved = prepare(*findOperation(QStringLiteral("switchover")), cluster,
                                      {{QStringLiteral("to"), patroni.name(standby)}}, environment);
        QVERIFY2(approved.ok(), approved.ok() ? "" : qPrintable(approved.error().full()));
        const RunOutcome outcome =
            runOperation(*findOperation(approved->operation), *approved, cluster, environment, {}, {});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        // Resumed before it has seen the change, it would hand the role back to whom it still holds for the leader.
        QTRY_VERIFY_WITH_TIMEOUT(patroni.isLeader(standby), 60000);
        patroni.resume();
        QTRY_VERIFY_WITH_TIMEOUT(patroni.isLeader(standby), 60000);
        QVERIFY(patroni.isPrimary(standby) && !patroni.isLeader(3 - standby));
    }

    void pgAutoFailoverIsNamedAndItsOwnCommandWorks()
    {
        if (const QString reason = LiveAutoFailover::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        LiveAutoFailover autoFailover;
        QVERIFY(autoFailover.isPrimary(1));
        const QString other = autoFailover.name(2);
        const QString manager = QStringLiteral("pg_auto_failover");
        comparesWith(autoFailover, manager,
                     {{"switchover", {{at("to"), other}}, "pg_autoctl perform promotion --pgdata /tmp/"},
                      {"failover", {{at("candidate"), other}}, "pg_autoctl perform failover --pgdata /tmp/"},
                      {"restart", {{at("node"), other}}, ""},
                      {"synchronous", {{at("method"), at("none")}}, ""}});
        const QString line =
            commandIn(verdictOn(autoFailover, QStringLiteral("switchover"), {{at("to"), other}}), manager);
        QVERIFY2(autoFailover.shell(line), qPrintable(line));
        QTRY_VERIFY_WITH_TIMEOUT(autoFailover.isPrimary(2), 60000);
    }

    void aDaemonOfAnotherClusterIsLeftAlone()
    {
        if (const QString reason = LiveRepmgr::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const auto managed = LiveLab::make(1);
        QVERIFY(managed);
        LiveRepmgr repmgr(*managed);
        repmgr.startDaemon(QStringLiteral("n2"));
        LabRequest request;
        request.name = QStringLiteral("other");
        request.standbys = 1;
        const auto lab = LiveLab::make(request);
        QVERIFY(lab);
        const LiveOperation operation(*lab);
        const QString verdict = LiveOperation::verdict(
            operation.prepared(QStringLiteral("switchover"), {{QStringLiteral("to"), QStringLiteral("n2")}}),
            QStringLiteral("other-manager"));
        QVERIFY2(verdict.startsWith(QLatin1String("ok")), qPrintable(verdict));
    }
};

QTEST_GUILESS_MAIN(TestOtherManagers)
#include "test_other_managers.moc"
