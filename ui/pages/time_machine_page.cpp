#include "ui/pages/time_machine_page.h"

#include "ui/pages/page_table.h"
#include "ui/pages/past_axis.h"
#include "ui/pages/past_filter.h"
#include "ui/pages/past_notice.h"
#include "ui/pages/past_table.h"
#include "ui/pages/rows_dialog.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/theme.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <limits>

namespace howdah {

namespace {
constexpr int progressWidth = 90, progressHeight = 6;
}

TimeMachinePage::TimeMachinePage(const Environment &environment, QWidget *parent)
    : Page(parent)
    , m_environment(environment)
    , m_reader(environment)
    , m_filter(new PastFilter)
    , m_notice(new PastNotice)
    , m_axis(new PastAxis)
    , m_table(new PageTable(tr("Transactions"), {}, past::columns()))
    , m_error(new ErrorPanel)
    , m_stack(new QStackedWidget)
    , m_nothing(new TextLabel(TextLabel::Voice::Heading))
    , m_nothingMore(new TextLabel(TextLabel::Voice::Muted))
    , m_progressText(new ElidedLabel)
    , m_progress(new QProgressBar)
    , m_again(new QPushButton)
    , m_deed(new TextLabel(TextLabel::Voice::Strong))
    , m_way(new TextLabel(TextLabel::Voice::Muted))
    , m_before(new QPushButton(tr("Recover to just before…")))
    , m_after(new QPushButton(tr("Recover to just after…")))
    , m_rows(new QPushButton(tr("Bring rows back…")))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space4);
    lines->setSpacing(theme::space3);
    buildHead(lines);
    auto *nothing = new QWidget;
    auto *words = new QVBoxLayout(nothing);
    words->addStretch(2);
    for (TextLabel *label : {m_nothing, m_nothingMore}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    words->addStretch(3);
    m_stack->addWidget(m_table);
    m_stack->addWidget(nothing);
    lines->addWidget(m_stack, 1);
    buildFoot(lines);

    connect(&m_reader, &PastReader::changed, this, &TimeMachinePage::showPast);
    connect(m_filter, &PastFilter::changed, this, &TimeMachinePage::read);
    connect(m_notice, &PastNotice::operationRequested, this, &Page::operationRequested);
    connect(m_axis, &PastAxis::momentPicked, this, &TimeMachinePage::choose);
    connect(m_axis, &PastAxis::restorePointPicked, this, &TimeMachinePage::choosePoint);
    connect(m_axis, &PastAxis::endPicked, this, &TimeMachinePage::chooseEnd);
    connect(m_table, &PageTable::said, this, &Page::said);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_point.reset();
        m_end = 0;
        showChosen();
    });
    showProgress();
    showRows();
    showChosen();
}

void TimeMachinePage::buildHead(QVBoxLayout *lines)
{
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(progressWidth, progressHeight);
    m_progress->setAccessibleName(tr("Reading the WAL"));
    m_progressText->setObjectName(QStringLiteral("pastProgress"));
    m_again->setObjectName(QStringLiteral("pastAgain"));
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_view && !m_view->finished)
            m_reader.stop();
        else
            read();
    });
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space3);
    head->addWidget(m_filter, 1);
    head->addWidget(m_progress);
    head->addWidget(m_progressText);
    head->addWidget(m_again);
    lines->addLayout(head);
    m_error->hide();
    lines->addWidget(m_error);
    lines->addWidget(m_notice);
    lines->addWidget(m_axis);
}

void TimeMachinePage::buildFoot(QVBoxLayout *lines)
{
    m_deed->setObjectName(QStringLiteral("pastDeed"));
    m_way->setObjectName(QStringLiteral("pastWay"));
    m_way->setWordWrap(true);
    m_before->setObjectName(QStringLiteral("recoverBefore"));
    m_after->setObjectName(QStringLiteral("recoverAfter"));
    m_before->setProperty("kind", QStringLiteral("primary"));
    connect(m_before, &QPushButton::clicked, this, [this] { recover(false); });
    connect(m_after, &QPushButton::clicked, this, [this] { recover(true); });
    m_rows->setObjectName(QStringLiteral("bringRowsBack"));
    m_rows->setToolTip(plainToolTip(tr("Compare tables of a recovered copy with the live server")));
    connect(m_rows, &QPushButton::clicked, this, &TimeMachinePage::openRows);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(m_deed);
    texts->addWidget(m_way);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme::space2);
    foot->addLayout(texts, 1);
    foot->addWidget(m_before, 0, Qt::AlignVCenter);
    foot->addWidget(m_after, 0, Qt::AlignVCenter);
    foot->addWidget(m_rows, 0, Qt::AlignVCenter);
    lines->addLayout(foot);
}

void TimeMachinePage::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    if (!snapshot)
        return;
    const bool other = !m_snapshot || m_snapshot->definition.name != snapshot->definition.name;
    const bool primaryCame = !m_hadPrimary && snapshot->primary();
    m_snapshot = snapshot;
    if (other) {
        m_view.reset();
        m_point.reset();
        m_end = 0;
    }
    if (other || primaryCame)
        read();
}

void TimeMachinePage::read()
{
    if (!m_snapshot)
        return;
    m_hadPrimary = m_snapshot->primary() != nullptr;
    const TransactionFilter filter = m_filter->filter(QDateTime::currentDateTimeUtc());
    m_reader.read(m_snapshot, filter);
    auto begun = std::make_shared<PastView>();
    begun->cluster = m_snapshot->definition.name;
    begun->madeAt = QDateTime::currentDateTimeUtc();
    begun->filter = filter;
    if (m_view)
        begun->machine = m_view->machine; // the axis stays while the rows are looked for
    showPast(begun);
}

void TimeMachinePage::showPast(const PastViewPtr &view)
{
    m_view = view;
    const bool failed = view->error && view->error->code != ErrorCode::Stopped;
    if (failed)
        m_error->showError(*view->error);
    else
        m_error->clear();
    m_notice->setPast(*view);
    m_axis->setVisible(!failed || view->machine);
    m_axis->setPast(view);
    showProgress();
    showRows();
    showChosen();
}

void TimeMachinePage::showProgress()
{
    const bool busy = m_view && !m_view->finished;
    m_progress->setVisible(busy);
    m_again->setText(busy ? tr("Stop") : tr("Read again"));
    m_again->setEnabled(m_view != nullptr);
    if (!m_view) {
        m_progressText->clear();
        return;
    }
    m_progress->setRange(0, static_cast<int>(std::min<qint64>(m_view->progress.all, std::numeric_limits<int>::max())));
    m_progress->setValue(static_cast<int>(m_view->progress.segments));
    QString text;
    if (busy)
        text = m_view->progress.all > 0
                   ? tr("Segment %1 of %2").arg(m_view->progress.segments + 1).arg(m_view->progress.all)
                   : tr("Looking for WAL");
    else if (m_view->matching > m_view->newest.size())
        text = tr("The newest of %1").arg(QLocale().toString(m_view->matching));
    m_progressText->setText(text);
    m_progressText->setToolTip(plainToolTip(
        tr("%1 transactions match, %2 were read. The table holds the newest %3 at most; the axis shows all.")
            .arg(QLocale().toString(m_view->matching), QLocale().toString(m_view->read),
                 QLocale().toString(qlonglong(PastView::mostKept)))));
}

void TimeMachinePage::showRows()
{
    const QList<TableRow> rows = m_view ? past::rows(*m_view) : QList<TableRow>();
    const QString chosenBefore = m_table->keyAt(m_table->view()->currentIndex());
    m_table->setRows(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 1 : 0);
    const bool busy = m_view && !m_view->finished;
    const bool failed = m_view && m_view->error && m_view->error->code != ErrorCode::Stopped;
    m_nothing->setText(busy                   ? tr("Reading the WAL …")
                       : failed               ? QString()
                       : m_filter->isNarrow() ? tr("No transaction matches")
                                              : tr("No transaction in this time"));
    m_nothingMore->setText(busy || failed ? QString()
                                          : tr("Look further back, or for less. Everything that was committed and is "
                                               "still in the archive, or in pg_wal, is listed here."));
    if (!rows.isEmpty() && chosenBefore.isEmpty() && !busy)
        m_table->view()->selectRow(0);
}

} // namespace howdah
