#pragma once

#include "core/base/error.h"

#include <QString>

#include <libpq-fe.h>
#include <locale.h>

namespace howdah {

/// "db.example:5432", "[::1]:5432" or "/run/postgresql/.s.PGSQL.5432": how messages name a server.
[[nodiscard]] QString placeName(const QString &host, const QString &port);

/// A connection attempt that libpq gave up, under EnglishWords and with PQERRORS_VERBOSE.
[[nodiscard]] Error connectError(const PGconn *connection, const QString &place);

/// A connection attempt that ran out of time at `stage` (PQstatus()).
[[nodiscard]] Error connectTimeout(ConnStatusType stage, const QString &place, qint64 milliseconds);

/// A result with an error in it, or a session that broke when `result` is null or says nothing.
[[nodiscard]] Error queryError(const PGconn *connection, const PGresult *result, const QString &place);

[[nodiscard]] Error simpleError(ErrorCode code, const QString &message, const QString &detail = {});

/// libpq's messages in English on this thread while it lives: connection failures carry no SQLSTATE, only words, and
/// those are told apart by reading them.
class EnglishWords
{
public:
    EnglishWords();
    ~EnglishWords();
    EnglishWords(const EnglishWords &) = delete;
    EnglishWords &operator=(const EnglishWords &) = delete;

private:
    locale_t m_english;
    locale_t m_before;
};

} // namespace howdah
