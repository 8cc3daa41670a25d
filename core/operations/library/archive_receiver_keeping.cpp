#include "core/base/key.h"
#include "core/operations/library/archive_receiver_parts.h"
#include "core/operations/library/crontab.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

// Who starts a pg_receivewal again that has ended, be it with its host.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReceiveWal)
};

using KeptBy = ReceiverParts::KeptBy;

CrontabLine crontabOf(const ReceiverParts &parts)
{
    return {parts.place.hostId, parts.place.owner, parts.crontabMark()};
}

/// $1: the unit; $2: what stands in ours.
const char *const lookScript = R"sh(
[ -d /run/systemd/system ] && [ "$(id -u)" = 0 ] && echo systemd
grep -qsF "$2" "$1" && echo systemdTold
command -v crontab >/dev/null && echo crontab
for pid in /proc/[0-9]*; do
    read -r name <"$pid/comm" 2>/dev/null || continue
    case $name in cron | crond) echo cronRuns && break ;; esac
done
exit 0
)sh";

Result<QVariantMap> lookAtKeeping(ProbeContext &context)
{
    const ReceiverParts parts = ReceiverParts::of(context.situation);
    const auto host = context.hosts.find(parts.place.hostId);
    if (!host)
        return host.error();
    const Result<CommandOutcome> seen =
        runChecked(**host,
                   {.argv = {key("sh"), key("-c"), QString::fromLatin1(lookScript), key("sh"), parts.installedUnit(),
                             parts.own("receive-wal")}},
                   context.deadline, context.stop);
    if (!seen)
        return seen.error();
    QVariantMap values;
    for (const QByteArray &line : seen->output.split('\n'))
        if (!line.isEmpty())
            values.insert(QString::fromUtf8(line), true);
    const Result<CommandOutcome> line = (*host)->run(printCrontabLine(crontabOf(parts)), context.deadline);
    values.insert(key("cronTold"), line && !line->output.trimmed().isEmpty());
    return values;
}

QString suggestKeeping(const Situation &situation)
{
    const auto there = [&situation](const char *name) { return situation.value(key("keeping"), key(name)).toBool(); };
    return there("systemd") ? key("systemd") : there("cronRuns") && there("crontab") ? key("cron") : key("nobody");
}

Judgement judgeKeeping(const Situation &situation, const Values &seen)
{
    const ReceiverParts parts = ReceiverParts::of(situation);
    if (!parts.on)
        return ok(parts.keptBy == KeptBy::Nobody ? Tr::tr("Nobody was told to start it again.")
                                                 : Tr::tr("It is not started again any more."));
    const auto has = [&seen](const char *name) { return seen.value(key(name)).toBool(); };
    switch (parts.keptBy) {
    case KeptBy::Systemd:
        return has("systemd")
                   ? ok(Tr::tr("systemd runs it as %1.").arg(parts.unitName()))
                   : blocked(Tr::tr("systemd does not run on that host, or Howdah does not log in there as root."),
                             Tr::tr("Let cron keep it, or nobody."));
    case KeptBy::Cron:
        if (!has("crontab"))
            return blocked(Tr::tr("There is no crontab program on that host."), Tr::tr("Install cron."));
        return has("cronRuns") ? ok(Tr::tr("cron looks each minute whether it runs."))
                               : warning(Tr::tr("No cron daemon runs on that host."), Tr::tr("Start it."));
    case KeptBy::Nobody:
        break;
    }
    return warning(Tr::tr("Nobody starts it again after a crash, or a restart of that host."),
                   Tr::tr("Let systemd or cron keep it, where that host has one of them."));
}

Action systemctl(const ReceiverParts &parts, const QString &text, const QStringList &words)
{
    return {.text = text,
            .what =
                RunCommand{.hostId = parts.place.hostId, .command = {.argv = QStringList{key("systemctl")} + words}}};
}

} // namespace

Probe receiverKeepingProbe()
{
    return {.id = key("keeping"), .look = lookAtKeeping};
}

Param receiverKeepingParam()
{
    return {.id = key("kept-by"),
            .title = Tr::tr("Kept running by"),
            .help =
                Tr::tr("Who starts it again after a crash, and when that host has started. systemd: a service of its "
                       "own. cron: a line in the crontab of the files' owner."),
            .kind = Param::Kind::Choice,
            .options = {{key("systemd"), QStringLiteral("systemd")},
                        {key("cron"), QStringLiteral("cron")},
                        {key("nobody"), Tr::tr("Nobody")}},
            .suggest = suggestKeeping};
}

Check receiverKeepingCheck()
{
    return factCheck(key("kept"), Tr::tr("It is started again"),
                     Tr::tr("While it is away nothing is received, and the server keeps its WAL for it."),
                     key("keeping"), judgeKeeping);
}

QList<Action> keepReceiver(const ReceiverParts &parts)
{
    constexpr int unitMode = 0644;
    if (parts.keptBy == KeptBy::Cron)
        return {setCrontabLine(crontabOf(parts), parts.crontabLine())};
    if (parts.keptBy == KeptBy::Nobody)
        return {};
    return {{.text = Tr::tr("Write %1").arg(parts.installedUnit()),
             .what = WriteFile{parts.place.hostId, parts.installedUnit(), {}, parts.unit(), unitMode}},
            systemctl(parts, Tr::tr("Let systemd read its units again"), {key("daemon-reload")}),
            systemctl(parts, Tr::tr("Have systemd start it, now and with the host"),
                      {key("enable"), key("--now"), key("--quiet"), parts.unitName()})};
}

QList<Action> keepReceiverNoMore(const ReceiverParts &parts)
{
    if (parts.keptBy == KeptBy::Cron)
        return {setCrontabLine(crontabOf(parts), {})};
    if (parts.keptBy == KeptBy::Nobody)
        return {};
    Action off = systemctl(parts, Tr::tr("Have systemd stop it, and start it no more"),
                           {key("disable"), key("--now"), key("--quiet"), parts.unitName()});
    off.unless = Observation{.text = Tr::tr("%1 is not there").arg(parts.installedUnit()),
                             .look = PathIs{parts.place.hostId, parts.installedUnit(), {}, PathIs::What::Absent},
                             .timeout = Milliseconds{0}};
    return {off,
            {.text = Tr::tr("Remove %1").arg(parts.installedUnit()),
             .what = RemoveFile{parts.place.hostId, parts.installedUnit(), {}}},
            systemctl(parts, Tr::tr("Let systemd read its units again"), {key("daemon-reload")})};
}

} // namespace howdah::library
