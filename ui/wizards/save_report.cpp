#include "ui/wizards/save_report.h"

#include "core/operations/report.h"
#include "ui/wizards/save_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QPdfWriter>
#include <QTextDocument>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SaveReport)
};

QByteArray pdfOf(const QString &html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QTextDocument document;
    document.setHtml(html);
    document.print(&writer);
    return bytes;
}

} // namespace

Result<void> writeReport(const QString &file, const JournalEntry &entry, Hosts &hosts)
{
    if (file.endsWith(QLatin1String(".md"), Qt::CaseInsensitive))
        return writeBytes(file, reportMarkdown(entry, hosts).toUtf8());
    const QString html = reportHtml(entry, hosts);
    const bool pdf = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    return writeBytes(file, pdf ? pdfOf(html) : html.toUtf8());
}

void saveReport(QWidget *parent, const JournalEntry &entry, Hosts &hosts,
                const std::function<void(const QString &, const Result<void> &)> &done)
{
    const QList<QPair<QString, QString>> kinds{{Tr::tr("Web page (*.html)"), QStringLiteral("html")},
                                               {Tr::tr("PDF (*.pdf)"), QStringLiteral("pdf")},
                                               {Tr::tr("Markdown (*.md)"), QStringLiteral("md")}};
    auto *dialog = new QFileDialog(parent, Tr::tr("Save the operation's report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const auto &[filter, suffix] : kinds)
        filters << filter;
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(kinds.first().second);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, kinds](const QString &chosen) {
        for (const auto &[filter, suffix] : kinds) {
            if (filter == chosen)
                dialog->setDefaultSuffix(suffix);
        }
    });
    dialog->selectFile(QStringLiteral("%1-%2").arg(entry.operation, entry.id));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [entry, &hosts, done](const QString &file) { done(file, writeReport(file, entry, hosts)); });
    dialog->open();
}

} // namespace howdah
