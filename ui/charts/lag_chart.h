#pragma once

#include "ui/charts/lag_plot.h"
#include "ui/charts/live_tail.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace howdah {

class ChartLegend;

/// The lag of a cluster's standbys over time: what to show (bytes or time, which stage), since when, and the picture.
/// The past comes from the history, the last seconds from the snapshots themselves.
class LagChart : public QWidget
{
    Q_OBJECT

public:
    /// `history` may be null: then the chart knows what it has seen itself. It must outlive the chart.
    explicit LagChart(History *history, QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot);
    void setHistoryAnswer(const QHash<QString, HistorySegments> &lag); ///< what the history said of the stretch shown
    void setEvents(const QList<HistoryEvent> &events);
    /// Shows the last `widthMs`, and goes on as time does.
    void showLive(qint64 widthMs);
    void showRange(qint64 fromMs, qint64 toMs);

    [[nodiscard]] LagKind kind() const;
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] LagPlot *plot() const { return m_plot; }
    [[nodiscard]] QImage toImage(double scale) const;
    [[nodiscard]] bool saveSvg(const QString &file) const;
    [[nodiscard]] QByteArray toCsv() const;

Q_SIGNALS:
    void failed(const QString &sentence); ///< a file could not be written

private:
    [[nodiscard]] QLayout *makeControls();
    void makeRangeButtons(QLayout *row);
    void makeExportButton(QLayout *row);
    void offerKinds();
    void requestHistory();
    void refreshLines();
    void followKnown();
    void go(qint64 widthMs);
    void paint(QPainter &painter, const QSize &size) const;
    void exportTo(const QString &suffix);

    History *m_history;
    ClusterSnapshotPtr m_snapshot;
    LiveTail m_tail;
    QHash<QString, HistorySegments> m_past;
    qint64 m_bucketMs = 1000;
    bool m_live = true;
    bool m_chosen = false; // the user chose a range; until then it is as wide as what is known
    qint64 m_widthMs = 60'000;
    qint64 m_fromMs = 0, m_toMs = 0;
    quint64 m_request = 0; // the newest; older answers are ignored
    qint64 m_askedAtMs = 0;
    QTimer m_askSoon;

    QButtonGroup *m_unitButtons;
    QButtonGroup *m_rangeButtons;
    QComboBox *m_kinds;
    ChartLegend *m_legend;
    LagPlot *m_plot;
};

} // namespace howdah
