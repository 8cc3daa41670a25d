#pragma once

#include "core/backup/archive_file.h"

#include <QByteArray>

namespace howdah {

/// Where an archive lies.
struct ArchivePlace
{
    QString directory;
    QString destination =
        {};                 ///< for ssh: "backup@db9", "ssh://backup@db9:2222", an alias; empty: the server's own host
    QString sshConfig = {}; ///< a file for "ssh -F"; empty: what ssh reads by itself
    [[nodiscard]] bool isRemote() const { return !destination.isEmpty(); }
    [[nodiscard]] QString forPeople() const; ///< "/archive", "backup@db9:/archive"
    bool operator==(const ArchivePlace &) const = default;
};

/// How segments are packed: none, gzip or zstd.
struct Packing
{
    Compression compression = Compression::None;
    int level = 0; ///< 0: the program's own
    bool operator==(const Packing &) const = default;
};

/// What an archive_command does, as far as its text tells.
struct ArchiveCommand
{
    enum class Kind {
        None,      ///< empty, or "(disabled)"
        Ours,      ///< one of the scripts below
        Directory, ///< copies into a directory by some other way
        Tool,      ///< hands over to a backup tool: `tool` names it
        Unknown
    };
    Kind kind = Kind::None;
    QString directory;              ///< of Ours and Directory
    QString tool;                   ///< "pgBackRest", "Barman", "WAL-G"
    bool overwrites = false;        ///< a Directory's command that would replace what lies there: a bare "cp %p DIR/%f"
    QString destination, sshConfig; ///< of Ours, see ArchivePlace
    Packing packing;                ///< of Ours
    [[nodiscard]] ArchivePlace place() const { return {directory, destination, sshConfig}; }
};
[[nodiscard]] ArchiveCommand parseArchiveCommand(const QString &command);

/// Where the script and its settings lie in an archive directory: a name that no listing takes for WAL.
inline constexpr const char *archiveOwnDirectory = ".howdah";
inline constexpr const char *archiveScriptName = "archive-wal";
inline constexpr const char *restoreScriptName = "restore-wal";
/// For an archive on another machine these lie in `.howdah` of the data directory, so that a clone has them too.
inline constexpr const char *archiveOverSshName = "archive-wal-over-ssh";
inline constexpr const char *restoreOverSshName = "restore-wal-over-ssh";
/// Beside the script: whose archive it is, "SYSTEM-IDENTIFIER CLUSTER".
inline constexpr const char *archiveOfName = "archive-of";

/// For archive_command. POSIX sh; dd, sync, ln, cmp, and gzip or zstd where asked. Whole or not at all, on disk before
/// the server is told so; the same file again is fine, another one under its name is refused; every failure is said on
/// standard error (the server's log) and ends with 1.
[[nodiscard]] QByteArray archiveScript();
/// For restore_command: finds a segment plain or compressed; 1 when it is not there, as the server wants it.
[[nodiscard]] QByteArray restoreScript();
/// The same two by ssh, which call these there. A connection that breaks leaves nothing half done. No way there ends
/// archiving with 1, which the server counts as a failure and tries again; restoring with 126, since "not there" would
/// end recovery.
[[nodiscard]] QByteArray archiveOverSshScript();
[[nodiscard]] QByteArray restoreOverSshScript();
/// Without a question, and with an end when nobody answers. `words` become one line for the other shell.
[[nodiscard]] QStringList sshWords(const ArchivePlace &place, const QStringList &words);

/// The settings' values. Nothing when the directory's name cannot stand in one (a single quote, a line's end).
[[nodiscard]] std::optional<QString> archiveCommandFor(const QString &directory, Compression compression);
[[nodiscard]] std::optional<QString> archiveCommandFor(const ArchivePlace &place, const Packing &packing);
[[nodiscard]] std::optional<QString> restoreCommandFor(const ArchivePlace &place);
[[nodiscard]] std::optional<QString> restoreCommandFor(const QString &script, const QString &directory);
/// Where the scripts lie when they are installed beside an archive.
[[nodiscard]] QString archiveScriptIn(const QString &directory);
[[nodiscard]] QString restoreScriptIn(const QString &directory);
[[nodiscard]] QString archiveOfIn(const QString &directory);

/// "none", "gzip", "zstd".
[[nodiscard]] QString methodName(Compression compression);
[[nodiscard]] Compression compressionNamed(const QString &method); ///< Other for none of these

} // namespace howdah
