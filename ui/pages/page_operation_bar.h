#pragma once

#include "ui/pages/page_operations.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace howdah {

/// What can be done with the cluster, as a row of buttons; those that find no room wait in the menu at its end.
class OperationBar : public QWidget
{
    Q_OBJECT

public:
    explicit OperationBar(QWidget *parent = nullptr);
    void setOffers(const QList<OperationOffer> &offers);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void fillMenu(qsizetype from);

    QList<OperationOffer> m_offers;
    QList<QPushButton *> m_buttons;
    QToolButton *m_more;
    QMenu *m_menu;
};

/// Operations as menu items: what cannot be done now is there, grey, and its tooltip says why.
void addOperations(QMenu &menu, const QList<OperationOffer> &offers,
                   const std::function<void(const OperationOffer &)> &chosen);

} // namespace howdah
