#pragma once

#include "core/backup/archive_command.h"
#include "core/hosts/host.h"

#include <QVariantMap>

namespace howdah {

/// An archive's directory, as it is for the user who writes into it: the server's own.
struct ArchiveSurroundings
{
    enum class What { Absent, Directory, Other };
    bool reached = true;
    QString noWay; ///< not reached: ssh's own words
    QString user;  ///< who looked; on the other machine the login there
    What what = What::Absent;
    bool mayWrite = false; ///< into it; while it is absent: into `nearest`
    QString owner;         ///< of it, or of `nearest`
    QString nearest;       ///< it, or the parent next to it that is there
    QString resolved;      ///< `nearest` without links
    QString fileSystem;    ///< device number of `nearest`
    qint64 freeBytes = 0, totalBytes = 0;
    QString archiveOf;       ///< see archiveOfName; empty: nothing of ours says so
    bool hasScripts = false; ///< archive-wal and restore-wal lie there
    bool hasGzip = false, hasZstd = false;

    [[nodiscard]] QVariantMap toValues() const;
    [[nodiscard]] static ArchiveSurroundings fromValues(const QVariantMap &values);
    /// Whose archive it is, as its own file says; empty when nothing is said.
    [[nodiscard]] QString systemIdentifier() const { return archiveOf.section(QLatin1Char(' '), 0, 0); }
};

/// `argv` where the archive is: as it is, or by ssh.
[[nodiscard]] Command atArchive(const ArchivePlace &place, const QStringList &argv, const As &as);

/// One look with one command. No way to another machine is no error: it is told in the answer. Blocking.
[[nodiscard]] Result<ArchiveSurroundings> lookAtArchivePlace(Host &host, const ArchivePlace &place, const As &as,
                                                             const Deadline &deadline, std::stop_token stop = {});

/// From what the look prints.
[[nodiscard]] ArchiveSurroundings parseSurroundings(const QByteArray &output);

} // namespace howdah
