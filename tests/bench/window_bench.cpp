#include "tests/bench/window_bench.h"

#include <QEvent>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace howdah::bench {

bool StallWatch::notify(QObject *receiver, QEvent *event)
{
    const QString where =
        QStringLiteral("%1, event %2").arg(QLatin1String(receiver->metaObject()->className())).arg(event->type());
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (m_depth > 0)
        return handled;
    if (ms > 16)
        ++m_overSixteen;
    if (ms > m_longestMs) {
        m_longestMs = ms;
        m_longestWhere = where;
    }
    return handled;
}

double msSinceProcessStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    constexpr int startTimeField = 19; // counted from behind the command's name
    const double ticks = text.mid(text.lastIndexOf(')') + 2).split(' ').value(startTimeField).toDouble();
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const double nowMs = static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
    return nowMs - ticks * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace howdah::bench
