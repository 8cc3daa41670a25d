#include "app/cli/exercise_commands.h"
#include "app/cli/exercise_report.h"
#include "app/cli/pdf_report.h"
#include "core/lab/exercises/exercise_deliverable.h"
#include "core/operations/report_writer.h"

#include <QCoreApplication>
#include <QLocale>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr QLatin1String optionFormat("format");
constexpr QLatin1String formatPdf("pdf");

/// Every form there is unless some were named.
Result<QStringList> formatsAsked(const Invocation &invocation)
{
    QStringList known{formatPdf};
    for (const ReportFormat &format : textReportFormats())
        known << format.id;
    if (!invocation.has(optionFormat))
        return known;
    const QStringList asked = invocation.option(optionFormat).split(QLatin1Char('\n'));
    for (const QString &format : asked)
        if (!known.contains(format))
            return Error{.code = ErrorCode::Invalid,
                         .message = Tr::tr("A deliverable is %1, not “%2”.")
                                        .arg(QLocale().createSeparatedList(known), format)};
    return asked;
}

ExitCode handIn(const Invocation &invocation, Session &session)
{
    const Result<Exercise> exercise = chosenExercise(invocation);
    if (!exercise)
        return session.refused(exercise.error());
    const Result<ExerciseRecord> record = exercise_records::find(exercise->id);
    if (!record)
        return session.refused(record.error());
    const Result<QStringList> asked = formatsAsked(invocation);
    if (!asked)
        return session.refused(asked.error());
    QList<ReportFormat> formats = textReportFormats();
    formats.removeIf([&](const ReportFormat &format) { return !asked->contains(format.id); });
    const QString directory = invocation.arguments.at(1);
    if (const Result<void> written = saveDeliverable(directory, *exercise, *record, formats); !written)
        return session.failed(written.error());
    if (asked->contains(formatPdf)) {
        const Result<void> written =
            writePdfReport(QStringLiteral("exercise:") + exercise->id, directory + QStringLiteral("/report.pdf"));
        if (!written && invocation.has(optionFormat))
            return session.failed(written.error());
        if (!written)
            session.console().note(written.error().message); // the other forms are there
    }
    session.console().say(Tr::tr("The deliverable lies in %1.").arg(directory));
    session.console().document({{QStringLiteral("directory"), directory}, {QStringLiteral("passed"), record->passed()}});
    return ExitCode::Done;
}

ExitCode classResults(const Invocation &invocation, Session &session)
{
    const ClassResults results = readClassResults(invocation.arguments.first());
    for (const ClassResults::Unreadable &one : results.unreadable)
        session.console().note(Tr::tr("%1 is no result of an exercise. %2").arg(one.file, one.why));
    session.console().say(classText(results));
    session.console().document(classJson(results));
    return results.exercises.isEmpty() ? ExitCode::Failed : ExitCode::Done;
}

} // namespace

QList<Command> exerciseResultCommands()
{
    return {
        {.path = exerciseCommandPath("hand-in"),
         .summary = Tr::tr("Writes the deliverable: PDF, a web page, Markdown, the pictures, and the result for the instructor."),
         .arguments = {exerciseArgument(), {QStringLiteral("DIRECTORY"), Tr::tr("A folder; made if missing.")}},
         .options = {{.name = optionFormat,
                      .help = Tr::tr("Only this form of it; may be given again."),
                      .valueName = QStringLiteral("pdf|html|markdown"),
                      .repeatable = true},
                     jsonOption()},
         .run = handIn},
        {.path = exerciseCommandPath("class"),
         .summary = Tr::tr("Sums up what a class handed in: who passed which step, where people are stuck."),
         .arguments = {{QStringLiteral("DIRECTORY"), Tr::tr("A folder with everybody's deliverables in it.")}},
         .options = {jsonOption()},
         .run = classResults},
    };
}

} // namespace howdah::cli
