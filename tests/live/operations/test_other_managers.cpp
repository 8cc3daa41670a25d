#include "tests/live/operations/live_operation.h"
#include "tests/support/live_repmgr.h"

using namespace howdah;
using namespace howdah::test;

/// A real repmgrd over a cluster: every operation that changes its shape is refused, and says whose it is.
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
        QVERIFY2(verdict.contains(QLatin1String("repmgr on n")), qPrintable(verdict));
        QVERIFY(seen(QStringLiteral("failover"), {}).startsWith(QLatin1String("blocked")));
        repmgr.stopDaemon();
        QTRY_VERIFY_WITH_TIMEOUT(seen(QStringLiteral("switchover"), to).startsWith(QLatin1String("ok")), 20000);
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
