#include "core/pg/connection_errors.h"

#include "core/base/sizes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <tuple>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Connection)
};

/// A reason as it is told apart (SQLSTATE or libpq's words), and the sentence for it: %1 place, %2 user, %3 database.
struct Reason
{
    const char *sign;
    ErrorCode code;
    const char *sentence;
};

constexpr const char *notPostgres =
    QT_TRANSLATE_NOOP("howdah::Connection", "What answers at %1 is not a PostgreSQL server. Check host and port.");
constexpr const char *noTls = QT_TRANSLATE_NOOP(
    "howdah::Connection", "No TLS session could be agreed on with %1. Check sslmode, sslrootcert, sslcert and sslkey.");
constexpr const char *otherKind = QT_TRANSLATE_NOOP(
    "howdah::Connection", "%1 answers, but it is not the kind of server that target_session_attrs asks for.");
constexpr const char *noCommonMethod =
    QT_TRANSLATE_NOOP("howdah::Connection", "This client and %1 could not agree on how user \"%2\" authenticates.");
constexpr const char *hungUp = QT_TRANSLATE_NOOP(
    "howdah::Connection", "%1 took the connection and closed it at once. The server may be stopping, or it is not "
                          "PostgreSQL that listens there.");
constexpr const char *otherRefusal =
    QT_TRANSLATE_NOOP("howdah::Connection", "%1 refused the connection. What it said is in the details.");
constexpr const char *passwordMissing =
    QT_TRANSLATE_NOOP("howdah::Connection",
                      "%1 asks for the password of user \"%2\". Enter it, or add a line for this server to ~/.pgpass.");
constexpr const char *unusable = QT_TRANSLATE_NOOP(
    "howdah::Connection", "These connection settings cannot be used. What libpq says about them is in the details.");

constexpr std::array stateReasons{
    Reason{"28P01", ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "%1 does not accept the password of user \"%2\". Check the password, or the "
                             "line for this server in ~/.pgpass.")},
    Reason{"28000", ErrorCode::Authentication,
           QT_TRANSLATE_NOOP(
               "howdah::Connection",
               "%1 does not let user \"%2\" in. Check that the role exists and may log in, and that a line of "
               "the server's pg_hba.conf allows it from here.")},
    Reason{"3D000", ErrorCode::ServerRefused,
           QT_TRANSLATE_NOOP("howdah::Connection", "There is no database \"%3\" on %1. Name another one (dbname=…).")},
    Reason{"53300", ErrorCode::ServerRefused,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "%1 has no connection left. Close sessions there, or raise max_connections.")},
    Reason{"57P03", ErrorCode::ServerRefused,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "%1 runs but takes no connections at this moment: it is starting, stopping "
                             "or recovering. Try again a little later.")},
    Reason{"42501", ErrorCode::NotPermitted,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "User \"%2\" may not connect to database \"%3\" on %1. Grant it CONNECT, or "
                             "name another database.")},
    Reason{"0A000", ErrorCode::Unsupported,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "%1 does not speak this version of PostgreSQL's protocol: it is too old.")},
};

constexpr std::array wordReasons{
    Reason{"invalid response to SSL negotiation", ErrorCode::NotPostgres, notPostgres},
    Reason{"expected authentication request", ErrorCode::NotPostgres, notPostgres},
    Reason{"unencrypted data after SSL response", ErrorCode::NotPostgres, notPostgres},
    Reason{"wrong version number", ErrorCode::NotPostgres, notPostgres},
    Reason{"could not read root certificate", ErrorCode::Authentication, noTls},
    Reason{"root certificate file", ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "The certificate of %1 cannot be verified, because there is no root certificate. "
                             "Name the file in sslrootcert, or choose a weaker sslmode.")},
    Reason{"certificate verify failed", ErrorCode::Authentication,
           QT_TRANSLATE_NOOP(
               "howdah::Connection",
               "The certificate of %1 is not valid by the authorities in sslrootcert: it was signed by another, or it "
               "has expired. If neither can be, this may not be the server you mean.")},
    Reason{"does not match host name", ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "The certificate of %1 is for another host name. Connect by the name it was "
                             "made for, or have it made for this one (sslmode=verify-full asks for that).")},
    Reason{"does not support SSL", ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "%1 offers no TLS, but sslmode asks for it. Set ssl = on there, or choose "
                             "another sslmode.")},
    Reason{"SSL error", ErrorCode::Authentication, noTls},
    Reason{"certificate", ErrorCode::Authentication, noTls},
    Reason{"private key file", ErrorCode::Authentication, noTls},
    Reason{"hot standby mode", ErrorCode::ServerRefused, otherKind},
    Reason{"read-only", ErrorCode::ServerRefused, otherKind},
    Reason{"SASL", ErrorCode::Authentication, noCommonMethod},
    Reason{"SCRAM", ErrorCode::Authentication, noCommonMethod},
    Reason{"channel binding", ErrorCode::Authentication, noCommonMethod},
    Reason{"authentication method", ErrorCode::Authentication, noCommonMethod},
    Reason{"Connection refused", ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "Nothing listens at %1. Check that the server runs, and its port and "
                             "listen_addresses.")},
    Reason{"No such file or directory", ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::Connection",
                             "There is no server socket %1. Check that the server runs, and its port and "
                             "unix_socket_directories.")},
    Reason{"closed the connection", ErrorCode::Unreachable, hungUp},
    Reason{"EOF detected", ErrorCode::Unreachable, hungUp},
    Reason{"connection to server", ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::Connection", "%1 cannot be reached. Check the network and the address.")},
};

/// Not QString::arg(): it counts the placeholders that are there, and a sentence may leave out %2; and a database may
/// well be called "%1".
QString sentence(const char *text, const PGconn *connection, const QString &place)
{
    const std::array values{place, QString::fromUtf8(PQuser(connection)), QString::fromUtf8(PQdb(connection))};
    const QStringList parts = QCoreApplication::translate("howdah::Connection", text).split(u'%');
    QString filled = parts.first();
    for (const QString &part : parts.sliced(1)) {
        const auto number = part.isEmpty() ? std::size_t{0} : static_cast<std::size_t>(part.front().digitValue());
        filled += number >= 1 && number <= values.size() ? values.at(number - 1) + part.sliced(1) : u'%' + part;
    }
    return filled;
}

/// Connection failures give no result to ask, but with PQERRORS_VERBOSE the words carry the SQLSTATE: "FATAL:  28P01:
/// …". With sslmode=prefer there are two attempts in them; a wrong password in either is what to tell about.
QString sqlStateIn(const QString &words)
{
    static const QRegularExpression severity(QStringLiteral(":  ([0-9A-Z]{5}): "));
    QString last;
    for (auto found = severity.globalMatch(words); found.hasNext();) {
        last = found.next().captured(1);
        if (last == QLatin1String("28P01"))
            break;
    }
    return last;
}

/// Without the place in the server's source, which verbose words end with, and the SQLSTATE, which has its own field.
QString serverWords(QString words)
{
    static const QRegularExpression location(QStringLiteral("\\nLOCATION:  [^\\n]*"));
    static const QRegularExpression state(QStringLiteral(":  [0-9A-Z]{5}: "));
    return words.remove(location).replace(state, QStringLiteral(":  ")).trimmed();
}

const char *withSign(const auto &reasons, const auto &hasSign, ErrorCode &code)
{
    for (const Reason &reason : reasons)
        if (hasSign(QLatin1String(reason.sign))) {
            code = reason.code;
            return reason.sentence;
        }
    return nullptr;
}

QString field(const PGresult *result, int code)
{
    const char *text = result ? PQresultErrorField(result, code) : nullptr;
    return text ? QString::fromUtf8(text) : QString();
}

/// What a statement ran into, beyond the server's own words.
std::pair<ErrorCode, QString> queryReason(const QString &sqlState, const QString &place, const QString &words)
{
    if (sqlState == QLatin1String("42501"))
        return {ErrorCode::NotPermitted,
                Tr::tr("The role of this session may not do this on %1: %2.").arg(place, words)};
    if (sqlState == QLatin1String("57P01") || sqlState == QLatin1String("57P02") || sqlState == QLatin1String("57P05"))
        return {ErrorCode::Unreachable, Tr::tr("%1 ended the session: %2.").arg(place, words)};
    return {ErrorCode::ServerRefused, Tr::tr("%1 refused the statement: %2.").arg(place, words)};
}

} // namespace

EnglishWords::EnglishWords()
    : m_english(::newlocale(LC_MESSAGES_MASK, "C", ::duplocale(::uselocale(nullptr))))
    , m_before(::uselocale(m_english))
{
}

EnglishWords::~EnglishWords()
{
    ::uselocale(m_before);
    ::freelocale(m_english);
}

QString placeName(const QString &host, const QString &port)
{
    if (host.startsWith(u'/') || host.startsWith(u'@'))
        return host + QStringLiteral("/.s.PGSQL.") + port;
    return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + port;
}

Error simpleError(ErrorCode code, const QString &message, const QString &detail)
{
    Error error;
    error.code = code;
    error.message = message;
    error.detail = detail;
    return error;
}

Error connectError(const PGconn *connection, const QString &place)
{
    const QString words = QString::fromUtf8(PQerrorMessage(connection));
    Error error;
    error.detail = serverWords(words);
    error.sqlState = sqlStateIn(words);
    const char *text = nullptr;
    if (!error.sqlState.isEmpty()) {
        error.code = ErrorCode::ServerRefused;
        text = withSign(
            stateReasons, [&](QLatin1String sign) { return error.sqlState == sign; }, error.code);
        text = text ? text : otherRefusal;
    } else if (PQconnectionNeedsPassword(connection) != 0) {
        error.code = ErrorCode::Authentication;
        text = passwordMissing;
    } else {
        error.code = ErrorCode::Invalid;
        text = withSign(
            wordReasons, [&](QLatin1String sign) { return words.contains(sign); }, error.code);
        text = text ? text : unusable;
    }
    error.message = sentence(text, connection, place);
    return error;
}

Error connectTimeout(ConnStatusType stage, const QString &place, qint64 milliseconds)
{
    const QString time = prettyDuration(milliseconds);
    if (stage == CONNECTION_STARTED || stage == CONNECTION_NEEDED)
        return simpleError(
            ErrorCode::TimedOut,
            Tr::tr("%1 did not answer within %2. Check that the machine is up and that no firewall drops the "
                   "connection.")
                .arg(place, time));
    return simpleError(
        ErrorCode::TimedOut,
        Tr::tr("Something at %1 took the connection, but did not speak as a PostgreSQL server within %2. The server "
               "hangs or is overloaded, or it is not PostgreSQL that listens there.")
            .arg(place, time));
}

Error queryError(const PGconn *connection, const PGresult *result, const QString &place)
{
    Error error;
    error.sqlState = field(result, PG_DIAG_SQLSTATE);
    if (error.sqlState.isEmpty()) {
        error.code = ErrorCode::Unreachable;
        error.message =
            Tr::tr("The connection to %1 was lost: the server crashed or was stopped, or the network broke. Look into "
                   "the server's log, then connect again.")
                .arg(place);
        error.detail = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
        return error;
    }
    error.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    error.hint = field(result, PG_DIAG_MESSAGE_HINT);
    std::tie(error.code, error.message) = queryReason(error.sqlState, place, field(result, PG_DIAG_MESSAGE_PRIMARY));
    return error;
}

} // namespace howdah
