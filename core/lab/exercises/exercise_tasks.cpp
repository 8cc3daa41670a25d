#include "core/lab/exercises/exercise_tasks.h"

#include "core/lab/exercises/masked_text.h"
#include "core/operations/catalogue.h"
#include "core/operations/report.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseTasks)
};

constexpr Milliseconds patienceOfATask{300000};
constexpr int longestOutput = 8000;
constexpr int longestSecret = 500; // none is cut in two and left
constexpr int mostRows = 50;

QString asTable(const ResultSet &rows)
{
    QStringList lines;
    for (int row = 0; row < std::min(rows.rows(), mostRows); ++row) {
        QStringList cells;
        for (int column = 0; column < rows.columns(); ++column)
            cells << rows.text(row, column).value_or(QString());
        lines << cells.join(QStringLiteral(" | "));
    }
    if (rows.rows() > mostRows)
        lines << Tr::tr("… (%1 rows)").arg(rows.rows());
    if (rows.columns() == 0 && rows.affectedRows() > 0)
        lines << (rows.affectedRows() == 1 ? Tr::tr("1 row") : Tr::tr("%1 rows").arg(rows.affectedRows()));
    return lines.join(QLatin1Char('\n'));
}

void performSql(const ExerciseTask &task, const ExercisePlace &place, TaskEvidence &evidence)
{
    const Deadline deadline = Deadline::after(patienceOfATask);
    Result<Connection> connection = place.connect(task.node, task.database, deadline);
    if (!connection) {
        evidence.output = connection.error().full();
        return;
    }
    if (task.background) {
        place.background->run(std::move(*connection), evidence.line, deadline);
        evidence.output = Tr::tr("Sent; not waited for.");
        evidence.succeeded = true;
        return;
    }
    const Result<ResultSet> answer = connection->query(evidence.line, {}, deadline, place.stop);
    evidence.output = answer ? asTable(*answer) : answer.error().full();
    evidence.succeeded = task.refused.isEmpty() ? answer.ok() : !answer.ok() && answer.error().sqlState == task.refused;
}

void performShell(const ExerciseTask &task, const ExercisePlace &place, TaskEvidence &evidence)
{
    const Result<Command> command = place.shell(evidence.line, task.node);
    const auto host = place.hosts().find(QStringLiteral("local"));
    if (!command || !host) {
        evidence.output = command ? host.error().full() : command.error().full();
        return;
    }
    const Result<CommandOutcome> outcome = (*host)->run(*command, Deadline::after(patienceOfATask), place.stop);
    if (!outcome) {
        evidence.output = outcome.error().full();
        return;
    }
    evidence.output = QString::fromUtf8(outcome->output + outcome->errorOutput).trimmed();
    evidence.succeeded = task.mayFail || outcome->succeeded();
}

QString whatHappened(const RunOutcome &outcome)
{
    QStringList lines;
    for (const ResultRow &row : resultRows(outcome.entry))
        lines << QStringLiteral("%1: %2").arg(row.title, row.value);
    lines << (outcome.error ? outcome.error->full() : outcomeSentence(outcome.entry));
    return lines.join(QLatin1Char('\n'));
}

/// What the exercise wants refused; true when that check blocks it.
bool isRefusedBy(const Preparation &ready, const QString &check, TaskEvidence &evidence)
{
    bool refused = false;
    QStringList lines{ready.sentence};
    for (const CheckResult &seen : ready.checks)
        if (seen.judgement.verdict == Verdict::Blocked) {
            lines << QStringLiteral("%1: %2").arg(seen.title, seen.judgement.observed) << seen.judgement.remedy;
            refused = refused || seen.id == check;
        }
    evidence.output = lines.join(QLatin1Char('\n'));
    return refused;
}

void performOperation(const ExerciseTask &task, const ExercisePlace &place, TaskEvidence &evidence)
{
    const Operation *operation = findOperation(task.text);
    const Result<Arguments> arguments = taskArguments(task, place);
    const Result<ClusterDefinition> cluster = place.environment.registry.find(place.lab.cluster.name);
    if (operation == nullptr || !arguments || !cluster) {
        evidence.output = !arguments ? arguments.error().full()
                          : !cluster ? cluster.error().full()
                                     : Tr::tr("There is no operation called “%1”.").arg(task.text);
        return;
    }
    const Result<Preparation> ready = prepare(*operation, *cluster, *arguments, place.environment, place.stop);
    if (ready && !task.refused.isEmpty()) {
        evidence.succeeded = isRefusedBy(*ready, task.refused, evidence);
        return;
    }
    if (!ready || ready->readiness == Readiness::NotReady || !ready->objections.isEmpty()) {
        evidence.output = !ready ? ready.error().full()
                          : !ready->objections.isEmpty()
                              ? QStringList(ready->objections.values()).join(QLatin1Char('\n'))
                              : ready->sentence;
        return;
    }
    const RunOutcome outcome = runOperation(*operation, *ready, *cluster, place.environment, {}, place.stop);
    evidence.output = whatHappened(outcome);
    evidence.succeeded = outcome.state == OperationState::Done;
}

void performFault(const ExerciseTask &task, const ExercisePlace &place, TaskEvidence &evidence)
{
    const Result<NodeDefinition> node = place.words.node(task.node);
    const Result<QString> done = node ? injectFault(place.lab, task.text, node->name, place.hosts(),
                                                    Deadline::after(patienceOfATask), place.stop)
                                      : node.error();
    evidence.output = done ? *done : done.error().full();
    evidence.succeeded = done.ok();
}

QString kindTitle(const ExerciseTask &task, const ExercisePlace &place)
{
    const Result<NodeDefinition> node = place.words.node(task.node);
    const QString name = node ? node->name : task.node;
    switch (task.kind) {
    case ExerciseTask::Kind::Sql:
        return Tr::tr("SQL on %1").arg(name);
    case ExerciseTask::Kind::Shell:
        return Tr::tr("Shell");
    case ExerciseTask::Kind::Operation:
        return Tr::tr("Operation");
    case ExerciseTask::Kind::Fault:
        return Tr::tr("Fault on %1").arg(name);
    }
    return {};
}

} // namespace

Result<Arguments> taskArguments(const ExerciseTask &task, const ExercisePlace &place)
{
    Arguments arguments;
    for (auto it = task.arguments.begin(); it != task.arguments.end(); ++it) {
        const Result<QString> value = place.words.filled(it.value());
        if (!value)
            return value.error();
        // A word for a role stands alone where a node is asked for.
        const Result<NodeDefinition> node = place.words.node(*value);
        arguments.insert(it.key(), node ? node->name : *value);
    }
    return arguments;
}

TaskEvidence operationEvidence(const RunOutcome &outcome)
{
    const JournalEntry &entry = outcome.entry;
    QStringList words{QStringLiteral("howdahctl"), entry.operation, shellQuoted(entry.cluster)};
    QStringList names = entry.plan.arguments.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        if (const QString value = entry.plan.arguments.value(name); !value.isEmpty())
            words << QStringLiteral("--%1=%2").arg(name, shellQuoted(value));
    const qint64 took = entry.ended.isValid() ? entry.started.msecsTo(entry.ended) : 0;
    return {.what = Tr::tr("Operation"),
            .line = maskedText(words.join(QLatin1Char(' '))),
            .output = evidenceText(whatHappened(outcome)),
            .succeeded = outcome.state == OperationState::Done,
            .at = entry.started.toUTC().toString(Qt::ISODateWithMs),
            .milliseconds = static_cast<int>(took)};
}

QString taskLine(const ExerciseTask &task, const ExercisePlace &place)
{
    const QString text = place.words.filled(task.text).valueOr(task.text);
    if (task.kind == ExerciseTask::Kind::Fault) {
        const Result<NodeDefinition> node = place.words.node(task.node);
        return QStringLiteral("howdahctl lab fault %1 %2 --node=%3")
            .arg(place.lab.name, text, node ? node->name : task.node);
    }
    if (task.kind != ExerciseTask::Kind::Operation)
        return text;
    QStringList words{QStringLiteral("howdahctl"), text, shellQuoted(place.lab.cluster.name)};
    const Arguments arguments = taskArguments(task, place).valueOr(task.arguments);
    QStringList names = arguments.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        words << QStringLiteral("--%1=%2").arg(name, shellQuoted(arguments.value(name)));
    return words.join(QLatin1Char(' '));
}

QString evidenceText(const QString &output, const QStringList &secrets)
{
    const QString masked = maskedText(output.left(longestOutput + longestSecret), secrets).left(longestOutput);
    if (output.size() <= longestOutput)
        return masked;
    return masked + QLatin1Char('\n') + Tr::tr("… (the rest is left out)");
}

TaskEvidence performTask(const ExerciseTask &task, ExercisePlace &place)
{
    (void)place.look();
    const QString line = taskLine(task, place);
    TaskEvidence evidence{.what = kindTitle(task, place),
                          .line = line,
                          .at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)};
    QElapsedTimer clock;
    clock.start();
    if (const Result<QString> meant = place.words.filled(task.text); !meant) {
        evidence.line = maskedText(line);
        evidence.output = meant.error().full();
        return evidence;
    }
    switch (task.kind) {
    case ExerciseTask::Kind::Sql:
        performSql(task, place, evidence);
        break;
    case ExerciseTask::Kind::Shell:
        performShell(task, place, evidence);
        break;
    case ExerciseTask::Kind::Operation:
        performOperation(task, place, evidence);
        break;
    case ExerciseTask::Kind::Fault:
        performFault(task, place, evidence);
        break;
    }
    evidence.line = maskedText(line, place.secrets);
    evidence.output = evidenceText(evidence.output, place.secrets);
    evidence.milliseconds = static_cast<int>(clock.elapsed());
    return evidence;
}

} // namespace howdah
