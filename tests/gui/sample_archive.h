#pragma once

#include "core/operations/archive_view.h"

#include <QFile>

/// Made-up archives of a shop.
namespace howdah::samples {

inline QDateTime archiveNow()
{
    return QDateTime(QDate(2026, 11, 20), QTime(9, 20), Qt::UTC);
}

/// Two days of segments, a quarter of an hour apart; timeline 2 began yesterday.
inline std::shared_ptr<ArchiveView> archive(bool withHole = true)
{
    constexpr quint32 segmentBytes = 16U << 20;
    constexpr quint64 forked = 120, last = 196;
    auto view = std::make_shared<ArchiveView>();
    view->cluster = QStringLiteral("shop");
    view->node = QStringLiteral("n1");
    view->madeAt = archiveNow();
    view->timeline = 2;
    view->mode = QStringLiteral("on");
    view->command = *archiveCommandFor(QStringLiteral("/srv/pg/archive"), Compression::Zstd);
    view->place = {QStringLiteral("/srv/pg/archive")};
    view->surroundings = ArchiveSurroundings{.user = QStringLiteral("postgres"),
                                             .what = ArchiveSurroundings::What::Directory,
                                             .mayWrite = true,
                                             .owner = QStringLiteral("postgres"),
                                             .nearest = QStringLiteral("/srv/pg/archive"),
                                             .freeBytes = 3LL << 30,
                                             .totalBytes = 8LL << 30,
                                             .hasScripts = true};
    QList<ArchiveFile> files;
    for (quint64 number = 3; number <= last; ++number) {
        if (withHole && number >= 60 && number < 66)
            continue;
        const bool left = number < forked;
        ArchiveFile file = archiveFileNamed(nameOf({left ? 1U : 2U, number}, segmentBytes), segmentBytes);
        file.bytes = segmentBytes;
        file.modified = archiveNow().addSecs(-qint64(last - number) * 900 - 40);
        files << file;
    }
    view->inventory = inventoryOf(files, segmentBytes);
    view->way = {{1, Lsn(forked * segmentBytes + 4096)}, {2, std::nullopt}};
    view->growth = growthOf(files, view->madeAt);
    view->fullAt = fullAt(view->growth, view->surroundings->freeBytes, view->madeAt);
    view->bytesPerTransaction = 1840;
    if (withHole)
        view->missing = WalSegment{1, 60};
    view->archivedCount = 190;
    view->lastArchived = nameOf({2, last}, segmentBytes);
    view->lastArchivedAt = archiveNow().addSecs(-40);
    view->walBytes = 256LL << 20;
    view->walFreeBytes = 40LL << 30;
    SlotSample good{.name = QStringLiteral("howdah_n2"), .type = QStringLiteral("physical"), .active = true};
    good.walStatus = QStringLiteral("reserved");
    good.retainedBytes = 24LL << 10;
    good.safeWalBytes = 20LL << 30;
    SlotSample idle = good;
    idle.name = QStringLiteral("reporting");
    idle.type = QStringLiteral("logical");
    idle.active = false;
    idle.retainedBytes = 1800LL << 20;
    view->retaining = {good, idle};
    return view;
}

inline std::shared_ptr<ArchiveView> failingArchive()
{
    std::shared_ptr<ArchiveView> view = archive(false);
    view->waiting = 9;
    view->oldestWaiting = QStringLiteral("0000000200000000000000C5");
    view->trouble =
        ArchiveTrouble{ArchiveTrouble::Kind::NotWritable,
                       QStringLiteral("postgres may not write into /srv/pg/archive, which belongs to root."),
                       QStringLiteral("Give it to the server's user: chown postgres /srv/pg/archive")};
    return view;
}

inline std::shared_ptr<ArchiveView> noArchive()
{
    auto view = std::make_shared<ArchiveView>();
    view->cluster = QStringLiteral("shop");
    view->node = QStringLiteral("n1");
    view->madeAt = archiveNow();
    view->timeline = 1;
    view->mode = QStringLiteral("off");
    view->walBytes = 80LL << 20;
    return view;
}

} // namespace howdah::samples
