#pragma once

#include "core/operations/operation_desk.h"

#include <QDockWidget>
#include <QHash>

class QVBoxLayout;

namespace howdah {

class RunningRow;

/// What is running now, at the bottom of the main window: one line for each operation, and the last one that ended.
/// Hidden until something has run in this session.
class RunningDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit RunningDock(OperationDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }

private:
    void heard(const OperationEvent &event);
    void ended(const QString &id, const RunOutcome &outcome);
    void recorded(const QList<JournalEntry> &entries);
    RunningRow *rowOf(const QString &id);
    void removeEnded();
    void updateTitle();

    OperationDesk &m_desk;
    QVBoxLayout *m_lines;
    QHash<QString, RunningRow *> m_rows;
};

} // namespace howdah
