#include "core/lab/exercises/background_statements.h"

namespace howdah {

BackgroundStatements::~BackgroundStatements()
{
    for (std::jthread &thread : m_threads) // all at once: each is then waited for in turn
        thread.request_stop();
}

void BackgroundStatements::run(Connection connection, const QString &sql, const Deadline &deadline)
{
    const std::lock_guard guard(m_mutex);
    m_threads.emplace_back([held = std::move(connection), sql, deadline](std::stop_token stop) mutable {
        (void)held.query(sql, {}, deadline, stop); // its end is seen by an observation, or is the learner's matter
    });
}

} // namespace howdah
