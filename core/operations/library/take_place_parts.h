#pragma once

#include "core/operations/library/side_instance.h"

namespace howdah::library {

/// What it takes for a recovered copy to become the primary, from the situation alone.
struct TakePlaceParts
{
    const NodeState *node = nullptr; ///< whose place it takes
    ServerRef server, side;
    ServerPlace place;     ///< of the node
    ServerPlace sidePlace; ///< of the copy, as long as it lies where it was recovered
    bool wasRunning = false;
    QString from;       ///< what "recover" made: the copy is `data` in it
    QString aside;      ///< where the node's old data directory goes
    QString kept;       ///< the copy's own configuration, for an undo
    QString mark;       ///< content of a file in the copy that tells it from the old data
    QStringList configuration; ///< entries of the old data directory that are the user's, not PostgreSQL's
    Timeline timeline = 0;     ///< of the copy
    QStringList standbys;      ///< that will have to be cloned again

    [[nodiscard]] static TakePlaceParts of(const Situation &situation);
    static constexpr const char *markName = "howdah-takes-the-place";
};

[[nodiscard]] QList<Probe> takePlaceProbes();
[[nodiscard]] QList<Check> takePlaceChecks();
[[nodiscard]] QList<Step> takePlaceSteps();

} // namespace howdah::library
