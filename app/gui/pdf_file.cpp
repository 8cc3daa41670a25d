#include "app/gui/pdf_file.h"

#include "core/lab/exercises/exercise_deliverable.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/operations/journal.h"
#include "core/operations/report.h"
#include "ui/wizards/pdf_report.h"
#include "ui/wizards/save_text.h"

#include <QCoreApplication>
#include <QTextStream>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PdfFile)
};

Result<void> composeExercise(ReportWriter &writer, const QString &numberOrId)
{
    const ExerciseShelf shelf = readExerciseShelf();
    const Exercise *exercise = shelf.find(numberOrId);
    if (exercise == nullptr)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no exercise “%1”.").arg(numberOrId)};
    const Result<ExerciseRecord> record = exercise_records::find(exercise->id);
    if (!record)
        return record.error();
    composeDeliverable(writer, *exercise, *record, picturesOf(*record));
    return {};
}

Result<void> composeOperation(ReportWriter &writer, const QString &id)
{
    const Result<std::unique_ptr<Journal>> journal = Journal::open();
    if (!journal)
        return journal.error();
    const Result<JournalEntry> entry = (*journal)->find(id);
    if (!entry)
        return entry.error();
    Hosts hosts;
    composeReport(writer, *entry, hosts);
    return {};
}

Result<void> composed(ReportWriter &writer, const QString &of)
{
    const QString kind = of.section(QLatin1Char(':'), 0, 0), which = of.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("exercise"))
        return composeExercise(writer, which);
    if (kind == QLatin1String("operation"))
        return composeOperation(writer, which);
    return Error{.code = ErrorCode::Invalid,
                 .message = Tr::tr("“%1” is neither exercise:N nor operation:ID.").arg(of)};
}

} // namespace

int writePdfFile(const QString &file, const QString &of)
{
    const std::unique_ptr<ReportWriter> writer = makePdfWriter();
    Result<void> done = composed(*writer, of);
    if (done)
        done = writeBytes(file, writer->finished());
    if (done)
        return 0;
    QTextStream(stderr) << done.error().full() << Qt::endl;
    return 1;
}

} // namespace howdah
