#include "tests/live/cli/howdahctl.h"

#include "core/pg/connection.h"

#include <QDir>

#include <csignal>

using namespace howdah;
using howdah::test::Howdahctl;

/// A laboratory's whole life by command line, under a name that a shell would stumble over.
class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isListed();
    void isWatched();
    void cannotBeMadeTwice();
    void isNotTakenOffTheRecordAlone();
    void pausesReplayAndResumes();
    void refusesFaults_data();
    void refusesFaults();
    void writesAtARate();
    void watchesLineByLine();
    void survivesAKilledServer();
    void stopsAndStarts();
    void leavesNothingWhenDestroyed();

private:
    [[nodiscard]] Howdahctl::Answer lab(const QString &word, const QStringList &more = {}) const;
    [[nodiscard]] QJsonObject nodeNow(int index) const;
    [[nodiscard]] qint64 transactions() const; ///< the primary's next transaction id

    Howdahctl m_howdahctl;
    const QString m_name = QStringLiteral("ñ lab's");
    QString m_directory;
    QString m_standby;
};

Howdahctl::Answer TestLab::lab(const QString &word, const QStringList &more) const
{
    return m_howdahctl.run(QStringList{QStringLiteral("lab"), word, m_name} + more +
                           QStringList{QStringLiteral("--json")});
}

QJsonObject TestLab::nodeNow(int index) const
{
    const Howdahctl::Answer status = m_howdahctl.run({QStringLiteral("status"), m_name, QStringLiteral("--json")});
    return status.json().value(QStringLiteral("nodes")).toArray().at(index).toObject();
}

qint64 TestLab::transactions() const
{
    const Result<ConnInfo> info = ConnInfo::parse(nodeNow(0).value(QStringLiteral("conninfo")).toString());
    if (!info)
        return 0;
    const Deadline deadline = Deadline::after(Milliseconds(5000));
    Result<Connection> connection = Connection::open(*info, deadline);
    if (!connection)
        return 0;
    const Result<ResultSet> rows =
        connection->query(QStringLiteral("SELECT pg_snapshot_xmax(pg_current_snapshot())"), {}, deadline);
    return rows ? rows->integer(0, 0).value_or(0) : 0;
}

void TestLab::initTestCase()
{
    const Howdahctl::Answer created =
        lab(QStringLiteral("create"), {QStringLiteral("--standbys"), QStringLiteral("1"), QStringLiteral("--archive")});
    COMPARE_CODE(created, 0);
    const QJsonArray nodes = created.json().value(QStringLiteral("nodes")).toArray();
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(nodes.at(0).toObject().value(QStringLiteral("role")).toString(), QStringLiteral("primary"));
    QCOMPARE(nodes.at(1).toObject().value(QStringLiteral("role")).toString(), QStringLiteral("standby"));
    QVERIFY(!created.json().value(QStringLiteral("systemIdentifier")).toString().isEmpty());
    m_standby = nodes.at(1).toObject().value(QStringLiteral("name")).toString();
}

void TestLab::cleanupTestCase()
{
    const Howdahctl::Answer labs =
        m_howdahctl.run({QStringLiteral("lab"), QStringLiteral("list"), QStringLiteral("--json")});
    if (!labs.json().value(QStringLiteral("labs")).toArray().isEmpty())
        COMPARE_CODE(lab(QStringLiteral("destroy")), 0);
}

void TestLab::isListed()
{
    const Howdahctl::Answer labs =
        m_howdahctl.run({QStringLiteral("lab"), QStringLiteral("list"), QStringLiteral("--json")});
    COMPARE_CODE(labs, 0);
    const QJsonArray all = labs.json().value(QStringLiteral("labs")).toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject only = all.at(0).toObject();
    QCOMPARE(only.value(QStringLiteral("name")).toString(), m_name);
    QCOMPARE(only.value(QStringLiteral("archive")).toBool(), true);
    QCOMPARE(only.value(QStringLiteral("nodes")).toArray().size(), 2);
    m_directory = only.value(QStringLiteral("directory")).toString();
    QVERIFY(QDir(m_directory).exists());
    const Howdahctl::Answer clusters =
        m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(clusters.json().value(QStringLiteral("clusters")).toArray().size(), 1);
}

void TestLab::isWatched()
{
    QTRY_COMPARE_WITH_TIMEOUT(nodeNow(1).value(QStringLiteral("state")).toString(), QStringLiteral("streaming"), 20000);
    const QJsonObject standby = nodeNow(1);
    QVERIFY(standby.value(QStringLiteral("lag")).toObject().value(QStringLiteral("replayBytes")).isDouble());
    QCOMPARE(standby.value(QStringLiteral("timeline")).toInt(), 1);
    QVERIFY(standby.value(QStringLiteral("dataDirectory")).toString().startsWith(m_directory));
    const Howdahctl::Answer text = m_howdahctl.run({QStringLiteral("status"), m_name});
    COMPARE_CODE(text, 0);
    QVERIFY2(text.output.contains(QStringLiteral("streaming")), text.all().constData());
}

void TestLab::cannotBeMadeTwice()
{
    const Howdahctl::Answer again = lab(QStringLiteral("create"));
    COMPARE_CODE(again, 1);
    QCOMPARE(again.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
             QStringLiteral("AlreadyExists"));
}

void TestLab::isNotTakenOffTheRecordAlone()
{
    const Howdahctl::Answer answer = m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("remove"), m_name});
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.errors.contains(QStringLiteral("lab destroy")), answer.all().constData());
}

void TestLab::pausesReplayAndResumes()
{
    const QStringList onStandby{QStringLiteral("--node"), m_standby};
    COMPARE_CODE(lab(QStringLiteral("fault"), QStringList{QStringLiteral("pause-replay")} + onStandby), 0);
    QTRY_COMPARE_WITH_TIMEOUT(nodeNow(1).value(QStringLiteral("replayPaused")).toBool(), true, 20000);
    const Howdahctl::Answer findings = m_howdahctl.run({QStringLiteral("findings"), m_name, QStringLiteral("--json")});
    COMPARE_CODE(findings, 0);
    QVERIFY2(findings.output.contains(QStringLiteral("replay-paused")), findings.all().constData());
    COMPARE_CODE(lab(QStringLiteral("fault"), QStringList{QStringLiteral("resume-replay")} + onStandby), 0);
    QTRY_COMPARE_WITH_TIMEOUT(nodeNow(1).value(QStringLiteral("replayPaused")).toBool(true), false, 20000);
}

void TestLab::refusesFaults_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown kind") << QStringList{QStringLiteral("earthquake")} << "There are: ";
    QTest::newRow("unknown node") << QStringList{QStringLiteral("kill"), QStringLiteral("--node"),
                                                 QStringLiteral("n99")}
                                  << "n99";
}

void TestLab::refusesFaults()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, says);
    const Howdahctl::Answer answer = lab(QStringLiteral("fault"), words);
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.errors.contains(says), answer.all().constData());
}

void TestLab::writesAtARate()
{
    QProcess process;
    m_howdahctl.start(process, {QStringLiteral("lab"), QStringLiteral("workload"), m_name, QStringLiteral("--rate"),
                                QStringLiteral("50"), QStringLiteral("--json")});
    const qint64 before = transactions();
    QTRY_VERIFY_WITH_TIMEOUT(transactions() > before + 10, 20000);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    const Howdahctl::Answer answer = Howdahctl::answerOf(process);
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.json().value(QStringLiteral("commits")).toInt() > 0, answer.all().constData());
}

void TestLab::watchesLineByLine()
{
    QProcess process;
    m_howdahctl.start(process, {QStringLiteral("status"), m_name, QStringLiteral("--watch"), QStringLiteral("--json")});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += process.readAllStandardOutput()).count('\n') >= 2, 20000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    COMPARE_CODE(Howdahctl::answerOf(process), 0);
    for (const QByteArray &line : output.split('\n').mid(0, 2))
        QCOMPARE(QJsonDocument::fromJson(line).object().value(QStringLiteral("cluster")).toString(), m_name);
}

void TestLab::survivesAKilledServer()
{
    const QStringList onStandby{QStringLiteral("--node"), m_standby};
    COMPARE_CODE(lab(QStringLiteral("fault"), QStringList{QStringLiteral("kill")} + onStandby), 0);
    QTRY_COMPARE_WITH_TIMEOUT(nodeNow(1).value(QStringLiteral("state")).toString(), QStringLiteral("unreachable"),
                              20000);
    COMPARE_CODE(lab(QStringLiteral("fault"), QStringList{QStringLiteral("start")} + onStandby), 0);
    QTRY_COMPARE_WITH_TIMEOUT(nodeNow(1).value(QStringLiteral("state")).toString(), QStringLiteral("streaming"), 20000);
}

void TestLab::stopsAndStarts()
{
    COMPARE_CODE(lab(QStringLiteral("stop")), 0);
    const Howdahctl::Answer status = m_howdahctl.run({QStringLiteral("status"), m_name, QStringLiteral("--json")});
    COMPARE_CODE(status, 1);
    QCOMPARE(status.json().value(QStringLiteral("nodes")).toArray().size(), 2);
    COMPARE_CODE(lab(QStringLiteral("stop")), 0);
    COMPARE_CODE(lab(QStringLiteral("start")), 0);
    COMPARE_CODE(lab(QStringLiteral("start")), 0);
    QTRY_COMPARE_WITH_TIMEOUT(nodeNow(1).value(QStringLiteral("state")).toString(), QStringLiteral("streaming"), 20000);
}

void TestLab::leavesNothingWhenDestroyed()
{
    COMPARE_CODE(lab(QStringLiteral("destroy")), 0);
    QVERIFY(!QDir(m_directory).exists());
    COMPARE_CODE(lab(QStringLiteral("destroy")), 2);
    for (const QString &family : {QStringLiteral("lab"), QStringLiteral("cluster")}) {
        const Howdahctl::Answer list = m_howdahctl.run({family, QStringLiteral("list"), QStringLiteral("--json")});
        QCOMPARE(list.json().begin()->toArray(), QJsonArray());
    }
}

QTEST_GUILESS_MAIN(TestLab)
#include "test_lab.moc"
