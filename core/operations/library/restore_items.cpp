#include "core/base/key.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

QString kindTitle(const QString &kind)
{
    const QHash<QString, QString> titles{{key("TABLE"), Tr::tr("Tables")},
                                         {key("FOREIGN TABLE"), Tr::tr("Foreign tables")},
                                         {key("VIEW"), Tr::tr("Views")},
                                         {key("MATERIALIZED VIEW"), Tr::tr("Materialized views")},
                                         {key("SEQUENCE"), Tr::tr("Sequences")},
                                         {key("FUNCTION"), Tr::tr("Functions")},
                                         {key("PROCEDURE"), Tr::tr("Procedures")},
                                         {key("AGGREGATE"), Tr::tr("Aggregates")},
                                         {key("TYPE"), Tr::tr("Types")},
                                         {key("DOMAIN"), Tr::tr("Domains")},
                                         {key("EXTENSION"), Tr::tr("Extensions")},
                                         {key("PUBLICATION"), Tr::tr("Publications")},
                                         {key("SUBSCRIPTION"), Tr::tr("Subscriptions")}};
    return titles.value(kind, kind);
}

/// "12345 96 MB", as the probe has it.
QString presentNote(const QString &said)
{
    if (said.isEmpty())
        return Tr::tr("is there already");
    return Tr::tr("is there already: about %1 rows, %2")
        .arg(said.section(QLatin1Char(' '), 0, 0), said.section(QLatin1Char(' '), 1));
}

QList<ObjectItem> roleItems(const Situation &situation)
{
    const QStringList there = situation.value(key("server"), key("roles")).toStringList();
    QList<ObjectItem> items;
    for (const QString &role : situation.value(key("file"), key("roles")).toStringList()) {
        const bool known = there.contains(plainRole(role));
        items.append({.id = role,
                      .title = plainRole(role),
                      .path = {Tr::tr("Roles")},
                      .note = known ? Tr::tr("is there already, and stays as it is") : QString()});
    }
    return items;
}

} // namespace

QString plainRole(const QString &written)
{
    if (!written.startsWith(QLatin1Char('"')))
        return written;
    return written.mid(1).chopped(1).replace(QLatin1String("\"\""), QLatin1String("\""));
}

QList<ObjectItem> restoreItems(const Situation &situation)
{
    const DumpContentsPtr contents = contentsOf(situation);
    if (!contents)
        return roleItems(situation);
    const QHash<QString, QString> present = presentObjects(situation);
    QList<ObjectItem> items;
    bool largeObjects = false;
    for (const DumpEntry &entry : contents->entries) {
        const bool isLarge = entry.kind.startsWith(QLatin1String("BLOB"));
        if (!(entry.isObject() || (isLarge && !largeObjects)) || entry.kind == QLatin1String("SCHEMA"))
            continue;
        largeObjects = largeObjects || isLarge;
        const QString id = entry.objectId();
        const auto there = present.constFind(id);
        ObjectItem item{.id = id, .title = isLarge ? Tr::tr("Large objects") : entry.name, .path = {}};
        if (!isLarge)
            item.path = entry.schema.isEmpty() ? QStringList{kindTitle(entry.kind)}
                                               : QStringList{entry.schema, kindTitle(entry.kind)};
        if (there != present.constEnd()) {
            item.note = presentNote(*there);
            item.attention = true;
        }
        items.append(item);
    }
    return items;
}

} // namespace howdah::library
