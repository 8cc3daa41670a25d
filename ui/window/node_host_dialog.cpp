#include "ui/window/node_host_dialog.h"

#include "ui/theme/theme.h"
#include "ui/window/host_key_question.h"
#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr Milliseconds timeToLook{30000};

/// A line with a state's shape before it, then text below one another.
QVBoxLayout *marked(QVBoxLayout *lines, Health health)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(health, 11, 3), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    line->addLayout(texts, 1);
    lines->addLayout(line);
    return texts;
}

QString whatRuns(const NodeHost &host)
{
    QStringList facts{NodeHostDialog::tr("Logged in as %1").arg(host.login)};
    if (!host.version.isEmpty())
        facts << NodeHostDialog::tr("PostgreSQL %1").arg(host.version);
    return facts.join(QStringLiteral(" · "));
}

} // namespace

NodeHostDialog::NodeHostDialog(const NodeDefinition &node, const Environment &environment, QWidget *parent)
    : GrowingDialog(parent)
    , m_node(node)
    , m_environment(environment)
    , m_seenAt(node.hostId)
    , m_background(this)
{
    setWindowTitle(tr("Host of %1").arg(node.name));
    setMinimumWidth(640); // a fingerprint fits on a line
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space5, theme::space5, theme::space5, theme::space4);
    lines->setSpacing(theme::space4);
    auto *head = new QVBoxLayout;
    head->setSpacing(theme::space1);
    head->addWidget(new TextLabel(TextLabel::Voice::Title, tr("Where %1 runs").arg(node.name)));
    head->addWidget(new TextLabel(TextLabel::Voice::Muted,
                                  tr("Operations act on a server's files and processes on the machine named here. Your "
                                     "own ssh leads there: its configuration, agent and keys.")));
    lines->addLayout(head);
    buildField(lines);
    buildOutcome(lines);
    lines->addStretch();
    buildButtons(lines);
    updateButtons();
    m_host->setFocus();
}

void NodeHostDialog::buildField(QVBoxLayout *lines)
{
    m_host = new QLineEdit(m_node.hostId);
    m_host->setObjectName(QStringLiteral("nodeHost"));
    m_host->setAccessibleName(tr("Host"));
    m_host->setPlaceholderText(QStringLiteral("ssh:") +
                               (m_node.connInfo.host().isEmpty() ? QStringLiteral("db1") : m_node.connInfo.host()));
    connect(m_host, &QLineEdit::textChanged, this, [this] {
        stopLooking();
        forget();
        updateButtons();
    });
    m_test = new QPushButton;
    m_test->setObjectName(QStringLiteral("testHost"));
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_looking)
            stopLooking();
        else
            look();
        updateButtons();
    });
    auto *field = new QVBoxLayout;
    field->setSpacing(theme::space1);
    auto *label = new TextLabel(TextLabel::Voice::Strong, tr("Host"));
    label->setBuddy(m_host);
    field->addWidget(label);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    line->addWidget(m_host, 1);
    line->addWidget(m_test);
    field->addLayout(line);
    field->addWidget(new TextLabel(TextLabel::Voice::Muted,
                                   tr("“ssh:” and a name of ~/.ssh/config or user@machine:port; “local” for this "
                                      "machine. Empty: only SQL reaches it, and no operation touches its files.")));
    lines->addLayout(field);
}

void NodeHostDialog::buildOutcome(QVBoxLayout *lines)
{
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Looking at the host"));
    lines->addWidget(m_busy);
    m_error = new ErrorPanel;
    lines->addWidget(m_error);
    m_outcome = new Card;
    m_outcome->hide();
    lines->addWidget(m_outcome);
}

void NodeHostDialog::buildButtons(QVBoxLayout *lines)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    line->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    line->addWidget(cancel);
    m_keep = new QPushButton(tr("Keep"));
    m_keep->setObjectName(QStringLiteral("keepHost"));
    m_keep->setAutoDefault(false);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::accept);
    line->addWidget(m_keep);
    lines->addLayout(line);
}

Result<NodeHostDialog::Seen> NodeHostDialog::lookAt(const NodeDefinition &node, const Environment &environment,
                                                    const std::stop_token &stop)
{
    const Deadline deadline = Deadline::after(timeToLook);
    if (node.hostId.startsWith(QLatin1String("ssh:"))) {
        const Result<std::optional<HostKey>> unknown = unknownHostKey(node.hostId, deadline, stop);
        if (!unknown)
            return unknown.error();
        if (*unknown)
            return Seen{.question = *unknown};
    }
    NodeDefinition filled = node;
    if (environment.fillPassword)
        environment.fillPassword(filled.connInfo);
    const Result<NodeHost> host = lookAtHost(*environment.hosts, filled, deadline, stop);
    return host ? Result<Seen>(Seen{.host = *host}) : host.error();
}

void NodeHostDialog::look()
{
    forget();
    m_looking = true;
    const int number = ++m_look;
    NodeDefinition node = m_node;
    node.hostId = hostId();
    m_background.run(
        [node, &environment = m_environment](const std::stop_token &stop) { return lookAt(node, environment, stop); },
        [this, number](const Result<Seen> &result) {
            if (number == m_look)
                seen(result);
        });
}

void NodeHostDialog::stopLooking()
{
    ++m_look;
    m_looking = false;
    m_background.requestStop();
}

void NodeHostDialog::seen(const Result<Seen> &result)
{
    m_looking = false;
    if (!result)
        m_error->showError(result.error());
    else if (result->question)
        askAbout(*result->question);
    else if (result->host)
        showHost(*result->host);
    updateButtons();
}

void NodeHostDialog::forget()
{
    m_seenAt.clear();
    m_error->clear();
    delete m_lines;
    m_lines = nullptr;
    m_outcome->hide();
}

void NodeHostDialog::showHost(const NodeHost &host)
{
    m_seenAt = hostId();
    m_lines = new QWidget;
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout *texts = marked(lines, host.layout ? Health::Good : Health::Attention);
    texts->addWidget(new TextLabel(TextLabel::Voice::Strong, host.layout
                                                                 ? tr("The server of %1 is there").arg(m_node.name)
                                                                 : tr("The login works; the server was not seen")));
    texts->addWidget(new TextLabel(TextLabel::Voice::Muted, whatRuns(host)));
    texts->addWidget(new TextLabel(
        TextLabel::Voice::Muted,
        host.layout ? tr("%1, owned by %2").arg(host.layout->dataDirectory, host.layout->owner)
                    : tr("Its data directory is not known: it does not answer, or the role is no member of "
                         "pg_monitor.")));
    m_outcome->setTint(std::nullopt);
    m_outcome->content()->addWidget(m_lines);
    m_outcome->show();
}

void NodeHostDialog::askAbout(const HostKey &key)
{
    auto *question = new HostKeyQuestion(key);
    connect(question, &HostKeyQuestion::accepted, this, [this, key] { accept(key); });
    m_lines = question;
    m_outcome->setTint(Health::Attention);
    m_outcome->content()->addWidget(m_lines);
    m_outcome->show();
}

void NodeHostDialog::accept(const HostKey &key)
{
    m_outcome->setEnabled(false);
    m_background.run([key](const std::stop_token &) { return putOnRecord(key); },
                     [this, number = m_look](const Result<void> &recorded) {
                         m_outcome->setEnabled(true);
                         if (number != m_look)
                             return;
                         if (recorded)
                             look();
                         else
                             m_error->showError(recorded.error());
                         updateButtons();
                     });
}

void NodeHostDialog::updateButtons()
{
    m_busy->setVisible(m_looking);
    m_test->setText(m_looking ? tr("Stop") : tr("Test"));
    const QString wanted = hostId();
    const bool known = wanted.isEmpty() || wanted == m_seenAt;
    m_test->setEnabled(m_looking || !wanted.isEmpty());
    m_test->setToolTip(wanted.isEmpty() ? tr("Name a host first.") : QString());
    m_test->setProperty("kind", known || m_looking ? QString() : QStringLiteral("primary"));
    m_keep->setProperty("kind", known ? QStringLiteral("primary") : QString());
    for (QPushButton *button : {m_test, m_keep}) {
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    const QString obstacle = known ? QString() : tr("Test it first: only a host on which the server was seen is kept.");
    m_keep->setEnabled(known && !m_looking);
    m_keep->setToolTip(plainToolTip(obstacle));
    m_keep->setAccessibleDescription(obstacle);
    (known ? m_keep : m_test)->setDefault(true);
}

QString NodeHostDialog::hostId() const
{
    return m_host->text().trimmed();
}

} // namespace howdah
