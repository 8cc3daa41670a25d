#include "tests/bench/window_bench.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QThread>

#include <ctime>
#include <unistd.h>
#include <utility>

namespace howdah::bench {

namespace {

double ownProcessorMs()
{
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1000 + static_cast<double>(spent.tv_nsec) / 1e6;
}

} // namespace

bool StallWatch::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event); // every thread's events come through here
    Stall stall{.where = QStringLiteral("%1 “%2”, event %3")
                             .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName())
                             .arg(event->type())};
    const Stall before = std::exchange(m_nested, {});
    QElapsedTimer timer;
    timer.start();
    const double cpuBefore = ownProcessorMs();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    stall.cpuMs = ownProcessorMs() - cpuBefore;
    stall.wallMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (m_nested.wallMs > stall.wallMs / 4)
        stall.where += QStringLiteral(" > %1 (%2 ms)").arg(m_nested.where).arg(m_nested.wallMs, 0, 'f', 1);
    m_nested = m_depth > 0 && stall.wallMs > before.wallMs ? stall : before;
    if (m_depth > 0)
        return handled;
    if (stall.wallMs > 16)
        ++m_overSixteen;
    if (stall.wallMs > m_longest.wallMs)
        m_longest = stall;
    if (stall.cpuMs > m_hardest.cpuMs)
        m_hardest = stall;
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
