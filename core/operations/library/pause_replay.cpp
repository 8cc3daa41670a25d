#include "core/operations/library/library.h"
#include "core/operations/library/replay.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PauseReplay)
};
} // namespace

Operation pauseReplay()
{
    return {.id = QStringLiteral("pause-replay"),
            .title = Tr::tr("Pause replay"),
            .summary = Tr::tr("Lets a standby receive WAL without applying it, so that its data stays as it is now."),
            .icon = QStringLiteral("pause"),
            .params = {standbyParam(ReplayPause::NotPaused)},
            .probes = {replayProbe()},
            .checks = replayChecks(ReplayPause::Paused),
            .steps = {replayStep(ReplayPause::Paused)},
            .consequences = [](const Situation &situation) -> QStringList {
                const QString node = situation.argument(QStringLiteral("node"));
                return {Tr::tr("Queries on %1 see older data from now on.").arg(node),
                        Tr::tr("The WAL that %1 receives gathers on its disk until replay is resumed.").arg(node)};
            },
            .impossible = [](const ClusterSnapshot &snapshot) { return noStandby(snapshot, ReplayPause::NotPaused); },
            .next = [](const Situation &situation) -> QStringList {
                return {Tr::tr("Resume the replay of %1 before its disk fills.")
                            .arg(situation.argument(QStringLiteral("node")))};
            }};
}

} // namespace howdah::library
