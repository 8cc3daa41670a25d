#include "core/operations/library/backup_parts.h"

#include "core/operations/library/clone_parts.h"

namespace howdah::library {

QString suggestBackups(const NodeState *node)
{
    QString directory = node ? dataDirectoryOf(*node) : QString();
    if (directory.isEmpty())
        return {};
    if (directory.endsWith(QLatin1String("/data")))
        directory = parentOf(directory);
    const QString parent = parentOf(directory);
    return (parent == QLatin1String("/") ? QString() : parent) + QStringLiteral("/backups");
}

BackupParts BackupParts::of(const Situation &situation)
{
    const auto argument = [&](const char *id) { return situation.argument(QString::fromLatin1(id)); };
    const auto layout = [&](const char *key) {
        return situation.value(QStringLiteral("layout"), QString::fromLatin1(key)).toString();
    };
    BackupParts parts{.node = argument("from"),
                      .operationId = situation.operationId,
                      .label = argument("label"),
                      .rate = argument("rate"),
                      .hostId = layout("hostId"),
                      .owner = layout("owner"),
                      .binDirectory = layout("binDirectory"),
                      .catalogue = argument("directory")};
    parts.staging = QStringLiteral("%1/.unfinished-%2").arg(parts.catalogue, parts.operationId);
    parts.place = parts.catalogue + QLatin1Char('/') + parts.operationId;
    parts.marker = QStringLiteral("Howdah operation %1").arg(parts.operationId);
    parts.title = QStringLiteral("howdah_backup_%1").arg(parts.operationId);
    const NodeState *node = situation.node(parts.node);
    if (!node)
        return parts;
    parts.source = serverOf(*node);
    parts.sourceInfo = node->definition.connInfo;
    parts.record = {.id = parts.operationId,
                    .label = parts.label,
                    .directory = parts.place,
                    .cluster = situation.snapshot->definition.name,
                    .systemIdentifier = situation.snapshot->systemIdentifier,
                    .takenFrom = parts.node,
                    .serverVersion = node->lastAnswer ? node->lastAnswer->version.number() : 0};
    return parts;
}

} // namespace howdah::library
