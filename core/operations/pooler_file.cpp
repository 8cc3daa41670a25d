#include "core/operations/pooler_file.h"

namespace howdah {

namespace {

constexpr const char *defaultPort = "5432";

/// Where something stands in a line.
struct Span
{
    qsizetype begin = 0, end = 0;
    [[nodiscard]] bool isEmpty() const { return begin == end; }
};

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

qsizetype skipSpace(const QByteArray &line, qsizetype at)
{
    while (at < line.size() && isSpace(line.at(at)))
        ++at;
    return at;
}

/// Behind what begins with the quote at `at`; a doubled quote stands for one.
qsizetype endOfQuoted(const QByteArray &line, qsizetype at)
{
    const char quote = line.at(at);
    for (++at; at < line.size(); ++at) {
        if (line.at(at) != quote)
            continue;
        if (at + 1 < line.size() && line.at(at + 1) == quote)
            ++at;
        else
            return at + 1;
    }
    return at;
}

QString unquoted(QByteArray word)
{
    if (word.size() >= 2 && (word.front() == '"' || word.front() == '\'')) {
        const QByteArray quote(1, word.front());
        word = word.mid(1, word.size() - 2).replace(quote + quote, quote);
    }
    return QString::fromUtf8(word);
}

/// "name = value", the name perhaps in double quotes.
struct Entry
{
    QString name;
    qsizetype valueAt = -1; ///< -1: this line is no entry
};

Entry entryIn(const QByteArray &line)
{
    const qsizetype begin = skipSpace(line, 0);
    if (begin == line.size() || line.at(begin) == ';' || line.at(begin) == '#' || line.at(begin) == '[' ||
        line.at(begin) == '%')
        return {};
    const qsizetype search = line.at(begin) == '"' ? endOfQuoted(line, begin) : begin;
    const qsizetype equals = line.indexOf('=', search);
    if (equals < 0)
        return {};
    return {unquoted(line.mid(begin, equals - begin).trimmed()), skipSpace(line, equals + 1)};
}

/// The value of one keyword in an entry's connection string; empty at its end when it is not there.
Span valueOf(const QByteArray &line, qsizetype from, const QByteArray &keyword)
{
    qsizetype at = skipSpace(line, from);
    while (at < line.size()) {
        qsizetype endOfWord = at;
        while (endOfWord < line.size() && !isSpace(line.at(endOfWord)) && line.at(endOfWord) != '=')
            ++endOfWord;
        const qsizetype equals = skipSpace(line, endOfWord);
        if (equals == line.size() || line.at(equals) != '=') {
            at = equals; // a word without a value: PgBouncer will refuse it, not we
            continue;
        }
        const qsizetype begin = skipSpace(line, equals + 1);
        qsizetype end = begin;
        if (begin < line.size() && line.at(begin) == '\'')
            end = endOfQuoted(line, begin);
        else
            while (end < line.size() && !isSpace(line.at(end)))
                ++end;
        if (line.mid(at, endOfWord - at) == keyword)
            return {begin, end};
        at = skipSpace(line, end);
    }
    return {};
}

QString textOf(const QByteArray &line, qsizetype from, const QByteArray &keyword)
{
    const Span value = valueOf(line, from, keyword);
    return unquoted(line.mid(value.begin, value.end - value.begin));
}

void setValue(QByteArray &line, qsizetype from, const QByteArray &keyword, const QString &value)
{
    if (textOf(line, from, keyword) == value)
        return;
    const Span old = valueOf(line, from, keyword);
    if (!old.isEmpty()) {
        line.replace(old.begin, old.end - old.begin, value.isEmpty() ? "''" : value.toUtf8());
    } else {
        qsizetype end = line.size();
        while (end > from && isSpace(line.at(end - 1)))
            --end;
        line.insert(end, (end > from ? " " : "") + keyword + '=' + value.toUtf8());
    }
}

/// The name of the section that a line opens; null when it opens none.
QString sectionIn(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return text.startsWith('[') && text.endsWith(']') ? QString::fromUtf8(text.mid(1, text.size() - 2)) : QString();
}

} // namespace

PoolerFile PoolerFile::parse(const QByteArray &content)
{
    constexpr const char *include = "%include";
    PoolerFile file;
    QString section;
    for (const QByteArray &line : content.split('\n')) {
        if (const QString opened = sectionIn(line); !opened.isNull()) {
            section = opened;
        } else if (line.trimmed().startsWith(include)) {
            file.included << QString::fromUtf8(line.trimmed().mid(static_cast<qsizetype>(qstrlen(include))).trimmed());
        } else if (const Entry entry = entryIn(line); entry.valueAt >= 0) {
            if (section == QLatin1String("databases")) {
                const QString port = textOf(line, entry.valueAt, "port");
                file.databases << Database{entry.name, textOf(line, entry.valueAt, "host"),
                                           port.isEmpty() ? QString::fromLatin1(defaultPort) : port};
            } else if (section == QLatin1String("pgbouncer")) {
                file.settings.insert(entry.name, QString::fromUtf8(line.mid(entry.valueAt).trimmed()));
            }
        }
    }
    return file;
}

QByteArray withDatabasesAt(const QByteArray &content, const QStringList &databases, const QString &host,
                           const QString &port)
{
    QList<QByteArray> lines = content.split('\n');
    QString section;
    for (QByteArray &line : lines) {
        if (const QString opened = sectionIn(line); !opened.isNull())
            section = opened;
        const Entry entry = entryIn(line);
        if (section != QLatin1String("databases") || entry.valueAt < 0 || !databases.contains(entry.name))
            continue;
        setValue(line, entry.valueAt, "host", host);
        const bool portIsDefault = valueOf(line, entry.valueAt, "port").isEmpty() && port == QLatin1String(defaultPort);
        if (!portIsDefault)
            setValue(line, entry.valueAt, "port", port);
    }
    return lines.join('\n');
}

} // namespace howdah
