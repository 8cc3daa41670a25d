#include "core/pg/lsn.h"

namespace howdah {

namespace {

constexpr qsizetype walFileNameLength = 24;

/// QString::toUInt would also take a sign, blanks and "0x".
std::optional<quint32> hexadecimal(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > 8)
        return std::nullopt;
    quint32 value = 0;
    for (const QChar character : digits) {
        const char16_t unit = character.unicode();
        quint32 digit = 0;
        if (unit >= u'0' && unit <= u'9')
            digit = static_cast<quint32>(unit - u'0');
        else if (unit >= u'a' && unit <= u'f')
            digit = static_cast<quint32>(unit - u'a') + 10;
        else if (unit >= u'A' && unit <= u'F')
            digit = static_cast<quint32>(unit - u'A') + 10;
        else
            return std::nullopt;
        value = value << 4U | digit;
    }
    return value;
}

} // namespace

std::optional<Lsn> Lsn::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    const auto high = hexadecimal(text.first(slash));
    const auto low = hexadecimal(text.sliced(slash + 1));
    if (!high || !low)
        return std::nullopt;
    return Lsn(static_cast<quint64>(*high) << 32U | *low);
}

QString Lsn::toString() const
{
    return (QString::number(m_position >> 32U, 16) + u'/' + QString::number(m_position & 0xffffffffU, 16)).toUpper();
}

QString walFileName(Timeline timeline, Lsn lsn, quint32 segmentBytes)
{
    const quint64 segment = lsn.position() / segmentBytes;
    const quint64 segmentsPerId = (quint64{1} << 32U) / segmentBytes;
    const QLatin1Char zero('0');
    return QStringLiteral("%1%2%3")
        .arg(timeline, 8, 16, zero)
        .arg(segment / segmentsPerId, 8, 16, zero)
        .arg(segment % segmentsPerId, 8, 16, zero)
        .toUpper();
}

std::optional<Timeline> timelineOfWalFile(QStringView name)
{
    if (name.size() != walFileNameLength || !hexadecimal(name.sliced(8, 8)) || !hexadecimal(name.sliced(16, 8)))
        return std::nullopt;
    return hexadecimal(name.first(8));
}

} // namespace howdah
