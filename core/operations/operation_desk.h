#pragma once

#include "core/operations/events.h"
#include "core/operations/journal.h"
#include "core/operations/preparation.h"
#include "core/operations/runner.h"

#include <QObject>

#include <memory>

namespace howdah {

/// The window's counter for operations: takes requests on the GUI thread, does them on worker threads, announces what
/// happens. Every signal is emitted on the desk's thread; no method waits.
class OperationDesk : public QObject
{
    Q_OBJECT

public:
    /// `environment` must outlive the desk.
    explicit OperationDesk(const Environment &environment, QObject *parent = nullptr);
    ~OperationDesk() override; ///< asks running operations to stop, waits for their undo

    /// Answered by prepared() or preparationFailed() with the ticket returned. A newer request from the same wizard
    /// simply ignores older tickets.
    int prepare(const QString &operation, const ClusterDefinition &cluster, const Arguments &arguments);
    void run(const Preparation &approved, const ClusterDefinition &cluster); ///< events(); then finished()
    void resume(const QString &id);
    void undo(const QString &id);
    void stop(const QString &id);
    [[nodiscard]] QStringList running() const;                      ///< ids
    void loadJournal(const QString &cluster = {}, int count = 200); ///< journalLoaded()

    [[nodiscard]] const Environment &environment() const;

Q_SIGNALS:
    void prepared(int ticket, const howdah::Preparation &preparation);
    void preparationFailed(int ticket, const howdah::Error &error);
    void event(const howdah::OperationEvent &event);
    void finished(const QString &id, const howdah::RunOutcome &outcome);
    void journalLoaded(const QString &cluster, const QList<howdah::JournalEntry> &entries);
    void journalFailed(const howdah::Error &error);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace howdah
