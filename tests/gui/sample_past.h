#pragma once

#include "core/operations/past_reader.h"
#include "core/operations/row_differences.h"

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

/// The same shop after a copy took the primary's place: timeline 1 was left, with what came after the fork still in the
/// archive; two restore points.
inline std::shared_ptr<PastView> forkedPast()
{
    constexpr quint32 segmentBytes = 16U << 20;
    auto view = past();
    auto machine = pastMachine();
    QList<ArchiveFile> files;
    const auto add = [&](Timeline timeline, quint64 number, qint64 secondsAgo) {
        ArchiveFile file = archiveFileNamed(nameOf({timeline, number}, segmentBytes), segmentBytes);
        file.bytes = segmentBytes;
        file.modified = pastNow().addSecs(-secondsAgo);
        files << file;
    };
    for (quint64 number = 3; number <= 80; ++number)
        add(1, number, (98 - qint64(number)) * 900 + 600);
    for (quint64 number = 70; number <= 84; ++number)
        add(2, number, (84 - qint64(number)) * 900 + 600);
    machine->material.archive = inventoryOf(files, segmentBytes);
    machine->material.histories = {{2, "1\t0/46000000\tbefore\n"}};
    machine->wal.places.way = {{1, Lsn(70 * quint64(segmentBytes))}, {2, std::nullopt}};
    view->machine = machine;
    view->restorePoints = {
        {.name = QStringLiteral("before the release"), .lsn = Lsn(60 * quint64(segmentBytes)), .after = pastNow().addSecs(-36000)},
        {.name = QStringLiteral("lunch"), .lsn = Lsn(75 * quint64(segmentBytes)), .after = pastNow().addSecs(-8000)}};
    return view;
}

/// What a copy of that shop has that its live server lacks.
inline std::shared_ptr<DifferencesView> differences()
{
    using Kind = RowDifference::Kind;
    auto view = std::make_shared<DifferencesView>();
    view->beside = QStringLiteral("n1");
    view->side = QStringLiteral("/srv/pg/recovered-20261120-081545");
    view->sides = {view->side};
    view->tables = {QStringLiteral("public.customers"), QStringLiteral("public.items"), QStringLiteral("public.orders"),
                    QStringLiteral("stock.movements")};
    view->gone = {QStringLiteral("stock.movements")};
    TableDifferences customers{.name = {QStringLiteral("public"), QStringLiteral("customers")},
                               .columns = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("mail"),
                                           QStringLiteral("since")},
                               .key = {QStringLiteral("id")},
                               .counts = {.compared = 120000, .missing = 48211, .changed = 2, .extra = 31}};
    for (int id = 4711; id < 4731; ++id)
        customers.rows << RowDifference{
            Kind::Missing, QStringLiteral("(%1,\"Customer %1\",c%1@example.org,2021-03-%2)").arg(id).arg(id % 28 + 1), {}};
    customers.rows << RowDifference{Kind::Changed, QStringLiteral("(17,\"Ada Lovelace\",ada@example.org,2019-12-10)"),
                                    QStringLiteral("(17,\"Ada L.\",,2019-12-10)")}
                   << RowDifference{Kind::Extra, {}, QStringLiteral("(130001,\"New one\",new@example.org,2026-11-20)")};
    TableDifferences orders{.name = {QStringLiteral("public"), QStringLiteral("orders")},
                            .columns = {QStringLiteral("id"), QStringLiteral("customer_id"), QStringLiteral("total")},
                            .key = {QStringLiteral("id")},
                            .counts = {.compared = 990000}};
    view->compared = {customers, orders};
    view->finished = true;
    return view;
}

} // namespace howdah::samples
