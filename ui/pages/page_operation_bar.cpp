#include "ui/pages/page_operation_bar.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QHash>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace howdah {

namespace {

QString hint(const OperationOffer &offer)
{
    return offer.impossible.isEmpty() ? offer.summary : offer.impossible;
}

QString titleWithDots(const OperationOffer &offer)
{
    return QStringLiteral("%1…").arg(offer.title);
}

/// "&" in a title is a letter, not a shortcut.
QString forButton(QString title)
{
    return title.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

void addOperations(QMenu &menu, const QList<OperationOffer> &offers,
                   const std::function<void(const OperationOffer &)> &chosen)
{
    menu.setToolTipsVisible(true);
    QHash<OperationGroup, QMenu *> groups;
    for (const OperationOffer &offer : offers) {
        QMenu *&group = groups[offer.group];
        if (!group) {
            const QString title = groupTitle(offer.group);
            group = title.isEmpty() ? &menu : menu.addMenu(title);
            group->setToolTipsVisible(true);
        }
        QAction *action = group->addAction(theme::icon(offer.icon), forButton(titleWithDots(offer)));
        action->setEnabled(offer.impossible.isEmpty());
        action->setToolTip(plainToolTip(hint(offer)));
        QObject::connect(action, &QAction::triggered, &menu, [chosen, offer] { chosen(offer); });
    }
}

OperationBar::OperationBar(QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    m_more->setIcon(theme::icon(QStringLiteral("more")));
    m_more->setAccessibleName(tr("More operations"));
    m_more->setToolTip(tr("More operations"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void OperationBar::setOffers(const QList<OperationOffer> &offers)
{
    if (offers == m_offers)
        return;
    const auto sameButtons = [&] {
        return std::equal(offers.begin(), offers.end(), m_offers.begin(), m_offers.end(),
                          [](const OperationOffer &one, const OperationOffer &other) { return one.id == other.id; });
    }();
    m_offers = offers;
    if (!sameButtons) {
        qDeleteAll(m_buttons);
        m_buttons.clear();
        for (const OperationOffer &offer : offers) {
            auto *button = new QPushButton(theme::icon(offer.icon), forButton(titleWithDots(offer)), this);
            button->setAccessibleName(offer.title);
            connect(button, &QPushButton::clicked, this,
                    [this, id = offer.id] { Q_EMIT operationRequested(id, Arguments()); });
            m_buttons.append(button);
        }
    }
    for (qsizetype index = 0; index < offers.size(); ++index) {
        m_buttons[index]->setEnabled(offers[index].impossible.isEmpty());
        m_buttons[index]->setToolTip(plainToolTip(hint(offers[index])));
        m_buttons[index]->setAccessibleDescription(hint(offers[index]));
    }
    updateGeometry();
    arrange();
}

QSize OperationBar::sizeHint() const
{
    return {400, m_more->sizeHint().height()};
}

QSize OperationBar::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), m_more->sizeHint().height()};
}

void OperationBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void OperationBar::arrange()
{
    const int moreWidth = m_more->sizeHint().width();
    const int height = m_more->sizeHint().height();
    int total = 0;
    for (const QPushButton *button : std::as_const(m_buttons))
        total += button->sizeHint().width() + theme::space2;
    const int room = total - theme::space2 <= width() ? width() : width() - moreWidth - theme::space2;
    int left = 0;
    qsizetype shown = 0;
    for (QPushButton *button : std::as_const(m_buttons)) {
        const int wanted = button->sizeHint().width();
        const bool fits = shown == m_buttons.indexOf(button) && left + wanted <= room;
        button->setVisible(fits);
        if (!fits)
            continue;
        button->setGeometry(left, 0, wanted, height);
        left += wanted + theme::space2;
        ++shown;
    }
    m_more->setVisible(shown < m_buttons.size());
    m_more->setGeometry(left, 0, moreWidth, height);
    fillMenu(shown);
}

void OperationBar::fillMenu(qsizetype from)
{
    if (m_menu->isVisible())
        return; // not under the user's hand
    m_menu->clear();
    addOperations(*m_menu, m_offers.mid(from),
                  [this](const OperationOffer &offer) { Q_EMIT operationRequested(offer.id, offer.arguments); });
}

} // namespace howdah
