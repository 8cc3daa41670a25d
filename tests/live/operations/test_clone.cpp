#include "core/hosts/server_layout.h"
#include "core/operations/script.h"
#include "tests/live/operations/live_operation.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString cloneId = QStringLiteral("clone");

QString slotsOf(LiveLab &lab, const QString &node)
{
    return lab.sql(
        node,
        QStringLiteral("SELECT coalesce(string_agg(slot_name, ',' ORDER BY slot_name), '') FROM pg_replication_slots"));
}

/// Listens on a port of the loopback until it goes.
class PortTaker
{
public:
    ~PortTaker() { ::close(m_socket); }
    bool take(int port) const
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<in_port_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
               ::listen(m_socket, 1) == 0;
    }

private:
    int m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};
} // namespace

class TestClone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 1000) AS id"));
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_directory = m_lab->lab().directory;
    }

    void copiesThePrimary()
    {
        qint64 done = 0;
        qint64 total = 0;
        const RunOutcome outcome = m_operation->run(cloneId, {}, [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::Progress) {
                done = event.doneBytes;
                total = event.totalBytes;
            }
        });
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(done > 0 && total >= done);
        const ClusterDefinition cluster = m_lab->cluster();
        const NodeDefinition *node = cluster.node(QStringLiteral("n3"));
        QVERIFY2(node, "the new node is on record");
        QCOMPARE(outcome.entry.result.value(QLatin1String("dataDirectory")).toString(), node->dataDirectory);
        QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n3")));
        QCOMPARE(m_lab->sql(QStringLiteral("n3"), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1000"));
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("INSERT INTO t VALUES (0)"));
        QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n3")));
        QCOMPARE(m_lab->sql(QStringLiteral("n3"), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1001"));
        QVERIFY2(stagings().isEmpty(), "nothing is left beside it");
    }

    void copiesAStandbyAsACascade()
    {
        const RunOutcome outcome = m_operation->run(cloneId, {{QStringLiteral("name"), QStringLiteral("n4")},
                                                              {QStringLiteral("source"), QStringLiteral("n2")},
                                                              {QStringLiteral("delay"), QStringLiteral("1 min")},
                                                              {QStringLiteral("rate"), QStringLiteral("500M")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(QStringLiteral("n2"), QStringLiteral("SELECT application_name FROM pg_stat_replication")),
                 QStringLiteral("n4"));
        QCOMPARE(m_lab->sql(QStringLiteral("n4"), QStringLiteral("SHOW recovery_min_apply_delay")),
                 QStringLiteral("1min"));
    }

    void takesOddNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("directory");
        QTest::newRow("blanks, quotes and a dollar")
            << QStringLiteral("it's $(id) \"n\"; x") << QStringLiteral("it's; two  blanks");
        QTest::newRow("Unicode, an empty directory") << QStringLiteral("ñandú 象") << QStringLiteral("ñandú 象");
    }

    void takesOddNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, directory);
        const QString target = m_directory + QLatin1Char('/') + directory;
        const QString owner = m_lab->lab().systemUser;
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        if (QTest::currentDataTag() == QByteArray("Unicode, an empty directory"))
            QVERIFY((*host)->makeDirectory(target, 0700, As{owner}, Deadline::never()));
        const RunOutcome outcome =
            m_operation->run(cloneId, {{QStringLiteral("name"), name}, {QStringLiteral("target-directory"), target}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(name, QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        const Result<ServerLayout> layout = findServerLayout(**host, target, Deadline::never());
        QVERIFY(layout && layout->running);
    }

    void aPathThatAShellWouldActOnIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("command substitution") << QStringLiteral("n$(touch /tmp/howdah-was-here)");
        QTest::newRow("backquotes") << QStringLiteral("n`touch /tmp/howdah-was-here`");
        QTest::newRow("a quote") << QStringLiteral("n\"");
        QTest::newRow("a backslash") << QStringLiteral("n\\");
        QTest::newRow("a line break") << QStringLiteral("n\nx");
    }

    void aPathThatAShellWouldActOnIsRefused()
    {
        QFETCH(QString, name);
        const Preparation preparation = m_operation->prepared(
            cloneId, {{QStringLiteral("target-directory"), m_directory + QLatin1Char('/') + name}});
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(preparation.objections.contains(QStringLiteral("target-directory")));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/howdah-was-here")));
    }

    void aStopInMidCopyLeavesNothing()
    {
        std::stop_source source;
        const QString slotsBefore = slotsOf(*m_lab, QStringLiteral("n1"));
        const RunOutcome outcome = m_operation->run(
            cloneId, {{QStringLiteral("name"), QStringLiteral("slow")}, {QStringLiteral("rate"), QStringLiteral("1M")}},
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Progress)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(outcome.error->code, ErrorCode::Stopped);
        QVERIFY(stagings().isEmpty());
        QVERIFY(!QFile::exists(m_directory + QStringLiteral("/slow")));
        QCOMPARE(slotsOf(*m_lab, QStringLiteral("n1")), slotsBefore);
        QVERIFY(!m_lab->cluster().node(QStringLiteral("slow")));
    }

    void aServerThatCannotStartIsTakenBack()
    {
        // The port is free when the plan is approved and taken when the server starts.
        Preparation approved = m_operation->prepared(cloneId, {{QStringLiteral("name"), QStringLiteral("late")}});
        QCOMPARE(approved.readiness, Readiness::Ready);
        const QString slotsBefore = slotsOf(*m_lab, QStringLiteral("n1"));
        const PortTaker taker;
        bool taken = false;
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            const bool starting = event.kind == OperationEvent::Kind::StepChanged &&
                                  event.stepState == StepState::Running &&
                                  approved.plan.steps.at(event.step).id == QLatin1String("start");
            if (starting)
                taken = taker.take(approved.situation.argument(QStringLiteral("port")).toInt());
        });
        QVERIFY2(taken, "the test's own part");
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(stagings().isEmpty());
        QVERIFY(!QFile::exists(m_directory + QStringLiteral("/late")));
        QCOMPARE(slotsOf(*m_lab, QStringLiteral("n1")), slotsBefore);
    }

    void itsScriptDoesTheSame()
    {
        Preparation approved = m_operation->prepared(cloneId, {{QStringLiteral("name"), QStringLiteral("by script")}});
        QVERIFY(approved.readiness != Readiness::NotReady);
        QProcess shell;
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.start(QStringLiteral("sh"), {});
        shell.write(toScript(approved.plan, m_lab->hosts()).toUtf8());
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(60000));
        QVERIFY2(shell.exitCode() == 0, shell.readAll().constData());
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("by_script")));
        QVERIFY(stagings().isEmpty());
        const Result<ServerLayout> layout =
            findServerLayout(**m_lab->hosts().find(QStringLiteral("local")), m_directory + QStringLiteral("/by_script"),
                             Deadline::never());
        QVERIFY(layout && layout->running);
        const auto stopped = runChecked(**m_lab->hosts().find(QStringLiteral("local")),
                                        layout->stop(QStringLiteral("fast")), Deadline::never());
        QVERIFY(stopped);
    }

private:
    [[nodiscard]] QStringList stagings() const
    {
        return QDir(m_directory).entryList({QStringLiteral(".howdah-clone-*")}, QDir::AllEntries | QDir::Hidden);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestClone)
#include "test_clone.moc"
