#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"

#include "core/backup/backup_catalogue.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Backup)
};

constexpr int firstWithIncremental = 17;
constexpr int firstWithOtherCompression = 15;

/// The newest that one can be based on: plain files with a manifest, not known to be bad.
const BaseBackup *newestBase(const BackupCatalogue &catalogue, const QString &systemIdentifier)
{
    for (auto backup = catalogue.backups.crbegin(); backup != catalogue.backups.crend(); ++backup)
        if (backup->systemIdentifier == systemIdentifier && backup->format == BaseBackup::Format::Plain &&
            !backup->cold && !catalogue.isBad(backup->id))
            return &*backup;
    return nullptr;
}

Result<QVariantMap> lookAtBase(ProbeContext &context)
{
    const BackupParts parts = BackupParts::of(context.situation);
    if (parts.kind != BackupParts::Kind::Incremental)
        return QVariantMap{};
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const Result<BackupCatalogue> catalogue =
        readCatalogue(**host, parts.catalogue, As{parts.owner}, context.deadline, context.stop);
    if (!catalogue)
        return catalogue.error();
    const QString wanted = context.situation.argument(key("based-on"));
    const BaseBackup *base = wanted.isEmpty() ? newestBase(*catalogue, context.situation.snapshot->systemIdentifier)
                                              : catalogue->find(wanted);
    if (!base)
        return QVariantMap{};
    return QVariantMap{{key("id"), base->id},
                       {key("data"), base->dataDirectory()},
                       {key("system"), base->systemIdentifier},
                       {key("start"), base->start.toString()},
                       {key("tar"), base->format == BaseBackup::Format::Tar},
                       {key("cold"), base->cold},
                       {key("bad"), catalogue->isBad(base->id)},
                       {key("whole"), !catalogue->chainTo(*base).isEmpty()}};
}

/// What an incremental backup asks of the server.
Result<QVariantMap> lookAtSummaries(ProbeContext &context)
{
    const BackupParts parts = BackupParts::of(context.situation);
    if (parts.kind != BackupParts::Kind::Incremental)
        return QVariantMap{};
    Result<Connection> session = context.connect(parts.source);
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(
        QStringLiteral("SELECT coalesce((SELECT setting FROM pg_settings WHERE name = 'summarize_wal'), 'none')"), {},
        context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values{{key("summarizes"), row->text(0, 0).value_or(QString())}};
    if (parts.major < firstWithIncremental) // the function is not there either
        return values;
    const Result<ResultSet> oldest = session->query(
        QStringLiteral("SELECT min(start_lsn) FROM pg_available_wal_summaries()"), {}, context.deadline, context.stop);
    if (!oldest)
        return oldest.error();
    values.insert(key("from"), oldest->text(0, 0).value_or(QString()));
    return values;
}

Judgement judgeBase(const Situation &situation, const Values &seen)
{
    const BackupParts parts = BackupParts::of(situation);
    if (parts.kind != BackupParts::Kind::Incremental)
        return ok(Tr::tr("It is whole by itself."));
    const QString id = seen.value(key("id")).toString();
    if (id.isEmpty())
        return blocked(Tr::tr("There is no backup in %1 that it could be based on.").arg(parts.catalogue),
                       Tr::tr("Take a full one first, in plain files."));
    if (seen.value(key("tar")).toBool() || seen.value(key("cold")).toBool())
        return blocked(Tr::tr("%1 is not in plain files with a manifest.").arg(id),
                       Tr::tr("Base it on another one, or take a full one."));
    if (seen.value(key("bad")).toBool() || !seen.value(key("whole")).toBool())
        return blocked(Tr::tr("%1 cannot be relied on: it was found bad, or lacks what it is based on itself.").arg(id),
                       Tr::tr("Base it on another one, or take a full one."));
    if (seen.value(key("system")).toString() != situation.snapshot->systemIdentifier)
        return blocked(Tr::tr("%1 is of another cluster.").arg(id), Tr::tr("Base it on one of this cluster."));
    return ok(Tr::tr("It is based on %1; that one must stay as long as this one.").arg(id));
}

Judgement judgeSummaries(const Situation &situation, const Values &seen)
{
    const BackupParts parts = BackupParts::of(situation);
    if (parts.kind != BackupParts::Kind::Incremental)
        return ok(Tr::tr("It copies everything."));
    if (parts.major < firstWithIncremental)
        return blocked(Tr::tr("PostgreSQL %1 takes no incremental backups; 17 and later do.").arg(parts.major),
                       Tr::tr("Take a full one."));
    if (seen.value(key("summarizes")).toString() != QLatin1String("on"))
        return blocked(Tr::tr("summarize_wal is off on %1.").arg(parts.node),
                       Tr::tr("Set it to on and reload; the next full backup after that can be a base."));
    const std::optional<Lsn> from = Lsn::parse(seen.value(key("from")).toString());
    const std::optional<Lsn> base = Lsn::parse(situation.value(key("base"), key("start")).toString());
    if (from && base && *from > *base)
        return blocked(Tr::tr("The summaries on %1 begin at %2, after %3 began (%4): what changed in between they do "
                              "not tell.")
                           .arg(parts.node, from->toString(), situation.value(key("base"), key("id")).toString(),
                                base->toString()),
                       Tr::tr("Take a full one: those after it can be based on it. wal_summary_keep_time says how long "
                              "summaries are kept."));
    return ok(Tr::tr("summarize_wal is on."));
}

QString objectionToCompression(const QString &value, const Situation &situation)
{
    const BackupParts parts = BackupParts::of(situation);
    if (value == QLatin1String("none"))
        return {};
    if (parts.kind != BackupParts::Kind::Full)
        return Tr::tr("Only a full backup is put into compressed tar files.");
    if (value != QLatin1String("gzip") && parts.major > 0 && parts.major < firstWithOtherCompression)
        return Tr::tr("pg_basebackup of PostgreSQL %1 knows gzip only.").arg(parts.major);
    return {};
}

} // namespace

QList<Param> backupKindParams()
{
    using Kind = Param::Kind;
    return {
        {.id = key("kind"),
         .title = Tr::tr("Kind"),
         .help = Tr::tr("Incremental: what has changed since an earlier one (PostgreSQL 17 and later). Cold: the "
                        "files of a server that is stopped."),
         .kind = Kind::Choice,
         .options = {{key("full"), Tr::tr("Full")},
                     {key("incremental"), Tr::tr("Incremental")},
                     {key("cold"), Tr::tr("Cold copy of a stopped server")}},
         .suggest = [](const Situation &) { return key("full"); }},
        {.id = key("compression"),
         .title = Tr::tr("Compression"),
         .help = Tr::tr("Plain files are verified where they lie and restored by a copy; compressed ones lie in tar "
                        "files and take less room."),
         .kind = Kind::Choice,
         .options = {{key("none"), Tr::tr("Plain files")},
                     {key("gzip"), Tr::tr("Tar files, gzip")},
                     {key("lz4"), Tr::tr("Tar files, lz4")},
                     {key("zstd"), Tr::tr("Tar files, zstd")}},
         .suggest = [](const Situation &) { return key("none"); },
         .objection = objectionToCompression},
        {.id = key("based-on"),
         .title = Tr::tr("Based on"),
         .help = Tr::tr("Of an incremental one: the backup whose blocks it leaves out; the newest unless said."),
         .kind = Kind::Text,
         .required = false,
         .advanced = true}};
}

QList<Probe> backupKindProbes()
{
    return {{.id = key("base"), .look = lookAtBase}, {.id = key("summaries"), .look = lookAtSummaries}};
}

QList<Check> backupKindChecks()
{
    return {factCheck(key("base"), Tr::tr("What it is based on"),
                      Tr::tr("An incremental backup is worth nothing without the one before it."), key("base"),
                      judgeBase),
            factCheck(key("summaries"), Tr::tr("The server knows what has changed"),
                      Tr::tr("An incremental backup copies the blocks that the summaries of the WAL name."),
                      key("summaries"), judgeSummaries)};
}

} // namespace howdah::library
