#include "core/lab/lab_creation.h"

#include "core/base/wake_up.h"
#include "core/lab/lab_containers.h"
#include "core/lab/lab_disk.h"
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

} // namespace

LabCreation::LabCreation(Hosts &hosts, LabPlan plan, Deadline deadline, std::stop_token stop, LabProgress progress)
    : m_hosts(hosts)
    , m_host(plan.host)
    , m_ports(std::move(plan.ports))
    , m_deadline(deadline)
    , m_stop(std::move(stop))
    , m_progress(progress ? std::move(progress) : [](const QString &) {})
    , m_superuserPassword(newPassword())
    , m_replicationPassword(newPassword())
{
}

QList<LabCreation::Step> LabCreation::steps(const Lab &lab) const
{
    if (lab.kit.isThere())
        return {&LabCreation::writePassFile};
    return {&LabCreation::writePassFile,  &LabCreation::initialise,   &LabCreation::copyToStandbys,
            &LabCreation::configure,      &LabCreation::startPrimary, &LabCreation::startStandbys,
            &LabCreation::waitForStandbys};
}

Result<void> LabCreation::make(LabRecord &record)
{
    if (const Result<void> made = makeDirectories(record); !made)
        return made.error();
    for (const Step step : steps(record.lab)) {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Stopped,
                         Tr::tr("The creation of the lab \"%1\" was stopped, as asked.").arg(record.lab.name),
                         {},
                         {},
                         {}};
        if (const Result<void> done = (this->*step)(record.lab); !done)
            return done.error();
    }
    if (const Result<void> written = writeContainerFiles(record); !written)
        return written.error();
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

Result<void> LabCreation::writeContainerFiles(const LabRecord &record)
{
    if (!record.lab.kit.isThere())
        return {};
    m_progress(Tr::tr("Writing the compose file for %1, image %2").arg(record.lab.kit.engine, record.lab.kit.image));
    return LabContainers(m_hosts, record.lab)
        .writeFiles(record, m_superuserPassword, m_replicationPassword, m_deadline);
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
    Result<Connection> session = openPrimary(lab);
    const Result<QString> identifier = session ? ask(*session, sql) : session.error();
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
    Result<Connection> session = openPrimary(lab);
    if (!session)
        return session.error();
    while (true) {
        const Result<QString> streaming =
            ask(*session, QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"));
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

Result<Connection> LabCreation::openPrimary(const Lab &lab) const
{
    return Connection::open(lab.cluster.nodes.first().connInfo, m_deadline, m_stop);
}

Result<QString> LabCreation::ask(Connection &session, const QString &sql) const
{
    const Result<ResultSet> answer = session.query(sql, {}, m_deadline, m_stop);
    if (!answer)
        return answer.error();
    return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
}

} // namespace howdah
