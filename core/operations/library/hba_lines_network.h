#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace howdah::library {

/// An IPv4 or IPv6 network; one address is a network of its full length.
class IpNetwork
{
public:
    /// "10.0.0.2", "10.0.0.0/24", "fd00::/64"; or an address and its mask apart ("255.255.255.0"). Host bits are
    /// cleared.
    [[nodiscard]] static std::optional<IpNetwork> parse(const QString &text, const QString &mask = {});

    [[nodiscard]] int length() const { return m_length; }
    [[nodiscard]] bool contains(const IpNetwork &other) const;
    [[nodiscard]] QString toString() const; ///< always with its length

private:
    QByteArray m_bytes; // 4 or 16
    int m_length = 0;
};

} // namespace howdah::library
