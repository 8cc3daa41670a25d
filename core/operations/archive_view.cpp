#include "core/operations/archive_view.h"

#include "core/backup/archive_listing.h"
#include "core/cluster/node_connection.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ArchiveView)
};

constexpr Milliseconds connectTimeout{5000};

/// %1: WAL and transactions since the last checkpoint, where the server can tell.
const char *const serverQuery = R"(
SELECT current_setting('archive_mode') AS mode,
       (SELECT setting FROM pg_settings WHERE name = 'archive_command') AS command,
       coalesce(current_setting('archive_library', true), '') AS library,
       (SELECT setting FROM pg_settings WHERE name = 'wal_segment_size') AS segment,
       archived_count, failed_count, last_archived_wal, last_failed_wal,
       extract(epoch FROM last_archived_time)::bigint AS last_archived,
       extract(epoch FROM last_failed_time)::bigint AS last_failed,
       pg_current_logfile() AS log, current_setting('data_directory') AS data, %1
  FROM pg_stat_archiver)";

const char *const sinceCheckpoint = R"(
       CASE WHEN NOT pg_is_in_recovery() THEN (SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)
         FROM pg_control_checkpoint()) END AS written,
       CASE WHEN NOT pg_is_in_recovery() THEN (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint
         - (split_part(next_xid, ':', 1)::bigint << 32) - split_part(next_xid, ':', 2)::bigint
         FROM pg_control_checkpoint()) END AS transactions)";

/// Bytes of pg_wal, then the names of what waits for the archiver.
const char *const walScript = R"sh(
find "$1/pg_wal/" -maxdepth 1 -type f -printf '%s\n' | awk '{ bytes += $1 } END { printf "%.0f\n", bytes }'
find "$1/pg_wal/archive_status/" -maxdepth 1 -name '*.ready' -printf '%f\n'
)sh";

/// Where each pg_receivewal of this user writes to.
const char *const receiverScript = R"sh(
for line in $(grep -las pg_receivewal /proc/[0-9]*/cmdline); do
    tr '\000' '\n' <"$line" 2>/dev/null | awk '
        NR == 1 && $0 !~ /pg_receivewal$/ { exit }
        /^--directory=/ { print substr($0, 13); exit }
        take { print; exit }
        $0 == "-D" { take = 1 }'
done
)sh";

class ArchiveLook
{
public:
    ArchiveLook(const ClusterSnapshot &snapshot, const NodeState &node, const Environment &environment,
                const Deadline &deadline, std::stop_token stop)
        : m_snapshot(snapshot)
        , m_node(node)
        , m_environment(environment)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
    {
    }

    Result<ArchiveView> look(ProofDepth depth)
    {
        m_view.cluster = m_snapshot.definition.name;
        m_view.node = m_node.name();
        m_view.madeAt = QDateTime::currentDateTimeUtc();
        m_view.timeline = std::max<Timeline>(1, m_node.timeline);
        m_view.retaining = m_node.sample->replicationSlots;
        m_view.head = m_node.sample->head;
        for (const ClusterSnapshot::Stranger &stranger : m_snapshot.strangers)
            if (stranger.upstream == m_node.name())
                m_view.receivers << stranger.sender;
        const auto host = m_environment.hosts->find(m_node.definition.hostId);
        if (!host)
            return host.error();
        m_host = *host;
        const Result<ServerLayout> layout = findServerLayout(*m_host, library::dataDirectoryOf(m_node), m_deadline);
        if (!layout)
            return layout.error();
        m_layout = *layout;
        if (const Result<void> asked = askServer(); !asked)
            return asked.error();
        if (const Result<void> looked = lookAtWal(); !looked)
            return looked.error();
        lookAtPlace(depth);
        lookForTrouble();
        return m_view;
    }

private:
    [[nodiscard]] As as() const { return As{m_layout.owner}; }

    Result<void> askServer()
    {
        ConnInfo info = m_node.definition.connInfo;
        if (m_environment.fillPassword)
            m_environment.fillPassword(info);
        Result<Connection> session =
            openNode(info, m_environment.hosts, m_node.definition.hostId, Deadline::after(connectTimeout), m_stop);
        if (!session)
            return session.error();
        constexpr int firstWithSnapshotFunctions = 13;
        const QString more = session->serverVersion().atLeast(firstWithSnapshotFunctions)
                                 ? QString::fromLatin1(sinceCheckpoint)
                                 : QStringLiteral("NULL::bigint AS written, NULL::bigint AS transactions");
        const Result<ResultSet> row =
            session->query(QString::fromLatin1(serverQuery).arg(more), {}, m_deadline, m_stop);
        if (!row)
            return row.error();
        take(*row);
        return {};
    }

    void take(const ResultSet &row)
    {
        const auto text = [&](const char *column) { return row.text(0, column).value_or(QString()); };
        const auto moment = [&](const char *column) {
            const std::optional<qint64> seconds = row.integer(0, column);
            return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC) : QDateTime();
        };
        m_view.mode = text("mode");
        m_view.command = text("command");
        m_view.library = text("library");
        m_view.segmentBytes = quint32(row.integer(0, "segment").value_or(m_view.segmentBytes));
        m_view.archivedCount = row.integer(0, "archived_count");
        m_view.failedCount = row.integer(0, "failed_count");
        m_view.lastArchived = text("last_archived_wal");
        m_view.lastFailed = text("last_failed_wal");
        m_view.lastArchivedAt = moment("last_archived");
        m_view.lastFailedAt = moment("last_failed");
        m_log = text("log");
        if (!m_log.isEmpty() && !m_log.startsWith(QLatin1Char('/')))
            m_log = text("data") + QLatin1Char('/') + m_log;
        constexpr qint64 fewTransactions = 20;
        const std::optional<qint64> written = row.integer(0, "written");
        const std::optional<qint64> transactions = row.integer(0, "transactions");
        if (written && transactions.value_or(0) >= fewTransactions)
            m_view.bytesPerTransaction = double(*written) / double(*transactions);
    }

    Result<void> lookAtWal()
    {
        const Result<CommandOutcome> seen =
            runChecked(*m_host,
                       {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(walScript),
                                 QStringLiteral("sh"), m_layout.dataDirectory},
                        .asUser = m_layout.owner},
                       m_deadline, m_stop);
        if (!seen)
            return seen.error();
        QStringList lines = QString::fromUtf8(seen->output).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        m_view.walBytes = lines.isEmpty() ? 0 : lines.takeFirst().toLongLong();
        lines.sort();
        m_view.waiting = lines.size();
        m_view.oldestWaiting = lines.value(0).section(QLatin1Char('.'), 0, -2);
        if (const auto space = m_host->space(m_layout.dataDirectory + QStringLiteral("/pg_wal/."), m_deadline))
            m_view.walFreeBytes = space->freeBytes;
        return {};
    }

    void lookAtPlace(ProofDepth depth)
    {
        const ArchiveCommand command = parseArchiveCommand(m_view.command);
        m_view.place = command.place();
        if (!m_view.archives() && !m_view.receivers.isEmpty())
            m_view.place = {directoryOfReceiver()};
        if (!m_view.place.directory.startsWith(QLatin1Char('/'))) {
            m_view.place = {};
            m_view.issue = m_view.archives() ? issueWith(command) : QString();
            return;
        }
        const Result<ArchiveSurroundings> seen = lookAtArchivePlace(*m_host, m_view.place, as(), m_deadline, m_stop);
        if (!seen) {
            m_view.issue = seen.error().message;
            return;
        }
        m_view.surroundings = *seen;
        if (seen->what == ArchiveSurroundings::What::Directory)
            if (const Result<void> read = readArchive(depth); !read)
                m_view.issue = Tr::tr("The archive %1 cannot be read as %2: %3")
                                   .arg(m_view.place.forPeople(), m_layout.owner,
                                        read.error().detail.isEmpty() ? read.error().message : read.error().detail);
    }

    /// Of a pg_receivewal that runs on this host, from its own words; empty when there is none.
    QString directoryOfReceiver()
    {
        const Result<CommandOutcome> found =
            m_host->run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(receiverScript)},
                         .asUser = m_layout.owner},
                        m_deadline, m_stop);
        return found ? QString::fromUtf8(found->output).section(QLatin1Char('\n'), 0, 0) : QString();
    }

    QString issueWith(const ArchiveCommand &command) const
    {
        if (!m_view.library.isEmpty())
            return Tr::tr("The archive is filled by the library %1: where it lies is not known here.")
                .arg(m_view.library);
        if (command.kind == ArchiveCommand::Kind::None)
            return {};
        return command.kind == ArchiveCommand::Kind::Tool
                   ? Tr::tr("The archive is kept by %1, whose files are not read here.").arg(command.tool)
                   : Tr::tr("Where the archive lies cannot be told from archive_command: %1").arg(m_view.command);
    }

    Result<void> readArchive(ProofDepth depth)
    {
        const Result<QList<ArchiveFile>> files =
            listArchiveFiles(*m_host, m_view.place, as(), m_view.segmentBytes, m_deadline, m_stop);
        if (!files)
            return files.error();
        m_view.growth = growthOf(*files, m_view.madeAt);
        if (m_view.surroundings)
            m_view.fullAt = fullAt(m_view.growth, m_view.surroundings->freeBytes, m_view.madeAt);
        const Result<ArchiveProof> proof =
            proveArchive(*m_host, m_view.place, as(), *files, m_snapshot.systemIdentifier, m_view.segmentBytes, depth,
                         m_deadline, m_stop);
        if (!proof)
            return proof.error();
        m_view.inventory = proof->inventory;
        m_view.faults = proof->faults;
        const auto histories = readHistories(*m_host, m_view.place, as(), m_view.inventory, m_deadline).valueOr({});
        m_view.way = timelineHistory(histories.value(m_view.timeline), m_view.timeline);
        Lsn oldest;
        for (const SegmentRun &run : m_view.inventory.runs) {
            const bool onWay = timelineAt(m_view.way, run.first, m_view.segmentBytes) == run.timeline;
            const Lsn start(run.first * m_view.segmentBytes);
            if (onWay && (!oldest.isValid() || start < oldest))
                oldest = start;
        }
        if (oldest.isValid())
            m_view.missing = m_view.inventory.missingOn(m_view.way, oldest, {});
        return {};
    }

    void lookForTrouble()
    {
        if (!m_view.archives())
            return;
        if (m_log.isEmpty()) {
            const Result<CommandOutcome> link = m_host->run(
                {.argv = {QStringLiteral("readlink"), QStringLiteral("/proc/%1/fd/2").arg(m_layout.postmasterPid)},
                 .asUser = m_layout.owner},
                m_deadline, m_stop);
            m_log = link ? QString::fromUtf8(link->output).trimmed() : QString();
        }
        const bool logIsFile = m_log.startsWith(QLatin1Char('/')) && !m_log.startsWith(QLatin1String("/dev/"));
        m_view.trouble =
            explain({.node = m_view.node,
                     .owner = m_layout.owner,
                     .mode = m_view.mode,
                     .command = m_view.command,
                     .library = m_view.library,
                     .lastFailed = m_view.lastFailedAt,
                     .lastArchived = m_view.lastArchivedAt,
                     .waiting = m_view.waiting,
                     .segmentBytes = m_view.segmentBytes,
                     .place = m_view.surroundings,
                     .words = logIsFile ? readArchiverWords(*m_host, m_log, as(), m_deadline) : std::nullopt});
    }

    const ClusterSnapshot &m_snapshot;
    const NodeState &m_node;
    const Environment &m_environment;
    const Deadline m_deadline;
    const std::stop_token m_stop;
    std::shared_ptr<Host> m_host;
    ServerLayout m_layout;
    QString m_log;
    ArchiveView m_view;
};

} // namespace

Result<ArchiveView> lookAtArchive(const ClusterSnapshot &snapshot, const Environment &environment, ProofDepth depth,
                                  const Deadline &deadline, std::stop_token stop)
{
    const NodeState *answering = snapshot.primary();
    for (const NodeState &node : snapshot.nodes)
        if (!answering && node.sample && !node.sample->failure)
            answering = &node;
    if (!answering)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("No node of %1 answers: where its archive lies, only a server can tell.")
                                    .arg(snapshot.definition.name),
                     .hint = Tr::tr("Start one of its nodes.")};
    if (answering->definition.hostId.isEmpty())
        return Error{.code = ErrorCode::Unsupported,
                     .message =
                         Tr::tr("Howdah has no access to the host of %1, where its WAL lies.").arg(answering->name()),
                     .hint = Tr::tr("Name the host: “howdahctl cluster host”, or “Host…” in the node's menu.")};
    return ArchiveLook(snapshot, *answering, environment, deadline, std::move(stop)).look(depth);
}

} // namespace howdah
