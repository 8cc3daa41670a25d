#include "app/cli/stop_signals.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace howdah::cli {

namespace {

constexpr char theEnd = '\0';

// A signal handler reaches nothing but globals.
int writeEnd = -1;

void tell(int signal)
{
    const int savedErrno = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
    errno = savedErrno;
}

void ignore(int) {}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    ::sigaction(signal, &action, nullptr); // without SA_RESTART: a question on the terminal ends too
}

} // namespace

StopSignals::StopSignals()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return; // no descriptors left: Ctrl-C then ends the process, as it does by itself
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_thread = std::thread([this] { listen(); });
    handle(SIGINT, tell);
    handle(SIGTERM, tell);
    handle(SIGHUP, tell);
    // A reader of our output that goes away must not end an operation. A handler, unlike SIG_IGN, is not passed on to
    // commands.
    handle(SIGPIPE, ignore);
}

StopSignals::~StopSignals()
{
    if (!m_thread.joinable())
        return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal, SIG_DFL);
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &theEnd, 1);
    m_thread.join();
    ::close(m_readEnd);
    ::close(writeEnd);
}

void StopSignals::listen()
{
    char byte = theEnd;
    while (true) {
        const ssize_t count = ::read(m_readEnd, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count != 1 || byte == theEnd)
            return;
        if (!m_stop.request_stop())
            ::_exit(static_cast<int>(m_abandonCode.load()));
    }
}

} // namespace howdah::cli
