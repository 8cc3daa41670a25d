#pragma once

#include "app/cli/console.h"
#include "core/operations/events.h"
#include "core/operations/operation.h"

#include <QStringList>

namespace howdah::cli {

/// Shows a run on standard error while it goes on: a line for each step when it is over, and on a terminal one more
/// line that is written over, with the percentage of a base backup. Events come on the thread that runs the operation,
/// one after the other.
class Progress
{
public:
    Progress(const Console &console, QStringList stepTitles);

    void show(const OperationEvent &event);

private:
    void showStep(const OperationEvent &event);
    void showTransient(const QString &text);
    void clearTransient();
    [[nodiscard]] QString title(int step) const;

    const Console &m_console;
    QStringList m_titles;
    bool m_transient = false;
};

} // namespace howdah::cli
