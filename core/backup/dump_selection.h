#pragma once

#include "core/backup/dump_contents.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace howdah {

/// What is restored of an archive.
struct DumpSelection
{
    QList<DumpEntry> entries; ///< in the archive's order
    QStringList objects;      ///< ids of the objects among them
    QStringList broughtAlong; ///< objects that were not chosen, but are needed by one that was
    QStringList leftOut;      ///< foreign keys and the like whose other end comes with nothing
    QStringList notThere;     ///< names that nothing in the archive has
    bool isPartial = false;   ///< not all of the archive

    [[nodiscard]] QByteArray list() const; ///< for pg_restore --use-list
};

/// The object that each entry belongs to (itself, when it is one), by ids; none for what is about the whole archive.
[[nodiscard]] QHash<int, int> ownersOf(const DumpContents &contents);

/// `chosen`: ids of objects, names of schemas (all in them), or entries' numbers; empty: everything. What is `present`
/// in the database needs not to be brought along.
[[nodiscard]] DumpSelection selectFrom(const DumpContents &contents, const QStringList &chosen,
                                       const QSet<QString> &present);

} // namespace howdah
