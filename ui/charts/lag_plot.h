#pragma once

#include "core/cluster/history.h"
#include "ui/charts/axis_ticks.h"

#include <QPolygonF>
#include <QWidget>

namespace howdah {

/// One standby's line.
struct LagLine
{
    QString node;
    int series = 0; ///< colour
    HistorySegments segments;
};

enum class LagUnit { Bytes, Time };

/// "34 MB", "1.2 s".
[[nodiscard]] QString lagValueText(double value, LagUnit unit);

/// The drawing surface of the lag chart. It holds what it is given and asks nobody; zooming and panning are wishes
/// (rangeWished) that its owner grants with setRange().
class LagPlot : public QWidget
{
    Q_OBJECT

public:
    explicit LagPlot(QWidget *parent = nullptr);

    void setLines(const QList<LagLine> &lines, LagUnit unit, qint64 fromMs, qint64 toMs);
    void setRange(qint64 fromMs, qint64 toMs); ///< the same lines, another stretch of time
    void setEvents(const QList<HistoryEvent> &events);
    void setEmptyText(const QString &text); ///< shown while no line has a point in range

    [[nodiscard]] const QList<LagLine> &lines() const { return m_lines; }
    /// Unbroken strokes on the screen now: a line with a gap in range is two.
    [[nodiscard]] qsizetype strokeCount() const { return m_strokes.size(); }
    void paint(QPainter &painter) const; ///< the picture without focus frame, at the widget's size
    [[nodiscard]] qint64 fromMs() const { return m_fromMs; }
    [[nodiscard]] qint64 toMs() const { return m_toMs; }
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    /// The moment under the crosshair.
    [[nodiscard]] std::optional<qint64> cursorMs() const { return m_cursorMs; }
    void setCursorMs(std::optional<qint64> atMs);
    /// What the read-out says, a line each: the time first, then the nodes.
    [[nodiscard]] QStringList readOut() const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 140}; }

Q_SIGNALS:
    void rangeWished(qint64 fromMs, qint64 toMs);
    void liveWished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Stroke
    {
        int series;
        QPolygonF points;
    };
    struct ReadOutRow
    {
        QString node, value;
        int series;
        double raw;
    };
    void redraw();
    void placePlotArea();
    [[nodiscard]] double xOf(double atMs) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] qint64 timeAt(double x) const;
    [[nodiscard]] QList<ReadOutRow> readOutRows(qint64 atMs) const;
    [[nodiscard]] QString readOutTime(qint64 atMs) const;
    [[nodiscard]] const HistoryEvent *eventNear(qint64 atMs) const;
    void paintGrid(QPainter &painter) const;
    void paintStrokes(QPainter &painter) const;
    void paintEvents(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void zoom(double factor, qint64 aroundMs);
    void pan(qint64 byMs);

    QList<LagLine> m_lines;
    QList<HistoryEvent> m_events;
    LagUnit m_unit = LagUnit::Bytes;
    qint64 m_fromMs = 0, m_toMs = 1;
    QString m_emptyText;
    bool m_empty = true;
    QList<Tick> m_valueTicks, m_timeTicks;
    QRectF m_area;
    std::optional<qint64> m_cursorMs;
    std::optional<double> m_dragFromX;
    QList<Stroke> m_strokes;
};

} // namespace howdah
