#pragma once

#include "app/cli/command.h"

#include <atomic>
#include <functional>
#include <stop_token>
#include <thread>

namespace howdah::cli {

/// Ctrl-C and SIGTERM as a stop request. The first asks (what runs is undone); a second ends the process at once, which
/// leaves an operation interrupted, to be resumed or undone. One per process.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    /// The exit code of a second signal: HalfWay while an operation runs.
    void setAbandonCode(ExitCode code) { m_abandonCode = code; }

private:
    void listen();

    std::stop_source m_stop;
    std::atomic<ExitCode> m_abandonCode = ExitCode::Failed;
    int m_readEnd = -1;
    std::thread m_thread;
};

} // namespace howdah::cli
