#include "core/operations/library/library.h"
#include "core/operations/library/replay.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ResumeReplay)
};
} // namespace

Operation resumeReplay()
{
    return {.id = QStringLiteral("resume-replay"),
            .title = Tr::tr("Resume replay"),
            .summary = Tr::tr("Lets a standby whose replay is paused apply the WAL that it has received."),
            .icon = QStringLiteral("resume"),
            .params = {standbyParam(ReplayPause::Paused)},
            .probes = {replayProbe()},
            .checks = replayChecks(ReplayPause::NotPaused) << limitsCheck(),
            .steps = {replayStep(ReplayPause::NotPaused)},
            .impossible = [](const ClusterSnapshot &snapshot) { return noStandby(snapshot, ReplayPause::Paused); },
            .next = [](const Situation &situation) -> QStringList {
                return {Tr::tr("Watch %1 catch up on the Overview.").arg(situation.argument(QStringLiteral("node")))};
            }};
}

} // namespace howdah::library
