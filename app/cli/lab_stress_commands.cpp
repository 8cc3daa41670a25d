#include "app/cli/commands.h"
#include "app/cli/number_options.h"
#include "app/cli/session.h"
#include "core/lab/lab.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds longestFault{300000};

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
    QString node = invocation.option(QStringLiteral("node"));
    if (node.isEmpty() && !lab->cluster.nodes.isEmpty())
        node = lab->cluster.nodes.first().name;
    if (!lab->cluster.node(node))
        return session.refused(
            {.code = ErrorCode::NotFound, .message = Tr::tr("The lab “%1” has no node “%2”.").arg(lab->name, node)});
    const Result<QString> done =
        injectFault(*lab, kind, node, session.hosts(), Deadline::after(longestFault), session.stop());
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

} // namespace

QList<Command> labStressCommands()
{
    const auto path = [](const char *word) { return QStringList{QStringLiteral("lab"), QLatin1String(word)}; };
    const CommandArgument name{QStringLiteral("NAME"), Tr::tr("A lab (see “howdahctl lab list”).")};
    return {
        {.path = path("fault"),
         .summary = Tr::tr("Does something real and bad to a lab's node, or mends it."),
         .description = faultList(),
         .arguments = {name, {QStringLiteral("KIND"), Tr::tr("What to do; see above.")}},
         .options = {{.name = QStringLiteral("node"),
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
