#pragma once

#include "core/operations/runner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

namespace howdah::test {

inline QString local()
{
    return QStringLiteral("local");
}

/// Actions on this machine's files, as steps of a trial operation: small, real, and easy to look at afterwards.
inline Action write(const QString &path, const QByteArray &content = "x")
{
    return {QStringLiteral("Write %1").arg(path), WriteFile{local(), path, QString(), content}};
}

inline Action remove(const QString &path)
{
    return {QStringLiteral("Remove %1").arg(path), RemoveFile{local(), path, QString()}};
}

inline Action shell(const QString &line)
{
    return {line,
            RunCommand{.hostId = local(), .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), line}}}};
}

inline Observation there(const QString &path, PathIs::What what = PathIs::What::Present)
{
    return {.text = QStringLiteral("%1 is so").arg(path),
            .look = PathIs{local(), path, QString(), what},
            .timeout = Milliseconds{50}};
}

/// A home of its own, a cluster without nodes, and a directory to act in.
class Trial
{
public:
    explicit Trial(const QString &home = {})
    {
        qputenv("HOWDAH_HOME", home.isEmpty() ? m_home.path().toUtf8() : home.toUtf8());
        cluster.name = QStringLiteral("trial");
        cluster.systemIdentifier = QStringLiteral("4711");
        environment.hosts = &hosts;
        environment.registry = ClusterRegistry();
        if (const auto added = environment.registry.add(cluster); !added)
            QTest::qFail(qPrintable(added.error().full()), __FILE__, __LINE__);
        operation.id = QStringLiteral("trial");
        operation.title = QStringLiteral("Trial");
    }
    ~Trial() { qunsetenv("HOWDAH_HOME"); }

    [[nodiscard]] QString path(const QString &name) const { return m_work.filePath(name); }
    [[nodiscard]] bool has(const QString &name) const { return QFile::exists(path(name)); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_work.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    Step &step(const QString &id, const QList<Action> &act, const QList<Action> &undo = {},
               const QList<Observation> &verify = {})
    {
        operation.steps.append(Step{.id = id,
                                    .title = [id](const Situation &) { return QStringLiteral("Step ") + id; },
                                    .act = [act](const Situation &) { return act; },
                                    .undo = [undo](const Situation &) { return undo; },
                                    .verify = [verify](const Situation &) { return verify; }});
        return operation.steps.last();
    }

    [[nodiscard]] Preparation prepared() const
    {
        const Result<Preparation> preparation = prepare(operation, cluster, {}, environment);
        return preparation ? *preparation : Preparation{};
    }
    RunOutcome run(std::stop_token stop = {}) { return run(prepared(), stop); }
    RunOutcome run(const Preparation &approved, std::stop_token stop = {})
    {
        return runOperation(operation, approved, cluster, environment, listener(), stop);
    }
    RunOutcome resume(const QString &id) { return resumeOperation(id, environment, listener(), {}, {operation}); }
    /// Hears what happens as words: "one running", "one done", "finished done" …
    [[nodiscard]] EventHandler listener()
    {
        return [this](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::StepChanged && event.step < operation.steps.size())
                heard << operation.steps.at(event.step).id + QLatin1Char(' ') + stepStateName(event.stepState);
            if (event.kind == OperationEvent::Kind::Finished)
                heard << QStringLiteral("finished ") + operationStateName(event.outcome);
            if (onEvent)
                onEvent(event);
        };
    }

    Hosts hosts;
    Environment environment;
    ClusterDefinition cluster;
    Operation operation;
    QStringList heard;
    std::function<void(const OperationEvent &)> onEvent;

private:
    QTemporaryDir m_home, m_work;
};

/// Runs the trial in a child that is killed at a step boundary.
inline void runKilledAt(Trial &trial, const char *where)
{
    const Preparation approved = trial.prepared();
    const pid_t child = ::fork();
    if (child == 0) {
        qputenv("HOWDAH_KILL_AT", where);
        trial.run(approved);
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY2(WIFSIGNALED(status), where);
}

/// Of the newest entry of the journal; empty when there is none.
inline QString onlyId()
{
    const auto journal = Journal::open();
    return journal ? (*journal)->latest(1)->value(0).id : QString();
}

} // namespace howdah::test
