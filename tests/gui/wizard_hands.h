#pragma once

#include "ui/wizards/operation_wizard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

namespace howdah::test {

/// Hands for a wizard's buttons and eyes for what it says.
class WizardHands
{
public:
    static constexpr int patience = 90000;

    void take(OperationWizard *wizard)
    {
        m_wizard = wizard;
        m_wizard->show();
    }

    template <typename Widget> [[nodiscard]] Widget *find(const char *name) const
    {
        return m_wizard->findChild<Widget *>(QLatin1String(name));
    }

    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(name); }

    /// Clicks when it can be clicked; false when that does not happen in time.
    [[nodiscard]] bool press(const char *name) const
    {
        const auto ready = [this, name] {
            return button(name) && button(name)->isVisible() && button(name)->isEnabled();
        };
        if (!QTest::qWaitFor(ready, patience))
            return false;
        QTest::mouseClick(button(name), Qt::LeftButton);
        return true;
    }

    [[nodiscard]] bool goTo(OperationWizard::Page page) const
    {
        while (m_wizard->page() != page) {
            const OperationWizard::Page before = m_wizard->page();
            if (!press("next") || !QTest::qWaitFor([this, before] { return m_wizard->page() != before; }, patience))
                return false;
            picture();
        }
        return true;
    }

    [[nodiscard]] bool waitForResult() const
    {
        return QTest::qWaitFor([this] { return m_wizard->page() == OperationWizard::Page::Result; }, patience);
    }

    [[nodiscard]] QString outcome() const
    {
        const auto *label = find<QLabel>("outcome");
        return label ? label->text() : QString();
    }

    /// All texts on the page that is seen.
    [[nodiscard]] QString labels() const
    {
        QStringList all;
        for (const QLabel *label : m_wizard->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_wizard))
                all << label->text();
        }
        return all.join(u'\n');
    }

    /// The same, for a failed test's message.
    [[nodiscard]] QByteArray texts() const { return labels().toUtf8(); }

    /// The page as it is, for a person to look at, where HOWDAH_PICTURES names a directory.
    void picture() const
    {
        const QString directory = qEnvironmentVariable("HOWDAH_PICTURES");
        if (directory.isEmpty())
            return;
        for (int round = 0; round < 4; ++round)
            QCoreApplication::processEvents(); // layouts settle in more than one
        const QString name = QStringLiteral("live-%1-%2.png").arg(QLatin1String(QTest::currentTestFunction()));
        m_wizard->grab().save(QStringLiteral("%1/%2").arg(directory, name.arg(static_cast<int>(m_wizard->page()))));
    }

protected:
    QPointer<OperationWizard> m_wizard;
};

} // namespace howdah::test
