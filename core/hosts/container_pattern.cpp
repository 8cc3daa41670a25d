#include "core/hosts/container_pattern.h"
#include "core/base/key.h"

#include "core/hosts/local_command.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerPattern)
};

/// One word in place of a list is podman's.
QStringList words(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList list;
    for (const QJsonValue &word : value.toArray())
        list << word.toString();
    return list;
}

bool overlaps(const QString &one, const QString &other)
{
    return one == other || one.startsWith(other + QLatin1Char('/')) || other.startsWith(one + QLatin1Char('/'));
}

/// Nobody chose the name of such a volume: it is its container's alone.
bool isAnonymous(const QString &volume)
{
    static const QRegularExpression digest(QStringLiteral("^[0-9a-f]{64}$"));
    return digest.match(volume).hasMatch();
}

bool looksSecret(const QString &variable)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[^=]*(PASS|SECRET|TOKEN|KEY|CREDENTIAL|AUTH)|://[^/@]*:[^/@]*@"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(variable).hasMatch();
}

class Reader
{
public:
    Reader(const QJsonObject &container, const QJsonObject &image)
        : m_config(container[key("Config")].toObject())
        , m_host(container[key("HostConfig")].toObject())
        , m_mounts(container[key("Mounts")].toArray())
        , m_image(image[key("Config")].toObject())
    {
        m_pattern.image = container[key("Image")].toString();
    }

    ContainerPattern read(const QString &dataDirectory, const QStringList &keptApart)
    {
        m_pattern.imageName = m_config[key("Image")].toString();
        readProgram();
        readEnvironment();
        readMounts(dataDirectory, keptApart);
        readLimits();
        readPolicy();
        readPublished();
        return m_pattern;
    }

private:
    void option(const char *name, const QString &value) { m_pattern.options << key(name) << value; }

    /// The server's settings on its command line become settings of the copy: what is left is the server itself.
    void readProgram()
    {
        const QString first = words(m_config[key("Cmd")]).value(0);
        const bool startsServer =
            first.startsWith(QLatin1Char('-')) || first.section(QLatin1Char('/'), -1) == QLatin1String("postgres");
        m_pattern.ownProgram = !startsServer || words(m_config[key("Entrypoint")]) != words(m_image[key("Entrypoint")]);
        if (const QString user = m_config[key("User")].toString(); user != m_image[key("User")].toString())
            option("--user", user);
        if (m_host[key("Init")].toBool())
            m_pattern.options << key("--init");
        option("--stop-signal", key("SIGINT")); // to PostgreSQL, a fast shutdown
    }

    /// POSTGRES_… is what an official image makes a new cluster by; PGDATA is the copy's own.
    void readEnvironment()
    {
        static const QStringList engines{key("PATH"), key("TERM"), key("HOME"), key("HOSTNAME"), key("container")};
        const QStringList images = words(m_image[key("Env")]);
        QStringList given = words(m_config[key("Env")]);
        given.sort();
        for (const QString &variable : given) {
            const QString name = variable.section(QLatin1Char('='), 0, 0);
            if (images.contains(variable) || engines.contains(name) || name == QLatin1String("PGDATA") ||
                name.startsWith(QLatin1String("POSTGRES_")))
                continue;
            if (looksSecret(variable))
                m_pattern.secrets << name;
            else
                option("--env", variable);
        }
    }

    [[nodiscard]] QString volumeOf(const QString &dataDirectory) const
    {
        QString nearest;
        for (const QJsonValue &mount : m_mounts) {
            const QString place = mount[key("Destination")].toString();
            const bool holdsIt = dataDirectory == place || dataDirectory.startsWith(place + QLatin1Char('/'));
            if (holdsIt && place.size() > nearest.size())
                nearest = place;
        }
        return nearest.isEmpty() ? dataDirectory : nearest;
    }

    void readMounts(const QString &dataDirectory, const QStringList &keptApart)
    {
        m_pattern.mount = volumeOf(dataDirectory);
        QMap<QString, QString> shared;
        for (const QJsonValue &mount : m_mounts) {
            const QString place = mount[key("Destination")].toString();
            const bool isVolume = mount[key("Type")].toString() == QLatin1String("volume");
            const QString from = mount[key(isVolume ? "Name" : "Source")].toString();
            const bool apart = std::any_of(keptApart.begin(), keptApart.end(),
                                           [&place](const QString &path) { return overlaps(path, place); });
            const bool madeBy = place.startsWith(QLatin1String("/docker-entrypoint-initdb.d"));
            if (apart || madeBy || overlaps(place, m_pattern.mount) || isAnonymous(from) || from.isEmpty())
                continue;
            shared.insert(place,
                          from + QLatin1Char(':') + place + (mount[key("RW")].toBool() ? QString() : key(":ro")));
        }
        m_pattern.shared = shared.keys();
        for (const QString &volume : std::as_const(shared))
            option("--volume", volume);
    }

    void readLimits()
    {
        constexpr qint64 dockersSharedMemory = 64LL * 1024 * 1024;
        constexpr qint64 podmansSharedMemory = 65536000;
        const qint64 shared = m_host[key("ShmSize")].toInteger();
        if (shared > 0 && shared != dockersSharedMemory && shared != podmansSharedMemory)
            option("--shm-size", QString::number(shared));
        if (const qint64 memory = m_host[key("Memory")].toInteger(); memory > 0)
            option("--memory", QString::number(memory));
        if (const double processors = m_host[key("NanoCpus")].toDouble() / 1e9; processors > 0)
            option("--cpus", QString::number(processors));
    }

    void readPolicy()
    {
        const QJsonObject policy = m_host[key("RestartPolicy")].toObject();
        const QString name = policy[key("Name")].toString();
        const int tries = policy[key("MaximumRetryCount")].toInt();
        if (!name.isEmpty() && name != QLatin1String("no"))
            option("--restart", tries > 0 ? QStringLiteral("%1:%2").arg(name).arg(tries) : name);
    }

    void readPublished()
    {
        for (const QJsonValue &bindings : m_host[key("PortBindings")].toObject())
            for (const QJsonValue &binding : bindings.toArray())
                if (const QString address = binding[key("HostIp")].toString();
                    m_pattern.publishedOn.isEmpty() && address != QLatin1String("0.0.0.0"))
                    m_pattern.publishedOn = address;
    }

    const QJsonObject m_config, m_host;
    const QJsonArray m_mounts;
    const QJsonObject m_image;
    ContainerPattern m_pattern;
};

} // namespace

ContainerPattern containerPattern(const QJsonObject &container, const QJsonObject &image, const QString &dataDirectory,
                                  const QStringList &keptApart)
{
    return Reader(container, image).read(dataDirectory, keptApart);
}

Result<ContainerPattern> containerPattern(const ContainerState &container, const QString &dataDirectory,
                                          const QStringList &keptApart, const Deadline &deadline,
                                          const std::stop_token &stop)
{
    const Result<QJsonObject> said = inspectObject(container.engine, key("container"), container.name, deadline, stop);
    if (!said)
        return said.error();
    const Result<QJsonObject> image = inspectObject(container.engine, key("image"), container.image, deadline, stop);
    if (!image && image.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::NotFound,
                     Tr::tr("The image that the container \"%1\" was made from is not on this machine any more.")
                         .arg(container.name),
                     container.image,
                     Tr::tr("Bring it back with \"%1 pull\", or load it.").arg(container.engine),
                     {}};
    if (!image)
        return image.error();
    return containerPattern(*said, *image, dataDirectory, keptApart);
}

Result<QString> volumeDirectory(const QString &engine, const Deadline &deadline, const std::stop_token &stop)
{
    const bool isPodman = engine == QLatin1String("podman");
    const Command info = engineCommand(
        engine, {key("info"), key("--format"), key(isPodman ? "{{.Store.VolumePath}}" : "{{.DockerRootDir}}")});
    const Result<CommandOutcome> outcome = runLocalCommand({info, std::nullopt, false}, deadline, stop, {});
    if (!outcome)
        return outcome.error();
    const QString directory = QString::fromUtf8(outcome->output).trimmed();
    if (outcome->succeeded() && directory.startsWith(QLatin1Char('/')))
        return directory;
    return Error{ErrorCode::CommandFailed,
                 Tr::tr("%1 does not say where it keeps its volumes.").arg(engine),
                 QString::fromUtf8(outcome->errorOutput.right(2000)).trimmed(),
                 {},
                 {}};
}

} // namespace howdah
