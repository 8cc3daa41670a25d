#include "ui/wizards/report_buttons.h"

#include "core/operations/report.h"
#include "core/operations/script.h"
#include "ui/theme/theme.h"
#include "ui/wizards/save_report.h"
#include "ui/wizards/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

ReportButtons::ReportButtons(const JournalEntry &entry, Hosts &hosts, QWidget *parent)
    : QWidget(parent)
    , m_entry(entry)
    , m_hosts(hosts)
    , m_said(new TextLabel(TextLabel::Voice::Muted))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::space1);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    lines->addLayout(line);
    lines->addWidget(m_said);
    m_said->hide();
    auto *save = new QPushButton(tr("Save report…"));
    save->setObjectName(QStringLiteral("saveReport"));
    save->setAutoDefault(false);
    save->setToolTip(tr("As a web page, a PDF or Markdown"));
    connect(save, &QPushButton::clicked, this, [this] {
        saveReport(this, m_entry, m_hosts, [this](const QString &file, const Result<void> &written) {
            say(written ? tr("Saved as %1.").arg(file) : written.error().full());
        });
    });
    line->addWidget(save);
    addCopies();
    line->addStretch();
}

void ReportButtons::addCopies()
{
    auto *line = static_cast<QBoxLayout *>(layout()->itemAt(0)->layout());
    const auto add = [this, line](const QString &text, const char *name, const std::function<QString()> &content,
                                  const QString &said) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, content, said] {
            QGuiApplication::clipboard()->setText(content());
            say(said);
        });
        line->addWidget(button);
    };
    add(
        tr("Copy report"), "copyReport", [this] { return reportMarkdown(m_entry, m_hosts); },
        tr("The report is on the clipboard."));
    if (!m_entry.plan.steps.isEmpty())
        add(
            tr("Copy script"), "copyReportScript", [this] { return toScript(m_entry.plan, m_hosts); },
            tr("The script is on the clipboard."));
}

void ReportButtons::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->show();
}

} // namespace howdah
