#pragma once

#include "core/operations/library/server_setting.h"
#include "core/pg/synchronous_standbys.h"

/// Synchronous replication as the primary sees it: what changing it, and whatever takes a standby away, share.
namespace howdah::library {

/// One walsender of the primary's.
struct SynchronousMember
{
    QString name;           ///< application_name, which synchronous_standby_names goes by
    QString node;           ///< the known node that it serves; may be empty
    bool streams = false;   ///< only these are waited for
    qint64 behindBytes = 0; ///< not yet flushed there
};

struct SynchronousState
{
    ServerRef primary;
    QString text; ///< synchronous_standby_names in force
    SynchronousStandbys standbys;
    QString commitLevel; ///< synchronous_commit
    int waitingCommits = 0;
    QList<SynchronousMember> members;
    Setting before; ///< the setting, for an undo

    /// From synchronousProbes(); empty when there is no primary or it could not be asked.
    [[nodiscard]] static SynchronousState of(const Situation &situation);
    [[nodiscard]] QStringList streaming() const;               ///< application_names, one per walsender
    [[nodiscard]] QString nameOf(const NodeState &node) const; ///< as synchronous_standby_names has it; else empty

    /// What the setting becomes when `name` goes: no more are waited for than those left that stream, so that no commit
    /// hangs; none at all when nobody is left.
    [[nodiscard]] SynchronousStandbys without(const QString &name) const;
    /// Whether commits would wait for ever if a standby of that application_name went away and nothing was changed.
    [[nodiscard]] bool wouldHangWithout(const QString &name) const;
};

[[nodiscard]] QList<Probe> synchronousProbes();
/// One primary, no other manager, the right to ALTER SYSTEM and its effect. Also needs managersProbe().
[[nodiscard]] QList<Check> synchronousChecks();
/// ALTER SYSTEM, a reload and the look at it; left out when `wanted` gives nothing.
[[nodiscard]] Step synchronousStep(std::function<std::optional<SynchronousStandbys>(const Situation &)> wanted);
/// "ANY 1 (a, b)", or a word for none.
[[nodiscard]] QString synchronousWords(const QString &text);

} // namespace howdah::library
