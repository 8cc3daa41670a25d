#include "core/pg/server_version.h"

namespace howdah {

namespace {
/// Since 10 the major version is one number; before, it was the first two of three.
constexpr int firstWithOneNumber = 10;
} // namespace

QString ServerVersion::toString() const
{
    if (!isKnown())
        return {};
    if (atLeast(firstWithOneNumber))
        return QStringLiteral("%1.%2").arg(major()).arg(m_number % 10000);
    return QStringLiteral("%1.%2").arg(majorString()).arg(m_number % 100);
}

QString ServerVersion::majorString() const
{
    if (!isKnown())
        return {};
    if (atLeast(firstWithOneNumber))
        return QString::number(major());
    return QStringLiteral("%1.%2").arg(major()).arg(m_number / 100 % 100);
}

} // namespace howdah
