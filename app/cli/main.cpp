#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/cli/session.h"
#include "core/operations/guard.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <cstring>

#include <langinfo.h>

using namespace howdah;
using namespace howdah::cli;

namespace {

/// The language that the environment asks for, also when this machine has no such locale.
QByteArray languageAskedFor()
{
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QByteArray value = qgetenv(name); !value.isEmpty())
            return value;
    }
    return {};
}

/// Names of clusters and nodes are Unicode; in a locale that cannot say them (cron's "C") they would be lost.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    qputenv("LANGUAGE", languageAskedFor());
    qputenv("LC_ALL", "C.UTF-8");
}

/// English has a translation too, of what is counted, so it stands in for any language there is none of.
void translate(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    for (const QLocale &locale : {QLocale(), QLocale(QLocale::English)}) {
        if (translator->load(locale, QStringLiteral("howdah"), QStringLiteral("_"), QStringLiteral(":/translations"))) {
            QCoreApplication::installTranslator(translator);
            return;
        }
    }
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
    if (argc == 2 && std::strcmp(argv[1], guardWord) == 0)
        return standGuard();
    useUtf8();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("howdahctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOWDAH_VERSION));
    translate(application);
    return run(QCoreApplication::arguments().mid(1));
}
