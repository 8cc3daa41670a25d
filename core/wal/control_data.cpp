#include "core/wal/control_data.h"

#include <algorithm>

namespace howdah {

namespace {

QString valueOf(const QByteArray &output, const char *label)
{
    for (const QByteArray &line : output.split('\n')) {
        if (!line.startsWith(label) || line.size() <= qsizetype(qstrlen(label)) || line.at(qstrlen(label)) != ':')
            continue;
        return QString::fromUtf8(line.mid(qsizetype(qstrlen(label)) + 1)).trimmed();
    }
    return {};
}

} // namespace

bool ControlData::endedInOrder() const
{
    return state == QLatin1String("shut down") || state == QLatin1String("shut down in recovery");
}

std::optional<ControlData> parseControlData(const QByteArray &output)
{
    const auto lsn = [&](const char *label) { return Lsn::parse(valueOf(output, label)).value_or(Lsn()); };
    const auto number = [&](const char *label) { return valueOf(output, label).toInt(); };
    ControlData data{.systemIdentifier = valueOf(output, "Database system identifier"),
                     .state = valueOf(output, "Database cluster state"),
                     .checkpoint = lsn("Latest checkpoint location"),
                     .redo = lsn("Latest checkpoint's REDO location"),
                     .timeline = std::max(valueOf(output, "Latest checkpoint's TimeLineID").toUInt(),
                                          valueOf(output, "Min recovery ending loc's timeline").toUInt()),
                     .minimumRecoveryEnd = lsn("Minimum recovery ending location"),
                     .hintsLogged = valueOf(output, "wal_log_hints setting") == QLatin1String("on"),
                     .checksums = number("Data page checksum version") > 0,
                     .segmentBytes = valueOf(output, "Bytes per WAL segment").toUInt(),
                     .maxConnections = number("max_connections setting"),
                     .maxWorkerProcesses = number("max_worker_processes setting"),
                     .maxWalSenders = number("max_wal_senders setting"),
                     .maxPreparedTransactions = number("max_prepared_xacts setting"),
                     .maxLocksPerTransaction = number("max_locks_per_xact setting")};
    const bool complete = !data.systemIdentifier.isEmpty() && !data.state.isEmpty() && data.timeline > 0 &&
                          data.checkpoint.isValid() && data.segmentBytes > 0;
    return complete ? std::optional(data) : std::nullopt;
}

} // namespace howdah
