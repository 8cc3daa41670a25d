#include "app/cli/commands.h"
#include "app/cli/number_options.h"
#include "app/cli/session.h"
#include "app/cli/snapshot_report.h"
#include "app/cli/table.h"
#include "core/lab/lab.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds longestChange{300000};
constexpr qint64 mostStandbys = 30;
constexpr qint64 smallestDiskMegabytes = 256;
constexpr qint64 largestDiskMegabytes = 1024 * 1024;

constexpr QLatin1String optionStandbys("standbys");
constexpr QLatin1String optionArchive("archive");
constexpr QLatin1String optionBinaries("binaries");
constexpr QLatin1String optionDisk("disk-size");

Result<LabRequest> readRequest(const Invocation &invocation)
{
    LabRequest request;
    const Result<qint64> standbys = readInteger(invocation, optionStandbys, request.standbys, 0, mostStandbys);
    const Result<qint64> megabytes =
        readInteger(invocation, optionDisk, 0, smallestDiskMegabytes, largestDiskMegabytes);
    const Result<double> rate = readRate(invocation, request.workloadPerSecond);
    if (!standbys)
        return standbys.error();
    if (!megabytes)
        return megabytes.error();
    if (!rate)
        return rate.error();
    request.name = invocation.arguments.first();
    request.standbys = static_cast<int>(*standbys);
    request.archive = invocation.has(optionArchive);
    request.workloadPerSecond = *rate;
    request.binDirectory = invocation.option(optionBinaries);
    request.diskBytes = *megabytes * 1024 * 1024;
    return request;
}

ExitCode showLab(const Lab &lab, const QString &sentence, Session &session)
{
    const Result<ClusterSnapshotPtr> snapshot = session.look(lab.cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    session.console().note(sentence);
    session.console().say(snapshotText(**snapshot));
    session.console().document(toJson(**snapshot));
    return ExitCode::Done;
}

ExitCode create(const Invocation &invocation, Session &session)
{
    const Result<LabRequest> request = readRequest(invocation);
    if (!request)
        return session.refused(request.error());
    if (const Result<void> checked = checkName(request->name); !checked)
        return session.refused(checked.error());
    Labs labs(session.hosts());
    const Result<Lab> lab = labs.create(*request, Deadline::after(longestChange), session.stop(),
                                        [&](const QString &sentence) { session.console().note(sentence); });
    if (!lab)
        return session.failed(lab.error());
    return showLab(*lab, Tr::tr("The lab “%1” lies in %2").arg(lab->name, lab->directory), session);
}

ExitCode start(const Invocation &invocation, Session &session)
{
    Labs labs(session.hosts());
    const QString name = invocation.arguments.first();
    if (const Result<Lab> lab = labs.find(name); !lab)
        return session.refused(lab.error());
    if (const Result<void> started = labs.start(name, Deadline::after(longestChange), session.stop()); !started)
        return session.failed(started.error());
    const Result<Lab> lab = labs.find(name);
    return lab ? showLab(*lab, Tr::tr("The lab “%1” runs.").arg(name), session) : session.failed(lab.error());
}

using Change = Result<void> (Labs::*)(const QString &, const Deadline &, std::stop_token);

ExitCode changeState(const Invocation &invocation, Session &session, Change change, const QString &state,
                     const QString &sentence)
{
    Labs labs(session.hosts());
    const QString name = invocation.arguments.first();
    const Result<void> changed = (labs.*change)(name, Deadline::after(longestChange), session.stop());
    if (!changed)
        return changed.error().code == ErrorCode::NotFound ? session.refused(changed.error())
                                                           : session.failed(changed.error());
    session.console().say(sentence.arg(name));
    session.console().document({{QStringLiteral("lab"), name}, {QStringLiteral("state"), state}});
    return ExitCode::Done;
}

ExitCode stop(const Invocation &invocation, Session &session)
{
    return changeState(invocation, session, &Labs::stop, QStringLiteral("stopped"),
                       Tr::tr("The lab “%1” is stopped; its data stays."));
}

ExitCode destroy(const Invocation &invocation, Session &session)
{
    return changeState(invocation, session, &Labs::destroy, QStringLiteral("destroyed"),
                       Tr::tr("The lab “%1” is gone, with everything that was made for it."));
}

QJsonObject labJson(const Lab &lab)
{
    QJsonArray nodes;
    for (const NodeDefinition &node : lab.cluster.nodes)
        nodes << QJsonObject{{QStringLiteral("name"), node.name},
                             {QStringLiteral("conninfo"), node.connInfo.toString()},
                             {QStringLiteral("dataDirectory"), node.dataDirectory}};
    return {{QStringLiteral("name"), lab.name},
            {QStringLiteral("directory"), lab.directory},
            {QStringLiteral("systemUser"), lab.systemUser},
            {QStringLiteral("archive"), lab.archive},
            {QStringLiteral("rate"), lab.workloadPerSecond},
            {QStringLiteral("nodes"), nodes}};
}

ExitCode list(const Invocation &, Session &session)
{
    const Result<QList<Lab>> labs = Labs(session.hosts()).all();
    if (!labs)
        return session.failed(labs.error());
    QJsonArray documents;
    QList<QStringList> rows{{Tr::tr("Lab"), Tr::tr("Nodes"), Tr::tr("Directory")}};
    for (const Lab &lab : *labs) {
        documents << labJson(lab);
        QStringList nodes;
        for (const NodeDefinition &node : lab.cluster.nodes)
            nodes << node.name;
        rows << QStringList{lab.name, nodes.join(QStringLiteral(", ")), lab.directory};
    }
    session.console().say(labs->isEmpty() ? Tr::tr("There is no lab yet. “howdahctl lab create NAME” makes one.")
                                          : tableText(rows).trimmed());
    session.console().document({{QStringLiteral("labs"), documents}});
    return ExitCode::Done;
}

QList<CommandOption> createOptions()
{
    return {
        {.name = optionStandbys,
         .help = Tr::tr("How many standbys (2 unless said)."),
         .valueName = QStringLiteral("N")},
        {.name = optionArchive, .help = Tr::tr("With a WAL archive.")},
        rateOption(Tr::tr("A gentle writing load: commits a second (0, none, unless said).")),
        {.name = optionBinaries,
         .help = Tr::tr("Directory of the PostgreSQL programs to use (the newest found here unless said)."),
         .valueName = QStringLiteral("DIRECTORY")},
        {.name = optionDisk,
         .help = Tr::tr("A file system of its own, of so many megabytes, so that it can be filled (needs root)."),
         .valueName = QStringLiteral("MB")},
        jsonOption(),
    };
}

} // namespace

QList<Command> labCommands()
{
    const auto path = [](const char *word) { return QStringList{QStringLiteral("lab"), QLatin1String(word)}; };
    const CommandArgument newName{QStringLiteral("NAME"), Tr::tr("The lab's name, and its cluster's.")};
    const CommandArgument name{QStringLiteral("NAME"), Tr::tr("A lab (see “howdahctl lab list”).")};
    return {
        {.path = path("create"),
         .summary = Tr::tr("Makes a real cluster on this machine, from the PostgreSQL programs found here."),
         .description =
             Tr::tr("Free ports, loopback only, everything in one directory. As root the servers run as postgres."),
         .arguments = {newName},
         .options = createOptions(),
         .run = create},
        {.path = path("start"),
         .summary = Tr::tr("Starts a lab's servers and its writing load."),
         .arguments = {name},
         .options = {jsonOption()},
         .run = start},
        {.path = path("stop"),
         .summary = Tr::tr("Stops a lab's servers; its data stays."),
         .arguments = {name},
         .options = {jsonOption()},
         .run = stop},
        {.path = path("destroy"),
         .summary = Tr::tr("Stops a lab and removes what was made for it, and nothing else."),
         .arguments = {name},
         .options = {jsonOption()},
         .run = destroy},
        {.path = path("list"), .summary = Tr::tr("The labs on this machine."), .options = {jsonOption()}, .run = list},
    };
}

} // namespace howdah::cli
