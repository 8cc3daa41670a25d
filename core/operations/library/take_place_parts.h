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
    QString staging;    ///< where the copy is copied to first; empty when both lie on one file system
    QString aside;      ///< where the node's old data directory goes
    QString kept;       ///< the copy's own configuration, for an undo
    QString mark;       ///< content of a file in the copy that tells it from the old data
    QStringList configuration; ///< entries of the old data directory that are the user's, not PostgreSQL's
    Timeline timeline = 0;     ///< of the copy
    QStringList standbys;      ///< that will have to be cloned again

    [[nodiscard]] static TakePlaceParts of(const Situation &situation);
    /// What is moved to the node's place.
    [[nodiscard]] QString copied() const
    {
        return staging.isEmpty() ? sidePlace.dataDirectory : staging + QStringLiteral("/data");
    }
    [[nodiscard]] Action run(const QString &text, const QStringList &argv) const; ///< on its host, as its owner
    [[nodiscard]] Observation isThere(const QString &path, const QString &text, bool there = true,
                                      Milliseconds timeout = Milliseconds{10000}) const;
    [[nodiscard]] Action removeStaging() const;
    [[nodiscard]] static QString markIn(const QString &directory);
    static constexpr const char *markName = "howdah-takes-the-place";
};

[[nodiscard]] QList<Probe> takePlaceProbes();
[[nodiscard]] QList<Check> takePlaceChecks();
[[nodiscard]] QList<Step> takePlaceSteps();
[[nodiscard]] QList<Step> takePlaceMoveSteps();

} // namespace howdah::library
