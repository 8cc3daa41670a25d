#include "core/lab/lab.h"
#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <csignal>
#include <future>
#include <sys/wait.h>
#include <unistd.h>

using namespace howdah;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

QString said(const auto &result)
{
    return result.ok() ? QString() : result.error().full();
}

bool answers(const ConnInfo &info)
{
    return Connection::open(info, Deadline::after(Milliseconds{5000})).ok();
}

QStringList servedDirectories(const Lab &lab)
{
    QStringList running;
    for (const NodeDefinition &node : lab.cluster.nodes)
        if (answers(node.connInfo))
            running << node.name;
    return running;
}

} // namespace

/// Labs whose creation fails, is stopped, killed or contested, and names of every kind.
class TestLabCreation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void createsThatFail_data();
    void createsThatFail();
    void failingHalfWayRemovesWhatItMade();
    void stoppedHalfWayRemovesWhatItMade();
    void creationThatWasKilledCanBeDestroyed();
    void hostileNames_data();
    void hostileNames();
    void takenNameHarmsNobody();
    void oneChangeAtATime();
    void twoAtOnceGetPortsOfTheirOwn();

private:
    Result<Lab> create(const QString &name, int standbys = 0)
    {
        LabRequest request;
        request.name = name;
        request.standbys = standbys;
        return m_labs->create(request, soon());
    }
    [[nodiscard]] QStringList recordsOnFile() const
    {
        return QDir(m_home->filePath(QStringLiteral("state/labs"))).entryList({QStringLiteral("*.json")}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Hosts> m_hosts;
    std::unique_ptr<Labs> m_labs;
};

void TestLabCreation::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    m_hosts = std::make_unique<Hosts>();
    m_labs = std::make_unique<Labs>(*m_hosts);
}

void TestLabCreation::cleanup()
{
    for (const Lab &lab : m_labs->all().valueOr({})) {
        const auto destroyed = m_labs->destroy(lab.name, soon());
        if (!destroyed)
            qWarning("%s", qPrintable(said(destroyed)));
    }
}

void TestLabCreation::createsThatFail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("standbys");
    QTest::addColumn<QString>("binDirectory");
    QTest::addColumn<int>("code");
    QTest::newRow("no name") << QString() << 0 << QString() << int(ErrorCode::Invalid);
    QTest::newRow("newline") << QStringLiteral("a\nb") << 0 << QString() << int(ErrorCode::Invalid);
    QTest::newRow("64 bytes") << QString(64, QLatin1Char('x')) << 0 << QString() << int(ErrorCode::Invalid);
    QTest::newRow("negative") << QStringLiteral("x") << -1 << QString() << int(ErrorCode::Invalid);
    QTest::newRow("too many") << QStringLiteral("x") << 1000 << QString() << int(ErrorCode::Invalid);
    QTest::newRow("no binaries") << QStringLiteral("x") << 0 << QStringLiteral("/usr/share")
                                 << int(ErrorCode::NotFound);
}

void TestLabCreation::createsThatFail()
{
    QFETCH(QString, name);
    QFETCH(int, standbys);
    QFETCH(QString, binDirectory);
    QFETCH(int, code);
    LabRequest request;
    request.name = name;
    request.standbys = standbys;
    request.binDirectory = binDirectory;
    const auto lab = m_labs->create(request, soon());
    QVERIFY(!lab.ok());
    QCOMPARE(errorCodeName(lab.error().code), errorCodeName(ErrorCode(code)));
    QCOMPARE(recordsOnFile(), QStringList());
}

void TestLabCreation::failingHalfWayRemovesWhatItMade()
{
    // A directory with an initdb that makes a data directory, and a pg_ctl that cannot start it.
    QTemporaryDir binaries;
    QFile::setPermissions(binaries.path(), QFile::Permissions(0x7755));
    QDir real(howdah::test::postgresBinDirectory());
    for (const QString &name : real.entryList(QDir::Files))
        QVERIFY(QFile::link(real.filePath(name), binaries.filePath(name)));
    QVERIFY(QFile::remove(binaries.filePath(QStringLiteral("pg_ctl"))));
    QFile brokenStarter(binaries.filePath(QStringLiteral("pg_ctl")));
    QVERIFY(brokenStarter.open(QIODevice::WriteOnly));
    brokenStarter.write("#!/bin/sh\n[ \"$1\" != -V ] || exec " + real.filePath(QStringLiteral("pg_ctl")).toUtf8() +
                        " -V\nexit 1\n");
    brokenStarter.close();
    brokenStarter.setPermissions(QFile::Permissions(0x7755));
    LabRequest request;
    request.name = QStringLiteral("demo");
    request.standbys = 1;
    request.binDirectory = binaries.path();
    QString directory;
    const auto lab = m_labs->create(request, soon(), {}, [&](const QString &) {
        if (directory.isEmpty())
            directory = m_labs->find(QStringLiteral("demo")).valueOr({}).directory;
    });
    QVERIFY(!lab.ok());
    QCOMPARE(errorCodeName(lab.error().code), errorCodeName(ErrorCode::CommandFailed));
    QVERIFY(!directory.isEmpty());
    QVERIFY(!QFile::exists(directory));
    QCOMPARE(recordsOnFile(), QStringList());
    QVERIFY(!ClusterRegistry().find(QStringLiteral("demo")).ok());
}

void TestLabCreation::stoppedHalfWayRemovesWhatItMade()
{
    std::stop_source source;
    LabRequest request;
    request.name = QStringLiteral("demo");
    QString directory;
    int sentences = 0;
    const auto lab = m_labs->create(request, soon(), source.get_token(), [&](const QString &) {
        directory = m_labs->find(QStringLiteral("demo")).valueOr({}).directory;
        if (++sentences == 5)
            source.request_stop();
    });
    QVERIFY(!lab.ok());
    QCOMPARE(errorCodeName(lab.error().code), errorCodeName(ErrorCode::Stopped));
    QVERIFY(!QFile::exists(directory));
    QCOMPARE(recordsOnFile(), QStringList());
}

void TestLabCreation::creationThatWasKilledCanBeDestroyed()
{
    QVERIFY(QDir().exists(m_home->path()));
    const pid_t console = ::fork();
    if (console == 0) {
        LabRequest request;
        request.name = QStringLiteral("demo");
        [[maybe_unused]] const auto lab = m_labs->create(request, soon(), {}, [](const QString &sentence) {
            if (sentence.contains(QLatin1String("Starting the standbys")))
                ::kill(::getpid(), SIGKILL);
        });
        ::_exit(0);
    }
    ::waitpid(console, nullptr, 0);
    const auto half = m_labs->find(QStringLiteral("demo"));
    QVERIFY2(half.ok(), qPrintable(said(half)));
    QVERIFY(!half->complete);
    QVERIFY(QFile::exists(half->directory));
    QCOMPARE(servedDirectories(*half), QStringList{QStringLiteral("n1")});
    QCOMPARE(errorCodeName(m_labs->start(QStringLiteral("demo"), soon()).error().code),
             errorCodeName(ErrorCode::NotReady));
    const auto destroyed = m_labs->destroy(QStringLiteral("demo"), soon());
    QVERIFY2(destroyed.ok(), qPrintable(said(destroyed)));
    QVERIFY(!QFile::exists(half->directory));
    QCOMPARE(servedDirectories(*half), QStringList());
    QCOMPARE(recordsOnFile(), QStringList());
}

void TestLabCreation::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << QStringLiteral("my first lab");
    QTest::newRow("quotes") << QStringLiteral("it's \"mine\"");
    QTest::newRow("shell") << QStringLiteral("$(reboot);`id`&|<>");
    QTest::newRow("path") << QStringLiteral("../../etc");
    QTest::newRow("unicode") << QStringLiteral("象の実験 Ñ");
    QTest::newRow("63 bytes") << QString(63, QLatin1Char('x'));
    QTest::newRow("option") << QStringLiteral("--help");
}

void TestLabCreation::hostileNames()
{
    QFETCH(QString, name);
    const auto lab = create(name);
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    QCOMPARE(QDir::cleanPath(lab->directory), lab->directory);
    QVERIFY(!lab->directory.contains(QLatin1Char(' ')));
    QCOMPARE(m_labs->find(name)->name, name);
    QCOMPARE(servedDirectories(*lab).size(), qsizetype{1});
    QVERIFY(m_labs->destroy(name, soon()).ok());
    QVERIFY(!QFile::exists(lab->directory));
}

void TestLabCreation::takenNameHarmsNobody()
{
    const auto lab = create(QStringLiteral("demo"));
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    const auto second = create(QStringLiteral("demo"));
    QVERIFY(!second.ok());
    QCOMPARE(errorCodeName(second.error().code), errorCodeName(ErrorCode::AlreadyExists));
    QCOMPARE(servedDirectories(*lab).size(), qsizetype{1});

    ClusterDefinition production;
    production.name = QStringLiteral("production");
    QVERIFY(ClusterRegistry().add(production).ok());
    const auto disguised = create(QStringLiteral("production"));
    QVERIFY(!disguised.ok());
    QCOMPARE(errorCodeName(disguised.error().code), errorCodeName(ErrorCode::AlreadyExists));
    QVERIFY(ClusterRegistry().find(QStringLiteral("production")).ok());
}

void TestLabCreation::oneChangeAtATime()
{
    std::optional<Result<Lab>> inner;
    std::optional<Result<void>> destroyed;
    LabRequest request;
    request.name = QStringLiteral("demo");
    request.standbys = 0;
    const auto outer = m_labs->create(request, soon(), {}, [&](const QString &) {
        if (inner)
            return;
        inner = create(QStringLiteral("demo"));
        destroyed = m_labs->destroy(QStringLiteral("demo"), soon());
    });
    QVERIFY2(outer.ok(), qPrintable(said(outer)));
    QVERIFY(!inner->ok() && !destroyed->ok());
    QCOMPARE(errorCodeName(inner->error().code), errorCodeName(ErrorCode::Busy));
    QCOMPARE(errorCodeName(destroyed->error().code), errorCodeName(ErrorCode::Busy));
    QCOMPARE(servedDirectories(*outer).size(), qsizetype{1});
}

void TestLabCreation::twoAtOnceGetPortsOfTheirOwn()
{
    auto first = std::async(std::launch::async, [this] { return create(QStringLiteral("first"), 1); });
    auto second = std::async(std::launch::async, [this] { return create(QStringLiteral("second"), 1); });
    const auto one = first.get(), two = second.get();
    QVERIFY2(one.ok() && two.ok(), qPrintable(said(one) + said(two)));
    QSet<QString> ports;
    for (const Lab &lab : {*one, *two})
        for (const NodeDefinition &node : lab.cluster.nodes)
            ports << node.connInfo.port();
    QCOMPARE(ports.size(), qsizetype{4});
    QVERIFY(one->cluster.systemIdentifier != two->cluster.systemIdentifier);
    QCOMPARE(m_labs->all()->size(), qsizetype{2});
}

QTEST_GUILESS_MAIN(TestLabCreation)
#include "test_lab_creation.moc"
