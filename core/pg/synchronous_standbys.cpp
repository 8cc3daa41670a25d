#include "core/pg/synchronous_standbys.h"

#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {

struct Token
{
    enum class Kind { Name, Number, Any, First, Comma, Open, Close, End, Junk };
    Kind kind = Kind::End;
    QString text;
};

bool beginsName(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_' || c.unicode() > 127;
}
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\v';
}

class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text)
    {
    }

    Token next()
    {
        while (m_at < m_text.size() && isSpace(m_text.at(m_at)))
            ++m_at;
        if (m_at >= m_text.size())
            return {};
        const QChar c = m_text.at(m_at);
        if (c == u'"')
            return quoted();
        if (isDigit(c))
            return {Token::Kind::Number, takeWhile([](QChar each) { return isDigit(each); })};
        if (beginsName(c))
            return word();
        ++m_at;
        switch (c.unicode()) {
        case u',':
            return {Token::Kind::Comma, {}};
        case u'(':
            return {Token::Kind::Open, {}};
        case u')':
            return {Token::Kind::Close, {}};
        case u'*':
            return {Token::Kind::Name, c};
        default:
            return {Token::Kind::Junk, c};
        }
    }

private:
    template <typename Belongs> QString takeWhile(Belongs belongs)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && belongs(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    Token word()
    {
        const QString text = takeWhile([](QChar c) { return beginsName(c) || isDigit(c) || c == u'$'; });
        if (text.compare(QLatin1String("any"), Qt::CaseInsensitive) == 0)
            return {Token::Kind::Any, text};
        if (text.compare(QLatin1String("first"), Qt::CaseInsensitive) == 0)
            return {Token::Kind::First, text};
        return {Token::Kind::Name, text};
    }

    Token quoted()
    {
        QString name;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) == u'"') {
                const bool doubled = m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"';
                if (!doubled) {
                    ++m_at;
                    return {Token::Kind::Name, name};
                }
                ++m_at;
            }
            name += m_text.at(m_at);
        }
        return {Token::Kind::Junk, name}; // without its closing quote
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

QList<Token> tokensOf(const QString &text)
{
    Scanner scanner(text);
    QList<Token> tokens;
    do
        tokens << scanner.next();
    while (tokens.last().kind != Token::Kind::End);
    return tokens;
}

/// Names with commas between them, up to the first token that is neither; nothing when there is not even one.
QStringList takeNames(const QList<Token> &tokens, qsizetype &at)
{
    QStringList names;
    while (tokens.at(at).kind == Token::Kind::Name || tokens.at(at).kind == Token::Kind::Number) {
        names << tokens.at(at++).text;
        if (tokens.at(at).kind != Token::Kind::Comma)
            return names;
        ++at;
    }
    return {}; // nothing stands behind the comma
}

QString written(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\A(?:\\*|[A-Za-z_][A-Za-z_0-9$]*|[0-9]+)\\z"));
    const bool keyword = name.compare(QLatin1String("any"), Qt::CaseInsensitive) == 0 ||
                         name.compare(QLatin1String("first"), Qt::CaseInsensitive) == 0;
    if (plain.match(name).hasMatch() && !keyword)
        return name;
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

std::optional<SynchronousStandbys> SynchronousStandbys::parse(const QString &text)
{
    using Kind = Token::Kind;
    SynchronousStandbys standbys;
    const QList<Token> tokens = tokensOf(text);
    if (tokens.first().kind == Kind::End)
        return standbys;
    qsizetype at = 0;
    const bool spelled = tokens.first().kind == Kind::Any || tokens.first().kind == Kind::First;
    if (spelled)
        standbys.method = tokens.at(at++).kind == Kind::Any ? Method::Any : Method::First;
    const bool counted = tokens.at(at).kind == Kind::Number && tokens.at(at + 1).kind == Kind::Open;
    if (spelled && !counted)
        return std::nullopt;
    standbys.count = 1;
    if (counted) {
        bool fits = false;
        standbys.count = tokens.at(at).text.toInt(&fits);
        if (!fits || standbys.count < 1)
            return std::nullopt;
        at += 2;
    }
    standbys.names = takeNames(tokens, at);
    if (standbys.names.isEmpty() || (counted && tokens.at(at++).kind != Kind::Close) || tokens.at(at).kind != Kind::End)
        return std::nullopt;
    return standbys;
}

QString SynchronousStandbys::toString() const
{
    if (count == 0 || names.isEmpty())
        return {};
    QStringList list;
    for (const QString &name : names)
        list << written(name);
    return QStringLiteral("%1 %2 (%3)")
        .arg(method == Method::Any ? QStringLiteral("ANY") : QStringLiteral("FIRST"), QString::number(count),
             list.join(QStringLiteral(", ")));
}

bool SynchronousStandbys::counts(const QString &applicationName) const
{
    return hasEverybody() || names.contains(applicationName, Qt::CaseInsensitive);
}

int SynchronousStandbys::countedOf(const QStringList &applicationNames) const
{
    return static_cast<int>(std::count_if(applicationNames.begin(), applicationNames.end(),
                                          [this](const QString &name) { return counts(name); }));
}

} // namespace howdah
