#pragma once

#include "core/backup/archive_surroundings.h"

namespace howdah {

/// What a server's log tells of its last archive_command that failed.
struct ArchiverWords
{
    int exitCode = 0; ///< 0: not said, or ended by a signal
    QString said;     ///< by the command itself, before the server told of its failure
    QString command;  ///< as it was run
};
/// From the end of a log; nothing when no failure is told there. Lines of any log_line_prefix.
[[nodiscard]] std::optional<ArchiverWords> parseArchiverLog(const QByteArray &tail);
/// Nothing when the log cannot be read, or tells nothing. Blocking.
[[nodiscard]] std::optional<ArchiverWords> readArchiverWords(Host &host, const QString &logFile, const As &as,
                                                             const Deadline &deadline);

/// All that is known of a server's archiving.
struct ArchiverFacts
{
    QString node, owner; ///< owner: the system user that the server runs as
    QString mode;        ///< archive_mode
    QString command, library;
    QDateTime lastFailed, lastArchived; ///< invalid: never
    qint64 waiting = 0;                 ///< segments that archive_status says are ready
    qint64 segmentBytes = 16LL * 1024 * 1024;
    std::optional<ArchiveSurroundings> place; ///< where the command names one
    std::optional<ArchiverWords> words;
};

/// Why a server does not archive, and what helps: sentences.
struct ArchiveTrouble
{
    enum class Kind {
        NoCommand,
        MissingDirectory,
        NotADirectory,
        NotWritable,
        DiskFull,
        OtherFile,
        WrongCommand,
        HostUnreachable,
        LoginRefused,
        HostKeyUnknown,
        CommandFails ///< and nothing more is known than its own words
    };
    Kind kind = Kind::CommandFails;
    QString what, remedy;
};
/// Nothing while archiving works, or is off. Pure.
[[nodiscard]] std::optional<ArchiveTrouble> explain(const ArchiverFacts &facts);

/// Why another machine is not reached, from ssh's own words. Pure.
[[nodiscard]] ArchiveTrouble sshTrouble(const QString &words, const QString &destination, const QString &user);

} // namespace howdah
