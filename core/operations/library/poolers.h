#pragma once

#include "core/operations/library/judging.h"
#include "core/operations/library/nodes.h"

/// PgBouncer in front of a primary that hands its role over: paused before, pointed at the new one and resumed after.
namespace howdah::library {

/// One PgBouncer, and what of it belongs to the primary.
struct Pooler
{
    /// Databases that one file puts at one address.
    struct Entries
    {
        QString file, host, port;
        QStringList databases;
    };
    ServerRef console;
    QString hostId, owner; ///< of its configuration files
    QList<Entries> entries;
    struct Copy
    {
        QString file, path, user;
    };
    QList<Copy> copies;
    QStringList paused;       ///< as PAUSE names them
    QStringList consoleThere; ///< see pooler_word.h
    QString word;             ///< the file of the word that is left

    [[nodiscard]] static Pooler fromValues(const QVariantMap &values, const QString &operationId);
};

[[nodiscard]] ServerRef consoleRef(const QString &title, const QString &connInfo);
[[nodiscard]] QList<Param> poolerParams();
/// "poolers-found": those that run on a host of the cluster; "poolers": those that are named, looked at.
[[nodiscard]] QList<Probe> poolerProbes();
[[nodiscard]] Check poolerCheck();
[[nodiscard]] QList<Pooler> poolersOf(const Situation &situation);

[[nodiscard]] Step keepPoolerFilesStep();
[[nodiscard]] Step pausePoolersStep();
/// At the server `candidate`, as the probe "standbys" saw it; then nobody waits any more.
[[nodiscard]] Step redirectPoolersStep(const QString &candidateParam);
/// Empty without poolers; else what the clients see once this was broken off.
[[nodiscard]] QString clientsGoOn(const Situation &situation);
/// Of those that wait then. For the plan's consequences.
[[nodiscard]] QStringList whatIfThisMachineIsLost(const Situation &situation);

} // namespace howdah::library
