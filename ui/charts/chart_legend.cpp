#include "ui/charts/chart_legend.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QFontMetricsF>
#include <QPainter>

namespace howdah {

namespace {
constexpr double swatch = 10;
constexpr double gap = 6;
constexpr double between = 18;
constexpr double leastShare = 110;
constexpr double moreWidth = 60;
} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
}

void ChartLegend::setEntries(const QList<LegendEntry> &entries)
{
    m_entries = entries;
    QStringList spoken;
    for (const LegendEntry &entry : entries)
        spoken.append(QStringLiteral("%1: %2").arg(entry.name, entry.value));
    setToolTip(plainToolTip(spoken.join(QLatin1Char('\n'))));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

void ChartLegend::paint(QPainter &painter, const QRectF &area) const
{
    if (m_entries.isEmpty())
        return;
    const QFontMetricsF names(theme::font(theme::Type::Small));
    const QFontMetricsF values(theme::tabularFont(theme::Type::Small));
    const auto wanted = [&](const LegendEntry &entry) {
        return swatch + gap + names.horizontalAdvance(entry.name) + gap + values.horizontalAdvance(entry.value);
    };
    double total = -between;
    for (const LegendEntry &entry : m_entries)
        total += wanted(entry) + between;
    // Too many to name them all: as many as are still readable, and how many more there are.
    const auto most = static_cast<qsizetype>(std::max(1.0, (area.width() - moreWidth) / (leastShare + between)));
    const QList<LegendEntry> shown = m_entries.mid(0, total <= area.width() ? m_entries.size() : most);
    const double room = area.width() - (shown.size() < m_entries.size() ? moreWidth : 0);
    const double share = (room + between) / static_cast<double>(shown.size()) - between;
    double left = area.left();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LegendEntry &entry : shown) {
        const double width = total <= area.width() ? wanted(entry) : std::min(share, wanted(entry));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::seriesColor(entry.series));
        painter.drawRoundedRect(QRectF(left, area.center().y() - 2, swatch, 4), 2, 2);
        const double valueWidth = values.horizontalAdvance(entry.value);
        const double nameWidth = std::max(0.0, width - swatch - 2 * gap - valueWidth);
        const QString name = names.elidedText(entry.name, Qt::ElideMiddle, nameWidth + 1);
        const QRectF text(left + swatch + gap, area.top(), width - swatch - gap, area.height());
        painter.setFont(theme::font(theme::Type::Small));
        painter.setPen(theme::tokens().textMuted);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setFont(theme::tabularFont(theme::Type::Small));
        painter.setPen(theme::tokens().text);
        painter.drawText(text.adjusted(std::min(nameWidth, names.horizontalAdvance(name)) + gap, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.value);
        left += width + between;
    }
    if (shown.size() < m_entries.size()) {
        painter.setPen(theme::tokens().textMuted);
        painter.drawText(QRectF(left, area.top(), moreWidth, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("+%1 more").arg(m_entries.size() - shown.size()));
    }
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect());
}

} // namespace howdah
