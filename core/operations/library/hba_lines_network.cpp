#include "core/operations/library/hba_lines_network.h"

#include <array>

#include <arpa/inet.h>

namespace howdah::library {

namespace {

constexpr int bitsOfByte = 8;

QByteArray addressBytes(const QString &text)
{
    std::array<char, sizeof(in6_addr)> bytes = {};
    const QByteArray latin = text.toLatin1();
    if (::inet_pton(AF_INET, latin.constData(), bytes.data()) == 1)
        return QByteArray(bytes.data(), sizeof(in_addr));
    if (::inet_pton(AF_INET6, latin.constData(), bytes.data()) == 1)
        return QByteArray(bytes.data(), sizeof(in6_addr));
    return {};
}

bool bit(const QByteArray &bytes, int number)
{
    return (bytes.at(number / bitsOfByte) >> (bitsOfByte - 1 - number % bitsOfByte)) & 1;
}

/// The number of ones at a mask's beginning; -1 when ones come after a zero.
int maskLength(const QByteArray &mask)
{
    const int bits = static_cast<int>(mask.size()) * bitsOfByte;
    int length = 0;
    while (length < bits && bit(mask, length))
        ++length;
    for (int i = length; i < bits; ++i)
        if (bit(mask, i))
            return -1;
    return length;
}

} // namespace

std::optional<IpNetwork> IpNetwork::parse(const QString &text, const QString &mask)
{
    IpNetwork network;
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    network.m_bytes = addressBytes(slash < 0 ? text : text.left(slash));
    const int bits = static_cast<int>(network.m_bytes.size()) * bitsOfByte;
    if (bits == 0)
        return std::nullopt;
    network.m_length = bits;
    bool isNumber = true;
    if (slash >= 0)
        network.m_length = text.mid(slash + 1).toInt(&isNumber);
    else if (!mask.isEmpty())
        network.m_length = addressBytes(mask).size() == network.m_bytes.size() ? maskLength(addressBytes(mask)) : -1;
    if (!isNumber || network.m_length < 0 || network.m_length > bits)
        return std::nullopt;
    for (int i = network.m_length; i < bits; ++i)
        network.m_bytes[i / bitsOfByte] =
            static_cast<char>(network.m_bytes.at(i / bitsOfByte) & ~(1 << (bitsOfByte - 1 - i % bitsOfByte)));
    return network;
}

bool IpNetwork::contains(const IpNetwork &other) const
{
    if (m_bytes.size() != other.m_bytes.size() || other.m_length < m_length)
        return false;
    for (int i = 0; i < m_length; ++i)
        if (bit(m_bytes, i) != bit(other.m_bytes, i))
            return false;
    return true;
}

QString IpNetwork::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text = {};
    ::inet_ntop(m_bytes.size() == sizeof(in_addr) ? AF_INET : AF_INET6, m_bytes.constData(), text.data(), text.size());
    return QStringLiteral("%1/%2").arg(QLatin1String(text.data())).arg(m_length);
}

} // namespace howdah::library
