#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace howdah::bench {

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
    void reset() { m_longestMs = 0, m_overSixteen = 0, m_longestWhere.clear(); }

    [[nodiscard]] double longestMs() const { return m_longestMs; }
    [[nodiscard]] QString longestWhere() const
    {
        return m_longestWhere;
    }                                                               ///< class of the receiver and number of the event
    [[nodiscard]] int overSixteen() const { return m_overSixteen; } ///< events that took longer than a frame

private:
    int m_depth = 0;
    double m_longestMs = 0;
    int m_overSixteen = 0;
    QString m_longestWhere;
};

/// Milliseconds since this process was started by the kernel (which counts in hundredths of a second).
[[nodiscard]] double msSinceProcessStart();

} // namespace howdah::bench
