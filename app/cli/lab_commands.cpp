#include "app/cli/commands.h"
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

QString optionRate()
{
    return QStringLiteral("rate");
}
QString optionStandbys()
{
    return QStringLiteral("standbys");
}
QString optionArchive()
{
    return QStringLiteral("archive");
}
QString optionBinaries()
{
    return QStringLiteral("binaries");
}
QString optionDisk()
{
    return QStringLiteral("disk-size");
}
QString optionNode()
{
    return QStringLiteral("node");
}

Error badNumber(const QString &option, const QString &value, const QString &wanted)
{
    return {.code = ErrorCode::Invalid, .message = Tr::tr("--%1 wants %2, not “%3”.").arg(option, wanted, value)};
}

Result<double> readRate(const Invocation &invocation, double otherwise)
{
    if (!invocation.has(optionRate()))
        return otherwise;
    bool isNumber = false;
    const double rate = invocation.option(optionRate()).toDouble(&isNumber);
    if (!isNumber || !(rate >= 0) || rate > 100000)
        return badNumber(optionRate(), invocation.option(optionRate()), Tr::tr("commits a second, 0 to 100000"));
    return rate;
}

Result<LabRequest> readRequest(const Invocation &invocation)
{
    LabRequest request;
    request.name = invocation.arguments.first();
    if (invocation.has(optionStandbys())) {
        bool isNumber = false;
        request.standbys = invocation.option(optionStandbys()).toInt(&isNumber);
        if (!isNumber || request.standbys < 0 || request.standbys > 30)
            return badNumber(optionStandbys(), invocation.option(optionStandbys()), Tr::tr("a number from 0 to 30"));
    }
    if (invocation.has(optionDisk())) {
        bool isNumber = false;
        const qint64 megabytes = invocation.option(optionDisk()).toLongLong(&isNumber);
        if (!isNumber || megabytes < 256 || megabytes > 1024 * 1024)
            return badNumber(optionDisk(), invocation.option(optionDisk()), Tr::tr("megabytes, 256 or more"));
        request.diskBytes = megabytes * 1024 * 1024;
    }
    const Result<double> rate = readRate(invocation, 0);
    if (!rate)
        return rate.error();
    request.workloadPerSecond = *rate;
    request.archive = invocation.has(optionArchive());
    request.binDirectory = invocation.option(optionBinaries());
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

ExitCode fault(const Invocation &invocation, Session &session)
{
    const Result<Lab> lab = Labs(session.hosts()).find(invocation.arguments.first());
    if (!lab)
        return session.refused(lab.error());
    const QString kind = invocation.arguments.at(1);
    QStringList kinds;
    for (const FaultKind &known : faultKinds())
        kinds << known.id;
    if (!kinds.contains(kind))
        return session.refused({.code = ErrorCode::Invalid,
                                .message = Tr::tr("There is no fault “%1”.").arg(kind),
                                .hint = Tr::tr("There are: %1.").arg(kinds.join(QStringLiteral(", ")))});
    QString node = invocation.option(optionNode());
    if (node.isEmpty() && !lab->cluster.nodes.isEmpty())
        node = lab->cluster.nodes.first().name;
    if (!lab->cluster.node(node))
        return session.refused(
            {.code = ErrorCode::NotFound, .message = Tr::tr("The lab “%1” has no node “%2”.").arg(lab->name, node)});
    const Result<QString> done =
        injectFault(*lab, kind, node, session.hosts(), Deadline::after(longestChange), session.stop());
    if (!done)
        return session.failed(done.error());
    session.console().say(*done);
    session.console().document({{QStringLiteral("lab"), lab->name},
                                {QStringLiteral("fault"), kind},
                                {QStringLiteral("node"), node},
                                {QStringLiteral("text"), *done}});
    return ExitCode::Done;
}

ExitCode workload(const Invocation &invocation, Session &session)
{
    const Result<Lab> lab = Labs(session.hosts()).find(invocation.arguments.first());
    if (!lab)
        return session.refused(lab.error());
    const Result<double> rate = readRate(invocation, lab->workloadPerSecond);
    if (!rate)
        return session.refused(rate.error());
    if (*rate <= 0)
        return session.refused(
            {.code = ErrorCode::Invalid,
             .message = Tr::tr("This lab was made without a writing load: say how much with --rate N.")});
    const WorkloadReport report = runWorkload(lab->cluster, *rate, session.stop());
    session.console().say(Tr::tr("%1 commits, %2 failures, longest gap between two commits %3 ms.")
                              .arg(report.commits)
                              .arg(report.failures)
                              .arg(report.longestGapMs));
    session.console().document({{QStringLiteral("commits"), report.commits},
                                {QStringLiteral("failures"), report.failures},
                                {QStringLiteral("longestGapMs"), report.longestGapMs}});
    return ExitCode::Done;
}

QString faultList()
{
    QStringList lines{Tr::tr("The faults, and what mends them:")};
    for (const FaultKind &kind : faultKinds()) {
        lines << QStringLiteral("  %1: %2").arg(kind.id, kind.title) +
                     (kind.mending.isEmpty() ? QString() : Tr::tr(" (mended by %1)").arg(kind.mending));
    }
    return lines.join(QLatin1Char('\n'));
}

CommandOption rateOption(const QString &help)
{
    return {.name = optionRate(), .help = help, .valueName = QStringLiteral("N")};
}

QList<CommandOption> createOptions()
{
    return {
        {.name = optionStandbys(),
         .help = Tr::tr("How many standbys (2 unless said)."),
         .valueName = QStringLiteral("N")},
        {.name = optionArchive(), .help = Tr::tr("With a WAL archive.")},
        rateOption(Tr::tr("A gentle writing load: commits a second (0, none, unless said).")),
        {.name = optionBinaries(),
         .help = Tr::tr("Directory of the PostgreSQL programs to use (the newest found here unless said)."),
         .valueName = QStringLiteral("DIRECTORY")},
        {.name = optionDisk(),
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
        {.path = path("fault"),
         .summary = Tr::tr("Does something real and bad to a lab's node, or mends it."),
         .description = faultList(),
         .arguments = {name, {QStringLiteral("KIND"), Tr::tr("What to do; see above.")}},
         .options = {{.name = optionNode(),
                      .help = Tr::tr("To which node (the first unless said)."),
                      .valueName = QStringLiteral("NODE")},
                     jsonOption()},
         .run = fault},
        {.path = path("workload"),
         .summary = Tr::tr("Writes to a lab's primary, whichever node that is, until Ctrl-C."),
         .arguments = {name},
         .options = {rateOption(Tr::tr("Commits a second (as the lab was made unless said).")), jsonOption()},
         .run = workload},
    };
}

} // namespace howdah::cli
