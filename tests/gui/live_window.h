#pragma once

#include "core/cluster/sampler.h"
#include "core/operations/catalogue.h"
#include "core/operations/operation_desk.h"
#include "tests/gui/wizard_hands.h"
#include "tests/support/live_lab.h"

namespace howdah::test {

/// What a window has around a live lab: a desk, snapshots, and hands for the wizard it opened.
class LiveWindow : public WizardHands
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
        take(new OperationWizard(*findOperation(QLatin1String(operation)), look(), arguments, m_desk));
        return m_wizard;
    }

    [[nodiscard]] const ClusterRegistry &registry() const { return m_environment.registry; }

private:
    LiveLab &m_lab;
    ClusterSnapshotPtr m_lastKnown;
    Environment m_environment;
    OperationDesk m_desk;
};

} // namespace howdah::test
