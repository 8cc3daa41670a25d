#include "ui/pages/overview_findings.h"

#include "core/operations/catalogue.h"
#include "ui/pages/overview_finding_row.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace howdah {

namespace {

constexpr int madeAtOnce = 4;

QString impossibleNow(const Finding &finding, const ClusterSnapshot &snapshot)
{
    const Operation *operation = finding.remedyOperation.isEmpty() ? nullptr : findOperation(finding.remedyOperation);
    return operation && operation->impossible ? operation->impossible(snapshot) : QString();
}

} // namespace

OverviewFindings::OverviewFindings(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Voice::Heading))
    , m_calm(new TextLabel(TextLabel::Voice::Muted))
    , m_column(new QVBoxLayout)
{
    m_calm->setText(tr("Nothing. Replication, slots and archiving are watched; what goes wrong appears here, with what "
                       "to do about it."));
    auto *list = new QWidget;
    m_column->setContentsMargins(0, 0, theme::space2, 0);
    m_column->setSpacing(theme::space1);
    m_column->addWidget(m_calm);
    m_column->addStretch(1);
    list->setLayout(m_column);
    auto *scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Needs attention"));
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space1, theme::space2);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_title);
    layout->addWidget(scroll, 1);
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &OverviewFindings::fill);
}

FindingRow *OverviewFindings::rowFor(const Finding &finding, const QList<FindingRow *> &taken) const
{
    for (FindingRow *row : m_rows) {
        // One node may have the same finding twice (two slots that nobody reads): each keeps a row of its own.
        if (row->finding().id == finding.id && row->finding().node == finding.node && !taken.contains(row))
            return row;
    }
    return nullptr;
}

FindingRow *OverviewFindings::newRow()
{
    auto *row = new FindingRow;
    connect(row, &FindingRow::operationRequested, this, &OverviewFindings::operationRequested);
    return row;
}

void OverviewFindings::setSnapshot(const ClusterSnapshot &snapshot)
{
    m_wanted.clear();
    qsizetype grave = 0;
    for (const Finding &finding : snapshot.findings) {
        m_wanted.append({finding, impossibleNow(finding, snapshot)});
        grave += finding.severity != Severity::Information ? 1 : 0;
    }
    m_calm->setVisible(m_wanted.isEmpty());
    m_title->setText(grave > 0 ? tr("Needs attention (%1)").arg(grave) : tr("Needs attention"));
    fill();
}

void OverviewFindings::fill()
{
    QList<FindingRow *> rows;
    int made = 0;
    for (const Wanted &wanted : std::as_const(m_wanted)) {
        FindingRow *row = rowFor(wanted.finding, rows);
        if (!row && made == madeAtOnce)
            continue;
        if (!row) {
            row = newRow();
            ++made;
        }
        row->setFinding(wanted.finding, wanted.impossible);
        rows.append(row);
    }
    showRows(rows);
    if (rows.size() < m_wanted.size())
        m_more.start();
}

void OverviewFindings::showRows(const QList<FindingRow *> &rows)
{
    for (FindingRow *old : std::as_const(m_rows)) {
        if (!rows.contains(old))
            old->deleteLater();
    }
    if (rows == m_rows)
        return;
    for (FindingRow *row : std::as_const(m_rows))
        m_column->removeWidget(row);
    for (qsizetype place = 0; place < rows.size(); ++place)
        m_column->insertWidget(static_cast<int>(place), rows[place]);
    m_rows = rows;
}

} // namespace howdah
