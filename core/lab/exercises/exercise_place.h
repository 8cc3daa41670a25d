#pragma once

#include "core/lab/exercises/background_statements.h"
#include "core/lab/exercises/exercise_words.h"
#include "core/operations/preparation.h"

namespace howdah {

/// Where an exercise is being done: its lab, what its words stand for, and what is needed to act and look there. For one
/// worker thread.
struct ExercisePlace
{
    const Environment &environment;
    Lab lab;
    QString workDirectory; ///< of the lab's system user
    ExerciseWords words;
    std::stop_token stop;
    QStringList secrets = {}; ///< the lab's own passwords: never on record
    std::shared_ptr<BackgroundStatements> background = std::make_shared<BackgroundStatements>();

    [[nodiscard]] Hosts &hosts() const { return *environment.hosts; }
    /// Looks at the cluster; "primary" and "standby" mean whoever is that now.
    [[nodiscard]] ClusterSnapshotPtr look();
    /// A shell's command line as the learner would type it: the server's programs in PATH, the lab's passwords in
    /// PGPASSFILE, PGHOST, PGPORT (of `node`) and PGUSER set, in the work directory.
    [[nodiscard]] Result<Command> shell(const QString &line, const QString &node) const;
    [[nodiscard]] Result<Connection> connect(const QString &node, const QString &database, const Deadline &deadline) const;
};

} // namespace howdah
