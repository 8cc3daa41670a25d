#include "core/base/sizes.h"
#include "core/cluster/finding_rules.h"

namespace howdah::finding_rules {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Findings)
};

constexpr quint64 bytesOfLogFile = quint64{1} << 32; // the middle eight digits of a segment's name count these
constexpr qint64 worryWaiting = 16;                  // a burst of writing leaves some for a moment

bool archives(const NodeSample &sample)
{
    return !sample.archiveMode.isEmpty() && sample.archiveMode != QLatin1String("off");
}

bool isFailing(const NodeSample &sample)
{
    return sample.archiveLastFailedAt &&
           (!sample.archiveLastArchivedAt || *sample.archiveLastFailedAt > *sample.archiveLastArchivedAt);
}

/// Finished segments behind the last one that was archived, as far as their names tell.
std::optional<qint64> waiting(const NodeSample &sample)
{
    constexpr int nameLength = 24;
    const QString last = sample.archiveLastArchivedWal.left(nameLength);
    if (!sample.head || !sample.walSegmentBytes || *sample.walSegmentBytes <= 0 || last.size() != nameLength ||
        timelineOfWalFile(last) != sample.timeline)
        return std::nullopt;
    const quint64 bytes = quint64(*sample.walSegmentBytes);
    const quint64 number =
        last.mid(8, 8).toULongLong(nullptr, 16) * (bytesOfLogFile / bytes) + last.mid(16).toULongLong(nullptr, 16);
    return qint64(sample.head->position() / bytes) - qint64(number) - 1;
}

Finding archiverFinding(Severity severity, const NodeState &node, const QString &text, const QString &remedy)
{
    return {.severity = severity,
            .node = node.name(),
            .text = text,
            .remedy = remedy,
            .remedyOperation = QStringLiteral("set-archiving")};
}

} // namespace

QList<Finding> failingArchiver(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        const NodeSample &sample = *node->sample;
        if (!archives(sample) || !isFailing(sample))
            continue;
        found << archiverFinding(
            Severity::Critical, *node,
            Tr::tr("%1 cannot archive WAL: %2 failed at %3 (failures so far: %4).")
                .arg(node->name(), sample.archiveLastFailedWal,
                     sample.archiveLastFailedAt->toLocalTime().toString(Qt::ISODate),
                     QString::number(sample.archiveFailedCount.value_or(0))),
            Tr::tr("The page “WAL & archive” (or “howdahctl archive”) says why; most often the archive directory is "
                   "missing, full, or not writable for the server's user."));
    }
    return found;
}

QList<Finding> idleArchiver(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        const NodeSample &sample = *node->sample;
        // Only a primary's archiver works, unless archive_mode is always. Who may not read settings sees no command.
        const bool working = !sample.inRecovery || sample.archiveMode == QLatin1String("always");
        if (!archives(sample) || !working || !sample.permitted || !sample.archiveCommand.isEmpty() ||
            !sample.archiveLibrary.isEmpty())
            continue;
        found << archiverFinding(
            Severity::Critical, *node,
            Tr::tr("archive_mode is %1 on %2, but there is no archive_command.").arg(sample.archiveMode, node->name()),
            Tr::tr("Set archiving up, or switch archive_mode off."));
    }
    return found;
}

QList<Finding> silentArchiver(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        const NodeSample &sample = *node->sample;
        const qint64 behind = sample.inRecovery ? 0 : waiting(sample).value_or(0);
        if (!archives(sample) || isFailing(sample) || behind < worryWaiting)
            continue;
        found << archiverFinding(
            Severity::Warning, *node,
            Tr::tr("%n segment(s) of %1 wait for the archiver and keep %2 of its disk.", nullptr, int(behind))
                .arg(node->name(), prettySize(behind * sample.walSegmentBytes.value_or(0))),
            Tr::tr("It is too slow, or archive_command is not found or killed, which the server does not count as a "
                   "failure. The page “WAL & archive” says which."));
    }
    return found;
}

} // namespace howdah::finding_rules
