#pragma once

#include "core/rows/row_text.h"
#include "core/rows/table_shape.h"

#include <functional>

namespace howdah {

/// Rows on their way into a temporary table of a session's transaction, a few megabytes at a time.
class RowStage
{
public:
    using Ask = std::function<Result<ResultSet>(const QString &sql, const QList<SqlParameter> &)>;
    RowStage(QString name, Ask ask)
        : m_name(std::move(name))
        , m_ask(std::move(ask))
    {
    }

    [[nodiscard]] Result<void> make(const TableShape &shape); ///< with the stored columns, in their order
    [[nodiscard]] Result<void> add(const QString &row);       ///< as the server printed it
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] QString sql() const { return QStringLiteral("pg_temp.") + quotedName(m_name); }

private:
    QString m_name;
    Ask m_ask;
    QStringList m_waiting;
    qsizetype m_letters = 0;
};

} // namespace howdah
