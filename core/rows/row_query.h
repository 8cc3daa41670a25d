#pragma once

#include "core/rows/table_shape.h"

namespace howdah {

/// The pieces of SQL that a table's rows are asked for with; it is called t in them.
class RowQuery
{
public:
    using Key = QStringList; ///< a primary key's texts; empty: no bound
    RowQuery(const TableShape &shape, const QString &where);

    [[nodiscard]] QString keyList() const { return m_keyList; }
    [[nodiscard]] QString rowText() const { return m_rowText; } ///< the stored columns as one value
    [[nodiscard]] QString from() const { return m_from; }
    [[nodiscard]] QString filtered() const { return m_filter; }
    /// Rows after `after` and up to `last`, with the parameters that it takes.
    [[nodiscard]] QString range(const Key &after, const Key &last, QList<SqlParameter> &parameters) const;
    /// The key's columns among the stored ones.
    [[nodiscard]] const QList<qsizetype> &keyPlaces() const { return m_keyPlaces; }
    [[nodiscard]] QString keyOf(const QString &rowText) const; ///< one text for it, of its own kind

private:
    const TableShape &m_shape;
    QString m_keyList, m_rowText, m_from, m_filter;
    QList<qsizetype> m_keyPlaces;
};

} // namespace howdah
