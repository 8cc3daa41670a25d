#include "core/operations/probing.h"
#include "core/base/side_by_side.h"
#include "core/operations/sessions.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Preparation)
};

constexpr Milliseconds probeTimeout{30000};

Error stopped()
{
    return {.code = ErrorCode::Stopped, .message = Tr::tr("Stopped as asked.")};
}

Fact lookWith(const Probe &probe, const Situation &situation, const Environment &environment, std::stop_token stop)
{
    ProbeContext context{.situation = situation,
                         .hosts = *environment.hosts,
                         .deadline = Deadline::after(probeTimeout),
                         .stop = stop,
                         .connect = [&environment, stop](const ServerRef &server) {
                             return openSession(environment, server, Deadline::after(environment.connectTimeout), stop);
                         }};
    const Result<QVariantMap> seen = probe.look(context);
    Fact fact{.observedAt = QDateTime::currentDateTimeUtc()};
    if (seen)
        fact.values = *seen;
    else
        fact.error = seen.error();
    return fact;
}

/// Null when it must be looked at again: it was not seen, is too old, or was asked of another cluster or for another
/// purpose.
const Fact *stillGood(const Probe &probe, const Situation &now, const Situation *earlier)
{
    const Fact *known = earlier && probe.lasts > Milliseconds{0} ? earlier->fact(probe.id) : nullptr;
    if (!known || known->error)
        return nullptr;
    if (const qint64 age = known->observedAt.msecsTo(now.now); age < 0 || age > probe.lasts.count())
        return nullptr;
    const bool sameQuestion =
        earlier->arguments == now.arguments && earlier->snapshot->definition == now.snapshot->definition;
    return sameQuestion ? known : nullptr;
}

bool hasItsTurn(const Probe &probe, const Situation &situation, bool isFirst)
{
    return probe.after ? std::all_of(probe.after->begin(), probe.after->end(),
                                     [&](const QString &other) { return situation.facts.contains(other); })
                       : isFirst;
}

/// Of the probes from `left`, those whose turn has come: what they depend on has been seen.
QList<Probe> takeReady(QList<Probe> &left, const Situation &situation)
{
    QList<Probe> ready, waiting;
    for (const Probe &probe : std::as_const(left)) {
        const bool turn = hasItsTurn(probe, situation, ready.isEmpty() && waiting.isEmpty());
        (turn ? ready : waiting) << probe;
    }
    left = waiting;
    return ready;
}

/// Those that need no look, so that what waits for them looks along with the others.
void skipNeedless(QList<Probe> &left, Situation &situation)
{
    const auto isNeedless = [&](const Probe &probe) {
        return probe.needless && hasItsTurn(probe, situation, &probe == &left.first()) && probe.needless(situation);
    };
    for (auto probe = left.begin(); probe != left.end();) {
        if (isNeedless(*probe)) {
            situation.facts.insert(probe->id, Fact{.observedAt = QDateTime::currentDateTimeUtc()});
            probe = left.erase(probe);
        } else {
            ++probe;
        }
    }
}
} // namespace

Result<Situation> probed(const Operation &operation, Situation situation, const Environment &environment,
                         std::stop_token stop, const std::function<bool(const Situation &)> &isUseless,
                         const Situation *earlier)
{
    situation.arguments = withSuggestions(operation, situation);
    QList<Probe> left = operation.probes;
    while (!left.isEmpty() && !stop.stop_requested() && !isUseless(situation)) {
        skipNeedless(left, situation);
        const QList<Probe> ready = takeReady(left, situation);
        if (ready.isEmpty()) // a probe after one that is not declared: its checks say that nothing was looked at
            break;
        QList<Fact> facts(ready.size());
        Fact *const places = facts.data(); // detached once, here: the threads write to places of their own
        const Situation &seen = situation;
        sideBySide(ready.size(), [&](qsizetype one) {
            const Fact *const known = stillGood(ready.at(one), seen, earlier);
            places[one] = known ? *known : lookWith(ready.at(one), seen, environment, stop);
        });
        // In the declared order, whichever was first: what is suggested must not depend on it.
        for (qsizetype one = 0; one < ready.size(); ++one) {
            situation.facts.insert(ready.at(one).id, facts.at(one));
            situation.arguments = withSuggestions(operation, situation);
        }
    }
    if (stop.stop_requested())
        return stopped();
    situation.now = QDateTime::currentDateTimeUtc();
    return situation;
}

} // namespace howdah
