#pragma once

#include "core/backup/archive_header.h"
#include "core/backup/archive_inventory.h"
#include "core/backup/archive_surroundings.h"

namespace howdah {

/// How closely an archive's segments are looked at.
enum class ProofDepth {
    Headers, ///< the first page of each plain one, and of the newest `ArchiveProof::mostUnpacked` packed ones
    Whole    ///< every packed one is unpacked to its end too
};

/// An archive whose files were looked into, not only listed.
struct ArchiveProof
{
    ArchiveInventory inventory; ///< of what is sound: a file that is not counts as missing
    QList<ArchiveFile> files;   ///< sound ones alone
    QList<ArchiveFault> faults; ///< in the order of names
    static constexpr int mostUnpacked = 200;
};

/// Reads the beginnings of segments. An empty system identifier fits every one. Blocking; worker thread.
[[nodiscard]] Result<ArchiveProof> proveArchive(Host &host, const ArchivePlace &place, const As &as,
                                                const QList<ArchiveFile> &files, const QString &systemIdentifier,
                                                quint32 segmentBytes, ProofDepth depth, const Deadline &deadline,
                                                std::stop_token stop = {});

} // namespace howdah
