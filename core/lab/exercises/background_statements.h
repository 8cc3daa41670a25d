#pragma once

#include "core/pg/connection.h"

#include <list>
#include <mutex>
#include <thread>

namespace howdah {

/// Statements that are sent and not waited for: a commit that hangs is the exercise. When their owner goes, those that
/// still run are cancelled at the server and waited for. Thread-safe.
class BackgroundStatements
{
public:
    BackgroundStatements() = default;
    ~BackgroundStatements();
    BackgroundStatements(const BackgroundStatements &) = delete;
    BackgroundStatements &operator=(const BackgroundStatements &) = delete;

    void run(Connection connection, const QString &sql, const Deadline &deadline);

private:
    std::mutex m_mutex;
    std::list<std::jthread> m_threads;
};

} // namespace howdah
