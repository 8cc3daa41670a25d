#include "ui/charts/lag_chart.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/reduction.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace howdah {

namespace {

constexpr qint64 minuteMs = 60'000, hourMs = 60 * minuteMs, dayMs = 24 * hourMs;
constexpr qint64 usualWidthMs = 10 * minuteMs;

QToolButton *quietButton(const QString &text, const QString &spoken)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    return button;
}

} // namespace

LagChart::LagChart(History *history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_unitButtons(new QButtonGroup(this))
    , m_rangeButtons(new QButtonGroup(this))
    , m_kinds(new QComboBox)
    , m_legend(new ChartLegend)
    , m_plot(new LagPlot)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space2, theme::space2, theme::space2);
    layout->setSpacing(theme::space1);
    layout->addLayout(makeControls());
    layout->addWidget(m_legend);
    layout->addWidget(m_plot, 1);
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(120); // a turn of the wheel is many wishes and one question
    connect(&m_askSoon, &QTimer::timeout, this, &LagChart::requestHistory);
    connect(m_plot, &LagPlot::rangeWished, this, &LagChart::showRange);
    connect(m_plot, &LagPlot::liveWished, this, [this] { showLive(m_widthMs); });
    go(m_widthMs);
}

QLayout *LagChart::makeControls()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space1);
    auto *title = new QLabel(tr("Lag"));
    title->setFont(theme::font(theme::Type::Heading, true));
    row->addWidget(title);
    row->addSpacing(theme::space2);
    for (const auto &[id, text, spoken] :
         {std::tuple{0, tr("Bytes"), tr("Show lag in bytes")}, std::tuple{1, tr("Time"), tr("Show lag as time")}}) {
        QToolButton *button = quietButton(text, spoken);
        button->setCheckable(true);
        button->setChecked(id == 0);
        m_unitButtons->addButton(button, id);
        row->addWidget(button);
    }
    m_kinds->setAccessibleName(tr("Stage of replication"));
    m_kinds->setToolTip(tr("How far the WAL has come on its way: sent, written, flushed, replayed"));
    offerKinds();
    row->addWidget(m_kinds);
    row->addStretch(1);
    makeRangeButtons(row);
    makeExportButton(row);
    connect(m_unitButtons, &QButtonGroup::idClicked, this, [this] {
        offerKinds();
        requestHistory();
        refreshLines();
    });
    connect(m_kinds, &QComboBox::activated, this, [this] {
        requestHistory();
        refreshLines();
    });
    return row;
}

void LagChart::makeRangeButtons(QLayout *row)
{
    const std::initializer_list<std::tuple<QString, QString, qint64>> ranges{
        {tr("1m"), tr("The last minute"), minuteMs},  {tr("10m"), tr("The last 10 minutes"), 10 * minuteMs},
        {tr("1h"), tr("The last hour"), hourMs},      {tr("24h"), tr("The last 24 hours"), dayMs},
        {tr("7d"), tr("The last 7 days"), 7 * dayMs}, {tr("30d"), tr("The last 30 days"), 30 * dayMs}};
    for (const auto &[text, spoken, width] : ranges) {
        QToolButton *button = quietButton(text, spoken);
        button->setCheckable(true);
        m_rangeButtons->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, width = width] { showLive(width); });
        button->setProperty("widthMs", width);
        row->addWidget(button);
    }
}

void LagChart::makeExportButton(QLayout *row)
{
    QToolButton *button = quietButton({}, tr("Save the chart as a picture or as CSV"));
    button->setIcon(theme::icon(QStringLiteral("download"), theme::IconRole::Muted));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addAction(tr("Save as PNG…"), this, [this] { exportTo(QStringLiteral("png")); });
    menu->addAction(tr("Save as SVG…"), this, [this] { exportTo(QStringLiteral("svg")); });
    menu->addAction(tr("Save as CSV…"), this, [this] { exportTo(QStringLiteral("csv")); });
    button->setMenu(menu);
    row->addWidget(button);
}

void LagChart::offerKinds()
{
    const bool bytes = m_unitButtons->checkedId() != 1;
    const QString before = m_kinds->currentText();
    m_kinds->clear();
    const auto offer = [this](const QString &text, LagKind kind) { m_kinds->addItem(text, static_cast<int>(kind)); };
    offer(tr("Replay"), bytes ? LagKind::ReplayBytes : LagKind::ReplayMs);
    offer(tr("Flush"), bytes ? LagKind::FlushBytes : LagKind::FlushMs);
    offer(tr("Write"), bytes ? LagKind::WriteBytes : LagKind::WriteMs);
    if (bytes) // PostgreSQL measures no time to send
        offer(tr("Send"), LagKind::SendBytes);
    m_kinds->setCurrentIndex(std::max(0, m_kinds->findText(before)));
}

LagKind LagChart::kind() const
{
    return static_cast<LagKind>(m_kinds->currentData().toInt());
}

void LagChart::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    const bool other = !snapshot || !m_snapshot || m_snapshot->definition.name != snapshot->definition.name;
    m_snapshot = snapshot;
    if (other) {
        m_tail.clear();
        m_past.clear();
        m_plot->setEvents({});
    }
    if (snapshot)
        m_tail.add(*snapshot);
    if (m_live) {
        m_toMs = QDateTime::currentMSecsSinceEpoch();
        m_fromMs = m_toMs - m_widthMs;
    }
    // The tail carries on from the last answer; events and finer buckets are asked for now and then.
    const qint64 pause = std::max<qint64>(10'000, m_widthMs / 500);
    if (other || (m_live && m_toMs - m_askedAtMs > pause))
        requestHistory();
    refreshLines();
    followKnown();
}

void LagChart::showLive(qint64 widthMs)
{
    m_chosen = true;
    go(widthMs);
}

/// A minute of lag in a chart of ten is a stroke at its edge: begin with one minute, go on to ten when there is more to
/// show.
void LagChart::followKnown()
{
    if (m_chosen || !m_live)
        return;
    qint64 oldest = m_toMs;
    for (const LagLine &line : m_plot->lines()) {
        if (!line.segments.isEmpty() && !line.segments.first().isEmpty())
            oldest = std::min(oldest, line.segments.first().first().atMs);
    }
    const qint64 wanted = m_toMs - oldest > minuteMs ? usualWidthMs : minuteMs;
    if (wanted != m_widthMs)
        go(wanted);
}

void LagChart::go(qint64 widthMs)
{
    m_live = true;
    m_widthMs = widthMs;
    m_toMs = QDateTime::currentMSecsSinceEpoch();
    m_fromMs = m_toMs - widthMs;
    m_rangeButtons->setExclusive(false);
    for (QAbstractButton *button : m_rangeButtons->buttons())
        button->setChecked(button->property("widthMs").toLongLong() == widthMs);
    m_rangeButtons->setExclusive(true);
    requestHistory();
    refreshLines();
}

void LagChart::showRange(qint64 fromMs, qint64 toMs)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_chosen = true;
    m_widthMs = toMs - fromMs;
    m_live = toMs >= now - m_widthMs / 100; // pushed against the present it sticks to it
    m_toMs = std::min(toMs, now);
    m_fromMs = m_toMs - m_widthMs;
    m_rangeButtons->setExclusive(false);
    for (QAbstractButton *button : m_rangeButtons->buttons())
        button->setChecked(m_live && button->property("widthMs").toLongLong() == m_widthMs);
    m_rangeButtons->setExclusive(true);
    m_askSoon.start();
    refreshLines();
}

void LagChart::requestHistory()
{
    if (!m_history || !m_snapshot)
        return;
    const quint64 request = ++m_request;
    m_askedAtMs = QDateTime::currentMSecsSinceEpoch();
    const QString cluster = m_snapshot->definition.name;
    const int points = std::max(300, m_plot->width());
    // A screenful to either side, so that panning meets something already there.
    const qint64 from = m_fromMs - m_widthMs / 2;
    const qint64 to = m_toMs + m_widthMs / 2;
    m_bucketMs = std::max<qint64>(1000, 2 * m_widthMs / points);
    m_history->lag(cluster, kind(), from, to, 2 * points, this, [this, request](const auto &lag) {
        if (request == m_request)
            setHistoryAnswer(lag);
    });
    m_history->events(cluster, from, to, this, [this, request](const auto &events) {
        if (request == m_request)
            setEvents(events);
    });
}

void LagChart::setHistoryAnswer(const QHash<QString, HistorySegments> &lag)
{
    m_past = lag;
    refreshLines();
    followKnown();
}

void LagChart::setEvents(const QList<HistoryEvent> &events)
{
    m_plot->setEvents(events);
}

void LagChart::refreshLines()
{
    QList<LagLine> lines;
    QList<LegendEntry> legend;
    const LagUnit unit = m_unitButtons->checkedId() == 1 ? LagUnit::Time : LagUnit::Bytes;
    const QList<NodeState> nodes = m_snapshot ? m_snapshot->nodes : QList<NodeState>();
    for (int index = 0; index < nodes.size(); ++index) {
        const NodeState &node = nodes[index];
        LagLine line{node.name(), index, m_tail.continued(m_past.value(node.name()), node.name(), kind(), m_bucketMs)};
        const bool isStandby = node.role == NodeRole::Standby || node.lastRole == NodeRole::Standby;
        if (!isStandby && !highestBetween(line.segments, m_fromMs, m_toMs))
            continue;
        const std::optional<double> newest = isStandby ? lagValue(node.lag, kind()) : std::nullopt;
        legend.append({node.name(), newest ? lagValueText(*newest, unit) : QStringLiteral("–"), index});
        lines.append(std::move(line));
    }
    m_plot->setEmptyText(lines.isEmpty() ? tr("The lag of each standby appears here once one streams from the primary.")
                                         : tr("Nothing is recorded of this time."));
    m_plot->setLines(lines, unit, m_fromMs, m_toMs);
    m_legend->setEntries(legend);
}

} // namespace howdah
