#pragma once

#include "core/base/deadline.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace howdah {

/// Watches over one command of another machine from a thread of its own, for a killed ssh leaves it running there: at
/// the deadline or a stop the command is ended there first, and ssh let go then. One that has ended while something it
/// left behind holds its output is let go of too.
class SshWatch
{
public:
    enum class Cause { ItsOwnEnd, Stopped, TimedOut };

    /// `endThere` is called at most once, on the watching thread; true when the command surely has ended.
    SshWatch(const Deadline &deadline, std::stop_token stop, std::function<bool()> endThere);

    [[nodiscard]] std::stop_token enough() const { return m_enough.get_token(); } ///< ssh is to end now
    void commandEnded();                                                          ///< ssh may end by itself
    void finish();                                                                ///< ssh has ended

    // After finish():
    [[nodiscard]] Cause cause() const { return m_cause; }
    [[nodiscard]] bool endIsSure() const { return m_endIsSure; }

private:
    void watch();

    const Deadline m_deadline;
    const std::stop_token m_stop;
    const std::function<bool()> m_endThere;
    std::stop_source m_enough;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_commandEnded = false;
    bool m_finished = false;
    bool m_endIsSure = true;
    Cause m_cause = Cause::ItsOwnEnd;
    std::jthread m_thread; // last: it uses all the others
};

} // namespace howdah
