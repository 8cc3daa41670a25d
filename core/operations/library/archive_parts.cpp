#include "core/operations/library/archive_parts.h"
#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"

#include <algorithm>

namespace howdah::library {

namespace {

/// What is written wins over what is in force: it will be at the next start.
bool isSo(const Setting &setting, const QString &value)
{
    const QString now = setting.written.value_or(setting.value);
    if (setting.type == QLatin1String("integer"))
        return numberOf(setting, now) == numberOf(setting, value) && numberOf(setting, value);
    return now == value;
}

QList<QPair<QString, QString>> wanted(const ArchiveParts &parts, const Situation &situation)
{
    QList<QPair<QString, QString>> settings{{key("archive_mode"), parts.mode}};
    if (parts.isOff())
        return settings; // the command stays: it works on until the server is restarted
    if (parts.command)
        settings.append({key("archive_command"), *parts.command});
    settings.append({key("archive_library"), QString()});
    if (const QString timeout = situation.argument(key("timeout")); !timeout.isEmpty())
        settings.append({key("archive_timeout"), QString(timeout).remove(QLatin1Char(' '))});
    return settings;
}

void takeChanges(ArchivingNode &node, const ArchiveParts &parts, const Situation &situation)
{
    const QVariantMap seen = nodeValues(situation, key("settings"), node.server.node);
    for (const auto &[name, value] : wanted(parts, situation)) {
        const auto setting = settingOf(seen, name);
        if (!setting || setting->isSecret)
            continue;
        if (name == QLatin1String("archive_mode")) {
            node.modeBefore = setting->setting;
            node.restartNeeded = setting->pendingRestart || setting->setting != value;
        }
        if (!isSo(*setting, value))
            node.changes.append({*setting, value});
    }
    node.restart = node.restartNeeded && situation.argument(key("restart")) == QLatin1String("true");
}

/// fromFact() reads a probe's values; here they lie one level deeper.
ServerPlace placeIn(const QVariantMap &layout)
{
    Situation one;
    one.facts.insert(key("layout"), Fact{.values = layout, .error = {}, .observedAt = {}});
    return ServerPlace::fromFact(one, key("layout"));
}

} // namespace

QList<Setting> ArchivingNode::before() const
{
    QList<Setting> settings;
    for (const Change &change : changes)
        settings << change.before;
    return settings;
}

ArchiveParts ArchiveParts::of(const Situation &situation)
{
    const auto argument = [&](const char *id) { return situation.argument(key(id)); };
    ArchiveParts parts{.operationId = situation.operationId,
                       .cluster = situation.snapshot->definition.name,
                       .systemIdentifier = situation.snapshot->systemIdentifier,
                       .mode = argument("archiving"),
                       .place = {argument("directory"), argument("host"), argument("ssh-config")},
                       .packing = {compressionNamed(argument("compression")), argument("level").toInt()}};
    if (!parts.isOff() && !parts.place.directory.isEmpty())
        parts.command = archiveCommandFor(parts.place, parts.packing);
    for (const NodeState *state : archivingNodes(situation)) {
        const QVariantMap seen = situation.value(key("places"), state->name()).toMap();
        ArchivingNode node{.server = serverOf(*state),
                           .place = placeIn(seen.value(key("layout")).toMap()),
                           .isPrimary = state->role == NodeRole::Primary,
                           .seen = ArchiveSurroundings::fromValues(seen.value(key("archive")).toMap()),
                           .hasOwnDirectory = seen.value(key("ownDirectory")).toBool(),
                           .started = seen.value(key("started")).toString()};
        takeChanges(node, parts, situation);
        parts.nodes.append(node);
    }
    std::stable_partition(parts.nodes.begin(), parts.nodes.end(),
                          [](const ArchivingNode &node) { return !node.isPrimary; });
    return parts;
}

const ArchivingNode *ArchiveParts::primary() const
{
    return !nodes.isEmpty() && nodes.last().isPrimary ? &nodes.last() : nullptr;
}

QList<const ArchivingNode *> ArchiveParts::places() const
{
    QList<const ArchivingNode *> found;
    for (auto node = nodes.crbegin(); node != nodes.crend(); ++node) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const ArchivingNode *other) {
            return place.isRemote() || other->place.hostId == node->place.hostId;
        });
        if (!known)
            found << &*node;
    }
    return found;
}

bool ArchiveParts::waitsForRestart() const
{
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const ArchivingNode &node) { return node.restartNeeded && !node.restart; });
}

QStringList archiveSettingNames()
{
    return {key("archive_mode"), key("archive_command"), key("archive_library"), key("archive_timeout"),
            key("wal_level")};
}

QList<const NodeState *> archivingNodes(const Situation &situation)
{
    return nodesNamed(situation, key("node"));
}

QString suggestArchive(const NodeState *node)
{
    const QString backups = suggestBackups(node);
    return backups.isEmpty() ? QString()
                             : parentOf(backups) + key(parentOf(backups) == key("/") ? "archive" : "/archive");
}

} // namespace howdah::library
