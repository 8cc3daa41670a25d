#pragma once

#include "core/lab/exercises/exercise.h"
#include "core/lab/lab.h"

namespace howdah {

/// What {{words}} in an exercise's texts stand for in one run of it. {{work}}, {{bin}}, {{archive}}, {{lab}},
/// {{directory}}; where the servers live in containers {{engine}}, {{compose}}; {{noted.NAME}};
/// {{operation.ID}}, its title; of a node {{n1.port}}, {{n1.data}}, {{n1.log}}, {{n1.conninfo}}, {{n1.name}},
/// {{n1.container}}, where instead of a name `primary` and `standby` stand for whoever has that role.
class ExerciseWords
{
public:
    ExerciseWords(const Lab &lab, QString workDirectory, QHash<QString, QString> noted)
        : m_lab(lab)
        , m_workDirectory(std::move(workDirectory))
        , m_noted(std::move(noted))
    {
    }

    void setLab(const Lab &lab, const QHash<QString, QString> &noted)
    {
        m_lab = lab;
        m_noted = noted;
    }
    /// Who plays which part is looked up in the snapshot; without one the first node is the primary, as a lab begins.
    void setSnapshot(ClusterSnapshotPtr snapshot) { m_snapshot = std::move(snapshot); }

    /// The node that "primary", "standby" or a name stands for. NotFound with a sentence.
    [[nodiscard]] Result<NodeDefinition> node(const QString &word) const;
    /// NotFound for a word that stands for nothing.
    [[nodiscard]] Result<QString> filled(const QString &text) const;
    /// For reading: what stands for nothing yet is "…", as most does where there is no lab.
    [[nodiscard]] QString readable(const QString &text) const;
    /// All that is shown of it made readable.
    [[nodiscard]] Exercise readable(Exercise exercise) const;

private:
    [[nodiscard]] Result<QString> meaning(const QString &word) const;

    Lab m_lab;
    QString m_workDirectory;
    QHash<QString, QString> m_noted;
    ClusterSnapshotPtr m_snapshot;
};

} // namespace howdah
