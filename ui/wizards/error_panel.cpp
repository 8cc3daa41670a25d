#include "ui/wizards/error_panel.h"

#include "ui/theme/theme.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

ErrorPanel::ErrorPanel(QWidget *parent)
    : Card(parent)
{
    setTint(Health::Critical);
    hide();
}

ErrorPanel::ErrorPanel(const Error &error, QWidget *parent)
    : Card(parent)
{
    setTint(Health::Critical);
    fill(error);
}

void ErrorPanel::showError(const Error &error)
{
    fill(error);
    show();
}

void ErrorPanel::fill(const Error &error)
{
    m_error = error;
    delete m_parts;
    m_parts = new QWidget(this);
    auto *lines = new QVBoxLayout(m_parts);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::space2);
    content()->addWidget(m_parts);

    auto *top = new QHBoxLayout;
    top->setSpacing(theme::space3);
    auto *mark = new StateMark(Health::Critical, 14, 6);
    top->addWidget(mark, 0, Qt::AlignTop);
    auto *message = new TextLabel(TextLabel::Voice::Strong, error.message);
    message->setObjectName(QStringLiteral("errorMessage"));
    message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    message->setContentsMargins(0, 5, 0, 0);
    top->addWidget(message, 1);
    auto *copy = new QPushButton(tr("Copy details"));
    copy->setObjectName(QStringLiteral("copyDetails"));
    copy->setAccessibleName(tr("Copy the error's details"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_error.full()); });
    top->addWidget(copy, 0, Qt::AlignTop);
    lines->addLayout(top);

    addPart(tr("Detail"), error.detail);
    addPart(tr("Hint"), error.hint);
    addPart(tr("SQLSTATE"), error.sqlState);
}

void ErrorPanel::clear()
{
    delete m_parts;
    m_parts = nullptr;
    hide();
}

void ErrorPanel::addPart(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(14 + theme::space3, 0, 0, 0);
    line->setSpacing(theme::space3);
    auto *label = new TextLabel(TextLabel::Voice::Muted, name);
    label->setFixedWidth(72);
    line->addWidget(label, 0, Qt::AlignTop);
    auto *value = new TextLabel(TextLabel::Voice::Body, QString(text).remove(u'\t')); // libpq indents its hints
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(value, 1);
    static_cast<QVBoxLayout *>(m_parts->layout())->addLayout(line);
}

} // namespace howdah
