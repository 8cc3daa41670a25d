#pragma once

#include "ui/wizards/operation_wizard.h"

#include <QObject>
#include <QPointer>

class QAbstractButton;

namespace howdah {

/// Goes through a wizard as a person would, by its own buttons and fields. Lives while its wizard does; GUI thread.
class WizardDriver : public QObject
{
    Q_OBJECT

public:
    WizardDriver(OperationWizard *wizard, OperationDesk &desk);

    [[nodiscard]] QString pageName() const; ///< "choose", "checks" …: for file names
    [[nodiscard]] bool canGoOn() const;     ///< the page is complete and its button can be pressed
    [[nodiscard]] bool isLooking() const;   ///< the checks are under way
    [[nodiscard]] bool atEnd() const;       ///< on the Result page, or the wizard is gone
    [[nodiscard]] bool succeeded() const { return m_succeeded; }
    void fillIn(); ///< types the word that a destructive operation asks for
    void goOn();
    void close();

private:
    [[nodiscard]] QAbstractButton *nextButton() const;

    QPointer<OperationWizard> m_wizard;
    QString m_confirmWord;
    bool m_succeeded = false;
};

} // namespace howdah
