#include "app/gui/application.h"
#include "app/gui/pdf_file.h"
#include "app/gui/screenshots.h"
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
    QString screenshotsDirectory;
    QString pdfFile, pdfOf;
    QSize size{1440, 900};
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
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        Tr::tr("Write every page and wizard page of the cluster (--cluster) into this folder as pictures; changes nothing."),
        QStringLiteral("DIRECTORY"));
    const QCommandLineOption size(QStringLiteral("size"), Tr::tr("Of the window in those pictures, 1440x900 unless said."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption scale(QStringLiteral("scale"), Tr::tr("Of those pictures: 1, 1.5 or 2."),
                                   QStringLiteral("FACTOR")); // read before there is an application, see main()
    const QCommandLineOption pdf(
        QStringLiteral("pdf"),
        Tr::tr("Write a report as PDF into this file, without a window; --of says which: exercise:N or operation:ID."),
        QStringLiteral("FILE"));
    const QCommandLineOption pdfOf(QStringLiteral("of"), Tr::tr("See --pdf."), QStringLiteral("WHAT"));
    parser.addOptions({cluster, tour, themeName, language, screenshots, size, scale, pdf, pdfOf});
    parser.process(application);
    Options options{.cluster = parser.value(cluster),
                    .tourDirectory = parser.value(tour),
                    .screenshotsDirectory = parser.value(screenshots),
                    .pdfFile = parser.value(pdf),
                    .pdfOf = parser.value(pdfOf),
                    .language = parser.value(language)};
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    if (const QSize wanted(sides.value(0).toInt(), sides.value(1).toInt()); wanted.width() > 0 && wanted.height() > 0)
        options.size = wanted;
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

/// Qt takes a scale only before its application is made. Pictures need no display.
void prepareForPictures(int argc, char **argv)
{
    QStringList words;
    for (int index = 1; index < argc; ++index)
        words << QString::fromLocal8Bit(argv[index]);
    const auto valueOf = [&words](const QString &option) {
        for (const QString &word : words)
            if (word.startsWith(option + QLatin1Char('=')))
                return word.mid(option.size() + 1);
        const qsizetype at = words.indexOf(option);
        return at < 0 ? QString() : words.value(at + 1);
    };
    const bool pdf = !valueOf(QStringLiteral("--pdf")).isEmpty();
    if (!pdf && valueOf(QStringLiteral("--screenshots")).isEmpty())
        return;
    if (pdf || !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (pdf)
        return;
    if (const QString scale = valueOf(QStringLiteral("--scale")); scale.toDouble() > 0)
        qputenv("QT_SCALE_FACTOR", scale.toLatin1());
}

} // namespace

int main(int argc, char **argv)
{
    prepareForPictures(argc, argv);
    QApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("howdah"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOWDAH_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Howdah"));
    QGuiApplication::setDesktopFileName(QStringLiteral("howdah"));
    const Options options = readOptions(qt);
    installTranslations(qt, options.language);
    if (!options.pdfFile.isEmpty())
        return writePdfFile(options.pdfFile, options.pdfOf);
    theme::apply(qt, options.tourDirectory.isEmpty() ? options.mode : theme::Mode::Light);

    Application application;
    if (!options.tourDirectory.isEmpty())
        return Tour(application, options.tourDirectory).run();
    if (!options.screenshotsDirectory.isEmpty())
        return Screenshots(application, options.screenshotsDirectory, options.cluster, options.size).run();
    if (!options.cluster.isEmpty())
        application.window().selectCluster(options.cluster);
    application.window().show();
    return QApplication::exec();
}
