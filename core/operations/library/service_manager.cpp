#include "core/operations/library/service_manager.h"
#include "core/base/key.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ServiceManager)
};

/// Until the next start of the machine, by a drop-in that systemd forgets then. $1 the unit.
const char *const holdingScript = R"(mkdir -p "/run/systemd/system/$1.d" &&
printf '[Service]\nRestart=on-failure\n' >"/run/systemd/system/$1.d/howdah.conf" && systemctl daemon-reload)";

/// Both restart a server that was shut down in order; "on-failure" and its like do not.
bool restartsAfterAStop(const QString &policy)
{
    return policy == QLatin1String("always") || policy == QLatin1String("on-success");
}

/// Stopped through its engine, as Howdah does it, a container stays down whatever its policy; one that ended otherwise
/// does not.
Judgement judgeContainer(const QString &name, const QString &policy)
{
    const QString observed = Tr::tr("The restart policy of its container %1 is \"%2\".").arg(name, policy);
    if (policy == QLatin1String("no"))
        return ok(observed);
    const QString after = policy == QLatin1String("always")
                              ? Tr::tr("Its engine starts it again after a crash, and when the machine starts.")
                              : Tr::tr("Its engine starts it again after a crash.");
    return warning(
        observed + QLatin1Char(' ') + after,
        Tr::tr("It comes up as a standby once standby.signal is written. To be sure before that, make it \"no\" "
               "(docker update --restart=no %1).")
            .arg(name));
}

Result<QVariantMap> lookAtService(ProbeContext &context, const QString &layoutProbe)
{
    const auto layout = [&](const char *name) { return context.situation.value(layoutProbe, key(name)); };
    QVariantMap values{{key("policy"), layout("restartPolicy")}, {key("container"), layout("container")}};
    const auto host = context.hosts.find(layout("hostId").toString());
    const int pid = layout("pid").toInt();
    if (!host || pid <= 0 || !layout("container").toString().isEmpty())
        return values;
    const Result<QByteArray> groups =
        (*host)->readFile(QStringLiteral("/proc/%1/cgroup").arg(pid), As{}, context.deadline);
    const QString unit = groups ? systemdUnit(QString::fromUtf8(*groups)) : QString();
    if (unit.isEmpty())
        return values;
    const Result<CommandOutcome> shown =
        runChecked(**host,
                   {.argv = {QStringLiteral("systemctl"), QStringLiteral("show"), QStringLiteral("-p"),
                             QStringLiteral("Restart"), QStringLiteral("--value"), unit}},
                   context.deadline, context.stop);
    values.insert(key("unit"), unit);
    const auto line = [&](const QStringList &argv) { return shellLine(**host, {.argv = argv, .asUser = key("root")}); };
    values.insert(key("restarting"), line({key("systemctl"), key("restart"), unit}));
    values.insert(key("holding"), line({key("sh"), key("-c"), QString::fromLatin1(holdingScript), key("sh"), unit}));
    values.insert(key("restart"), shown ? QString::fromUtf8(shown->output).trimmed() : QString());
    return values;
}

} // namespace

QString systemdUnit(const QString &controlGroups)
{
    // The innermost service: "0::/system.slice/system-postgresql.slice/postgresql@15-main.service".
    static const QRegularExpression service(QStringLiteral("/([^/\\n]+\\.service)(?:/[^\\n]*)?$"),
                                            QRegularExpression::MultilineOption);
    const QString unit = service.match(controlGroups).captured(1);
    // Started by hand from a login: that unit is the login's, not the server's.
    return unit.startsWith(QLatin1String("user@")) || unit.startsWith(QLatin1String("ssh")) ? QString() : unit;
}

Probe serviceProbe(const QString &layoutProbe)
{
    return {.id = key("service"),
            .look = [layoutProbe](ProbeContext &context) { return lookAtService(context, layoutProbe); }};
}

Check noUnitIsLeft(const QString &layoutProbe)
{
    return factCheck(key("service-unit"), Tr::tr("Its service manager agrees"),
                     Tr::tr("A server that is restarted past its systemd unit runs outside of it afterwards, and a "
                            "unit that starts it again by itself fights the restart."),
                     key("service"), [layoutProbe](const Situation &situation, const Values &seen) {
                         const QString unit = seen.value(key("unit")).toString();
                         if (unit.isEmpty())
                             return ok(situation.value(layoutProbe, key("hostId")).isValid()
                                           ? Tr::tr("It runs in no unit of systemd.")
                                           : Tr::tr("Howdah cannot look at its host."));
                         const QString policy = seen.value(key("restart")).toString();
                         const QString observed = Tr::tr("It runs in the unit %1 with Restart=%2.").arg(unit, policy);
                         const QString remedy =
                             Tr::tr("Let systemd do it: %1").arg(seen.value(key("restarting")).toString());
                         return restartsAfterAStop(policy) ? blocked(observed, remedy) : warning(observed, remedy);
                     });
}

Check noAutomaticRestart(const QString &layoutProbe)
{
    return factCheck(key("restarts-itself"), Tr::tr("Nothing starts the old primary by itself"),
                     Tr::tr("A service manager that finds it ended may start it at once, in the midst of the change."),
                     key("service"), [layoutProbe](const Situation &situation, const Values &seen) {
                         if (const QString container = seen.value(key("container")).toString(); !container.isEmpty())
                             return judgeContainer(container, seen.value(key("policy")).toString());
                         const QString unit = seen.value(key("unit")).toString();
                         const QString policy = unit.isEmpty() ? seen.value(key("policy")).toString()
                                                               : seen.value(key("restart")).toString();
                         if (unit.isEmpty() && policy.isEmpty())
                             return ok(situation.value(layoutProbe, key("hostId")).isValid()
                                           ? Tr::tr("No service manager that would is seen.")
                                           : Tr::tr("Howdah cannot look at its host."));
                         const QString observed =
                             unit.isEmpty() ? Tr::tr("The restart policy of its container is \"%1\".").arg(policy)
                                            : Tr::tr("It runs in the unit %1 with Restart=%2.").arg(unit, policy);
                         if (!restartsAfterAStop(policy))
                             return ok(observed);
                         if (!unit.isEmpty())
                             return blocked(observed, Tr::tr("Hold it back until the machine's next start: %1")
                                                          .arg(seen.value(key("holding")).toString()));
                         return warning(observed,
                                        Tr::tr("It will come up as a standby, because standby.signal is written before "
                                               "it is stopped; set the policy to on-failure if that is not wanted."));
                     });
}

} // namespace howdah::library
