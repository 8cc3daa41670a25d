#include "app/cli/table.h"

#include <algorithm>

namespace howdah::cli {

namespace {

constexpr int longestTerm = 52;

/// What a terminal shows on one row: a name may hold anything but control characters, yet detail from a server need
/// not.
QString oneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, QLatin1Char(' '));
    return text;
}

} // namespace

QString tableText(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (int i = 0; i < row.size(); ++i) {
            const int width = static_cast<int>(widths.at(i));
            const QString cell = oneLine(row.at(i));
            line += rightAligned.contains(i) ? cell.rightJustified(width) : cell.leftJustified(width);
            line += QStringLiteral("  ");
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

QString definitionList(const QList<QPair<QString, QString>> &rows, int width)
{
    int termWidth = 0;
    for (const auto &[term, text] : rows)
        termWidth = std::max(termWidth, static_cast<int>(std::min<qsizetype>(term.size(), longestTerm)));
    const int indent = termWidth + 4;

    QString list;
    for (const auto &[term, text] : rows) {
        list += QStringLiteral("  ") + term.leftJustified(termWidth);
        list += term.size() > termWidth ? QLatin1Char('\n') + QString(indent, QLatin1Char(' ')) : QStringLiteral("  ");
        list += wrapped(text, width - indent, indent) + QLatin1Char('\n');
    }
    return list;
}

QString wrapped(const QString &text, int width, int indent)
{
    QStringList lines;
    QString line;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        for (const QString &word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > width)
                lines << std::exchange(line, {});
            line += line.isEmpty() ? word : QLatin1Char(' ') + word;
        }
        lines << std::exchange(line, {});
    }
    return lines.join(QLatin1Char('\n') + QString(indent, QLatin1Char(' ')));
}

} // namespace howdah::cli
