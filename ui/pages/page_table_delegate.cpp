#include "ui/pages/page_table_delegate.h"

#include "ui/pages/page_table_model.h"
#include "ui/theme/tabular_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace howdah {

namespace {
constexpr int swatchWidth = 4;
constexpr int cellSpace = theme::space2;
} // namespace

void PageTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const bool figures = index.data(PageTableModel::FiguresRole).toBool();
    const int series = index.data(PageTableModel::SeriesRole).toInt();
    const QString text = item.text;
    if (figures)
        item.text.clear();
    if (series >= 0)
        item.rect.adjust(swatchWidth + 2, 0, 0, 0);
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);
    painter->save();
    if (series >= 0) {
        const QRectF swatch(option.rect.left() + 3, option.rect.center().y() - 6, swatchWidth, 14);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::seriesColor(series));
        painter->drawRoundedRect(swatch, 2, 2);
    }
    if (figures) {
        const QVariant color = index.data(Qt::ForegroundRole);
        painter->setFont(item.font);
        painter->setPen(color.isValid() ? color.value<QColor>() : item.palette.color(QPalette::Text));
        theme::drawTabular(*painter, QRectF(option.rect).adjusted(cellSpace, 0, -cellSpace, 0), Qt::AlignRight, text);
    }
    painter->restore();
}

QSize PageTableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(PageTableModel::SeriesRole).toInt() >= 0)
        size.rwidth() += swatchWidth + 2;
    if (index.data(PageTableModel::FiguresRole).toBool()) {
        const double text = theme::tabularWidth(option.font, index.data().toString());
        size.setWidth(static_cast<int>(text) + 2 * cellSpace + 1);
    }
    return size;
}

} // namespace howdah
