#include "core/backup/name_pattern.h"

#include <QRegularExpression>

namespace howdah {

namespace {
bool isWhole(const QString &expression, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(text).hasMatch();
}

QString expressionOf(QChar c, bool quoted)
{
    if (!quoted && c == QLatin1Char('*'))
        return QStringLiteral(".*");
    if (!quoted && c == QLatin1Char('?'))
        return QStringLiteral(".");
    return QRegularExpression::escape(quoted ? QString(c) : QString(c).toLower());
}
} // namespace

std::optional<NamePattern> NamePattern::parse(const QString &text)
{
    QStringList parts{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool doubled = quoted && c == QLatin1Char('"') && text.mid(i + 1, 1) == QLatin1String("\"");
        if (doubled) {
            parts.last() += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (c == QLatin1Char('.') && !quoted) {
            parts << QString();
        } else {
            parts.last() += expressionOf(c, quoted);
        }
    }
    if (quoted || parts.size() > 2 || parts.contains(QString()))
        return std::nullopt;
    return parts.size() == 1 ? NamePattern{{}, parts.at(0)} : NamePattern{parts.at(0), parts.at(1)};
}

bool NamePattern::matches(const QString &ofSchema, const QString &ofName) const
{
    return (schema.isEmpty() || isWhole(schema, ofSchema)) && isWhole(name, ofName);
}

QString exactPattern(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z_][a-z0-9_]*$"));
    if (plain.match(name).hasMatch())
        return name;
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString exactPattern(const QString &schema, const QString &name)
{
    return exactPattern(schema) + QLatin1Char('.') + exactPattern(name);
}

} // namespace howdah
