#include "core/lab/lab.h"
#include "core/pg/connection.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <unistd.h>

using namespace howdah;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

/// Dead ones that nobody has reaped yet do not count.
bool processLives(int pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    const QByteArray line = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    return !line.isEmpty() && line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

QString said(const auto &result)
{
    return result.ok() ? QString() : result.error().full();
}

} // namespace

/// The writing load: commits at its rate, rides through a failover, and its process comes and goes with the lab.
class TestWorkload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingToDo();
    void commitsAtItsRateAndLosesNone();
    void ridesThroughAFailover();
    void ownProcessComesAndGoesWithTheLab();
    void recycledProcessNumberIsLeftAlone();

private:
    Lab create(int standbys, double perSecond)
    {
        LabRequest request;
        request.name = QStringLiteral("busy");
        request.standbys = standbys;
        request.workloadPerSecond = perSecond;
        const auto lab = m_labs->create(request, soon());
        if (!lab)
            QTest::qFail(qPrintable(said(lab)), __FILE__, __LINE__);
        return lab.valueOr({});
    }
    static qint64 newestRow(const ConnInfo &info)
    {
        Result<Connection> session = Connection::open(info, Deadline::after(Milliseconds{5000}));
        const auto answer = session
                                ? session->query(QStringLiteral("SELECT max(number) FROM howdah_workload"), {}, soon())
                                : session.error();
        return answer && answer->rows() > 0 ? answer->integer(0, 0).value_or(-1) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    Hosts m_hosts;
    std::unique_ptr<Labs> m_labs;
};

void TestWorkload::init()
{
    m_home = test::scratchHome();
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    m_labs = std::make_unique<Labs>(m_hosts);
}

void TestWorkload::cleanup()
{
    for (const Lab &lab : m_labs->all().valueOr({})) {
        const auto destroyed = m_labs->destroy(lab.name, soon());
        QVERIFY2(destroyed.ok(), qPrintable(said(destroyed)));
    }
}

void TestWorkload::nothingToDo()
{
    QCOMPARE(runWorkload({}, 10, {}).commits, qint64{0});
    ClusterDefinition cluster;
    cluster.nodes.append(NodeDefinition{});
    QCOMPARE(runWorkload(cluster, 0, {}).commits, qint64{0});
}

void TestWorkload::commitsAtItsRateAndLosesNone()
{
    const Lab lab = create(0, 0);
    const ConnInfo primary = lab.cluster.nodes.first().connInfo;
    std::stop_source source;
    auto running = std::async(std::launch::async, [&] { return runWorkload(lab.cluster, 200, source.get_token()); });
    QTRY_VERIFY_WITH_TIMEOUT(newestRow(primary) >= 100, 20000);
    source.request_stop();
    const WorkloadReport report = running.get();
    QCOMPARE(report.failures, qint64{0});
    // A commit whose answer the stop cut off is there but not counted; one that is counted is always there.
    QVERIFY(newestRow(primary) == report.commits || newestRow(primary) == report.commits + 1);
}

void TestWorkload::ridesThroughAFailover()
{
    const Lab lab = create(1, 0);
    const ConnInfo primary = lab.cluster.nodes.at(0).connInfo, standby = lab.cluster.nodes.at(1).connInfo;
    std::stop_source source;
    auto running = std::async(std::launch::async, [&] { return runWorkload(lab.cluster, 100, source.get_token()); });
    QTRY_VERIFY_WITH_TIMEOUT(newestRow(standby) >= 20, 20000);
    const auto killed = injectFault(lab, QStringLiteral("kill"), QStringLiteral("n1"), m_hosts, soon());
    Result<Connection> session = Connection::open(standby, soon());
    const auto promoted = session ? session->query(QStringLiteral("SELECT pg_promote()"), {}, soon()) : session.error();
    const qint64 before = newestRow(standby);
    const bool goesOn = QTest::qWaitFor([&] { return newestRow(standby) >= before + 20; }, 20000);
    source.request_stop();
    const WorkloadReport report = running.get();
    QVERIFY2(killed.ok(), qPrintable(said(killed)));
    QVERIFY2(promoted.ok(), qPrintable(said(promoted)));
    QVERIFY2(goesOn, "the workload did not find the new primary");
    QVERIFY(report.failures > 0);
    QVERIFY(report.longestGapMs > 0);
    qInfo("longest time without a commit: %lld ms, %lld commits, %lld failures", report.longestGapMs, report.commits,
          report.failures);
    QVERIFY(!Connection::open(primary, soon()).ok());
}

void TestWorkload::ownProcessComesAndGoesWithTheLab()
{
    const QString howdahctl = QCoreApplication::applicationDirPath() + QStringLiteral("/howdahctl");
    LabRequest request;
    request.name = QStringLiteral("busy");
    request.standbys = 0;
    request.workloadPerSecond = 50;
    const auto lab = m_labs->create(request, soon());
    if (!QFile::exists(howdahctl)) {
        QVERIFY(!lab.ok());
        QCOMPARE(errorCodeName(lab.error().code), errorCodeName(ErrorCode::NotFound));
        QVERIFY(!m_labs->find(QStringLiteral("busy")).ok());
        return;
    }
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    const ConnInfo primary = lab->cluster.nodes.first().connInfo;
    QVERIFY(lab->workloadPid > 0);
    QTRY_VERIFY_WITH_TIMEOUT(newestRow(primary) >= 10, 20000);

    QVERIFY(m_labs->stop(QStringLiteral("busy"), soon()).ok());
    QVERIFY(!processLives(lab->workloadPid));
    QCOMPARE(m_labs->find(QStringLiteral("busy"))->workloadPid, 0);
    QVERIFY(m_labs->start(QStringLiteral("busy"), soon()).ok());
    const int second = m_labs->find(QStringLiteral("busy"))->workloadPid;
    QVERIFY(second > 0);
    const qint64 before = newestRow(primary);
    QTRY_VERIFY_WITH_TIMEOUT(newestRow(primary) > before + 5, 20000);
    QVERIFY(m_labs->destroy(QStringLiteral("busy"), soon()).ok());
    QVERIFY(!processLives(second));
}

void TestWorkload::recycledProcessNumberIsLeftAlone()
{
    create(0, 0);
    // As if the workload had died and another process had got its number since: ours, with another start time.
    const QString record =
        m_home->filePath(QStringLiteral("state/labs/")) +
        QDir(m_home->filePath(QStringLiteral("state/labs"))).entryList({QStringLiteral("*.json")}).value(0);
    QFile file(record);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    json.insert(QStringLiteral("workloadPid"), qint64(::getpid()));
    json.insert(QStringLiteral("workloadStart"), 1);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(json).toJson());
    file.close();
    QVERIFY(m_labs->stop(QStringLiteral("busy"), soon()).ok()); // and this process lives
}

QTEST_GUILESS_MAIN(TestWorkload)
#include "test_workload.moc"
