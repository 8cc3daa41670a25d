#include "core/operations/library/failover_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Why a standby that answers cannot be told to follow; empty when it can.
QString obstacle(const QVariantMap &seen)
{
    if (seen.isEmpty())
        return Tr::tr("it could not be asked");
    if (!seen.value(key("superuser")).toBool())
        return Tr::tr("Howdah's role is no superuser there, so it may not change primary_conninfo");
    if (seen.value(key("hasPassword")).toBool())
        return Tr::tr("its primary_conninfo holds a password, which Howdah does not read or copy; use a passfile");
    return {};
}

Follower followerOf(const NodeState &node, const QVariantMap &seen, const QVariantMap &candidate)
{
    ConnInfo info;
    if (const Result<ConnInfo> parsed = ConnInfo::parse(seen.value(key("primaryConnInfo")).toString()))
        info = *parsed;
    info.set(key("hostaddr"), QString());
    info.set(key("host"), candidate.value(key("host")).toString());
    info.set(key("port"), candidate.value(key("port")).toString());
    if (info.value(key("application_name")).isEmpty())
        info.set(key("application_name"), plainName(node.name()));
    const QString slot = seen.value(key("slotName")).toString();
    Follower follower{.server = serverOf(node),
                      .slot = slot.isEmpty() ? slotNameFor(node.name()) : slot,
                      .primaryConnInfo = info.toString()};
    follower.slotIsNew = !candidate.value(key("slots")).toStringList().contains(follower.slot);
    return follower;
}

} // namespace

bool answersNow(const NodeState &node)
{
    return node.sample && !node.sample->failure;
}

const NodeState *oldPrimaryOf(const Situation &situation)
{
    const ClusterSnapshot &snapshot = *situation.snapshot;
    if (const NodeState *primary = snapshot.primary())
        return primary;
    const NodeState *best = nullptr;
    qsizetype bestCount = 0;
    QList<const NodeState *> silent;
    for (const NodeState &node : snapshot.nodes) {
        if (answersNow(node))
            continue;
        silent << &node;
        const qsizetype followers =
            snapshot.standbysOf(node.name()).size() + (node.lastRole == NodeRole::Primary ? 100 : 0);
        if (followers > bestCount) {
            best = &node;
            bestCount = followers;
        }
    }
    return best ? best : silent.size() == 1 ? silent.first() : nullptr;
}

const NodeState *mostAdvancedStandby(const ClusterSnapshot &snapshot)
{
    const auto progress = [](const NodeState &node) {
        const std::optional<Lsn> received = std::max(node.sample->received, node.sample->replayed);
        return std::pair(node.timeline, received.value_or(Lsn()));
    };
    const NodeState *best = nullptr;
    for (const NodeState &node : snapshot.nodes)
        if (node.role == NodeRole::Standby && answersNow(node) && (!best || progress(node) > progress(*best)))
            best = &node;
    return best;
}

SynchronousNeed synchronousNeed(const QString &names, const QStringList &present)
{
    static const QRegularExpression counted(QStringLiteral("^\\s*(?:(?:FIRST|ANY)\\s+)?(\\d+)\\s*\\((.*)\\)\\s*$"),
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    SynchronousNeed need;
    if (names.trimmed().isEmpty())
        return need;
    const QRegularExpressionMatch match = counted.match(names);
    need.needed = match.hasMatch() ? match.captured(1).toInt() : 1;
    const QString list = match.hasMatch() ? match.captured(2) : names;
    QStringList wanted;
    for (QString name : list.split(QLatin1Char(','))) {
        name = name.trimmed();
        if (name.size() >= 2 && name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"')))
            name = name.mid(1, name.size() - 2);
        wanted << name.toLower(); // the server compares without case
    }
    const bool any = wanted.contains(QLatin1String("*"));
    need.present = static_cast<int>(std::count_if(
        present.begin(), present.end(), [&](const QString &name) { return any || wanted.contains(name.toLower()); }));
    return need;
}

FailoverParts FailoverParts::of(const Situation &situation)
{
    FailoverParts parts{.candidate = situation.node(situation.argument(key("candidate"))),
                        .oldPrimary = oldPrimaryOf(situation)};
    const Fact *layout = situation.fact(key("old-layout"));
    parts.oldHostKnown = parts.oldPrimary && layout && !layout->error;
    parts.fenceByHost = parts.oldHostKnown && situation.argument(key("fence")) == QLatin1String("stop");
    if (parts.oldHostKnown) {
        parts.oldPlace = ServerPlace::fromFact(situation, key("old-layout"));
        parts.oldWasRunning = parts.oldPlace.running;
    }
    if (parts.oldPrimary)
        parts.oldServer = serverOf(*parts.oldPrimary);
    if (!parts.candidate)
        return parts;
    parts.candidateServer = serverOf(*parts.candidate);
    const auto standby = [&](const QString &name) { return situation.value(key("standbys"), name).toMap(); };
    const QVariantMap candidate = standby(parts.candidate->name());
    parts.mayCheckpoint = candidate.value(key("mayCheckpoint")).toBool();
    for (const NodeState &node : situation.snapshot->nodes) {
        if (&node == parts.candidate || &node == parts.oldPrimary || node.upstream == parts.candidate->name())
            continue;
        const bool followsAnother =
            !node.upstream.isEmpty() && parts.oldPrimary && node.upstream != parts.oldPrimary->name();
        if (!answersNow(node))
            parts.leftBehind << Tr::tr("%1 does not answer").arg(node.name());
        else if (node.role != NodeRole::Standby || followsAnother)
            continue;
        else if (const QString reason = obstacle(standby(node.name())); !reason.isEmpty())
            parts.leftBehind << Tr::tr("%1: %2").arg(node.name(), reason);
        else
            parts.followers << followerOf(node, standby(node.name()), candidate);
    }
    return parts;
}

} // namespace howdah::library
