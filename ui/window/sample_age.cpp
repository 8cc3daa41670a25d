#include "ui/window/sample_age.h"

#include "core/base/sizes.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SampleAge)
};

QString ago(const QDateTime &moment, const QDateTime &now)
{
    return prettyDuration(std::max<qint64>(1000, moment.msecsTo(now) / 1000 * 1000)); // whole seconds say enough
}

} // namespace

QString sampleAgeText(const ClusterSnapshot &snapshot, const QDateTime &now)
{
    QDateTime oldest;
    QStringList silent;
    for (const NodeState &node : snapshot.nodes) {
        if (!node.sample)
            continue;
        if (node.sample->failure) {
            silent.append(
                node.lastAnswer
                    ? Tr::tr("%1 has not answered for %2").arg(node.name(), ago(node.lastAnswer->takenAt, now))
                    : Tr::tr("%1 does not answer").arg(node.name()));
        } else if (!oldest.isValid() || node.sample->takenAt < oldest) {
            oldest = node.sample->takenAt;
        }
    }
    QStringList parts;
    if (oldest.isValid())
        parts.append(oldest.msecsTo(now) < 1000 ? Tr::tr("Sampled just now")
                                                : Tr::tr("Sampled %1 ago").arg(ago(oldest, now)));
    else if (silent.isEmpty())
        parts.append(Tr::tr("Waiting for the first sample"));
    parts.append(silent.size() > 2 ? QStringList{Tr::tr("%1 nodes do not answer").arg(silent.size())} : silent);
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace howdah
