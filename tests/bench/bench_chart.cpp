// A day at one value a second for eight standbys, panned and zoomed: milliseconds a frame, raster, as a window would
// paint it.

#include "tests/bench/figures.h"
#include "ui/charts/lag_plot.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonObject>
#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace howdah;

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 dayMs = 24 * 3600 * secondMs;
constexpr int standbys = 8;

QList<LagLine> oneDay(qint64 fromMs)
{
    QRandomGenerator random(7);
    QList<LagLine> lines;
    for (int standby = 0; standby < standbys; ++standby) {
        QList<HistoryPoint> segment;
        segment.reserve(dayMs / secondMs);
        double lag = 0;
        for (qint64 at = fromMs; at < fromMs + dayMs; at += secondMs) {
            lag = std::max(0.0, lag + random.bounded(200000.0) - 100000.0);
            segment.append({.atMs = at, .minimum = lag, .average = lag, .maximum = lag});
        }
        lines.append({.node = QStringLiteral("n%1").arg(standby + 2), .series = standby, .segments = {segment}});
    }
    return lines;
}

double frame(LagPlot &plot, QImage &canvas, qint64 fromMs, qint64 toMs)
{
    QElapsedTimer timer;
    timer.start();
    plot.setRange(fromMs, toMs);
    QPainter painter(&canvas);
    plot.QWidget::render(&painter);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    theme::apply(application, theme::Mode::Light);
    const int frames = bench::numberFromEnvironment("HOWDAH_BENCH_FRAMES", 120);
    const qint64 start = 1700000000000;

    LagPlot plot;
    plot.resize(1200, 360);
    plot.setLines(oneDay(start), LagUnit::Bytes, start, start + dayMs);
    plot.show();
    QApplication::processEvents();
    QImage canvas(plot.size(), QImage::Format_ARGB32_Premultiplied);
    (void)frame(plot, canvas, start, start + dayMs);

    QList<double> whole, pan, zoom;
    for (int index = 0; index < frames; ++index) {
        const qint64 shift = index * 60 * secondMs;
        whole << frame(plot, canvas, start + index * secondMs, start + dayMs - index * secondMs);
        pan << frame(plot, canvas, start + shift, start + shift + dayMs / 4);
        const auto width = static_cast<qint64>(static_cast<double>(dayMs) * std::pow(0.97, index));
        zoom << frame(plot, canvas, start + (dayMs - width) / 2, start + (dayMs + width) / 2);
    }
    bench::print(QStringLiteral("chart"), {{QStringLiteral("standbys"), standbys},
                                           {QStringLiteral("pointsEach"), static_cast<int>(dayMs / secondMs)},
                                           {QStringLiteral("wholeDayFrameMs"), bench::spread(whole)},
                                           {QStringLiteral("panFrameMs"), bench::spread(pan)},
                                           {QStringLiteral("zoomFrameMs"), bench::spread(zoom)}});
    return 0;
}
