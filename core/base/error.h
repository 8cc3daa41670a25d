#pragma once

#include <QString>

namespace howdah {

/// What kind of failure it was: code branches on this, people read the texts.
enum class ErrorCode {
    Unknown,
    Stopped,          ///< somebody asked for it (stop_token)
    TimedOut,         ///< the deadline passed first
    Unreachable,      ///< no such host, refused, network gone, server closed the connection
    NotPostgres,      ///< something answered, but not with PostgreSQL's protocol
    Pooler,           ///< a connection pooler answered where a server is needed
    Authentication,   ///< wrong or missing password, no matching pg_hba.conf line, certificate not accepted
    NotPermitted,     ///< connected, but the role may not do this
    ServerRefused,    ///< the server understood and said no (see sqlState)
    Unsupported,      ///< server too old or too new, or a feature it has not got
    NotFound,         ///< a file, a command, a cluster or a node that is not there
    AlreadyExists,
    Invalid,          ///< an argument or a file's content makes no sense
    CommandFailed,    ///< a command ended with a code other than 0, or by a signal
    Storage,          ///< our own files: disk full, damaged database
    Busy,             ///< another console or operation holds the cluster
    SituationChanged, ///< the approved plan no longer fits
    NotReady,         ///< a check blocks
};

/// An error as a value. `message` is a translated, plain sentence; the server's own words stay in `detail` and `hint`.
struct Error
{
    ErrorCode code = ErrorCode::Unknown;
    QString message;
    QString detail;
    QString hint;
    QString sqlState; ///< five characters when a server sent one, else empty

    bool operator==(const Error &) const = default;

    /// message, detail, hint and SQLSTATE on lines of their own, for logs and "Copy details".
    [[nodiscard]] QString full() const;
};

/// Stable English word of a code ("TimedOut"), for the journal and --json.
[[nodiscard]] QString errorCodeName(ErrorCode code);
[[nodiscard]] ErrorCode errorCodeFromName(const QString &name);

} // namespace howdah
