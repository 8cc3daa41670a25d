#include "ui/pages/overview_page.h"

#include "ui/charts/lag_chart.h"
#include "ui/pages/overview_findings.h"
#include "ui/pages/overview_header.h"
#include "ui/pages/page_operation_bar.h"
#include "ui/theme/theme.h"
#include "ui/topology/topology_view.h"
#include "ui/wizards/card.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

namespace howdah {

namespace {

Card *cardAround(QWidget *widget)
{
    auto *card = new Card;
    card->content()->setContentsMargins(1, 1, 1, 1);
    card->content()->addWidget(widget);
    return card;
}

QSplitter *splitterOf(Qt::Orientation orientation)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setHandleWidth(theme::space3);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

OverviewPage::OverviewPage(History *history, QWidget *parent)
    : Page(parent)
    , m_header(new OverviewHeader)
    , m_operations(new OperationBar)
    , m_topology(new TopologyView)
    , m_findings(new OverviewFindings)
    , m_chart(new LagChart(history))
    , m_rows(splitterOf(Qt::Vertical))
{
    QSplitter *columns = splitterOf(Qt::Horizontal);
    columns->addWidget(makePicture());
    columns->addWidget(cardAround(m_findings));
    columns->setStretchFactor(0, 7);
    columns->setStretchFactor(1, 3);
    columns->setSizes({700, 300});
    m_rows->addWidget(columns);
    m_rows->addWidget(cardAround(m_chart));
    m_rows->setStretchFactor(0, 5);
    m_rows->setStretchFactor(1, 4);
    m_rows->setSizes({360, 280});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space4);
    layout->setSpacing(theme::space3);
    layout->addWidget(m_header);
    layout->addWidget(m_operations);
    layout->addWidget(m_rows, 1);

    connect(m_header, &OverviewHeader::said, this, &Page::said);
    connect(m_operations, &OperationBar::operationRequested, this, &Page::operationRequested);
    connect(m_findings, &OverviewFindings::operationRequested, this, &Page::operationRequested);
    connect(m_topology, &TopologyView::nodeSelected, this, &Page::nodeSelected);
    connect(m_topology, &TopologyView::nodeMenuRequested, this, &Page::nodeMenuRequested);
    connect(m_topology, &TopologyView::nodeActivated, this, [this](const QString &node) {
        Q_EMIT nodeMenuRequested(node, m_topology->mapToGlobal(m_topology->nodeRect(node).bottomLeft().toPoint()));
    });
    connect(m_chart, &LagChart::failed, this, &Page::said);
}

QWidget *OverviewPage::makePicture()
{
    Card *card = cardAround(m_topology);
    auto *button = new QToolButton(m_topology);
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setIcon(theme::icon(QStringLiteral("download"), theme::IconRole::Muted));
    button->setToolTip(tr("Take the picture away"));
    button->setAccessibleName(tr("Take the picture away"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addAction(tr("Copy picture"), this, [this] {
        QGuiApplication::clipboard()->setImage(m_topology->toImage(2));
        Q_EMIT said(tr("Picture copied."));
    });
    menu->addAction(tr("Save as PNG…"), this, [this] { exportTopology(QStringLiteral("png")); });
    menu->addAction(tr("Save as SVG…"), this, [this] { exportTopology(QStringLiteral("svg")); });
    button->setMenu(menu);
    auto *corner = new QGridLayout(m_topology);
    corner->setContentsMargins(theme::space2, theme::space2, theme::space2, theme::space2);
    corner->addWidget(button, 0, 0, Qt::AlignTop | Qt::AlignRight);
    return card;
}

void OverviewPage::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    if (!snapshot)
        return;
    m_header->setSnapshot(*snapshot);
    m_operations->setOffers(operationOffers(*snapshot));
    m_topology->setSnapshot(snapshot);
    m_findings->setSnapshot(*snapshot);
    m_chart->setSnapshot(snapshot);
}

void OverviewPage::selectNode(const QString &node)
{
    m_topology->selectNode(node);
}

void OverviewPage::exportTopology(const QString &suffix)
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the picture"), QStringLiteral("topology.%1").arg(suffix),
                                     tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    if (file.isEmpty())
        return;
    const bool saved =
        suffix == QLatin1String("svg") ? m_topology->saveSvg(file) : m_topology->toImage(2).save(file, "PNG");
    Q_EMIT said(saved ? tr("Saved to %1.").arg(file)
                      : tr("The picture could not be saved to “%1”. Choose a folder you may write to, with room left.")
                            .arg(file));
}

} // namespace howdah
