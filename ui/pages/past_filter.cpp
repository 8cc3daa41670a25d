#include "ui/pages/past_filter.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace howdah {

namespace {
constexpr int pauseMs = 350;
constexpr int mostRows = 1000000000;
constexpr qint64 hour = 3600, day = 24 * hour;
} // namespace

PastFilter::PastFilter(QWidget *parent)
    : QWidget(parent)
    , m_table(new QLineEdit)
    , m_kind(new QComboBox)
    , m_rows(new QSpinBox)
    , m_time(new QComboBox)
{
    m_table->setObjectName(QStringLiteral("pastTable"));
    m_table->setAccessibleName(tr("Table"));
    m_table->setPlaceholderText(tr("Any table, or: public.users"));
    m_table->setClearButtonEnabled(true);
    m_table->setMinimumWidth(120);
    addKinds();
    m_rows->setObjectName(QStringLiteral("pastRows"));
    m_rows->setAccessibleName(tr("At least so many rows"));
    m_rows->setRange(0, mostRows);
    m_rows->setGroupSeparatorShown(true);
    m_rows->setSpecialValueText(tr("Any rows"));
    m_rows->setPrefix(tr("≥ "));
    m_rows->setSuffix(tr(" rows"));
    m_rows->setSingleStep(100);
    m_rows->setFixedWidth(120);
    m_rows->setToolTip(tr("At least so many rows"));
    addTimes();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(theme::space2);
    line->addWidget(m_table, 1);
    line->addWidget(m_kind);
    line->addWidget(m_rows);
    line->addWidget(m_time);

    m_settled.setSingleShot(true);
    m_settled.setInterval(pauseMs);
    connect(&m_settled, &QTimer::timeout, this, &PastFilter::changed);
    const auto later = [this] { m_settled.start(); };
    connect(m_table, &QLineEdit::textChanged, this, later);
    connect(m_rows, &QSpinBox::valueChanged, this, later);
    connect(m_kind, &QComboBox::currentIndexChanged, this, later);
    connect(m_time, &QComboBox::currentIndexChanged, this, later);
}

void PastFilter::addKinds()
{
    m_kind->setObjectName(QStringLiteral("pastKind"));
    m_kind->setAccessibleName(tr("Kind of change"));
    m_kind->setToolTip(tr("What was done; dropped are tables that were truncated or rewritten, too"));
    m_kind->addItem(tr("Any change"), QString());
    m_kind->addItem(tr("Inserted"), changeKindName(ChangeKind::Insert));
    m_kind->addItem(tr("Updated"), changeKindName(ChangeKind::Update));
    m_kind->addItem(tr("Deleted"), changeKindName(ChangeKind::Delete));
    m_kind->addItem(tr("Dropped"), changeKindName(ChangeKind::Drop));
}

void PastFilter::addTimes()
{
    m_time->setObjectName(QStringLiteral("pastTime"));
    m_time->setAccessibleName(tr("Since when"));
    m_time->addItem(tr("Last hour"), hour);
    m_time->addItem(tr("Last 24 hours"), day);
    m_time->addItem(tr("Last 7 days"), 7 * day);
    m_time->addItem(tr("All there is"), qint64(0));
    m_time->setCurrentIndex(1);
}

TransactionFilter PastFilter::filter(const QDateTime &now) const
{
    const qint64 seconds = m_time->currentData().toLongLong();
    return {.table = m_table->text().trimmed(),
            .kind = changeKindFromName(m_kind->currentData().toString()),
            .minimumRows = m_rows->value(),
            .since = seconds > 0 ? now.toUTC().addSecs(-seconds) : QDateTime()};
}

bool PastFilter::isNarrow() const
{
    return !m_table->text().trimmed().isEmpty() || m_kind->currentIndex() > 0 || m_rows->value() > 0;
}

} // namespace howdah
