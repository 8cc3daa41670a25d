#pragma once

#include "core/cluster/sampler.h"
#include "core/operations/catalogue.h"
#include "core/operations/operation_desk.h"
#include "tests/support/live_lab.h"
#include "ui/wizards/operation_wizard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace howdah::test {

/// What a window has around a live lab: a desk, snapshots, and hands for a wizard's buttons.
class LiveWindow
{
public:
    explicit LiveWindow(LiveLab &lab)
        : m_lab(lab)
        , m_environment{.hosts = &lab.hosts(),
                        .registry = ClusterRegistry(),
                        .lastKnown = [this](const QString &) { return m_lastKnown; }}
        , m_desk(m_environment)
    {
        m_lastKnown = look();
    }

    /// The cluster as it is on record and answers now.
    ClusterSnapshotPtr look()
    {
        const Result<ClusterDefinition> cluster = m_environment.registry.find(m_lab.lab().name);
        const ClusterDefinition definition = cluster ? *cluster : m_lab.cluster();
        constexpr Milliseconds timeout{3000};
        return makeSnapshot(definition, sampleAll(definition, timeout), m_lastKnown, QDateTime::currentDateTimeUtc());
    }

    OperationWizard *open(const char *operation, const Arguments &arguments = {})
    {
        m_wizard = new OperationWizard(*findOperation(QLatin1String(operation)), look(), arguments, m_desk);
        m_wizard->show();
        return m_wizard;
    }

    template <typename Widget> [[nodiscard]] Widget *find(const char *name) const
    {
        return m_wizard->findChild<Widget *>(QLatin1String(name));
    }

    /// Clicks when it can be clicked; false when that does not happen in time.
    [[nodiscard]] bool press(const char *name) const
    {
        const auto ready = [this, name] {
            const auto *button = find<QPushButton>(name);
            return button && button->isVisible() && button->isEnabled();
        };
        if (!QTest::qWaitFor(ready, patience))
            return false;
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
        return true;
    }

    [[nodiscard]] bool goTo(OperationWizard::Page page) const
    {
        while (m_wizard->page() != page) {
            const OperationWizard::Page before = m_wizard->page();
            if (!press("next"))
                return false;
            if (!QTest::qWaitFor([this, before] { return m_wizard->page() != before; }, patience))
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

    /// All that the wizard says, for a failed test's message.
    [[nodiscard]] QByteArray texts() const
    {
        QStringList all;
        for (const QLabel *label : m_wizard->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_wizard))
                all << label->text();
        }
        return all.join(u'\n').toUtf8();
    }

    /// The page as it is, for a person to look at, where HOWDAH_PICTURES names a directory.
    void picture() const
    {
        const QString directory = qEnvironmentVariable("HOWDAH_PICTURES");
        if (directory.isEmpty())
            return;
        for (int round = 0; round < 4; ++round)
            QCoreApplication::processEvents(); // layouts settle in more than one
        m_wizard->grab().save(QStringLiteral("%1/live-%2-%3.png")
                                  .arg(directory, QLatin1String(QTest::currentTestFunction()))
                                  .arg(static_cast<int>(m_wizard->page())));
    }

    [[nodiscard]] OperationDesk &desk() { return m_desk; }
    [[nodiscard]] const ClusterRegistry &registry() const { return m_environment.registry; }

    static constexpr int patience = 90000;

private:
    LiveLab &m_lab;
    ClusterSnapshotPtr m_lastKnown;
    Environment m_environment;
    OperationDesk m_desk;
    OperationWizard *m_wizard = nullptr;
};

} // namespace howdah::test
