#include "core/hosts/remote_engine.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RemoteEngine)
};

bool isElsewhere(const QString &address)
{
    return !address.isEmpty() && !address.startsWith(QLatin1String("unix:")) && !address.startsWith(QLatin1Char('/'));
}

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Docker keeps a context in a directory named by the digest of its name.
QString dockerContextAddress()
{
    const QString directory =
        qEnvironmentVariable("DOCKER_CONFIG", QDir::homePath() + QStringLiteral("/.docker")) + QLatin1Char('/');
    QString context = qEnvironmentVariable("DOCKER_CONTEXT");
    if (context.isEmpty())
        context = objectIn(directory + QStringLiteral("config.json")).value(QLatin1String("currentContext")).toString();
    if (context.isEmpty() || context == QLatin1String("default"))
        return {};
    const QByteArray digest = QCryptographicHash::hash(context.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QJsonObject meta =
        objectIn(directory + QStringLiteral("contexts/meta/%1/meta.json").arg(QLatin1String(digest)));
    return meta[QLatin1String("Endpoints")][QLatin1String("docker")][QLatin1String("Host")].toString();
}

} // namespace

QString remoteEngine(const QString &engine)
{
    if (engine == QLatin1String("podman")) {
        const QString address = qEnvironmentVariable("CONTAINER_HOST");
        return isElsewhere(address) ? address : QString();
    }
    const QString named = qEnvironmentVariable("DOCKER_HOST");
    const QString address = named.isEmpty() ? dockerContextAddress() : named;
    return isElsewhere(address) ? address : QString();
}

std::optional<Error> objectionToRemoteEngine(const QString &engine)
{
    const QString address = remoteEngine(engine);
    if (address.isEmpty())
        return std::nullopt;
    return Error{ErrorCode::Unsupported,
                 Tr::tr("%1 is set to use the engine of another machine (%2); containers are operated on this machine "
                        "only.")
                     .arg(engine, address),
                 {},
                 Tr::tr("Run Howdah on that machine, or start it without %1.")
                     .arg(engine == QLatin1String("podman") ? QStringLiteral("CONTAINER_HOST")
                                                            : Tr::tr("DOCKER_HOST and without that docker context")),
                 {}};
}

} // namespace howdah
