#include "core/operations/report_writer.h"

namespace howdah {

namespace {

class MarkdownWriter : public ReportWriter
{
public:
    void title(const QString &text) override { block(QStringLiteral("# ") + escaped(text)); }
    void heading(const QString &text) override { block(QStringLiteral("## ") + escaped(text)); }
    void paragraph(const QString &text) override { block(escaped(text)); }
    void table(const QStringList &head, const QList<QStringList> &rows) override
    {
        QStringList lines{line(head), QStringLiteral("|") + QStringLiteral(" --- |").repeated(head.size())};
        for (const QStringList &row : rows)
            lines << line(row);
        block(lines.join(u'\n'));
    }
    void code(const QString &text) override
    {
        QString fence = QStringLiteral("```");
        while (text.contains(fence))
            fence += u'`';
        block(fence + u'\n' + text + u'\n' + fence);
    }
    void picture(const QString &file, const QByteArray &, const QString &caption) override
    {
        block(QStringLiteral("![%1](<%2>)").arg(escaped(caption), file));
    }
    [[nodiscard]] QByteArray finished() const override { return m_text.toUtf8(); }

private:
    void block(const QString &text) { m_text += text + QStringLiteral("\n\n"); }

    static QString line(const QStringList &cells)
    {
        QString out = QStringLiteral("|");
        for (const QString &cell : cells)
            out += u' ' + escaped(cell) + QStringLiteral(" |");
        return out;
    }

    static QString escaped(const QString &text)
    {
        static const QString special = QStringLiteral("\\`*_{}[]<>#|~&");
        QString out;
        for (const QChar character : text) {
            if (special.contains(character))
                out += u'\\';
            out += character == u'\n' ? QChar(u' ') : character;
        }
        return out;
    }

    QString m_text;
};

class HtmlWriter : public ReportWriter
{
public:
    void title(const QString &text) override
    {
        m_title = text.toHtmlEscaped();
        m_body += element(QStringLiteral("h1"), text);
    }
    void heading(const QString &text) override { m_body += element(QStringLiteral("h2"), text); }
    void paragraph(const QString &text) override { m_body += element(QStringLiteral("p"), text); }
    void table(const QStringList &head, const QList<QStringList> &rows) override
    {
        m_body += QStringLiteral("<table>\n") + row(QStringLiteral("th"), head);
        for (const QStringList &cells : rows)
            m_body += row(QStringLiteral("td"), cells);
        m_body += QStringLiteral("</table>\n");
    }
    void code(const QString &text) override { m_body += element(QStringLiteral("pre"), text); }
    void picture(const QString &, const QByteArray &png, const QString &caption) override
    {
        m_body += QStringLiteral("<p><img alt=\"%1\" src=\"data:image/png;base64,%2\"></p>\n")
                      .arg(caption.toHtmlEscaped(), QString::fromLatin1(png.toBase64()));
    }
    [[nodiscard]] QByteArray finished() const override
    {
        const QString page = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>") + m_title +
               QStringLiteral(
                   "</title>\n<style>\n"
                   "body { font: 14px/1.5 Inter, system-ui, sans-serif; max-width: 52em; margin: 2em auto; }\n"
                   "h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin-top: 2em }\n"
                   "table { border-collapse: collapse }\n"
                   "img { max-width: 100%; border: 1px solid; border-radius: 6px }\n"
                   "th, td { text-align: left; vertical-align: top; padding: 0.3em 1em 0.3em 0;"
                   " border-bottom: 1px solid }\n"
                   "pre { border: 1px solid; border-radius: 6px; padding: 0.7em; font-size: 12px;"
                   " white-space: pre-wrap; overflow-wrap: anywhere }\n"
                   "</style></head>\n<body>\n") +
               m_body + QStringLiteral("</body></html>\n");
        return page.toUtf8();
    }

private:
    static QString element(const QString &tag, const QString &text)
    {
        return QStringLiteral("<%1>%2</%1>\n").arg(tag, text.toHtmlEscaped());
    }
    static QString row(const QString &tag, const QStringList &cells)
    {
        QString out = QStringLiteral("<tr>");
        for (const QString &cell : cells)
            out += element(tag, cell);
        return out + QStringLiteral("</tr>\n");
    }
    QString m_title, m_body;
};

} // namespace

std::unique_ptr<ReportWriter> makeMarkdownWriter()
{
    return std::make_unique<MarkdownWriter>();
}

std::unique_ptr<ReportWriter> makeHtmlWriter()
{
    return std::make_unique<HtmlWriter>();
}

QList<ReportFormat> textReportFormats()
{
    return {{QStringLiteral("html"), QStringLiteral("html"), makeHtmlWriter},
            {QStringLiteral("markdown"), QStringLiteral("md"), makeMarkdownWriter}};
}

} // namespace howdah
