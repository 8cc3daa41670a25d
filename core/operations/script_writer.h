#pragma once

#include "core/operations/operation.h"

namespace howdah {

/// A sentence that may become a comment or an echo: one line.
[[nodiscard]] QString oneLine(QString text);
[[nodiscard]] QString shellComment(const QString &text);

/// Actions and looks as lines of a POSIX shell, numbered through one script: a look becomes a function of its own, and
/// a wait calls wait_until(), which the script's preamble has.
class ScriptWriter
{
public:
    explicit ScriptWriter(Hosts &hosts)
        : m_hosts(hosts)
    {
    }

    [[nodiscard]] QString text(const Action &action);
    [[nodiscard]] QString text(const Observation &observation) { return write(WaitFor{observation}); }
    /// Opens the ways that what was written so far wants, and closes them at the script's end; empty without any.
    [[nodiscard]] QString waysText() const;
    /// The same for one command by itself: each way closes by itself, once it is not used any more.
    [[nodiscard]] QString passingWaysText() const;

private:
    /// The conninfo by which a script on this machine reaches the server: as Howdah does, through its host where its
    /// port is closed.
    QString connInfo(const ServerRef &server) const;
    QString psql(const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters) const;
    QString condition(const Observation &observation);
    QString command(const QString &hostId, const Command &wanted) const;
    QString words(const QString &hostId, const QString &owner, const QStringList &argv) const;
    QString fromStandardInput(const QString &hostId, const QString &owner, const QString &redirection,
                              const QString &path) const;

    QString test(const SqlSays &look) const;
    QString test(const RowSays &look) const;
    QString test(const ServerAnswers &look) const;
    QString test(const PathIs &look) const;
    QString test(const CommandSucceeds &look) const;
    QString test(const ShutDown &look) const;
    QString test(const ReceivedMost &look) const;
    QString test(const RowsAreBack &look) const;

    QString write(const RunSql &action) const;
    QString write(const RunCommand &action) const;
    QString write(const WriteFile &action) const;
    QString write(const AppendFile &action) const;
    QString write(const PointPoolerAt &action) const;
    QString write(const BringFile &action) const;
    QString write(const MakeDirectory &action) const;
    QString write(const MovePath &action) const;
    QString write(const MakeMarkedDirectory &action) const;
    QString write(const RemoveMarkedDirectory &action) const;
    QString write(const RemoveFile &action) const;
    QString write(const CopyFile &action) const;
    QString write(const PatchFile &action) const;
    QString write(const PasswordLine &action) const;
    QString write(const SetRolePassword &action) const;
    QString write(const SaveTransactions &action) const;
    QString write(const BringRows &action) const;
    QString write(const RecordNode &action) const;
    QString write(const StandGuard &action) const;
    QString write(const WaitFor &action);
    QString write(const Together &action);

    /// From an address of this machine's loopback to a port of a host.
    struct Way
    {
        QString hostId;
        int port = 0;
        [[nodiscard]] bool operator==(const Way &) const = default;
    };

    /// The line that opens the way, with these options of ssh before the host and this command behind it.
    QString opening(qsizetype number, const QString &options, const QString &remote = {}) const;

    Hosts &m_hosts;
    mutable QList<Way> m_opened;
    int m_looks = 0;
};

} // namespace howdah
