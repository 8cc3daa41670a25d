#pragma once

#include "core/backup/archive_file.h"

#include <QByteArray>

namespace howdah {

/// What an archive_command does, as far as its text tells.
struct ArchiveCommand
{
    enum class Kind {
        None,      ///< empty, or "(disabled)"
        Ours,      ///< the script that archiveScript() gives
        Directory, ///< copies into a directory by some other way
        Tool,      ///< hands over to a backup tool: `tool` names it
        Unknown
    };
    Kind kind = Kind::None;
    QString directory;       ///< of Ours and Directory
    QString tool;            ///< "pgBackRest", "Barman", "WAL-G"
    bool overwrites = false; ///< a Directory's command that would replace what lies there: a bare "cp %p DIR/%f"
};
[[nodiscard]] ArchiveCommand parseArchiveCommand(const QString &command);

/// Where the script and its settings lie in an archive directory: a name that no listing takes for WAL.
inline constexpr const char *archiveOwnDirectory = ".howdah";
inline constexpr const char *archiveScriptName = "archive-wal";
inline constexpr const char *restoreScriptName = "restore-wal";

/// For archive_command. POSIX sh; dd, sync, ln, cmp, and gzip or zstd where asked. Whole or not at all, on disk before
/// the server is told so; the same file again is fine, another one under its name is refused; every failure is said on
/// standard error (the server's log) and ends with a code other than 0.
[[nodiscard]] QByteArray archiveScript();
/// For restore_command: finds a segment plain or compressed; 1 when it is not there, as the server wants it.
[[nodiscard]] QByteArray restoreScript();

/// The settings' values. Nothing when the directory's name cannot stand in one (a single quote, a line's end).
[[nodiscard]] std::optional<QString> archiveCommandFor(const QString &directory, Compression compression);
[[nodiscard]] std::optional<QString> restoreCommandFor(const QString &script, const QString &directory);
/// Where the scripts lie when they are installed beside an archive.
[[nodiscard]] QString archiveScriptIn(const QString &directory);
[[nodiscard]] QString restoreScriptIn(const QString &directory);

} // namespace howdah
