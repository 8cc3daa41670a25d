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
}

FindingRow *OverviewFindings::rowFor(const Finding &finding, const QList<FindingRow *> &taken)
{
    for (FindingRow *row : std::as_const(m_rows)) {
        // One node may have the same finding twice (two slots that nobody reads): each keeps a row of its own.
        if (row->finding().id == finding.id && row->finding().node == finding.node && !taken.contains(row))
            return row;
    }
    auto *row = new FindingRow;
    connect(row, &FindingRow::operationRequested, this, &OverviewFindings::operationRequested);
    return row;
}

void OverviewFindings::setSnapshot(const ClusterSnapshot &snapshot)
{
    QList<FindingRow *> rows;
    qsizetype grave = 0;
    for (const Finding &finding : snapshot.findings) {
        FindingRow *row = rowFor(finding, rows);
        const QString impossible = impossibleNow(finding, snapshot);
        row->setFinding(finding, impossible);
        rows.append(row);
        grave += finding.severity != Severity::Information ? 1 : 0;
    }
    for (FindingRow *old : std::as_const(m_rows)) {
        if (!rows.contains(old))
            old->deleteLater();
    }
    if (rows != m_rows) {
        for (FindingRow *row : std::as_const(rows))
            m_column->removeWidget(row);
        for (qsizetype place = 0; place < rows.size(); ++place)
            m_column->insertWidget(static_cast<int>(place), rows[place]);
        m_rows = rows;
    }
    m_calm->setVisible(rows.isEmpty());
    m_title->setText(grave > 0 ? tr("Needs attention (%1)").arg(grave) : tr("Needs attention"));
}

} // namespace howdah
