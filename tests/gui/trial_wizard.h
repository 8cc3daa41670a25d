#pragma once

#include "tests/gui/trial_world.h"
#include "tests/gui/wizard_hands.h"

#include <QApplication>

namespace howdah::test {

/// Hands for a wizard on the trial operation, in a world of its own.
class TrialWizard : public WizardHands
{
protected:
    /// Without a name among the arguments the new node is called after the running test.
    OperationWizard *open(const char *id = "trial", Arguments arguments = {})
    {
        if (!arguments.contains(QStringLiteral("name")))
            arguments.insert(QStringLiteral("name"), nameOfTest());
        take(new OperationWizard(*findOperation(QLatin1String(id)), trial::snapshot(), arguments, m_world.desk));
        return m_wizard;
    }

    static QString nameOfTest()
    {
        const QString row = QLatin1String(QTest::currentDataTag());
        return QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentTestFunction()), row).replace(u' ', u'-');
    }

    [[nodiscard]] bool closeAll()
    {
        for (QWidget *window : QApplication::topLevelWidgets())
            window->close();
        const bool quiet = QTest::qWaitFor([this] { return m_world.desk.running().isEmpty(); }, patience);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return quiet;
    }

    trial::World m_world;
};

} // namespace howdah::test
