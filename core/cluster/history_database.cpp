#include "core/cluster/history_database.h"

#include "core/base/paths.h"

#include <QFile>
#include <QSqlError>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::History)
};

constexpr double shareDeletedWhenFull = 0.1;
constexpr int mostDeletions = 64; // each takes the oldest tenth: far below any limit by then

} // namespace

HistoryDatabase::HistoryDatabase(History::Settings settings)
    : m_settings(std::move(settings))
    , m_connectionName(QStringLiteral("history-%1").arg(reinterpret_cast<quintptr>(this), 0, 16))
{
    if (m_settings.file.isEmpty())
        m_settings.file = paths::stateDirectory() + QStringLiteral("/history.db");
    open();
}

HistoryDatabase::~HistoryDatabase()
{
    close();
}

void HistoryDatabase::open()
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
        m_database.setDatabaseName(m_settings.file);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        const Result<void> prepared =
            m_database.open() ? prepareHistorySchema(m_database) : Result<void>(historyError(m_database.lastError()));
        if (prepared) {
            prepareStatements();
            return;
        }
        close();
        if (prepared.error().code != ErrorCode::Invalid) {
            m_damage = prepared.error().full();
            return;
        }
        moveAside();
    }
}

void HistoryDatabase::close()
{
    m_upsert.reset();
    m_series.clear();
    m_database = QSqlDatabase();
    if (QSqlDatabase::contains(m_connectionName))
        QSqlDatabase::removeDatabase(m_connectionName);
}

void HistoryDatabase::moveAside()
{
    const QString aside = m_settings.file + QStringLiteral(".damaged-") +
                          QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    for (const QString &tail : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        if (QFile::exists(m_settings.file + tail))
            QFile::rename(m_settings.file + tail, aside + tail);
    m_damage =
        Tr::tr(
            "The history of lag was damaged; the file was moved aside to %1 and a new one begun. Nothing else depends "
            "on it: delete it when you like.")
            .arg(aside);
}

void HistoryDatabase::prepareStatements()
{
    m_upsert.emplace(m_database);
    m_upsert->prepare(QStringLiteral(
        "INSERT INTO bucket (level, series, at, minimum, total, maximum, count) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET "
        "minimum = min(coalesce(minimum, excluded.minimum), coalesce(excluded.minimum, minimum)), "
        "maximum = max(coalesce(maximum, excluded.maximum), coalesce(excluded.maximum, maximum)), "
        "total = total + excluded.total, count = count + excluded.count"));
}

bool HistoryDatabase::run(QSqlQuery &query)
{
    if (query.exec())
        return true;
    const Error error = historyError(query.lastError());
    m_damagedNow = m_damagedNow || error.code == ErrorCode::Invalid;
    if (m_damage.isEmpty())
        m_damage = error.full();
    return false;
}

bool HistoryDatabase::run(const QString &statement)
{
    if (!m_database.isOpen())
        return false;
    QSqlQuery query(m_database);
    query.prepare(statement);
    return run(query);
}

void HistoryDatabase::begin()
{
    run(QStringLiteral("BEGIN IMMEDIATE"));
}

void HistoryDatabase::commit()
{
    if (!run(QStringLiteral("COMMIT")) && m_database.isOpen())
        run(QStringLiteral("ROLLBACK"));
    if (std::exchange(m_damagedNow, false)) {
        close();
        moveAside();
        open();
    }
    keepWithinLimit();
}

qint64 HistoryDatabase::seriesId(const HistoryValue &value)
{
    const QString key =
        value.cluster + QChar(0) + value.node + QChar(0) + QString::number(static_cast<int>(value.kind));
    const auto known = m_series.constFind(key);
    if (known != m_series.constEnd())
        return *known;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("INSERT INTO series (cluster, node, kind) VALUES (?, ?, ?) "
                                 "ON CONFLICT DO UPDATE SET node = excluded.node RETURNING id"));
    query.addBindValue(value.cluster);
    query.addBindValue(value.node);
    query.addBindValue(static_cast<int>(value.kind));
    if (!run(query) || !query.next())
        return 0;
    return *m_series.insert(key, query.value(0).toLongLong());
}

void HistoryDatabase::add(const HistoryValue &value)
{
    if (!m_database.isOpen())
        return;
    const qint64 series = seriesId(value);
    if (series == 0)
        return;
    const QVariant number = value.value ? QVariant(*value.value) : QVariant(QMetaType::fromType<double>());
    for (const HistoryLevel &level : historyLevels) {
        m_upsert->addBindValue(level.id);
        m_upsert->addBindValue(series);
        m_upsert->addBindValue(value.atMs - value.atMs % level.widthMs);
        m_upsert->addBindValue(number);
        m_upsert->addBindValue(value.value.value_or(0));
        m_upsert->addBindValue(number);
        m_upsert->addBindValue(value.value ? 1 : 0);
        if (!run(*m_upsert))
            return;
    }
}

void HistoryDatabase::add(const QString &cluster, const HistoryEvent &event)
{
    if (!m_database.isOpen())
        return;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("INSERT INTO event (at, cluster, node, kind, text) VALUES (?, ?, ?, ?, ?)"));
    query.addBindValue(event.atMs);
    query.addBindValue(cluster);
    query.addBindValue(event.node.isNull() ? QStringLiteral("") : event.node);
    query.addBindValue(event.kind);
    query.addBindValue(event.text);
    run(query);
}

void HistoryDatabase::prune(qint64 nowMs)
{
    for (const HistoryLevel &level : historyLevels)
        run(QStringLiteral("DELETE FROM bucket WHERE level = %1 AND series IN (SELECT id FROM series) AND at < %2")
                .arg(level.id)
                .arg(nowMs - level.keepMs));
    run(QStringLiteral("DELETE FROM event WHERE at < %1").arg(nowMs - historyLevels.back().keepMs));
}

qint64 HistoryDatabase::usedBytes()
{
    if (!m_database.isOpen())
        return 0;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, "
                                 "pragma_freelist_count, pragma_page_size"));
    return run(query) && query.next() ? query.value(0).toLongLong() : 0;
}

void HistoryDatabase::keepWithinLimit()
{
    if (usedBytes() <= m_settings.limitBytes)
        return;
    for (int i = 0; i < mostDeletions && usedBytes() > m_settings.limitBytes; ++i)
        deleteOldestShare(shareDeletedWhenFull);
    run(QStringLiteral("PRAGMA incremental_vacuum"));
    run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void HistoryDatabase::deleteOldestShare(double share)
{
    const QString oldestPart = QStringLiteral("(SELECT min(at) + CAST((max(at) - min(at)) * %1 AS INTEGER) FROM %2)");
    for (const HistoryLevel &level : historyLevels) {
        const QString table = QStringLiteral("bucket WHERE level = %1").arg(level.id);
        run(QStringLiteral("DELETE FROM %1 AND at <= %2").arg(table, oldestPart.arg(share).arg(table)));
    }
    run(QStringLiteral("DELETE FROM event WHERE at <= %1").arg(oldestPart.arg(share).arg(QStringLiteral("event"))));
}

} // namespace howdah
