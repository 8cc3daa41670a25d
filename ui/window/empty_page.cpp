#include "ui/window/empty_page.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace howdah {

namespace {

constexpr int columnWidth = 560;
constexpr int choiceHeight = 64;
constexpr int markSide = 72;

QWidget *choice(QPushButton *button, const QString &explanation)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(theme::space4);
    button->setMinimumWidth(190);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    button->setAccessibleDescription(explanation);
    layout->addWidget(button, 0, Qt::AlignTop);
    layout->addWidget(new TextLabel(TextLabel::Voice::Muted, explanation), 1, Qt::AlignTop);
    row->setMinimumHeight(choiceHeight);
    return row;
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
{
    auto *mark = new QLabel;
    mark->setPixmap(QIcon(QStringLiteral(":/icons/howdah.svg")).pixmap(markSide));
    mark->setFixedSize(markSide, markSide);
    auto *add = new QPushButton(theme::icon(QStringLiteral("plus"), theme::IconRole::OnAccent), tr("Add a cluster…"));
    add->setProperty("kind", QStringLiteral("primary"));
    auto *lab = new QPushButton(theme::icon(QStringLiteral("lab")), tr("Create a lab cluster…"));
    connect(add, &QPushButton::clicked, this, &EmptyPage::addRequested);
    connect(lab, &QPushButton::clicked, this, &EmptyPage::labRequested);

    auto *column = new QWidget;
    column->setFixedWidth(columnWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(theme::space3);
    layout->addWidget(mark);
    layout->addSpacing(theme::space2);
    layout->addWidget(new TextLabel(TextLabel::Voice::Title, tr("See your PostgreSQL clusters, and steer them")));
    layout->addWidget(
        new TextLabel(TextLabel::Voice::Body, tr("Howdah shows a primary and its standbys as they are now: who streams "
                                                 "from whom, how far each is behind and why. "
                                                 "From here you clone a standby, fail over or pause replay, with every "
                                                 "check made and every command shown before "
                                                 "anything happens.")));
    layout->addSpacing(theme::space4);
    layout->addWidget(
        choice(add, tr("One connection is enough: Howdah finds the other nodes and asks before it adds them. "
                       "Nothing is changed on your servers.")));
    layout->addWidget(
        choice(lab, tr("A real primary with standbys on this computer, made from its PostgreSQL in under a "
                       "minute. To learn and to try things out; it goes without a trace.")));

    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(column, 0, Qt::AlignHCenter);
    outer->addStretch(3);
}

} // namespace howdah
