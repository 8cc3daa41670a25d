#include "ui/pages/overview_header.h"

#include "ui/pages/overview_facts.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/status_badge.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

namespace howdah {

OverviewHeader::OverviewHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel)
    , m_badge(new StatusBadge)
    , m_facts(new ElidedLabel)
    , m_identifier(new QToolButton)
{
    m_name->setFont(theme::font(theme::Type::Title, true));
    m_facts->setProperty("tone", QStringLiteral("muted"));
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_identifier->setProperty("kind", QStringLiteral("quiet"));
    m_identifier->setIcon(theme::icon(QStringLiteral("copy"), theme::IconRole::Muted));
    m_identifier->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_identifier->setLayoutDirection(Qt::RightToLeft); // the icon behind the number
    m_identifier->setVisible(false);
    connect(m_identifier, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_systemIdentifier);
        Q_EMIT said(tr("System identifier copied."));
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme::space3);
    row->addWidget(m_name, 0);
    row->addWidget(m_badge);
    row->addWidget(m_facts, 1);
    row->addWidget(m_identifier);
}

void OverviewHeader::setSnapshot(const ClusterSnapshot &snapshot)
{
    m_name->setText(snapshot.definition.name);
    m_badge->setStatus(snapshot.health, theme::healthWord(snapshot.health));
    m_facts->setText(clusterFacts(snapshot).join(QStringLiteral("  ·  ")));
    m_systemIdentifier = snapshot.systemIdentifier;
    m_identifier->setVisible(!m_systemIdentifier.isEmpty());
    m_identifier->setText(shortIdentifier(m_systemIdentifier));
    m_identifier->setToolTip(
        tr("System identifier %1: the same on every node of this cluster. Click to copy it.").arg(m_systemIdentifier));
    m_identifier->setAccessibleName(tr("System identifier %1, copy").arg(m_systemIdentifier));
}

} // namespace howdah
