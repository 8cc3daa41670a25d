#include "tests/fault/clone_under_fault.h"
#include "tests/support/live_sshd.h"

#include <QDirIterator>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString cloneId = QStringLiteral("clone");

/// A file system of some megabytes that the servers' owner may write, gone again with its object.
class SmallDisk
{
public:
    SmallDisk(const QString &path, int megabytes)
        : m_path(path)
    {
        QDir().mkpath(path);
        m_mounted =
            QProcess::execute(QStringLiteral("mount"),
                              {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                               QStringLiteral("mode=0777,size=%1m").arg(megabytes), QStringLiteral("none"), path}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {m_path});
        QDir().rmdir(m_path);
    }
    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// Writes until nothing is left.
    void fill() const
    {
        QProcess::execute(
            QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("cat /dev/zero > '%1/filler' 2>/dev/null").arg(m_path)});
    }
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    bool m_mounted = false;
};

} // namespace

/// What a clone meets while its copy runs: a disk that fills, an upstream that dies, a connection that is cut, somebody
/// else in the same place.
class TestCloneSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fault.make()); }
    void cleanup()
    {
        m_fault.othersAreUntouched();
        m_fault.nothingIsLeft();
    }

    void theDiskFillsInMidCopy()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, for a file system of its own");
        const SmallDisk disk(m_fault.lab().lab().directory + QStringLiteral("/small"), 256);
        if (!disk.mounted())
            QSKIP("file systems cannot be mounted here");
        bool filled = false;
        const RunOutcome outcome = run({{QStringLiteral("target-directory"), disk.path() + QStringLiteral("/n3")},
                                        {QStringLiteral("rate"), QStringLiteral("8M")}},
                                       [&] {
                                           if (!std::exchange(filled, true))
                                               disk.fill();
                                       });
        QVERIFY(filled);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->detail.contains(QLatin1String("No space left")), why(outcome).constData());
        QCOMPARE(disk.entries(), QStringList{QStringLiteral("filler")});
    }

    void theUpstreamDiesInMidCopy()
    {
        bool killed = false;
        const RunOutcome outcome = run(
            {{QStringLiteral("source"), QStringLiteral("n2")}, {QStringLiteral("rate"), QStringLiteral("2M")}}, [&] {
                if (!std::exchange(killed, true))
                    m_fault.lab().killNode(QStringLiteral("n2"));
            });
        QVERIFY(killed);
        // Its slot is on the dead standby: that part of the undo has to wait for it.
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QTRY_VERIFY_WITH_TIMEOUT(started(QStringLiteral("n2")), 30000);
        const RunOutcome undone = m_fault.console().undo(outcome.entry.id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(m_fault.lab().sql(QStringLiteral("n2"), QStringLiteral("SELECT count(*) FROM pg_replication_slots")),
                 QStringLiteral("0"));
    }

    void theHostsConnectionIsCutInMidCopy()
    {
        if (const QString reason = LiveSshd::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const std::unique_ptr<LiveSshd> sshd = LiveSshd::make();
        QVERIFY(sshd);
        bool cut = false;
        const RunOutcome outcome = run({{QStringLiteral("host"), QStringLiteral("ssh:good")},
                                        {QStringLiteral("address"), QStringLiteral("127.0.0.1")},
                                        {QStringLiteral("rate"), QStringLiteral("2M")}},
                                       [&] {
                                           if (!std::exchange(cut, true))
                                               sshd->cutConnections();
                                       });
        QVERIFY(cut);
        // The way back leads over a new connection: what ran there is ended on the source, and removed there.
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
    }

    void aSecondCloneIsToldOfTheFirst()
    {
        RunOutcome second;
        std::stop_source stop;
        const RunOutcome first = run(
            {{QStringLiteral("rate"), QStringLiteral("1M")}},
            [&] {
                if (second.error)
                    return;
                second = run({}, [] {});
                stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(second.state, OperationState::NotReady);
        QCOMPARE(second.error->code, ErrorCode::Busy);
        QVERIFY2(first.state == OperationState::Undone, why(first).constData());
    }

    void anotherClustersCloneTakesThePlace()
    {
        // Two clusters, so that neither's lock keeps the other one away; both want the same directory.
        Labs labs(m_fault.lab().hosts());
        const Result<Lab> other = labs.create({.name = QStringLiteral("other"), .standbys = 0}, Deadline::never());
        QVERIFY2(other, other ? "" : qPrintable(other.error().full()));
        const QString target = m_fault.lab().lab().directory + QStringLiteral("/n3");
        RunOutcome second;
        const RunOutcome first =
            run({{QStringLiteral("target-directory"), target}, {QStringLiteral("rate"), QStringLiteral("8M")}}, [&] {
                if (second.state != OperationState::Done)
                    second = run(other->cluster, {{QStringLiteral("target-directory"), target}});
            });
        const bool stillThere = QFile::exists(target + QStringLiteral("/PG_VERSION"));
        takeAway(target);
        QVERIFY(labs.destroy(QStringLiteral("other"), Deadline::never()));
        QVERIFY2(second.state == OperationState::Done, why(second).constData());
        QVERIFY2(first.state == OperationState::Undone, why(first).constData());
        QVERIFY2(stillThere, "the one that was there first is not touched");
    }

private:
    RunOutcome run(const ClusterDefinition &cluster, const Arguments &arguments,
                   const std::function<void()> &inMidCopy = {}, std::stop_token stop = {})
    {
        const Environment &environment = m_fault.console().environment;
        const Operation &clone = *findOperation(cloneId);
        const Result<Preparation> approved = prepare(clone, cluster, arguments, environment);
        if (!approved || approved->readiness == Readiness::NotReady) {
            QTest::qFail(qPrintable(approved ? approved->sentence : approved.error().full()), __FILE__, __LINE__);
            return {};
        }
        return runOperation(
            clone, *approved, cluster, environment,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Progress && inMidCopy)
                    inMidCopy();
            },
            stop);
    }
    RunOutcome run(const Arguments &arguments, const std::function<void()> &inMidCopy, std::stop_token stop = {})
    {
        return run(m_fault.lab().cluster(), arguments, inMidCopy, stop);
    }

    /// The dead server's process may still be going when it is started again.
    [[nodiscard]] bool started(const QString &node)
    {
        return injectFault(m_fault.lab().lab(), QStringLiteral("start"), node, m_fault.lab().hosts(),
                           Deadline::after(Milliseconds{60000}))
            .ok();
    }

    void takeAway(const QString &target)
    {
        const auto host = m_fault.lab().hosts().find(QStringLiteral("local"));
        const Result<ServerLayout> layout = findServerLayout(**host, target, Deadline::never());
        QVERIFY(layout && layout->running);
        QVERIFY(runChecked(**host, layout->stop(QStringLiteral("immediate")), Deadline::never()));
        QVERIFY(QDir(target).removeRecursively());
    }

    CloneUnderFault m_fault;
};

QTEST_GUILESS_MAIN(TestCloneSurroundings)
#include "test_clone_surroundings.moc"
