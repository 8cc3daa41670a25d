#include "ui/pages/overview_finding_row.h"

#include "core/operations/catalogue.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace howdah {

namespace {

constexpr int markSide = 14;

Health healthOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Health::Critical;
    case Severity::Warning:
        return Health::Attention;
    case Severity::Information:
        break;
    }
    return Health::Unknown;
}

} // namespace

FindingRow::FindingRow(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_remedy(new QPushButton)
    , m_why(new QToolButton)
    , m_reason(new TextLabel(TextLabel::Voice::Muted))
{
    m_why->setProperty("kind", QStringLiteral("link"));
    m_why->setText(tr("Why?"));
    m_why->setCheckable(true);
    connect(m_why, &QToolButton::toggled, this, &FindingRow::fold);
    connect(m_remedy, &QPushButton::clicked, this,
            [this] { Q_EMIT operationRequested(m_finding.remedyOperation, m_finding.remedyArguments); });
    m_remedy->setAccessibleName(tr("Remedy"));
    m_remedy->setMinimumWidth(1); // or a long title would make the whole list wider than its place
    m_reason->setVisible(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(markSide + theme::space2, theme::space1, 0, theme::space2);
    column->setSpacing(theme::space1);
    column->addWidget(m_text);
    column->addWidget(m_reason);
    // One below the other: beside each other they are wider than a small window's list in wordier languages.
    for (QWidget *button : {static_cast<QWidget *>(m_remedy), static_cast<QWidget *>(m_why)})
        column->addWidget(button, 0, Qt::AlignLeft);
}

void FindingRow::setFinding(const Finding &finding, const QString &impossible)
{
    if (finding == m_finding && impossible == m_impossible)
        return;
    m_finding = finding;
    m_impossible = impossible;
    m_text->setText(finding.text);
    QStringList reason;
    for (const QString &part : {finding.why, finding.remedy}) {
        if (!part.isEmpty())
            reason.append(part);
    }
    m_reason->setText(reason.join(QStringLiteral("\n\n")));
    m_why->setVisible(!reason.isEmpty());
    m_why->setAccessibleName(tr("Why? %1").arg(finding.text));
    const Operation *remedy = finding.remedyOperation.isEmpty() ? nullptr : findOperation(finding.remedyOperation);
    m_remedy->setVisible(remedy != nullptr);
    if (remedy) {
        m_remedyTitle = QStringLiteral("%1…").arg(remedy->title);
        m_remedy->setIcon(theme::icon(remedy->icon));
        fitRemedy();
        m_remedy->setEnabled(impossible.isEmpty());
        m_remedy->setToolTip(plainToolTip(impossible.isEmpty() ? remedy->summary : impossible));
        m_remedy->setAccessibleName(tr("%1: %2").arg(remedy->title, finding.text));
    }
    update();
}

void FindingRow::fitRemedy()
{
    m_remedy->setText(m_remedyTitle);
    const QFontMetrics metrics(m_remedy->font());
    const int around = m_remedy->sizeHint().width() - metrics.horizontalAdvance(m_remedyTitle);
    const int room = contentsRect().width() - layout()->contentsMargins().left() - around;
    if (room > 0)
        m_remedy->setText(metrics.elidedText(m_remedyTitle, Qt::ElideRight, room));
}

void FindingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRemedy();
}

void FindingRow::fold(bool open)
{
    m_reason->setVisible(open);
    updateGeometry();
}

/// Text that can be selected is laid out by a whole document, many times slower than a label's: not before it is
/// wanted.
void FindingRow::enterEvent(QEnterEvent *event)
{
    for (TextLabel *label : {m_text, m_reason})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QWidget::enterEvent(event);
}

void FindingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF mark(0, theme::space1 + 1, markSide, markSide);
    if (m_finding.severity == Severity::Information)
        theme::icon(QStringLiteral("info"), theme::IconRole::Muted).paint(&painter, mark.toRect());
    else
        theme::paintHealth(painter, mark, healthOf(m_finding.severity));
}

} // namespace howdah
