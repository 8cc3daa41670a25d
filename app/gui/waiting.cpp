#include "app/gui/waiting.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace howdah {

void settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitUntil(int milliseconds, const std::function<bool()> &seen)
{
    QElapsedTimer waited;
    waited.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (seen() || waited.hasExpired(milliseconds))
            loop.quit();
    });
    look.start(20);
    loop.exec();
    return seen();
}

} // namespace howdah
