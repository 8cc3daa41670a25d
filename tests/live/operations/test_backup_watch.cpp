#include "core/cluster/cluster_store.h"
#include "core/operations/backup_watch.h"
#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// What is wrong with a cluster's backups stands among its findings while it is watched.
class TestBackupWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongComesAndGoes()
    {
        const std::unique_ptr<LiveLab> lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(lab);
        const BackupsOfLab backups(*lab);
        ClusterStore store(nullptr, {.interval = Milliseconds{200}, .hosts = &lab->hosts()});
        BackupWatch watch(store, backups.environment(), Milliseconds{3600000});
        const QString cluster = lab->cluster().name;
        store.watch(lab->cluster());
        const auto finds = [&](const char *id) {
            const QList<Finding> findings = store.snapshot(cluster)->findings;
            return std::any_of(findings.begin(), findings.end(),
                               [id](const Finding &finding) { return finding.id == QLatin1String(id); });
        };
        constexpr int patience = 60000;
        QTRY_VERIFY_WITH_TIMEOUT(finds("no-backup"), patience);
        QVERIFY(store.snapshot(cluster)->health == Health::Good);
        const QString id = backups.take();
        watch.lookSoon();
        QTRY_VERIFY_WITH_TIMEOUT(!finds("no-backup") && finds("backup-unproven"), patience);
        backups.shell(QStringLiteral("rm '%1/%2/data/global/pg_filenode.map'").arg(backups.directory(), id));
        QCOMPARE(backups.run("verify-backup", id).state, OperationState::Undone);
        watch.lookSoon();
        QTRY_VERIFY_WITH_TIMEOUT(finds("backup-bad"), patience);
        QVERIFY(store.snapshot(cluster)->health == Health::Attention);
        QCOMPARE(store.snapshot(cluster)->findings.first().id, QStringLiteral("backup-bad"));
        store.forget(cluster);
    }
};

QTEST_GUILESS_MAIN(TestBackupWatch)
#include "test_backup_watch.moc"
