#include "ui/pages/backups_page.h"

#include "core/operations/catalogue.h"
#include "ui/pages/backups_table.h"
#include "ui/pages/backups_window.h"
#include "ui/pages/dumps_row.h"
#include "ui/pages/overview_finding_row.h"
#include "ui/pages/page_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace howdah {

namespace {

constexpr qsizetype mostFindings = 3;

/// Those that take the chosen backup; the others look after all of them.
bool takesBackup(const QString &operation)
{
    return operation == QLatin1String("verify-backup") || operation == QLatin1String("drill-backup");
}

/// As its keeper is asked for it: the id is "pgbackrest:STANZA:LABEL".
Arguments keptBackup(const BaseBackup &backup)
{
    return {{QStringLiteral("keeper"), keeperName(backup.keeper)},
            {QStringLiteral("name"), backup.id.section(QLatin1Char(':'), 1, 1)},
            {QStringLiteral("backup"), backup.id.section(QLatin1Char(':'), 2)}};
}

} // namespace

BackupsPage::BackupsPage(const Environment &environment, QWidget *parent)
    : Page(parent)
    , m_reader(environment)
    , m_sentence(new TextLabel(TextLabel::Voice::Heading))
    , m_range(new TextLabel(TextLabel::Voice::Muted))
    , m_again(new QPushButton(tr("Look again")))
    , m_findingsBox(new QWidget)
    , m_window(new BackupsWindow)
    , m_table(new PageTable(tr("Base backups"), {}, backups::columns()))
    , m_stack(new QStackedWidget)
    , m_nothing(new TextLabel(TextLabel::Voice::Heading))
    , m_nothingMore(new TextLabel(TextLabel::Voice::Muted))
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_words(new TextLabel(TextLabel::Voice::Muted))
    , m_dumps(new DumpsRow)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space4);
    lines->setSpacing(theme::space3);
    buildHead(lines);
    m_stack->addWidget(m_table);
    m_stack->addWidget(emptyPage());
    lines->addWidget(m_stack, 1);
    buildFoot(lines);
    lines->addWidget(m_dumps);

    connect(m_dumps, &DumpsRow::operationRequested, this, &Page::operationRequested);
    connect(&m_reader, &BackupsReader::looked, this, &BackupsPage::showStock);
    connect(m_again, &QPushButton::clicked, this, &BackupsPage::look);
    connect(m_window, &BackupsWindow::backupPicked, this, &BackupsPage::choose);
    connect(m_table, &PageTable::said, this, &Page::said);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BackupsPage::showChosen);
    showChosen();
}

void BackupsPage::buildHead(QVBoxLayout *lines)
{
    m_sentence->setObjectName(QStringLiteral("backupsSentence"));
    m_range->setObjectName(QStringLiteral("backupsRange"));
    m_again->setObjectName(QStringLiteral("backupsAgain"));
    for (TextLabel *label : {m_sentence, m_range})
        label->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(m_sentence);
    texts->addWidget(m_range);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space3);
    head->addLayout(texts, 1);
    head->addWidget(m_again, 0, Qt::AlignTop);
    lines->addLayout(head);
    auto *findings = new QVBoxLayout(m_findingsBox);
    findings->setContentsMargins({});
    findings->setSpacing(0);
    for (qsizetype i = 0; i < mostFindings; ++i) {
        m_findings << new FindingRow;
        findings->addWidget(m_findings.last());
        connect(m_findings.last(), &FindingRow::operationRequested, this, &Page::operationRequested);
    }
    m_findingsBox->hide();
    lines->addWidget(m_findingsBox);
    lines->addWidget(m_window);
}

QWidget *BackupsPage::emptyPage()
{
    auto *nothing = new QWidget;
    auto *words = new QVBoxLayout(nothing);
    words->setSpacing(theme::space2);
    words->addStretch(2);
    for (TextLabel *label : {m_nothing, m_nothingMore}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    words->addStretch(3);
    return nothing;
}

void BackupsPage::buildFoot(QVBoxLayout *lines)
{
    m_title->setObjectName(QStringLiteral("backupTitle"));
    m_words->setObjectName(QStringLiteral("backupWords"));
    m_words->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(m_title);
    texts->addWidget(m_words);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme::space2);
    foot->addLayout(texts, 1);
    const QList<QPair<QString, QString>> offered{{QStringLiteral("verify-backup"), tr("Verify…")},
                                                 {QStringLiteral("drill-backup"), tr("Drill…")},
                                                 {QStringLiteral("recover"), tr("Recover…")},
                                                 {QStringLiteral("expire-backups"), tr("Expire…")},
                                                 {QStringLiteral("backup"), tr("Take a backup…")}};
    for (const auto &[operation, title] : offered) {
        auto *button = new QPushButton(title);
        button->setObjectName(operation);
        connect(button, &QPushButton::clicked, this, [this, operation = operation] { act(operation); });
        foot->addWidget(button, 0, Qt::AlignVCenter);
        m_actions << button;
    }
    m_actions.last()->setProperty("kind", QStringLiteral("primary"));
    lines->addLayout(foot);
}

void BackupsPage::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    if (!snapshot)
        return;
    const bool other = !m_snapshot || m_snapshot->definition.name != snapshot->definition.name;
    const bool known = m_snapshot && !m_snapshot->systemIdentifier.isEmpty();
    m_snapshot = snapshot;
    m_dumps->setSnapshot(*snapshot);
    if (other)
        m_stock.reset();
    if (other || (!known && !snapshot->systemIdentifier.isEmpty()))
        look();
}

void BackupsPage::look()
{
    if (!m_snapshot)
        return;
    m_again->setEnabled(false);
    m_again->setText(tr("Looking…"));
    if (!m_stock) {
        m_sentence->setText(tr("Looking for backups…"));
        m_range->clear();
        m_stack->setCurrentIndex(1);
        m_nothing->clear();
        m_nothingMore->clear();
    }
    m_reader.look(m_snapshot);
}

void BackupsPage::showStock(const BackupStockPtr &stock)
{
    m_stock = stock;
    m_again->setEnabled(true);
    m_again->setText(tr("Look again"));
    m_sentence->setText(backups::sentenceFor(*stock));
    const QPair<QDateTime, QDateTime> window = stock->window();
    const auto said = [](const QDateTime &moment) {
        return QLocale().toString(moment.toLocalTime(), QStringLiteral("ddd d MMM  HH:mm"));
    };
    m_range->setText(
        window.first.isValid()
            ? tr("Any moment from %1 to %2 can be recovered to.").arg(said(window.first), said(window.second))
            : stock->machineIssue);
    m_range->setVisible(!m_range->text().isEmpty());
    const QList<TableRow> rows = backups::rows(*stock);
    const QString before = m_table->keyAt(m_table->view()->currentIndex());
    m_table->setRows(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 1 : 0);
    m_window->setVisible(!rows.isEmpty());
    m_window->setStock(stock);
    QStringList places;
    for (const BackupPlace &place : stock->places)
        places << tr("%1 on the host of %2").arg(place.directory, place.node);
    m_nothing->setText(tr("No base backup yet"));
    m_nothingMore->setText(places.isEmpty()
                               ? tr("Howdah has no access to the host of any node, where backups lie.")
                               : tr("Each backup that lies there will be a row here, with when it was verified and "
                                    "proven. Looked in: %1.")
                                     .arg(places.join(QStringLiteral(", "))));
    showFindings();
    if (!rows.isEmpty() && before.isEmpty())
        m_table->view()->selectRow(0);
    showChosen();
}

void BackupsPage::showFindings()
{
    for (qsizetype i = 0; i < mostFindings; ++i) {
        const bool there = i < m_stock->findings.size();
        if (there)
            m_findings.at(i)->setFinding(m_stock->findings.at(i), objectionTo(m_stock->findings.at(i).remedyOperation));
        m_findings.at(i)->setVisible(there);
    }
    m_findingsBox->setVisible(!m_stock->findings.isEmpty());
}

const BaseBackup *BackupsPage::chosen() const
{
    return m_stock ? m_stock->find(m_table->keyAt(m_table->view()->currentIndex())) : nullptr;
}

QString BackupsPage::objectionTo(const QString &operation) const
{
    const Operation *declared = findOperation(operation);
    if (!m_snapshot || !declared)
        return {};
    return declared->impossible ? declared->impossible(*m_snapshot) : QString();
}

void BackupsPage::showChosen()
{
    const BaseBackup *backup = chosen();
    m_title->setText(backup ? backups::titleOf(*backup) : QString());
    m_words->setText(backup ? backups::wordsFor(*backup, *m_stock) : QString());
    m_window->setChosen(backup ? backup->id : QString());
    const bool foreign = backup && !m_stock->placeOf(backup->id);
    const bool any = m_stock && std::any_of(m_stock->places.begin(), m_stock->places.end(),
                                            [](const BackupPlace &one) { return !one.catalogue.backups.isEmpty(); });
    for (QPushButton *button : m_actions) {
        const QString operation = button->objectName();
        const bool throughKeeper = foreign && operation == QLatin1String("recover");
        QString why = objectionTo(throughKeeper ? QStringLiteral("keeper-restore") : operation);
        if (takesBackup(operation) && !backup)
            why = tr("Choose a backup in the table.");
        else if (takesBackup(operation) && foreign)
            why = tr("%1 keeps it: do that there.").arg(keeperTitle(backup->keeper));
        else if (operation != QLatin1String("backup") && !any && !throughKeeper)
            why = tr("There is no backup yet.");
        button->setEnabled(why.isEmpty() && m_stock);
        button->setToolTip(plainToolTip(why));
    }
}

void BackupsPage::choose(const QString &backup)
{
    const QAbstractItemModel *shown = m_table->view()->model();
    for (int row = 0; row < shown->rowCount(); ++row) {
        const QModelIndex index = shown->index(row, 0);
        if (m_table->keyAt(index) != backup)
            continue;
        m_table->view()->selectRow(row);
        m_table->view()->scrollTo(index, QAbstractItemView::PositionAtCenter);
        return;
    }
}

void BackupsPage::act(const QString &operation)
{
    const BaseBackup *backup = chosen();
    if (backup && !m_stock->placeOf(backup->id) && operation == QLatin1String("recover")) {
        Q_EMIT operationRequested(QStringLiteral("keeper-restore"), keptBackup(*backup));
        return;
    }
    Arguments arguments;
    const BackupPlace *place = backup ? m_stock->placeOf(backup->id) : nullptr;
    if (place && operation != QLatin1String("backup"))
        arguments = {{QStringLiteral("beside"), place->node}, {QStringLiteral("backups"), place->directory}};
    if (place && takesBackup(operation))
        arguments.insert(QStringLiteral("backup"), backup->id);
    Q_EMIT operationRequested(operation, arguments);
}

} // namespace howdah
