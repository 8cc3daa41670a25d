#include "core/hosts/container_engine.h"
#include "core/base/key.h"

#include "core/hosts/local_command.h"
#include "core/hosts/remote_engine.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerEngine)
};

QStringList words(const QJsonValue &value)
{
    // An entry point may be one word or a list of them.
    if (value.isString())
        return {value.toString()};
    QStringList list;
    for (const QJsonValue &word : value.toArray())
        list << word.toString();
    return list;
}

/// Only what leads here from this machine's loopback.
QHash<int, int> publishedPorts(const QJsonObject &ports)
{
    QHash<int, int> published;
    for (auto port = ports.begin(); port != ports.end(); ++port) {
        if (!port.key().endsWith(QLatin1String("/tcp")))
            continue;
        for (const QJsonValue &binding : port.value().toArray()) {
            const QString address = binding[key("HostIp")].toString();
            if (address.isEmpty() || address == QLatin1String("127.0.0.1") || address == QLatin1String("0.0.0.0"))
                published.insert(port.key().chopped(4).toInt(), binding[key("HostPort")].toString().toInt());
        }
    }
    return published;
}

/// "SIGINT", or its number.
bool isInterrupt(const QJsonValue &signal)
{
    const QString name = signal.toVariant().toString();
    return name == QLatin1String("SIGINT") || name == QLatin1String("INT") || name == QString::number(SIGINT);
}

/// An engine says the container's own address and how long the network's part of it is.
QStringList subnetsOf(const QJsonObject &networks)
{
    QStringList subnets;
    for (const QJsonValue &network : networks) {
        const int length = network[key("IPPrefixLen")].toInt();
        const QStringList bytes = network[key("IPAddress")].toString().split(QLatin1Char('.'));
        if (bytes.size() != 4 || length <= 0 || length > 32)
            continue;
        quint32 address = 0;
        for (const QString &byte : bytes)
            address = address << 8 | byte.toUInt();
        address &= ~quint32(0) << (32 - length);
        subnets << QStringLiteral("%1.%2.%3.%4/%5")
                       .arg(address >> 24)
                       .arg(address >> 16 & 0xff)
                       .arg(address >> 8 & 0xff)
                       .arg(address & 0xff)
                       .arg(length);
    }
    return subnets;
}

ContainerState stateOf(const QString &engine, const QJsonObject &said)
{
    const QJsonObject config = said[key("Config")].toObject();
    const QJsonObject host = said[key("HostConfig")].toObject();
    const QJsonObject network = said[key("NetworkSettings")].toObject();
    const QJsonObject state = said[key("State")].toObject();
    QString name = said[key("Name")].toString();
    if (name.startsWith(QLatin1Char('/'))) // docker's
        name.remove(0, 1);
    const QString policy = host[key("RestartPolicy")].toObject()[key("Name")].toString();
    ContainerState container{.engine = engine,
                             .name = name,
                             .status = state[key("Status")].toString(),
                             .running = state[key("Running")].toBool() || state[key("Restarting")].toBool() ||
                                        state[key("Paused")].toBool(),
                             .image = said[key("Image")].toString(),
                             .user = config[key("User")].toString(),
                             .program = words(said[key("Path")]) + words(said[key("Args")]),
                             .hasInit = host[key("Init")].toBool(),
                             .pid = state[key("Pid")].toInt(),
                             .restartPolicy = policy.isEmpty() ? key("no") : policy,
                             .stopsFast = isInterrupt(config[key("StopSignal")]),
                             .networkMode = host[key("NetworkMode")].toString(),
                             .networks = network[key("Networks")].toObject().keys(),
                             .subnets = subnetsOf(network[key("Networks")].toObject()),
                             .publishedPorts = publishedPorts(network[key("Ports")].toObject())};
    for (const QJsonValue &mount : said[key("Mounts")].toArray())
        container.mounts << mount[key("Destination")].toString();
    const QJsonObject labels = config[key("Labels")].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        container.labels.insert(label.key(), label.value().toString());
    return container;
}

bool saysNoSuch(const QByteArray &output)
{
    const QByteArray lower = output.toLower();
    return lower.contains("no such ") || lower.contains("no container with name") || lower.contains("image not known");
}

Error engineError(const QString &engine, const QByteArray &output)
{
    const QString said = QString::fromUtf8(output.right(2000)).trimmed();
    if (output.contains("permission denied"))
        return Error{ErrorCode::NotPermitted,
                     Tr::tr("%1 refuses to answer this user.").arg(engine),
                     said,
                     Tr::tr("Start Howdah as a user who may use %1.").arg(engine),
                     {}};
    return Error{ErrorCode::Unreachable,
                 Tr::tr("%1 does not answer.").arg(engine),
                 said,
                 Tr::tr("See that its service runs: \"%1 ps\" must work for the user who runs Howdah.").arg(engine),
                 {}};
}

Error noSuchContainer(const QString &name)
{
    return Error{ErrorCode::NotFound,
                 Tr::tr("There is no container named \"%1\".").arg(name),
                 {},
                 Tr::tr("\"podman ps --all\" and \"docker ps --all\" list those of the user who runs Howdah."),
                 {}};
}

Result<ContainerState> ask(const QString &engine, const QString &name, const Deadline &deadline,
                           const std::stop_token &stop)
{
    const Result<QJsonObject> said = inspectObject(engine, key("container"), name, deadline, stop);
    if (!said)
        return said.error().code == ErrorCode::NotFound ? noSuchContainer(name) : said.error();
    // An engine takes a part of an id for a name as well.
    const ContainerState state = stateOf(engine, *said);
    return state.name == name ? Result<ContainerState>(state) : noSuchContainer(name);
}

} // namespace

bool ContainerState::isServer() const
{
    if (hasInit)
        return false;
    const bool startsServer = std::any_of(program.begin(), program.end(), [](const QString &word) {
        return word.section(QLatin1Char('/'), -1) == QLatin1String("postgres");
    });
    // An entry point of somebody's own need not say what it becomes.
    QFile comm(QStringLiteral("/proc/%1/comm").arg(pid));
    return startsServer || (pid > 0 && comm.open(QIODevice::ReadOnly) && comm.readAll().trimmed() == "postgres");
}

QStringList ContainerState::namedNetworks() const
{
    static const QStringList nameless{key("bridge"), key("podman"), key("host"), key("none")};
    QStringList named;
    for (const QString &network : networks)
        if (!nameless.contains(network))
            named << network;
    return named;
}

QString ContainerState::mountOf(const QString &path) const
{
    QString nearest;
    for (const QString &mount : mounts)
        if ((path == mount || path.startsWith(mount + QLatin1Char('/'))) && mount.size() > nearest.size())
            nearest = mount;
    return nearest;
}

QStringList containerEngines()
{
    QStringList found;
    for (const QString &engine : {key("podman"), key("docker")})
        if (!QStandardPaths::findExecutable(engine).isEmpty())
            found << engine;
    return found;
}

QList<QPair<QString, QString>> engineEnvironment()
{
    QList<QPair<QString, QString>> variables;
    for (const char *name : {"XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "CONTAINER_HOST", "CONTAINERS_CONF",
                             "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG"})
        if (!qEnvironmentVariableIsEmpty(name))
            variables.append({key(name), qEnvironmentVariable(name)});
    return variables;
}

Command engineCommand(const QString &engine, const QStringList &words)
{
    return {.argv = QStringList{engine} + words, .environment = engineEnvironment()};
}

Result<QJsonObject> inspectObject(const QString &engine, const QString &kind, const QString &name,
                                  const Deadline &deadline, const std::stop_token &stop)
{
    if (const std::optional<Error> elsewhere = objectionToRemoteEngine(engine))
        return *elsewhere;
    const Command inspect = engineCommand(engine, {kind, key("inspect"), name});
    const Result<CommandOutcome> outcome = runLocalCommand({inspect, std::nullopt, false}, deadline, stop, {});
    if (!outcome)
        return outcome.error();
    if (outcome->succeeded())
        return QJsonDocument::fromJson(outcome->output).array().first().toObject();
    return saysNoSuch(outcome->errorOutput)
               ? Error{ErrorCode::NotFound, Tr::tr("%1 does not know \"%2\".").arg(engine, name)}
               : engineError(engine, outcome->errorOutput);
}

Result<ContainerState> inspectContainer(const QString &engine, const QString &name, const Deadline &deadline,
                                        const std::stop_token &stop)
{
    const QStringList engines = engine.isEmpty() ? containerEngines() : QStringList{engine};
    if (engines.isEmpty())
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is neither podman nor docker on this machine."),
                     {},
                     Tr::tr("Install the one that runs the container \"%1\".").arg(name),
                     {}};
    std::optional<ContainerState> found;
    std::optional<Error> failure;
    // The program of an engine that does not run on this machine may well be here: "not found" says more. That an
    // engine is another machine's says most.
    const auto saysMore = [&failure](const Error &error) {
        return !failure || error.code == ErrorCode::Unsupported ||
               (error.code == ErrorCode::NotFound && failure->code != ErrorCode::Unsupported);
    };
    for (const QString &candidate : engines) {
        const Result<ContainerState> state = ask(candidate, name, deadline, stop);
        if (state && found)
            return Error{
                ErrorCode::Invalid,
                Tr::tr("podman and docker both have a container named \"%1\".").arg(name),
                {},
                Tr::tr("Write which one is meant: \"container:podman:%1\" or \"container:docker:%1\".").arg(name),
                {}};
        if (state)
            found = *state;
        else if (saysMore(state.error()))
            failure = state.error();
    }
    return found ? Result<ContainerState>(*found) : *failure;
}

} // namespace howdah
