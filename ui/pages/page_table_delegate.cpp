#include "ui/pages/page_table_delegate.h"

#include "ui/pages/page_table_model.h"
#include "ui/theme/tabular_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace howdah {

namespace {

constexpr int swatchWidth = 4;
constexpr int cellSpace = 10; // as the headings' in the style sheet
constexpr int sortMark = 13;  // which a heading keeps free at its right
constexpr int markSide = 14;
constexpr int gap = 6;

/// What stands before the text.
int leadWidth(const QModelIndex &index)
{
    const bool hasMark = index.data(PageTableModel::HealthRole).isValid();
    const bool hasSwatch = index.data(PageTableModel::SeriesRole).toInt() >= 0;
    return (hasMark ? markSide + gap : 0) + (hasSwatch ? swatchWidth + gap : 0);
}

} // namespace

void PageTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF cell = QRectF(option.rect).adjusted(cellSpace, 0, -cellSpace, 0);
    if (const int series = index.data(PageTableModel::SeriesRole).toInt(); series >= 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::seriesColor(series));
        painter->drawRoundedRect(QRectF(cell.left(), cell.center().y() - 7, swatchWidth, 14), 2, 2);
    }
    const QVariant health = index.data(PageTableModel::HealthRole);
    if (health.isValid()) {
        const QRectF mark(cell.left(), cell.center().y() - markSide / 2.0, markSide, markSide);
        theme::paintHealth(*painter, mark, static_cast<Health>(health.toInt()));
    }
    cell.adjust(leadWidth(index), 0, 0, 0);
    const QVariant color = index.data(Qt::ForegroundRole);
    painter->setFont(item.font);
    painter->setPen(color.isValid() ? color.value<QColor>() : item.palette.color(QPalette::Text));
    if (index.data(PageTableModel::FiguresRole).toBool())
        theme::drawTabular(*painter, cell.adjusted(0, 0, -sortMark, 0), Qt::AlignRight, text);
    else
        painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                          item.fontMetrics.elidedText(text, Qt::ElideMiddle, static_cast<int>(cell.width())));
    painter->restore();
}

QSize PageTableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool figures = index.data(PageTableModel::FiguresRole).toBool();
    const QString text = index.data().toString();
    const double width = figures ? theme::tabularWidth(option.font, text) + sortMark
                                 : option.fontMetrics.horizontalAdvance(text) + leadWidth(index);
    return {static_cast<int>(width) + 2 * cellSpace + 2, QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace howdah
