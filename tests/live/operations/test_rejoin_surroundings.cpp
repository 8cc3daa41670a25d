#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/rejoin_lab.h"

#include <QFileInfo>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return RejoinLab::n(number);
}
} // namespace

/// Rejoins that need more than the two data directories: WAL out of the archive, and places for tablespaces.
class TestRejoinSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The last checkpoint before the fork lies in WAL that the old primary has in the archive alone.
    void whatPgRewindNeedsIsFetchedFromTheArchive()
    {
        const std::unique_ptr<LiveLab> lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(lab);
        const LiveOperation operation(*lab);
        RejoinLab nodes(*lab);
        lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET restore_command = 'cp %1/archive/%f %p'")
                           .replace(QLatin1String("%1"), lab->lab().directory));
        nodes.fill();
        lab->sql(n(1), QStringLiteral("CHECKPOINT"));
        for (int segment = 0; segment < 3; ++segment)
            nodes.nextSegment();
        QVERIFY(lab->waitUntilReplayed(n(2)));
        nodes.cutOff({n(2)});
        nodes.keepNoWal(1);
        nodes.writeAlone();
        const QString last = nodes.nextSegment();
        QTRY_VERIFY_WITH_TIMEOUT(lab->sql(n(1), QStringLiteral("SELECT coalesce(last_archived_wal, '') >= '%1' FROM"
                                                               " pg_stat_archiver")
                                                    .arg(last)) == QLatin1String("t"),
                                 60000);
        const QString oldest = QStringLiteral("SELECT min(name) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'");
        const QString before = lab->sql(n(1), oldest);
        // The fork's own segment stays: what only n1 has must be listed.
        lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET wal_keep_size = '16MB'"));
        lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE_WITH_TIMEOUT(lab->sql(n(1), QStringLiteral("SHOW wal_keep_size")), QStringLiteral("16MB"), 60000);
        lab->sql(n(1), QStringLiteral("CHECKPOINT"));
        QVERIFY(lab->sql(n(1), oldest) > before);
        lab->killNode(n(1));
        nodes.promote();

        const Preparation approved = operation.prepared(QStringLiteral("rejoin"), {{QStringLiteral("node"), n(1)}});
        const QString way = LiveOperation::verdict(approved, QStringLiteral("way"));
        QVERIFY2(way.startsWith(QLatin1String("ok: Rewind")), qPrintable(way));
        const PlannedStep *rewind = nullptr;
        for (const PlannedStep &step : approved.plan.steps)
            if (step.id == QLatin1String("rewind"))
                rewind = &step;
        QVERIFY(rewind);
        const auto *command = std::get_if<RunCommand>(&rewind->actions.last().what);
        QVERIFY(command && command->command.argv.contains(QStringLiteral("--restore-target-wal")));
        const RunOutcome outcome = operation.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(nodes.isStandbyOf(1, 2));
        QCOMPARE(
            outcome.entry.result.value(QLatin1String("lost")).toObject().value(QLatin1String("transactions")).toInt(),
            4);
    }

    /// On one host: neither the new primary's place nor the old one's own may be written into.
    void aCopysTablespaceGetsAPlaceOfItsOwn()
    {
        const std::unique_ptr<LiveLab> lab = LiveLab::make(0);
        QVERIFY(lab);
        const LiveOperation operation(*lab);
        const QString old = lab->lab().directory + QStringLiteral("/fast");
        QVERIFY(lab->hosts()
                    .find(QStringLiteral("local"))
                    .value()
                    ->makeDirectory(old, 0700, As{lab->lab().systemUser}, Deadline::after(Milliseconds{10000})));
        lab->sql(n(1), QStringLiteral("CREATE TABLESPACE fast LOCATION '%1'").arg(old));
        lab->sql(n(1), QStringLiteral("CREATE TABLE t TABLESPACE fast AS SELECT g AS id, 'x' AS v FROM"
                                      " generate_series(1, 1000) g"));
        const RunOutcome cloned = operation.run(QStringLiteral("clone"));
        QVERIFY2(cloned.state == OperationState::Done, why(cloned).constData());
        RejoinLab nodes(*lab);
        QVERIFY(lab->waitUntilReplayed(n(2)));
        lab->killNode(n(1));
        nodes.promote();

        const Preparation approved =
            operation.prepared(QStringLiteral("rejoin"),
                               {{QStringLiteral("node"), n(1)}, {QStringLiteral("way"), QStringLiteral("clone")}});
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome outcome = operation.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(nodes.isStandbyOf(1, 2));
        const QString place =
            QStringLiteral("SELECT pg_tablespace_location(oid) FROM pg_tablespace WHERE spcname = 'fast'");
        const QStringList places{lab->sql(n(1), place), lab->sql(n(2), place), old};
        QVERIFY2(QSet<QString>(places.begin(), places.end()).size() == 3, qPrintable(places.join(QLatin1Char(' '))));
        QVERIFY2(places.first().startsWith(old), qPrintable(places.first()));
        for (const int node : {1, 2})
            QCOMPARE(lab->sql(n(node), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1001"));
        const QString aside = outcome.entry.result.value(QLatin1String("movedAside")).toString();
        QVERIFY(QFileInfo::exists(aside + QStringLiteral("/PG_VERSION")));
        QVERIFY2(!QDir(old).isEmpty(), "the old tablespace is kept");
    }
};

QTEST_GUILESS_MAIN(TestRejoinSurroundings)
#include "test_rejoin_surroundings.moc"
