#pragma once

#include "core/operations/archive_view.h"

#include <QWidget>

namespace howdah {

/// The archive's size over the last two days, and where it leads: a broken line up to the day after tomorrow, and the
/// size at which the disk is full when that is near. It draws what it is given and asks nobody.
class ArchiveGrowthChart : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveGrowthChart(QWidget *parent = nullptr);

    void setView(const ArchiveViewPtr &view);
    /// "2.1 GB, 90 MB an hour; at this pace the disk is full on 3 Dec." Empty while there is nothing to tell.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QSize sizeHint() const override { return {380, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 130}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Point
    {
        qint64 atMs = 0;
        double bytes = 0;
    };
    [[nodiscard]] QList<Point> past() const;

    ArchiveViewPtr m_view;
};

} // namespace howdah
