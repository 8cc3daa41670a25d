#include "tests/live/operations/live_operation.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString cloneId = QStringLiteral("clone");
}

/// Everything that can be wrong about a clone's surroundings, for real. Each says what and what to do, and leaves
/// nothing.
class TestCloneRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_directory = m_lab->lab().directory;
        m_owner.user = m_lab->lab().systemUser;
        m_host = *m_lab->hosts().find(QStringLiteral("local"));
    }
    void cleanup()
    {
        if (!m_lab)
            return;
        QVERIFY(QDir(m_directory)
                    .entryList({QStringLiteral(".howdah-clone-*")}, QDir::AllEntries | QDir::Hidden)
                    .isEmpty());
        QCOMPARE(
            m_lab->sql(QStringLiteral("n1"),
                       QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE 'howdah%n3'")),
            QStringLiteral("0"));
    }

    void aTargetThatIsNotEmpty()
    {
        const QString target = m_directory + QStringLiteral("/full");
        QVERIFY(m_host->makeDirectory(target, 0700, m_owner, Deadline::never()));
        QVERIFY(m_host->writeFile(target + QStringLiteral("/mine"), "x", 0600, m_owner, Deadline::never()));
        isBlocked(QStringLiteral("target"), QStringLiteral("is not empty"),
                  {{QStringLiteral("target-directory"), target}});
        QCOMPARE(*m_host->readFile(target + QStringLiteral("/mine"), m_owner, Deadline::never()), QByteArray("x"));
    }

    void aTargetThatFillsBetweenApprovalAndRun()
    {
        const QString target = m_directory + QStringLiteral("/later");
        const Preparation approved = m_operation->prepared(cloneId, {{QStringLiteral("target-directory"), target}});
        QVERIFY(approved.readiness != Readiness::NotReady);
        QVERIFY(m_host->makeDirectory(target, 0700, m_owner, Deadline::never()));
        QVERIFY(m_host->writeFile(target + QStringLiteral("/mine"), "x", 0600, m_owner, Deadline::never()));
        const RunOutcome outcome = m_operation->run(approved);
        QCOMPARE(outcome.state, OperationState::NotReady);
        QVERIFY(QFile::exists(target + QStringLiteral("/mine")));
    }

    void aTargetThatFillsDuringTheCopy()
    {
        const QString target = m_directory + QStringLiteral("/during");
        const Preparation approved = m_operation->prepared(cloneId, {{QStringLiteral("target-directory"), target}});
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            const bool copying = event.kind == OperationEvent::Kind::StepChanged &&
                                 event.stepState == StepState::Running &&
                                 approved.plan.steps.at(event.step).id == QLatin1String("place");
            if (copying) {
                QVERIFY(m_host->makeDirectory(target, 0700, m_owner, Deadline::never()));
                QVERIFY(m_host->writeFile(target + QStringLiteral("/mine"), "x", 0600, m_owner, Deadline::never()));
            }
        });
        QVERIFY(outcome.state != OperationState::Done);
        QCOMPARE(*m_host->readFile(target + QStringLiteral("/mine"), m_owner, Deadline::never()), QByteArray("x"));
        // What is in the way is somebody else's: taken away by hand, the rest can be undone.
        QVERIFY(m_host->removeFile(target + QStringLiteral("/mine"), m_owner, Deadline::never()));
        if (outcome.state == OperationState::Interrupted)
            QCOMPARE(undoOperation(outcome.entry.id, m_operation->environment, {}, {}).state, OperationState::Undone);
    }

    void aDirectoryThatMayNotBeWritten()
    {
        if (::geteuid() != 0)
            QSKIP("only root can make a directory that the servers' owner may not write");
        const QString parent = m_directory + QStringLiteral("/locked");
        QVERIFY(m_host->makeDirectory(parent, 0755, As{}, Deadline::never()));
        isBlocked(QStringLiteral("target"), QStringLiteral("may not write into"),
                  {{QStringLiteral("target-directory"), parent + QStringLiteral("/n3")}});
        QVERIFY(QDir().rmdir(parent));
    }

    void aParentThatIsNotThere()
    {
        isBlocked(QStringLiteral("target"), QStringLiteral("does not exist"),
                  {{QStringLiteral("target-directory"), QStringLiteral("/nowhere/at/all")}});
    }

    void insideAnotherDataDirectory()
    {
        const QString inside =
            m_lab->sql(QStringLiteral("n1"), QStringLiteral("SHOW data_directory")) + QStringLiteral("/pg_wal/n3");
        isBlocked(QStringLiteral("target"), QStringLiteral("inside the data directory"),
                  {{QStringLiteral("target-directory"), inside}});
    }

    void aPortThatIsTaken()
    {
        isBlocked(QStringLiteral("port"), QStringLiteral("Something listens"),
                  {{QStringLiteral("port"), m_lab->connInfo(QStringLiteral("n1")).port()}});
    }

    void aPasswordThatNobodyCanGive()
    {
        const QString passfile = m_lab->connInfo(QStringLiteral("n1")).value(QStringLiteral("passfile"));
        QVERIFY(!passfile.isEmpty());
        const QByteArray content = *m_host->readFile(passfile, m_owner, Deadline::never());
        // Howdah knows the password; the owner of the data directory, who runs pg_basebackup, has a wrong one.
        const QString password = QString::fromUtf8(content.split('\n').first().split(':').last());
        m_operation->environment.fillPassword = [password](ConnInfo &info) { info.setPassword(Secret(password)); };
        QVERIFY(m_host->writeFile(passfile, "*:*:*:*:wrong\n", 0600, m_owner, Deadline::never()));
        isBlocked(QStringLiteral("replication-login"), QStringLiteral("cannot open a replication connection"), {});
        QVERIFY(m_host->writeFile(passfile, content, 0600, m_owner, Deadline::never()));
        m_operation->environment.fillPassword = {};
    }

    void programsThatAreNotThere()
    {
        // A distribution that carries the server alone.
        const QString directory = m_directory + QStringLiteral("/bin");
        QVERIFY(m_host->makeDirectory(directory, 0755, m_owner, Deadline::never()));
        const QString real = m_lab->lab().binDirectory;
        for (const char *program : {"postgres", "pg_ctl", "initdb", "pg_config"})
            QFile::link(real + QLatin1Char('/') + QLatin1String(program),
                        directory + QLatin1Char('/') + QLatin1String(program));
        qputenv("HOWDAH_PG_BINDIR", directory.toUtf8());
        isBlocked(QStringLiteral("programs"), QStringLiteral("pg_basebackup"), {});
        qunsetenv("HOWDAH_PG_BINDIR");
        QDir(directory).removeRecursively();
    }

    void aDiskThatIsFull()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, for a file system of its own");
        const QString mount = m_directory + QStringLiteral("/small");
        QVERIFY(m_host->makeDirectory(mount, 0700, m_owner, Deadline::never()));
        const Command makeSmall{.argv = {QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"),
                                         QStringLiteral("-o"), QStringLiteral("size=20m,mode=0777"),
                                         QStringLiteral("none"), mount}};
        const Result<CommandOutcome> mounted = m_host->run(makeSmall, Deadline::never());
        if (!mounted || !mounted->succeeded()) {
            QDir().rmdir(mount);
            QSKIP("file systems cannot be mounted here");
        }
        const Arguments arguments{{QStringLiteral("target-directory"), mount + QStringLiteral("/n3")}};
        const Preparation preparation = m_operation->prepared(cloneId, arguments);
        const QString space = LiveOperation::verdict(preparation, QStringLiteral("space"));
        const RunOutcome outcome = runUnchecked(arguments);
        QVERIFY(m_host->run({.argv = {QStringLiteral("umount"), mount}}, Deadline::never()));
        QDir().rmdir(mount);
        QVERIFY2(space.startsWith(QLatin1String("blocked")), qPrintable(space));
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->detail.contains(QLatin1String("No space left")), why(outcome).constData());
    }

    void aSourceThatIsDown()
    {
        m_lab->fault(QStringLiteral("stop"), QStringLiteral("n2"));
        const Preparation preparation =
            m_operation->prepared(cloneId, {{QStringLiteral("source"), QStringLiteral("n2")}});
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(
            LiveOperation::verdict(preparation, QStringLiteral("source-answers")).startsWith(QLatin1String("blocked")));
        m_lab->fault(QStringLiteral("start"), QStringLiteral("n2"));
    }

private:
    void isBlocked(const QString &check, const QString &words, const Arguments &arguments)
    {
        const Preparation preparation = m_operation->prepared(cloneId, arguments);
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(verdict.startsWith(QLatin1String("blocked")) && verdict.contains(words),
                 qPrintable(verdict.isEmpty() ? preparation.sentence : verdict));
        QVERIFY(preparation.plan.steps.isEmpty());
    }
    /// As if the space had gone after the check: the checks are left out, the steps run.
    RunOutcome runUnchecked(const Arguments &arguments)
    {
        Operation operation = *findOperation(cloneId);
        operation.checks.clear();
        const Result<Preparation> approved = prepare(operation, m_lab->cluster(), arguments, m_operation->environment);
        return approved ? runOperation(operation, *approved, m_lab->cluster(), m_operation->environment, {}, {})
                        : RunOutcome{};
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_directory;
    As m_owner;
    std::shared_ptr<Host> m_host;
};

QTEST_GUILESS_MAIN(TestCloneRefusals)
#include "test_clone_refusals.moc"
