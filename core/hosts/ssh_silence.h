#pragma once

#include "core/base/deadline.h"
#include "core/base/error.h"

#include <optional>

namespace howdah {

/// That a machine kept somebody waiting and did not answer: for some seconds the next question need not wait as long
/// again. Not thread-safe.
class SshSilence
{
public:
    explicit SshSilence(QString destination)
        : m_destination(std::move(destination))
    {
    }

    /// It was not heard of for `waited`, until `ago`. Shorter waits are no silence.
    void note(Milliseconds waited, Milliseconds ago = Milliseconds{0});
    void forget() { m_seen.reset(); }
    /// Unreachable as long as it lasts; nothing once it is to be asked again.
    [[nodiscard]] std::optional<Error> error() const;

private:
    const QString m_destination;
    std::optional<SteadyClock::time_point> m_seen;
    Milliseconds m_waited{0};
};

/// Whoever begins something new wants to know how things are now: every silent machine is asked again. Thread-safe.
void askSilentMachinesAgain();

} // namespace howdah
