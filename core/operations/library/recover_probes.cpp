#include "core/backup/archive_command.h"
#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

/// Where the cluster archives to, asked of whichever node answers: a recovery may be wanted because none does any more,
/// so that no answer is no error.
Result<QVariantMap> lookAtArchiving(ProbeContext &context)
{
    for (const NodeState &node : context.situation.snapshot->nodes) {
        if (!node.sample || node.sample->failure)
            continue;
        Result<Connection> session = context.connect(serverOf(node));
        const Result<ResultSet> row =
            session ? session->query(QStringLiteral("SELECT setting FROM pg_settings WHERE name = 'archive_command'"),
                                     {}, context.deadline, context.stop)
                    : Result<ResultSet>(session.error());
        if (!row || row->rows() == 0)
            continue;
        const QString text = row->text(0, 0).value_or(QString());
        const ArchiveCommand command = parseArchiveCommand(text);
        if (const QString restore = restoreCommandOf(text); !restore.isEmpty())
            return QVariantMap{{key("restoreCommand"), restore}};
        if (!command.directory.isEmpty())
            return QVariantMap{{key("directory"), command.directory}};
    }
    return QVariantMap{};
}

struct Place
{
    std::shared_ptr<Host> host;
    As as;
};

Result<Place> placeOf(ProbeContext &context)
{
    const auto layout = [&](const char *name) { return context.situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    if (!host)
        return host.error();
    return Place{*host, As{layout("owner")}};
}

/// What the host can spare (MemAvailable); 0 when it does not say.
qint64 freeMemory(const Place &place, const Deadline &deadline)
{
    const Result<QByteArray> content = place.host->readFile(key("/proc/meminfo"), {}, deadline);
    for (const QByteArray &line : content ? content->split('\n') : QList<QByteArray>())
        if (line.startsWith("MemAvailable:"))
            return line.simplified().split(' ').value(1).toLongLong() << 10;
    return 0;
}

Result<QVariantMap> lookAtTarget(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    if (!place)
        return place.error();
    const QString into = context.situation.argument(key("into"));
    const QString parent = parentOf(into);
    const auto answers = [&](const QString &question, const QString &path) {
        const Result<CommandOutcome> outcome =
            place->host->run({.argv = {key("test"), question, path}, .asUser = place->as.user}, context.deadline);
        return outcome && outcome->succeeded();
    };
    const Result<SpaceStatus> space = place->host->space(parent, context.deadline);
    if (!space)
        return space.error();
    // WAL names a tablespace's directory as it is on the live server, whoever replays it.
    const QString live = context.situation.value(key("layout"), key("dataDirectory")).toString();
    const Result<QStringList> tablespaces =
        place->host->entries(live + QStringLiteral("/pg_tblspc"), place->as, context.deadline);
    if (!tablespaces)
        return tablespaces.error();
    return QVariantMap{{key("parent"), parent},
                       {key("tablespaces"), static_cast<int>(tablespaces->size())},
                       {key("tablespaceIds"), *tablespaces},
                       {key("writable"), answers(key("-w"), parent)},
                       {key("there"), answers(key("-e"), into) || answers(key("-L"), into)},
                       {key("freeMemory"), freeMemory(*place, context.deadline)},
                       {key("freeBytes"), space->freeBytes}};
}

/// The port, when it is named; else the first free one above those of the cluster.
Result<QVariantMap> lookAtPort(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    if (!place)
        return place.error();
    if (const int asked = context.situation.argument(key("port")).toInt(); asked > 0) {
        const Result<bool> isFree = place->host->portIsFree(asked, context.deadline);
        return isFree ? Result<QVariantMap>(QVariantMap{{key("free"), *isFree}, {key("suggested"), asked}})
                      : isFree.error();
    }
    constexpr int usual = 5432;
    constexpr int tried = 200;
    // Nothing but its server listens in a container; that no copy runs there is said where the copy's place is judged.
    if (ServerPlace::fromFact(context.situation, key("layout")).container)
        return QVariantMap{{key("free"), true}, {key("suggested"), usual + 1}};
    int highest = usual;
    for (const NodeState &node : context.situation.snapshot->nodes)
        highest = std::max(highest, node.definition.connInfo.port().toInt());
    for (int port = highest + 1; port <= highest + tried; ++port) {
        const Result<bool> isFree = place->host->portIsFree(port, context.deadline);
        if (!isFree)
            return isFree.error();
        if (*isFree)
            return QVariantMap{{key("free"), true}, {key("suggested"), port}};
    }
    return QVariantMap{{key("free"), false}, {key("suggested"), 0}};
}

} // namespace

QList<Probe> recoverProbes()
{
    return {layoutProbe(key("layout"), besideOf),
            {.id = key("archiving"), .look = lookAtArchiving},
            materialProbe(),
            restoringProgramsProbe(),
            {.id = key("target"), .look = lookAtTarget},
            {.id = key("port"), .look = lookAtPort},
            fetchingProbe()};
}

} // namespace howdah::library
