#include "core/operations/library/host_pace.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::HostPace)
};

constexpr int tries = 2; // the better one counts: a machine may be busy for a moment
constexpr qint64 unnoticedMs = 300;

Result<QVariantMap> lookAtPace(ProbeContext &context, const QString &layoutProbe)
{
    const QString id = context.situation.value(layoutProbe, QStringLiteral("hostId")).toString();
    const auto host = context.hosts.find(id);
    if (!host)
        return QVariantMap{};
    std::optional<qint64> best;
    for (int i = 0; i < tries; ++i) {
        QElapsedTimer clock;
        clock.start();
        const Result<CommandOutcome> done =
            (*host)->run({.argv = {QStringLiteral("true")}}, context.deadline, context.stop);
        if (!done)
            return done.error();
        best = std::min(best.value_or(clock.elapsed()), clock.elapsed());
    }
    return QVariantMap{{QStringLiteral("host"), (*host)->label()}, {QStringLiteral("ms"), *best}};
}

} // namespace

Probe hostPaceProbe(const QString &layoutProbe)
{
    return {.id = QStringLiteral("pace"),
            .look = [layoutProbe](ProbeContext &context) { return lookAtPace(context, layoutProbe); },
            .after = QStringList{layoutProbe}};
}

Check commandsBeginAtOnce()
{
    return factCheck(QStringLiteral("pace"), Tr::tr("Commands begin at once"),
                     Tr::tr("Writes stop while the commands that stop the old primary begin."), QStringLiteral("pace"),
                     [](const Situation &, const Values &seen) {
                         const QString host = seen.value(QStringLiteral("host")).toString();
                         if (host.isEmpty())
                             return ok(Tr::tr("Howdah cannot look at its host."));
                         const qint64 ms = seen.value(QStringLiteral("ms")).toLongLong();
                         // A moment's measure: told, but no reason to ask again at the approval.
                         const QString observed = Tr::tr("A command on %1 takes %2 ms.").arg(host).arg(ms);
                         return ok(ms <= unnoticedMs
                                       ? observed
                                       : observed + QLatin1Char(' ') +
                                             Tr::tr("Writes stop so much longer, twice over: what the login's shell does "
                                                    "first (~/.bashrc) comes before each command."));
                     });
}

} // namespace howdah::library
