#include "tests/core/operations/trial.h"
#include "tests/fault/clone_under_fault.h"

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
/// A file system of one megabyte, gone again with its object.
class SmallDisk
{
public:
    SmallDisk()
    {
        m_mounted = QProcess::execute(QStringLiteral("mount"),
                                      {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                       QStringLiteral("size=1m"), QStringLiteral("none"), path()}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {path()});
    }
    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_directory.path(); }

private:
    QTemporaryDir m_directory;
    bool m_mounted = false;
};
} // namespace

/// A server that dies in mid-operation, and a journal on a full disk.
class TestBrokenSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSourceDiesInMidCopy()
    {
        CloneUnderFault fault;
        QVERIFY(fault.make());
        const Environment &environment = fault.console().environment;
        const Operation &clone = *findOperation(QStringLiteral("clone"));
        const ClusterDefinition cluster = fault.lab().cluster();
        const Result<Preparation> approved =
            prepare(clone, cluster, {{QStringLiteral("rate"), QStringLiteral("2M")}}, environment);
        QVERIFY(approved);
        bool killed = false;
        const RunOutcome outcome = runOperation(clone, *approved, cluster, environment,
                                                [&](const OperationEvent &event) {
                                                    if (event.kind != OperationEvent::Kind::Progress || killed)
                                                        return;
                                                    killed = true;
                                                    fault.lab().killNode(QStringLiteral("n1"));
                                                },
                                                {});
        QVERIFY(killed);
        // The copy's session and slot are on the dead server: that part of the undo has to wait for it.
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY(outcome.error->message.startsWith(QLatin1String("Undoing")));
        QVERIFY(outcome.error->detail.contains(QLatin1String("It was undone because")));
        QTRY_VERIFY_WITH_TIMEOUT(restarted(fault.lab()), 30000);
        const RunOutcome undone = fault.console().undo(outcome.entry.id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        fault.nothingIsLeft();
        fault.othersAreUntouched();
    }

    void theJournalsDiskIsFull()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, for a file system of its own");
        const SmallDisk disk;
        if (!disk.mounted())
            QSKIP("file systems cannot be mounted here");
        Trial trial(disk.path());
        const QString file = trial.path(QStringLiteral("one"));
        trial.step(QStringLiteral("one"), {write(file)}, {remove(file)}, {there(file)});
        trial.step(QStringLiteral("fill"),
                   {shell(QStringLiteral("cat /dev/zero > '%1/filled' || true").arg(disk.path()))});
        for (int i = 0; i < 30; ++i) {
            const QString next = trial.path(QStringLiteral("next %1").arg(i));
            trial.step(QStringLiteral("next %1").arg(i), {write(next)}, {remove(next)}, {there(next)});
        }
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.error ? outcome.error->code : ErrorCode::Unknown, ErrorCode::Storage);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY(QFile::remove(disk.path() + QStringLiteral("/filled")));
        const RunOutcome undone = undoOperation(outcome.entry.id, trial.environment, {}, {});
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QVERIFY2(trial.files().isEmpty(), "with room again, all of it could be undone");
    }

private:
    /// The dead server's process may still be going when it is started again.
    static bool restarted(LiveLab &lab)
    {
        return injectFault(lab.lab(), QStringLiteral("start"), QStringLiteral("n1"), lab.hosts(),
                           Deadline::after(Milliseconds{60000}))
            .ok();
    }
};

QTEST_GUILESS_MAIN(TestBrokenSurroundings)
#include "test_broken_surroundings.moc"
