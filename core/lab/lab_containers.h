#pragma once

#include "core/lab/lab_record.h"

namespace howdah {

/// The containers of a lab whose nodes live in such: a compose file and what goes with it is written here, brought up
/// is it by the learner. All that is made from that file carries a label with the lab's mark; only that is removed, and
/// containers that operations on this cluster made.
class LabContainers
{
public:
    explicit LabContainers(Hosts &hosts, const Lab &lab)
        : m_hosts(hosts)
        , m_lab(lab)
    {
    }

    /// Where the compose file lies.
    [[nodiscard]] static QString directory(const Lab &lab);
    [[nodiscard]] static QString containerOf(const NodeDefinition &node); ///< empty when it lives in none

    /// compose.yaml, config/, secret/. AlreadyExists when a container has a name that this lab's would get.
    [[nodiscard]] Result<void> writeFiles(const LabRecord &record, const QString &superuserPassword,
                                          const QString &replicationPassword, const Deadline &deadline) const;

    // One that was not brought up yet is neither started nor stopped.
    [[nodiscard]] Result<void> start(const NodeDefinition &node, const Deadline &deadline) const;
    [[nodiscard]] Result<void> stop(const NodeDefinition &node, const Deadline &deadline) const; ///< fast
    [[nodiscard]] Result<void> kill(const NodeDefinition &node, const Deadline &deadline) const; ///< as in a crash
    /// What the server in it has written to its log.
    [[nodiscard]] Result<QByteArray> log(const NodeDefinition &node, const Deadline &deadline) const;
    [[nodiscard]] Result<void> removeAll(const QString &marker, const Deadline &deadline) const;

private:
    [[nodiscard]] bool isThere(const NodeDefinition &node, const Deadline &deadline) const;
    [[nodiscard]] Result<CommandOutcome> engine(const QStringList &words, const Deadline &deadline) const;
    [[nodiscard]] Result<void> removeClones(const Deadline &deadline) const;

    Hosts &m_hosts;
    const Lab &m_lab;
};

/// The compose file of a lab with that mark. Pure.
[[nodiscard]] QString composeFile(const Lab &lab, const QString &marker);

} // namespace howdah
