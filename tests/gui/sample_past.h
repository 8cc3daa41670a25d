#pragma once

#include "core/operations/past_reader.h"

#include <cmath>

/// Made-up pasts of a shop that archives: a day of orders, one big delete.
namespace howdah::samples {

inline QDateTime pastNow()
{
    return QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
}

inline std::shared_ptr<TimeMachine> pastMachine()
{
    constexpr quint32 segmentBytes = 16U << 20;
    auto machine = std::make_shared<TimeMachine>();
    machine->node = QStringLiteral("n1");
    machine->archives = true;
    machine->archive = QStringLiteral("/srv/pg/archive");
    machine->backups = QStringLiteral("/srv/pg/backups");
    QList<ArchiveFile> files;
    for (quint64 number = 3; number <= 98; ++number) {
        if (number >= 30 && number < 36)
            continue;
        ArchiveFile file = archiveFileNamed(nameOf({1, number}, segmentBytes), segmentBytes);
        file.bytes = segmentBytes;
        file.modified = pastNow().addSecs(-(98 - qint64(number)) * 900 - 600);
        files << file;
    }
    machine->material = {.systemIdentifier = QStringLiteral("7"), .archive = inventoryOf(files, segmentBytes)};
    const auto backup = [&](const char *label, quint64 segment) {
        const QDateTime ended = pastNow().addSecs(-(98 - qint64(segment)) * 900 - 600);
        return BaseBackup{.id = QLatin1String(label),
                          .label = QLatin1String(label),
                          .systemIdentifier = QStringLiteral("7"),
                          .timeline = 1,
                          .start = Lsn(segment * segmentBytes + 40),
                          .stop = Lsn(segment * segmentBytes + 4000),
                          .startedAt = ended.addSecs(-1200),
                          .stoppedAt = ended,
                          .bytes = 42LL << 30};
    };
    machine->material.backups = {backup("nightly-19", 12), backup("nightly-20", 60)};
    machine->wal.places = {.segmentBytes = segmentBytes, .way = {{1, std::nullopt}}};
    return machine;
}

inline NamedTransaction pastTransaction(quint32 id, const QDateTime &at, Lsn commit, const char *table, qint64 inserted,
                                        qint64 updated, qint64 deleted)
{
    return {.id = id,
            .commit = commit,
            .at = at,
            .bytes = 100 * (inserted + updated + deleted),
            .changes = {{.file = {1663, 5, 16385},
                         .database = QStringLiteral("shop"),
                         .relation = QLatin1String(table),
                         .changes = {.inserted = inserted, .updated = updated, .deleted = deleted}}}};
}

/// Finished, unless `progress` says how far it is.
inline std::shared_ptr<PastView> past()
{
    auto view = std::make_shared<PastView>();
    view->cluster = QStringLiteral("lab");
    view->madeAt = pastNow();
    view->machine = pastMachine();
    view->filter.since = pastNow().addDays(-1);
    constexpr int many = 400;
    for (int index = 0; index < many; ++index) {
        const QDateTime at = pastNow().addSecs(-86000LL * (many - index) / many);
        const Lsn commit(quint64(4 + 94 * index / many) * (16U << 20) + quint64(index) * 64 + 5000);
        const bool damage = index == 371;
        NamedTransaction one =
            damage ? pastTransaction(9000 + index, at, commit, "public.customers", 0, 0, 48211)
                   : pastTransaction(9000 + index, at, commit, "public.orders", 1 + index % 7, index % 3, 0);
        if (index == 390)
            one.changes.append(
                {.file = {1663, 5, 16999}, .database = QStringLiteral("shop"), .changes = {.dropped = true}});
        view->newest << one;
        const int burst = 1 + int(6 * (1.3 + std::sin(index / 23.0)));
        for (int more = 0; more < burst; ++more)
            view->density.add(at.addSecs(more * 11));
    }
    view->matching = view->read = 12840;
    view->progress = {.segments = 95, .all = 95};
    view->finished = true;
    return view;
}

} // namespace howdah::samples
