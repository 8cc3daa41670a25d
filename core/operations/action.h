#pragma once

#include "core/cluster/cluster_definition.h"
#include "core/hosts/command.h"
#include "core/pg/connection.h"
#include "core/rows/row_return.h"

#include <QJsonObject>

#include <optional>
#include <variant>

namespace howdah {

/// A server as a plan names it: a name for people and settings to connect with (never a password).
struct ServerRef
{
    QString node;
    QString connInfo;
    QString hostId = {}; ///< where it runs; a port closed to this machine is reached through there
    bool poolerConsole = false; ///< PgBouncer's admin console: it knows SHOW, PAUSE …, no SQL and no bound parameters
    bool operator==(const ServerRef &) const = default;
};

// ---- What can be observed. An observation is true or not; it changes nothing. ----

/// The first cell of `sql` equals `expected` (text as the server prints it).
struct SqlSays
{
    ServerRef server;
    QString sql;
    QList<SqlParameter> parameters;
    QString expected;
};
/// One row of the answer has these texts in these columns (column, text). For consoles that know SHOW alone.
struct RowSays
{
    ServerRef server;
    QString sql;
    QList<QPair<QString, QString>> row;
};
/// The server takes connections (or refuses them / is gone, with `answers` false).
struct ServerAnswers
{
    ServerRef server;
    bool answers = true;
};
struct PathIs
{
    enum class What { Present, Absent };
    QString hostId;
    QString path;
    QString owner; ///< as whom to look
    What what = What::Present;
};
struct CommandSucceeds
{
    QString hostId;
    Command command;
    QList<int> exitCodes{0}; ///< any of these counts ("pg_ctl status" says 3 when no server runs)
};

/// A server has ended in order, and each of `replayedBy` has replayed the checkpoint that it wrote last: all there is.
struct ShutDown
{
    QString hostId;
    Command controlData; ///< pg_controldata of its data directory
    QList<ServerRef> replayedBy;
};

/// None of `others` has received more WAL than the standby `server`, and nothing more is on its way to them: their
/// receivers have ended with their upstream, or nothing has come for a while. One that does not answer is an error.
struct ReceivedMost
{
    ServerRef server;
    QList<ServerRef> others;
};

/// The rows of `what` are on the live server (`to`) as they are in the side instance; with `back` false: not all.
struct RowsAreBack
{
    ServerRef from, to;
    RowReturn what;
    bool back = true;
};

/// How it is told on its host that a server has ended, and what it said last.
struct ServerLife
{
    CommandSucceeds hasEnded;
    Command lastWords;
};

// Look, Life and Deed are copied, moved and destroyed in action.cpp alone: every file that makes a plan would compile
// that again, for each kind, and twice as long.

/// One kind of observation.
struct Look
    : std::variant<SqlSays, RowSays, ServerAnswers, PathIs, CommandSucceeds, ShutDown, ReceivedMost, RowsAreBack>
{
    using variant::variant;
    Look();
    Look(const Look &);
    Look(Look &&) noexcept;
    Look &operator=(const Look &);
    Look &operator=(Look &&) noexcept;
    ~Look();
};

/// Of a server, or of none.
struct Life : std::optional<ServerLife>
{
    using optional::optional;
    Life();
    Life(const Life &);
    Life(Life &&) noexcept;
    Life &operator=(const Life &);
    Life &operator=(Life &&) noexcept;
    ~Life();
};

struct Observation
{
    QString text; ///< what must be seen, in a sentence part: "n4 streams from n1"
    Look look;
    Milliseconds timeout{30000}; ///< waited for up to this long
    Milliseconds interval{50};
    /// Of a server without which it cannot be seen any more: once that has ended, nobody waits for the rest of the time.
    Life life = {};
};

// ---- What can be done. Every kind is a value that is executed, printed, journalled and turned into a script line.
// ----

struct RunSql
{
    ServerRef server;
    QString sql;
    QList<SqlParameter> parameters;
    QString resultName; ///< keeps the first cell (a JSON object as one) in the operation's result under this name
    Milliseconds timeout{30000};
    /// An error whose message contains this says that it is so already, which is all that was wanted: for commands that
    /// do not bear being run twice on a console that cannot be asked. Empty: every error is one.
    QString alreadySo = {};
};
struct RunCommand
{
    /// How its error output is read for progress: pg_basebackup's own figures, or the objects that pg_dump and
    /// pg_restore name as they come to them.
    enum class Progress { None, BaseBackup, Objects };
    QString hostId;
    Command command;
    Progress progress = Progress::None;
    Milliseconds timeout{0};  ///< 0: as long as it takes
    QString resultName = {};  ///< keeps its standard output (a JSON object as one) in the operation's result
    int objects = 0;          ///< of progress by objects: how many there are; 0: as many as have a size
    ServerRef sizesFrom = {}; ///< of progress by objects: asked for them just before
    QString sizes = {};       ///< rows of an object's name, as the output has it, and its bytes
};
struct WriteFile
{
    QString hostId, path, owner;
    QByteArray content;
    int mode = 0600;
};
/// Keeps what is there: content is put at the end unless the file already ends with it (so it may run twice).
struct AppendFile
{
    QString hostId, path, owner;
    QByteArray content;
};
/// In a configuration file of PgBouncer: these databases (names as in its section [databases]) are at this server. The
/// rest stays as it is, and so do the file's owner and mode. Empty `host`: PgBouncer's own default, its Unix socket.
struct PointPoolerAt
{
    QString hostId, path, owner;
    QStringList databases;
    QString host, port;
};
/// Copies a file from one host to another by way of this machine; nothing of it goes on record. Replaces.
struct BringFile
{
    QString fromHostId, from, fromOwner;
    QString hostId, path, owner;
    int mode = 0600;
};
struct MakeDirectory
{
    QString hostId, path, owner;
    int mode = 0700;
};
/// A rename; nothing is replaced (an empty directory at `to` is). Done already when `to` is there and `from` is gone or
/// an empty directory. With a witness (a file in `from`, by its name there) it moves only a directory in which that
/// file says exactly `witnessContent`: so that an undo takes back what this operation put there and nothing else.
struct MovePath
{
    QString hostId, from, to, owner;
    QString witness;
    QByteArray witnessContent;
};
/// Makes `path` and writes the marker into it; run again it empties what an earlier try of the same operation left.
struct MakeMarkedDirectory
{
    QString hostId, path, owner, marker;
};
/// Removes a directory made by MakeMarkedDirectory with the same marker, and nothing else.
struct RemoveMarkedDirectory
{
    QString hostId, path, owner, marker;
};
struct RemoveFile
{
    QString hostId, path, owner;
};
/// Copies a file with its mode. Done already when `to` says the same; anything else that lies there is replaced only
/// if its digest (contentDigest) is `replacing`, or that is replaceAnything.
struct CopyFile
{
    QString hostId, from, to, owner;
    QString replacing;
};
/// From the line with this number on (1 is the first; 0: behind the last) so many lines go, and `inserted` comes.
struct LineChange
{
    int line = 0;
    int removed = 0;
    QByteArray inserted;
};
/// Changes some lines of a file whose other lines may hold secrets and so belong in no plan. Done already when the
/// file's digest is `after`; a file that is not the one that was looked at (`before`) is left alone.
struct PatchFile
{
    QString hostId, path, owner;
    QList<LineChange> changes; ///< ascending, numbered as before
    QString before, after;
};
/// A line of a password file (libpq's .pgpass), known by "host:port:database:user" as it is written there. Present: a
/// new random password, unless there is such a line; the file is its owner's alone. Absent: the line goes.
struct PasswordLine
{
    QString hostId, path, owner, entry;
    bool present = true;
};
/// Gives a role the password that a password file on a host holds for it, as a verifier: the password itself goes
/// neither to the server nor into a plan.
struct SetRolePassword
{
    ServerRef server;
    QString role;
    QString hostId, passfile, owner;
};
/// Lists the committed transactions in a stretch of WAL and saves in `directory`: transactions.json, transactions.txt,
/// rows.sql (see TransactionList::rowsScript) and, below wal/, the segments from `firstSegment` on with the histories.
/// Its summary is kept in the operation's result.
struct SaveTransactions
{
    QString hostId, directory, owner;
    QList<Command> waldumps; ///< pg_waldump, one for each timeline of the stretch, in order
    QString walDirectory, firstSegment;
    int segmentBytes = 0;
    ServerRef names; ///< of the same system: asked for the relations' names
    QString resultName;
};
/// Brings rows of a side instance (`from`) to the live server, all or none (bringRowsBack()), or into a file of this
/// machine. Run again it finds nothing left to do.
struct BringRows
{
    ServerRef from, to;
    RowReturn what;
    QString path; ///< of the file; empty: to the live server
    bool csv = false;
    QString hostId;  ///< where `dump` is run
    Command dump;    ///< pg_dump of the definitions of the tables that are gone; no argv: none is
    QString resultName;
};
/// Puts a node on record in the cluster's definition, or takes it off.
struct RecordNode
{
    QString cluster;
    NodeDefinition node;
    bool present = true;
};
/// Waits until it is seen; fails when it is not in time.
struct WaitFor
{
    Observation observation;
};

/// A process of its own stands by while the run lasts: should it end with neither its aim reached nor all undone, and
/// be it that this console is killed, that process gives the commands in its place. For what must not outlast the run.
/// Not within a Together.
struct StandGuard
{
    QList<RunSql> commands; ///< without parameters
};

struct Action;
/// Lanes of actions done at the same time, each lane in order. One that fails ends its own lane alone: the others come
/// to their end, and then the first failure is the whole's.
struct Together
{
    QList<QList<Action>> lanes;
};

/// One kind of action.
struct Deed
    : std::variant<RunSql, RunCommand, WriteFile, AppendFile, PointPoolerAt, MakeDirectory, MovePath,
                   MakeMarkedDirectory, RemoveMarkedDirectory, RemoveFile, BringFile, CopyFile, PatchFile, PasswordLine,
                   SetRolePassword, SaveTransactions, BringRows, RecordNode, WaitFor, StandGuard, Together>
{
    using variant::variant;
    Deed();
    Deed(const Deed &);
    Deed(Deed &&) noexcept;
    Deed &operator=(const Deed &);
    Deed &operator=(Deed &&) noexcept;
    ~Deed();
};

struct Action
{
    QString text; ///< one sentence in plain words: "Create the replication slot \"howdah_n4\" on n1"
    Deed what;
    /// Not done when this is seen (waited for up to its timeout; 0: one look). What makes a command that fails the
    /// second time bear being run again: "pg_ctl stop", unless no server runs.
    std::optional<Observation> unless = {};
};

[[nodiscard]] QJsonObject toJson(const Action &action);
[[nodiscard]] Result<Action> actionFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const Observation &observation);
[[nodiscard]] Result<Observation> observationFromJson(const QJsonObject &json);

/// In CopyFile::replacing.
inline constexpr const char *replaceAnything = "*";

/// The name of the file that MakeMarkedDirectory leaves.
inline constexpr const char *markerFileName = "howdah-made-this";

} // namespace howdah

// Their lists grow by moving memory.
Q_DECLARE_TYPEINFO(howdah::Observation, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(howdah::Action, Q_RELOCATABLE_TYPE);
