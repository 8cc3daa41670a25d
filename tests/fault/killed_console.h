#pragma once

#include "core/hosts/server_layout.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace howdah::test {

/// A console of its own process that can be killed: this very program, started again with "--console".
class KilledConsole
{
public:
    explicit KilledConsole(LiveLab &lab)
        : KilledConsole(lab.hosts(), lab.cluster().name)
    {
    }
    KilledConsole(Hosts &hosts, QString cluster)
        : m_cluster(std::move(cluster))
    {
        environment.hosts = &hosts;
        environment.registry = ClusterRegistry();
    }

    /// Runs an operation (as "key=value" words) until it is killed at `where`; the id of what it left.
    QString runKilledAt(const QString &where, const QString &operation, const QStringList &arguments = {})
    {
        return killedAt(where, QStringList{QStringLiteral("run"), operation, m_cluster} + arguments);
    }
    void resumeKilledAt(const QString &where, const QString &id) { killedAt(where, {QStringLiteral("resume"), id}); }
    void undoKilledAt(const QString &where, const QString &id) { killedAt(where, {QStringLiteral("undo"), id}); }

    /// Runs until `moment` has come, then kills.
    QString runKilledWhen(const std::function<bool()> &moment, const QString &operation, const QStringList &arguments)
    {
        QProcess process;
        start(process, {}, QStringList{QStringLiteral("run"), operation, m_cluster} + arguments);
        if (!QTest::qWaitFor(moment, 60000))
            QTest::qFail("The moment did not come.", __FILE__, __LINE__);
        process.kill();
        process.waitForFinished();
        return newestId();
    }

    RunOutcome resume(const QString &id) { return resumeOperation(id, environment, {}, {}); }
    RunOutcome undo(const QString &id) { return undoOperation(id, environment, {}, {}); }

    [[nodiscard]] static QString newestId()
    {
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        const Result<QList<JournalEntry>> entries = journal ? (*journal)->latest(1) : journal.error();
        return entries && !entries->isEmpty() ? entries->first().id : QString();
    }
    /// What the journal says of it: "interrupted" for one whose console is dead.
    [[nodiscard]] static QString said(const QString &id)
    {
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        const Result<JournalEntry> entry = journal ? (*journal)->find(id) : journal.error();
        return entry ? toJson(*entry).value(QLatin1String("outcome")).toString() : entry.error().message;
    }

    Environment environment;

private:
    QString killedAt(const QString &where, const QStringList &words)
    {
        QProcess process;
        start(process, where, words);
        process.waitForFinished(120000);
        if (process.exitStatus() != QProcess::CrashExit)
            QTest::qFail(qPrintable(QStringLiteral("Not killed at %1: %2\nSo far: %3")
                                        .arg(where, QString::fromUtf8(process.readAllStandardError()), soFar())),
                         __FILE__, __LINE__);
        return newestId();
    }
    /// Of the newest operation: how far each step is, and what it said.
    [[nodiscard]] static QString soFar()
    {
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        const Result<JournalEntry> entry = journal ? (*journal)->find(newestId()) : journal.error();
        if (!entry)
            return entry.error().message;
        return QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("steps"), toJson(*entry).value(QLatin1String("steps"))}})
                .toJson(QJsonDocument::Compact));
    }
    static void start(QProcess &process, const QString &where, const QStringList &words)
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("HOWDAH_KILL_AT"), where);
        process.setProcessEnvironment(variables);
        process.start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--console")} + words);
    }

    const QString m_cluster;
};

inline QByteArray why(const RunOutcome &outcome)
{
    return operationStateName(outcome.state).toUtf8() +
           (outcome.error ? ": " + outcome.error->full().toUtf8() : QByteArray());
}

/// The child's part: "run OPERATION CLUSTER key=value…", "resume ID" or "undo ID". True when this process was such a
/// child.
inline bool actedAsConsole(const QStringList &words)
{
    if (words.value(1) != QLatin1String("--console"))
        return false;
    Hosts hosts;
    Environment environment;
    environment.hosts = &hosts;
    environment.registry = ClusterRegistry();
    RunOutcome outcome;
    if (words.value(2) == QLatin1String("undo")) {
        outcome = undoOperation(words.value(3), environment, {}, {});
    } else if (words.value(2) == QLatin1String("resume")) {
        outcome = resumeOperation(words.value(3), environment, {}, {});
    } else {
        Arguments arguments;
        for (const QString &word : words.mid(5))
            arguments.insert(word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1));
        const Result<ClusterDefinition> cluster = environment.registry.find(words.value(4));
        const Operation *operation = findOperation(words.value(3));
        const Result<Preparation> approved = prepare(*operation, *cluster, arguments, environment);
        outcome = runOperation(*operation, *approved, *cluster, environment, {}, {});
    }
    qWarning("%s", why(outcome).constData());
    return true;
}

/// In place of QTEST_GUILESS_MAIN.
#define HOWDAH_FAULT_MAIN(Test)                                                                                        \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        const QCoreApplication application(argc, argv);                                                                \
        if (howdah::test::actedAsConsole(QCoreApplication::arguments()))                                               \
            return 0;                                                                                                  \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

} // namespace howdah::test
