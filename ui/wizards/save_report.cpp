#include "ui/wizards/save_report.h"

#include "core/operations/report.h"
#include "ui/wizards/pdf_report.h"
#include "ui/wizards/save_text.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SaveReport)
};

} // namespace

Result<void> writeReport(const QString &file, const JournalEntry &entry, Hosts &hosts)
{
    QList<ReportFormat> formats = reportFormats();
    const QString suffix = QFileInfo(file).suffix();
    const auto named = std::find_if(formats.begin(), formats.end(), [&suffix](const ReportFormat &format) {
        return suffix.compare(format.suffix, Qt::CaseInsensitive) == 0;
    });
    const std::unique_ptr<ReportWriter> writer = named == formats.end() ? makeHtmlWriter() : named->makeWriter();
    composeReport(*writer, entry, hosts);
    return writeBytes(file, writer->finished());
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
