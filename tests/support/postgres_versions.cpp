#include "tests/support/postgres_versions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace howdah::test {

namespace {

QString versionsDirectory()
{
    const QString named = qEnvironmentVariable("HOWDAH_TEST_POSTGRES_VERSIONS");
    // Programs lie in build/PRESET/bin.
    return named.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/../../postgres-versions")
                           : named;
}

/// Servers of a test that root runs are another user's.
bool everyoneReaches(const QString &path)
{
    for (QDir directory(path); !directory.isRoot(); directory.setPath(QFileInfo(directory.path()).path()))
        if (!QFileInfo(directory.path()).permission(QFile::ExeOther))
            return false;
    return true;
}

Result<QString> programsIn(const QString &place, const QString &absent)
{
    const QString directory = QFileInfo(versionsDirectory() + QLatin1Char('/') + place).canonicalFilePath();
    if (directory.isEmpty())
        return Error{.code = ErrorCode::NotFound, .message = absent};
    if (::geteuid() == 0 && !everyoneReaches(directory))
        return Error{.code = ErrorCode::NotFound,
                     .message =
                         QStringLiteral("The user postgres cannot reach %1: fetch into a directory that it can reach, "
                                        "and name that one in HOWDAH_TEST_POSTGRES_VERSIONS.")
                             .arg(directory)};
    return directory;
}

} // namespace

Result<QString> serverPrograms(int major)
{
    return programsIn(QStringLiteral("%1/native/bin").arg(major),
                      QStringLiteral("PostgreSQL %1 is not here: tests/fetch-postgres gets it.").arg(major));
}

Result<QString> allPrograms(int major)
{
    return programsIn(
        QStringLiteral("%1-debian/bin").arg(major),
        QStringLiteral("The programs of PostgreSQL %1 are not here: tests/fetch-postgres-tools gets them.").arg(major));
}

} // namespace howdah::test
