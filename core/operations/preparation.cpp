#include "core/operations/preparation.h"
#include "core/base/ids.h"
#include "core/cluster/sampler.h"
#include "core/hosts/ssh_silence.h"
#include "core/operations/probing.h"

namespace howdah {

namespace {
ClusterSnapshotPtr snapshotNow(const ClusterDefinition &cluster, const Environment &environment, std::stop_token stop)
{
    ClusterDefinition withPasswords = cluster;
    if (environment.fillPassword)
        for (NodeDefinition &node : withPasswords.nodes)
            environment.fillPassword(node.connInfo);
    const QList<NodeSamplePtr> samples = sampleAll(withPasswords, environment.connectTimeout, stop, environment.hosts);
    const ClusterSnapshotPtr previous = environment.lastKnown ? environment.lastKnown(cluster.name) : nullptr;
    return makeSnapshot(cluster, samples, previous, QDateTime::currentDateTimeUtc());
}

/// True when an argument that was given (not one still to be suggested) cannot be: then there is no use in probing.
bool hasImpossibleArgument(const Operation &operation, const Situation &situation)
{
    const QHash<QString, QString> objections = objectionsTo(operation, situation);
    for (auto objection = objections.cbegin(); objection != objections.cend(); ++objection)
        if (!situation.argument(objection.key()).isEmpty())
            return true;
    return false;
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return QStringLiteral("ok");
    case Verdict::Warning:
        return QStringLiteral("warning");
    case Verdict::Blocked:
        return QStringLiteral("blocked");
    }
    return {};
}

} // namespace

Result<Preparation> prepare(const Operation &operation, const ClusterDefinition &cluster, const Arguments &arguments,
                            const Environment &environment, std::stop_token stop, const QString &id,
                            const Situation *earlier)
{
    if (!earlier)
        askSilentMachinesAgain();
    const Situation begun{.snapshot = snapshotNow(cluster, environment, stop),
                          .arguments = arguments,
                          .operationId = id.isEmpty() ? newOperationId() : id,
                          .now = QDateTime::currentDateTimeUtc()};
    const auto isUseless = [&operation](const Situation &now) { return hasImpossibleArgument(operation, now); };
    const Result<Situation> situation = probed(operation, begun, environment, stop, isUseless, earlier);
    return situation ? Result<Preparation>(decide(operation, *situation)) : situation.error();
}

Result<Situation> lookAgain(const Operation &operation, const ClusterDefinition &cluster, const Arguments &arguments,
                            const Environment &environment, std::stop_token stop, const QString &id)
{
    const Situation begun{.snapshot = snapshotNow(cluster, environment, stop),
                          .arguments = arguments,
                          .operationId = id,
                          .now = QDateTime::currentDateTimeUtc()};
    return probed(operation, begun, environment, stop, [&operation](const Situation &situation) {
        return !objectionsToNodes(operation, situation).isEmpty();
    });
}

QJsonArray toJson(const QList<CheckResult> &checks)
{
    QJsonArray array;
    for (const CheckResult &check : checks) {
        const Judgement &judgement = check.judgement;
        QJsonObject object{{QStringLiteral("id"), check.id},
                           {QStringLiteral("title"), check.title},
                           {QStringLiteral("verdict"), verdictName(judgement.verdict)},
                           {QStringLiteral("observed"), judgement.observed},
                           {QStringLiteral("why"), check.why},
                           {QStringLiteral("remedy"), judgement.remedy}};
        if (judgement.observedAt.isValid())
            object.insert(QStringLiteral("observedAt"), judgement.observedAt.toUTC().toString(Qt::ISODateWithMs));
        if (!judgement.remedyOperation.isEmpty())
            object.insert(QStringLiteral("remedyOperation"), judgement.remedyOperation);
        array.append(object);
    }
    return array;
}

} // namespace howdah
