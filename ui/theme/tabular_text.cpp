#include "ui/theme/tabular_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace howdah::theme {

namespace {

double widestDigit(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// The runs of the text: single digits, and what lies between.
template <typename Visit> double visitRuns(const QFontMetricsF &metrics, const QString &text, Visit visit)
{
    const double digit = widestDigit(metrics);
    double x = 0;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        const bool isDigit = text[from] >= u'0' && text[from] <= u'9';
        while (!isDigit && to < text.size() && !(text[to] >= u'0' && text[to] <= u'9'))
            ++to;
        const QString run = text.mid(from, to - from);
        const double width = metrics.horizontalAdvance(run);
        visit(x + (isDigit ? (digit - width) / 2 : 0), run);
        x += isDigit ? digit : width;
        from = to;
    }
    return x;
}

} // namespace

double tabularWidth(const QFont &font, const QString &text)
{
    return visitRuns(QFontMetricsF(font), text, [](double, const QString &) {});
}

void drawTabular(QPainter &painter, const QRectF &area, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double width = tabularWidth(painter.font(), text);
    double left = area.left();
    if (alignment & Qt::AlignRight)
        left = area.right() - width;
    else if (alignment & Qt::AlignHCenter)
        left = area.center().x() - width / 2;
    const double baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    visitRuns(metrics, text, [&](double x, const QString &run) { painter.drawText(QPointF(left + x, baseline), run); });
}

} // namespace howdah::theme
