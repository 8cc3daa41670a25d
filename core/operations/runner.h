#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/events.h"
#include "core/operations/journal.h"
#include "core/operations/preparation.h"

#include <stop_token>

namespace howdah {

struct RunOutcome
{
    OperationState state = OperationState::Interrupted;
    std::optional<Error> error; ///< why it was undone, interrupted or not ready
    JournalEntry entry;         ///< as journalled; empty when nothing was begun
};

/// Runs an approved preparation: lock, refresh, compare with the approved plan (SituationChanged if it differs),
/// journal intent, execute, verify, journal done. A failing step, or a stop, undoes the done ones in reverse unless
/// past the point of no return. Blocks; worker thread. Never throws.
[[nodiscard]] RunOutcome runOperation(const Operation &operation, const Preparation &approved,
                                      const ClusterDefinition &cluster, const Environment &environment,
                                      const EventHandler &events, std::stop_token stop);

/// Goes on with an interrupted entry: steps whose verify holds are skipped, the one in doubt runs again. Before the
/// point of no return it looks again first; NotReady, and interrupted as before, when the situation is another by now
/// (resumption.h). `operations`: where its declaration is found.
[[nodiscard]] RunOutcome resumeOperation(const QString &id, const Environment &environment, const EventHandler &events,
                                         std::stop_token stop,
                                         const QList<Operation> &operations = operationCatalogue());
/// Undoes an interrupted entry's steps in reverse. NotReady with a sentence when a point of no return was begun.
[[nodiscard]] RunOutcome undoOperation(const QString &id, const Environment &environment, const EventHandler &events,
                                       std::stop_token stop);

/// For tests: called at every step boundary ("before:ID", "after:ID"); set through HOWDAH_KILL_AT to end the process
/// there.
void stepBoundary(const QString &where);

} // namespace howdah
