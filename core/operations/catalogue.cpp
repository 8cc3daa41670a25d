#include "core/operations/catalogue.h"
#include "core/operations/library/library.h"

#include <algorithm>

namespace howdah {

const QList<Operation> &operationCatalogue()
{
    static const QList<Operation> operations{
        library::preparePrimary(), library::clone(),        library::switchover(),   library::failover(),
        library::rejoin(),         library::pauseReplay(),  library::resumeReplay(), library::restart(),
        library::reload(),         library::setParameter(), library::synchronous(),  library::removeSynchronous(),
        library::setDelay(),       library::follow(),       library::decommission(), library::createSlot(),
        library::dropSlot(),       library::advanceSlot(),  library::backup(),       library::recover(),
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
