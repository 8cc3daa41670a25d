#include "ui/pages/operations_model.h"

#include "core/base/sizes.h"
#include "core/operations/report.h"
#include "ui/pages/page_table_model.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QLocale>

#include <algorithm>

namespace howdah {

bool isInterrupted(const JournalEntry &entry)
{
    return shownState(entry) == OperationState::Interrupted;
}

OperationState shownState(const JournalEntry &entry)
{
    const bool gone = entry.state == OperationState::Running && entry.abandoned;
    return gone ? OperationState::Interrupted : entry.state;
}

void OperationsModel::setEntries(QList<JournalEntry> entries)
{
    std::stable_partition(entries.begin(), entries.end(), isInterrupted);
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int OperationsModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const JournalEntry &entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int OperationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int OperationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OperationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JournalEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case PageTableModel::HealthRole:
        return index.column() == Outcome ? QVariant(static_cast<int>(healthOf(shownState(entry)))) : QVariant();
    case PageTableModel::SeriesRole:
        return -1; // an operation has no colour of its own
    case Qt::ToolTipRole:
        return index.column() == Started ? entry.started.toUTC().toString(Qt::ISODate)
                                         : plainToolTip(text(entry, index.column()));
    default:
        return {};
    }
}

QVariant OperationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started:
        return tr("Started");
    case Title:
        return tr("Operation");
    case Cluster:
        return tr("Cluster");
    case Outcome:
        return tr("Outcome");
    case Duration:
        return tr("Duration");
    case Who:
        return tr("Run by");
    default:
        return {};
    }
}

QString OperationsModel::text(const JournalEntry &entry, int column) const
{
    switch (column) {
    case Started:
        return QLocale().toString(entry.started.toLocalTime(), QStringLiteral("d MMM yyyy  HH:mm:ss"));
    case Title:
        return operationTitle(entry.operation);
    case Cluster:
        return entry.cluster;
    case Outcome:
        return operationStateTitle(shownState(entry));
    case Duration:
        return entry.ended.isValid() ? prettyDuration(entry.started.msecsTo(entry.ended)) : QString();
    case Who:
        return entry.console;
    default:
        return {};
    }
}

} // namespace howdah
