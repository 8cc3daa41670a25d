#include "core/hosts/ssh_silence.h"

#include <QCoreApplication>

#include <atomic>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshHost)
};

constexpr Milliseconds shortestSilence{2500};
constexpr Milliseconds rememberedFor{10000};

// What was seen before is out of date.
std::atomic<SteadyClock::time_point> askedAnewAt{SteadyClock::time_point::min()};

qint64 inSeconds(Milliseconds time)
{
    return (time.count() + 999) / 1000;
}

} // namespace

void SshSilence::note(Milliseconds waited, Milliseconds ago)
{
    if (waited < shortestSilence)
        return;
    m_seen = SteadyClock::now() - ago;
    m_waited = waited;
}

std::optional<Error> SshSilence::error() const
{
    const SteadyClock::time_point now = SteadyClock::now();
    if (!m_seen || now >= *m_seen + rememberedFor || *m_seen <= askedAnewAt.load())
        return std::nullopt;
    const auto left = std::chrono::duration_cast<Milliseconds>(*m_seen + rememberedFor - now);
    return Error{ErrorCode::Unreachable,
                 Tr::tr("\"%1\" does not answer.").arg(m_destination),
                 Tr::tr("It kept silent for %1 s just now and is asked again in %2 s.")
                     .arg(inSeconds(m_waited))
                     .arg(inSeconds(left)),
                 Tr::tr("See that the machine runs and that its network leads here."),
                 {}};
}

void askSilentMachinesAgain()
{
    askedAnewAt = SteadyClock::now();
}

} // namespace howdah
