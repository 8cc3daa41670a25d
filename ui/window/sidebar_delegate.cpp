#include "ui/window/sidebar_delegate.h"

#include "ui/theme/tabular_text.h"
#include "ui/theme/theme.h"
#include "ui/window/sidebar_model.h"

#include <QFontMetricsF>
#include <QPainter>

namespace howdah {

namespace {
constexpr int lineHeight = 28;
constexpr int groupHeight = 34;
constexpr double markSide = 14;
} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Tokens &colors = theme::tokens();
    const bool isGroup = index.data(SidebarModel::ClusterRole).isNull();
    const bool isNode = !index.data(SidebarModel::NodeRole).isNull();
    const auto health = static_cast<Health>(index.data(SidebarModel::HealthRole).toInt());
    const QString name = index.data().toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF line = option.rect;
    if (isGroup) {
        painter->setFont(theme::font(theme::Type::Small, true));
        painter->setPen(colors.textMuted);
        const QString text = QFontMetricsF(painter->font()).elidedText(name, Qt::ElideMiddle, line.width() - 8);
        painter->drawText(line.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->restore();
        return;
    }
    theme::paintHealth(*painter, QRectF(line.left(), line.center().y() - markSide / 2, markSide, markSide), health);
    line.adjust(markSide + 6, 0, -theme::space2, 0);

    const QString note = index.data(SidebarModel::NoteRole).toString();
    painter->setFont(theme::font(theme::Type::Small));
    const double widest = line.width() * 0.5;
    const QString shownNote = QFontMetricsF(painter->font()).elidedText(note, Qt::ElideRight, widest);
    const double noteWidth = note.isEmpty() ? 0 : theme::tabularWidth(painter->font(), shownNote) + theme::space2;
    const bool calm = health == Health::Good || health == Health::Unknown;
    painter->setPen(calm ? colors.textMuted : theme::healthColor(health));
    theme::drawTabular(*painter, line, Qt::AlignRight, shownNote);

    painter->setFont(theme::font(theme::Type::Body, !isNode));
    painter->setPen(colors.text);
    const QString shown = QFontMetricsF(painter->font()).elidedText(name, Qt::ElideMiddle, line.width() - noteWidth);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, index.data(SidebarModel::ClusterRole).isNull() ? groupHeight : lineHeight};
}

} // namespace howdah
