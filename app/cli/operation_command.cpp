#include "app/cli/commands.h"
#include "app/cli/confirmation.h"
#include "app/cli/operation_report.h"
#include "app/cli/progress.h"
#include "app/cli/session.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "core/operations/script.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr QLatin1String optionCheck("check");
constexpr QLatin1String optionDryRun("dry-run");
constexpr QLatin1String optionScript("script");
constexpr QLatin1String optionList("list");

QString valueName(const Param &param)
{
    switch (param.kind) {
    case Param::Kind::Text:
        return QStringLiteral("TEXT");
    case Param::Kind::Node:
    case Param::Kind::Standby:
    case Param::Kind::Primary:
        return param.orAll ? QStringLiteral("NODE|all") : QStringLiteral("NODE");
    case Param::Kind::Path:
        return QStringLiteral("PATH");
    case Param::Kind::Port:
        return QStringLiteral("PORT");
    case Param::Kind::Integer:
        return QStringLiteral("N");
    case Param::Kind::Duration:
        return QStringLiteral("DURATION");
    case Param::Kind::Rate:
        return QStringLiteral("RATE");
    case Param::Kind::Boolean:
        return QStringLiteral("true|false");
    case Param::Kind::Objects:
        return QStringLiteral("NAME");
    case Param::Kind::Choice:
        break;
    }
    QStringList values;
    for (const Param::Option &option : param.options)
        values << option.value;
    return values.join(QLatin1Char('|'));
}

CommandOption optionOf(const Param &param)
{
    QString help = param.title + QLatin1Char('.');
    if (!param.help.isEmpty())
        help += QLatin1Char(' ') + param.help;
    if (param.suggest)
        help += QLatin1Char(' ') + Tr::tr("Chosen from the cluster as it is unless said.");
    else if (param.required)
        help += QLatin1Char(' ') + Tr::tr("Required.");
    return {.name = param.id,
            .help = help,
            .valueName = valueName(param),
            .optionalValue = param.kind == Param::Kind::Boolean,
            .repeatable = param.kind == Param::Kind::Objects};
}

/// The way that was taken through the one declaration.
enum class Mode { Run, Check, DryRun, Script, List };

Result<Mode> readMode(const Invocation &invocation)
{
    const QList<QPair<QString, Mode>> modes{{optionCheck, Mode::Check},
                                            {optionDryRun, Mode::DryRun},
                                            {optionScript, Mode::Script},
                                            {optionList, Mode::List}};
    Mode chosen = Mode::Run;
    QString chosenName;
    for (const auto &[name, mode] : modes) {
        if (!invocation.has(name))
            continue;
        if (chosen != Mode::Run)
            return Error{.code = ErrorCode::Invalid,
                         .message = Tr::tr("--%1 and --%2 exclude each other.").arg(chosenName, name)};
        chosen = mode;
        chosenName = name;
    }
    if (chosen == Mode::Script && invocation.has(jsonOption().name))
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("--script prints a script, not JSON: leave --json away.")};
    return chosen;
}

Arguments readArguments(const Operation &operation, const Invocation &invocation)
{
    Arguments arguments;
    qsizetype place = 1; // the cluster is the first
    for (const Param &param : operation.params) {
        if (invocation.has(param.id))
            arguments.insert(param.id, invocation.option(param.id));
        else if (param.byPlace && place < invocation.arguments.size())
            arguments.insert(param.id, invocation.arguments.at(place++));
    }
    return arguments;
}

bool listsObjects(const Operation &operation)
{
    return std::any_of(operation.params.begin(), operation.params.end(),
                       [](const Param &param) { return param.kind == Param::Kind::Objects; });
}

Error refusedArguments(const Operation &operation, const QHash<QString, QString> &objections)
{
    QStringList sentences;
    for (const Param &param : operation.params) {
        if (objections.contains(param.id))
            sentences << QStringLiteral("--%1: %2").arg(param.id, objections.value(param.id));
    }
    return {.code = ErrorCode::Invalid,
            .message = sentences.join(QLatin1Char('\n')),
            .hint = Tr::tr("“howdahctl %1 --help” shows how it is used.").arg(operation.id)};
}

/// True when the user typed the word that stands for having read the consequences.
bool confirmed(const Preparation &preparation, Console &console, Hosts &hosts)
{
    console.note(QLatin1Char('\n') + planText(preparation.plan, hosts) + QLatin1Char('\n'));
    return isConfirmed(preparation.plan, console);
}

QJsonObject outcomeJson(const Preparation &preparation, const RunOutcome &outcome)
{
    QJsonObject document = outcome.entry.id.isEmpty() ? preparationJson(preparation) : toJson(outcome.entry);
    document.insert(QStringLiteral("outcome"), operationStateName(outcome.state));
    if (outcome.error)
        document.insert(QStringLiteral("error"), toJson(*outcome.error));
    return document;
}

void sayWhatIsNext(const Operation &operation, const Preparation &preparation, const Console &console)
{
    if (!operation.next)
        return;
    for (const QString &sentence : operation.next(preparation.situation))
        console.say(sentence);
}

/// Why nothing can be listed: the first look that failed.
std::optional<Error> failedLook(const Operation &operation, const Situation &situation)
{
    for (const Probe &probe : operation.probes)
        if (const Fact *fact = situation.fact(probe.id); fact && fact->error)
            return fact->error;
    return std::nullopt;
}

/// What the parameters of the kind Objects may name.
ExitCode listObjects(const Operation &operation, const Preparation &preparation, Session &session)
{
    const Console &console = session.console();
    QJsonObject document;
    qsizetype listed = 0;
    for (const Param &param : operation.params) {
        if (param.kind != Param::Kind::Objects)
            continue;
        console.say(QStringLiteral("--%1").arg(param.id));
        const QList<ObjectItem> items = param.items(preparation.situation);
        listed += items.size();
        document.insert(param.id, objectsJson(items));
        console.say(objectsText(items));
    }
    if (const auto why = failedLook(operation, preparation.situation); why && listed == 0)
        return session.failed(*why);
    console.document(document);
    return ExitCode::Done;
}

ExitCode carryOut(const Operation &operation, const Preparation &approved, const ClusterDefinition &cluster,
                  Session &session)
{
    QStringList titles;
    for (const PlannedStep &step : approved.plan.steps)
        titles << step.title;
    Progress progress(session.console(), titles);
    session.signals().setAbandonCode(ExitCode::HalfWay);
    const RunOutcome outcome = runOperation(
        operation, approved, cluster, session.environment(), [&](const OperationEvent &event) { progress.show(event); },
        session.stop());
    session.console().say(outcomeText(outcome.state, outcome.error, approved.id));
    if (outcome.state == OperationState::Done)
        sayWhatIsNext(operation, approved, session.console());
    session.console().document(outcomeJson(approved, outcome));
    return exitCodeOf(outcome.state, OperationState::Done);
}

ExitCode answer(const Operation &operation, Mode mode, const Invocation &invocation, const Preparation &preparation,
                const ClusterDefinition &cluster, Session &session)
{
    Console &console = session.console();
    if (mode == Mode::Script)
        console.note(checksText(preparation));
    else
        console.say(checksText(preparation));

    QJsonObject document = preparationJson(preparation);
    if (mode == Mode::DryRun) {
        console.say(QLatin1Char('\n') + planText(preparation.plan, session.hosts()));
        document.insert(QStringLiteral("plan"), planJson(preparation.plan, session.hosts()));
    }
    if (preparation.readiness == Readiness::NotReady) {
        console.document(document);
        return ExitCode::NotReady;
    }
    if (mode == Mode::Script)
        console.verbatim(toScript(preparation.plan, session.hosts()));
    if (mode != Mode::Run) {
        console.document(document);
        return ExitCode::Done;
    }
    const bool mustConfirm = operation.destructive || !preparation.plan.confirmWord.isEmpty();
    if (mustConfirm && !invocation.has(optionYes) && !confirmed(preparation, console, session.hosts()))
        return session.refused(notConfirmed());
    return carryOut(operation, preparation, cluster, session);
}

ExitCode operate(const Operation &operation, const Invocation &invocation, Session &session)
{
    const Result<Mode> mode = readMode(invocation);
    if (!mode)
        return session.refused(mode.error());
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    if (*mode == Mode::Run && operation.destructive && !invocation.has(optionYes))
        if (const auto reason = cannotAsk(operation.id, Tr::tr("--yes confirms; --check and --dry-run only look.")))
            return session.refused(*reason);
    if (Console::canAsk()) {
        // Passwords are asked for now, while somebody is there, and not in the middle of a step.
        if (const Result<ClusterSnapshotPtr> seen = session.look(*cluster); !seen)
            return session.failed(seen.error());
    }
    const Result<Preparation> preparation =
        prepare(operation, *cluster, readArguments(operation, invocation), session.environment(), session.stop());
    if (!preparation)
        return session.failed(preparation.error());
    if (!preparation->objections.isEmpty())
        return session.refused(refusedArguments(operation, preparation->objections));
    if (*mode == Mode::List)
        return listObjects(operation, *preparation, session);
    return answer(operation, *mode, invocation, *preparation, *cluster, session);
}

Command commandOf(const Operation &operation)
{
    Command command{.path = {operation.id},
                    .summary = operation.summary,
                    .arguments = {clusterArgument()},
                    .run = [&operation](const Invocation &invocation, Session &session) {
                        return operate(operation, invocation, session);
                    }};
    for (const Param &param : operation.params) {
        command.options << optionOf(param);
        if (param.byPlace)
            command.arguments << CommandArgument{
                .name = param.id.toUpper(), .help = param.help, .count = CommandArgument::Count::Optional};
    }
    if (listsObjects(operation))
        command.options << CommandOption{.name = optionList, .help = Tr::tr("Only lists what can be named.")};
    command.options << QList<CommandOption>{
        {.name = optionCheck, .help = Tr::tr("Only the checks. Exit code 0 when ready, 3 when not.")},
        {.name = optionDryRun, .help = Tr::tr("Checks and plan, with the exact commands; nothing is changed.")},
        {.name = optionScript, .help = Tr::tr("The plan as a shell script on standard output; nothing is changed.")},
        yesOption(),
        jsonOption()};
    return command;
}

} // namespace

QList<Command> operationCommands()
{
    QList<Command> commands;
    for (const Operation &operation : operationCatalogue())
        commands << commandOf(operation);
    return commands;
}

} // namespace howdah::cli
