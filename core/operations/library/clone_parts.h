#pragma once

#include "core/hosts/container_creation.h"
#include "core/operations/library/own_slots.h"
#include "core/operations/library/replication_login.h"

namespace howdah::library {

/// A tablespace of the source and where the copy's own will be.
struct CloneTablespace
{
    QString name;
    QString from;                           ///< where it lies on the source
    QString to;                             ///< a directory that this operation makes and marks
    bool wasDirectory = false;              ///< an empty one, put back by an undo
    [[nodiscard]] QString location() const; ///< what the copy knows: a directory in `to`, beside the mark
};

/// How Debian's programs (pg_lsclusters, pg_ctlcluster) know the new server. Empty: not at all.
struct DebianRegistration
{
    QString version, name;
    bool logWasThere = false; ///< from an earlier server of that name: not ours to remove
    [[nodiscard]] bool isWanted() const { return !name.isEmpty(); }
    [[nodiscard]] QString directory() const; ///< of its configuration
    [[nodiscard]] QString logFile() const;
};

/// What a clone is made of, from the situation alone: every name and path in its plan.
struct CloneParts
{
    QString name, plain, slot, operationId;
    QString hostId, owner, binDirectory; ///< of the new server
    QString sourceHostId, sourceOwner;
    std::optional<NewContainer> container; ///< made for it, like the source's
    QString containerPassfile;     ///< the source's password file on its volume, which the new container gets too
    QString target, staging, copy; ///< copy: the data directory while it lies in staging
    int port = 0;
    QString rate, delay, compression;
    bool targetWasDirectory = false; ///< an empty one, put back by an undo
    QList<CloneTablespace> tablespaces;
    DebianRegistration debian;
    ServerRef source;
    ConnInfo sourceInfo; ///< host, port and user that really answered
    NodeDefinition node; ///< as it will be on record
    ServerRef server;
    ServerPlace place;
    QString stagingMarker;
    QString backupTitle;         ///< application_name of its pg_basebackup
    QByteArray standbySignal;    ///< content that tells our copy from any other directory
    QByteArray configuration;    ///< appended to postgresql.auto.conf
    QByteArray ownPlaces;        ///< appended to a postgresql.conf outside the data directory; empty without one
    QString configurationTarget; ///< directory that the configuration is written to when it does not come with the copy
    /// The source's recovery_init_sync_method, when its first start is better off without it: opening and flushing each
    /// file by itself, which pg_basebackup has just done, takes seconds where one syncfs takes milliseconds. Empty
    /// before 14.
    QString initSync;
    /// Where a source keeps its configuration when that does not come with the copy; empty otherwise.
    QString configFile, hbaFile, identFile;
    QStringList settingFiles; ///< every file that sets something
    QStringList settingLines; ///< "file:line:name", the file counted from 1

    [[nodiscard]] static CloneParts of(const Situation &situation);
    [[nodiscard]] OwnSlots ownSlot() const { return {source, {slot}, operationId}; }
    [[nodiscard]] bool isOnAnotherHost() const { return hostId != sourceHostId; }
    /// Where to look for what the new server's host has: a container that is still to be made has what the source's
    /// image has.
    [[nodiscard]] QString hostToLookAt() const { return container ? sourceHostId : hostId; }
};

inline constexpr const char *initSyncName = "recovery_init_sync_method";

// ---- The declaration's parts, one file each ----

[[nodiscard]] QList<Param> cloneParams();
[[nodiscard]] QList<Probe> cloneProbes();
[[nodiscard]] QList<Check> cloneChecks();
[[nodiscard]] QList<Check> cloneTargetChecks();
[[nodiscard]] QList<Step> cloneCopySteps();   ///< up to a copy that is verified in the staging directory
[[nodiscard]] Step cloneConfigureStep();      ///< makes a standby of it
[[nodiscard]] QList<Step> cloneServerSteps(); ///< from its place to the record

// ---- The copy itself, which a rejoin makes too: of its parts only where to, as whom, from where and under which names
// is needed for these ----

/// Into `parts.copy`; once more it begins anew.
[[nodiscard]] QList<Action> copySource(const CloneParts &parts);
[[nodiscard]] Action verifyCopy(const CloneParts &parts);

// ---- Probes of the host that the new server will be on ----

/// What a shell script on a host says in lines "name=value" or "name"; a name may come several times.
[[nodiscard]] Result<QHash<QString, QStringList>> shellAnswers(ProbeContext &context, const QString &hostId,
                                                               const QString &asUser, const char *script,
                                                               const QStringList &words);
/// "owner", "architecture", "glibc", "locales": who and what is there.
[[nodiscard]] Result<QVariantMap> lookAtCloneHost(ProbeContext &context);
[[nodiscard]] Result<QVariantMap> lookAtCloneBinaries(ProbeContext &context);
[[nodiscard]] Result<QVariantMap> lookAtClonePorts(ProbeContext &context);
/// What lies at a directory of the new server and around it, seen as its future owner.
[[nodiscard]] Result<QVariantMap> lookAtDirectory(ProbeContext &context, const CloneParts &parts, const QString &path);
/// A block with the reason why it cannot be used; nothing when it can.
[[nodiscard]] std::optional<Judgement> objectionToDirectory(const QString &path, const QString &owner,
                                                            const QVariantMap &seen);

// ---- A new container for it ----

[[nodiscard]] bool isForNewContainer(const Situation &situation);   ///< by the host that is named
[[nodiscard]] QString suggestContainer(const Situation &situation); ///< empty when the source is in none
[[nodiscard]] Result<QVariantMap> lookAtContainer(ProbeContext &context);
[[nodiscard]] Check containerCheck();
[[nodiscard]] Step cloneContainerStep(); ///< nothing when none is made
/// As far as the probe has seen what it is to be like.
[[nodiscard]] std::optional<NewContainer> containerToMake(const Situation &situation);
/// lookAtDirectory() in a volume that is still to be made.
[[nodiscard]] Result<QVariantMap> lookAtNewVolume(ProbeContext &context, const CloneParts &parts, const QString &path);

// ---- Tablespaces ----

[[nodiscard]] QList<CloneTablespace> cloneTablespaces(const Situation &situation);
[[nodiscard]] QString suggestTablespaces(const Situation &situation);
/// Pairs of old and new, as that argument has them.
[[nodiscard]] QString tablespaceMap(const QList<QPair<QString, QString>> &places);
[[nodiscard]] QString objectionToTablespaces(const QString &value, const Situation &situation);
[[nodiscard]] Result<QVariantMap> lookAtTablespaces(ProbeContext &context);
[[nodiscard]] Check tablespacesCheck();
[[nodiscard]] QStringList tablespaceMappings(const CloneParts &parts);
[[nodiscard]] QList<Action> makeTablespaceDirectories(const CloneParts &parts);
[[nodiscard]] QList<Action> removeTablespaceDirectories(const CloneParts &parts);

// ---- Debian's layout ----

[[nodiscard]] QString suggestLayout(const Situation &situation);
[[nodiscard]] DebianRegistration debianRegistration(const Situation &situation);
[[nodiscard]] Result<QVariantMap> lookAtRegistration(ProbeContext &context);
[[nodiscard]] Check registrationCheck();
/// Before the configuration is written; `registerWithDebian` after it.
[[nodiscard]] QList<Action> makeDebianDirectory(const CloneParts &parts);
[[nodiscard]] QList<Action> registerWithDebian(const CloneParts &parts);
[[nodiscard]] QList<Action> unregisterFromDebian(const CloneParts &parts); ///< only a marked directory
/// At the very end: pg_dropcluster would not remove a directory with a file that it does not know.
[[nodiscard]] QList<Action> unmarkDebianDirectory(const CloneParts &parts);
[[nodiscard]] QList<Action> markDebianDirectory(const CloneParts &parts); ///< if what is there is this operation's

[[nodiscard]] int highestPort(const Situation &situation); ///< of the cluster's nodes; 5432 when none is named
[[nodiscard]] QString parentOf(const QString &path);

} // namespace howdah::library
