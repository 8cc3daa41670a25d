#pragma once

#include "core/lab/lab_plan.h"
#include "core/pg/connection.h"

namespace howdah {

/// The making of one lab, step by step. What it has made when a step fails is left for its caller to remove.
class LabCreation
{
public:
    LabCreation(Hosts &hosts, LabPlan plan, Deadline deadline, std::stop_token stop, LabProgress progress);

    /// Makes the directory with its marker first, then all in it; starts the servers, unless they are to live in
    /// containers. `record`, the plan's, gets the system identifier.
    [[nodiscard]] Result<void> make(LabRecord &record);

private:
    using Step = Result<void> (LabCreation::*)(Lab &);
    [[nodiscard]] QList<Step> steps(const Lab &lab) const;
    [[nodiscard]] Result<void> makeDirectories(const LabRecord &record);
    [[nodiscard]] Result<void> writePassFile(Lab &lab);
    [[nodiscard]] Result<void> writeContainerFiles(const LabRecord &record);
    [[nodiscard]] Result<void> initialise(Lab &lab);
    [[nodiscard]] Result<void> copyToStandbys(Lab &lab);
    [[nodiscard]] Result<void> configure(Lab &lab);
    [[nodiscard]] Result<void> startPrimary(Lab &lab);
    [[nodiscard]] Result<void> startStandbys(Lab &lab);
    [[nodiscard]] Result<void> waitForStandbys(Lab &lab);

    [[nodiscard]] Result<void> write(const Lab &lab, const QString &path, const QByteArray &content) const;
    [[nodiscard]] Result<void> runAsServer(const Lab &lab, const QStringList &argv) const;
    [[nodiscard]] Result<void> prepareStandby(const Lab &lab, const NodeDefinition &standby) const;
    [[nodiscard]] Result<Connection> openPrimary(const Lab &lab) const;
    [[nodiscard]] Result<QString> ask(Connection &session, const QString &sql) const; ///< the first cell

    Hosts &m_hosts;
    std::shared_ptr<Host> m_host;
    QList<std::shared_ptr<PortReservation>> m_ports; // one per node, in their order
    Deadline m_deadline;
    std::stop_token m_stop;
    LabProgress m_progress;
    QString m_superuserPassword, m_replicationPassword;
};

} // namespace howdah
