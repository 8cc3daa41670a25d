#include "core/operations/library/restore_parts.h"
#include "core/base/key.h"

#include "core/operations/library/replication_login.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

bool isTrue(const Situation &situation, const char *id)
{
    return situation.argument(key(id)) == QLatin1String("true");
}

/// The archive's own SCHEMA entry has no "IF NOT EXISTS", and no need to be repeated.
bool isThereAnyway(const DumpEntry &entry, const QHash<QString, QString> &present)
{
    return entry.kind == QLatin1String("SCHEMA") && present.contains(entry.objectId());
}

} // namespace

const NodeState *restoredNode(const Situation &situation)
{
    return situation.node(situation.argument(key("on")));
}

RestoreParts RestoreParts::of(const Situation &situation)
{
    const NodeState *node = restoredNode(situation);
    const auto seen = [&](const char *probe, const char *name) { return situation.value(key(probe), key(name)); };
    const auto text = [&](const char *probe, const char *name) { return seen(probe, name).toString(); };
    RestoreParts parts{.node = situation.argument(key("on")),
                       .operationId = situation.operationId,
                       .hostId = text("layout", "hostId"),
                       .owner = text("layout", "owner"),
                       .programs = text("programs", "directory"),
                       .path = text("file", "path"),
                       .format = text("file", "format"),
                       .packer = text("file", "packer"),
                       .sha256 = text("file", "sha256"),
                       .sections = situation.argument(key("sections")),
                       .database = situation.argument(key("into")),
                       .jobs = std::max(1, situation.argument(key("jobs")).toInt()),
                       .isClean = isTrue(situation, "clean"),
                       .keepsOwners = !isTrue(situation, "no-owner"),
                       .keepsRights = !isTrue(situation, "no-privileges"),
                       .goesOn = situation.argument(key("on-error")) == QLatin1String("continue"),
                       .encoding = text("contents", "encoding"),
                       .collate = text("contents", "collate"),
                       .characterType = text("contents", "characterType"),
                       .provider = text("contents", "provider"),
                       .providerLocale = text("contents", "providerLocale")};
    parts.isNew = !seen("server", "databases").toStringList().contains(parts.database);
    parts.made =
        QStringLiteral("howdah_restore_%1").arg(situation.operationId).replace(QLatin1Char('-'), QLatin1Char('_'));
    parts.marker =
        QStringLiteral("howdah_restored_%1").arg(situation.operationId).replace(QLatin1Char('-'), QLatin1Char('_'));
    parts.title = parts.made;
    if (const QString role = text("contents", "owner");
        parts.keepsOwners && seen("server", "roles").toStringList().contains(role))
        parts.databaseOwner = role;
    if (!node)
        return parts;
    parts.server = serverOf(*node);
    parts.target = parts.isGlobals() ? parts.server : databaseOn(*node, parts.isNew ? parts.made : parts.database);
    return parts;
}

bool RestoreParts::isArchive() const
{
    return format == QLatin1String("custom") || format == QLatin1String("directory") || format == QLatin1String("tar");
}

QString RestoreParts::connInfo() const
{
    const Result<ConnInfo> info = ConnInfo::parse(target.connInfo);
    if (!info)
        return target.connInfo;
    ConnInfo patient = copyingInfo(replicationInfo(*info), title);
    patient.set(key("dbname"), info->database());
    return patient.toString();
}

DumpContentsPtr contentsOf(const Situation &situation)
{
    return situation.value(key("contents"), key("contents")).value<DumpContentsPtr>();
}

QHash<QString, QString> presentObjects(const Situation &situation)
{
    QHash<QString, QString> present;
    if (RestoreParts::of(situation).isNew) // what template0 has
        present.insert(key("SCHEMA public"), QString());
    for (const QString &line : situation.value(key("target"), key("present")).toStringList())
        present.insert(line.section(QChar(0x1f), 0, 0), line.section(QChar(0x1f), 1));
    return present;
}

DumpSelection selectionOf(const Situation &situation)
{
    const DumpContentsPtr contents = contentsOf(situation);
    if (!contents)
        return {};
    const QHash<QString, QString> present = presentObjects(situation);
    const QStringList ids = present.keys();
    DumpSelection selection =
        selectFrom(*contents, objectsOf(situation.argument(key("only"))), QSet<QString>(ids.begin(), ids.end()));
    const auto thereAnyway = [&present](const DumpEntry &entry) { return isThereAnyway(entry, present); };
    if (std::any_of(selection.entries.begin(), selection.entries.end(), thereAnyway)) {
        selection.isPartial = true;
        selection.entries.removeIf(thereAnyway);
        selection.objects.removeIf([&present](const QString &object) {
            return object.startsWith(QLatin1String("SCHEMA ")) && present.contains(object);
        });
    }
    return selection;
}

QStringList conflictsOf(const Situation &situation)
{
    const QHash<QString, QString> present = presentObjects(situation);
    QStringList conflicts = selectionOf(situation).objects;
    conflicts.removeIf([&present](const QString &object) {
        // CREATE EXTENSION IF NOT EXISTS leaves it as it is.
        return !present.contains(object) || object.startsWith(QLatin1String("EXTENSION "));
    });
    return conflicts;
}

QString firstOf(const QStringList &names, qsizetype shown)
{
    QStringList first = names.mid(0, shown);
    if (names.size() > shown)
        first << Tr::tr("and %1 more").arg(names.size() - shown);
    return first.join(QStringLiteral(", "));
}

QString sqlName(const QString &name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace howdah::library
