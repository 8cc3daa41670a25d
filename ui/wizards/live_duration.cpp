#include "ui/wizards/live_duration.h"

#include "core/base/sizes.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LiveDuration)
};
constexpr qint64 second = 1000, minute = 60 * second;
} // namespace

QString liveDuration(qint64 milliseconds)
{
    if (milliseconds < minute)
        return Tr::tr("%1 s").arg(milliseconds / second);
    return prettyDuration(milliseconds / second * second);
}

} // namespace howdah
