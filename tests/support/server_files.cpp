#include "tests/support/server_files.h"

#include "tests/support/live_server.h"
#include "tests/support/scratch.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

namespace howdah::test {

namespace {

constexpr int toolSeconds = 120;
const char *const superuser = "postgres";

void fail(const QString &words)
{
    QTest::qFail(qUtf8Printable(words), __FILE__, __LINE__);
}

/// PostgreSQL refuses to run as root.
const passwd *serverAccount()
{
    static const passwd *const account = ::geteuid() == 0 ? ::getpwnam(superuser) : nullptr;
    return account;
}

} // namespace

bool runServerTool(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QStringLiteral("/"));
    const QString program = tool.contains(u'/') ? tool : postgresBinDirectory() + u'/' + tool;
    const QString user = QString::fromLatin1(superuser);
    if (serverAccount())
        process.start(QStringLiteral("setpriv"), QStringList{QStringLiteral("--reuid"), user, QStringLiteral("--regid"),
                                                             user, QStringLiteral("--init-groups"), program} +
                                                     arguments);
    else
        process.start(program, arguments);
    if (process.waitForFinished(toolSeconds * 1000) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return true;
    fail(tool + u' ' + arguments.join(u' ') + QStringLiteral(": ") + process.errorString() + u'\n' +
         QString::fromUtf8(process.readAll()));
    return false;
}

std::unique_ptr<QTemporaryDir> serverDirectory()
{
    auto directory = std::make_unique<QTemporaryDir>(scratch(QStringLiteral("test")));
    if (const passwd *account = serverAccount())
        if (::chown(QFile::encodeName(directory->path()).constData(), account->pw_uid, account->pw_gid) != 0)
            fail(QStringLiteral("chown of %1 failed").arg(directory->path()));
    return directory;
}

QString serverTemplate()
{
    constexpr auto variable = "HOWDAH_TEST_TEMPLATE";
    static std::unique_ptr<QTemporaryDir> directory; // gone with the process that made it
    if (!qEnvironmentVariableIsSet(variable)) {
        directory = serverDirectory();
        const QString data = directory->filePath(QStringLiteral("data"));
        runServerTool(QStringLiteral("initdb"),
                      {QStringLiteral("-D"), data, QStringLiteral("-U"), QString::fromLatin1(superuser),
                       QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                       QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
        qputenv(variable, data.toUtf8());
    }
    return qEnvironmentVariable(variable);
}

} // namespace howdah::test
