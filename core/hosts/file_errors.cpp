#include "core/hosts/file_errors.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::FileErrors)
};

struct Known
{
    int number;
    ErrorCode code;
};

constexpr std::array known{
    Known{ENOENT, ErrorCode::NotFound},
    Known{ENOTDIR, ErrorCode::NotFound},
    Known{EACCES, ErrorCode::NotPermitted},
    Known{EPERM, ErrorCode::NotPermitted},
    Known{EROFS, ErrorCode::NotPermitted},
    Known{EEXIST, ErrorCode::AlreadyExists},
    Known{ENOTEMPTY, ErrorCode::AlreadyExists},
    Known{ENOSPC, ErrorCode::Storage},
    Known{EDQUOT, ErrorCode::Storage},
    Known{EIO, ErrorCode::Storage},
    Known{EFBIG, ErrorCode::Storage},
    Known{EISDIR, ErrorCode::Invalid},
    Known{EXDEV, ErrorCode::Invalid},
    Known{EINVAL, ErrorCode::Invalid},
    Known{ENAMETOOLONG, ErrorCode::Invalid},
    Known{ELOOP, ErrorCode::Invalid},
    Known{ENOEXEC, ErrorCode::Invalid},
    Known{E2BIG, ErrorCode::Invalid},
    Known{EBUSY, ErrorCode::Busy},
    Known{ETXTBSY, ErrorCode::Busy},
};

/// In the user's language.
QString reason(int number)
{
    return QString::fromStdString(std::generic_category().message(number));
}

/// As a tool prints it in the C locale.
QString untranslatedReason(int number)
{
    return QString::fromLatin1(::strerrordesc_np(number));
}

QString remedy(ErrorCode code)
{
    if (code == ErrorCode::Storage)
        return Tr::tr("Make room on that file system, or choose another place.");
    return {};
}

} // namespace

Error systemError(const QString &what, int errorNumber)
{
    ErrorCode code = ErrorCode::Unknown;
    for (const Known &candidate : known)
        if (candidate.number == errorNumber)
            code = candidate.code;
    return Error{code, Tr::tr("%1: %2.").arg(what, reason(errorNumber)), {}, remedy(code), {}};
}

Error toolError(const QString &what, const QByteArray &errorOutput)
{
    const QString words = QString::fromUtf8(errorOutput).trimmed();
    for (const Known &candidate : known) {
        if (words.contains(untranslatedReason(candidate.number))) {
            Error error = systemError(what, candidate.number);
            error.detail = words;
            return error;
        }
    }
    return Error{ErrorCode::CommandFailed, Tr::tr("%1.").arg(what), words, {}, {}};
}

Result<void> checkPath(const QString &path)
{
    if (path.startsWith(QLatin1Char('/')) && !path.contains(QChar::Null))
        return {};
    return Error{
        ErrorCode::Invalid, Tr::tr("\"%1\" is not a whole path: it must begin with \"/\".").arg(path), {}, {}, {}};
}

} // namespace howdah
