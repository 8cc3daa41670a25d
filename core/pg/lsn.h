#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace howdah {

/// A position in the write-ahead log, in bytes since its beginning (pg_lsn). 0 is PostgreSQL's "invalid".
class Lsn
{
public:
    constexpr Lsn() = default;
    constexpr explicit Lsn(quint64 position)
        : m_position(position)
    {
    }

    /// "16/B374D848" (either half 1 to 8 hexadecimal digits); anything else is nothing.
    [[nodiscard]] static std::optional<Lsn> parse(QStringView text);

    [[nodiscard]] constexpr bool isValid() const { return m_position != 0; }
    [[nodiscard]] constexpr quint64 position() const { return m_position; }
    [[nodiscard]] QString toString() const; ///< as the server prints it: upper-case, no leading zeros

    auto operator<=>(const Lsn &) const = default;

    /// Bytes from `other` to this; negative when this lies behind.
    [[nodiscard]] constexpr qint64 operator-(Lsn other) const
    {
        return static_cast<qint64>(m_position - other.m_position);
    }
    [[nodiscard]] constexpr Lsn operator+(qint64 bytes) const { return Lsn(m_position + static_cast<quint64>(bytes)); }

private:
    quint64 m_position = 0;
};

using Timeline = quint32; ///< 0 = not known; counted from 1

/// The name of the WAL segment that holds `lsn` ("000000010000000000000003"). segmentBytes: 1 MB to 1 GB, a power of
/// two.
[[nodiscard]] QString walFileName(Timeline timeline, Lsn lsn, quint32 segmentBytes = 16U * 1024U * 1024U);

/// The timeline that a WAL file name (24 hexadecimal digits) belongs to.
[[nodiscard]] std::optional<Timeline> timelineOfWalFile(QStringView name);

} // namespace howdah
