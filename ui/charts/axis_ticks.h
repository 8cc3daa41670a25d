#pragma once

#include <QList>
#include <QString>
#include <QTimeZone>

namespace howdah {

struct Tick
{
    double value = 0;
    QString label;
};

/// From 0 up to the first tick that holds `highest`, in at most about `count` binary steps: 0, 16 MB, 32 MB …
[[nodiscard]] QList<Tick> byteTicks(double highest, int count);

/// The same for milliseconds: 0, 500 ms, 1 s … · 0, 5 min, 10 min …
[[nodiscard]] QList<Tick> durationTicks(double highestMs, int count);

/// Round moments of the zone's clock between two moments, at most `count`; a day's first tick carries its date.
[[nodiscard]] QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int count, const QTimeZone &zone);

} // namespace howdah
