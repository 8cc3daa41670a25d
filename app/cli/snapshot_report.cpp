#include "app/cli/snapshot_report.h"

#include "app/cli/table.h"
#include "core/base/sizes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace howdah::cli {

namespace {

constexpr int textWidth = 110;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

const QString notKnown = QStringLiteral("?");
const QString notApplicable = QStringLiteral("–");

QString bytesText(const NodeState &node, const std::optional<qint64> &bytes)
{
    if (node.role == NodeRole::Primary)
        return notApplicable;
    return bytes ? prettySize(*bytes) : notKnown;
}

QString timeText(const NodeState &node, const std::optional<qint64> &milliseconds)
{
    if (node.role == NodeRole::Primary)
        return notApplicable;
    return milliseconds ? prettyDuration(*milliseconds) : notKnown;
}

/// A shape for each, so that nothing hangs on a colour.
QString healthMark(Health health)
{
    switch (health) {
    case Health::Good:
        return QStringLiteral("●");
    case Health::Attention:
        return QStringLiteral("▲");
    case Health::Critical:
        return QStringLiteral("■");
    case Health::Busy:
        return QStringLiteral("◌");
    case Health::Unknown:
        return QStringLiteral("○");
    }
    Q_UNREACHABLE();
}

QString severityTitle(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Tr::tr("Critical");
    case Severity::Warning:
        return Tr::tr("Warning");
    case Severity::Information:
        return Tr::tr("Note");
    }
    Q_UNREACHABLE();
}

QString upstreamText(const NodeState &node)
{
    if (!node.upstream.isEmpty())
        return node.upstream;
    if (!node.upstreamAddress.isEmpty())
        return node.upstreamAddress;
    return node.role == NodeRole::Primary ? notApplicable : notKnown;
}

QStringList nodeRow(const NodeState &node)
{
    return {healthMark(node.health) + QLatin1Char(' ') + node.name(),
            roleTitle(node.role),
            stateTitle(node.state).toLower(),
            node.timeline > 0 ? QString::number(node.timeline) : notKnown,
            upstreamText(node),
            bytesText(node, node.lag.sendBytes),
            bytesText(node, node.lag.writeBytes),
            bytesText(node, node.lag.flushBytes),
            bytesText(node, node.lag.replayBytes),
            timeText(node, node.lag.replayMs)};
}

} // namespace

QString snapshotText(const ClusterSnapshot &snapshot)
{
    const QString identifier = snapshot.systemIdentifier.isEmpty() ? notKnown : snapshot.systemIdentifier;
    QString text = healthMark(snapshot.health) + QLatin1Char(' ') +
                   Tr::tr("%1 (system identifier %2)").arg(snapshot.definition.name, identifier) +
                   QStringLiteral("\n\n");
    QList<QStringList> rows{{QStringLiteral("  ") + Tr::tr("Node"), Tr::tr("Role"), Tr::tr("State"), Tr::tr("Timeline"),
                             Tr::tr("Upstream"), Tr::tr("Send lag"), Tr::tr("Write lag"), Tr::tr("Flush lag"),
                             Tr::tr("Replay lag"), Tr::tr("Replay time")}};
    for (const NodeState &node : snapshot.nodes)
        rows << nodeRow(node);
    text += tableText(rows, {3, 5, 6, 7, 8, 9});
    if (!snapshot.findings.isEmpty())
        text += QLatin1Char('\n') + findingsText(snapshot.findings) + QLatin1Char('\n');
    return text.trimmed();
}

QString findingsText(const QList<Finding> &findings)
{
    if (findings.isEmpty())
        return Tr::tr("Nothing needs attention.");
    QStringList lines;
    for (const Finding &finding : findings) {
        const QString subject = finding.node.isEmpty()
                                    ? severityTitle(finding.severity)
                                    : severityTitle(finding.severity) + QStringLiteral(", ") + finding.node;
        lines << wrapped(QStringLiteral("%1: %2").arg(subject, finding.text), textWidth, 2);
        if (!finding.remedy.isEmpty())
            lines << QStringLiteral("  ") + wrapped(finding.remedy, textWidth, 2);
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonArray findingsJson(const ClusterSnapshot &snapshot)
{
    return toJson(snapshot).value(QLatin1String("findings")).toArray();
}

bool anyAnswer(const ClusterSnapshot &snapshot)
{
    return std::any_of(snapshot.nodes.cbegin(), snapshot.nodes.cend(),
                       [](const NodeState &node) { return node.sample && !node.sample->failure; });
}

} // namespace howdah::cli
