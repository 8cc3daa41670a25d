#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/cli/session.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <cstring>

#include <langinfo.h>

using namespace howdah;
using namespace howdah::cli;

namespace {

/// Names of clusters and nodes are Unicode; in a locale that cannot say them (cron's "C") they would be lost.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

int exitStatus(ExitCode code)
{
    return static_cast<int>(code);
}

int run(const QStringList &words)
{
    Session session(wantsJson(words));
    const QList<cli::Command> commands = allCommands();
    const Result<Reading> reading = readCommandLine(words, commands);
    if (!reading)
        return exitStatus(session.refused(reading.error()));
    switch (reading->kind) {
    case Reading::Kind::Version:
        session.console().verbatim(QStringLiteral("howdahctl " HOWDAH_VERSION "\n"));
        return exitStatus(ExitCode::Done);
    case Reading::Kind::Help: {
        const Result<QString> help = helpText(reading->helpSubject, commands);
        if (!help)
            return exitStatus(session.refused(help.error()));
        session.console().verbatim(*help);
        return exitStatus(ExitCode::Done);
    }
    case Reading::Kind::Run:
        break;
    }
    const ExitCode code = reading->invocation.command->run(reading->invocation, session);
    if (const QString damage = session.registry().damage(); !damage.isEmpty())
        session.console().note(damage);
    return exitStatus(code);
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("howdahctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOWDAH_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("howdah"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&translator);
    return run(QCoreApplication::arguments().mid(1));
}
