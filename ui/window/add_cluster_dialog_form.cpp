// What the dialog is made of; what it does is in add_cluster_dialog.cpp.
#include "ui/theme/theme.h"
#include "ui/window/add_cluster_dialog.h"
#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/fold.h"
#include "ui/wizards/text_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace howdah {

namespace {

QLineEdit *makeLine(const char *objectName, const QString &accessibleName)
{
    auto *line = new QLineEdit;
    line->setObjectName(QLatin1String(objectName));
    line->setAccessibleName(accessibleName);
    return line;
}

void addField(QVBoxLayout *lines, const QString &title, QWidget *editor, const QString &help = {})
{
    auto *field = new QVBoxLayout;
    field->setSpacing(theme::space1);
    auto *label = new TextLabel(TextLabel::Voice::Strong, title);
    label->setBuddy(editor);
    field->addWidget(label);
    field->addWidget(editor);
    if (!help.isEmpty())
        field->addWidget(new TextLabel(TextLabel::Voice::Muted, help));
    lines->addLayout(field);
}

} // namespace

AddClusterDialog::AddClusterDialog(const QStringList &taken, const QStringList &groups, Hosts &hosts, QWidget *parent)
    : GrowingDialog(parent)
    , m_taken(taken)
    , m_hosts(hosts)
    , m_background(this)
{
    setWindowTitle(tr("Add a cluster"));
    setMinimumWidth(640); // a fingerprint fits on a line
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space5, theme::space5, theme::space5, theme::space4);
    lines->setSpacing(theme::space4);
    auto *head = new QVBoxLayout;
    head->setSpacing(theme::space1);
    head->addWidget(new TextLabel(TextLabel::Voice::Title, tr("Add a cluster")));
    head->addWidget(new TextLabel(TextLabel::Voice::Muted,
                                  tr("Name one server of it. Howdah finds the others and changes nothing.")));
    lines->addLayout(head);
    buildConnection(lines);
    buildParts(lines);
    buildWay(lines);
    buildFound(lines);
    buildNames(lines, groups);
    lines->addStretch();
    buildButtons(lines);
    updateButtons();
    m_connection->setFocus();
}

void AddClusterDialog::buildConnection(QVBoxLayout *lines)
{
    m_connection = makeLine("connection", tr("Connection"));
    m_connection->setPlaceholderText(QStringLiteral("postgresql://user@host:5432/postgres"));
    connect(m_connection, &QLineEdit::textChanged, this, &AddClusterDialog::connectionChanged);
    addField(lines, tr("Connection"), m_connection,
             tr("A URI or keyword=value settings, as psql takes them; service= and several hosts too."));
    m_password = makeLine("password", tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    addField(lines, tr("Password (optional)"), m_password,
             tr("Never written to a file by Howdah. Where it is missing, ~/.pgpass and passfile= are used."));
}

void AddClusterDialog::buildParts(QVBoxLayout *lines)
{
    auto *fold = new Fold(tr("Give host, port, user and database one by one"));
    fold->setObjectName(QStringLiteral("parts"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme::space3);
    form->setVerticalSpacing(theme::space2);
    m_host = makeLine("host", tr("Host"));
    m_port = new QSpinBox;
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("5432 (default)"));
    m_user = makeLine("user", tr("User"));
    m_database = makeLine("database", tr("Database"));
    const auto add = [form](const QString &title, QWidget *editor) {
        auto *label = new TextLabel(TextLabel::Voice::Body, title);
        label->setBuddy(editor);
        form->addRow(label, editor);
    };
    add(tr("Host"), m_host);
    add(tr("Port"), m_port);
    add(tr("User"), m_user);
    add(tr("Database"), m_database);
    for (QLineEdit *line : {m_host, m_user, m_database})
        connect(line, &QLineEdit::textEdited, this, &AddClusterDialog::composeFromParts);
    connect(m_port, &QSpinBox::valueChanged, this, &AddClusterDialog::composeFromParts);
    fold->content()->setContentsMargins(theme::space2, theme::space2, 0, 0);
    fold->content()->addLayout(form);
    lines->addWidget(fold);
}

void AddClusterDialog::buildWay(QVBoxLayout *lines)
{
    auto *fold = new Fold(tr("The server's port is closed to this machine: reach it over ssh"));
    fold->setObjectName(QStringLiteral("way"));
    m_way = makeLine("wayHost", tr("Host"));
    m_way->setPlaceholderText(QStringLiteral("ssh:db1"));
    connect(m_way, &QLineEdit::textChanged, this, &AddClusterDialog::connectionChanged);
    fold->content()->setContentsMargins(theme::space2, theme::space2, 0, 0);
    addField(fold->content(), tr("Host"), m_way,
             tr("“ssh:” and a name of ~/.ssh/config or user@machine:port. Your own ssh leads there; the cluster's other "
                "servers are looked for there too, and on machines of their own by the same login."));
    lines->addWidget(fold);
}

void AddClusterDialog::buildFound(QVBoxLayout *lines)
{
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Looking for nodes"));
    lines->addWidget(m_busy);
    m_error = new ErrorPanel;
    lines->addWidget(m_error);
    m_foundPlace = new Card;
    m_foundPlace->hide();
    lines->addWidget(m_foundPlace);
}

void AddClusterDialog::buildNames(QVBoxLayout *lines, const QStringList &groups)
{
    auto *sides = new QHBoxLayout;
    sides->setSpacing(theme::space4);
    auto *left = new QVBoxLayout, *right = new QVBoxLayout;
    m_name = makeLine("clusterName", tr("Name"));
    connect(m_name, &QLineEdit::textChanged, this, &AddClusterDialog::updateButtons);
    addField(left, tr("Name"), m_name);
    m_nameObjection = new TextLabel(TextLabel::Voice::Critical);
    m_nameObjection->setObjectName(QStringLiteral("nameObjection"));
    left->addWidget(m_nameObjection);
    left->addStretch();
    m_group = new QComboBox;
    m_group->setObjectName(QStringLiteral("group"));
    m_group->setAccessibleName(tr("Group"));
    m_group->setEditable(true);
    m_group->addItems(groups);
    m_group->setCurrentText(QString());
    addField(right, tr("Group (optional)"), m_group);
    right->addStretch();
    sides->addLayout(left, 1);
    sides->addLayout(right, 1);
    lines->addLayout(sides);
}

void AddClusterDialog::buildButtons(QVBoxLayout *lines)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    m_find = new QPushButton;
    m_find->setObjectName(QStringLiteral("findNodes"));
    connect(m_find, &QPushButton::clicked, this, [this] {
        if (m_looking)
            stopFinding();
        else
            find();
    });
    line->addWidget(m_find);
    line->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    line->addWidget(cancel);
    m_add = new QPushButton(tr("Add cluster"));
    m_add->setObjectName(QStringLiteral("addCluster"));
    m_add->setProperty("kind", QStringLiteral("primary"));
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    line->addWidget(m_add);
    lines->addLayout(line);
}

} // namespace howdah
