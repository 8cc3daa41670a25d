#include "core/lab/lab_creation.h"

#include "core/base/ids.h"
#include "core/base/wake_up.h"
#include "core/hosts/server_layout.h"
#include "core/lab/lab_disk.h"
#include "core/lab/lab_place.h"
#include "core/lab/lab_servers.h"
#include "core/lab/lab_settings.h"
#include "core/operations/action.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabCreation)
};

constexpr int mostStandbys = 16;
constexpr int oldestMajor = 13;
constexpr Milliseconds pollInterval{20};

QString newPassword()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    QString password;
    for (const quint32 word : words)
        password += QString::number(word, 36);
    return password;
}

QList<int> portsOnRecord()
{
    QList<int> ports;
    for (const LabRecord &record : lab_records::all().valueOr({}))
        for (const NodeDefinition &node : record.lab.cluster.nodes)
            ports << node.connInfo.port().toInt();
    return ports;
}

} // namespace

LabCreation::LabCreation(Hosts &hosts, LabRequest request, Deadline deadline, std::stop_token stop,
                         const LabProgress &progress)
    : m_hosts(hosts)
    , m_request(std::move(request))
    , m_deadline(deadline)
    , m_stop(std::move(stop))
    , m_progress(progress ? progress : [](const QString &) {})
    , m_superuserPassword(newPassword())
    , m_replicationPassword(newPassword())
{
}

Result<LabRecord> LabCreation::plan()
{
    if (m_request.standbys < 0 || m_request.standbys > mostStandbys)
        return Error{ErrorCode::Invalid,
                     Tr::tr("A lab has 0 to %1 standbys, not %2.").arg(mostStandbys).arg(m_request.standbys),
                     {},
                     {},
                     {}};
    const auto host = m_hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    m_host = *host;
    const Result<QString> binaries = chooseBinaries();
    if (!binaries)
        return binaries.error();
    const Result<LabPlace> place = findLabPlace(*m_host, m_deadline);
    if (!place)
        return place.error();
    LabRecord record;
    record.marker = newOperationId();
    record.lab.name = m_request.name;
    record.lab.directory = place->directory + QLatin1Char('/') + labDirectoryName(m_request.name);
    record.lab.systemUser = place->systemUser;
    record.lab.binDirectory = *binaries;
    record.lab.archive = m_request.archive;
    record.lab.workloadPerSecond = m_request.workloadPerSecond;
    record.lab.diskBytes = m_request.diskBytes;
    record.lab.complete = false;
    const Result<void> added = addNodes(record.lab);
    return added ? Result<LabRecord>(record) : added.error();
}

Result<QString> LabCreation::chooseBinaries() const
{
    const Result<QList<PostgresBinaries>> found = findPostgresBinaries(*m_host, m_deadline, m_request.binDirectory);
    if (!found)
        return found.error();
    for (const PostgresBinaries &binaries : *found)
        if (binaries.major >= oldestMajor &&
            m_host->status(binaries.directory + QStringLiteral("/initdb"), {}, m_deadline).ok())
            return binaries.directory;
    return Error{ErrorCode::Unsupported,
                 Tr::tr("A lab needs PostgreSQL %1 or later, with \"initdb\"; there is none here.").arg(oldestMajor),
                 m_request.binDirectory,
                 Tr::tr("Install a newer PostgreSQL, or set HOWDAH_PG_BINDIR to where it is."),
                 {}};
}

Result<void> LabCreation::addNodes(Lab &lab)
{
    auto ports = PortReservation::make(m_request.standbys + 1, portsOnRecord());
    if (!ports)
        return ports.error();
    m_ports = *ports;
    lab.cluster.name = lab.name;
    lab.cluster.group = QStringLiteral("Lab");
    lab.cluster.labDirectory = lab.directory;
    for (int index = 0; index <= m_request.standbys; ++index) {
        NodeDefinition node;
        node.name = QStringLiteral("n%1").arg(index + 1);
        node.hostId = m_host->id();
        node.dataDirectory = lab.diskBytes > 0 ? lab_disk::mountPoint(lab, node.name) + QStringLiteral("/data")
                                               : lab.directory + QLatin1Char('/') + node.name;
        node.connInfo.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
        node.connInfo.set(QStringLiteral("port"), QString::number(m_ports.at(index)->port()));
        node.connInfo.set(QStringLiteral("dbname"), QStringLiteral("postgres"));
        node.connInfo.set(QStringLiteral("user"), QString::fromLatin1(lab_settings::superuser));
        node.connInfo.set(QStringLiteral("passfile"), lab_settings::passFile(lab));
        lab.cluster.nodes.append(node);
    }
    return {};
}

Result<void> LabCreation::make(LabRecord &record)
{
    if (const Result<void> made = makeDirectories(record); !made)
        return made.error();
    for (const Step step :
         {&LabCreation::writePassFile, &LabCreation::initialise, &LabCreation::copyToStandbys, &LabCreation::configure,
          &LabCreation::startPrimary, &LabCreation::startStandbys, &LabCreation::waitForStandbys}) {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Stopped,
                         Tr::tr("The creation of the lab \"%1\" was stopped, as asked.").arg(record.lab.name),
                         {},
                         {},
                         {}};
        if (const Result<void> done = (this->*step)(record.lab); !done)
            return done.error();
    }
    record.lab.complete = true;
    return write(record.lab, record.lab.directory + QStringLiteral("/lab.json"), lab_records::toJson(record));
}

Result<void> LabCreation::makeDirectories(const LabRecord &record)
{
    const Lab &lab = record.lab;
    m_progress(Tr::tr("Making the directory %1").arg(lab.directory));
    const As as{lab.systemUser};
    if (const Result<void> made = m_host->makeDirectory(lab.directory, 0700, as, m_deadline); !made)
        return made.error();
    const QString marker = lab.directory + QLatin1Char('/') + QString::fromLatin1(markerFileName);
    if (const Result<void> marked = write(lab, marker, record.marker.toUtf8()); !marked)
        return marked.error();
    if (const QString sockets = lab_settings::socketDirectory(lab); !sockets.isEmpty())
        if (const Result<void> made = m_host->makeDirectory(sockets, 0700, as, m_deadline); !made)
            return made.error();
    if (lab.archive)
        if (const Result<void> made = m_host->makeDirectory(lab_settings::archiveDirectory(lab), 0700, as, m_deadline);
            !made)
            return made.error();
    if (lab.diskBytes > 0)
        for (const NodeDefinition &node : lab.cluster.nodes)
            if (const Result<void> mounted = lab_disk::mount(*m_host, lab, node.name, m_deadline); !mounted)
                return mounted.error();
    return {};
}

Result<void> LabCreation::writePassFile(Lab &lab)
{
    const QString line = QStringLiteral("*:*:*:%1:%2\n");
    const QString content = line.arg(QString::fromLatin1(lab_settings::superuser), m_superuserPassword) +
                            line.arg(QString::fromLatin1(lab_settings::replicationRole), m_replicationPassword);
    return write(lab, lab_settings::passFile(lab), content.toUtf8());
}

Result<void> LabCreation::initialise(Lab &lab)
{
    const NodeDefinition &primary = lab.cluster.nodes.first();
    m_progress(Tr::tr("Initialising %1").arg(primary.name));
    const QString passwordFile = lab.directory + QStringLiteral("/initial-password");
    if (const Result<void> written = write(lab, passwordFile, m_superuserPassword.toUtf8() + '\n'); !written)
        return written.error();
    const Result<void> initialised = runAsServer(
        lab, {lab.binDirectory + QStringLiteral("/initdb"), QStringLiteral("--pgdata=") + primary.dataDirectory,
              QStringLiteral("--username=") + QString::fromLatin1(lab_settings::superuser),
              QStringLiteral("--auth=scram-sha-256"), QStringLiteral("--pwfile=") + passwordFile,
              QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C"), QStringLiteral("--no-sync")});
    const Result<void> removed = m_host->removeFile(passwordFile, {lab.systemUser}, m_deadline);
    return initialised ? removed : initialised;
}

Result<void> LabCreation::copyToStandbys(Lab &lab)
{
    // The server has not run yet: a copy of its files is a standby in the making, with the same system identifier.
    const NodeDefinition &primary = lab.cluster.nodes.first();
    for (const NodeDefinition &standby : lab.cluster.nodes.mid(1)) {
        m_progress(Tr::tr("Copying %1 to %2").arg(primary.name, standby.name));
        const Result<void> copied =
            runAsServer(lab, {QStringLiteral("cp"), QStringLiteral("-a"), QStringLiteral("--reflink=auto"),
                              QStringLiteral("--"), primary.dataDirectory, standby.dataDirectory});
        if (!copied)
            return copied.error();
    }
    return {};
}

Result<void> LabCreation::configure(Lab &lab)
{
    for (const NodeDefinition &node : lab.cluster.nodes) {
        const QString file = node.dataDirectory + QStringLiteral("/postgresql.conf");
        const Result<QByteArray> initial = m_host->readFile(file, {lab.systemUser}, m_deadline);
        if (!initial)
            return initial.error();
        if (const Result<void> written = write(lab, file, *initial + lab_settings::configuration(lab, node)); !written)
            return written.error();
        const Result<void> authentication =
            write(lab, node.dataDirectory + QStringLiteral("/pg_hba.conf"), lab_settings::clientAuthentication());
        if (!authentication)
            return authentication.error();
    }
    for (const NodeDefinition &standby : lab.cluster.nodes.mid(1))
        if (const Result<void> prepared = prepareStandby(lab, standby); !prepared)
            return prepared.error();
    return {};
}

Result<void> LabCreation::prepareStandby(const Lab &lab, const NodeDefinition &standby) const
{
    const QByteArray upstream = lab_settings::standbyConfiguration(lab, lab.cluster.nodes.first(), standby);
    const Result<void> written = write(lab, standby.dataDirectory + QStringLiteral("/postgresql.auto.conf"), upstream);
    return written ? write(lab, standby.dataDirectory + QStringLiteral("/standby.signal"), {}) : written;
}

Result<void> LabCreation::startPrimary(Lab &lab)
{
    const NodeDefinition &primary = lab.cluster.nodes.first();
    m_progress(Tr::tr("Starting %1").arg(primary.name));
    m_ports.first()->release();
    if (const Result<void> started = LabServers(m_hosts, lab).start(primary, m_deadline, m_stop); !started)
        return started.error();
    // A role's name and password cannot be bound; both are ours and hold letters, digits and underscores alone.
    QString sql = QStringLiteral("CREATE ROLE %1 LOGIN REPLICATION PASSWORD '%2';")
                      .arg(QString::fromLatin1(lab_settings::replicationRole), m_replicationPassword);
    for (const NodeDefinition &standby : lab.cluster.nodes.mid(1))
        sql += QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true);")
                   .arg(lab_settings::slotName(standby));
    sql += QStringLiteral("SELECT system_identifier::text FROM pg_control_system();");
    const Result<QString> identifier = askPrimary(lab, sql);
    if (!identifier)
        return identifier.error();
    lab.cluster.systemIdentifier = *identifier;
    return {};
}

Result<void> LabCreation::startStandbys(Lab &lab)
{
    const QList<NodeDefinition> standbys = lab.cluster.nodes.mid(1);
    if (!standbys.isEmpty())
        m_progress(Tr::tr("Starting the standbys"));
    m_ports.clear();
    return LabServers(m_hosts, lab).startAll(standbys, m_deadline, m_stop);
}

Result<void> LabCreation::waitForStandbys(Lab &lab)
{
    const QString expected = QString::number(lab.cluster.nodes.size() - 1);
    while (true) {
        const Result<QString> streaming =
            askPrimary(lab, QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"));
        if (!streaming || *streaming == expected)
            return streaming ? Result<void>() : streaming.error();
        if (m_deadline.expired() || !sleepUnlessStopped(pollInterval, m_stop))
            return Error{m_deadline.expired() ? ErrorCode::TimedOut : ErrorCode::Stopped,
                         Tr::tr("Only %1 of %2 standbys stream from the primary.").arg(*streaming, expected),
                         {},
                         {},
                         {}};
    }
}

Result<void> LabCreation::write(const Lab &lab, const QString &path, const QByteArray &content) const
{
    return m_host->writeFile(path, content, 0600, {lab.systemUser}, m_deadline);
}

Result<void> LabCreation::runAsServer(const Lab &lab, const QStringList &argv) const
{
    const Result<CommandOutcome> outcome =
        runChecked(*m_host, {.argv = argv, .asUser = lab.systemUser}, m_deadline, m_stop);
    return outcome ? Result<void>() : outcome.error();
}

Result<QString> LabCreation::askPrimary(const Lab &lab, const QString &sql) const
{
    Result<Connection> connection = Connection::open(lab.cluster.nodes.first().connInfo, m_deadline, m_stop);
    if (!connection)
        return connection.error();
    const Result<ResultSet> answer = connection->query(sql, {}, m_deadline, m_stop);
    if (!answer)
        return answer.error();
    return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
}

} // namespace howdah
