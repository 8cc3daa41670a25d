#include "core/operations/report.h"

#include "core/base/sizes.h"
#include "core/operations/catalogue.h"
#include "core/operations/report_writer.h"
#include "core/operations/script.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Report)
};

QString moment(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : Tr::tr("not known");
}

/// Objects are a line each, and may be thousands.
QString named(const QString &value)
{
    constexpr qsizetype shown = 20;
    const QStringList lines = objectsOf(value);
    const QString first = lines.mid(0, shown).join(QStringLiteral(", "));
    return lines.size() > shown ? Tr::tr("%1 and %2 more").arg(first).arg(lines.size() - shown) : first;
}

void writeFacts(ReportWriter &writer, const JournalEntry &entry)
{
    QList<QStringList> rows{{Tr::tr("Cluster"), entry.cluster},
                            {Tr::tr("System identifier"), entry.systemIdentifier},
                            {Tr::tr("Operation"), entry.id},
                            {Tr::tr("Started"), moment(entry.started)},
                            {Tr::tr("Run by"), entry.console}};
    if (entry.ended.isValid()) {
        rows.append({Tr::tr("Ended"), moment(entry.ended)});
        rows.append({Tr::tr("Took"), prettyDuration(entry.started.msecsTo(entry.ended))});
    }
    QStringList names = entry.plan.arguments.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const QString value = named(entry.plan.arguments.value(name));
        rows.append({name, value.isEmpty() ? Tr::tr("not set") : value});
    }
    writer.table({Tr::tr("What"), Tr::tr("Value")}, rows);
}

void writeError(ReportWriter &writer, const Error &error)
{
    writer.heading(Tr::tr("What went wrong"));
    writer.paragraph(error.message);
    const QString full = error.full();
    if (full != error.message)
        writer.code(full);
}

void writeChecks(ReportWriter &writer, const QJsonArray &checks)
{
    if (checks.isEmpty())
        return;
    writer.heading(Tr::tr("Checks"));
    QList<QStringList> rows;
    for (const QJsonValue &value : checks) {
        const QJsonObject check = value.toObject();
        const QString title = check.value(u"title").toString(check.value(u"id").toString());
        rows.append({title, check.value(u"verdict").toString(), check.value(u"observed").toString()});
    }
    writer.table({Tr::tr("Check"), Tr::tr("Verdict"), Tr::tr("Seen")}, rows);
}

void writeResult(ReportWriter &writer, const JournalEntry &entry)
{
    QList<QStringList> rows;
    for (const ResultRow &row : resultRows(entry))
        rows.append({row.title, row.value});
    if (rows.isEmpty())
        return;
    writer.heading(Tr::tr("What came of it"));
    writer.table({Tr::tr("What"), Tr::tr("Value")}, rows);
}

void addRows(QList<ResultRow> &rows, const QHash<QString, QString> &titles, const QString &name,
             const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            addRows(rows, titles, name + u'.' + field.key(), field.value());
        return;
    }
    const QVariant plain = value.toVariant();
    const QString text = value.isArray() ? plain.toStringList().join(QStringLiteral(", ")) : plain.toString();
    rows.append({titles.value(name, name), text.isEmpty() ? Tr::tr("none") : text});
}

void writeSteps(ReportWriter &writer, const JournalEntry &entry, Hosts &hosts)
{
    writer.heading(Tr::tr("Steps"));
    QList<QStringList> rows;
    for (qsizetype index = 0; index < entry.steps.size(); ++index) {
        const JournalStep &step = entry.steps.at(index);
        rows.append({QString::number(index + 1), step.title, stepStateTitle(step.state), prettyDuration(step.ms)});
    }
    writer.table({Tr::tr("No."), Tr::tr("Step"), Tr::tr("State"), Tr::tr("Time")}, rows);

    for (qsizetype index = 0; index < entry.plan.steps.size(); ++index) {
        const PlannedStep &planned = entry.plan.steps.at(index);
        writer.heading(Tr::tr("%1. %2").arg(index + 1).arg(planned.title));
        QStringList commands;
        for (const Action &action : planned.actions)
            commands << commandText(action, hosts);
        if (!commands.isEmpty())
            writer.code(commands.join(u'\n'));
        const bool done = index < entry.steps.size() && entry.steps.at(index).state == StepState::Done;
        for (const Observation &observation : planned.verify)
            writer.paragraph(done ? Tr::tr("Seen: %1.").arg(observation.text)
                                  : Tr::tr("Was to be seen: %1.").arg(observation.text));
        if (index >= entry.steps.size())
            continue;
        const JournalStep &step = entry.steps.at(index);
        if (step.error)
            writer.code(step.error->full());
        if (!step.log.isEmpty())
            writer.code(step.log);
    }
}

QString written(ReportWriter &writer, const JournalEntry &entry, Hosts &hosts)
{
    writer.title(Tr::tr("%1 on %2").arg(operationTitle(entry.operation), entry.cluster));
    writer.paragraph(outcomeSentence(entry));
    writeFacts(writer, entry);
    if (entry.error)
        writeError(writer, *entry.error);
    writeResult(writer, entry);
    writeChecks(writer, entry.checks);
    writeSteps(writer, entry, hosts);
    return writer.finished();
}

} // namespace

QString reportMarkdown(const JournalEntry &entry, Hosts &hosts)
{
    const std::unique_ptr<ReportWriter> writer = makeMarkdownWriter();
    return written(*writer, entry, hosts);
}

QString reportHtml(const JournalEntry &entry, Hosts &hosts)
{
    const std::unique_ptr<ReportWriter> writer = makeHtmlWriter();
    return written(*writer, entry, hosts);
}

QString stepStateTitle(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return Tr::tr("Waiting");
    case StepState::Running:
        return Tr::tr("Running");
    case StepState::Done:
        return Tr::tr("Done");
    case StepState::Skipped:
        return Tr::tr("Not needed");
    case StepState::Failed:
        return Tr::tr("Failed");
    case StepState::Undoing:
        return Tr::tr("Being undone");
    case StepState::Undone:
        return Tr::tr("Undone");
    case StepState::UndoFailed:
        break;
    }
    return Tr::tr("Could not be undone");
}

QString operationStateTitle(OperationState state)
{
    switch (state) {
    case OperationState::Running:
        return Tr::tr("Running");
    case OperationState::Done:
        return Tr::tr("Done");
    case OperationState::Undone:
        return Tr::tr("Undone");
    case OperationState::NotReady:
        return Tr::tr("Not ready");
    case OperationState::Interrupted:
        break;
    }
    return Tr::tr("Interrupted");
}

QString operationTitle(const QString &id)
{
    const Operation *operation = findOperation(id);
    return operation ? operation->title : id;
}

QList<ResultRow> resultRows(const JournalEntry &entry)
{
    const Operation *operation = findOperation(entry.operation);
    QList<ResultRow> rows;
    for (auto value = entry.result.begin(); value != entry.result.end(); ++value)
        addRows(rows, operation ? operation->resultTitles : QHash<QString, QString>(), value.key(), value.value());
    return rows;
}

QString beganOfNoReturn(const JournalEntry &entry)
{
    const auto count = std::min(entry.plan.steps.size(), entry.steps.size());
    for (qsizetype index = 0; index < count; ++index) {
        const StepState state = entry.steps.at(index).state;
        if (entry.plan.steps.at(index).pointOfNoReturn && state != StepState::Waiting && state != StepState::Undone)
            return entry.steps.at(index).title;
    }
    return {};
}

QString outcomeSentence(const JournalEntry &entry)
{
    const auto done =
        static_cast<int>(std::count_if(entry.steps.begin(), entry.steps.end(), [](const JournalStep &step) {
            return step.state == StepState::Done || step.state == StepState::Skipped;
        }));
    switch (entry.state) {
    case OperationState::Running:
        return entry.abandoned ? Tr::tr("The console that ran it is gone; %1 of %2 steps were done.")
                                     .arg(done)
                                     .arg(entry.steps.size())
                               : Tr::tr("It is running: %1 of %2 steps are done.").arg(done).arg(entry.steps.size());
    case OperationState::Done:
        return Tr::tr("Done. Every step was verified by looking at the result.");
    case OperationState::Undone:
        return Tr::tr("It was undone: the cluster is as it was before.");
    case OperationState::NotReady:
        return Tr::tr("It was not begun. Nothing was changed.");
    case OperationState::Interrupted:
        break;
    }
    const QString stands = Tr::tr("It stopped half-way: %1 of %2 steps are done.").arg(done).arg(entry.steps.size());
    return stands + u' ' +
           (beganOfNoReturn(entry).isEmpty() ? Tr::tr("It can be resumed or undone.") : Tr::tr("It can be resumed."));
}

} // namespace howdah
