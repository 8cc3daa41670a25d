#include "core/backup/named_transaction.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::NamedTransaction)
};

constexpr quint32 firstTemplate = 1; ///< Template1DbOid: initdb does all its work there

QString databaseTitle(quint32 oid, RelationNames &names)
{
    const QString name = names.database(oid);
    return name.isEmpty() ? Tr::tr("database %1").arg(oid) : name;
}

struct KindName
{
    ChangeKind kind;
    const char *name;
};
constexpr std::array kindNames{KindName{ChangeKind::Insert, "insert"}, KindName{ChangeKind::Update, "update"},
                               KindName{ChangeKind::Delete, "delete"}, KindName{ChangeKind::Drop, "drop"}};

/// As a person names it: from the right, as much as there is.
bool isNamed(const NamedChange &change, const QString &table)
{
    if (change.relation.isEmpty())
        return table == change.title();
    const QString whole = change.database + QLatin1Char('.') + change.relation;
    return whole == table || whole.endsWith(QLatin1Char('.') + table);
}

qint64 rowsOf(const RelationChanges &changes, std::optional<ChangeKind> kind)
{
    if (!kind)
        return changes.inserted + changes.updated + changes.deleted;
    switch (*kind) {
    case ChangeKind::Insert:
        return changes.inserted;
    case ChangeKind::Update:
        return changes.updated;
    case ChangeKind::Delete:
        return changes.deleted;
    case ChangeKind::Drop:
        break;
    }
    return 0;
}

bool hasKind(const RelationChanges &changes, std::optional<ChangeKind> kind)
{
    return !kind || (*kind == ChangeKind::Drop ? changes.dropped : rowsOf(changes, kind) > 0);
}

/// One that is still there after its file went was emptied or rewritten.
QString titleWithFate(const NamedChange &change)
{
    if (!change.changes.dropped)
        return change.title();
    return change.relation.isEmpty() || change.isGone ? Tr::tr("%1 (dropped)").arg(change.title())
                                     : Tr::tr("%1 (truncated or rewritten)").arg(change.title());
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QString NamedChange::title() const
{
    return relation.isEmpty() ? Tr::tr("file %1").arg(file.file) : relation;
}

RelationChanges NamedTransaction::sum() const
{
    RelationChanges all;
    for (const NamedChange &change : changes)
        all.add(change.changes);
    return all;
}

QString NamedTransaction::tables() const
{
    constexpr qsizetype mostNamed = 3;
    if (changes.isEmpty() && !definitions.isEmpty())
        return Tr::tr("definitions of %1").arg(definitions.join(QStringLiteral(", ")));
    if (changes.isEmpty())
        return sharedDefinitions ? Tr::tr("roles or databases") : QString();
    QStringList names;
    for (const NamedChange &change : changes)
        names << titleWithFate(change);
    if (names.size() <= mostNamed)
        return names.join(QStringLiteral(", "));
    return Tr::tr("%1 and %2 more")
        .arg(names.mid(0, mostNamed - 1).join(QStringLiteral(", ")))
        .arg(names.size() - mostNamed + 1);
}

QJsonObject NamedTransaction::toJson() const
{
    QJsonArray list;
    for (const NamedChange &change : changes)
        list << QJsonObject{{QStringLiteral("database"), orNull(change.database)},
                            {QStringLiteral("relation"), orNull(change.relation)},
                            {QStringLiteral("file"), qint64(change.file.file)},
                            {QStringLiteral("inserted"), change.changes.inserted},
                            {QStringLiteral("updated"), change.changes.updated},
                            {QStringLiteral("deleted"), change.changes.deleted},
                            {QStringLiteral("fileDropped"), change.changes.dropped}};
    const RelationChanges all = sum();
    return {{QStringLiteral("xid"), qint64(id)},
            {QStringLiteral("committedAt"), at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("commitLsn"), commit.toString()},
            {QStringLiteral("bytes"), bytes},
            {QStringLiteral("inserted"), all.inserted},
            {QStringLiteral("updated"), all.updated},
            {QStringLiteral("deleted"), all.deleted},
            {QStringLiteral("changedCatalog"), sharedDefinitions || !definitions.isEmpty()},
            {QStringLiteral("changes"), list}};
}

NamedTransaction named(const CommittedTransaction &transaction, RelationNames &names)
{
    NamedTransaction result{.id = transaction.id,
                            .commit = transaction.commit,
                            .at = transaction.at,
                            .bytes = transaction.bytes,
                            .sharedDefinitions = transaction.catalogs.contains(0)};
    for (const quint32 database : transaction.catalogs)
        if (database != 0 && database != firstTemplate)
            result.definitions << databaseTitle(database, names);
    for (auto one = transaction.relations.cbegin(); one != transaction.relations.cend(); ++one) {
        const KnownRelation *known = names.find(one.key());
        if (known && !known->holdsRows)
            continue;
        result.changes.append({.file = one.key(),
                               .database = known ? known->database : names.database(one.key().database),
                               .relation = known ? known->name : QString(),
                               .changes = one.value(),
                               .isGone = known && known->isGone});
    }
    return result;
}

QString changeKindName(ChangeKind kind)
{
    for (const KindName &one : kindNames)
        if (one.kind == kind)
            return QLatin1String(one.name);
    return {};
}

std::optional<ChangeKind> changeKindFromName(const QString &name)
{
    for (const KindName &one : kindNames)
        if (name == QLatin1String(one.name))
            return one.kind;
    return std::nullopt;
}

bool TransactionFilter::matches(const NamedTransaction &transaction) const
{
    if (since.isValid() && transaction.at < since)
        return false;
    const bool anything = table.isEmpty() && !kind && minimumRows <= 0;
    if (anything)
        return transaction.sharedDefinitions || !transaction.definitions.isEmpty() || !transaction.changes.isEmpty();
    qint64 rows = 0;
    bool found = false;
    for (const NamedChange &change : transaction.changes) {
        if ((!table.isEmpty() && !isNamed(change, table)) || !hasKind(change.changes, kind))
            continue;
        found = true;
        rows += rowsOf(change.changes, kind);
    }
    return found && rows >= minimumRows;
}

} // namespace howdah
