#include "app/cli/commands.h"
#include "app/cli/confirmation.h"
#include "app/cli/operation_report.h"
#include "app/cli/pdf_report.h"
#include "app/cli/progress.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "core/base/sizes.h"
#include "core/operations/journal.h"
#include "core/operations/report.h"
#include "core/operations/report_writer.h"
#include "core/operations/resumption.h"
#include "core/operations/runner.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSaveFile>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr int listedAtMost = 200;

constexpr QLatin1String optionReport("report");
constexpr QLatin1String optionOutput("output");
constexpr QLatin1String optionCluster("cluster");

/// What is true of it now: an entry whose console is dead runs no more, whatever its row still says.
OperationState stateNow(const JournalEntry &entry)
{
    return entry.abandoned ? OperationState::Interrupted : entry.state;
}

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QJsonObject entryJson(const JournalEntry &entry)
{
    QJsonObject document = toJson(entry);
    document.insert(QStringLiteral("error"), entry.error ? QJsonValue(toJson(*entry.error)) : QJsonValue());
    return document;
}

QString entryText(const JournalEntry &entry)
{
    QString text =
        Tr::tr("%1 of cluster “%2”, %3").arg(entry.operation, entry.cluster, operationStateTitle(stateNow(entry))) +
        QLatin1Char('\n') + Tr::tr("Begun %1 by %2").arg(timeText(entry.started), entry.console) +
        QStringLiteral("\n\n");
    QList<QStringList> rows;
    for (const JournalStep &step : entry.steps)
        rows << QStringList{stepStateTitle(step.state), step.title,
                            step.state == StepState::Done ? prettyDuration(step.ms) : QString()};
    text += tableText(rows);
    for (const JournalStep &step : entry.steps) {
        if (step.error)
            text += QLatin1Char('\n') + step.title + QStringLiteral(": ") + step.error->full() + QLatin1Char('\n');
        if (step.error && !step.log.isEmpty())
            text += step.log.trimmed() + QLatin1Char('\n');
    }
    if (stateNow(entry) == OperationState::Interrupted)
        text += QLatin1Char('\n') + outcomeText(OperationState::Interrupted, entry.error, entry.id);
    else if (entry.error)
        text += QLatin1Char('\n') + entry.error->full();
    return text.trimmed();
}

Result<std::unique_ptr<Journal>> openJournal(Session &session)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open();
    if (journal && !(*journal)->damage().isEmpty())
        session.console().note((*journal)->damage());
    return journal;
}

ExitCode list(const Invocation &invocation, Session &session)
{
    const Result<std::unique_ptr<Journal>> journal = openJournal(session);
    if (!journal)
        return session.failed(journal.error());
    const Result<QList<JournalEntry>> entries = (*journal)->latest(listedAtMost, invocation.option(optionCluster));
    if (!entries)
        return session.failed(entries.error());
    QJsonArray documents;
    QList<QStringList> rows{{Tr::tr("Id"), Tr::tr("Operation"), Tr::tr("Cluster"), Tr::tr("Begun"), Tr::tr("State")}};
    for (const JournalEntry &entry : *entries) {
        documents << entryJson(entry);
        rows << QStringList{entry.id, entry.operation, entry.cluster, timeText(entry.started),
                            operationStateTitle(stateNow(entry))};
    }
    session.console().say(entries->isEmpty() ? Tr::tr("No operation was run yet.") : tableText(rows).trimmed());
    session.console().document({{QStringLiteral("operations"), documents}});
    return ExitCode::Done;
}

Result<JournalEntry> findEntry(const Invocation &invocation, Session &session)
{
    const Result<std::unique_ptr<Journal>> journal = openJournal(session);
    return journal ? (*journal)->find(invocation.arguments.first()) : journal.error();
}

ExitCode cannotBeFound(const Error &error, Session &session)
{
    return error.code == ErrorCode::NotFound ? session.refused(error) : session.failed(error);
}

Result<void> written(const QString &file, const QByteArray &content)
{
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.commit())
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("%1 could not be written.").arg(file),
                 .detail = out.errorString()};
}

/// To a file, or to standard output when none is named.
ExitCode pdfReport(const JournalEntry &entry, const QString &file, Session &session)
{
    if (file.isEmpty())
        return session.refused({.code = ErrorCode::Invalid, .message = Tr::tr("A PDF file needs a name: --output FILE")});
    const Result<void> done = writePdfReport(QStringLiteral("operation:") + entry.id, file);
    return done ? ExitCode::Done : session.failed(done.error());
}

ExitCode report(const JournalEntry &entry, const QString &format, const QString &file, Session &session)
{
    if (format == QLatin1String("pdf"))
        return pdfReport(entry, file, session);
    for (const ReportFormat &one : textReportFormats()) {
        if (one.id != format)
            continue;
        const std::unique_ptr<ReportWriter> writer = one.makeWriter();
        composeReport(*writer, entry, session.hosts());
        if (file.isEmpty()) {
            session.console().verbatim(QString::fromUtf8(writer->finished()));
            return ExitCode::Done;
        }
        const Result<void> done = written(file, writer->finished());
        return done ? ExitCode::Done : session.failed(done.error());
    }
    return session.refused(
        {.code = ErrorCode::Invalid, .message = Tr::tr("A report is markdown, html or pdf, not “%1”.").arg(format)});
}

ExitCode show(const Invocation &invocation, Session &session)
{
    const Result<JournalEntry> entry = findEntry(invocation, session);
    if (!entry)
        return cannotBeFound(entry.error(), session);
    if (const QString format = invocation.option(optionReport); !format.isEmpty())
        return report(*entry, format, invocation.option(optionOutput), session);
    session.console().say(entryText(*entry));
    session.console().document(entryJson(*entry));
    return ExitCode::Done;
}

using GoOn = std::function<RunOutcome(const QString &, const Environment &, const EventHandler &, std::stop_token)>;

/// Resume and undo: the same but for the direction and what counts as success.
ExitCode goOn(const JournalEntry &entry, Session &session, const GoOn &direction, OperationState wanted)
{
    const QString id = entry.id;
    QStringList titles;
    for (const JournalStep &step : entry.steps)
        titles << step.title;
    if (const Result<ClusterDefinition> cluster = session.registry().find(entry.cluster);
        cluster && Console::canAsk()) {
        if (const Result<ClusterSnapshotPtr> seen = session.look(*cluster); !seen)
            return session.failed(seen.error());
    }
    Progress progress(session.console(), titles);
    session.signals().setAbandonCode(ExitCode::HalfWay);
    const RunOutcome outcome = direction(
        id, session.environment(), [&](const OperationEvent &event) { progress.show(event); }, session.stop());
    session.console().say(outcomeText(outcome.state, outcome.error, id));
    QJsonObject document =
        outcome.entry.id.isEmpty()
            ? QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("outcome"), operationStateName(outcome.state)}}
            : entryJson(outcome.entry);
    document.insert(QStringLiteral("outcome"), operationStateName(outcome.state));
    if (outcome.error)
        document.insert(QStringLiteral("error"), toJson(*outcome.error));
    session.console().document(document);
    return exitCodeOf(outcome.state, wanted);
}

/// True when the user typed what the operation itself asks for, with all before them that is still to be done.
bool confirmed(const JournalEntry &entry, const Console &console)
{
    console.note(entryText(entry));
    for (const QString &consequence : entry.plan.consequences)
        console.note(consequence);
    return isConfirmed(entry.plan, console);
}

ExitCode resume(const Invocation &invocation, Session &session)
{
    const Result<JournalEntry> entry = findEntry(invocation, session);
    if (!entry)
        return cannotBeFound(entry.error(), session);
    const bool ended = entry->state == OperationState::Done || entry->state == OperationState::Undone;
    if (!ended && mustBeConfirmed(*entry) && !invocation.has(optionYes)) {
        if (const auto reason = cannotAsk(entry->operation, Tr::tr("--yes confirms.")))
            return session.refused(*reason);
        if (!confirmed(*entry, session.console()))
            return session.refused(notConfirmed());
    }
    const GoOn direction = [](const QString &id, const Environment &environment, const EventHandler &events,
                              std::stop_token stop) { return resumeOperation(id, environment, events, stop); };
    return goOn(*entry, session, direction, OperationState::Done);
}

ExitCode undo(const Invocation &invocation, Session &session)
{
    const Result<JournalEntry> entry = findEntry(invocation, session);
    return entry ? goOn(*entry, session, &undoOperation, OperationState::Undone)
                 : cannotBeFound(entry.error(), session);
}

} // namespace

QList<Command> operationsCommands()
{
    const auto path = [](const char *word) { return QStringList{QStringLiteral("operations"), QLatin1String(word)}; };
    const CommandArgument id{QStringLiteral("ID"), Tr::tr("An operation (see “howdahctl operations list”).")};
    const QList<CommandOption> listOptions{
        {.name = optionCluster, .help = Tr::tr("Only of this cluster."), .valueName = QStringLiteral("CLUSTER")},
        jsonOption()};
    return {
        {.path = {QStringLiteral("operations")},
         .summary = Tr::tr("The same as “operations list”."),
         .options = listOptions,
         .run = list},
        {.path = path("list"),
         .summary = Tr::tr("The operations that were run, newest first; those that were cut off say so."),
         .options = listOptions,
         .run = list},
        {.path = path("show"),
         .summary = Tr::tr("One operation: its steps, what was done and what was not."),
         .arguments = {id},
         .options = {{.name = optionReport,
                      .help = Tr::tr("The whole report as a document, for a change ticket."),
                      .valueName = QStringLiteral("markdown|html|pdf")},
                     {.name = optionOutput,
                      .help = Tr::tr("Write that report into this file instead of standard output."),
                      .valueName = QStringLiteral("FILE")},
                     jsonOption()},
         .run = show},
        {.path = path("resume"),
         .summary = Tr::tr("Goes on with an operation that was cut off, if things still are as they were."),
         .arguments = {id},
         .options = {yesOption(), jsonOption()},
         .run = resume},
        {.path = path("undo"),
         .summary = Tr::tr("Takes back what an operation that was cut off had done."),
         .arguments = {id},
         .options = {jsonOption()},
         .run = undo},
    };
}

} // namespace howdah::cli
