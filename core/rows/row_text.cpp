#include "core/rows/row_text.h"

namespace howdah {

namespace {

/// Reads one field from `at` on, up to the comma or parenthesis behind it; false at the end of a text that is cut off.
bool readField(const QString &row, qsizetype &at, std::optional<QString> &field)
{
    QString text;
    bool quoted = false;
    bool inQuotes = false;
    for (; at < row.size(); ++at) {
        const QChar letter = row.at(at);
        if (!inQuotes && (letter == u',' || (letter == u')' && at + 1 == row.size()))) {
            field = text.isEmpty() && !quoted ? std::nullopt : std::optional(text);
            return true;
        }
        if (letter == u'"') {
            const bool doubled = inQuotes && at + 1 < row.size() && row.at(at + 1) == u'"';
            if (doubled)
                text += row.at(++at);
            else
                inQuotes = !inQuotes;
            quoted = true;
        } else if (letter == u'\\' && at + 1 < row.size()) {
            text += row.at(++at);
        } else {
            text += letter;
        }
    }
    return false;
}

} // namespace

std::optional<RowFields> fieldsOf(const QString &row)
{
    if (!row.startsWith(u'(') || !row.endsWith(u')'))
        return std::nullopt;
    RowFields fields;
    for (qsizetype at = 1; at < row.size(); ++at) {
        std::optional<QString> field;
        if (!readField(row, at, field))
            return std::nullopt;
        fields << field;
    }
    return fields;
}

QString arrayLiteral(const QStringList &elements)
{
    QString text(u'{');
    for (const QString &element : elements) {
        if (text.size() > 1)
            text += u',';
        text += u'"';
        for (const QChar letter : element) {
            if (letter == u'"' || letter == u'\\')
                text += u'\\';
            text += letter;
        }
        text += u'"';
    }
    return text + u'}';
}

QString quotedName(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QLatin1String("\"\"")) + u'"';
}

QString quotedValue(const std::optional<QString> &value)
{
    if (!value)
        return QStringLiteral("NULL");
    QString text = *value;
    text.replace(u'\'', QLatin1String("''"));
    if (!text.contains(u'\\'))
        return u'\'' + text + u'\'';
    return QStringLiteral(" E'") + text.replace(u'\\', QLatin1String("\\\\")) + u'\'';
}

QString csvLine(const RowFields &fields)
{
    QStringList words;
    for (const std::optional<QString> &field : fields) {
        if (!field) {
            words << QString();
            continue;
        }
        const bool plain = !field->isEmpty() && *field != QLatin1String("\\.") && !field->contains(u'"') &&
                           !field->contains(u',') && !field->contains(u'\n') && !field->contains(u'\r') &&
                           *field == field->trimmed();
        words << (plain ? *field : u'"' + QString(*field).replace(u'"', QLatin1String("\"\"")) + u'"');
    }
    return words.join(u',') + u'\n';
}

} // namespace howdah
