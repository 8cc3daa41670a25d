#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/hosts/command.h"

#include <QDateTime>

#include <memory>
#include <stop_token>

namespace howdah {

struct FileStatus
{
    enum class Kind { File, Directory, Link, Other };
    Kind kind = Kind::Other;
    QString owner; ///< user name, or the number where there is no name
    QString group;
    int mode = 0; ///< permission bits, e.g. 0700
    qint64 bytes = 0;
    QDateTime modified;
    QString linkTarget; ///< of a link
};

struct SpaceStatus
{
    qint64 totalBytes = 0;
    qint64 freeBytes = 0; ///< what an ordinary user can still write
    QString fileSystem;   ///< an id: two paths with the same one share their space
};

/// Which user acts on files. Empty: the host's login.
struct As
{
    QString user;
};

struct ContainerState;

/// A machine (or container) where servers live. Blocking calls with deadline and stop, from any worker thread, several
/// at a time; never from the GUI thread. Files may belong to another user than the login: `As` says as whom to act, so
/// that a postgres-owned directory can be read and written whatever it takes. Errors: Unreachable, NotPermitted,
/// NotFound, AlreadyExists, TimedOut, Stopped, Storage (no space), CommandFailed.
class Host
{
public:
    virtual ~Host() = default;

    [[nodiscard]] virtual QString id() const = 0;    ///< "local", "ssh:db1", "container:pg1": stored with a node
    [[nodiscard]] virtual QString label() const = 0; ///< for people
    /// The words to put in front of an argv so that a person can run it from this machine's shell ("ssh db1 --" …);
    /// empty here.
    [[nodiscard]] virtual QStringList scriptPrefix(const QString &asUser) const = 0;
    /// How many shells read the words after that prefix, one after the other: with ssh, the other machine's as well.
    [[nodiscard]] virtual int scriptShells() const { return 1; }

    /// Runs to its end. A code other than 0 is not an Error here: look at the outcome. Stop or deadline end the whole
    /// process group (TERM, then KILL after a second). A detached one is waited for too; what it leaves running (pg_ctl
    /// leaves a server) stays, and its output is handed over at its end.
    [[nodiscard]] virtual Result<CommandOutcome> run(const Command &command, const Deadline &deadline,
                                                     std::stop_token stop = {}, const OutputHandler &onOutput = {}) = 0;

    [[nodiscard]] virtual Result<QByteArray> readFile(const QString &path, const As &as, const Deadline &deadline) = 0;
    /// Temporary name in the same directory, fsync, rename, fsync of the directory. Replaces.
    [[nodiscard]] virtual Result<void> writeFile(const QString &path, const QByteArray &content, int mode, const As &as,
                                                 const Deadline &deadline) = 0;
    /// Of the path itself, links not followed. Error NotFound when there is nothing.
    [[nodiscard]] virtual Result<FileStatus> status(const QString &path, const As &as, const Deadline &deadline) = 0;
    [[nodiscard]] virtual Result<QStringList> entries(const QString &directory, const As &as,
                                                      const Deadline &deadline) = 0;
    /// One level; parents must be there. AlreadyExists when something is there.
    [[nodiscard]] virtual Result<void> makeDirectory(const QString &path, int mode, const As &as,
                                                     const Deadline &deadline) = 0;
    /// A rename within one file system (Invalid across two). Never replaces: AlreadyExists when `to` is there, unless
    /// both are directories and that one is empty.
    [[nodiscard]] virtual Result<void> move(const QString &from, const QString &to, const As &as,
                                            const Deadline &deadline) = 0;
    /// Removes a directory and all in it, only if it holds `markerName` with exactly `markerContent` (safety rule 1:
    /// nothing is deleted that this operation did not make). Invalid when the marker is missing or differs; success
    /// when nothing is there, or an empty directory, which stays. Follows no link; does not leave the file system.
    [[nodiscard]] virtual Result<void> removeMarkedTree(const QString &directory, const QString &markerName,
                                                        const QByteArray &markerContent, const As &as,
                                                        const Deadline &deadline) = 0;
    /// Success too when nothing is there.
    [[nodiscard]] virtual Result<void> removeFile(const QString &path, const As &as, const Deadline &deadline) = 0;
    /// Of the file system that holds `path`, or its nearest parent that exists.
    [[nodiscard]] virtual Result<SpaceStatus> space(const QString &path, const Deadline &deadline) = 0;
    /// True when nothing listens on the TCP port on any address of this host.
    [[nodiscard]] virtual Result<bool> portIsFree(int port, const Deadline &deadline) = 0;
    /// A port of this machine's loopback behind which the server is that listens on `port` there. It goes when the
    /// connection to the host does: ask again for every session. Unreachable when nothing listens there; Unsupported
    /// where there is no such way.
    [[nodiscard]] virtual Result<int> forward(int port, const Deadline &deadline, std::stop_token stop = {});
    /// Whether forward() has led there before. Looks at nothing.
    [[nodiscard]] virtual bool forwards(int port) const;
    /// What the host is as a container, as its engine says now; nothing for a machine.
    [[nodiscard]] virtual Result<std::optional<ContainerState>> container(const Deadline &deadline);
    /// The login's name there.
    [[nodiscard]] virtual Result<QString> loginUser(const Deadline &deadline) = 0;
};

/// Hosts by id. Made once by the application, shared by reference; thread-safe.
class Hosts
{
public:
    Hosts();
    ~Hosts();
    /// "local" always; others by their kind's prefix. NotFound for an id of no kind known.
    [[nodiscard]] Result<std::shared_ptr<Host>> find(const QString &id);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// `run` with a sentence of its own when the command ends with anything but 0: CommandFailed, detail = end of its error
/// output.
[[nodiscard]] Result<CommandOutcome> runChecked(Host &host, const Command &command, const Deadline &deadline,
                                                std::stop_token stop = {}, const OutputHandler &onOutput = {});

/// One POSIX-shell word; for scripts shown to people only.
[[nodiscard]] QString shellQuoted(const QString &word);
/// A whole line: prefix, environment, argv.
[[nodiscard]] QString shellLine(const Host &host, const Command &command);

} // namespace howdah
