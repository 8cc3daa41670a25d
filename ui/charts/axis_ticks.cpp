#include "ui/charts/axis_ticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::AxisTicks)
};

constexpr double smallestByteTop = 64.0 * 1024;
constexpr double smallestDurationTop = 100;
constexpr qint64 second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

QString byteLabel(double value)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB"};
    if (value <= 0)
        return QStringLiteral("0");
    std::size_t unit = 0;
    // A tick is a few powers of two: whole or half numbers of its unit.
    while (value >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = value == std::floor(value) ? 0 : 1;
    return QStringLiteral("%1 %2").arg(QLocale().toString(value, 'f', decimals), QLatin1String(units[unit]));
}

QString durationLabel(double value)
{
    const auto ms = static_cast<qint64>(std::llround(value));
    const auto number = [](double amount) {
        return QLocale().toString(amount, 'f', amount == std::floor(amount) ? 0 : 1);
    };
    if (ms == 0)
        return QStringLiteral("0");
    if (ms < second)
        return Tr::tr("%1 ms").arg(ms);
    if (ms < minute)
        return Tr::tr("%1 s").arg(number(value / second));
    if (ms < hour)
        return Tr::tr("%1 min").arg(number(value / minute));
    if (ms < day)
        return Tr::tr("%1 h").arg(number(value / hour));
    return Tr::tr("%1 d").arg(number(value / day));
}

QList<Tick> ticksUpTo(double highest, double step, QString (*label)(double))
{
    QList<Tick> ticks;
    const auto last = static_cast<int>(std::ceil(highest / step));
    for (int number = 0; number <= last; ++number)
        ticks.append({number * step, label(number * step)});
    return ticks;
}

QString timeLabel(const QDateTime &moment, qint64 step)
{
    const QLocale locale;
    if (step >= day || moment.time() == QTime(0, 0))
        return locale.toString(moment.date(), QStringLiteral("d MMM"));
    return locale.toString(moment.time(), step < minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

qint64 timeStep(qint64 width, int count)
{
    static constexpr std::array steps{second,  2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
                                      minute,  2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                                      hour,    2 * hour,   3 * hour,   6 * hour,    12 * hour,   day,
                                      2 * day, 7 * day,    14 * day};
    for (const qint64 step : steps) {
        if (width / step <= count)
            return step;
    }
    return (width / count / (28 * day) + 1) * 28 * day;
}

} // namespace

QList<Tick> byteTicks(double highest, int count)
{
    highest = std::max(highest, smallestByteTop);
    double step = 1024;
    while (highest / step > std::max(1, count))
        step *= 2;
    return ticksUpTo(highest, step, byteLabel);
}

QList<Tick> durationTicks(double highestMs, int count)
{
    static constexpr std::array<double, 22> steps{20,         50,         100,         200,         500,         second,
                                                  2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute,
                                                  2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,
                                                  2 * hour,   6 * hour,   12 * hour,   day};
    highestMs = std::max(highestMs, smallestDurationTop);
    const auto fits = [&](double step) { return highestMs / step <= std::max(1, count); };
    const auto *const found = std::find_if(steps.begin(), steps.end(), fits);
    double step = found != steps.end() ? *found : steps.back();
    while (!fits(step))
        step *= 2;
    return ticksUpTo(highestMs, step, durationLabel);
}

QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int count, const QTimeZone &zone)
{
    QList<Tick> ticks;
    if (toMs <= fromMs || count < 1)
        return ticks;
    const qint64 step = timeStep(toMs - fromMs, count);
    const auto add = [&](const QDateTime &moment) {
        const qint64 at = moment.toMSecsSinceEpoch();
        if (at >= fromMs && at <= toMs)
            ticks.append({static_cast<double>(at), timeLabel(moment, step)});
    };
    const qint64 everyDays = std::max<qint64>(1, step / day);
    QDate date = QDateTime::fromMSecsSinceEpoch(fromMs, zone).date();
    date = date.addDays(-(date.toJulianDay() % everyDays));
    // From each midnight anew: a day with a change of the clock does not shift the ticks of the next.
    for (; date.startOfDay(zone).toMSecsSinceEpoch() <= toMs; date = date.addDays(everyDays)) {
        const QDateTime midnight = date.startOfDay(zone);
        if (step >= day) {
            add(midnight);
            continue;
        }
        const qint64 nextDay = date.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
        const qint64 start = midnight.toMSecsSinceEpoch();
        const qint64 skipped = std::max<qint64>(0, (fromMs - start) / step);
        for (qint64 at = start + skipped * step; at < nextDay && at <= toMs; at += step)
            add(QDateTime::fromMSecsSinceEpoch(at, zone));
    }
    return ticks;
}

} // namespace howdah
