#include "core/backup/archive_listing.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/expire_parts.h"
#include "core/operations/library/judging.h"
#include "core/wal/control_data.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Expire)
};

struct Place
{
    std::shared_ptr<Host> host;
    As as;
    QString binDirectory, dataDirectory;
};

Result<Place> placeOf(ProbeContext &context)
{
    const auto layout = [&](const char *name) { return context.situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    if (!host)
        return host.error();
    return Place{*host, As{layout("owner")}, layout("binDirectory"), layout("dataDirectory")};
}

Result<quint32> segmentBytesOf(const Place &place, const Deadline &deadline)
{
    const Result<CommandOutcome> outcome =
        runChecked(*place.host,
                   {.argv = {place.binDirectory + QStringLiteral("/pg_controldata"), place.dataDirectory},
                    .asUser = place.as.user},
                   deadline);
    if (!outcome)
        return outcome.error();
    const std::optional<ControlData> control = parseControlData(outcome->output);
    if (!control || control->segmentBytes == 0)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("pg_controldata does not say how large a WAL segment is.")};
    return quint32(control->segmentBytes);
}

bool mayWrite(const Place &place, const QString &directory, const Deadline &deadline)
{
    const Result<CommandOutcome> outcome =
        place.host->run({.argv = {key("test"), key("-w"), directory}, .asUser = place.as.user}, deadline);
    return outcome && outcome->succeeded();
}

QVariantList goingOf(const RetentionPlan &plan, const BackupCatalogue &catalogue)
{
    QVariantList going;
    for (const RetentionVerdict &verdict : plan.backups)
        if (!verdict.stays)
            going << QVariantMap{{key("id"), verdict.backup},
                                 {key("directory"), catalogue.find(verdict.backup)->directory},
                                 {key("why"), verdict.why}};
    return going;
}

QStringList stayingOf(const RetentionPlan &plan)
{
    QStringList staying;
    for (const RetentionVerdict &verdict : plan.backups)
        if (verdict.stays)
            staying << Tr::tr("%1 stays. %2").arg(verdict.backup, verdict.why);
    return staying;
}

/// Directories that earlier runs moved things into.
QStringList asideIn(const Place &place, const QString &directory, const Deadline &deadline)
{
    QStringList aside;
    const QStringList entries = place.host->entries(directory, place.as, deadline).valueOr({});
    for (const QString &entry : entries)
        if (entry.startsWith(QLatin1String(BackupCatalogue::asidePrefix)))
            aside << directory + QLatin1Char('/') + entry;
    return aside;
}

Result<QVariantMap> lookAtExpiry(ProbeContext &context)
{
    const Situation &situation = context.situation;
    const Result<Place> place = placeOf(context);
    const Result<quint32> segmentBytes = place ? segmentBytesOf(*place, context.deadline) : place.error();
    if (!segmentBytes)
        return segmentBytes.error();
    const QString directory = situation.argument(key("backups"));
    const QString archive = situation.argument(key("archive"));
    const Result<BackupCatalogue> catalogue =
        readCatalogue(*place->host, directory, place->as, context.deadline, context.stop);
    if (!catalogue)
        return catalogue.error();
    QList<ArchiveFile> files;
    if (!archive.isEmpty()) {
        const Result<QList<ArchiveFile>> listed =
            listArchiveFiles(*place->host, archive, place->as, *segmentBytes, context.deadline, context.stop);
        if (!listed)
            return listed.error();
        files = *listed;
    }
    const RetentionPlan plan = planRetention(policyOf(situation), *catalogue, situation.snapshot->systemIdentifier,
                                             files, *segmentBytes, situation.now);
    QStringList earlier = asideIn(*place, directory, context.deadline);
    if (!archive.isEmpty())
        earlier << asideIn(*place, archive, context.deadline);
    return QVariantMap{{key("going"), goingOf(plan, *catalogue)},
                       {key("staying"), stayingOf(plan)},
                       {key("walFiles"), plan.walFiles},
                       {key("walWhy"), plan.walWhy},
                       {key("bytes"), plan.backupBytes + plan.walBytes},
                       {key("cut"), Lsn(plan.firstNeededSegment * *segmentBytes).toString()},
                       {key("backups"), static_cast<int>(catalogue->backups.size())},
                       {key("earlier"), earlier},
                       {key("writable"), mayWrite(*place, directory, context.deadline) &&
                                             (archive.isEmpty() || mayWrite(*place, archive, context.deadline))}};
}

Judgement judgeRules(const Situation &situation, const Values &seen)
{
    if (ExpireParts::of(situation).bringsBack) {
        const auto earlier = seen.value(key("earlier")).toStringList();
        return earlier.isEmpty() ? blocked(Tr::tr("Nothing was moved aside there."),
                                           Tr::tr("Name the directories that it was moved aside in."))
                                 : ok(Tr::tr("This comes back: %1.").arg(earlier.join(QStringLiteral(", "))));
    }
    if (!policyOf(situation).isSet())
        return blocked(Tr::tr("No rule says what stays."),
                       Tr::tr("Name at least one: so many of the newest, so many days, or a recovery window."));
    const auto count = seen.value(key("going")).toList().size();
    const auto files = seen.value(key("walFiles")).toStringList().size();
    const QString observed = Tr::tr("Of %1 backups %2 go; of the archive %3 files. Together %4.")
                                 .arg(seen.value(key("backups")).toInt())
                                 .arg(count)
                                 .arg(files)
                                 .arg(prettySize(seen.value(key("bytes")).toLongLong()));
    return ok(observed);
}

Judgement judgePlace(const Situation &situation, const Values &seen)
{
    const ExpireParts parts = ExpireParts::of(situation);
    return seen.value(key("writable")).toBool()
               ? ok(Tr::tr("%1 may write there.").arg(parts.owner))
               : blocked(Tr::tr("%1 may not write in %2, or it is not there.")
                             .arg(parts.owner, parts.archive.isEmpty()
                                                   ? parts.backups
                                                   : parts.backups + QStringLiteral(", ") + parts.archive),
                         Tr::tr("Give it to %1, or name another directory.").arg(parts.owner));
}

/// A delayed or lagging standby may still have to fetch WAL from the archive.
Judgement judgeStandbys(const Situation &situation, const Values &seen)
{
    const Lsn cut = Lsn::parse(seen.value(key("cut")).toString()).value_or(Lsn());
    if (seen.value(key("walFiles")).toStringList().isEmpty())
        return ok(Tr::tr("No archived WAL goes."));
    QStringList behind, unseen;
    for (const NodeState &node : situation.snapshot->nodes) {
        if (!node.sample || node.sample->failure)
            unseen << node.name();
        else if (node.role == NodeRole::Standby && node.sample->replayed && *node.sample->replayed < cut)
            behind << node.name();
    }
    if (!behind.isEmpty())
        return blocked(Tr::tr("Has not replayed yet what would go: %1.").arg(behind.join(QStringLiteral(", "))),
                       Tr::tr("Wait until it has caught up, or keep more."));
    return unseen.isEmpty() ? ok(Tr::tr("Every standby has replayed beyond %1.").arg(cut.toString()))
                            : warning(Tr::tr("Does not answer: %1.").arg(unseen.join(QStringLiteral(", "))),
                                      Tr::tr("It may need that WAL to catch up: look at it first."));
}

} // namespace

RetentionPolicy policyOf(const Situation &situation)
{
    if (situation.argument(key("then")) == QLatin1String("back"))
        return {}; // nothing goes
    const auto number = [&situation](const char *id) { return situation.argument(key(id)).toInt(); };
    return {.count = number("keep"), .days = number("days"), .windowDays = number("window")};
}

QList<Probe> expireProbes()
{
    return {layoutProbe(key("layout"),
                        [](const Situation &situation) { return situation.node(situation.argument(key("beside"))); }),
            {.id = key("expiry"), .look = lookAtExpiry}};
}

QList<Check> expireChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, auto judge) {
        return factCheck(key(id), title, why, key("expiry"), judge);
    };
    return {hostKnown(key("beside"), key("layout")),
            check("rules", Tr::tr("A rule says what stays"),
                  Tr::tr("What any of the rules keeps stays, and so does the newest good backup of all."), judgeRules),
            check("place", Tr::tr("It can be moved"), Tr::tr("It is moved within its own directory."), judgePlace),
            check("standbys", Tr::tr("No standby needs the WAL that goes"),
                  Tr::tr("A standby that has fallen behind catches up from the archive."), judgeStandbys)};
}

QStringList expireConsequences(const Situation &situation)
{
    const ExpireParts parts = ExpireParts::of(situation);
    if (parts.bringsBack)
        return {Tr::tr("Nothing is removed; a name that is taken again is left aside.")};
    QStringList lines = situation.value(key("expiry"), key("staying")).toStringList();
    for (const ExpireParts::Going &going : parts.going)
        lines << Tr::tr("%1 goes. %2").arg(going.id, going.why);
    if (!parts.archive.isEmpty())
        lines << situation.value(key("expiry"), key("walWhy")).toString();
    if (!parts.walFiles.isEmpty())
        lines << Tr::tr("Archived files that go: %1, from %2 to %3.")
                     .arg(parts.walFiles.size())
                     .arg(parts.walFiles.first(), parts.walFiles.last());
    if (parts.removes)
        for (const ExpireParts::Earlier &earlier : parts.earlier)
            lines << Tr::tr("What was moved aside before goes for good: %1").arg(earlier.directory);
    lines << (parts.removes ? Tr::tr("What goes cannot be brought back.")
                            : Tr::tr("What goes is moved aside; its room is not given back yet."));
    return lines;
}

} // namespace howdah::library
