#include "core/operations/catalogue.h"
#include "core/operations/library/library.h"

#include <algorithm>

namespace howdah {

const QList<Operation> &operationCatalogue()
{
    static const QList<Operation> operations{
        library::clone(),
        library::switchover(),
        library::failover(),
        library::rejoin(),
        library::follow(),
        library::pauseReplay(),
        library::resumeReplay(),
        library::setDelay(),
        library::decommission(),
        library::backup(),
        library::dump(),
        library::restore(),
        library::restoreCluster(),
        library::verifyBackup(),
        library::drillBackup(),
        library::scheduleBackup(),
        library::expireBackups(),
        library::keeperBackup(),
        library::keeperRestore(),
        library::setArchiving(),
        library::receiveWal(),
        library::recover(),
        library::bringRowsBack(),
        library::takePlace(),
        library::synchronous(),
        library::removeSynchronous(),
        library::createSlot(),
        library::dropSlot(),
        library::advanceSlot(),
        library::preparePrimary(),
        library::setParameter(),
        library::reload(),
        library::restart(),
    };
    return operations;
}

const Operation *findOperation(const QString &id)
{
    const QList<Operation> &operations = operationCatalogue();
    const auto found = std::find_if(operations.begin(), operations.end(),
                                    [&id](const Operation &operation) { return operation.id == id; });
    return found == operations.end() ? nullptr : &*found;
}

} // namespace howdah
