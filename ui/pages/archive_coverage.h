#pragma once

#include "core/operations/archive_view.h"

#include <QWidget>

namespace howdah {

/// One bar for each timeline: segments that are there, and the holes where they are, over the WAL from the oldest
/// segment to the newest. It draws what it is given and asks nobody.
class ArchiveCoverage : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveCoverage(QWidget *parent = nullptr);

    void setView(const ArchiveViewPtr &view);
    /// What lies there, a line each; also the tooltip.
    [[nodiscard]] QStringList wordsAt(const QPointF &place) const;
    [[nodiscard]] QPointF placeOf(Timeline timeline, quint64 segment) const; ///< of its middle, in this widget

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<Timeline> timelines() const;
    [[nodiscard]] QRectF bar(Timeline timeline) const;
    [[nodiscard]] double xOf(double segment) const;
    [[nodiscard]] QRectF boxOf(Timeline timeline, quint64 first, quint64 last) const;

    ArchiveViewPtr m_view;
    quint64 m_first = 0, m_last = 0;
};

} // namespace howdah
