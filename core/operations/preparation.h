#pragma once

#include "core/operations/operation.h"

#include <QJsonArray>

namespace howdah {

/// What operations need of the outside. Owned by the application; outlives every run. Members are thread-safe.
struct Environment
{
    Hosts *hosts = nullptr;
    ClusterRegistry registry;
    /// Adds a password that is known for this server (keychain, this session's prompt); may be empty.
    std::function<void(ConnInfo &)> fillPassword;
    Milliseconds connectTimeout{5000};
    /// What was last known of a cluster, for nodes that do not answer any more (how far a dead primary had come); may
    /// be empty.
    std::function<ClusterSnapshotPtr(const QString &cluster)> lastKnown = {};
};

enum class Readiness { Ready, ReadyWithWarnings, NotReady };

/// Choose + Checks + Plan, done: what the user approves.
struct Preparation
{
    QString operation;
    QString id;
    Situation situation;
    QHash<QString, QString>
        objections; ///< by parameter id: arguments that cannot be; then there are no checks and no plan
    QList<CheckResult> checks;
    Readiness readiness = Readiness::NotReady;
    QString sentence; ///< the verdict: "Ready. …", "Ready, with 2 warnings. …", "Not ready, because …"
    Plan plan;        ///< without steps when NotReady makes it impossible to say
};

/// Defaults filled in, arguments checked. Pure.
[[nodiscard]] Arguments withSuggestions(const Operation &operation, const Situation &situation);
[[nodiscard]] QHash<QString, QString> objectionsTo(const Operation &operation, const Situation &situation);
/// What the roles say against the nodes among the arguments: one is gone, or is not what is needed. Pure.
[[nodiscard]] QHash<QString, QString> objectionsToNodes(const Operation &operation, const Situation &situation);
[[nodiscard]] QStringList primariesOf(const ClusterSnapshot &snapshot); ///< that answer as such
/// Pure: situation in, verdict and plan out.
[[nodiscard]] Preparation decide(const Operation &operation, const Situation &situation);

/// Samples the cluster, runs the probes, decides. Blocks; worker thread. `id` empty: a new one. `earlier`: what was seen
/// for this same operation before; see Probe::lasts.
[[nodiscard]] Result<Preparation> prepare(const Operation &operation, const ClusterDefinition &cluster,
                                          const Arguments &arguments, const Environment &environment,
                                          std::stop_token stop = {}, const QString &id = {},
                                          const Situation *earlier = nullptr);

/// What prepare() looks at, for an operation that was begun already: arguments that it has made impossible itself (a
/// name that is taken by now) are no obstacle. Blocks; worker thread.
[[nodiscard]] Result<Situation> lookAgain(const Operation &operation, const ClusterDefinition &cluster,
                                          const Arguments &arguments, const Environment &environment,
                                          std::stop_token stop, const QString &id);

/// JSON of checks as PRODUCT.md documents them.
[[nodiscard]] QJsonArray toJson(const QList<CheckResult> &checks);

} // namespace howdah
