#include "core/base/wake_up.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace howdah {

void WakeUp::Signal::operator()() const noexcept
{
    const std::uint64_t one = 1;
    // The counter cannot overflow with one write, and there is nobody to tell if it did.
    [[maybe_unused]] const auto written = ::write(descriptor, &one, sizeof one);
}

WakeUp::Event::Event()
    : descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

WakeUp::Event::~Event()
{
    if (descriptor >= 0)
        ::close(descriptor);
}

WakeUp::WakeUp(std::stop_token stop)
    : m_callback(std::move(stop), Signal{m_event.descriptor})
{
}

WaitOutcome waitFor(int descriptor, short events, const Deadline &deadline, const WakeUp &wakeUp)
{
    std::array<pollfd, 2> watched{pollfd{wakeUp.descriptor(), POLLIN, 0}, pollfd{descriptor, events, 0}};
    while (true) {
        const int ready = ::poll(watched.data(), watched.size(), deadline.pollTimeout());
        if (ready < 0 && errno == EINTR)
            continue;
        if (watched[0].revents != 0)
            return WaitOutcome::Stopped;
        if (ready > 0)
            return WaitOutcome::Ready;
        return WaitOutcome::TimedOut;
    }
}

bool sleepUnlessStopped(Milliseconds duration, const std::stop_token &stop)
{
    const WakeUp wakeUp(stop);
    // A negative descriptor is ignored by poll(2): only the wake-up and the time are waited for.
    return waitFor(-1, 0, Deadline::after(duration), wakeUp) != WaitOutcome::Stopped;
}

} // namespace howdah
