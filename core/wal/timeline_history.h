#pragma once

#include "core/pg/lsn.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace howdah {

/// A timeline and where it was left for the next; the last one of a history is not left (nothing).
struct TimelineEntry
{
    Timeline timeline = 0;
    std::optional<Lsn> end;
    bool operator==(const TimelineEntry &) const = default;
};

/// A server's way through the timelines, oldest first: the lines of `NNNNNNNN.history`, then `timeline` itself. Lines
/// that are none are passed over, as the server does with comments. Timeline 1 has no such file: an empty content.
[[nodiscard]] QList<TimelineEntry> timelineHistory(const QByteArray &content, Timeline timeline);

/// Where two servers of one system parted: the last timeline that both were on, and the position from which on they
/// differ; the position is nothing when both are on it still. Nothing at all when they share no timeline.
struct CommonPast
{
    Timeline timeline = 0;
    std::optional<Lsn> fork;
};
[[nodiscard]] std::optional<CommonPast> commonPast(const QList<TimelineEntry> &left, const QList<TimelineEntry> &right);

} // namespace howdah
