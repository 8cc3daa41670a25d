#include "ui/pages/dumps_row.h"

#include "core/operations/catalogue.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace howdah {

DumpsRow::DumpsRow(QWidget *parent)
    : QWidget(parent)
{
    auto *words = new TextLabel(TextLabel::Voice::Muted);
    words->setText(tr("Dumps, by pg_dump: one database or some of its tables, readable by newer versions of PostgreSQL too."));
    words->setWordWrap(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(theme::space2);
    line->addWidget(words, 1);
    for (const auto &[operation, title] : {std::pair{QStringLiteral("restore-cluster"), tr("Restore a whole server…")},
                                           std::pair{QStringLiteral("restore"), tr("Restore a dump…")},
                                           std::pair{QStringLiteral("dump"), tr("Dump…")}}) {
        auto *button = new QPushButton(title);
        button->setObjectName(operation);
        connect(button, &QPushButton::clicked, this,
                [this, operation = operation] { Q_EMIT operationRequested(operation, {}); });
        line->addWidget(button, 0, Qt::AlignVCenter);
        m_buttons << button;
    }
}

void DumpsRow::setSnapshot(const ClusterSnapshot &snapshot)
{
    for (QPushButton *button : std::as_const(m_buttons)) {
        const Operation *declared = findOperation(button->objectName());
        const QString why = declared && declared->impossible ? declared->impossible(snapshot) : QString();
        button->setEnabled(why.isEmpty());
        button->setToolTip(plainToolTip(why));
    }
}

} // namespace howdah
