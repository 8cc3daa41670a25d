#include "core/lab/exercises/masked_text.h"

#include <QRegularExpression>

namespace howdah {

QString maskedText(const QString &text, const QStringList &secrets)
{
    using Option = QRegularExpression;
    static const QRegularExpression sql(QStringLiteral("(\\bPASSWORD\\s+)(E?'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\3\\$)"),
                                        Option::CaseInsensitiveOption | Option::DotMatchesEverythingOption);
    static const QRegularExpression setting(QStringLiteral("(\\b(?:PG|ssl)?password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'|\"[^\"]*\"|[^\\s'\";&]+)"),
                                            Option::CaseInsensitiveOption);
    static const QRegularExpression uri(QStringLiteral("(\\bpostgres(?:ql)?://[^\\s:/@]+:)([^\\s@/]+)(@)"));
    QString masked = text;
    for (const QString &secret : secrets)
        masked.replace(secret, QStringLiteral("•••"));
    masked.replace(sql, QStringLiteral("\\1'•••'"));
    masked.replace(setting, QStringLiteral("\\1•••"));
    masked.replace(uri, QStringLiteral("\\1•••\\3"));
    return masked;
}

} // namespace howdah
