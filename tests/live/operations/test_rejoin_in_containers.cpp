#include "tests/fault/killed_console.h"
#include "tests/support/container_cluster.h"

using namespace howdah;
using namespace howdah::test;

namespace {

const QString one = QStringLiteral("pg1");
const QString two = QStringLiteral("pg2");
const QString inRecovery = QStringLiteral("SELECT pg_is_in_recovery()");
const QString itsVolume = QStringLiteral("/var/lib/postgresql/data");
const QString belowVolume = itsVolume + QStringLiteral("/pgdata");
const QStringList cloneAgain{QStringLiteral("node=pg1"), QStringLiteral("way=clone")};

} // namespace

/// An old primary whose server is the first process of its container comes back in that container. The rows follow each
/// other on one cluster: first with a data directory below the volume, then with one that is the volume.
class TestRejoinInContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
    }
    void cleanupTestCase() { m_boxes.reset(); }

    void itComesBack_data();
    void itComesBack();
    void consolesAreKilledWhileItIsClonedAgain();

private:
    [[nodiscard]] LiveContainers &containers() const { return *m_boxes->containers; }
    /// A cluster of that kind: the one that is there, if it is.
    void haveCluster(const QString &data)
    {
        if (m_boxes && m_data == data)
            return;
        m_boxes.reset();
        m_data = data;
        m_boxes = std::make_unique<ContainerCluster>(1, QStringList(), data);
        containers().sql(one, QStringLiteral("CREATE TABLE ledger (id int PRIMARY KEY, entry text)"));
        QTRY_COMPARE(containers().sql(two, QStringLiteral("SELECT count(*) FROM ledger")), QStringLiteral("0"));
        // A checkpoint for pg_rewind to begin at, and one that tells pg2's timeline: what is seen stays so.
        containers().sql(one, QStringLiteral("CHECKPOINT"));
        containers().sql(two, QStringLiteral("SELECT pg_promote()"));
        containers().sql(two, QStringLiteral("CHECKPOINT"));
        containers().sql(two, QStringLiteral("INSERT INTO ledger VALUES (1, 'new')"));
        containers().sql(one, QStringLiteral("INSERT INTO ledger VALUES (2, 'only on the old primary')"));
    }
    RunOutcome rejoined(const QString &way) const
    {
        const Preparation approved =
            m_boxes->prepared(QStringLiteral("rejoin"), {{QStringLiteral("node"), one}, {QStringLiteral("way"), way}});
        if (approved.readiness == Readiness::NotReady)
            QTest::qFail(qPrintable(ContainerCluster::refusals(approved)), __FILE__, __LINE__);
        return m_boxes->run(approved);
    }
    void wasRewound(const RunOutcome &outcome) const;
    void streams() const
    {
        QCOMPARE(containers().sql(one, inRecovery), QStringLiteral("t"));
        QVERIFY(containers().waitUntilStreaming(one, two));
        containers().sql(two, QStringLiteral("INSERT INTO ledger SELECT max(id) + 1, 'later' FROM ledger"));
        const QString rows = QStringLiteral("SELECT string_agg(id || entry, ',' ORDER BY id) FROM ledger");
        QTRY_COMPARE(containers().sql(one, rows), containers().sql(two, rows));
    }
    /// Beside the container of pg1, whether it runs or not, with the volume that an operation made if it did.
    [[nodiscard]] QString shellOnVolumes(const QString &line, const QString &operationId) const
    {
        QStringList words{QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--volumes-from"),
                          containers().container(one)};
        if (m_data == itsVolume)
            words << QStringLiteral("--volume") << volumeOf(operationId) + QStringLiteral(":/howdah-beside");
        return containers().podman(words + QStringList{QStringLiteral("--entrypoint"), QStringLiteral("sh"),
                                                       containers().image(), QStringLiteral("-c"), line});
    }
    [[nodiscard]] QString volumeOf(const QString &operationId) const
    {
        return QStringLiteral("%1-beside-%2").arg(containers().container(one), operationId);
    }
    [[nodiscard]] bool hasVolume(const QString &operationId) const
    {
        return containers()
            .podman({QStringLiteral("volume"), QStringLiteral("ls"), QStringLiteral("--quiet")})
            .split(QLatin1Char('\n'))
            .contains(volumeOf(operationId));
    }
    /// In the data directory of pg1, without what comes and goes with a server.
    [[nodiscard]] QString entries() const
    {
        return containers().podman(
            {QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--volumes-from"),
             containers().container(one), QStringLiteral("--entrypoint"), QStringLiteral("sh"), containers().image(),
             QStringLiteral("-c"),
             QStringLiteral("ls -A %1 | grep -vxE 'postmaster.pid|standby.signal|backup_.*'").arg(m_data)});
    }

    QString m_data;
    std::unique_ptr<ContainerCluster> m_boxes;
};

void TestRejoinInContainers::itComesBack_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("way");
    QTest::newRow("rewind below the volume") << belowVolume << QStringLiteral("rewind");
    QTest::newRow("clone below the volume") << belowVolume << QStringLiteral("clone");
    QTest::newRow("rewind in the volume") << itsVolume << QStringLiteral("rewind");
    QTest::newRow("follow in the volume") << itsVolume << QStringLiteral("follow");
}

void TestRejoinInContainers::itComesBack()
{
    QFETCH(QString, data);
    QFETCH(QString, way);
    haveCluster(data);
    if (way != QLatin1String("rewind")) // a second primary runs
        containers().podman({way == QLatin1String("follow") ? QStringLiteral("stop") : QStringLiteral("kill"),
                             containers().container(one)});
    const QString before = entries();
    const RunOutcome outcome = rejoined(way == QLatin1String("clone") ? way : QStringLiteral("auto"));
    QVERIFY2(outcome.state == OperationState::Done, ContainerCluster::why(outcome).constData());
    QCOMPARE(outcome.entry.result.value(QLatin1String("way")).toString(), way);
    streams();
    QCOMPARE(entries(), before);
    if (way == QLatin1String("rewind"))
        wasRewound(outcome);
    else if (way == QLatin1String("clone"))
        QVERIFY(!shellOnVolumes(QStringLiteral("ls %1.before-rejoin-%2/PG_VERSION").arg(data, outcome.entry.id),
                                outcome.entry.id)
                     .isEmpty());
    else
        QVERIFY2(!hasVolume(outcome.entry.id), "nothing is kept, so it is gone");
}

void TestRejoinInContainers::wasRewound(const RunOutcome &outcome) const
{
    const QString saved = outcome.entry.plan.arguments.value(QStringLiteral("save-to"));
    const QString rows = shellOnVolumes(QStringLiteral("cat %1/rows/*").arg(saved), outcome.entry.id);
    QVERIFY2(rows.contains(QLatin1String("only on the old primary")), qPrintable(rows));
    QCOMPARE(containers().sql(one, QStringLiteral("SELECT count(*) FROM ledger WHERE id = 2 AND entry LIKE 'only%'")),
             QStringLiteral("0"));
}

/// Each console takes it over from the one before and is killed further on; what all of them did can be undone, also by
/// one that is killed itself, and done after all.
void TestRejoinInContainers::consolesAreKilledWhileItIsClonedAgain()
{
    haveCluster(itsVolume);
    KilledConsole console(m_boxes->hosts(), m_boxes->cluster().name);
    // A container that is killed takes its network along and says nothing more: its walsender would live for a minute.
    containers().sql(two, QStringLiteral("ALTER SYSTEM SET wal_sender_timeout = '3s'"));
    containers().sql(two, QStringLiteral("SELECT pg_reload_conf()"));
    containers().podman({QStringLiteral("kill"), containers().container(one)});
    QTRY_COMPARE_WITH_TIMEOUT(containers().sql(two, QStringLiteral("SELECT count(*) FROM pg_stat_replication")),
                              QStringLiteral("0"), 90000);
    // Whose directory it is: a copy of the primary has no such file.
    containers().podman({QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--volumes-from"),
                         containers().container(one), QStringLiteral("--entrypoint"), QStringLiteral("cp"),
                         QStringLiteral("--user"), QStringLiteral("postgres"), containers().image(),
                         itsVolume + QStringLiteral("/PG_VERSION"), itsVolume + QStringLiteral("/base/1/mine")});
    const QString before = entries();
    const QString id = console.runKilledAt(QStringLiteral("after:copy"), QStringLiteral("rejoin"), cloneAgain);
    for (const char *where : {"after:place", "after:carry"})
        console.resumeKilledAt(QString::fromLatin1(where), id);
    QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
    const RunOutcome undone = console.undo(id);
    QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
    QCOMPARE(entries(), before);
    QVERIFY(!hasVolume(id));
    QVERIFY(!containers().isRunning(one));

    const QString again = console.runKilledAt(QStringLiteral("before:carry"), QStringLiteral("rejoin"), cloneAgain);
    console.undoKilledAt(QStringLiteral("undo:place"), again);
    const RunOutcome resumed = console.resume(again);
    QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
    streams();
    QCOMPARE(entries(), before);
    QVERIFY(!shellOnVolumes(QStringLiteral("ls /howdah-beside/data/base/1/mine"), again).isEmpty());
}

HOWDAH_FAULT_MAIN(TestRejoinInContainers)
#include "test_rejoin_in_containers.moc"
