#include "core/operations/library/server_place.h"
#include "core/operations/library/nodes.h"
#include "core/operations/server_log.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Nodes)
};

constexpr Milliseconds serverCommandTimeout{180000};
constexpr Milliseconds lookTimeout{30000};

/// Where the running server's own output goes, so that a restart keeps it; empty when that is no file, or one that was
/// opened for the server by somebody else (a service manager), so that its owner cannot write it.
QString outputFileOf(Host &host, const ServerLayout &layout, const Deadline &deadline)
{
    if (!layout.running || layout.container) // its engine keeps that one's
        return {};
    const Result<FileStatus> output =
        host.status(QStringLiteral("/proc/%1/fd/2").arg(layout.postmasterPid), As{layout.owner}, deadline);
    const QString target = output ? output->linkTarget : QString();
    const bool aFile = target.startsWith(QLatin1Char('/')) && !target.startsWith(QLatin1String("/dev/")) &&
                       !target.endsWith(QLatin1String(" (deleted)"));
    if (!aFile)
        return {};
    const Result<CommandOutcome> writable =
        host.run({.argv = {QStringLiteral("test"), QStringLiteral("-w"), target}, .asUser = layout.owner}, deadline);
    return writable && writable->succeeded() ? target : QString();
}

/// What a server writes to its output, its container's engine keeps.
Command wordsOfEngine(const ServerContainer &container)
{
    return {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("\"$1\" logs --tail 12 \"$2\" 2>&1"),
                     QStringLiteral("sh"), container.engine, container.name},
            .environment = engineEnvironment()};
}

constexpr int noServerRunning = 3; // 4, a directory that cannot be reached, says nothing about a server

/// What pg_ctl says, and "no server" of a zombie: for pg_ctl that one runs.
Command statusOrZombie(const ServerPlace &place)
{
    const QString script = QStringLiteral("\"$1\" status -D \"$2\" || exit; read -r pid < \"$2/postmaster.pid\";"
                                          " ! grep -qs '^State:[[:space:]]*Z' \"/proc/$pid/status\" || exit 3");
    return {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"),
                     place.binDirectory + QStringLiteral("/pg_ctl"), place.dataDirectory},
            .asUser = place.owner};
}

/// What pg_ctl says. A server that was just killed runs for pg_ctl until its parent has taken note of its end, and
/// cannot be started until then: that is waited for a while.
Command statusOnceReaped(const ServerPlace &place)
{
    const QString script =
        QStringLiteral("\"$1\" status -D \"$2\" || exit; read -r pid < \"$2/postmaster.pid\"; left=50;"
                       " while grep -qs '^State:[[:space:]]*Z' \"/proc/$pid/status\" &&"
                       " [ $left -gt 0 ]; do left=$((left - 1)); sleep 0.1; done;"
                       " [ $left -eq 50 ] || exit 3");
    Command status = statusOrZombie(place);
    status.argv[2] = script;
    return status;
}

Result<QVariantMap> lookAtLayout(ProbeContext &context, const NodeState *node)
{
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no such node.")};
    if (node->definition.hostId.isEmpty())
        return Error{
            .code = ErrorCode::Unsupported,
            .message = Tr::tr("Howdah has no access to the host of %1, only to its SQL port.").arg(node->name()),
            .hint = Tr::tr("Give the node a host in the cluster's settings, or do this on that host by hand.")};
    const QString dataDirectory = dataDirectoryOf(*node);
    if (dataDirectory.isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("The data directory of %1 is not known.").arg(node->name()),
                     .hint =
                         Tr::tr("Grant pg_monitor to the role that Howdah connects as, or name the directory in the "
                                "cluster's settings.")};
    if (!isSafeForPgCtl(dataDirectory))
        return Error{
            .code = ErrorCode::Unsupported,
            .message =
                Tr::tr("The server in %1 is not started or stopped from here: pg_ctl hands that path to a shell, "
                       "which would act on the characters \", $, ` and \\ in it.")
                    .arg(dataDirectory),
            .hint = Tr::tr("Give the data directory another name.")};
    const auto host = context.hosts.find(node->definition.hostId);
    if (!host)
        return host.error();
    const Result<ServerLayout> layout = findServerLayout(**host, dataDirectory, context.deadline);
    if (!layout)
        return layout.error();
    ServerPlace place{.hostId = node->definition.hostId,
                      .dataDirectory = layout->dataDirectory,
                      .owner = layout->owner,
                      .binDirectory = layout->binDirectory,
                      .logFile = outputFileOf(**host, *layout, context.deadline),
                      .running = layout->running,
                      .container = layout->container,
                      .restartPolicy = layout->restartPolicy};
    if (place.logFile.isEmpty())
        place.logFile = layout->dataDirectory + QStringLiteral("/server.log");
    place.startCommand = layout->start(place.logFile);
    QVariantMap values = place.toValues();
    values.insert(QStringLiteral("pid"), layout->postmasterPid);
    values.insert(QStringLiteral("isVolume"), layout->isVolume);
    values.insert(QStringLiteral("configFile"), layout->configFile);
    values.insert(QStringLiteral("hbaFile"), layout->hbaFile);
    return values;
}
} // namespace

Probe layoutProbe(const QString &id, std::function<const NodeState *(const Situation &)> node)
{
    return {.id = id, .look = [node = std::move(node)](ProbeContext &context) {
                return lookAtLayout(context, node(context.situation));
            }};
}

QVariantMap ServerPlace::toValues() const
{
    return {{QStringLiteral("hostId"), hostId},
            {QStringLiteral("dataDirectory"), dataDirectory},
            {QStringLiteral("owner"), owner},
            {QStringLiteral("binDirectory"), binDirectory},
            {QStringLiteral("logFile"), logFile},
            {QStringLiteral("startArgv"), startCommand.argv},
            {QStringLiteral("running"), running},
            {QStringLiteral("containerEngine"), container ? container->engine : QString()},
            {QStringLiteral("container"), container ? container->name : QString()},
            {QStringLiteral("containerStopsFast"), container && container->stopsFast},
            {QStringLiteral("restartPolicy"), restartPolicy}};
}

ServerPlace ServerPlace::fromFact(const Situation &situation, const QString &probe)
{
    const auto text = [&](const char *key) { return situation.value(probe, QString::fromLatin1(key)).toString(); };
    ServerPlace place{.hostId = text("hostId"),
                      .dataDirectory = text("dataDirectory"),
                      .owner = text("owner"),
                      .binDirectory = text("binDirectory"),
                      .logFile = text("logFile"),
                      .running = situation.value(probe, QStringLiteral("running")).toBool(),
                      .restartPolicy = text("restartPolicy")};
    if (const QString container = text("container"); !container.isEmpty()) {
        place.container = ServerContainer{text("containerEngine"), container,
                                          situation.value(probe, QStringLiteral("containerStopsFast")).toBool()};
        place.startCommand = place.container->start(place.dataDirectory);
        return place;
    }
    place.startCommand = {.argv = situation.value(probe, QStringLiteral("startArgv")).toStringList(),
                          .asUser = place.owner,
                          .detached = true};
    return place;
}

QString ServerPlace::controlHostId() const
{
    return container ? QStringLiteral("local") : hostId;
}

Command ServerPlace::pgCtl(const QStringList &arguments) const
{
    return {.argv = QStringList{binDirectory + QStringLiteral("/pg_ctl")} + arguments +
                    QStringList{QStringLiteral("-D"), dataDirectory},
            .asUser = owner};
}

QString ServerPlace::signalFile() const
{
    return dataDirectory + QStringLiteral("/standby.signal");
}

Action ServerPlace::removeSignalOf(const QString &operationId) const
{
    constexpr int otherContent = 1;
    constexpr int noFile = 2;
    return {.text = Tr::tr("Remove standby.signal from %1, if this operation wrote it").arg(dataDirectory),
            .what = RemoveFile{hostId, signalFile(), owner},
            .unless = Observation{.text = Tr::tr("no standby.signal of this operation is in %1").arg(dataDirectory),
                                  .look = CommandSucceeds{hostId,
                                                          {.argv = {QStringLiteral("grep"), QStringLiteral("-qsF"),
                                                                    operationId, signalFile()},
                                                           .asUser = owner},
                                                          {otherContent, noFile}},
                                  .timeout = Milliseconds{0}}};
}

Observation ServerPlace::isRunning(Milliseconds timeout) const
{
    return {.text = Tr::tr("a server runs in %1").arg(dataDirectory),
            .look = CommandSucceeds{controlHostId(),
                                    container ? container->isRunning() : pgCtl({QStringLiteral("status")})},
            .timeout = timeout};
}

Observation ServerPlace::isStopped(Milliseconds timeout) const
{
    const CommandSucceeds look =
        container ? CommandSucceeds{controlHostId(), container->isStopped()}
                  : CommandSucceeds{controlHostId(), pgCtl({QStringLiteral("status")}), {noServerRunning}};
    return {.text = Tr::tr("no server runs in %1").arg(dataDirectory), .look = look, .timeout = timeout};
}

Observation ServerPlace::isDead(Milliseconds timeout) const
{
    Observation dead = isStopped(timeout);
    if (!container)
        dead.look = CommandSucceeds{controlHostId(), statusOrZombie(*this), {noServerRunning}};
    return dead;
}

Observation ServerPlace::whileItRuns(Observation observation) const
{
    observation.life = ServerLife{std::get<CommandSucceeds>(isStopped().look),
                                  container ? wordsOfEngine(*container) : lastWordsOf(logFile, dataDirectory, owner)};
    return observation;
}

Action ServerPlace::seeWhetherItRuns() const
{
    return {.text = Tr::tr("See whether a server runs in %1").arg(dataDirectory),
            .what = WaitFor{isRunning(lookTimeout)},
            .unless = isStopped()};
}

Action ServerPlace::start() const
{
    Observation seen = isRunning();
    if (!container)
        seen.look = CommandSucceeds{controlHostId(), statusOnceReaped(*this)};
    return {.text = Tr::tr("Start the server in %1").arg(dataDirectory),
            .what = RunCommand{.hostId = controlHostId(), .command = startCommand, .timeout = serverCommandTimeout},
            .unless = seen};
}

RunCommand ServerPlace::stopBy(const QString &mode, bool waiting) const
{
    RunCommand stop{.hostId = controlHostId(), .timeout = serverCommandTimeout};
    if (container)
        stop.command = waiting ? container->stop(mode) : container->askToStop();
    else
        stop.command = pgCtl({QStringLiteral("stop"), QStringLiteral("-m"), mode,
                              waiting ? QStringLiteral("-w") : QStringLiteral("-W")});
    return stop;
}

Action ServerPlace::stop() const
{
    return {.text = Tr::tr("Stop the server in %1 (fast)").arg(dataDirectory),
            .what = stopBy(QStringLiteral("fast"), true),
            .unless = isStopped()};
}

Action ServerPlace::askToStop() const
{
    return {.text = Tr::tr("Ask the server in %1 to stop (fast)").arg(dataDirectory),
            .what = stopBy(QStringLiteral("fast"), false),
            .unless = isStopped()};
}

QList<Action> ServerPlace::stopSurely(Milliseconds patience) const
{
    Action ask = askToStop();
    ask.unless = isDead();
    return {
        ask,
        {.text = Tr::tr("Stop the server in %1 at once (immediate), if it has not ended by then").arg(dataDirectory),
         .what = stopBy(QStringLiteral("immediate"), true),
         .unless = isDead(patience)}};
}

Action ServerPlace::stopAtOnce() const
{
    return {.text = Tr::tr("Stop the server in %1 at once (immediate)").arg(dataDirectory),
            .what = stopBy(QStringLiteral("immediate"), true),
            .unless = isDead()};
}

Action ServerPlace::restart() const
{
    RunCommand restart{.hostId = controlHostId(), .timeout = serverCommandTimeout};
    if (container) {
        restart.command = container->restart(dataDirectory);
    } else {
        // "restart" reads the options of the running server from postmaster.opts; "start" would lose them. It starts a
        // stopped server too.
        restart.command = pgCtl({QStringLiteral("restart"), QStringLiteral("-m"), QStringLiteral("fast"),
                                 QStringLiteral("-w"), QStringLiteral("-l"), logFile});
        restart.command.detached = true;
    }
    return {.text = Tr::tr("Restart the server in %1 (fast)").arg(dataDirectory), .what = restart};
}

} // namespace howdah::library
