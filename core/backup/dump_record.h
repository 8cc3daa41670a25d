#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>

namespace howdah {

/// A logical dump on record: a directory of its own with `howdah-dump.json` beside what pg_dump wrote. The record is
/// written last, after all of the dump was read once: a directory without it is no dump.
struct DumpRecord
{
    static constexpr const char *recordName = "howdah-dump.json";
    static constexpr const char *globalsName = "globals.sql"; ///< roles and tablespaces, where they were wanted

    QString id;        ///< of the operation that took it; the name of its directory
    QString label;     ///< what the user called it
    QString directory; ///< on its host
    QString cluster, systemIdentifier;
    QString takenFrom; ///< node
    QString what;      ///< "database", "globals", "all"
    QString database;  ///< of one database
    QString format;    ///< "custom", "directory", "tar", "plain"
    QString sections;  ///< "all", "schema", "data"
    QString compression;
    QString file;          ///< what was written, in its directory: a file, or the directory format's directory
    int serverVersion = 0; ///< as server_version_num
    QString program;       ///< pg_dump's version: "15.20"
    bool hasGlobals = false;
    QDateTime startedAt, endedAt; ///< UTC
    qint64 bytes = 0;             ///< of all files
    QString sha256;               ///< of the file, or of the directory's sorted list of them

    [[nodiscard]] QString path() const { return directory + QLatin1Char('/') + file; }
    bool operator==(const DumpRecord &) const = default;
};

/// What is known before it is taken: without times, size and digest.
[[nodiscard]] QJsonObject dumpRecordBegun(const DumpRecord &dump);
/// Invalid with the directory when something is missing.
[[nodiscard]] Result<DumpRecord> dumpFromRecord(const QJsonObject &record, const QString &directory);

} // namespace howdah
