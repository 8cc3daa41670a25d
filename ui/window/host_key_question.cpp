#include "ui/window/host_key_question.h"

#include "ui/theme/theme.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

HostKeyQuestion::HostKeyQuestion(const HostKey &key, QWidget *parent)
    : QWidget(parent)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::space3);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(Health::Attention, 11, 3), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    line->addLayout(texts, 1);
    lines->addLayout(line);
    texts->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Is this the machine you mean?")));
    texts->addWidget(new TextLabel(TextLabel::Voice::Body,
                                   tr("Its host key is not on record. Nothing was sent to it yet. It shows:")));
    auto *fingerprint = new TextLabel(TextLabel::Voice::Strong, key.kind + QLatin1Char(' ') + key.fingerprint);
    fingerprint->setObjectName(QStringLiteral("fingerprint"));
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fingerprint->setAccessibleName(tr("Fingerprint"));
    texts->addWidget(fingerprint);
    texts->addWidget(
        new TextLabel(TextLabel::Voice::Muted, tr("Compare it with what the machine says of itself: ssh-keygen -lf "
                                                  "/etc/ssh/ssh_host_%1_key.pub")
                                                   .arg(key.kind.toLower())));
    auto *yes = new QPushButton(tr("They agree: put the key on record"));
    yes->setObjectName(QStringLiteral("acceptKey"));
    yes->setAutoDefault(false);
    yes->setToolTip(plainToolTip(tr("Adds a line to %1").arg(key.file)));
    connect(yes, &QPushButton::clicked, this, &HostKeyQuestion::accepted);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(yes);
    lines->addLayout(row);
}

} // namespace howdah
