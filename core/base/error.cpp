#include "core/base/error.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Error)
};

constexpr std::array<std::pair<ErrorCode, const char *>, 18> names{{
    {ErrorCode::Unknown, "Unknown"},
    {ErrorCode::Stopped, "Stopped"},
    {ErrorCode::TimedOut, "TimedOut"},
    {ErrorCode::Unreachable, "Unreachable"},
    {ErrorCode::NotPostgres, "NotPostgres"},
    {ErrorCode::Pooler, "Pooler"},
    {ErrorCode::Authentication, "Authentication"},
    {ErrorCode::NotPermitted, "NotPermitted"},
    {ErrorCode::ServerRefused, "ServerRefused"},
    {ErrorCode::Unsupported, "Unsupported"},
    {ErrorCode::NotFound, "NotFound"},
    {ErrorCode::AlreadyExists, "AlreadyExists"},
    {ErrorCode::Invalid, "Invalid"},
    {ErrorCode::CommandFailed, "CommandFailed"},
    {ErrorCode::Storage, "Storage"},
    {ErrorCode::Busy, "Busy"},
    {ErrorCode::SituationChanged, "SituationChanged"},
    {ErrorCode::NotReady, "NotReady"},
}};
} // namespace

QString Error::full() const
{
    QStringList lines{message};
    if (!detail.isEmpty())
        lines << Tr::tr("Detail: %1").arg(detail);
    if (!hint.isEmpty())
        lines << Tr::tr("Hint: %1").arg(hint);
    if (!sqlState.isEmpty())
        lines << Tr::tr("SQLSTATE: %1").arg(sqlState);
    return lines.join(QLatin1Char('\n'));
}

QString errorCodeName(ErrorCode code)
{
    for (const auto &[candidate, name] : names)
        if (candidate == code)
            return QString::fromLatin1(name);
    return QStringLiteral("Unknown");
}

ErrorCode errorCodeFromName(const QString &wanted)
{
    for (const auto &[candidate, name] : names)
        if (wanted == QLatin1String(name))
            return candidate;
    return ErrorCode::Unknown;
}

} // namespace howdah
