#include "core/cluster/sample_query.h"
#include "core/pg/conn_info.h"

#include <algorithm>

namespace howdah {

namespace {

/// One object of a JSON column, with absence kept apart from 0.
class Fields
{
public:
    explicit Fields(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    [[nodiscard]] QString text(const char *name) const { return m_object[QLatin1String(name)].toString(); }
    [[nodiscard]] bool flag(const char *name) const { return m_object[QLatin1String(name)].toBool(); }
    [[nodiscard]] std::optional<int> number(const char *name) const
    {
        const QJsonValue value = m_object[QLatin1String(name)];
        return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
    }
    [[nodiscard]] std::optional<qint64> integer(const char *name) const
    {
        bool ok = false;
        const qint64 value = text(name).toLongLong(&ok);
        return ok ? std::optional(value) : std::nullopt;
    }
    [[nodiscard]] std::optional<Lsn> lsn(const char *name) const { return Lsn::parse(text(name)); }
    [[nodiscard]] std::optional<QDateTime> moment(const char *name) const
    {
        const std::optional<qint64> ms = integer(name);
        return ms ? std::optional(QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC)) : std::nullopt;
    }

private:
    QJsonObject m_object;
};

/// The one row of the answer. Columns that a version has not got are absent, which is the same as NULL here.
class Row
{
public:
    explicit Row(const ResultSet &result)
        : m_result(result)
    {
    }

    [[nodiscard]] bool has(const char *name) const { return m_result.columnIndex(name) >= 0; }
    [[nodiscard]] QString text(const char *name) const
    {
        return has(name) ? m_result.text(0, name).value_or(QString()) : QString();
    }
    [[nodiscard]] std::optional<qint64> integer(const char *name) const
    {
        return has(name) ? m_result.integer(0, name) : std::nullopt;
    }
    [[nodiscard]] std::optional<int> number(const char *name) const
    {
        const std::optional<qint64> value = integer(name);
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }
    [[nodiscard]] bool flag(const char *name) const { return has(name) && m_result.boolean(0, name).value_or(false); }
    [[nodiscard]] std::optional<Lsn> lsn(const char *name) const { return Lsn::parse(text(name)); }
    [[nodiscard]] std::optional<QDateTime> moment(const char *name) const
    {
        const std::optional<qint64> ms = integer(name);
        return ms ? std::optional(QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC)) : std::nullopt;
    }
    [[nodiscard]] QJsonDocument json(const char *name) const { return QJsonDocument::fromJson(text(name).toUtf8()); }

private:
    const ResultSet &m_result;
};

QString withoutPassword(const QString &connInfo)
{
    const Result<ConnInfo> parsed = ConnInfo::parse(connInfo);
    return parsed ? parsed->toString() : QString();
}

WalSenderSample readSender(const Fields &fields)
{
    return {.pid = fields.number("pid").value_or(0),
            .applicationName = fields.text("application"),
            .clientAddress = fields.text("address"),
            .state = fields.text("state"),
            .syncState = fields.text("sync"),
            .slotName = {},
            .sent = fields.lsn("sent"),
            .written = fields.lsn("written"),
            .flushed = fields.lsn("flushed"),
            .replayed = fields.lsn("replayed"),
            .writeMs = fields.integer("writeMs"),
            .flushMs = fields.integer("flushMs"),
            .replayMs = fields.integer("replayMs"),
            .replyTime = fields.moment("replyAt")};
}

SlotSample readSlot(const Fields &fields, const std::optional<Lsn> &head)
{
    SlotSample slot{.name = fields.text("name"),
                    .type = fields.text("type"),
                    .database = fields.text("database"),
                    .active = fields.flag("active"),
                    .activePid = fields.number("pid"),
                    .restartLsn = fields.lsn("restart"),
                    .walStatus = fields.text("walStatus"),
                    .safeWalBytes = fields.integer("safe"),
                    .retainedBytes = {}};
    const bool lost = slot.walStatus == QLatin1String("lost");
    if (!lost && head && slot.restartLsn && slot.restartLsn->isValid())
        slot.retainedBytes = std::max<qint64>(0, *head - *slot.restartLsn);
    return slot;
}

WalReceiverSample readReceiver(const Fields &fields)
{
    return {.status = fields.text("status"),
            .senderHost = fields.text("host"),
            .senderPort = fields.number("port").value_or(0),
            .slotName = fields.text("slot"),
            .written = fields.lsn("written"),
            .flushed = fields.lsn("flushed"),
            .receivedTimeline = static_cast<Timeline>(fields.number("timeline").value_or(0)),
            .lastMessageReceived = fields.moment("messageAt")};
}

void readPositions(const Row &row, NodeSample &sample)
{
    sample.inRecovery = row.flag("recovering");
    if (!sample.inRecovery) {
        sample.head = row.lsn("current");
        sample.timeline = timelineOfWalFile(row.text("wal_file")).value_or(0);
        return;
    }
    sample.received = row.lsn("received");
    sample.replayed = row.lsn("replayed");
    // What was received goes back to the start of a segment when a receiver restarts; what was replayed does not.
    sample.head = std::max(sample.received.value_or(Lsn()), sample.replayed.value_or(Lsn()));
    if (!sample.head->isValid())
        sample.head.reset();
    const QString pause = row.text("pause");
    if (!pause.isEmpty())
        sample.replayPause = pause == QLatin1String("paused")            ? ReplayPause::Paused
                             : pause == QLatin1String("pause requested") ? ReplayPause::Requested
                                                                         : ReplayPause::NotPaused;
    sample.lastReplayedCommit = row.moment("last_commit");
}

void readUpstream(const Row &row, NodeSample &sample)
{
    sample.primaryConnInfo = withoutPassword(row.text("primary_conninfo"));
    sample.primarySlotName = row.text("primary_slot");
    const QJsonDocument receiver = row.json("receiver");
    if (receiver.isObject()) {
        const Fields fields(receiver.object());
        sample.receiver = readReceiver(fields);
        if (sample.primaryConnInfo.isEmpty()) // before 12 it stood in recovery.conf, which SQL cannot see
            sample.primaryConnInfo = withoutPassword(fields.text("conninfo"));
        if (sample.primarySlotName.isEmpty())
            sample.primarySlotName = sample.receiver->slotName;
    }
    sample.standbySignal = sample.inRecovery && (sample.receiver || !sample.primaryConnInfo.isEmpty());
    if (sample.inRecovery) {
        const int recoveryTimeline = row.number("recovery_timeline").value_or(0);
        const bool receiving = sample.receiver && sample.receiver->receivedTimeline > 0;
        sample.timeline = receiving ? sample.receiver->receivedTimeline : static_cast<Timeline>(recoveryTimeline);
    }
}

void readSendersAndSlots(const Row &row, NodeSample &sample)
{
    QHash<int, QString> slotOfPid;
    const QJsonArray slotRows = row.json("slots").array();
    for (const QJsonValue &value : slotRows) {
        const SlotSample slot = readSlot(Fields(value.toObject()), sample.head);
        if (slot.activePid)
            slotOfPid.insert(*slot.activePid, slot.name);
        sample.replicationSlots << slot;
    }
    const QJsonArray senderRows = row.json("senders").array();
    for (const QJsonValue &value : senderRows) {
        WalSenderSample sender = readSender(Fields(value.toObject()));
        sender.slotName = slotOfPid.value(sender.pid);
        sample.senders << sender;
    }
}

void readSettings(const Row &row, NodeSample &sample)
{
    sample.systemIdentifier = row.text("system_identifier");
    sample.serverTime = row.moment("server_time");
    sample.postmasterStarted = row.moment("started");
    sample.serverAddress = row.text("server_address");
    sample.serverPort = row.number("port").value_or(0);
    sample.permitted = row.flag("permitted");
    sample.dataDirectory = row.text("data_directory");
    sample.clusterName = row.text("cluster_name");
    sample.synchronousStandbyNames = row.text("synchronous_names");
    sample.delayMs = row.integer("apply_delay");
    sample.clientBackends = row.number("client_backends");
    sample.maxConnections = row.number("max_connections");
    sample.reservedConnections = row.number("reserved_connections");
    sample.maxWalSenders = row.number("max_wal_senders");
}

void readArchiver(const Row &row, NodeSample &sample)
{
    sample.archiveMode = row.text("archive_mode");
    sample.archiveCommand = row.text("archive_command");
    sample.archiveLibrary = row.text("archive_library");
    sample.archiveLastArchivedWal = row.text("last_archived_wal");
    sample.walSegmentBytes = row.integer("wal_segment_bytes");
    sample.archivedCount = row.integer("archived_count");
    sample.archiveFailedCount = row.integer("failed_count");
    sample.archiveLastFailedWal = row.text("last_failed_wal");
    sample.archiveLastFailedAt = row.moment("last_failed_at");
    sample.archiveLastArchivedAt = row.moment("last_archived_at");
}

} // namespace

void readSample(const ResultSet &result, NodeSample &sample)
{
    const Row row(result);
    readPositions(row, sample);
    readUpstream(row, sample);
    readSettings(row, sample);
    readSendersAndSlots(row, sample);
    readArchiver(row, sample);
    sample.databaseBytes = row.integer("database_bytes");
    sample.restartPending = row.flag("restart_pending");
}

} // namespace howdah
