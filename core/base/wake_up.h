#pragma once

#include "core/base/deadline.h"

#include <stop_token>

namespace howdah {

/// A descriptor that becomes readable when a stop is requested, so that a thread in poll() wakes at once.
/// One per waiting call; not copied. Owns the descriptor (eventfd).
class WakeUp
{
public:
    explicit WakeUp(std::stop_token stop);
    WakeUp(const WakeUp &) = delete;
    WakeUp &operator=(const WakeUp &) = delete;

    [[nodiscard]] int descriptor() const { return m_event.descriptor; }

private:
    struct Event
    {
        Event();
        ~Event();
        Event(const Event &) = delete;
        Event &operator=(const Event &) = delete;
        const int descriptor;
    };
    struct Signal
    {
        int descriptor;
        void operator()() const noexcept;
    };
    Event m_event;
    std::stop_callback<Signal> m_callback; // last: goes first, so that it never writes to a descriptor that is closed
};

enum class WaitOutcome { Ready, TimedOut, Stopped };

/// Waits until `descriptor` shows one of `events` (poll(2) bits), the deadline passes or a stop is requested.
[[nodiscard]] WaitOutcome waitFor(int descriptor, short events, const Deadline &deadline, const WakeUp &wakeUp);

/// Sleeps; returns false at once when a stop is requested.
[[nodiscard]] bool sleepUnlessStopped(Milliseconds duration, const std::stop_token &stop);

} // namespace howdah
