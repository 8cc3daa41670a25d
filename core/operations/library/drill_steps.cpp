#include "core/operations/library/drill_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Drill)
};

Action removePlace(const DrillParts &parts)
{
    return {.text = Tr::tr("Remove %1 and the copy in it").arg(parts.recovery.place),
            .what = RemoveMarkedDirectory{parts.chosen.hostId, parts.recovery.place, parts.chosen.owner,
                                          parts.recovery.marker}};
}

/// Bears a copy that is half there, or gone. At once: nobody will start it again.
Action stopCopy(const DrillParts &parts)
{
    const QString script = QStringLiteral("\"$1\" status --pgdata=\"$2\" >/dev/null 2>&1\n"
                                          "[ $? -eq 0 ] || exit 0\n"
                                          "\"$1\" stop --silent --pgdata=\"$2\" --mode=immediate");
    return {.text = Tr::tr("Stop the copy"),
            .what = RunCommand{
                .hostId = parts.chosen.hostId,
                .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"),
                                     parts.chosen.binDirectory + QStringLiteral("/pg_ctl"), parts.recovery.data()},
                            .asUser = parts.chosen.owner}}};
}

Step restoreStep()
{
    return {.id = QStringLiteral("restore"),
            .title = [](const Situation &) { return Tr::tr("Restore the backup aside"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const DrillParts parts = DrillParts::of(situation);
                return {{.text = Tr::tr("Make the directory %1").arg(parts.recovery.place),
                         .what = MakeMarkedDirectory{parts.chosen.hostId, parts.recovery.place, parts.chosen.owner,
                                                     parts.recovery.marker}},
                        drillRestore(parts)};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const DrillParts parts = DrillParts::of(situation);
                return {noteFailedDrill(parts), removePlace(parts)};
            },
            // A copy in doubt is made anew.
            .always = true};
}

/// One of recovery's own, which sees the situation as if it were asked.
Step borrowed(const char *id)
{
    for (Step step : recoverSteps()) {
        if (step.id != QLatin1String(id))
            continue;
        const auto asked = [](auto declared) {
            return [declared](const Situation &situation) { return declared(asRecovery(situation)); };
        };
        step.title = asked(step.title);
        step.act = asked(step.act);
        if (step.undo)
            step.undo = asked(step.undo);
        if (step.verify)
            step.verify = asked(step.verify);
        return step;
    }
    return {};
}

Step configureStep()
{
    Step step = borrowed("configure");
    step.act = [act = step.act](const Situation &situation) {
        const DrillParts parts = DrillParts::of(situation);
        // Whoever gets at the socket is the owner already: the directory is his alone.
        return act(situation) +
               QList<Action>{
                   {.text = Tr::tr("Admit the owner of the files, through the socket in %1").arg(parts.recovery.place),
                    .what = WriteFile{.hostId = parts.chosen.hostId,
                                      .path = parts.recovery.data() + QStringLiteral("/howdah_hba.conf"),
                                      .owner = parts.chosen.owner,
                                      .content = "local all all trust\n" + parts.recovery.clientAuthentication}}};
    };
    return step;
}

Step recoverStep()
{
    Step step = borrowed("recover");
    step.undo = [](const Situation &situation) -> QList<Action> {
        const DrillParts parts = DrillParts::of(situation);
        return {stopCopy(parts), stopFetching(parts.recovery)};
    };
    return step;
}

Step examineStep()
{
    return {.id = QStringLiteral("examine"),
            .title = [](const Situation &) { return Tr::tr("Examine what is in it"); },
            .act = [](const Situation &situation) -> QList<Action> {
                return {drillExamination(DrillParts::of(situation))};
            }};
}

Step takeDownStep()
{
    return {.id = QStringLiteral("take-down"),
            .title = [](const Situation &) { return Tr::tr("Take the copy down and remove it"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const DrillParts parts = DrillParts::of(situation);
                return {stopCopy(parts), removePlace(parts)};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const DrillParts parts = DrillParts::of(situation);
                return {{.text = Tr::tr("%1 is gone").arg(parts.recovery.place),
                         .look = PathIs{.hostId = parts.chosen.hostId,
                                        .path = parts.recovery.place,
                                        .owner = parts.chosen.owner,
                                        .what = PathIs::What::Absent}}};
            }};
}

} // namespace

QList<Step> drillSteps()
{
    return {restoreStep(), configureStep(), recoverStep(), examineStep(), takeDownStep()};
}

} // namespace howdah::library
