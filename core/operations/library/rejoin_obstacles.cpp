#include "core/backup/archive_file.h"
#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

// Why a node cannot come back in one way or the other.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

/// The place of a segment in the WAL, whatever its timeline.
QString placeOf(const QString &segment)
{
    return segment.mid(8);
}

bool primaryHasWalFrom(const Situation &situation, Lsn lsn, quint32 segmentBytes)
{
    const QString oldest = situation.value(key("primary"), key("oldestSegment")).toString();
    return !oldest.isEmpty() && placeOf(oldest) <= placeOf(walFileName(1, lsn, segmentBytes));
}

} // namespace

QString obstacleToFollowingOn(const Situation &situation, const RejoinParts &parts)
{
    const auto past = [&](const char *name) { return situation.value(key("past"), key(name)); };
    if (!parts.pastKnown)
        return past("why").toString();
    if (parts.diverged)
        return Tr::tr("%1 went on after %2 had left its history at %3")
            .arg(parts.name, parts.primary->name(), parts.fork.toString());
    const Lsn end = std::max(parts.control.checkpoint, parts.control.minimumRecoveryEnd);
    if (!primaryHasWalFrom(situation, end, parts.control.segmentBytes) && !parts.restoresWal)
        return Tr::tr("%1 no longer has the WAL from %2 on").arg(parts.primary->name(), end.toString());
    return {};
}

QString obstacleToRewinding(const Situation &situation, const RejoinParts &parts)
{
    const auto fact = [&](const char *probe, const char *name) { return situation.value(key(probe), key(name)); };
    if (!parts.pastKnown)
        return fact("past", "why").toString();
    if (!parts.diverged)
        return Tr::tr("there is nothing to rewind");
    if (parts.ownTimeline == parts.timeline)
        return Tr::tr("both are on a timeline %1 of their own, which pg_rewind takes for the same").arg(parts.timeline);
    if (!parts.control.hintsLogged && !parts.control.checksums)
        return Tr::tr("%1 ran with neither wal_log_hints nor data checksums").arg(parts.name);
    if (!fact("primary", "fullPageWrites").toBool())
        return Tr::tr("full_page_writes is off on %1").arg(parts.primary->name());
    for (const auto &[there, program] : {qMakePair("hasRewind", "pg_rewind"), qMakePair("hasPsql", "psql")})
        if (!fact("control", there).toBool())
            return Tr::tr("%1 is not in %2").arg(key(program), parts.place.binDirectory);
    if (const QString lacking = tablespaceThatItLacks(situation); !lacking.isEmpty())
        return Tr::tr("%1 has no tablespace %2 yet").arg(parts.name, lacking);
    if (!parts.listed)
        return fact("past", "listError").toString();
    const Fact *login = situation.fact(key("rewind-login"));
    if (!login || login->error)
        return login ? login->error->message : Tr::tr("the login for it was not tried");
    const std::optional<Lsn> redo = Lsn::parse(fact("past", "redo").toString());
    if (parts.restoresWal)
        return {};
    if (!redo)
        return Tr::tr("%1 no longer has its WAL from the last checkpoint before %2 on")
            .arg(parts.name, parts.fork.toString());
    if (!primaryHasWalFrom(situation, *redo, parts.control.segmentBytes))
        return Tr::tr("%1 no longer has the WAL from %2 on").arg(parts.primary->name(), redo->toString());
    return {};
}

QString obstacleToCloning(const Situation &situation, const RejoinParts &parts)
{
    const auto fact = [&](const char *probe, const char *name) { return situation.value(key(probe), key(name)); };
    if (const QString obstacle = tablespaceObstacle(situation, parts); !obstacle.isEmpty())
        return obstacle;
    if (!fact("control", "hasBaseBackup").toBool())
        return Tr::tr("pg_basebackup or pg_verifybackup is not in %1").arg(fact("layout", "binDirectory").toString());
    const qint64 needed = fact("primary", "bytes").toLongLong() + fact("space", "keptBytes").toLongLong() +
                          fact("space", "oldBytes").toLongLong();
    const qint64 free = fact("space", "dataFreeBytes").toLongLong();
    if (free < needed)
        return Tr::tr("%1 MB are free beside %2, and %3 MB are needed")
            .arg(free >> 20)
            .arg(parts.volume ? parts.place.dataDirectory : parentOf(parts.place.dataDirectory))
            .arg(needed >> 20);
    return {};
}

} // namespace howdah::library
