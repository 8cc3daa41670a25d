#pragma once

#include <QStyledItemDelegate>

namespace howdah {

/// Draws figures with digits of one width (a live number does not dance), status marks, and a swatch of the node's
/// colour.
class PageTableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace howdah
