#pragma once

#include "core/operations/executor.h"

#include <vector>

namespace howdah {

/// Does the lanes of a Together at the same time, each in a thread and with sessions of its own, which stay open for
/// the next Together of the run. What the lanes say is passed on by the calling thread.
class Lanes
{
public:
    explicit Lanes(const Environment &environment);
    ~Lanes();

    /// Comes back when every lane has ended. `results` gets what their actions have found.
    [[nodiscard]] Result<void> run(const Together &action, const Executor::Listener &listener, QJsonObject &results,
                                   std::stop_token stop);

private:
    struct Heard;
    const Environment &m_environment;
    std::unique_ptr<Heard> m_heard;
    std::vector<std::unique_ptr<Executor>> m_executors;
};

} // namespace howdah
