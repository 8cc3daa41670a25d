#pragma once

#include "core/operations/archive_view.h"
#include "ui/pages/page_table_model.h"

/// What the page "WAL & archive" says. Pure: a view in, words and rows out.
namespace howdah::archive_words {

/// How archiving stands: in order, or what is wrong and what helps.
struct State
{
    Health health = Health::Unknown;
    QString title, text;
    QString button;      ///< of the operation set-archiving
    Arguments arguments; ///< of it
};
[[nodiscard]] State stateOf(const ArchiveView &view);

struct Figure
{
    QString name, value;
};
[[nodiscard]] QList<Figure> figures(const ArchiveView &view);

/// Whoever keeps WAL on the primary: the archiver, slots; and other receivers, which keep none by themselves.
[[nodiscard]] QList<TableColumn> keeperColumns();
[[nodiscard]] QList<TableRow> keeperRows(const ArchiveView &view);

} // namespace howdah::archive_words
