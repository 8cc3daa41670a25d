#include "core/hosts/container_host.h"
#include "core/hosts/server_layout.h"
#include "core/pg/connection.h"
#include "tests/support/live_containers.h"
#include "tests/support/live_server.h"

#include <QTest>

using namespace howdah;
using howdah::test::LiveContainers;
using howdah::test::said;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

const As postgres{QStringLiteral("postgres")};
const QString volume = QStringLiteral("/var/lib/postgresql/data/");
const QString layer = QStringLiteral("/tmp/");

} // namespace

/// Files of a container that runs and of one that is stopped, on its volume and in its own layer.
class TestContainerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_containers.reset(); }

    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void absentIsNotFound_data();
    void absentIsNotFound();
    void directoriesAndMoves_data();
    void directoriesAndMoves();
    void onlyMarkedTreesGo_data();
    void onlyMarkedTreesGo();
    void aStoppedLayerIsLeftAlone();
    void aLargeDirectoryIsToldWithoutReadingIt();
    void spaceIsOfTheVolume();
    void serverIsFoundAndItsContainer_data();
    void serverIsFoundAndItsContainer();
    void aServerFeelsNothingOfIt();

private:
    [[nodiscard]] std::shared_ptr<Host> host(const QString &container) const
    {
        const auto found = makeContainerHost(m_containers->hostId(container));
        return found ? *found : nullptr;
    }
    static void everyPlace(bool layerOfAStopped)
    {
        QTest::addColumn<QString>("container");
        QTest::addColumn<QString>("directory");
        QTest::newRow("running, volume") << QStringLiteral("alive") << volume;
        QTest::newRow("running, layer") << QStringLiteral("alive") << layer;
        QTest::newRow("stopped, volume") << QStringLiteral("stopped") << volume;
        if (layerOfAStopped)
            QTest::newRow("stopped, layer") << QStringLiteral("stopped") << layer;
    }
    std::unique_ptr<LiveContainers> m_containers;
};

void TestContainerFiles::initTestCase()
{
    m_containers = LiveContainers::make();
    if (!m_containers)
        QSKIP(qUtf8Printable(LiveContainers::skipReason()));
    for (const char *name : {"alive", "stopped"})
        m_containers->run(
            QString::fromLatin1(name), {},
            {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("chown postgres $PGDATA; exec sleep 100000")});
    const auto ready = [this] {
        const auto status = host(QStringLiteral("stopped"))->status(volume, {}, soon());
        return status && status->owner == QLatin1String("postgres");
    };
    QTRY_VERIFY(ready());
    m_containers->podman({QStringLiteral("stop"), QStringLiteral("--time"), QStringLiteral("0"),
                          m_containers->container(QStringLiteral("stopped"))});
    for (const char *name : {"server", "stopped-server"})
        m_containers->runPrimary(QString::fromLatin1(name));
    m_containers->podman({QStringLiteral("kill"), m_containers->container(QStringLiteral("stopped-server"))});
}

void TestContainerFiles::whatIsWrittenIsRead_data()
{
    everyPlace(true);
}

void TestContainerFiles::whatIsWrittenIsRead()
{
    QFETCH(QString, container);
    QFETCH(QString, directory);
    const auto there = host(container);
    const QString path = directory + QStringLiteral("año 'x' $y");
    for (const QByteArray &content :
         {QByteArray(), QByteArray("one\ntwo"), QByteArray("\0\xff'\n", 4), QByteArray(1500000, 'z')}) {
        const auto written = there->writeFile(path, content, 0640, postgres, soon());
        QVERIFY2(written, said(written));
        const auto read = there->readFile(path, postgres, soon());
        QVERIFY2(read, said(read));
        QVERIFY(*read == content);
        const auto status = there->status(path, postgres, soon());
        QVERIFY2(status, said(status));
        QCOMPARE(status->kind, FileStatus::Kind::File);
        QVERIFY2(status->owner == QLatin1String("postgres") || status->owner == QLatin1String("999"),
                 qPrintable(status->owner));
        QCOMPARE(status->mode, 0640);
        QCOMPARE(status->bytes, content.size());
        QVERIFY(std::abs(status->modified.secsTo(QDateTime::currentDateTime())) < 60);
    }
}

void TestContainerFiles::absentIsNotFound_data()
{
    everyPlace(true);
}

void TestContainerFiles::absentIsNotFound()
{
    QFETCH(QString, container);
    QFETCH(QString, directory);
    const auto there = host(container);
    const QString path = directory + QStringLiteral("absent");
    const auto read = there->readFile(path, postgres, soon());
    QVERIFY(!read);
    QVERIFY2(read.error().code == ErrorCode::NotFound, said(read));
    const auto status = there->status(path, postgres, soon());
    QVERIFY(!status);
    QVERIFY2(status.error().code == ErrorCode::NotFound, said(status));
    const auto removed = there->removeFile(path, postgres, soon());
    QVERIFY2(removed, said(removed));
    const auto written = there->writeFile(path + QStringLiteral("/x"), "x", 0600, postgres, soon());
    QVERIFY(!written);
    QVERIFY2(written.error().code == ErrorCode::NotFound, said(written));
}

void TestContainerFiles::directoriesAndMoves_data()
{
    everyPlace(false);
}

void TestContainerFiles::directoriesAndMoves()
{
    QFETCH(QString, container);
    QFETCH(QString, directory);
    const auto there = host(container);
    const QString made = directory + QStringLiteral("made");
    const auto done = there->makeDirectory(made, 0700, postgres, soon());
    QVERIFY2(done, said(done));
    QCOMPARE(there->makeDirectory(made, 0700, postgres, soon()).error().code, ErrorCode::AlreadyExists);
    QVERIFY(there->writeFile(made + QStringLiteral("/a"), "a", 0600, postgres, soon()));
    const auto moved = there->move(made + QStringLiteral("/a"), made + QStringLiteral("/b"), postgres, soon());
    QVERIFY2(moved, said(moved));
    const auto entries = there->entries(made, postgres, soon());
    QVERIFY2(entries, said(entries));
    QCOMPARE(*entries, QStringList{QStringLiteral("b")});
    QVERIFY(there->removeFile(made + QStringLiteral("/b"), postgres, soon()));
}

void TestContainerFiles::onlyMarkedTreesGo_data()
{
    everyPlace(false);
}

void TestContainerFiles::onlyMarkedTreesGo()
{
    QFETCH(QString, container);
    QFETCH(QString, directory);
    const auto there = host(container);
    const QString tree = directory + QStringLiteral("tree");
    const QString mark = QStringLiteral("mark");
    QVERIFY(there->makeDirectory(tree, 0700, postgres, soon()));
    QVERIFY(there->writeFile(tree + QStringLiteral("/mark"), "ours", 0600, postgres, soon()));
    QCOMPARE(there->removeMarkedTree(tree, mark, "theirs", postgres, soon()).error().code, ErrorCode::Invalid);
    const auto gone = there->removeMarkedTree(tree, mark, "ours", postgres, soon());
    QVERIFY2(gone, said(gone));
    QCOMPARE(there->status(tree, postgres, soon()).error().code, ErrorCode::NotFound);
}

/// What ran beside it would see the image's files there, not its own, and what it wrote would be lost.
void TestContainerFiles::aStoppedLayerIsLeftAlone()
{
    const auto there = host(QStringLiteral("stopped"));
    const QString path = layer + QStringLiteral("x");
    QVERIFY(there->writeFile(path, "x", 0600, {}, soon()));
    for (const Result<void> &refused :
         {there->makeDirectory(layer + QStringLiteral("d"), 0700, {}, soon()),
          there->move(path, layer + QStringLiteral("y"), {}, soon()), there->removeFile(path, {}, soon()),
          there->removeMarkedTree(layer, QStringLiteral("m"), "m", {}, soon())}) {
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == ErrorCode::Unsupported, said(refused));
    }
    // Started again it has what was written.
    m_containers->podman({QStringLiteral("start"), m_containers->container(QStringLiteral("stopped"))});
    QCOMPARE(*there->readFile(path, {}, soon()), QByteArray("x"));
    m_containers->podman({QStringLiteral("stop"), QStringLiteral("--time"), QStringLiteral("0"),
                          m_containers->container(QStringLiteral("stopped"))});
}

void TestContainerFiles::aLargeDirectoryIsToldWithoutReadingIt()
{
    const auto there = host(QStringLiteral("stopped"));
    QElapsedTimer timer;
    timer.start();
    const auto status = there->status(QStringLiteral("/usr"), {}, soon());
    QVERIFY2(status, said(status));
    QCOMPARE(status->kind, FileStatus::Kind::Directory);
    QVERIFY2(timer.elapsed() < 20000, "200 MB lie below it");
}

void TestContainerFiles::spaceIsOfTheVolume()
{
    for (const char *name : {"alive", "stopped"}) {
        const auto space = host(QString::fromLatin1(name))->space(volume + QStringLiteral("not/there"), soon());
        QVERIFY2(space, said(space));
        QVERIFY(space->freeBytes > 0 && space->freeBytes <= space->totalBytes);
    }
}

void TestContainerFiles::serverIsFoundAndItsContainer_data()
{
    QTest::addColumn<QString>("container");
    QTest::addColumn<bool>("running");
    QTest::newRow("running") << QStringLiteral("server") << true;
    // Its postmaster.pid is left, with the number 1.
    QTest::newRow("killed") << QStringLiteral("stopped-server") << false;
}

void TestContainerFiles::serverIsFoundAndItsContainer()
{
    QFETCH(QString, container);
    QFETCH(bool, running);
    const auto layout = findServerLayout(*host(container), QStringLiteral("/var/lib/postgresql/data"), soon());
    QVERIFY2(layout, said(layout));
    QCOMPARE(layout->running, running);
    QCOMPARE(layout->postmasterPid, running ? 1 : 0);
    QCOMPARE(layout->owner, QStringLiteral("postgres"));
    QVERIFY(layout->binDirectory.startsWith(QLatin1String("/usr/lib/postgresql/")));
    QVERIFY(layout->container.has_value());
    QCOMPARE(layout->container->name, m_containers->container(container));
    const auto local = Hosts().find(QStringLiteral("local"));
    QCOMPARE((*local)->run(layout->container->isRunning(), soon())->succeeded(), running);
    QCOMPARE((*local)->run(layout->container->isStopped(), soon())->succeeded(), !running);
}

/// A server that is a container's first process inherits whatever loses its parent there, and takes its end by a signal
/// for a crash of its own: every session would go.
void TestContainerFiles::aServerFeelsNothingOfIt()
{
    Result<Connection> session = Connection::open(m_containers->connInfo(QStringLiteral("server")), soon());
    QVERIFY2(session, said(session));
    const auto there = host(QStringLiteral("server"));
    const QString orphans = QStringLiteral("(sleep 1000 & sleep 1000 &) ; sleep 1000");
    const Command command{.argv = {QStringLiteral("sh"), QStringLiteral("-c"), orphans}, .asUser = postgres.user};
    const auto outcome = there->run(command, Deadline::after(Milliseconds{2000}));
    QCOMPARE(outcome.error().code, ErrorCode::TimedOut);
    QVERIFY(there->writeFile(volume + QStringLiteral("note"), "x", 0600, postgres, soon()));
    QVERIFY(there->writeFile(layer + QStringLiteral("note"), "y", 0600, postgres, soon()));
    QCOMPARE(*there->readFile(layer + QStringLiteral("note"), postgres, soon()), QByteArray("y"));
    QCOMPARE(
        m_containers->podman({QStringLiteral("exec"), m_containers->container(QStringLiteral("server")),
                              QStringLiteral("cat"), volume + QStringLiteral("note"), layer + QStringLiteral("note")}),
        QStringLiteral("xy"));
    const Result<ResultSet> alive = session->query(QStringLiteral("SELECT 1"), {}, soon());
    QVERIFY2(alive, said(alive));
}

QTEST_GUILESS_MAIN(TestContainerFiles)
#include "test_container_files.moc"
