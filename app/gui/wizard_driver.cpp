#include "app/gui/wizard_driver.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace howdah {

WizardDriver::WizardDriver(OperationWizard *wizard, OperationDesk &desk)
    : m_wizard(wizard)
{
    connect(&desk, &OperationDesk::prepared, this,
            [this](int, const Preparation &preparation) { m_confirmWord = preparation.plan.confirmWord; });
    connect(wizard, &OperationWizard::runFinished, this,
            [this](const RunOutcome &outcome) { m_succeeded = outcome.state == OperationState::Done; });
}

QString WizardDriver::pageName() const
{
    static const QStringList names{QStringLiteral("choose"),  QStringLiteral("checks"), QStringLiteral("plan"),
                                   QStringLiteral("confirm"), QStringLiteral("run"),    QStringLiteral("result")};
    return m_wizard ? names.value(static_cast<int>(m_wizard->page())) : QString();
}

bool WizardDriver::atEnd() const
{
    return !m_wizard || m_wizard->page() == OperationWizard::Page::Result;
}

bool WizardDriver::isLooking() const
{
    const auto *stop = m_wizard ? m_wizard->findChild<QAbstractButton *>(QStringLiteral("stopChecks")) : nullptr;
    return stop && stop->isVisible();
}

bool WizardDriver::canGoOn() const
{
    if (atEnd() || m_wizard->page() == OperationWizard::Page::Run)
        return false;
    const QAbstractButton *next = nextButton();
    return next && next->isVisible() && next->isEnabled();
}

void WizardDriver::fillIn()
{
    if (auto *word = m_wizard ? m_wizard->findChild<QLineEdit *>(QStringLiteral("confirmWord")) : nullptr)
        word->setText(m_confirmWord);
}

void WizardDriver::goOn()
{
    if (QAbstractButton *next = m_wizard ? nextButton() : nullptr)
        next->click();
}

void WizardDriver::close()
{
    if (m_wizard)
        m_wizard->close();
}

QAbstractButton *WizardDriver::nextButton() const
{
    return m_wizard->findChild<QAbstractButton *>(QStringLiteral("next"));
}

} // namespace howdah
