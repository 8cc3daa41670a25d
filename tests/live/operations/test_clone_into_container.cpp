#include "core/operations/script.h"
#include "core/pg/connection.h"
#include "tests/support/container_cluster.h"

#include <QProcess>

using namespace howdah;
using howdah::test::ContainerCluster;
using howdah::test::LiveContainers;

namespace {

const QString operation = QStringLiteral("clone");
const QString one = QStringLiteral("pg1");
const QString two = QStringLiteral("pg2");

} // namespace

/// A clone of a server in a container gets a container of its own, from the same image and in the same network.
class TestCloneIntoContainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
        m_boxes = std::make_unique<ContainerCluster>(0, QStringList{QStringLiteral("--restart=unless-stopped")});
    }
    void cleanupTestCase() { m_boxes.reset(); }

    void aContainerLikeTheSourcesIsMade();
    void itIsRefusedBeforeAnythingIsTouched_data();
    void itIsRefusedBeforeAnythingIsTouched();
    void aSourceWithoutANetworkIsRefused();
    void anEngineElsewhereIsRefused();
    void whatIsInTheWayByNowStays();
    void aContainerRemovedInMidCopyIsUndone();
    void itsScriptDoesTheSame();
    void aPromotedCloneStays();

private:
    [[nodiscard]] LiveContainers &containers() const { return *m_boxes->containers; }
    [[nodiscard]] bool isThere(const QString &name) const
    {
        return !containers()
                    .podman({QStringLiteral("ps"), QStringLiteral("--all"), QStringLiteral("--quiet"),
                             QStringLiteral("--filter"), QStringLiteral("name=^%1$").arg(containers().container(name))})
                    .isEmpty();
    }
    /// Nothing of a clone "pg2" is left: no container, no volume, no slot, no node.
    void nothingIsLeft() const
    {
        QCOMPARE(m_boxes->made(), QString());
        QCOMPARE(containers().sql(one, QStringLiteral("SELECT count(*) FROM pg_replication_slots")),
                 QStringLiteral("0"));
        QVERIFY(!m_boxes->cluster().node(two));
    }
    std::unique_ptr<ContainerCluster> m_boxes;
};

void TestCloneIntoContainer::aContainerLikeTheSourcesIsMade()
{
    const Preparation approved = m_boxes->prepared(operation, {{QStringLiteral("name"), two}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(m_boxes->refusals(approved)));
    QCOMPARE(approved.situation.argument(QStringLiteral("host")), containers().hostId(two));
    QCOMPARE(approved.situation.argument(QStringLiteral("target-directory")),
             QStringLiteral("/var/lib/postgresql/data/pgdata"));
    const RunOutcome outcome = m_boxes->run(approved);
    QVERIFY2(outcome.state == OperationState::Done, ContainerCluster::why(outcome).constData());
    QVERIFY(containers().waitUntilStreaming(two, one));
    const auto said = [this](const QString &name, const char *what) {
        return containers().podman({QStringLiteral("container"), QStringLiteral("inspect"), QStringLiteral("--format"),
                                    QString::fromLatin1(what), containers().container(name)});
    };
    for (const char *what : {"{{.Image}}", "{{.HostConfig.RestartPolicy.Name}}", "{{.Path}} {{.Args}}"})
        QCOMPARE(said(two, what), said(one, what));
    QCOMPARE(said(two, "{{index .Config.Labels \"io.howdah.operation\"}}"), approved.id);
    // It outlives its container's first life, on its own volume.
    containers().podman({QStringLiteral("restart"), containers().container(two)});
    QVERIFY(containers().waitUntilStreaming(two, one));
    // A clone of a clone, as deep below its volume as its source.
    m_boxes->carryOut(operation, {{QStringLiteral("name"), QStringLiteral("pg3")}, {QStringLiteral("source"), two}});
    QVERIFY(containers().waitUntilStreaming(QStringLiteral("pg3"), two));
    m_boxes->takeAway(QStringLiteral("pg3"), two);
    m_boxes->takeAway(two, one);
    nothingIsLeft();
}

void TestCloneIntoContainer::itIsRefusedBeforeAnythingIsTouched_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value"); ///< %1: what the test's own containers begin with; %2: the other engine
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *argument, const char *value, const char *check,
                        const char *words) {
        QTest::newRow(title) << QString::fromLatin1(argument) << QString::fromLatin1(value)
                             << QString::fromLatin1(check) << QString::fromLatin1(words);
    };
    row("into the source's own container", "host", "container:%1pg1", "container", "already");
    row("into somebody else's", "host", "container:%1idle", "container", "already");
    row("onto somebody else's volume", "host", "container:%1taken", "container", "has a volume named");
    row("another engine's", "host", "container:%2:%1pg2", "container", "'s, and no container of");
    row("no name of a container", "host", "container:-", "container", "names no container");
    row("beside the volume", "target-directory", "/srv/pg2", "target", "volume");
}

void TestCloneIntoContainer::itIsRefusedBeforeAnythingIsTouched()
{
    QFETCH(QString, argument);
    QFETCH(QString, value);
    QFETCH(QString, check);
    QFETCH(QString, words);
    if (!isThere(QStringLiteral("idle"))) {
        containers().run(QStringLiteral("idle"), {QStringLiteral("--entrypoint"), QStringLiteral("sleep")},
                         {QStringLiteral("600")});
        containers().podman(
            {QStringLiteral("volume"), QStringLiteral("create"), m_boxes->volumeOf(QStringLiteral("taken"))});
    }
    if (value.contains(QLatin1String("%1")))
        value = value.replace(QLatin1String("%2"), LiveContainers::otherEngine())
                    .replace(QLatin1String("%1"), containers().container({}));
    const Preparation refused = m_boxes->prepared(operation, {{QStringLiteral("name"), two}, {argument, value}});
    QCOMPARE(refused.readiness, Readiness::NotReady);
    const QString said = ContainerCluster::verdict(refused, check);
    QVERIFY2(said.startsWith(QLatin1String("blocked")) && said.contains(words), qPrintable(m_boxes->refusals(refused)));
    nothingIsLeft();
}

void TestCloneIntoContainer::aSourceWithoutANetworkIsRefused()
{
    // The default network of podman's knows no names.
    const QString name = QStringLiteral("lonely");
    containers().podman({QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--name"),
                         containers().container(name), QStringLiteral("--publish"), QStringLiteral("127.0.0.1::5432"),
                         containers().image()});
    const QString port = containers()
                             .podman({QStringLiteral("port"), containers().container(name), QStringLiteral("5432/tcp")})
                             .section(QLatin1Char(':'), -1);
    ConnInfo info = containers().connInfo(one);
    info.set(QStringLiteral("port"), port);
    const ClusterDefinition cluster{.name = QStringLiteral("lonely"),
                                    .nodes = {{.name = name, .connInfo = info, .hostId = containers().hostId(name)}}};
    QTRY_VERIFY_WITH_TIMEOUT(Connection::open(info, Deadline::after(Milliseconds{5000})), 60000);
    const Result<Preparation> refused =
        prepare(*findOperation(operation), cluster, {{QStringLiteral("name"), two}}, m_boxes->environment);
    QVERIFY(refused);
    const QString said = ContainerCluster::verdict(*refused, QStringLiteral("container"));
    QVERIFY2(said.startsWith(QLatin1String("blocked")) && said.contains(QLatin1String("no network")),
             qPrintable(m_boxes->refusals(*refused)));
}

void TestCloneIntoContainer::anEngineElsewhereIsRefused()
{
    const char *variable = LiveContainers::otherEngine() == QLatin1String("docker") ? "CONTAINER_HOST" : "DOCKER_HOST";
    const QByteArray own = qgetenv(variable);
    qputenv(variable, "ssh://nobody@192.0.2.1/run/podman/podman.sock");
    const Preparation refused = m_boxes->prepared(operation, {{QStringLiteral("name"), two}});
    if (own.isNull())
        qunsetenv(variable);
    else
        qputenv(variable, own);
    QCOMPARE(refused.readiness, Readiness::NotReady);
    const QString said = ContainerCluster::verdict(refused, QStringLiteral("container"));
    QVERIFY2(said.contains(QLatin1String("another machine")), qPrintable(m_boxes->refusals(refused)));
}

void TestCloneIntoContainer::whatIsInTheWayByNowStays()
{
    const Preparation approved = m_boxes->prepared(operation, {{QStringLiteral("name"), two}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(m_boxes->refusals(approved)));
    // Somebody else takes the name at the last moment.
    bool taken = false;
    const RunOutcome outcome = m_boxes->run(approved, [&](const OperationEvent &event) {
        if (event.kind == OperationEvent::Kind::Log && event.text.startsWith(QLatin1String("Create the container"))) {
            containers().run(two, {QStringLiteral("--entrypoint"), QStringLiteral("sleep")}, {QStringLiteral("600")});
            taken = true;
        }
    });
    QVERIFY(taken);
    QVERIFY2(outcome.state == OperationState::Undone, ContainerCluster::why(outcome).constData());
    QVERIFY(containers().isRunning(two));
    containers().remove(two);
    nothingIsLeft();
}

void TestCloneIntoContainer::aContainerRemovedInMidCopyIsUndone()
{
    const Preparation approved =
        m_boxes->prepared(operation, {{QStringLiteral("name"), two}, {QStringLiteral("rate"), QStringLiteral("4M")}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(m_boxes->refusals(approved)));
    bool removed = false;
    const RunOutcome outcome = m_boxes->run(approved, [&](const OperationEvent &event) {
        if (event.kind != OperationEvent::Kind::Progress || removed)
            return;
        containers().remove(two);
        removed = true;
    });
    QVERIFY(removed);
    QVERIFY2(outcome.state == OperationState::Undone, ContainerCluster::why(outcome).constData());
    nothingIsLeft();
}

void TestCloneIntoContainer::itsScriptDoesTheSame()
{
    Hosts hosts; // which have not seen the container that an earlier row made
    Environment fresh = m_boxes->environment;
    fresh.hosts = &hosts;
    const Result<Preparation> planned =
        prepare(*findOperation(operation), m_boxes->cluster(), {{QStringLiteral("name"), two}}, fresh);
    QVERIFY(planned && planned->readiness != Readiness::NotReady);
    QProcess shell;
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), toScript(planned->plan, hosts)});
    QVERIFY(shell.waitForFinished(180000));
    QVERIFY2(shell.exitCode() == 0, shell.readAll().constData());
    QVERIFY(containers().waitUntilStreaming(two, one));
    m_boxes->takeAway(two, one);
    nothingIsLeft();
}

void TestCloneIntoContainer::aPromotedCloneStays()
{
    const Preparation approved = m_boxes->prepared(operation, {{QStringLiteral("name"), two}});
    std::stop_source stop;
    const RunOutcome outcome = m_boxes->run(
        approved,
        [&](const OperationEvent &event) {
            if (event.kind != OperationEvent::Kind::Log || !event.text.startsWith(QLatin1String("Put pg2 on record")))
                return;
            containers().sql(two, QStringLiteral("SELECT pg_promote()"));
            stop.request_stop();
        },
        stop.get_token());
    QVERIFY2(outcome.state == OperationState::Interrupted, ContainerCluster::why(outcome).constData());
    QVERIFY2(outcome.error->full().contains(QLatin1String("holds the standby that this operation made")),
             ContainerCluster::why(outcome).constData());
    QVERIFY(containers().isRunning(two));
    QCOMPARE(containers().sql(two, QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
}

QTEST_GUILESS_MAIN(TestCloneIntoContainer)
#include "test_clone_into_container.moc"
