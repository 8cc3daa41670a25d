#pragma once

#include "core/backup/recovery_target.h"
#include "core/operations/library/backup_chosen.h"

namespace howdah::library {

/// What a side instance is made of, from the situation alone.
struct RecoverParts
{
    QString operationId;
    QString hostId, owner, binDirectory;
    ChosenBackup chosen;    ///< the backup that it starts from
    QString archive;        ///< empty: none is listed
    QString restoreCommand; ///< as it was named: for an archive that another tool keeps. Wins over `archive`
    QString place;          ///< made and marked by this operation: `data`, the log and the socket lie in it
    QString marker;
    int port = 0, major = 0;
    qint64 sharedBuffers = 0; ///< bytes: a share of what the host has free, never what the live server takes
    Timeline timeline = 0;
    QString systemIdentifier;
    quint32 segmentBytes = 0;
    Lsn first;             ///< replay begins here
    Lsn until;             ///< of a target that is a position
    bool toTheEnd = false; ///< of all that is archived
    int patience = 0;      ///< seconds: a segment that takes longer to come does not come
    QByteArray settings, clientAuthentication;
    ServerRef server;
    ServerPlace serverPlace;

    [[nodiscard]] static RecoverParts of(const Situation &situation);
    [[nodiscard]] bool isArchived() const { return !archive.isEmpty() || !restoreCommand.isEmpty(); }
    [[nodiscard]] QString data() const { return place + QStringLiteral("/data"); }
    /// Written when the copy is whole, and when it is configured: what is done already is not done to a running server.
    [[nodiscard]] QString copied() const { return place + QStringLiteral("/copied"); }
    [[nodiscard]] QString configured() const { return place + QStringLiteral("/configured"); }
    [[nodiscard]] QString restoreScript() const { return place + QStringLiteral("/restore-wal"); }
    [[nodiscard]] QString fetchScript() const { return place + QStringLiteral("/fetch-wal"); }
};

// ---- The target, from the arguments ----

[[nodiscard]] QList<Param> recoverTargetParams();
/// Invalid with a sentence when several are named, or one cannot be read. Where it lies is not known yet.
[[nodiscard]] Result<RecoveryTarget> recoveryTargetOf(const Arguments &arguments);
/// "before transaction 735", for people.
[[nodiscard]] QString saidOf(const RecoveryTarget &target);
/// recovery_target_… as the server wants them.
[[nodiscard]] QList<QPair<QString, QString>> settingsOf(const RecoveryTarget &target, Timeline timeline);

// ---- How WAL comes to it ----

/// The command that brings a segment back which this archive_command puts away, for the tools that come with both;
/// empty for any other. Pure.
[[nodiscard]] QString restoreCommandOf(const QString &archiveCommand);
/// A shell script, called with PLACE NAME FILE: brings the file by the archive's restore script (which lies in PLACE)
/// or by the command that was named, and looks at it before the server does; ahead of it, once PLACE/ahead is there.
[[nodiscard]] QByteArray fetchScript(const RecoverParts &parts);
/// Bytes of WAL that lie in the copy at most as it replays, whatever the live server may keep.
[[nodiscard]] qint64 mostWal(quint32 segmentBytes);
/// Nothing is brought ahead any more.
[[nodiscard]] Action stopFetching(const RecoverParts &parts);
/// "fetching": what the named command really does, for the first segment that is needed, the one of the target, and
/// one that cannot be there.
[[nodiscard]] Probe fetchingProbe();
[[nodiscard]] Check fetchingCheck();
/// Starts the server and ends when it is open, telling how far it is; ends it when a segment does not come in time, and
/// says so when the end of recovery is not that of the archive.
[[nodiscard]] Action startAndRecover(const RecoverParts &parts);

// ---- What it starts from ----

/// "material": the backup, and how far the WAL goes from there.
[[nodiscard]] Probe materialProbe();
/// "programs": those that restoring it takes and that are not there.
[[nodiscard]] Probe restoringProgramsProbe();
[[nodiscard]] Check restoringProgramsCheck();
/// Restores the backup, and compares every file with what is on record of it.
[[nodiscard]] QList<Action> restoreAndVerify(const RecoverParts &parts);

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
