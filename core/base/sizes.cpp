#include "core/base/sizes.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Sizes)
};
} // namespace

QString prettySize(qint64 bytes)
{
    static constexpr std::array units{"bytes", "kB", "MB", "GB", "TB", "PB"};
    constexpr qint64 limit = 10 * 1024;
    const bool negative = bytes < 0;
    // One bit more than the unit is kept until the end, so that rounding is half up, as in the server.
    quint64 doubled = negative ? 0 - static_cast<quint64>(bytes) : static_cast<quint64>(bytes);
    std::size_t unit = 0;
    if (doubled >= limit) {
        doubled /= 512;
        unit = 1;
        while (unit + 1 < units.size() && doubled >= 2 * limit - 1) {
            doubled /= 1024;
            ++unit;
        }
        doubled = (doubled + 1) / 2;
    }
    return QStringLiteral("%1%2 %3")
        .arg(negative ? QStringLiteral("-") : QString())
        .arg(doubled)
        .arg(QLatin1String(units[unit]));
}

QString prettyDuration(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return Tr::tr("%1 ms").arg(milliseconds);
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 60)
        // Cut, not rounded, to tenths: nothing lasts "60.0 s".
        return Tr::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds / 100) / 10.0, 'f', 1));
    if (seconds < 3600)
        return Tr::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 86400)
        return Tr::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
    return Tr::tr("%1 d %2 h").arg(seconds / 86400).arg(seconds % 86400 / 3600);
}

} // namespace howdah
