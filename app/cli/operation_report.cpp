#include "app/cli/operation_report.h"

#include "app/cli/table.h"
#include "core/operations/script.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

constexpr int textWidth = 110;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

/// A shape and a word: nothing hangs on a colour.
QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return QStringLiteral("✔ ") + Tr::tr("ok");
    case Verdict::Warning:
        return QStringLiteral("▲ ") + Tr::tr("warning");
    case Verdict::Blocked:
        return QStringLiteral("■ ") + Tr::tr("blocked");
    }
    Q_UNREACHABLE();
}

QStringList commands(const QList<Action> &actions, Hosts &hosts)
{
    QStringList texts;
    for (const Action &action : actions)
        texts << commandText(action, hosts);
    return texts;
}

} // namespace

QString checksText(const Preparation &preparation)
{
    QList<QStringList> rows;
    for (const CheckResult &check : preparation.checks)
        rows << QStringList{verdictText(check.judgement.verdict), check.title, check.judgement.observed};
    QString text = tableText(rows);
    for (const CheckResult &check : preparation.checks) {
        if (check.judgement.verdict == Verdict::Ok)
            continue;
        text += QLatin1Char('\n') +
                wrapped(QStringLiteral("%1: %2").arg(check.title, check.judgement.observed), textWidth, 2);
        for (const QString &more : {check.why, check.judgement.remedy}) {
            if (!more.isEmpty())
                text += QStringLiteral("\n  ") + wrapped(more, textWidth, 2);
        }
        text += QLatin1Char('\n');
    }
    return text + QLatin1Char('\n') + wrapped(preparation.sentence, textWidth);
}

QString planText(const Plan &plan, Hosts &hosts)
{
    QStringList lines;
    for (const QString &consequence : plan.consequences)
        lines << QStringLiteral("• ") + wrapped(consequence, textWidth, 2);
    if (!lines.isEmpty())
        lines << QString();
    // Commands stand at the left edge: indented, the here-documents among them could not be copied out.
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const PlannedStep &step = plan.steps.at(i);
        lines << QStringLiteral("%1. %2").arg(i + 1).arg(step.title) +
                     (step.pointOfNoReturn ? QLatin1Char(' ') + Tr::tr("(from here on nothing is undone)") : QString());
        for (const Action &action : step.actions)
            lines << QStringLiteral("# ") + action.text << commandText(action, hosts);
        for (const Observation &seen : step.verify)
            lines << QStringLiteral("# ") + Tr::tr("Done when seen: %1").arg(seen.text);
        lines << QString();
    }
    lines << Tr::tr("--script prints this as a script that runs by itself.");
    return lines.join(QLatin1Char('\n'));
}

QJsonArray planJson(const Plan &plan, Hosts &hosts)
{
    QJsonArray steps;
    for (const PlannedStep &step : plan.steps)
        steps << QJsonObject{{QStringLiteral("id"), step.id},
                             {QStringLiteral("title"), step.title},
                             {QStringLiteral("commands"), QJsonArray::fromStringList(commands(step.actions, hosts))},
                             {QStringLiteral("undo"), QJsonArray::fromStringList(commands(step.undo, hosts))}};
    return steps;
}

QJsonObject preparationJson(const Preparation &preparation)
{
    QJsonArray steps;
    for (const PlannedStep &step : preparation.plan.steps)
        steps << QJsonObject{{QStringLiteral("id"), step.id},
                             {QStringLiteral("state"), stepStateName(StepState::Waiting)},
                             {QStringLiteral("ms"), QJsonValue::Null}};
    return {{QStringLiteral("operation"), preparation.operation},
            {QStringLiteral("id"), preparation.id},
            {QStringLiteral("outcome"), preparation.readiness == Readiness::NotReady
                                            ? operationStateName(OperationState::NotReady)
                                            : QStringLiteral("ready")},
            {QStringLiteral("checks"), toJson(preparation.checks)},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("result"), QJsonObject()}};
}

QJsonArray objectsJson(const QList<ObjectItem> &items)
{
    QJsonArray array;
    for (const ObjectItem &item : items)
        array.append(QJsonObject{{QStringLiteral("id"), item.id},
                                 {QStringLiteral("title"), item.title},
                                 {QStringLiteral("path"), QJsonArray::fromStringList(item.path)},
                                 {QStringLiteral("note"), item.note}});
    return array;
}

QString objectsText(const QList<ObjectItem> &items)
{
    if (items.isEmpty())
        return Tr::tr("There is nothing to name.") + QLatin1Char('\n');
    QList<QStringList> rows;
    for (const ObjectItem &item : items)
        rows << QStringList{QStringLiteral("  ") + item.id, item.path.join(QStringLiteral(" / ")), item.note};
    return tableText(rows);
}

QString outcomeText(OperationState state, const std::optional<Error> &error, const QString &id)
{
    const QString reason = error ? error->full() + QLatin1Char('\n') : QString();
    switch (state) {
    case OperationState::Done:
        return reason + Tr::tr("Done. Each step was verified by looking at the result.");
    case OperationState::Undone:
        return reason + Tr::tr("Undone: what was begun has been taken back.");
    case OperationState::NotReady:
        return reason + Tr::tr("Not done: nothing was changed.");
    case OperationState::Running:
    case OperationState::Interrupted:
        break;
    }
    return reason + Tr::tr("Stopped half-way. What was done and what was not: %1")
                        .arg(QStringLiteral("howdahctl operations show ") + id);
}

ExitCode exitCodeOf(OperationState state, OperationState wanted)
{
    if (state == wanted)
        return ExitCode::Done;
    switch (state) {
    case OperationState::Done:
    case OperationState::Undone:
        return ExitCode::Failed;
    case OperationState::NotReady:
        return ExitCode::NotReady;
    case OperationState::Running:
    case OperationState::Interrupted:
        return ExitCode::HalfWay;
    }
    Q_UNREACHABLE();
}

} // namespace howdah::cli
