#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

const char *const tablespacesQuery = R"(
SELECT coalesce(json_agg(json_build_object('oid', oid::text, 'name', name, 'location', location) ORDER BY name), '[]')
  FROM (SELECT oid, spcname AS name, pg_tablespace_location(oid) AS location FROM pg_tablespace) AS all_of_them
 WHERE location LIKE '/%')";

/// Of each tablespace of the primary also where the node's own link to it leads, if it has one.
Result<QVariantMap> lookAtSource(ProbeContext &context)
{
    const NodeState *primary = primaryToRejoin(context.situation);
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!primary || !host)
        return host ? Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no primary to compare it with.")}
                    : host.error();
    Result<Connection> session = context.connect(serverOf(*primary));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QString::fromLatin1(tablespacesQuery), {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantList tablespaces;
    for (const QJsonValue &one : QJsonDocument::fromJson(row->bytes(0, 0)).array()) {
        QVariantMap values = one.toObject().toVariantMap();
        const QString link =
            QStringLiteral("%1/pg_tblspc/%2").arg(place.dataDirectory, values.value(key("oid")).toString());
        if (const Result<FileStatus> status = (*host)->status(link, As{place.owner}, context.deadline))
            values.insert(key("own"), status->linkTarget);
        tablespaces << values;
    }
    return QVariantMap{{key("tablespaces"), tablespaces}};
}

Result<QVariantMap> lookAtPlaces(ProbeContext &context)
{
    const RejoinParts parts = RejoinParts::of(context.situation);
    CloneParts copy = parts.copyParts();
    copy.hostId = context.situation.value(key("layout"), key("hostId")).toString(); // without a volume still to be made
    QVariantMap values;
    for (const CloneTablespace &tablespace : parts.tablespaces) {
        if (tablespace.to.isEmpty())
            continue;
        const Result<QVariantMap> seen = lookAtDirectory(context, copy, tablespace.to);
        if (!seen)
            return seen.error();
        values.insert(tablespace.to, *seen);
    }
    return values;
}

/// As a part of a longer sentence.
QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

/// Beside the node's own of that name, which is often on a disk of its own; else beside its data directory.
QString newPlace(const Situation &situation, const QVariantMap &tablespace)
{
    QString place = tablespace.value(key("own")).toString();
    if (place.endsWith(QLatin1String("/data"))) // as a clone made it, in a directory beside its mark
        place = parentOf(place);
    if (place.isEmpty())
        place = QStringLiteral("%1-%2").arg(situation.value(key("layout"), key("dataDirectory")).toString(),
                                            plainName(tablespace.value(key("name")).toString()));
    return QStringLiteral("%1.rejoin-%2").arg(place, situation.operationId);
}

} // namespace

QString suggestRejoinTablespaces(const Situation &situation)
{
    QList<QPair<QString, QString>> places;
    const QVariantList known = situation.value(key("source"), key("tablespaces")).toList();
    for (const QVariant &one : known)
        places << qMakePair(one.toMap().value(key("location")).toString(), newPlace(situation, one.toMap()));
    return tablespaceMap(places);
}

QString tablespaceObstacle(const Situation &situation, const RejoinParts &parts)
{
    if (const Fact *fact = situation.fact(key("source")); !fact || fact->error)
        return fact ? fact->error->message : Tr::tr("the tablespaces were not looked at");
    for (const CloneTablespace &tablespace : parts.tablespaces) {
        if (tablespace.to.isEmpty())
            return Tr::tr("the tablespace %1 (%2) has no place named for it").arg(tablespace.name, tablespace.from);
        const QVariantMap seen = situation.value(key("tablespaces"), tablespace.to).toMap();
        if (const auto objection = objectionToDirectory(tablespace.to, parts.place.owner, seen))
            return withoutFullStop(objection->observed);
    }
    return {};
}

QString tablespaceThatItLacks(const Situation &situation)
{
    const QVariantList known = situation.value(key("source"), key("tablespaces")).toList();
    for (const QVariant &one : known)
        if (one.toMap().value(key("own")).toString().isEmpty())
            return one.toMap().value(key("name")).toString();
    return {};
}

QList<Probe> rejoinTablespaceProbes()
{
    return {{.id = key("source"), .look = lookAtSource}, {.id = key("tablespaces"), .look = lookAtPlaces}};
}

} // namespace howdah::library
