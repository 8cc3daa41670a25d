#include "ui/wizards/scroll_page.h"

#include <QVBoxLayout>

namespace howdah {

namespace {
constexpr int readableWidth = 760;
}

ScrollPage::ScrollPage(const QString &accessibleName, QWidget *parent, int sideMargin)
    : QScrollArea(parent)
    , m_sideMargin(sideMargin)
{
    setAccessibleName(accessibleName);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::ClickFocus);
}

void ScrollPage::startOver()
{
    if (m_page && m_page != widget())
        delete m_page;
    m_page = new QWidget;
    m_page->setObjectName(QStringLiteral("scrollPage"));
    auto *sides = new QHBoxLayout(m_page);
    sides->setContentsMargins(m_sideMargin, 0, m_sideMargin, theme::space4);
    auto *column = new QWidget;
    column->setMaximumWidth(readableWidth);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    sides->addWidget(column, 1000);
    sides->addStretch(1);
    m_content = new QVBoxLayout(column);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(theme::space3);
}

void ScrollPage::finish()
{
    m_content->addStretch();
    setWidget(m_page);
    m_page->setAutoFillBackground(false); // a scroll area has just turned it on
    viewport()->setAutoFillBackground(false);
}

} // namespace howdah
