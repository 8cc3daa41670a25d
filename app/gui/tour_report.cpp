#include "app/gui/tour_report.h"

#include <QStringList>

namespace howdah {

namespace {

const QString style = QStringLiteral(R"(
:root { color-scheme: light dark; --text: #1d2129; --muted: #5b6472; --line: #dfe3ea; --ground: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ef; --muted: #9aa4b5; --line: #333a46; --ground: #171a20; } }
body { font: 15px/1.55 Inter, system-ui, sans-serif; color: var(--text); background: var(--ground); max-width: 1080px; margin: 48px auto; padding: 0 24px; }
h1 { font-size: 28px; line-height: 1.2; } h2 { font-size: 20px; margin-top: 56px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; } dt { color: var(--muted); } dd { margin: 0; font-variant-numeric: tabular-nums; }
figure { margin: 24px 0; } img { max-width: 100%; border: 1px solid var(--line); border-radius: 6px; } figcaption { color: var(--muted); font-size: 13px; margin-top: 6px; }
)");

QString definitionList(const QList<QPair<QString, QString>> &rows)
{
    if (rows.isEmpty())
        return {};
    QString html = QStringLiteral("<dl>\n");
    for (const auto &[name, value] : rows)
        html += QStringLiteral("<dt>%1</dt><dd>%2</dd>\n").arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return html + QStringLiteral("</dl>\n");
}

QString chapterHtml(const TourChapter &chapter, int number)
{
    QString html = QStringLiteral("<h2>%1. %2</h2>\n<p>%3</p>\n")
                       .arg(number)
                       .arg(chapter.title.toHtmlEscaped(), chapter.text.toHtmlEscaped());
    html += definitionList(chapter.seen);
    for (const auto &[file, caption] : chapter.pictures)
        html += QStringLiteral("<figure><img src=\"%1\" alt=\"%2\"><figcaption>%2</figcaption></figure>\n")
                    .arg(file.toHtmlEscaped(), caption.toHtmlEscaped());
    return html;
}

} // namespace

QString TourReport::toHtml() const
{
    QString html =
        QStringLiteral(
            "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>%1</title><style>%2</style></head><body>\n"
            "<h1>%1</h1>\n")
            .arg(title.toHtmlEscaped(), style);
    html += definitionList(facts);
    for (int index = 0; index < chapters.size(); ++index)
        html += chapterHtml(chapters.at(index), index + 1);
    return html + QStringLiteral("</body></html>\n");
}

} // namespace howdah
