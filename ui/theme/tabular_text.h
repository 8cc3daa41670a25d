#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace howdah::theme {

/// Draws text in the painter's font with every digit as wide as the widest one. Inter's own tabular figures are an
/// OpenType feature that Qt lets one ask for only from 6.7 on. Aligns horizontally as told, vertically in the middle.
void drawTabular(QPainter &painter, const QRectF &area, Qt::Alignment alignment, const QString &text);
[[nodiscard]] double tabularWidth(const QFont &font, const QString &text);

} // namespace howdah::theme
