// The chart taken away: picture, drawing, figures.
#include "ui/charts/lag_chart.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/lag_csv.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace howdah {

namespace {
constexpr int titleHeight = 28;
} // namespace

void LagChart::paint(QPainter &painter, const QSize &size) const
{
    painter.fillRect(QRect(QPoint(), size), theme::tokens().surface);
    painter.setFont(theme::font(theme::Type::Heading, true));
    painter.setPen(theme::tokens().text);
    const QString cluster = m_snapshot ? m_snapshot->definition.name : QString();
    const QString stage = m_kinds->currentText().toLower();
    painter.drawText(QRect(12, 0, size.width() - 24, titleHeight), Qt::AlignVCenter,
                     tr("%1: %2 lag").arg(cluster, stage));
    m_legend->paint(painter, QRectF(12, titleHeight, size.width() - 24, m_legend->height()));
    const int top = titleHeight + m_legend->height();
    painter.translate(0, top);
    m_plot->paint(painter);
}

QImage LagChart::toImage(double scale) const
{
    const QSize size(m_plot->width(), m_plot->height() + titleHeight + m_legend->height());
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paint(painter, size);
    return image;
}

bool LagChart::saveSvg(const QString &file) const
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    const QSize size(m_plot->width(), m_plot->height() + titleHeight + m_legend->height());
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(tr("Replication lag"));
    QPainter painter(&generator);
    paint(painter, size);
    return painter.end() && out.commit();
}

QByteArray LagChart::toCsv() const
{
    QList<std::pair<QString, HistorySegments>> nodes;
    for (const LagLine &line : m_plot->lines())
        nodes.append({line.node, line.segments});
    const bool bytes = m_unitButtons->checkedId() != 1;
    return lagCsv(nodes, m_fromMs, m_toMs, bytes ? QStringLiteral("bytes") : QStringLiteral("ms"));
}

void LagChart::exportTo(const QString &suffix)
{
    const QString suggested = QStringLiteral("lag.%1").arg(suffix);
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the chart"), suggested,
                                                      tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    if (file.isEmpty())
        return;
    bool saved = false;
    if (suffix == QLatin1String("svg")) {
        saved = saveSvg(file);
    } else if (suffix == QLatin1String("png")) {
        saved = toImage(2).save(file, "PNG");
    } else {
        QSaveFile out(file);
        saved = out.open(QIODevice::WriteOnly) && out.write(toCsv()) >= 0 && out.commit();
    }
    if (!saved)
        Q_EMIT failed(
            tr("The chart could not be saved to “%1”. Choose a folder you may write to, with room left.").arg(file));
}

} // namespace howdah
