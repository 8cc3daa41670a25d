#include "core/lab/container_kit.h"
#include "core/base/key.h"

#include "core/hosts/container_engine.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerKit)
};

constexpr auto imageVariable = "HOWDAH_LAB_IMAGE";

std::optional<QString> outputOf(Host &host, const QString &engine, const QStringList &argv, const Deadline &deadline)
{
    Command command = engineCommand(engine, {});
    command.argv = argv;
    const Result<CommandOutcome> outcome = host.run(command, deadline);
    if (!outcome || !outcome->succeeded())
        return std::nullopt;
    return QString::fromUtf8(outcome->output).trimmed();
}

/// The words that a compose file is brought up with; empty when no such program is here.
QString composeOf(Host &host, const QString &engine, const Deadline &deadline)
{
    const QStringList own{engine, key("compose")};
    const QStringList apart{engine + key("-compose")};
    const bool isPodman = engine == QLatin1String("podman");
    for (const QStringList &words : isPodman ? QList<QStringList>{apart, own} : QList<QStringList>{own, apart})
        if (outputOf(host, engine, words + QStringList{key("version")}, deadline))
            return words.join(QLatin1Char(' '));
    return {};
}

bool isPostgres(const QString &image)
{
    return image.section(QLatin1Char(':'), 0, -2).section(QLatin1Char('/'), -1) == QLatin1String("postgres");
}

Error noImage(const QString &engine, const QString &named)
{
    if (!named.isEmpty())
        return {.code = ErrorCode::NotFound,
                .message =
                    Tr::tr("%1 has no image \"%2\" that runs PostgreSQL as the official one does.").arg(engine, named),
                .hint = Tr::tr("Mend %1, or unset it.").arg(key(imageVariable))};
    return {.code = ErrorCode::NotFound,
            .message = Tr::tr("%1 has no image of PostgreSQL.").arg(engine),
            .hint =
                Tr::tr("Get the official one: %1 pull docker.io/library/postgres; or name another that is made like "
                       "it in %2.")
                    .arg(engine, key(imageVariable))};
}

Result<ContainerKit> imageOf(Host &host, const QString &engine, const Deadline &deadline)
{
    const QString named = qEnvironmentVariable(imageVariable);
    QStringList names{named};
    if (named.isEmpty()) {
        const auto list =
            outputOf(host, engine, {engine, key("image"), key("ls"), key("--format"), key("{{.Repository}}:{{.Tag}}")},
                     deadline);
        names = list.value_or(QString()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        names.removeIf([](const QString &name) { return !isPostgres(name); });
    }
    std::optional<ContainerKit> newest;
    for (const QString &name : std::as_const(names)) {
        const Result<QJsonObject> said = inspectObject(engine, key("image"), name, deadline);
        const std::optional<ContainerKit> kit = said ? kitOfImage(name, *said) : std::nullopt;
        if (kit && (!newest || kit->major > newest->major))
            newest = kit;
    }
    return newest ? Result<ContainerKit>(*newest) : noImage(engine, named);
}

Result<ContainerKit> kitOf(Host &host, const QString &engine, const Deadline &deadline)
{
    if (!outputOf(host, engine, {engine, key("ps"), key("--quiet")}, deadline))
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("%1 is here but does not answer the user who runs Howdah.").arg(engine),
                     .hint = Tr::tr("\"%1 ps\" must work.").arg(engine)};
    Result<ContainerKit> kit = imageOf(host, engine, deadline);
    if (!kit)
        return kit;
    kit->engine = engine;
    kit->compose = composeOf(host, engine, deadline);
    if (!kit->compose.isEmpty())
        return kit;
    return Error{.code = ErrorCode::NotFound,
                 .message = Tr::tr("%1 has no program here that reads compose files.").arg(engine),
                 .hint = engine == QLatin1String("podman") ? Tr::tr("Install the package podman-compose.")
                                                           : Tr::tr("Install docker's compose plugin.")};
}

} // namespace

std::optional<ContainerKit> kitOfImage(const QString &name, const QJsonObject &inspected)
{
    const QJsonObject config = inspected[key("Config")].toObject();
    ContainerKit kit{.image = name};
    for (const QJsonValue &variable : config[key("Env")].toArray()) {
        const QString text = variable.toString();
        if (text.startsWith(QLatin1String("PGDATA=")))
            kit.dataDirectory = text.section(QLatin1Char('='), 1);
        if (text.startsWith(QLatin1String("PG_MAJOR=")))
            kit.major = text.section(QLatin1Char('='), 1).toInt();
    }
    if (kit.dataDirectory.isEmpty())
        return std::nullopt;
    kit.volume = kit.dataDirectory;
    for (const QString &volume : config[key("Volumes")].toObject().keys())
        if (kit.dataDirectory.startsWith(volume + QLatin1Char('/')))
            kit.volume = volume;
    return kit;
}

Result<ContainerKit> findContainerKit(Host &host, const Deadline &deadline)
{
    Error missing{.code = ErrorCode::NotFound,
                  .message =
                      Tr::tr("This exercise runs its servers in containers, and there is neither podman nor docker "
                             "on this machine."),
                  .hint = Tr::tr("Install podman and podman-compose, and get an image: podman pull "
                                 "docker.io/library/postgres.")};
    bool first = true;
    for (const QString &engine : containerEngines()) {
        const Result<ContainerKit> kit = kitOf(host, engine, deadline);
        if (kit)
            return kit;
        if (first)
            missing = kit.error();
        first = false;
    }
    return missing;
}

} // namespace howdah
