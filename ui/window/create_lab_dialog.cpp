#include "ui/window/create_lab_dialog.h"

#include "ui/theme/theme.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr Milliseconds timeToCreate{600000};
constexpr int mostStandbys = 8;
constexpr double usualRate = 5, highestRate = 10000;

QString freeName(const QStringList &taken)
{
    QString name = QStringLiteral("lab");
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("lab%1").arg(number);
    return name;
}

} // namespace

CreateLabDialog::CreateLabDialog(Hosts &hosts, const QStringList &taken, QWidget *parent)
    : GrowingDialog(parent)
    , m_hosts(hosts)
    , m_taken(taken)
    , m_background(this)
{
    setWindowTitle(tr("Create a lab cluster"));
    setMinimumWidth(520);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space5, theme::space5, theme::space5, theme::space4);
    lines->setSpacing(theme::space4);
    auto *head = new QVBoxLayout;
    head->setSpacing(theme::space1);
    head->addWidget(new TextLabel(TextLabel::Voice::Title, tr("Create a lab cluster")));
    head->addWidget(new TextLabel(TextLabel::Voice::Muted,
                                  tr("A real PostgreSQL cluster on this machine, on free ports, for trying things out. "
                                     "Removing it removes only what was made here.")));
    lines->addLayout(head);
    buildForm();
    lines->addWidget(m_form);
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("The lab is being made"));
    lines->addWidget(m_busy);
    m_progress = new QPlainTextEdit;
    m_progress->setObjectName(QStringLiteral("labProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setReadOnly(true);
    m_progress->setTabChangesFocus(true);
    m_progress->setMaximumBlockCount(500);
    m_progress->setMinimumHeight(140);
    m_progress->hide();
    lines->addWidget(m_progress, 1);
    m_error = new ErrorPanel;
    lines->addWidget(m_error);
    lines->addStretch();
    buildButtons();
    m_name->setText(freeName(taken));
    updateButtons();
    m_name->setFocus();
    m_name->selectAll();
}

void CreateLabDialog::buildForm()
{
    m_form = new QWidget;
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::space4);
    form->setVerticalSpacing(theme::space3);
    const auto add = [form](const QString &title, const char *name, QWidget *editor, QLayout *place = nullptr) {
        editor->setObjectName(QLatin1String(name));
        editor->setAccessibleName(title);
        auto *label = new TextLabel(TextLabel::Voice::Strong, title);
        label->setWordWrap(false);
        label->setBuddy(editor);
        if (place)
            form->addRow(label, place);
        else
            form->addRow(label, editor);
    };
    m_name = new QLineEdit;
    m_nameObjection = new TextLabel(TextLabel::Voice::Critical);
    m_nameObjection->setObjectName(QStringLiteral("labNameObjection"));
    auto *name = new QVBoxLayout;
    name->setSpacing(theme::space1);
    name->addWidget(m_name);
    name->addWidget(m_nameObjection);
    connect(m_name, &QLineEdit::textChanged, this, &CreateLabDialog::updateButtons);
    add(tr("Name"), "labName", m_name, name);
    m_standbys = new QSpinBox;
    m_standbys->setRange(0, mostStandbys);
    m_standbys->setValue(2);
    add(tr("Standbys"), "labStandbys", m_standbys);
    m_workload = new QDoubleSpinBox;
    m_workload->setRange(0, highestRate);
    m_workload->setDecimals(1);
    m_workload->setValue(usualRate);
    m_workload->setSuffix(tr(" commits a second"));
    m_workload->setSpecialValueText(tr("None"));
    add(tr("Writing load"), "labWorkload", m_workload);
    m_archive = new QCheckBox(tr("Archive its WAL, so that it can go back in time"));
    m_archive->setObjectName(QStringLiteral("labArchive"));
    form->addRow(QString(), m_archive);
}

void CreateLabDialog::buildButtons()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    line->addStretch();
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("cancelLab"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &CreateLabDialog::reject);
    line->addWidget(m_cancel);
    m_create = new QPushButton(tr("Create lab"));
    m_create->setObjectName(QStringLiteral("createLab"));
    m_create->setProperty("kind", QStringLiteral("primary"));
    m_create->setDefault(true);
    connect(m_create, &QPushButton::clicked, this, &CreateLabDialog::create);
    line->addWidget(m_create);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

QString CreateLabDialog::objectionToName() const
{
    const QString name = m_name->text().trimmed();
    const Result<void> accepted = checkName(name);
    if (!accepted)
        return accepted.error().message;
    if (m_taken.contains(name))
        return tr("There is a cluster called “%1” already; choose another name.").arg(name);
    return {};
}

void CreateLabDialog::updateButtons()
{
    const QString objection = objectionToName();
    m_nameObjection->setText(m_name->text().isEmpty() ? QString() : objection);
    m_nameObjection->setVisible(!m_nameObjection->text().isEmpty());
    m_form->setEnabled(!m_creating);
    m_busy->setVisible(m_creating);
    m_create->setEnabled(!m_creating && objection.isEmpty());
    m_create->setToolTip(m_creating ? tr("It is being made.") : plainToolTip(objection));
    m_cancel->setText(m_stopping ? tr("Stopping…") : m_creating ? tr("Stop") : tr("Cancel"));
    m_cancel->setEnabled(!m_stopping);
    m_cancel->setToolTip(m_creating ? tr("Stops and removes what was made so far.") : QString());
}

LabRequest CreateLabDialog::request() const
{
    LabRequest request;
    request.name = m_name->text().trimmed();
    request.standbys = m_standbys->value();
    request.archive = m_archive->isChecked();
    request.workloadPerSecond = m_workload->value();
    return request;
}

void CreateLabDialog::create()
{
    m_error->clear();
    m_progress->clear();
    m_progress->show();
    m_creating = true;
    m_stopping = false;
    updateButtons();
    const LabProgress progress = [this](const QString &sentence) {
        QMetaObject::invokeMethod(
            this, [this, sentence] { say(sentence); }, Qt::QueuedConnection);
    };
    m_background.run(
        [hosts = &m_hosts, request = request(), progress](std::stop_token stop) {
            return Labs(*hosts).create(request, Deadline::after(timeToCreate), stop, progress);
        },
        [this](const Result<Lab> &lab) { created(lab); });
}

void CreateLabDialog::say(const QString &sentence)
{
    m_progress->appendPlainText(sentence);
}

void CreateLabDialog::created(const Result<Lab> &lab)
{
    m_creating = false;
    const bool stopped = m_stopping;
    m_stopping = false;
    updateButtons();
    if (lab) {
        m_lab = *lab;
        accept();
    } else if (stopped && lab.error().code == ErrorCode::Stopped) {
        say(tr("Stopped. What was made was removed."));
    } else {
        m_error->showError(lab.error());
    }
}

void CreateLabDialog::reject()
{
    if (!m_creating) {
        QDialog::reject();
        return;
    }
    m_stopping = true;
    m_background.requestStop();
    updateButtons();
}

} // namespace howdah
