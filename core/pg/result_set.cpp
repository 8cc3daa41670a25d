#include "core/pg/result_set.h"

#include <libpq-fe.h>

#include <limits>

namespace howdah {

namespace {
constexpr Oid byteaType = 17; // pg_type.dat; fixed for all versions

QByteArray unescaped(const char *text)
{
    std::size_t size = 0;
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> raw(
        PQunescapeBytea(reinterpret_cast<const unsigned char *>(text), &size), &PQfreemem);
    return {reinterpret_cast<const char *>(raw.get()), static_cast<qsizetype>(size)};
}
} // namespace

ResultSet::ResultSet(pg_result *owned)
    : m_result(owned, &PQclear)
{
}

int ResultSet::rows() const
{
    return m_result ? PQntuples(m_result.get()) : 0;
}

int ResultSet::columns() const
{
    return m_result ? PQnfields(m_result.get()) : 0;
}

QString ResultSet::columnName(int column) const
{
    Q_ASSERT(column >= 0 && column < columns());
    return QString::fromUtf8(PQfname(m_result.get(), column));
}

int ResultSet::columnIndex(const char *name) const
{
    // Not PQfnumber: it folds upper case and wants quotes, so that "replayLag" would not be found.
    for (int column = 0; column < columns(); ++column)
        if (qstrcmp(PQfname(m_result.get(), column), name) == 0)
            return column;
    return -1;
}

qint64 ResultSet::affectedRows() const
{
    // libpq declares its argument non-const, though it only reads.
    return m_result ? QByteArray(PQcmdTuples(const_cast<pg_result *>(m_result.get()))).toLongLong() : 0;
}

bool ResultSet::isNull(int row, int column) const
{
    Q_ASSERT(row >= 0 && row < rows() && column >= 0 && column < columns());
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray ResultSet::bytes(int row, int column) const
{
    if (isNull(row, column))
        return {};
    const char *cell = PQgetvalue(m_result.get(), row, column);
    if (PQftype(m_result.get(), column) == byteaType)
        return unescaped(cell);
    return {cell, PQgetlength(m_result.get(), row, column)};
}

std::optional<QString> ResultSet::text(int row, int column) const
{
    if (isNull(row, column))
        return std::nullopt;
    return QString::fromUtf8(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

std::optional<qint64> ResultSet::integer(int row, int column) const
{
    const auto cell = text(row, column);
    bool isNumber = false;
    const qint64 number = cell ? cell->toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<double> ResultSet::real(int row, int column) const
{
    const auto cell = text(row, column);
    if (!cell)
        return std::nullopt;
    if (*cell == QLatin1String("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (cell->endsWith(QLatin1String("Infinity")))
        return cell->startsWith(u'-') ? -std::numeric_limits<double>::infinity()
                                      : std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double number = cell->toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<bool> ResultSet::boolean(int row, int column) const
{
    const auto cell = text(row, column);
    if (cell == QLatin1String("t") || cell == QLatin1String("on") || cell == QLatin1String("true"))
        return true;
    if (cell == QLatin1String("f") || cell == QLatin1String("off") || cell == QLatin1String("false"))
        return false;
    return std::nullopt;
}

std::optional<QString> ResultSet::text(int row, const char *column) const
{
    return text(row, columnIndex(column));
}

std::optional<qint64> ResultSet::integer(int row, const char *column) const
{
    return integer(row, columnIndex(column));
}

std::optional<double> ResultSet::real(int row, const char *column) const
{
    return real(row, columnIndex(column));
}

std::optional<bool> ResultSet::boolean(int row, const char *column) const
{
    return boolean(row, columnIndex(column));
}

} // namespace howdah
