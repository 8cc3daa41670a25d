#include "ui/pages/past_notice.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace howdah {

PastNotice::PastNotice(QWidget *parent)
    : Card(parent)
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_button(new QPushButton)
{
    setTint(Health::Attention);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(m_title);
    m_text->setWordWrap(true);
    texts->addWidget(m_text);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space4);
    line->addLayout(texts, 1);
    line->addWidget(m_button, 0, Qt::AlignVCenter);
    content()->addLayout(line);
    m_button->setAccessibleName(tr("Remedy"));
    m_button->setObjectName(QStringLiteral("pastRemedy"));
    connect(m_button, &QPushButton::clicked, this,
            [this] { Q_EMIT operationRequested(m_notice.operation, m_notice.arguments); });
    hide();
}

PastNotice::Notice PastNotice::noticeFor(const PastView &view)
{
    if (!view.machine)
        return {};
    const TimeMachine &machine = *view.machine;
    if (!machine.archives)
        return {.title = tr("WAL is not archived"),
                .text = tr("Only what still lies in pg_wal of %1 is shown, and nothing of it can be recovered to. "
                           "Switch archiving on, then take a base backup.")
                            .arg(machine.node),
                .button = tr("Switch archiving on…"),
                .operation = QStringLiteral("set-archiving"),
                .arguments = {{QStringLiteral("archiving"), QStringLiteral("on")}}};
    if (machine.archive.isEmpty())
        return {.title = tr("The archive is not read"), .text = machine.archiveIssue};
    if (machine.material.backups.isEmpty())
        return {.title = tr("There is no base backup"),
                .text = tr("None lies in %1. What happens after the end of the first one can be recovered to.")
                            .arg(machine.backups),
                .button = tr("Take a base backup…"),
                .operation = QStringLiteral("backup")};
    if (!view.gaps.isEmpty()) {
        QStringList lines;
        constexpr qsizetype mostLines = 3;
        for (const WalGap &gap : view.gaps.mid(0, mostLines))
            lines << gap.why;
        if (view.gaps.size() > mostLines)
            lines << tr("And %1 more.").arg(view.gaps.size() - mostLines);
        return {.title = tr("Not all WAL could be read"), .text = lines.join(QLatin1Char('\n'))};
    }
    return {};
}

void PastNotice::setPast(const PastView &view)
{
    m_notice = noticeFor(view);
    m_title->setText(m_notice.title);
    m_text->setText(m_notice.text);
    m_button->setText(m_notice.button);
    if (!m_notice.button.isEmpty())
        m_button->setAccessibleName(m_notice.button);
    m_button->setVisible(!m_notice.operation.isEmpty());
    setVisible(!m_notice.title.isEmpty());
}

} // namespace howdah
