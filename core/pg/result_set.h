#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

struct pg_result;

namespace howdah {

/// Rows that a server returned (text format), or a command's tag. Immutable, cheap to copy, safe on any thread.
/// Cells that are NULL come out as nullopt; asking for a cell that is not there is a programming error (asserted).
class ResultSet
{
public:
    ResultSet() = default;
    explicit ResultSet(pg_result *owned); ///< takes ownership

    [[nodiscard]] int rows() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] QString columnName(int column) const;
    [[nodiscard]] int columnIndex(const char *name) const; ///< -1 when there is none
    [[nodiscard]] qint64 affectedRows() const;             ///< of INSERT, UPDATE, DELETE …; 0 otherwise

    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] std::optional<QString> text(int row, int column) const;
    [[nodiscard]] std::optional<qint64> integer(int row, int column) const; ///< nullopt too for what is no number
    [[nodiscard]] std::optional<double> real(int row, int column) const;
    [[nodiscard]] std::optional<bool> boolean(int row, int column) const;
    [[nodiscard]] QByteArray bytes(int row, int column) const;

    /// The same by column name.
    [[nodiscard]] std::optional<QString> text(int row, const char *column) const;
    [[nodiscard]] std::optional<qint64> integer(int row, const char *column) const;
    [[nodiscard]] std::optional<double> real(int row, const char *column) const;
    [[nodiscard]] std::optional<bool> boolean(int row, const char *column) const;

private:
    std::shared_ptr<const pg_result> m_result;
};

} // namespace howdah
