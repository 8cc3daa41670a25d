#include "core/operations/script.h"
#include "core/operations/script_writer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Script)
};

/// Everything below runs with `set -eu`; a wait is a loop over a look.
const char *const preamble = R"(set -eu
# Nobody's function of the same name in another schema may answer.
export PGOPTIONS="${PGOPTIONS:-} -c search_path=pg_catalog"

# wait_until SECONDS TEXT LOOK [ENDED WORDS]: looks again and again until LOOK succeeds, or until ENDED says twice that
# the server on which it depends has ended: then WORDS tells what that said last.
wait_until() {
    left=$1 text=$2 look=$3 ended=${4:-false} words=${5:-true} gone=0
    until "$look" >/dev/null 2>&1; do
        left=$((left - 1))
        if [ "$left" -le 0 ]; then
            echo "This was not seen in time: $text" >&2
            exit 1
        fi
        if "$ended" >/dev/null 2>&1; then gone=$((gone + 1)); else gone=0; fi
        if [ "$gone" -gt 1 ]; then
            echo "The server has ended before this was seen: $text" >&2
            "$words" >&2 || true
            exit 1
        fi
        sleep 1
    done
    echo "seen: $text"
}
)";

QString functionName(const QString &stepId)
{
    return QStringLiteral("step_") +
           QString(stepId).replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9]")), QStringLiteral("_"));
}

QString stepText(const PlannedStep &step, ScriptWriter &writer)
{
    QStringList lines{shellComment(oneLine(step.title)), QStringLiteral("%1() {").arg(functionName(step.id)),
                      QStringLiteral("echo %1").arg(shellQuoted(oneLine(step.title) + QStringLiteral(" …")))};
    for (const Action &action : step.actions)
        lines << shellComment(oneLine(action.text)) << writer.text(action);
    for (const Observation &observation : step.verify)
        lines << writer.text(observation);
    lines << QStringLiteral("}");
    if (!step.undo.isEmpty()) {
        lines << shellComment(step.pointOfNoReturn ? Tr::tr("There is no way back from here.")
                                                   : Tr::tr("To undo this step:"));
        for (const Action &action : step.undo)
            lines << shellComment(oneLine(action.text)) << shellComment(writer.text(action));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace

QString toScript(const Plan &plan, Hosts &hosts)
{
    ScriptWriter writer(hosts);
    QStringList parts{QStringLiteral("#!/bin/sh"),
                      shellComment(Tr::tr("%1 of the cluster %2, planned by Howdah (%3).")
                                       .arg(plan.operation, oneLine(plan.cluster), plan.id)),
                      QString::fromLatin1(preamble)};
    QStringList steps, calls;
    for (const PlannedStep &step : plan.steps) {
        steps << stepText(step, writer);
        calls << functionName(step.id);
    }
    if (const QString ways = writer.waysText(); !ways.isEmpty())
        parts << ways;
    parts << steps << calls.join(QLatin1Char('\n')) << QStringLiteral("echo %1\n").arg(shellQuoted(Tr::tr("Done.")));
    return parts.join(QLatin1Char('\n'));
}

QString commandText(const Action &action, Hosts &hosts)
{
    ScriptWriter writer(hosts);
    const QString line = writer.text(action);
    return writer.passingWaysText() + line;
}

} // namespace howdah
