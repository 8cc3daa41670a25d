#include "ui/window/add_cluster_dialog.h"

#include "core/cluster/sampler.h"
#include "ui/theme/theme.h"
#include "ui/window/host_key_question.h"
#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr Milliseconds timeToFind{20000}, timeToFindOverHosts{100000}, timeToSample{3000};

QString nodeFacts(const NodeState &node)
{
    QStringList facts;
    if (node.role != NodeRole::Unknown)
        facts << roleTitle(node.role);
    const NodeSamplePtr sample = node.lastAnswer;
    if (sample && sample->version.isKnown())
        facts << AddClusterDialog::tr("PostgreSQL %1").arg(sample->version.toString());
    const ConnInfo &info = node.definition.connInfo;
    facts << (info.port().isEmpty() ? info.host() : QStringLiteral("%1:%2").arg(info.host(), info.port()));
    if (!node.upstream.isEmpty())
        facts << AddClusterDialog::tr("streams from %1").arg(node.upstream);
    return facts.join(QStringLiteral(" · "));
}

QHBoxLayout *markedLine(Health health, QWidget *first, QWidget *second)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(health, 11, 3), 0, Qt::AlignTop);
    line->addWidget(first, second ? 0 : 1);
    if (second)
        line->addWidget(second, 1);
    return line;
}

} // namespace

Result<AddClusterDialog::Found> AddClusterDialog::look(const QString &name, const StartingPoint &from, Hosts &hosts,
                                                       std::stop_token stop)
{
    const Deadline deadline = Deadline::after(from.hostId.isEmpty() ? timeToFind : timeToFindOverHosts);
    if (from.hostId.startsWith(QLatin1String("ssh:"))) {
        const Result<std::optional<HostKey>> unknown = unknownHostKey(from.hostId, deadline, stop);
        if (!unknown)
            return unknown.error();
        if (*unknown)
            return Found{.question = *unknown};
    }
    const Result<Discovery> discovery = discoverCluster(name, {from}, deadline, stop, &hosts);
    if (!discovery)
        return discovery.error();
    const QList<NodeSamplePtr> samples = sampleAll(discovery->cluster, timeToSample, stop, &hosts);
    return Found{.discovery = *discovery,
                 .snapshot =
                     makeSnapshot(discovery->cluster, samples, nullptr, QDateTime::currentDateTimeUtc())};
}

void AddClusterDialog::find()
{
    forgetFound();
    Result<ConnInfo> from = ConnInfo::parse(m_connection->text().trimmed());
    if (!from) {
        m_error->showError(from.error());
        return;
    }
    if (!m_password->text().isEmpty())
        from->setPassword(Secret(m_password->text()));
    m_looking = true;
    const int number = ++m_look;
    updateButtons();
    const QString name = m_name->text().trimmed();
    const StartingPoint start{*from, m_way->text().trimmed()};
    m_background.run(
        [name, start, &hosts = m_hosts](std::stop_token stop) { return look(name, start, hosts, std::move(stop)); },
        [this, number](const Result<Found> &result) {
            if (number == m_look)
                found(result);
        });
}

void AddClusterDialog::stopFinding()
{
    ++m_look;
    m_looking = false;
    m_background.requestStop();
    updateButtons();
}

void AddClusterDialog::found(const Result<Found> &result)
{
    m_looking = false;
    if (!result)
        m_error->showError(result.error());
    else if (result->question)
        askAbout(*result->question);
    else
        showFound(*result);
    updateButtons();
}

void AddClusterDialog::askAbout(const HostKey &key)
{
    auto *question = new HostKeyQuestion(key);
    connect(question, &HostKeyQuestion::accepted, this, [this, key] { accept(key); });
    m_foundList = question;
    m_foundPlace->setTint(Health::Attention);
    m_foundPlace->content()->addWidget(m_foundList);
    m_foundPlace->show();
}

void AddClusterDialog::accept(const HostKey &key)
{
    m_foundPlace->setEnabled(false);
    m_background.run([key](const std::stop_token &) { return putOnRecord(key); },
                     [this, number = m_look](const Result<void> &recorded) {
                         m_foundPlace->setEnabled(true);
                         if (number != m_look)
                             return;
                         if (recorded)
                             find();
                         else
                             m_error->showError(recorded.error());
                         updateButtons();
                     });
}

void AddClusterDialog::connectionChanged()
{
    if (m_looking)
        stopFinding();
    forgetFound();
    updateButtons();
}

void AddClusterDialog::forgetFound()
{
    m_cluster = {};
    m_error->clear();
    delete m_foundList;
    m_foundList = nullptr;
    m_foundPlace->hide();
}

void AddClusterDialog::showFound(const Found &found)
{
    m_cluster = found.discovery.cluster;
    m_foundList = new QWidget;
    auto *lines = new QVBoxLayout(m_foundList);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::space2);
    auto *head = new TextLabel(TextLabel::Voice::Strong, tr("Nodes found: %1").arg(m_cluster.nodes.size()));
    head->setObjectName(QStringLiteral("foundHead"));
    lines->addWidget(head);
    for (const NodeState &node : found.snapshot->nodes) {
        auto *name = new TextLabel(TextLabel::Voice::Strong, node.name());
        name->setWordWrap(false);
        lines->addLayout(markedLine(node.health, name, new TextLabel(TextLabel::Voice::Muted, nodeFacts(node))));
    }
    for (const QString &remark : found.discovery.remarks)
        lines->addLayout(markedLine(Health::Attention, new TextLabel(TextLabel::Voice::Body, remark), nullptr));
    m_foundPlace->setTint(std::nullopt);
    m_foundPlace->content()->addWidget(m_foundList);
    m_foundPlace->show();
    if (m_name->text().isEmpty())
        m_name->setText(m_cluster.name.isEmpty() && !m_cluster.nodes.isEmpty() ? m_cluster.nodes.first().name
                                                                               : m_cluster.name);
    m_name->setFocus();
    m_name->selectAll();
}

QString AddClusterDialog::objectionToName() const
{
    const QString name = m_name->text().trimmed();
    const Result<void> accepted = checkName(name);
    if (!accepted)
        return accepted.error().message;
    if (m_taken.contains(name))
        return tr("There is a cluster called “%1” already; choose another name.").arg(name);
    return {};
}

void AddClusterDialog::updateButtons()
{
    m_busy->setVisible(m_looking);
    m_find->setText(m_looking ? tr("Stop") : tr("Find nodes"));
    m_find->setProperty("kind", m_looking || !m_cluster.nodes.isEmpty() ? QString() : QStringLiteral("primary"));
    m_find->style()->unpolish(m_find);
    m_find->style()->polish(m_find);
    const bool empty = m_connection->text().trimmed().isEmpty();
    m_find->setEnabled(m_looking || !empty);
    m_find->setToolTip(empty && !m_looking ? tr("Say where one of its servers is first.") : QString());
    const QString objection = objectionToName();
    m_nameObjection->setText(m_name->text().isEmpty() ? QString() : objection);
    m_nameObjection->setVisible(!m_nameObjection->text().isEmpty());
    const QString obstacle = m_cluster.nodes.isEmpty() ? tr("Find the cluster's nodes first.") : objection;
    m_add->setEnabled(obstacle.isEmpty());
    m_add->setToolTip(plainToolTip(obstacle));
    m_add->setAccessibleDescription(obstacle);
    (m_cluster.nodes.isEmpty() ? m_find : m_add)->setDefault(true);
}

void AddClusterDialog::composeFromParts()
{
    ConnInfo info;
    info.set(QStringLiteral("host"), m_host->text().trimmed());
    info.set(QStringLiteral("port"),
             m_port->value() == m_port->minimum() ? QString() : QString::number(m_port->value()));
    info.set(QStringLiteral("user"), m_user->text().trimmed());
    info.set(QStringLiteral("dbname"), m_database->text().trimmed());
    m_connection->setText(info.toString());
}

ClusterDefinition AddClusterDialog::cluster() const
{
    ClusterDefinition cluster = m_cluster;
    cluster.name = m_name->text().trimmed();
    cluster.group = m_group->currentText().trimmed();
    return cluster;
}

} // namespace howdah
