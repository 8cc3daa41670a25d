#pragma once

#include <QApplication>

namespace howdah::bench {

/// One time that the GUI thread was away from its event loop.
struct Stall
{
    double wallMs = 0;
    double cpuMs = 0; ///< of it the thread's own work: on a busy machine the rest is waiting for a processor
    QString where;    ///< receiver's class and event's number, then the nested event that took most of it, and so on
};

/// Knows how long the GUI thread was away from its event loop: the time each delivered event took, nested ones not
/// counted twice.
class StallWatch : public QApplication
{
public:
    StallWatch(int &argc, char **argv)
        : QApplication(argc, argv)
    {
    }

    bool notify(QObject *receiver, QEvent *event) override;
    void reset() { m_longest = {}, m_hardest = {}, m_overSixteen = 0; }

    [[nodiscard]] const Stall &longest() const { return m_longest; } ///< by the clock on the wall
    [[nodiscard]] const Stall &hardest() const { return m_hardest; } ///< by the processor's time
    [[nodiscard]] int overSixteen() const { return m_overSixteen; }  ///< events that took longer than a frame

private:
    Stall m_longest;
    Stall m_hardest;
    Stall m_nested; ///< the longest event within the one being delivered
    int m_depth = 0;
    int m_overSixteen = 0;
};

/// Milliseconds since this process was started by the kernel (which counts in hundredths of a second).
[[nodiscard]] double msSinceProcessStart();

} // namespace howdah::bench
