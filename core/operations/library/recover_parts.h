#pragma once

#include "core/backup/recovery_target.h"
#include "core/operations/library/nodes.h"

namespace howdah::library {

/// What a side instance is made of, from the situation alone.
struct RecoverParts
{
    QString operationId;
    QString hostId, owner, binDirectory;
    QString backup;  ///< the backup's data directory
    QString archive; ///< empty: the backup's own WAL is all there is
    QString place;   ///< made and marked by this operation: `data`, the log and the socket lie in it
    QString marker;
    int port = 0, major = 0;
    qint64 sharedBuffers = 0; ///< bytes: a share of what the host has free, never what the live server takes
    Timeline timeline = 0;
    QByteArray settings, clientAuthentication;
    ServerRef server;
    ServerPlace serverPlace;

    [[nodiscard]] static RecoverParts of(const Situation &situation);
    [[nodiscard]] QString data() const { return place + QStringLiteral("/data"); }
    /// Written when the copy is whole, and when it is configured: what is done already is not done to a running server.
    [[nodiscard]] QString copied() const { return place + QStringLiteral("/copied"); }
    [[nodiscard]] QString configured() const { return place + QStringLiteral("/configured"); }
    [[nodiscard]] QString restoreScript() const { return place + QStringLiteral("/restore-wal"); }
};

// ---- The target, from the arguments ----

[[nodiscard]] QList<Param> recoverTargetParams();
/// Invalid with a sentence when several are named, or one cannot be read. Where it lies is not known yet.
[[nodiscard]] Result<RecoveryTarget> recoveryTargetOf(const Arguments &arguments);
/// "before transaction 735", for people.
[[nodiscard]] QString saidOf(const RecoveryTarget &target);
/// recovery_target_… as the server wants them.
[[nodiscard]] QList<QPair<QString, QString>> settingsOf(const RecoveryTarget &target, Timeline timeline);

[[nodiscard]] const NodeState *besideOf(const Situation &situation);
[[nodiscard]] QString suggestBeside(const Situation &situation); ///< the primary, or a node whose host is known
/// Who could log in to the live server by password can here; nobody else but the files' owner.
[[nodiscard]] QByteArray sideClientAuthentication();
/// How a copy of the live server is connected to that listens on the loopback of this host.
[[nodiscard]] ConnInfo sideInfo(const ConnInfo &live, const QString &hostId, int port);
[[nodiscard]] QList<Probe> recoverProbes();
[[nodiscard]] QList<Check> recoverChecks();
[[nodiscard]] QList<Step> recoverSteps();

} // namespace howdah::library
