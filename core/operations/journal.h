#pragma once

#include "core/base/result.h"
#include "core/operations/events.h"
#include "core/operations/operation.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace howdah {

struct JournalStep
{
    QString id, title;
    StepState state = StepState::Waiting;
    qint64 ms = 0;
    QString log; ///< end of what its commands said
    std::optional<Error> error;
};

struct JournalEntry
{
    QString id, operation, cluster, systemIdentifier;
    Plan plan;
    QList<JournalStep> steps;
    OperationState state = OperationState::Running;
    QString console;        ///< "user@host, process 1234": who ran it
    bool abandoned = false; ///< state Running, but its console is dead
    bool ours = false;      ///< its console is this very process
    QDateTime started, ended;
    std::optional<Error> error;
    QJsonObject result;
    QJsonArray checks;
};

/// journal.db: what was intended, begun and done; written before and after each step (synchronous=FULL). One per
/// thread; several consoles may have the same file open. A damaged file is moved aside and reported by damage().
class Journal
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &file = {}); ///< empty: state directory
    ~Journal();

    [[nodiscard]] Result<void> begin(const JournalEntry &entry);
    [[nodiscard]] Result<void> stepChanged(const QString &id, int step, const JournalStep &state);
    /// Results so far, so that a kill does not lose what steps already done have found.
    [[nodiscard]] Result<void> resultChanged(const QString &id, const QJsonObject &result);
    [[nodiscard]] Result<void> finish(const QString &id, OperationState state, const std::optional<Error> &error,
                                      const QJsonObject &result);
    /// This console takes an interrupted entry over (resume, undo). Busy when another living console has it. An entry
    /// of one's own that still says "running" is one whose end could not be written: hold the cluster's lock, so that
    /// it is not being run.
    [[nodiscard]] Result<void> takeOver(const QString &id);

    [[nodiscard]] Result<JournalEntry> find(const QString &id) const;                               ///< NotFound
    [[nodiscard]] Result<QList<JournalEntry>> latest(int count, const QString &cluster = {}) const; ///< newest first
    [[nodiscard]] QString damage() const;

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// PRODUCT.md's document of an operation.
[[nodiscard]] QJsonObject toJson(const JournalEntry &entry);

} // namespace howdah
