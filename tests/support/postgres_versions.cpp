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

} // namespace

Result<QString> serverPrograms(int major)
{
    const QString looked = QStringLiteral("%1/%2/native/bin").arg(versionsDirectory()).arg(major);
    const QString directory = QFileInfo(looked).canonicalFilePath();
    if (directory.isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = QStringLiteral("PostgreSQL %1 is not here: tests/fetch-postgres gets it.").arg(major)};
    if (::geteuid() == 0 && !everyoneReaches(directory))
        return Error{.code = ErrorCode::NotFound,
                     .message =
                         QStringLiteral("The user postgres cannot reach %1: fetch into a directory that it can reach, "
                                        "and name that one in HOWDAH_TEST_POSTGRES_VERSIONS.")
                             .arg(directory)};
    return directory;
}

} // namespace howdah::test
