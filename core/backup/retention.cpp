#include "core/backup/retention.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Retention)
};

QString said(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

/// Reasons to stay, by id; what has none goes.
class Reasons
{
public:
    Reasons(const RetentionPolicy &policy, const BackupCatalogue &catalogue, const QString &systemIdentifier,
            const QDateTime &now)
        : m_policy(policy)
        , m_catalogue(catalogue)
        , m_now(now)
    {
        for (const BaseBackup &backup : catalogue.backups) {
            if (backup.systemIdentifier != systemIdentifier)
                keep(backup, Tr::tr("It is of another cluster."));
            else if (backup.keeper != BaseBackup::Keeper::Howdah)
                keep(backup, Tr::tr("Howdah has not made it."));
            else if (!catalogue.isBad(backup.id))
                m_good << backup;
        }
        keepNewest();
        keepYoung();
        keepWindow();
        keepBases();
    }

    [[nodiscard]] std::optional<QString> of(const QString &id) const
    {
        const auto found = m_reasons.constFind(id);
        return found == m_reasons.constEnd() ? std::nullopt : std::optional<QString>(*found);
    }

private:
    void keep(const BaseBackup &backup, const QString &why)
    {
        if (!m_reasons.contains(backup.id))
            m_reasons.insert(backup.id, why);
    }

    void keepNewest()
    {
        for (qsizetype i = 0; i < std::min<qsizetype>(m_policy.count, m_good.size()); ++i)
            keep(m_good.at(m_good.size() - 1 - i), Tr::tr("It is one of the newest %1.").arg(m_policy.count));
        if (!m_good.isEmpty())
            keep(m_good.last(), Tr::tr("It is the newest good backup: one stays always."));
    }

    void keepYoung()
    {
        if (m_policy.days == 0)
            return;
        const QDateTime limit = m_now.addDays(-m_policy.days);
        for (const BaseBackup &backup : m_catalogue.backups)
            if (backup.stoppedAt >= limit)
                keep(backup, Tr::tr("It is younger than %1 days.").arg(m_policy.days));
    }

    /// A moment is reached from a backup that ended before it.
    void keepWindow()
    {
        if (m_policy.windowDays == 0)
            return;
        const QDateTime begin = m_now.addDays(-m_policy.windowDays);
        const BaseBackup *base = nullptr;
        for (const BaseBackup &backup : m_good) {
            if (backup.stoppedAt <= begin)
                base = &backup;
            else
                keep(backup, Tr::tr("It lies in the recovery window, which begins %1.").arg(said(begin)));
        }
        if (base)
            keep(*base, Tr::tr("The recovery window begins %1, and this is the newest backup that ended before it.")
                            .arg(said(begin)));
    }

    void keepBases()
    {
        for (const BaseBackup &backup : m_catalogue.backups) {
            if (!m_reasons.contains(backup.id))
                continue;
            for (const BaseBackup &base : m_catalogue.chainTo(backup))
                keep(base, Tr::tr("The incremental backup %1 is based on it.").arg(backup.id));
        }
    }

    const RetentionPolicy m_policy;
    const BackupCatalogue &m_catalogue;
    const QDateTime m_now;
    QList<BaseBackup> m_good; // ours, of this cluster, not known to be bad; oldest first
    QHash<QString, QString> m_reasons;
};

/// The backup whose WAL reaches back farthest, of those that stay.
const BaseBackup *oldestNeeding(const RetentionPlan &plan, const BackupCatalogue &catalogue)
{
    const BaseBackup *oldest = nullptr;
    for (const RetentionVerdict &verdict : plan.backups) {
        const BaseBackup *backup = catalogue.find(verdict.backup);
        if (verdict.stays && backup && backup->start.isValid() && (!oldest || backup->start < oldest->start))
            oldest = backup;
    }
    return oldest;
}

bool isOfWal(const ArchiveFile &file)
{
    return file.kind == ArchiveFile::Kind::Segment || file.kind == ArchiveFile::Kind::Partial ||
           file.kind == ArchiveFile::Kind::BackupHistory;
}

void planWal(RetentionPlan &plan, const BackupCatalogue &catalogue, const QList<ArchiveFile> &archive,
             quint32 segmentBytes)
{
    const BaseBackup *oldest = oldestNeeding(plan, catalogue);
    if (!oldest) {
        plan.walWhy = Tr::tr("The archive stays as it is: no backup says from where on it is needed.");
        return;
    }
    plan.firstNeededSegment = segmentNumberAt(oldest->start, segmentBytes);
    for (const ArchiveFile &file : archive) {
        if (!isOfWal(file) || file.segment.number >= plan.firstNeededSegment)
            continue;
        plan.walFiles << file.name;
        plan.walBytes += file.bytes;
    }
    std::sort(plan.walFiles.begin(), plan.walFiles.end());
    plan.walWhy = Tr::tr("The archive stays from %1 on: the backup %2 begins there.")
                      .arg(nameOf({oldest->timeline, plan.firstNeededSegment}, segmentBytes), oldest->id);
}

} // namespace

QStringList RetentionPlan::going() const
{
    QStringList ids;
    for (const RetentionVerdict &verdict : backups)
        if (!verdict.stays)
            ids << verdict.backup;
    return ids;
}

RetentionPlan planRetention(const RetentionPolicy &policy, const BackupCatalogue &catalogue,
                            const QString &systemIdentifier, const QList<ArchiveFile> &archive, quint32 segmentBytes,
                            const QDateTime &now)
{
    RetentionPlan plan;
    const Reasons reasons(policy, catalogue, systemIdentifier, now);
    for (const BaseBackup &backup : catalogue.backups) {
        const std::optional<QString> why = reasons.of(backup.id);
        const bool bad = catalogue.isBad(backup.id);
        const QString otherwise = bad ? Tr::tr("It was found bad, and no rule keeps it.") : Tr::tr("No rule keeps it.");
        const bool stays = why || !policy.isSet();
        plan.backups << RetentionVerdict{
            .backup = backup.id, .stays = stays, .why = why.value_or(stays ? Tr::tr("No rule is set.") : otherwise)};
        if (!stays)
            plan.backupBytes += backup.bytes;
    }
    if (!archive.isEmpty() && policy.isSet())
        planWal(plan, catalogue, archive, segmentBytes);
    return plan;
}

} // namespace howdah
