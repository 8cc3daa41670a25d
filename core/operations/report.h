#pragma once

#include "core/operations/journal.h"

namespace howdah {

class ReportWriter;

/// An operation as a document for people, to be attached to a change ticket: what was asked, checked, done and seen, how
/// each step would be undone, and how it ended. Pure but for the hosts' script prefixes; holds no secret because a journal
/// entry holds none. Times are given in UTC.
void composeReport(ReportWriter &writer, const JournalEntry &entry, Hosts &hosts);
[[nodiscard]] QString reportMarkdown(const JournalEntry &entry, Hosts &hosts);
[[nodiscard]] QString reportHtml(const JournalEntry &entry, Hosts &hosts); ///< one file, nothing fetched

/// Words for people, translated: "Waiting", "Done", "Could not be undone"; "Done", "Undone", "Not ready",
/// "Interrupted".
[[nodiscard]] QString stepStateTitle(StepState state);
[[nodiscard]] QString operationStateTitle(OperationState state);
/// "Clone a standby" from the catalogue; the id itself for an operation that is no more.
[[nodiscard]] QString operationTitle(const QString &id);
/// Title of the point of no return that was begun; empty when everything can still be undone.
[[nodiscard]] QString beganOfNoReturn(const JournalEntry &entry);
/// What a run found out, with titles: a value as it is, an object field by field, a list with commas.
struct ResultRow
{
    QString title, value;
};
[[nodiscard]] QList<ResultRow> resultRows(const JournalEntry &entry);
/// How it ended (or stands), in a sentence.
[[nodiscard]] QString outcomeSentence(const JournalEntry &entry);

} // namespace howdah
