#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace howdah {

/// What kind of dump a path holds, told by how it begins.
struct DumpKind
{
    enum class Format {
        NotOne,
        Custom,
        Directory,
        Tar,
        Plain,     ///< SQL of one database
        Cluster,   ///< SQL by pg_dumpall
        Compressed ///< packed by `packer`; SQL inside, if it is a dump at all
    };
    Format format = Format::NotOne;
    QString packer;       ///< "gzip", "lz4", "zstd"
    int archiveMinor = 0; ///< of a custom archive's version 1.N

    [[nodiscard]] bool isArchive() const
    {
        return format == Format::Custom || format == Format::Directory || format == Format::Tar;
    }
};
/// From the first bytes of a file (a few kilobytes say it); of the directory format, of its toc.dat.
[[nodiscard]] DumpKind dumpKindOf(const QByteArray &head);
/// The first major version of PostgreSQL whose pg_restore reads archives of version 1.`minor`; 0 for one too new to
/// be known.
[[nodiscard]] int majorThatReads(int minor);

/// A line of pg_restore --list: one thing that a restore does.
struct DumpEntry
{
    int id = 0;
    QString kind;   ///< as it is written there: "TABLE", "TABLE DATA", "FK CONSTRAINT"
    QString schema; ///< empty when it lies in none
    QString name;
    QString owner;
    QList<int> needs; ///< ids of the entries before it that it depends on

    /// By which a choice names it: "sales.orders", "sales.total(integer)", "TYPE sales.mood", "EXTENSION postgis".
    [[nodiscard]] QString objectId() const;
    /// What can be chosen by itself; the rest belongs to something (an index to its table).
    [[nodiscard]] bool isObject() const;
};

/// What pg_restore --list --verbose says of an archive.
struct DumpContents
{
    QString database;
    QString serverVersion, programVersion; ///< "15.20"
    int serverMajor = 0;
    QList<DumpEntry> entries;
};
/// Invalid when it is no such listing.
[[nodiscard]] Result<DumpContents> parseDumpContents(const QByteArray &listing);

} // namespace howdah
