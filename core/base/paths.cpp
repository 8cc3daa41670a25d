#include "core/base/paths.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace howdah::paths {

namespace {

QString made(const QString &directory)
{
    if (!QDir(directory).exists() && QDir().mkpath(directory))
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return directory;
}

QString under(const char *room, QStandardPaths::StandardLocation location)
{
    const QString home = qEnvironmentVariable("HOWDAH_HOME");
    if (!home.isEmpty())
        return made(QDir(home).absoluteFilePath(QString::fromLatin1(room)));
    return made(QStandardPaths::writableLocation(location) + QStringLiteral("/howdah"));
}

} // namespace

QString configDirectory()
{
    return under("config", QStandardPaths::GenericConfigLocation);
}

QString stateDirectory()
{
    return under("state", QStandardPaths::GenericDataLocation);
}

} // namespace howdah::paths
