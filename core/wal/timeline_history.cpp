#include "core/wal/timeline_history.h"

#include <algorithm>

namespace howdah {

QList<TimelineEntry> timelineHistory(const QByteArray &content, Timeline timeline)
{
    QList<TimelineEntry> entries;
    for (const QByteArray &line : content.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        bool isNumber = false;
        const Timeline number = words.value(0).toUInt(&isNumber);
        const std::optional<Lsn> end = Lsn::parse(QString::fromLatin1(words.value(1)));
        if (isNumber && number > 0 && end)
            entries << TimelineEntry{number, end};
    }
    entries << TimelineEntry{timeline, std::nullopt};
    return entries;
}

std::optional<CommonPast> commonPast(const QList<TimelineEntry> &left, const QList<TimelineEntry> &right)
{
    std::optional<CommonPast> past;
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (left.at(i).timeline != right.at(i).timeline)
            break;
        const std::optional<Lsn> ends[] = {left.at(i).end, right.at(i).end};
        past = CommonPast{left.at(i).timeline, ends[0] && ends[1] ? std::min(ends[0], ends[1])
                                               : ends[0]          ? ends[0]
                                                                  : ends[1]};
        if (ends[0] != ends[1])
            break; // one left it before the other did
    }
    return past;
}

} // namespace howdah
