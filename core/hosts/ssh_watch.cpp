#include "core/hosts/ssh_watch.h"

namespace howdah {

namespace {

constexpr Milliseconds graceForHeldOutput{200};

} // namespace

SshWatch::SshWatch(const Deadline &deadline, std::stop_token stop, std::function<bool()> endThere)
    : m_deadline(deadline)
    , m_stop(std::move(stop))
    , m_endThere(std::move(endThere))
    , m_thread([this] { watch(); })
{
}

void SshWatch::commandEnded()
{
    const std::scoped_lock lock(m_mutex);
    m_commandEnded = true;
    m_changed.notify_all();
}

void SshWatch::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_finished = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

void SshWatch::watch()
{
    std::unique_lock lock(m_mutex);
    const auto ended = [this] { return m_commandEnded || m_finished; };
    while (!ended() && !m_stop.stop_requested() && !m_deadline.expired())
        m_changed.wait_for(lock, m_stop, m_deadline.cappedAt(std::chrono::hours(1)).remaining(), ended);
    if (m_finished)
        return;
    if (m_commandEnded) {
        m_changed.wait_for(lock, graceForHeldOutput, [this] { return m_finished; });
    } else {
        m_cause = m_stop.stop_requested() ? Cause::Stopped : Cause::TimedOut;
        lock.unlock();
        m_endIsSure = m_endThere();
    }
    m_enough.request_stop();
}

} // namespace howdah
