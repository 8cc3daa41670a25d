#include "core/cluster/node_state.h"
#include "core/operations/preparation.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Decision)
};

bool matches(const QString &value, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch();
}

/// Right name, right address, and another system behind it.
QString objectionToForeigner(const NodeState &node, const Situation &situation)
{
    if (node.state != node_state::foreign)
        return {};
    return Tr::tr("%1 is a server of another cluster: its system identifier is %2, this cluster's is %3. Correct its "
                  "address in the cluster's settings.")
        .arg(node.name(), node.sample->systemIdentifier, situation.snapshot->systemIdentifier);
}

QString objectionToAllNodes(const Situation &situation)
{
    for (const NodeState &node : situation.snapshot->nodes)
        if (const QString objection = objectionToForeigner(node, situation); !objection.isEmpty())
            return objection;
    return {};
}

QString objectionToNode(Param::Kind kind, const QString &value, const Situation &situation)
{
    const NodeState *node = situation.node(value);
    if (!node) {
        QStringList names;
        for (const NodeState &known : situation.snapshot->nodes)
            names << known.name();
        return Tr::tr("There is no node \"%1\" in this cluster. Its nodes are: %2.")
            .arg(value, names.join(QStringLiteral(", ")));
    }
    if (kind == Param::Kind::Standby && node->role == NodeRole::Primary)
        return Tr::tr("%1 is the primary; a standby is needed here.").arg(value);
    if (kind == Param::Kind::Primary && node->role == NodeRole::Standby)
        return Tr::tr("%1 is a standby; the primary is needed here.").arg(value);
    return objectionToForeigner(*node, situation);
}

QString objectionToPath(const QString &value)
{
    const bool control =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (control)
        return Tr::tr("A path with line breaks or other control characters is not accepted.");
    if (!QDir::isAbsolutePath(value))
        return Tr::tr("Give the whole path, beginning with \"/\".");
    if (QDir::cleanPath(value) != value || value == QLatin1String("/"))
        return Tr::tr("Write the path without \"..\", \"//\" or a slash at its end: %1").arg(QDir::cleanPath(value));
    return {};
}

QString objectionToPort(const QString &value)
{
    bool number = false;
    const int port = value.toInt(&number);
    constexpr int highest = 65535;
    return number && port >= 1 && port <= highest ? QString() : Tr::tr("A port is a number from 1 to 65535.");
}

QString objectionToChoice(const Param &param, const QString &value)
{
    QStringList values;
    for (const Param::Option &option : param.options)
        values << option.value;
    return values.contains(value) ? QString() : Tr::tr("Choose one of: %1.").arg(values.join(QStringLiteral(", ")));
}

/// What the kind alone asks of a value.
QString objectionOfKind(const Param &param, const QString &value, const Situation &situation)
{
    switch (param.kind) {
    case Param::Kind::Text:
    case Param::Kind::Objects:
        return {};
    case Param::Kind::Node:
    case Param::Kind::Standby:
    case Param::Kind::Primary:
        if (param.orAll && value == allNodes())
            return objectionToAllNodes(situation);
        return objectionToNode(param.kind, value, situation);
    case Param::Kind::Path:
        return objectionToPath(value);
    case Param::Kind::Port:
        return objectionToPort(value);
    case Param::Kind::Integer:
        return matches(value, QStringLiteral("-?[0-9]{1,18}")) ? QString() : Tr::tr("A whole number is needed.");
    case Param::Kind::Duration:
        return matches(value, QStringLiteral("[0-9]{1,9} ?(ms|s|min|h|d)"))
                   ? QString()
                   : Tr::tr("A duration is a number with a unit: ms, s, min, h or d. Example: 15min");
    case Param::Kind::Rate:
        return matches(value, QStringLiteral("[0-9]{1,9}[kM]"))
                   ? QString()
                   : Tr::tr("A rate is a number of kilobytes or megabytes a second. Examples: 800k, 50M");
    case Param::Kind::Boolean:
        return value == QLatin1String("true") || value == QLatin1String("false") ? QString()
                                                                                 : Tr::tr("Say \"true\" or \"false\".");
    case Param::Kind::Choice:
        return objectionToChoice(param, value);
    }
    return {};
}

QString objectionTo(const Param &param, const Situation &situation)
{
    const QString value = situation.argument(param.id);
    if (value.isEmpty())
        return param.required ? Tr::tr("This is needed.") : QString();
    const QString objection = objectionOfKind(param, value, situation);
    if (!objection.isEmpty() || !param.objection)
        return objection;
    return param.objection(value, situation);
}

PlannedStep planStep(const Step &step, const Situation &situation)
{
    const auto listOf = [&situation](const auto &declared) {
        using List = decltype(declared(situation));
        return declared ? declared(situation) : List();
    };
    return {.id = step.id,
            .title = listOf(step.title),
            .actions = listOf(step.act),
            .undo = listOf(step.undo),
            .verify = listOf(step.verify),
            .pointOfNoReturn = step.pointOfNoReturn,
            .always = step.always,
            .passing = step.passing,
            .standing = listOf(step.standing)};
}

Plan makePlan(const Operation &operation, const Situation &situation)
{
    Plan plan{.operation = operation.id,
              .id = situation.operationId,
              .cluster = situation.snapshot->definition.name,
              .systemIdentifier = situation.snapshot->systemIdentifier,
              .arguments = situation.arguments,
              .primaries = primariesOf(*situation.snapshot)};
    for (const Step &step : operation.steps) {
        const PlannedStep planned = planStep(step, situation);
        if (!planned.actions.isEmpty() || !planned.verify.isEmpty())
            plan.steps.append(planned);
    }
    if (operation.consequences)
        plan.consequences = operation.consequences(situation);
    if (operation.confirmWord)
        plan.confirmWord = operation.confirmWord(situation);
    return plan;
}

QString firstObjection(const Operation &operation, const QHash<QString, QString> &objections)
{
    for (const Param &param : operation.params)
        if (objections.contains(param.id))
            return Tr::tr("%1: %2").arg(param.title, objections.value(param.id));
    const auto any = objections.constBegin();
    return Tr::tr("%1: %2").arg(any.key(), any.value());
}

QString verdictSentence(const Operation &operation, const Preparation &preparation, int warnings)
{
    if (preparation.readiness == Readiness::NotReady) {
        const auto blocking =
            std::find_if(preparation.checks.begin(), preparation.checks.end(),
                         [](const CheckResult &check) { return check.judgement.verdict == Verdict::Blocked; });
        return Tr::tr("Not ready, because of \"%1\": %2").arg(blocking->title, blocking->judgement.observed);
    }
    const QString declared = operation.readySentence ? operation.readySentence(preparation.situation) : QString();
    if (preparation.readiness == Readiness::Ready)
        return Tr::tr("Ready. %1").arg(declared.isEmpty() ? Tr::tr("Every check is passed.") : declared);
    const QString counted =
        warnings == 1 ? Tr::tr("Ready, with a warning.") : Tr::tr("Ready, with %1 warnings.").arg(warnings);
    return declared.isEmpty() ? counted : counted + QLatin1Char(' ') + declared;
}

} // namespace

Arguments withSuggestions(const Operation &operation, const Situation &situation)
{
    // One parameter's suggestion may look at another's value, which may itself be suggested just before.
    Situation growing = situation;
    for (const Param &param : operation.params) {
        // Given as nothing is given too: who clears a field wants it empty.
        if (growing.arguments.contains(param.id) || !param.suggest)
            continue;
        const QString suggestion = param.suggest(growing);
        if (!suggestion.isEmpty())
            growing.arguments.insert(param.id, suggestion);
    }
    return growing.arguments;
}

QHash<QString, QString> objectionsTo(const Operation &operation, const Situation &situation)
{
    QHash<QString, QString> objections;
    QStringList known;
    for (const Param &param : operation.params) {
        known << param.id;
        if (const QString objection = objectionTo(param, situation); !objection.isEmpty())
            objections.insert(param.id, objection);
    }
    for (auto argument = situation.arguments.cbegin(); argument != situation.arguments.cend(); ++argument)
        if (!known.contains(argument.key()))
            objections.insert(argument.key(), Tr::tr("This operation has no such parameter."));
    return objections;
}

QHash<QString, QString> objectionsToNodes(const Operation &operation, const Situation &situation)
{
    QHash<QString, QString> objections;
    for (const Param &param : operation.params) {
        const bool isNode =
            param.kind == Param::Kind::Node || param.kind == Param::Kind::Standby || param.kind == Param::Kind::Primary;
        const QString value = situation.argument(param.id);
        if (!isNode || value.isEmpty())
            continue;
        if (const QString objection = objectionOfKind(param, value, situation); !objection.isEmpty())
            objections.insert(param.id, objection);
    }
    return objections;
}

QStringList primariesOf(const ClusterSnapshot &snapshot)
{
    QStringList names;
    for (const NodeState &node : snapshot.nodes)
        if (node.role == NodeRole::Primary)
            names << node.name();
    return names;
}

Preparation decide(const Operation &operation, const Situation &situation)
{
    Preparation preparation{.operation = operation.id, .id = situation.operationId, .situation = situation};
    preparation.objections = objectionsTo(operation, situation);
    if (!preparation.objections.isEmpty()) {
        preparation.sentence = Tr::tr("Not ready. %1").arg(firstObjection(operation, preparation.objections));
        return preparation;
    }
    int warnings = 0;
    bool blocked = false;
    for (const Check &check : operation.checks) {
        const CheckResult result{check.id, check.title, check.why, check.judge(situation)};
        warnings += result.judgement.verdict == Verdict::Warning ? 1 : 0;
        blocked = blocked || result.judgement.verdict == Verdict::Blocked;
        preparation.checks.append(result);
    }
    preparation.readiness = blocked         ? Readiness::NotReady
                            : warnings == 0 ? Readiness::Ready
                                            : Readiness::ReadyWithWarnings;
    preparation.sentence = verdictSentence(operation, preparation, warnings);
    if (!blocked)
        preparation.plan = makePlan(operation, situation);
    return preparation;
}

} // namespace howdah
