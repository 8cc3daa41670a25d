#include "core/rows/row_stage.h"

namespace howdah {

Result<void> RowStage::make(const TableShape &shape)
{
    const Result<ResultSet> made =
        m_ask(QStringLiteral("CREATE TEMP TABLE %1 ON COMMIT DROP AS SELECT %2 FROM %3 WITH NO DATA")
                  .arg(quotedName(m_name), shape.storedList(), shape.source()),
              {});
    return made ? Result<void>() : made.error();
}

Result<void> RowStage::add(const QString &row)
{
    constexpr qsizetype mostRows = 2000;
    constexpr qsizetype mostLetters = 4 << 20;
    m_waiting << row;
    m_letters += row.size();
    return m_waiting.size() >= mostRows || m_letters >= mostLetters ? flush() : Result<void>();
}

Result<void> RowStage::flush()
{
    if (m_waiting.isEmpty())
        return {};
    const QString literal = arrayLiteral(m_waiting);
    m_waiting.clear();
    m_letters = 0;
    const Result<ResultSet> added =
        m_ask(QStringLiteral("INSERT INTO %1 SELECT (r).* FROM unnest($1::%1[]) AS r").arg(sql()), {literal});
    return added ? Result<void>() : added.error();
}

} // namespace howdah
