#include "core/operations/library/backup_parts.h"

#include "core/operations/library/clone_parts.h"

namespace howdah::library {

namespace {

QVariant value(const Situation &situation, const char *probe, const char *name)
{
    return situation.value(QString::fromLatin1(probe), QString::fromLatin1(name));
}

/// What only a cold or an incremental backup knows.
void takeKind(BackupParts &parts, const Situation &situation)
{
    constexpr int versionsPerMajor = 10000;
    if (parts.kind == BackupParts::Kind::Incremental) {
        parts.record.basedOn = value(situation, "base", "id").toString();
        parts.basedOnData = value(situation, "base", "data").toString();
    }
    if (parts.isCold()) {
        parts.record.cold = true;
        parts.record.systemIdentifier = value(situation, "control", "system").toString();
        parts.record.timeline = value(situation, "control", "timeline").toUInt();
        parts.record.stop = Lsn::parse(value(situation, "control", "lsn").toString()).value_or(Lsn());
        parts.record.bytes = value(situation, "control", "bytes").toLongLong();
        parts.record.serverVersion = value(situation, "control", "major").toInt() * versionsPerMajor;
    }
    parts.major = parts.record.serverVersion / versionsPerMajor;
}

} // namespace

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
    const QString kind = argument("kind");
    parts.kind = kind == QLatin1String("cold")          ? Kind::Cold
                 : kind == QLatin1String("incremental") ? Kind::Incremental
                                                        : Kind::Full;
    parts.compression = argument("compression") == QLatin1String("none") ? QString() : argument("compression");
    parts.dataDirectory = layout("dataDirectory");
    parts.staging = QStringLiteral("%1/.unfinished-%2").arg(parts.catalogue, parts.operationId);
    parts.place = parts.catalogue + QLatin1Char('/') + parts.operationId;
    parts.marker = QStringLiteral("Howdah operation %1").arg(parts.operationId);
    parts.title = QStringLiteral("howdah_backup_%1").arg(parts.operationId);
    const NodeState *node = situation.node(parts.node);
    if (!node)
        return parts;
    parts.source = serverOf(*node);
    parts.sourceInfo = node->definition.connInfo;
    const auto source = [&](const char *key) {
        return situation.value(QStringLiteral("source"), QString::fromLatin1(key)).toString();
    };
    if (!source("host").isEmpty()) {
        parts.sourceInfo.set(QStringLiteral("host"), source("host"));
        parts.sourceInfo.set(QStringLiteral("port"), source("port"));
        parts.sourceInfo.set(QStringLiteral("hostaddr"), QString());
    }
    parts.record = {.id = parts.operationId,
                    .label = parts.label,
                    .directory = parts.place,
                    .cluster = situation.snapshot->definition.name,
                    .systemIdentifier = situation.snapshot->systemIdentifier,
                    .takenFrom = parts.node,
                    .serverVersion = node->lastAnswer ? node->lastAnswer->version.number() : 0};
    takeKind(parts, situation);
    return parts;
}

} // namespace howdah::library
