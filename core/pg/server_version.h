#pragma once

#include <QString>

#include <compare>

namespace howdah {

/// server_version_num as libpq gives it: 150020 is 15.20, 90624 is 9.6.24, 0 is not known.
class ServerVersion
{
public:
    constexpr ServerVersion() = default;
    constexpr explicit ServerVersion(int number)
        : m_number(number)
    {
    }

    [[nodiscard]] constexpr bool isKnown() const { return m_number > 0; }
    [[nodiscard]] constexpr int number() const { return m_number; }
    [[nodiscard]] constexpr int major() const { return m_number / 10000; } ///< 9 for 9.x
    [[nodiscard]] constexpr bool atLeast(int major) const { return m_number >= major * 10000; }
    [[nodiscard]] QString toString() const;    ///< "15.20", "9.6.24", "" when not known
    [[nodiscard]] QString majorString() const; ///< "15", "9.6"

    /// Operated (13 to 18); older ones are watched, not operated (PRODUCT, "Supported").
    [[nodiscard]] constexpr bool isOperated() const { return atLeast(13); }

    auto operator<=>(const ServerVersion &) const = default;

private:
    int m_number = 0;
};

} // namespace howdah
