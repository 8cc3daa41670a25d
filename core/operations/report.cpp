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
                            {Tr::tr("Run by"), entry.console},
                    {Tr::tr("Howdah"), QStringLiteral(HOWDAH_VERSION)}};
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

QString verdictTitle(const QString &verdict)
{
    return verdict == u"ok" ? Tr::tr("Passed") : verdict == u"warning" ? Tr::tr("Warning") : Tr::tr("Blocked");
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
        rows.append({title, verdictTitle(check.value(u"verdict").toString()), check.value(u"observed").toString()});
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

void writeCommands(ReportWriter &writer, const QList<Action> &actions, Hosts &hosts)
{
    QStringList commands;
    for (const Action &action : actions)
        commands << commandText(action, hosts);
    if (!commands.isEmpty())
        writer.code(commands.join(u'\n'));
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
        writeCommands(writer, planned.actions, hosts);
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

/// How to take it back, in the order in which that is done: what a change ticket asks for.
void writeUndo(ReportWriter &writer, const Plan &plan, Hosts &hosts)
{
    const auto undone = [](const PlannedStep &step) { return !step.undo.isEmpty(); };
    if (std::none_of(plan.steps.begin(), plan.steps.end(), undone))
        return;
    writer.heading(Tr::tr("How it is undone"));
    for (auto step = plan.steps.rbegin(); step != plan.steps.rend(); ++step) {
        if (step->pointOfNoReturn)
            writer.paragraph(Tr::tr("Once “%1” has begun, nothing is undone any more.").arg(step->title));
        if (!undone(*step))
            continue;
        writer.paragraph(step->title);
        writeCommands(writer, step->undo, hosts);
    }
}

void writeConsequences(ReportWriter &writer, const QStringList &consequences)
{
    if (consequences.isEmpty())
        return;
    writer.heading(Tr::tr("What was agreed to"));
    for (const QString &consequence : consequences)
        writer.paragraph(consequence);
}

} // namespace

void composeReport(ReportWriter &writer, const JournalEntry &entry, Hosts &hosts)
{
    writer.title(Tr::tr("%1 on %2").arg(operationTitle(entry.operation), entry.cluster));
    writer.paragraph(outcomeSentence(entry));
    writeFacts(writer, entry);
    if (entry.error)
        writeError(writer, *entry.error);
    writeResult(writer, entry);
    writeConsequences(writer, entry.plan.consequences);
    writeChecks(writer, entry.checks);
    writeSteps(writer, entry, hosts);
    writeUndo(writer, entry.plan, hosts);
}

QString reportMarkdown(const JournalEntry &entry, Hosts &hosts)
{
    const std::unique_ptr<ReportWriter> writer = makeMarkdownWriter();
    composeReport(*writer, entry, hosts);
    return QString::fromUtf8(writer->finished());
}

QString reportHtml(const JournalEntry &entry, Hosts &hosts)
{
    const std::unique_ptr<ReportWriter> writer = makeHtmlWriter();
    composeReport(*writer, entry, hosts);
    return QString::fromUtf8(writer->finished());
}

} // namespace howdah
