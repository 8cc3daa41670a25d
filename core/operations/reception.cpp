#include "core/operations/reception.h"
#include "core/base/wake_up.h"
#include "core/pg/lsn.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Reception)
};

constexpr Milliseconds longestLook{10000};

struct Reception
{
    Lsn upTo;
    bool receives = false; ///< a WAL receiver is there, be its upstream alive or not
    bool operator==(const Reception &) const = default;
};

Result<Reception> receptionOf(const ServerRef &standby, Sessions &sessions, std::stop_token stop)
{
    // Whoever may not see the other columns still sees that there is a row, and whose process it is.
    const Result<ResultSet> answer =
        sessions.query(standby,
                       QStringLiteral("SELECT GREATEST(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()),"
                                      " EXISTS (SELECT FROM pg_stat_wal_receiver WHERE pid IS NOT NULL)"),
                       {}, Deadline::after(longestLook), stop);
    if (!answer)
        return answer.error();
    return Reception{.upTo = Lsn::parse(answer->text(0, 0).value_or(QString())).value_or(Lsn()),
                     .receives = answer->boolean(0, 1).value_or(true)};
}

/// How far each has come, once they receive no more: a receiver reads to the end what a killed primary had sent, and
/// ends; one whose upstream is cut off waits for minutes and gets nothing. Empty when WAL goes on arriving.
Result<QList<Reception>> receivedToTheEnd(const QList<ServerRef> &standbys, Sessions &sessions, std::stop_token stop)
{
    constexpr Milliseconds quiet{300}, interval{5};
    const Deadline deadline = Deadline::after(longestLook);
    Deadline untilQuiet = Deadline::after(quiet);
    QList<Reception> before;
    while (!deadline.expired()) {
        QList<Reception> now;
        for (const ServerRef &standby : standbys) {
            const Result<Reception> one = receptionOf(standby, sessions, stop);
            if (!one)
                return one.error();
            now << *one;
        }
        const bool ended = std::none_of(now.begin(), now.end(), [](const Reception &one) { return one.receives; });
        if (ended || (now == before && untilQuiet.expired()))
            return now;
        if (now != before)
            untilQuiet = Deadline::after(quiet);
        before = now;
        if (!sleepUnlessStopped(interval, stop))
            return Error{.code = ErrorCode::Stopped, .message = Tr::tr("Stopped as asked.")};
    }
    return QList<Reception>();
}
} // namespace

Result<bool> hasReceivedMost(const ReceivedMost &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    const Result<QList<Reception>> received = receivedToTheEnd(look.others + QList{look.server}, sessions, stop);
    if (!received)
        return received.error();
    *seen = Tr::tr("WAL goes on arriving: a primary is still there.");
    for (qsizetype other = 0; other + 1 < received->size(); ++other) {
        const Lsn theirs = received->at(other).upTo, own = received->last().upTo;
        if (theirs <= own)
            continue;
        *seen = Tr::tr("%1 has received up to %2, %3 only up to %4.")
                    .arg(look.others.at(other).node, theirs.toString(), look.server.node, own.toString());
        return false;
    }
    return !received->isEmpty();
}

} // namespace howdah
