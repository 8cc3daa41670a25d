#include "core/base/key.h"
#include "core/operations/library/prepare_primary_steps.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

constexpr Milliseconds startTimeout{120000};

QList<Action> restartNow(const PrimaryParts &parts)
{
    return parts.restart ? QList<Action>{parts.place.restart()} : QList<Action>();
}

/// A server that does not start with the new settings needs the old ones back before it can be asked anything.
QList<Action> startAgain(const PrimaryParts &parts)
{
    QList<Action> actions{parts.place.seeWhetherItRuns()};
    const bool ofFile = parts.inFile && parts.configuration.isChanged();
    if (!parts.settings.isEmpty()) {
        Action back =
            ofFile ? putBack(parts, parts.configuration)
                   : Action{.text = Tr::tr("Put the copy of %1 back, if the server is down").arg(parts.automaticFile),
                            .what = CopyFile{parts.place.hostId, parts.automaticCopy, parts.automaticFile,
                                             parts.place.owner, key(replaceAnything)}};
        back.unless = parts.place.isRunning();
        actions << back;
    }
    Action start = parts.place.start();
    start.text = Tr::tr("Start %1 again, if it is down").arg(parts.server.node);
    return actions << start;
}

/// The very login of a standby, tried by the server's owner from here; where that is possible at all.
QList<Observation> standbyCanLogIn(const PrimaryParts &parts)
{
    if (parts.loginProof.argv.isEmpty())
        return {};
    return {
        {.text = Tr::tr("%1 opens a replication connection with the password in %2").arg(parts.role, parts.passfile),
         .look = CommandSucceeds{parts.place.hostId, parts.loginProof}}};
}

} // namespace

Step primaryRestartStep()
{
    return {.id = key("restart"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Restart %1").arg(PrimaryParts::of(situation).server.node);
                },
            .act = [](const Situation &situation) { return restartNow(PrimaryParts::of(situation)); },
            .undo = [](const Situation &situation) { return startAgain(PrimaryParts::of(situation)); },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const PrimaryParts parts = PrimaryParts::of(situation);
                if (!parts.restart)
                    return {};
                return {parts.place.whileItRuns(
                    {.text = Tr::tr("%1 was started anew as a primary, and none of these settings waits any more")
                                 .arg(parts.server.node),
                     .look = SqlSays{.server = parts.server,
                                     .sql = key("SELECT pg_postmaster_start_time() > $1::timestamptz"
                                                " AND NOT pg_is_in_recovery() AND NOT EXISTS (SELECT FROM"
                                                " pg_settings WHERE pending_restart)"),
                                     .parameters = {situation.value(key("server"), key("started")).toString()},
                                     .expected = key("t")},
                     .timeout = startTimeout})};
            }};
}

Step primaryLoginStep()
{
    return primaryStep(
        "login", [](const PrimaryParts &parts) { return Tr::tr("See that %1 can replicate").arg(parts.role); },
        [](const PrimaryParts &) { return QList<Action>(); }, [](const PrimaryParts &) { return QList<Action>(); },
        standbyCanLogIn);
}

} // namespace howdah::library
