#pragma once

#include <QColor>
#include <QWidget>

namespace howdah {

struct LegendEntry
{
    QString name;
    QString value;
    int series = 0;
};

/// One line of names in their colours, each with its newest value. Entries give way evenly; the tooltip has them in
/// full.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setEntries(const QList<LegendEntry> &entries);
    [[nodiscard]] const QList<LegendEntry> &entries() const { return m_entries; }
    void paint(QPainter &painter, const QRectF &area) const;

    [[nodiscard]] QSize sizeHint() const override { return {200, 22}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 22}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<LegendEntry> m_entries;
};

} // namespace howdah
