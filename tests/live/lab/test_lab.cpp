#include "core/lab/lab.h"
#include "core/operations/action.h"
#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

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

/// Labs from cradle to grave, on real servers.
class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void createdClusterStreams();
    void passwordsEverywhereAndNowhereElse();
    void archivesSafely();
    void stopsAndStartsAgain();
    void startLeavesAnOvertakenPrimaryDown();
    void destroyLeavesNothingOfItsOwnAndAllElse();
    void directoryThatIsNoLongerTheLabsIsLeftAlone();
    void destroyAfterServersWereKilled();
    void unknownNames();

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

void TestLab::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    m_hosts = std::make_unique<Hosts>();
    m_labs = std::make_unique<Labs>(*m_hosts);
}

void TestLab::cleanup()
{
    for (const Lab &lab : m_labs->all().valueOr({})) {
        const auto destroyed = m_labs->destroy(lab.name, soon());
        if (!destroyed)
            qWarning("%s", qPrintable(said(destroyed)));
    }
}

void TestLab::createdClusterStreams()
{
    QStringList sentences;
    LabRequest request;
    request.name = QStringLiteral("demo");
    request.standbys = 2;
    QElapsedTimer watch;
    watch.start();
    const auto lab = m_labs->create(request, soon(), {}, [&](const QString &sentence) {
        sentences << QStringLiteral("%1 ms: %2").arg(watch.elapsed()).arg(sentence);
    });
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    qInfo("%s\ncreated with 2 standbys in %lld ms", qPrintable(sentences.join(QLatin1Char('\n'))), watch.elapsed());
    QVERIFY(!sentences.isEmpty());
    QCOMPARE(lab->cluster.nodes.size(), qsizetype{3});
    QVERIFY(!lab->cluster.systemIdentifier.isEmpty());

    auto primary = Connection::open(lab->cluster.node(QStringLiteral("n1"))->connInfo, soon());
    QVERIFY2(primary.ok(), qPrintable(said(primary)));
    const auto senders = primary->query(
        QStringLiteral("SELECT string_agg(application_name || ' ' || state || ' ' || slot_name || ' ' || usename, ', ' "
                       "ORDER BY application_name) FROM pg_stat_replication r JOIN pg_replication_slots s ON "
                       "s.active_pid = r.pid"),
        {}, soon());
    QVERIFY2(senders.ok(), qPrintable(said(senders)));
    QCOMPARE(senders->text(0, 0).value_or(QString()),
             QStringLiteral("n2 streaming howdah_n2 howdah_replicator, n3 streaming howdah_n3 howdah_replicator"));
    for (const NodeDefinition &node : lab->cluster.nodes) {
        auto session = Connection::open(node.connInfo, soon());
        QVERIFY2(session.ok(), qPrintable(said(session)));
        const auto name = session->query(
            QStringLiteral(
                "SELECT current_setting('cluster_name') || ' ' || current_setting('data_directory') || ' ' || "
                "(SELECT system_identifier FROM pg_control_system())"),
            {}, soon());
        QCOMPARE(name->text(0, 0).value_or(QString()),
                 QStringLiteral("%1 %2 %3").arg(node.name, node.dataDirectory, lab->cluster.systemIdentifier));
    }
    const auto registered = ClusterRegistry().find(QStringLiteral("demo"));
    QVERIFY2(registered.ok(), qPrintable(said(registered)));
    QCOMPARE(*registered, lab->cluster);
    QVERIFY(m_labs->find(QStringLiteral("demo"))->complete);
}

void TestLab::passwordsEverywhereAndNowhereElse()
{
    const auto lab = create(QStringLiteral("demo"));
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    const ConnInfo info = lab->cluster.nodes.first().connInfo;
    const auto without = Connection::open(info.with(QStringLiteral("passfile"), QStringLiteral("/dev/null")), soon());
    QVERIFY(!without.ok());
    QCOMPARE(without.error().code, ErrorCode::Authentication);

    QFile passFile(lab->directory + QStringLiteral("/passfile"));
    QVERIFY(passFile.open(QIODevice::ReadOnly));
    const QByteArray password = passFile.readLine().trimmed().split(':').last();
    QVERIFY(password.size() >= 24);
    QCOMPARE(passFile.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    for (const QString &path : {lab->directory + QStringLiteral("/lab.json"), ClusterRegistry().file(),
                                lab->directory + QStringLiteral("/n1.log")}) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QVERIFY2(!file.readAll().contains(password), qPrintable(path));
    }
    QVERIFY(!QFile::exists(lab->directory + QStringLiteral("/initial-password")));
}

void TestLab::archivesSafely()
{
    LabRequest request;
    request.name = QStringLiteral("demo");
    request.standbys = 0;
    request.archive = true;
    const auto lab = m_labs->create(request, soon());
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    auto session = Connection::open(lab->cluster.nodes.first().connInfo, soon());
    QVERIFY(session.ok());
    const auto segment = session->query(QStringLiteral("SELECT pg_walfile_name(pg_switch_wal())"), {}, soon());
    QVERIFY2(segment.ok(), qPrintable(said(segment)));
    const QString archived = lab->directory + QStringLiteral("/archive/") + segment->text(0, 0).value_or(QString());
    QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(archived), qPrintable(archived), 20000);
    QCOMPARE(QFileInfo(archived).size(), qint64{16 * 1024 * 1024});
    QVERIFY(!QFile::exists(archived + QStringLiteral(".tmp")));
}

void TestLab::stopsAndStartsAgain()
{
    const auto lab = create(QStringLiteral("demo"), 2);
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    const auto stopped = m_labs->stop(QStringLiteral("demo"), soon());
    QVERIFY2(stopped.ok(), qPrintable(said(stopped)));
    QCOMPARE(servedDirectories(*lab), QStringList());
    const auto again = m_labs->stop(QStringLiteral("demo"), soon());
    QVERIFY2(again.ok(), qPrintable(said(again)));
    const auto started = m_labs->start(QStringLiteral("demo"), soon());
    QVERIFY2(started.ok(), qPrintable(said(started)));
    QCOMPARE(servedDirectories(*lab).size(), qsizetype{3});
    const auto twice = m_labs->start(QStringLiteral("demo"), soon());
    QVERIFY2(twice.ok(), qPrintable(said(twice)));
}

void TestLab::startLeavesAnOvertakenPrimaryDown()
{
    const auto lab = create(QStringLiteral("demo"), 1);
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    const auto killed = injectFault(*lab, QStringLiteral("kill"), QStringLiteral("n1"), *m_hosts, soon());
    QVERIFY2(killed.ok(), qPrintable(said(killed)));
    auto standby = Connection::open(lab->cluster.node(QStringLiteral("n2"))->connInfo, soon());
    QVERIFY(standby.ok());
    QCOMPARE(standby->query(QStringLiteral("SELECT pg_promote()"), {}, soon())->boolean(0, 0), std::optional(true));
    const auto started = m_labs->start(QStringLiteral("demo"), soon());
    QVERIFY2(started.ok(), qPrintable(said(started)));
    QCOMPARE(servedDirectories(*lab), QStringList{QStringLiteral("n2")});
}

void TestLab::destroyLeavesNothingOfItsOwnAndAllElse()
{
    const auto lab = create(QStringLiteral("demo"), 1);
    const auto other = create(QStringLiteral("other"), 0);
    QVERIFY2(lab.ok() && other.ok(), qPrintable(said(lab) + said(other)));
    // A neighbour that nobody of ours made, with nearly the same name.
    const auto host = m_hosts->find(QStringLiteral("local"));
    const As as{lab->systemUser};
    const QString neighbour = lab->directory + QStringLiteral("-kept");
    QVERIFY((*host)->makeDirectory(neighbour, 0700, as, soon()).ok());
    const auto destroyed = m_labs->destroy(QStringLiteral("demo"), soon());
    const bool neighbourStays = QFile::exists(neighbour);
    QDir().rmdir(neighbour);
    QVERIFY2(destroyed.ok(), qPrintable(said(destroyed)));
    QVERIFY(!QFile::exists(lab->directory));
    QVERIFY(neighbourStays);
    QVERIFY(QFile::exists(other->directory));
    QCOMPARE(servedDirectories(*other).size(), qsizetype{1});
    QCOMPARE(servedDirectories(*lab), QStringList());
    QVERIFY(!ClusterRegistry().find(QStringLiteral("demo")).ok());
    QVERIFY(ClusterRegistry().find(QStringLiteral("other")).ok());
    QCOMPARE(recordsOnFile().size(), qsizetype{1});
    QCOMPARE(m_labs->destroy(QStringLiteral("demo"), soon()).error().code, ErrorCode::NotFound);
}

void TestLab::directoryThatIsNoLongerTheLabsIsLeftAlone()
{
    const auto lab = create(QStringLiteral("demo"));
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    const auto host = m_hosts->find(QStringLiteral("local"));
    const As as{lab->systemUser};
    const QString marker = lab->directory + QLatin1Char('/') + QString::fromLatin1(markerFileName);
    const QByteArray content = *(*host)->readFile(marker, as, soon());
    QVERIFY((*host)->writeFile(marker, "somebody else's", 0600, as, soon()).ok());
    const auto refused = m_labs->destroy(QStringLiteral("demo"), soon());
    QVERIFY(!refused.ok());
    QCOMPARE(errorCodeName(refused.error().code), errorCodeName(ErrorCode::Invalid));
    QVERIFY(QFile::exists(lab->cluster.nodes.first().dataDirectory + QStringLiteral("/PG_VERSION")));
    QVERIFY(m_labs->find(QStringLiteral("demo")).ok());
    QVERIFY((*host)->writeFile(marker, content, 0600, as, soon()).ok());
    const auto destroyed = m_labs->destroy(QStringLiteral("demo"), soon());
    QVERIFY2(destroyed.ok(), qPrintable(said(destroyed)));
}

void TestLab::destroyAfterServersWereKilled()
{
    const auto lab = create(QStringLiteral("demo"), 1);
    QVERIFY2(lab.ok(), qPrintable(said(lab)));
    for (const NodeDefinition &node : lab->cluster.nodes) {
        const auto killed = injectFault(*lab, QStringLiteral("kill"), node.name, *m_hosts, soon());
        QVERIFY2(killed.ok(), qPrintable(said(killed)));
    }
    const auto destroyed = m_labs->destroy(QStringLiteral("demo"), soon());
    QVERIFY2(destroyed.ok(), qPrintable(said(destroyed)));
    QVERIFY(!QFile::exists(lab->directory));
}

void TestLab::unknownNames()
{
    for (const auto &result :
         {m_labs->start(QStringLiteral("nobody"), soon()), m_labs->stop(QStringLiteral("nobody"), soon()),
          m_labs->destroy(QStringLiteral("nobody"), soon())}) {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::NotFound);
    }
}

QTEST_GUILESS_MAIN(TestLab)
#include "test_lab.moc"
