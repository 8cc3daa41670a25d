#include "core/operations/library/follow_parts.h"
#include "core/base/key.h"

namespace howdah::library {

namespace {

/// Its value before, as postgresql.auto.conf has it.
SettingChange changeOf(const Situation &situation, const ServerRef &server, const char *name, const QString &value)
{
    SettingChange change{.server = server, .before = Setting{.name = key(name)}, .value = value};
    const QVariantMap written = situation.value(key("settings"), key("written")).toMap();
    if (written.contains(key(name)))
        change.before.written = written.value(key(name)).toString();
    return change;
}

/// The slot that nobody uses once the node follows another.
QString formerSlot(const NodeState &oldUpstream, const QString &slotName)
{
    if (!answersNow(oldUpstream))
        return {};
    for (const SlotSample &slot : oldUpstream.sample->replicationSlots)
        if (slot.name == slotName && slot.type == QLatin1String("physical"))
            return slotName;
    return {};
}
} // namespace

FollowParts FollowParts::of(const Situation &situation)
{
    FollowParts parts{.node = situation.node(situation.argument(key("node"))),
                      .upstream = situation.node(situation.argument(key("upstream")))};
    if (!parts.node || !parts.upstream)
        return parts;
    parts.upstreamServer = serverOf(*parts.upstream);
    const QVariantMap seen = situation.value(key("standbys"), parts.node->name()).toMap();
    const Fact *there = situation.fact(key("upstream"));
    parts.follower = followerOf(*parts.node, seen, there ? there->values : QVariantMap());
    parts.settings = {changeOf(situation, parts.follower.server, "primary_conninfo", parts.follower.primaryConnInfo),
                      changeOf(situation, parts.follower.server, "primary_slot_name", parts.follower.slot)};
    const NodeState *old = situation.node(parts.node->upstream);
    if (old && old != parts.upstream && situation.argument(key("drop-former-slot")) == QLatin1String("true")) {
        parts.oldSlot = formerSlot(*old, seen.value(key("slotName")).toString());
        if (!parts.oldSlot.isEmpty())
            parts.oldUpstream = serverOf(*old);
    }
    return parts;
}

bool isBelow(const ClusterSnapshot &snapshot, const QString &name, const QString &ancestor)
{
    QStringList passed;
    for (QString at = name; !at.isEmpty() && !passed.contains(at);) {
        if (at == ancestor)
            return true;
        passed << at;
        const NodeState *node = snapshot.node(at);
        at = node ? node->upstream : QString();
    }
    return false;
}

} // namespace howdah::library
