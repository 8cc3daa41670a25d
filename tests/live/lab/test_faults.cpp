#include "core/lab/lab.h"
#include "core/pg/connection.h"
#include "tests/support/scratch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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

const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");

} // namespace

/// Every fault does what it says to a real server, and its mending undoes it.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void everyMendingExists();
    void killIsACrash();
    void stopIsClean();
    void pausedReplayReceivesStill();
    void cutStandbyHearsNothing();
    void labWithACutStandbyStops();
    void fullDiskStopsWritesAndIsGivenBack();
    void refusals_data();
    void refusals();

private:
    Result<QString> fault(const QString &kind, const QString &node)
    {
        return injectFault(m_lab, kind, node, m_hosts, soon());
    }
    QString sql(const QString &node, const QString &text)
    {
        Result<Connection> session =
            Connection::open(m_lab.cluster.node(node)->connInfo, Deadline::after(Milliseconds{5000}));
        const auto answer = session ? session->query(text, {}, soon()) : session.error();
        return answer && answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : said(answer);
    }
    QString state(const QString &node)
    {
        return sql(
            n1, QStringLiteral(
                    "SELECT coalesce((SELECT state FROM pg_stat_replication WHERE application_name = '%1'), 'absent')")
                    .arg(node));
    }

    std::unique_ptr<QTemporaryDir> m_home = test::scratchHome();
    Hosts m_hosts;
    std::unique_ptr<Labs> m_labs;
    Lab m_lab;
};

void TestFaults::initTestCase()
{
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    m_labs = std::make_unique<Labs>(m_hosts);
    LabRequest request;
    request.name = QStringLiteral("faults");
    request.standbys = 1;
    if (::geteuid() == 0)
        request.diskBytes = 300 * 1024 * 1024;
    auto lab = m_labs->create(request, soon());
    if (!lab && request.diskBytes > 0) { // a container may not let root mount
        request.diskBytes = 0;
        lab = m_labs->create(request, soon());
    }
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    m_lab = *lab;
}

void TestFaults::cleanupTestCase()
{
    const auto destroyed = m_labs->destroy(QStringLiteral("faults"), soon());
    QVERIFY2(destroyed.ok(), qPrintable(said(destroyed)));
    QVERIFY(!QFile::exists(m_lab.directory));
}

void TestFaults::cleanup()
{
    QVERIFY(fault(QStringLiteral("join"), n2).ok() || fault(QStringLiteral("start"), n2).ok());
    const auto started = m_labs->start(QStringLiteral("faults"), soon());
    QVERIFY2(started.ok(), qPrintable(said(started)));
    QTRY_COMPARE_WITH_TIMEOUT(state(n2), QStringLiteral("streaming"), 30000);
}

void TestFaults::everyMendingExists()
{
    QStringList ids;
    for (const FaultKind &kind : faultKinds())
        ids << kind.id;
    for (const FaultKind &kind : faultKinds()) {
        QVERIFY(!kind.title.isEmpty());
        QVERIFY2(kind.mending.isEmpty() || ids.contains(kind.mending), qPrintable(kind.id));
    }
}

void TestFaults::killIsACrash()
{
    const auto killed = fault(QStringLiteral("kill"), n1);
    QVERIFY2(killed.ok(), qPrintable(said(killed)));
    QVERIFY(killed->contains(QLatin1String("SIGKILL")));
    QVERIFY(!Connection::open(m_lab.cluster.node(n1)->connInfo, soon()).ok());
    QVERIFY(QFile::exists(m_lab.cluster.node(n1)->dataDirectory + QStringLiteral("/postmaster.pid"))); // no clean end
    QCOMPARE(errorCodeName(fault(QStringLiteral("kill"), n1).error().code), errorCodeName(ErrorCode::NotReady));
    const auto started = fault(QStringLiteral("start"), n1);
    QVERIFY2(started.ok(), qPrintable(said(started)));
    QCOMPARE(sql(n1, QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
}

void TestFaults::stopIsClean()
{
    const auto stopped = fault(QStringLiteral("stop"), n1);
    QVERIFY2(stopped.ok(), qPrintable(said(stopped)));
    QVERIFY(!Connection::open(m_lab.cluster.node(n1)->connInfo, soon()).ok());
    QVERIFY(!QFile::exists(m_lab.cluster.node(n1)->dataDirectory + QStringLiteral("/postmaster.pid")));
    const auto started = fault(QStringLiteral("start"), n1);
    QVERIFY2(started.ok(), qPrintable(said(started)));
}

void TestFaults::pausedReplayReceivesStill()
{
    const auto paused = fault(QStringLiteral("pause-replay"), n2);
    QVERIFY2(paused.ok(), qPrintable(said(paused)));
    sql(n1, QStringLiteral("CREATE TABLE pause_probe AS SELECT generate_series(1, 1000)"));
    const QString written = sql(n1, QStringLiteral("SELECT pg_current_wal_flush_lsn()"));
    QTRY_COMPARE(sql(n2, QStringLiteral("SELECT pg_last_wal_receive_lsn() >= '%1'").arg(written)), QStringLiteral("t"));
    QCOMPARE(sql(n2, QStringLiteral("SELECT to_regclass('pause_probe') IS NULL")), QStringLiteral("t"));
    const auto resumed = fault(QStringLiteral("resume-replay"), n2);
    QVERIFY2(resumed.ok(), qPrintable(said(resumed)));
    QTRY_COMPARE(sql(n2, QStringLiteral("SELECT to_regclass('pause_probe') IS NULL")), QStringLiteral("f"));
    sql(n1, QStringLiteral("DROP TABLE pause_probe"));
}

void TestFaults::cutStandbyHearsNothing()
{
    const auto cut = fault(QStringLiteral("cut"), n2);
    QVERIFY2(cut.ok(), qPrintable(said(cut)));
    QVERIFY(cut->contains(QLatin1String("packets")));
    sql(n1, QStringLiteral("CREATE TABLE cut_probe AS SELECT generate_series(1, 1000)"));
    QTRY_COMPARE(sql(n1, QStringLiteral("SELECT flush_lsn < pg_current_wal_flush_lsn() FROM pg_stat_replication")),
                 QStringLiteral("t"));
    QCOMPARE(sql(n2, QStringLiteral("SELECT to_regclass('cut_probe') IS NULL")), QStringLiteral("t"));
    const auto joined = fault(QStringLiteral("join"), n2);
    QVERIFY2(joined.ok(), qPrintable(said(joined)));
    QTRY_COMPARE(sql(n2, QStringLiteral("SELECT to_regclass('cut_probe') IS NULL")), QStringLiteral("f"));
    sql(n1, QStringLiteral("DROP TABLE cut_probe"));
}

void TestFaults::labWithACutStandbyStops()
{
    QVERIFY(fault(QStringLiteral("cut"), n2).ok());
    const auto stopped = m_labs->stop(QStringLiteral("faults"), Deadline::after(Milliseconds{30000}));
    QVERIFY2(stopped.ok(), qPrintable(said(stopped)));
}

void TestFaults::fullDiskStopsWritesAndIsGivenBack()
{
    if (m_lab.diskBytes == 0) {
        const auto refused = fault(QStringLiteral("fill"), n1);
        QVERIFY(!refused.ok());
        QCOMPARE(errorCodeName(refused.error().code), errorCodeName(ErrorCode::NotReady));
        QSKIP("no file system of its own could be mounted here");
    }
    const auto filled = fault(QStringLiteral("fill"), n2);
    QVERIFY2(filled.ok(), qPrintable(said(filled)));
    const auto space = (*m_hosts.find(QStringLiteral("local")))->space(m_lab.cluster.node(n2)->dataDirectory, soon());
    QVERIFY(space->freeBytes < 64 * 1024);
    const auto others = (*m_hosts.find(QStringLiteral("local")))->space(m_lab.cluster.node(n1)->dataDirectory, soon());
    QVERIFY(others->freeBytes > 10 * 1024 * 1024);
    const auto emptied = fault(QStringLiteral("unfill"), n2);
    QVERIFY2(emptied.ok(), qPrintable(said(emptied)));
    QVERIFY((*m_hosts.find(QStringLiteral("local")))->space(m_lab.cluster.node(n2)->dataDirectory, soon())->freeBytes >
            10 * 1024 * 1024);
}

void TestFaults::refusals_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("node");
    QTest::addColumn<int>("code");
    QTest::newRow("no such fault") << "meteorite"
                                   << "n1" << int(ErrorCode::NotFound);
    QTest::newRow("no such node") << "kill"
                                  << "n9" << int(ErrorCode::NotFound);
    QTest::newRow("a primary has nothing to replay") << "pause-replay"
                                                     << "n1" << int(ErrorCode::NotReady);
    QTest::newRow("a primary has nothing to resume") << "resume-replay"
                                                     << "n1" << int(ErrorCode::NotReady);
    QTest::newRow("a primary has no upstream") << "cut"
                                               << "n1" << int(ErrorCode::NotReady);
}

void TestFaults::refusals()
{
    QFETCH(QString, kind);
    QFETCH(QString, node);
    QFETCH(int, code);
    const auto done = fault(kind, node);
    QVERIFY(!done.ok());
    QCOMPARE(errorCodeName(done.error().code), errorCodeName(ErrorCode(code)));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
