#pragma once

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>

namespace howdah {

using Milliseconds = std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

/// A moment on the monotonic clock by which a call must have ended. A value; copy it freely.
class Deadline
{
public:
    [[nodiscard]] static Deadline never() { return Deadline{std::nullopt}; }
    [[nodiscard]] static Deadline after(Milliseconds duration) { return Deadline{SteadyClock::now() + duration}; }

    [[nodiscard]] bool isNever() const { return !m_moment; }
    [[nodiscard]] bool expired() const { return m_moment && SteadyClock::now() >= *m_moment; }

    /// Rounded up, so that poll() never spins in the last millisecond; 0 once expired; the largest value for never().
    [[nodiscard]] Milliseconds remaining() const
    {
        if (!m_moment)
            return Milliseconds::max();
        return std::max(Milliseconds{0}, std::chrono::ceil<Milliseconds>(*m_moment - SteadyClock::now()));
    }

    /// For poll(): milliseconds, -1 for never().
    [[nodiscard]] int pollTimeout() const
    {
        if (!m_moment)
            return -1;
        return static_cast<int>(std::min<Milliseconds::rep>(remaining().count(), std::numeric_limits<int>::max()));
    }

    /// The sooner of this and `duration` from now.
    [[nodiscard]] Deadline cappedAt(Milliseconds duration) const
    {
        const Deadline capped = after(duration);
        return m_moment && *m_moment < *capped.m_moment ? *this : capped;
    }

private:
    explicit Deadline(std::optional<SteadyClock::time_point> moment) : m_moment(moment) {}
    std::optional<SteadyClock::time_point> m_moment;
};

} // namespace howdah
