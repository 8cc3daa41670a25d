#include "app/gui/application.h"
#include "app/gui/tour.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QTranslator>

using namespace howdah;

namespace {

struct Options
{
    QString cluster;
    QString tourDirectory;
    QString language;
    theme::Mode mode = theme::Mode::FollowSystem;
};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Program)
};

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("The desktop cluster console for PostgreSQL."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption cluster(QStringLiteral("cluster"), Tr::tr("Show this cluster first."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        Tr::tr("Make a lab cluster, clone, watch lag, fail over; write pictures and a report into "
               "this folder; take the cluster down."),
        QStringLiteral("DIRECTORY"));
    const QCommandLineOption themeName(
        QStringLiteral("theme"), Tr::tr("light or dark; otherwise as the desktop has it."), QStringLiteral("THEME"));
    const QCommandLineOption language(QStringLiteral("language"), Tr::tr("en or es; otherwise as the desktop has it."),
                                      QStringLiteral("LANGUAGE"));
    parser.addOptions({cluster, tour, themeName, language});
    parser.process(application);
    Options options{
        .cluster = parser.value(cluster), .tourDirectory = parser.value(tour), .language = parser.value(language)};
    if (parser.value(themeName) == QStringLiteral("light"))
        options.mode = theme::Mode::Light;
    if (parser.value(themeName) == QStringLiteral("dark"))
        options.mode = theme::Mode::Dark;
    return options;
}

/// Ours, then Qt's own texts (dialog buttons). English has a translation too, of what is counted, so it stands in for
/// any language there is none of.
void installTranslations(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    auto *ours = new QTranslator(&application);
    for (const QLocale &spoken : {locale, QLocale(QLocale::English)}) {
        if (ours->load(spoken, QStringLiteral("howdah"), QStringLiteral("_"), QStringLiteral(":/translations"))) {
            application.installTranslator(ours);
            break;
        }
    }
    auto *qts = new QTranslator(&application);
    if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qts);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("howdah"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOWDAH_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Howdah"));
    QGuiApplication::setDesktopFileName(QStringLiteral("howdah"));
    const Options options = readOptions(qt);
    installTranslations(qt, options.language);
    theme::apply(qt, options.tourDirectory.isEmpty() ? options.mode : theme::Mode::Light);

    Application application;
    if (!options.tourDirectory.isEmpty())
        return Tour(application, options.tourDirectory).run();
    if (!options.cluster.isEmpty())
        application.window().selectCluster(options.cluster);
    application.window().show();
    return QApplication::exec();
}
