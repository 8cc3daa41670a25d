#include "ui/wizards/param_field.h"

#include "ui/theme/theme.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QStyle>
#include <QVBoxLayout>

namespace howdah {

ParamField::ParamField(const Param &param, const ClusterSnapshot &snapshot, QWidget *parent)
    : QWidget(parent)
    , m_param(param)
    , m_objection(new TextLabel(TextLabel::Voice::Critical))
    , m_objectionLine(new QWidget)
{
    m_editor = makeParamEditor(
        m_param, snapshot,
        [this] {
            m_touched = true;
            Q_EMIT edited();
        },
        this);

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::space1);
    if (m_param.kind != Param::Kind::Boolean) {
        const QString title = m_param.required ? m_param.title : tr("%1 (optional)").arg(m_param.title);
        auto *label = new TextLabel(TextLabel::Voice::Strong, title);
        label->setBuddy(m_editor.focus);
        lines->addWidget(label);
    }
    lines->addWidget(m_editor.widget);
    if (!m_param.help.isEmpty())
        lines->addWidget(new TextLabel(TextLabel::Voice::Muted, m_param.help));

    auto *objection = new QHBoxLayout(m_objectionLine);
    objection->setContentsMargins(0, 0, 0, 0);
    objection->setSpacing(theme::space2);
    objection->addWidget(new StateMark(Health::Critical, 11, 3), 0, Qt::AlignTop);
    m_objection->setObjectName(m_param.id + QStringLiteral("-objection"));
    objection->addWidget(m_objection, 1);
    lines->addWidget(m_objectionLine);
    m_objectionLine->hide();
}

void ParamField::offer(const Situation &situation)
{
    if (m_editor.offer && m_param.items)
        m_editor.offer(m_param.items(situation));
}

void ParamField::showObjection(const QString &sentence)
{
    m_objection->setText(sentence);
    m_objectionLine->setVisible(!sentence.isEmpty());
    m_editor.focus->setProperty("wrong", !sentence.isEmpty());
    m_editor.focus->style()->unpolish(m_editor.focus);
    m_editor.focus->style()->polish(m_editor.focus);
    m_editor.focus->setAccessibleDescription(sentence.isEmpty() ? m_param.help : sentence);
}

} // namespace howdah
