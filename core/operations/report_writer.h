#pragma once

#include <QStringList>

#include <memory>

namespace howdah {

/// How one format writes what a report is made of. Texts are plain; the writer escapes them.
class ReportWriter
{
public:
    virtual ~ReportWriter() = default;
    virtual void title(const QString &text) = 0;
    virtual void heading(const QString &text) = 0;
    virtual void paragraph(const QString &text) = 0;
    virtual void table(const QStringList &head, const QList<QStringList> &rows) = 0;
    virtual void code(const QString &text) = 0;
    /// A PNG: Markdown names the file, which must lie beside it; HTML holds it.
    virtual void picture(const QString &file, const QByteArray &png, const QString &caption) = 0;
    /// A file that goes with it; formats that cannot hold one have it lying beside them.
    virtual void attachment(const QString &, const QByteArray &) {}
    [[nodiscard]] virtual QByteArray finished() const = 0; ///< the file's content; text is UTF-8
};

[[nodiscard]] std::unique_ptr<ReportWriter> makeMarkdownWriter();
[[nodiscard]] std::unique_ptr<ReportWriter> makeHtmlWriter();

/// One of the forms a report may have.
struct ReportFormat
{
    QString id;     ///< as people name it: "html"
    QString suffix; ///< of its files: "html"
    std::unique_ptr<ReportWriter> (*makeWriter)();
};

/// A web page and Markdown. The window adds PDF, which takes fonts to make.
[[nodiscard]] QList<ReportFormat> textReportFormats();

} // namespace howdah
