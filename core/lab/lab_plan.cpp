#include "core/lab/lab_plan.h"

#include "core/base/ids.h"
#include "core/hosts/server_layout.h"
#include "core/lab/lab_disk.h"
#include "core/lab/lab_place.h"
#include "core/lab/lab_settings.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabPlan)
};

constexpr int mostStandbys = 16;
constexpr int oldestMajor = 13;

QList<int> portsOnRecord()
{
    QList<int> ports;
    for (const LabRecord &record : lab_records::all().valueOr({}))
        for (const NodeDefinition &node : record.lab.cluster.nodes)
            ports << node.connInfo.port().toInt();
    return ports;
}

Result<QString> chooseBinaries(Host &host, const QString &asked, const Deadline &deadline)
{
    const Result<QList<PostgresBinaries>> found = findPostgresBinaries(host, deadline, asked);
    if (!found)
        return found.error();
    for (const PostgresBinaries &binaries : *found)
        if (binaries.major >= oldestMajor &&
            host.status(binaries.directory + QStringLiteral("/initdb"), {}, deadline).ok())
            return binaries.directory;
    return Error{ErrorCode::Unsupported,
                 Tr::tr("A lab needs PostgreSQL %1 or later, with \"initdb\"; there is none here.").arg(oldestMajor),
                 asked,
                 Tr::tr("Install a newer PostgreSQL, or set HOWDAH_PG_BINDIR to where it is."),
                 {}};
}

NodeDefinition newNode(const Lab &lab, const QString &name, int port)
{
    NodeDefinition node;
    node.name = name;
    node.hostId = QStringLiteral("local");
    node.dataDirectory = lab.diskBytes > 0 ? lab_disk::mountPoint(lab, name) + QStringLiteral("/data")
                                           : lab.directory + QLatin1Char('/') + name;
    node.connInfo.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    node.connInfo.set(QStringLiteral("port"), QString::number(port));
    node.connInfo.set(QStringLiteral("dbname"), QStringLiteral("postgres"));
    node.connInfo.set(QStringLiteral("user"), QString::fromLatin1(lab_settings::superuser));
    node.connInfo.set(QStringLiteral("passfile"), lab_settings::passFile(lab));
    return node;
}

NodeDefinition inContainer(const Lab &lab, NodeDefinition node)
{
    node.hostId = QStringLiteral("container:%1:%2-%3").arg(lab.kit.engine, lab.name, node.name);
    node.dataDirectory = lab.kit.dataDirectory;
    return node;
}

/// Its servers run as whoever the image says; what is on this machine of it belongs to whoever has the engine.
Result<void> planContainers(Host &host, Lab &lab, const Deadline &deadline)
{
    const Result<ContainerKit> kit = findContainerKit(host, deadline);
    const Result<QString> login = host.loginUser(deadline);
    if (!kit || !login)
        return kit ? login.error() : kit.error();
    lab.kit = *kit;
    lab.systemUser = *login;
    for (NodeDefinition &node : lab.cluster.nodes)
        node = inContainer(lab, node);
    return {};
}

} // namespace

Result<LabPlan> planLab(Hosts &hosts, const LabRequest &request, const Deadline &deadline)
{
    if (request.standbys < 0 || request.standbys > mostStandbys)
        return Error{ErrorCode::Invalid,
                     Tr::tr("A lab has 0 to %1 standbys, not %2.").arg(mostStandbys).arg(request.standbys),
                     {},
                     {},
                     {}};
    const auto host = hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    const Result<QString> binaries = chooseBinaries(**host, request.binDirectory, deadline);
    if (!binaries)
        return binaries.error();
    const Result<LabPlace> place = findLabPlace(**host, deadline);
    if (!place)
        return place.error();
    const auto ports = PortReservation::make(request.standbys + 1, portsOnRecord());
    if (!ports)
        return ports.error();

    LabPlan plan{{}, *host, *ports};
    plan.record.marker = newOperationId();
    Lab &lab = plan.record.lab;
    lab.name = request.name;
    lab.directory = place->directory + QLatin1Char('/') + labDirectoryName(request.name);
    lab.systemUser = place->systemUser;
    lab.binDirectory = *binaries;
    lab.archive = request.archive;
    lab.workloadPerSecond = request.workloadPerSecond;
    lab.diskBytes = request.diskBytes;
    lab.complete = false;
    lab.cluster.name = lab.name;
    lab.cluster.group = QStringLiteral("Lab");
    lab.cluster.labDirectory = lab.directory;
    for (qsizetype index = 0; index < ports->size(); ++index)
        lab.cluster.nodes.append(newNode(lab, QStringLiteral("n%1").arg(index + 1), ports->at(index)->port()));
    if (request.containers)
        if (const Result<void> planned = planContainers(**host, lab, deadline); !planned)
            return planned.error();
    return plan;
}

} // namespace howdah
