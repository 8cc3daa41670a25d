// From the start of the process to the first live lag painted, with the real window and a real cluster. The figures of
// several starts come from several processes: the benchmark starts itself again for each.

#include "app/gui/application.h"
#include "tests/bench/figures.h"
#include "tests/bench/window_bench.h"
#include "tests/support/live_lab.h"
#include "ui/charts/lag_plot.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>

using namespace howdah;

namespace {

const char *const oneStart = "HOWDAH_BENCH_ONE_START";

/// Prints the milliseconds when a lag plot has been painted with a value on it, and ends the program.
class FirstLag : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const auto *plot = qobject_cast<LagPlot *>(watched);
        if (!plot || plot->isEmpty() || m_said)
            return false;
        m_said = true;
        // After the paint event that is only beginning now.
        QMetaObject::invokeMethod(
            qApp,
            [] {
                std::printf("%f\n", bench::msSinceProcessStart());
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
        return false;
    }

private:
    bool m_said = false;
};

int startOnce(QApplication &qt)
{
    theme::apply(qt, theme::Mode::Light);
    FirstLag first;
    qt.installEventFilter(&first);
    Application application;
    application.window().selectCluster(qEnvironmentVariable(oneStart));
    application.window().show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication qt(argc, argv);
    if (qEnvironmentVariableIsSet(oneStart))
        return startOnce(qt);

    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 9);
    const std::unique_ptr<test::LiveLab> lab = test::LiveLab::make(2);
    if (!lab)
        return 1;
    qputenv(oneStart, lab->cluster().name.toUtf8());
    QList<double> milliseconds;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {});
        if (process.waitForFinished() && process.exitCode() == 0)
            milliseconds << process.readAllStandardOutput().trimmed().toDouble();
    }
    bench::print(QStringLiteral("start"), {{QStringLiteral("startToFirstLagMs"), bench::spread(milliseconds)}});
    return 0;
}
