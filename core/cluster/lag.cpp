#include "core/cluster/lag.h"

#include <algorithm>

namespace howdah {

namespace {

// The server reads its head a moment before the walsenders' positions, so a position may lie a little ahead of it.
std::optional<qint64> behind(const std::optional<Lsn> &head, const std::optional<Lsn> &position)
{
    if (!head || !position || !head->isValid() || !position->isValid())
        return std::nullopt;
    return std::max<qint64>(0, *head - *position);
}

// The server gives no interval once a standby has caught up and nothing is written: that is 0 only if no byte is
// missing.
std::optional<qint64> intervalOrCaughtUp(const std::optional<qint64> &interval, const std::optional<qint64> &bytes)
{
    if (interval)
        return std::max<qint64>(0, *interval);
    if (bytes && *bytes == 0)
        return 0;
    return std::nullopt;
}

// A standby replies at least every wal_receiver_status_interval (10 s); the intervals of one that fell silent are
// frozen.
bool isSilent(const NodeSample &sender, const WalSenderSample &row)
{
    constexpr qint64 longestReplyMs = 20'000;
    return sender.serverTime && row.replyTime && row.replyTime->msecsTo(*sender.serverTime) > longestReplyMs;
}

} // namespace

Lag lagOfSender(const NodeSample &sender, const WalSenderSample &row)
{
    Lag lag;
    if (!row.permitted())
        return lag;
    lag.sendBytes = behind(sender.head, row.sent);
    lag.writeBytes = behind(sender.head, row.written);
    lag.flushBytes = behind(sender.head, row.flushed);
    lag.replayBytes = behind(sender.head, row.replayed);
    if (isSilent(sender, row))
        return lag;
    lag.writeMs = intervalOrCaughtUp(row.writeMs, lag.writeBytes);
    lag.flushMs = intervalOrCaughtUp(row.flushMs, lag.flushBytes);
    lag.replayMs = intervalOrCaughtUp(row.replayMs, lag.replayBytes);
    return lag;
}

Lag lagOfStandbyAlone(const NodeSample &standby)
{
    Lag lag;
    // Without a live receiver "all that was received is replayed" says nothing: the primary may be long gone, or far
    // ahead.
    if (!standby.receiver || standby.receiver->status != QLatin1String("streaming"))
        return lag;
    lag.replayBytes = behind(standby.received, standby.replayed);
    // The age of the last replayed commit is no lag: after an idle night one record on its way would make it hours.
    if (lag.replayBytes == 0)
        lag.replayMs = 0;
    return lag;
}

} // namespace howdah
