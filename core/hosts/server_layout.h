#pragma once

#include "core/hosts/container_server.h"
#include "core/hosts/host.h"

#include <optional>

namespace howdah {

/// How a server's files lie on its host, found by looking at them; see PRODUCT, "Supported".
struct ServerLayout
{
    enum class Kind { Plain, Debian, ConfigElsewhere };
    Kind kind = Kind::Plain;
    QString dataDirectory;
    QString controlDirectory; ///< what -D names: the data directory, or one with a postgresql.conf that names it
    QString configFile;       ///< postgresql.conf in use
    QString hbaFile;
    QString binDirectory;  ///< where this server's own pg_ctl is
    QString owner;         ///< operating-system user of the data directory
    QString debianVersion; ///< "15" and "main" for Debian's
    QString debianName;
    QStringList serverOptions; ///< words of the server's last command line beside -D ("-c", "config_file=…"): a start
                               ///< repeats them
    bool running = false;      ///< postmaster.pid names a live postmaster of this directory
    int postmasterPid = 0;
    /// The container that starts and stops with this server; nothing when pg_ctl does.
    std::optional<ServerContainer> container;
    QString restartPolicy; ///< of the container that the host is, whatever starts the server; empty for a machine
    bool isVolume = false; ///< the data directory is itself the volume of that container: beside it nothing is kept

    /// argv (as `owner`) that starts, fast-stops, restarts, reloads, promotes: pg_ctlcluster for Debian's, else pg_ctl.
    /// On the host; with a container of its own, on this machine.
    [[nodiscard]] Command start(const QString &logFile) const;
    [[nodiscard]] Command stop(const QString &mode) const; ///< "fast", "immediate", "smart"
    [[nodiscard]] Command reload() const;
};

/// NotFound when the directory is no data directory; NotPermitted when it cannot be looked at.
[[nodiscard]] Result<ServerLayout> findServerLayout(Host &host, const QString &dataDirectory, const Deadline &deadline);

/// Where PostgreSQL's programs of one major version are: HOWDAH_PG_BINDIR, pg_config, /usr/lib/postgresql/N/bin, PATH.
struct PostgresBinaries
{
    QString directory;
    int major = 0;
    bool hasBaseBackup = false; ///< some distributions carry the server alone
    bool hasVerifyBackup = false;
};
/// Newest first. With a `directory`, else with HOWDAH_PG_BINDIR set, that directory alone. NotFound when there are
/// none.
[[nodiscard]] Result<QList<PostgresBinaries>> findPostgresBinaries(Host &host, const Deadline &deadline,
                                                                   const QString &directory = {});

} // namespace howdah
