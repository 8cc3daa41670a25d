#include "core/backup/archive_listing.h"
#include "core/backup/archive_proof.h"
#include "core/base/key.h"
#include "core/operations/library/archive_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

ArchivePlace placeWanted(const Situation &situation)
{
    return {situation.argument(key("directory")), situation.argument(key("host")),
            situation.argument(key("ssh-config"))};
}

bool isWanted(const Situation &situation)
{
    return situation.argument(key("archiving")) != QLatin1String("off") &&
           !situation.argument(key("directory")).isEmpty();
}

/// Where its data and WAL lie, without links, and on which file systems; and when it was started.
Result<void> lookAtServer(ProbeContext &context, const NodeState &node, Host &host, const As &as, QVariantMap &values)
{
    const QString data = values.value(key("layout")).toMap().value(key("dataDirectory")).toString();
    const Result<CommandOutcome> seen = runChecked(
        host,
        {.argv =
             {key("sh"), key("-c"),
              key("readlink -f \"$1\"; stat -L -c %d \"$1\" \"$1/pg_wal\"; test -d \"$1/.howdah\" && echo own; true"),
              key("sh"), data},
         .asUser = as.user},
        context.deadline, context.stop);
    if (!seen)
        return seen.error();
    const QStringList lines = QString::fromUtf8(seen->output).split(QLatin1Char('\n'));
    values.insert(key("dataDirectory"), lines.value(0));
    values.insert(key("fileSystems"), QStringList{lines.value(1), lines.value(2)});
    values.insert(key("ownDirectory"), lines.value(3) == QLatin1String("own"));
    Result<Connection> session = context.connect(serverOf(node));
    const Result<ResultSet> row =
        session ? session->query(key("SELECT pg_postmaster_start_time()::text, (SELECT count(*) FROM pg_stat_activity"
                                     " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
                                     " AND application_name NOT LIKE 'howdah%')"),
                                 {}, context.deadline, context.stop)
                : Result<ResultSet>(session.error());
    if (!row)
        return row.error();
    values.insert(key("started"), row->text(0, 0).value_or(QString()));
    values.insert(key("clients"), row->integer(0, 1).value_or(0));
    return {};
}

Result<QVariantMap> lookAtNode(ProbeContext &context, const NodeState &node)
{
    const auto layout = layoutProbe(key("layout"), [&node](const Situation &) { return &node; }).look(context);
    if (!layout)
        return layout.error();
    QVariantMap values{{key("layout"), *layout}};
    const auto host = context.hosts.find(layout->value(key("hostId")).toString());
    if (!host)
        return host.error();
    const As as{layout->value(key("owner")).toString()};
    if (const Result<void> looked = lookAtServer(context, node, **host, as, values); !looked)
        return looked.error();
    if (!isWanted(context.situation))
        return values;
    const Result<ArchiveSurroundings> seen =
        lookAtArchivePlace(**host, placeWanted(context.situation), as, context.deadline, context.stop);
    if (!seen)
        return seen.error();
    values.insert(key("archive"), seen->toValues());
    const Result<QString> login = (*host)->loginUser(context.deadline);
    values.insert(key("loginIsRoot"), login && *login == QLatin1String("root"));
    return values;
}

Result<QVariantMap> lookAtPlaces(ProbeContext &context)
{
    QVariantMap values;
    for (const NodeState *node : archivingNodes(context.situation)) {
        const Result<QVariantMap> seen = lookAtNode(context, *node);
        if (!seen && seen.error().code == ErrorCode::Stopped)
            return seen.error();
        values.insert(node->name(),
                      seen ? *seen
                           : QVariantMap{{key("error"), seen.error().message}, {key("remedy"), seen.error().hint}});
    }
    return values;
}

/// What lies in the archive already: ours, another cluster's, or nothing that is WAL.
Result<QVariantMap> lookAtStock(ProbeContext &context)
{
    constexpr qsizetype named = 3;
    constexpr quint32 usualSegment = 16U << 20;
    const ArchiveParts parts = ArchiveParts::of(context.situation);
    QStringList others, foreign;
    qint64 segments = 0;
    for (const ArchivingNode *node : parts.places()) {
        if (!isWanted(context.situation) || node->seen.what != ArchiveSurroundings::What::Directory)
            continue;
        const auto host = context.hosts.find(node->place.hostId);
        if (!host)
            return host.error();
        const As as{node->place.owner};
        const NodeSamplePtr sample = context.situation.node(node->server.node)->lastAnswer;
        const quint32 bytes = sample ? quint32(sample->walSegmentBytes.value_or(usualSegment)) : usualSegment;
        const Result<QList<ArchiveFile>> files =
            listArchiveFiles(**host, parts.place, as, bytes, context.deadline, context.stop);
        if (!files)
            return files.error();
        const Result<ArchiveProof> proof = proveArchive(**host, parts.place, as, *files, parts.systemIdentifier, bytes,
                                                        ProofDepth::Headers, context.deadline, context.stop);
        if (!proof)
            return proof.error();
        for (const SegmentRun &run : proof->inventory.runs)
            segments += qint64(run.count());
        for (const ArchiveFault &fault : proof->faults)
            if (fault.kind == ArchiveFault::Kind::OtherCluster)
                others << fault.why;
        for (const ArchiveFile &file : proof->inventory.foreign)
            foreign << file.name;
    }
    return QVariantMap{{key("segments"), segments},
                       {key("others"), others.mid(0, named)},
                       {key("otherCount"), int(others.size())},
                       {key("foreign"), foreign.mid(0, named)},
                       {key("foreignCount"), int(foreign.size())}};
}

} // namespace

QList<Probe> archiveProbes()
{
    return {settingsProbe(key("settings"), archivingNodes, [](const Situation &) { return archiveSettingNames(); }),
            {.id = key("places"), .look = lookAtPlaces},
            {.id = key("stock"), .look = lookAtStock},
            managersProbe()};
}

} // namespace howdah::library
