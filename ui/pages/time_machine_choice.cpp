// What is chosen on the time machine's page, and what can be done about it.
#include "ui/pages/page_table.h"
#include "ui/pages/past_axis.h"
#include "ui/pages/past_table.h"
#include "ui/pages/rows_dialog.h"
#include "ui/pages/time_machine_page.h"
#include "ui/wizards/text_label.h"

#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace howdah {

const NamedTransaction *TimeMachinePage::chosen() const
{
    const QString key = m_table->keyAt(m_table->view()->currentIndex());
    if (!m_view || key.isEmpty())
        return nullptr;
    for (const NamedTransaction &transaction : m_view->newest)
        if (past::keyOf(transaction) == key)
            return &transaction;
    return nullptr;
}

RecoveryWay TimeMachinePage::wayToChosen() const
{
    const NamedTransaction *transaction = chosen();
    if (!m_view || !m_view->machine)
        return {};
    if (m_end > 0)
        return wayToEndOf(m_end, *m_view->machine);
    if (m_point)
        return wayTo(*m_point, *m_view->machine);
    return transaction ? wayTo(*transaction, *m_view->machine) : RecoveryWay{};
}

QString TimeMachinePage::wordsForChosen() const
{
    if (m_end > 0)
        return tr("The end of timeline %1, where another one went on").arg(m_end);
    if (m_point)
        return tr("Restore point “%1”, at %2").arg(m_point->name, m_point->lsn.toString());
    const NamedTransaction *transaction = chosen();
    return transaction ? tr("Transaction %1: %2").arg(transaction->id).arg(past::deedOf(*transaction)) : QString();
}

void TimeMachinePage::showChosen()
{
    const NamedTransaction *transaction = chosen();
    const bool isPoint = m_point || m_end > 0;
    if (!isPoint)
        m_axis->setChosen(transaction ? transaction->at : QDateTime());
    const RecoveryWay way = wayToChosen();
    QString why;
    if (!transaction && !isPoint)
        why = tr("Choose a transaction in the table, or a mark on the axis.");
    else if (!way.exists())
        why = QStringLiteral("%1 %2").arg(way.why, way.hint).trimmed();
    const QString words = wordsForChosen();
    m_deed->setText(words);
    m_deed->setVisible(!words.isEmpty());
    m_way->setVisible(isPoint || m_table->model()->rowCount() > 0);
    m_way->setText(!why.isEmpty() ? why
                                  : tr("A copy is recovered beside the live server, from the backup %1 of %2.")
                                        .arg(way.backup->label.isEmpty() ? way.backup->id : way.backup->label,
                                             QLocale().toString(way.backup->stoppedAt.toLocalTime(),
                                                                QStringLiteral("d MMM HH:mm"))));
    m_before->setText(isPoint ? tr("Recover to it…") : tr("Recover to just before…"));
    m_after->setVisible(!isPoint);
    for (QPushButton *button : {m_before, m_after}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(plainToolTip(why));
    }
}

void TimeMachinePage::choosePoint(const RestorePoint &point)
{
    m_point = point;
    m_end = 0;
    m_axis->setChosen(point.after, true);
    showChosen();
}

void TimeMachinePage::chooseEnd(Timeline timeline)
{
    m_end = timeline;
    m_point.reset();
    m_axis->setChosen({}, true);
    showChosen();
}

/// The nearest to a moment on the axis.
void TimeMachinePage::choose(const QDateTime &at)
{
    if (!m_view)
        return;
    m_point.reset();
    m_end = 0;
    const NamedTransaction *nearest = nullptr;
    for (const NamedTransaction &one : m_view->newest)
        if (!nearest || qAbs(one.at.msecsTo(at)) < qAbs(nearest->at.msecsTo(at)))
            nearest = &one;
    const QAbstractItemModel *shown = m_table->view()->model();
    for (int row = 0; nearest && row < shown->rowCount(); ++row) {
        const QModelIndex index = shown->index(row, 0);
        if (m_table->keyAt(index) != past::keyOf(*nearest))
            continue;
        m_table->view()->selectRow(row);
        m_table->view()->scrollTo(index, QAbstractItemView::PositionAtCenter);
        showChosen();
        return;
    }
}

void TimeMachinePage::openRows()
{
    if (!m_snapshot)
        return;
    auto *dialog = new RowsDialog(m_environment, m_snapshot, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RowsDialog::operationRequested, this, &Page::operationRequested);
    dialog->look();
    dialog->show();
}

void TimeMachinePage::recover(bool after)
{
    const NamedTransaction *transaction = chosen();
    Arguments arguments;
    if (m_end > 0)
        arguments.insert(QStringLiteral("timeline"), QString::number(m_end));
    else if (m_point)
        arguments.insert(QStringLiteral("name"), m_point->name);
    else if (transaction)
        arguments.insert(after ? QStringLiteral("after-transaction") : QStringLiteral("before-transaction"),
                         QString::number(transaction->id));
    if (!arguments.isEmpty())
        Q_EMIT operationRequested(QStringLiteral("recover"), arguments);
}

} // namespace howdah
