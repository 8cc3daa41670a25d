#include "core/operations/library/hba_lines.h"
#include "core/operations/library/hba_lines_network.h"

#include <QRegularExpression>

#include <algorithm>

namespace howdah::library {

namespace {

/// One word of a line; in quotes it is a name, never a keyword.
struct Word
{
    QString text;
    bool quoted = false;
    [[nodiscard]] bool is(const char *keyword) const { return !quoted && text == QLatin1String(keyword); }
};
using Field = QList<Word>; // words with commas between them

/// A record may go on over several lines, each but the last ending with a backslash.
struct Record
{
    int line = 0;  ///< of its beginning, 1 …
    int lines = 1; ///< physical ones
    QString text;
    QList<Field> fields;
};

/// The server's own reading (next_token() and tokenize_auth_file() of hba.c): blanks separate fields, commas the words
/// of one, quotes hold both, "#" begins a comment outside of quotes.
QList<Field> fieldsOf(const QString &text)
{
    QList<Field> fields;
    bool goesOn = false; // after a comma
    for (qsizetype i = 0; i < text.size();) {
        if (text.at(i).isSpace()) {
            ++i;
            continue;
        }
        if (text.at(i) == QLatin1Char('#'))
            break;
        if (text.at(i) == QLatin1Char(',')) {
            goesOn = true;
            ++i;
            continue;
        }
        Word word;
        bool inQuotes = false;
        for (; i < text.size(); ++i) {
            const QChar c = text.at(i);
            if (!inQuotes && (c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char('#')))
                break;
            if (c != QLatin1Char('"')) {
                word.text += c;
                continue;
            }
            word.quoted = true;
            if (inQuotes && text.mid(i + 1, 1) == QLatin1String("\"")) {
                word.text += c;
                ++i;
            } else {
                inQuotes = !inQuotes;
            }
        }
        if (!goesOn || fields.isEmpty())
            fields.append(Field());
        fields.last().append(word);
        goesOn = false;
    }
    return fields;
}

QList<Record> recordsOf(const QByteArray &content)
{
    QList<Record> records;
    QList<QByteArray> lines = content.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (qsizetype i = 0; i < lines.size();) {
        Record record{.line = static_cast<int>(i + 1), .lines = 0};
        bool goesOn = true;
        while (goesOn && i < lines.size()) {
            QByteArray line = lines.at(i++);
            ++record.lines;
            if (line.endsWith('\r'))
                line.chop(1);
            goesOn = line.endsWith('\\');
            if (goesOn)
                line.chop(1);
            record.text += QString::fromUtf8(line);
        }
        record.fields = fieldsOf(record.text);
        records.append(record);
    }
    return records;
}

bool isInclude(const Record &record)
{
    const Word &first = record.fields.first().first();
    return first.is("include") || first.is("include_if_exists") || first.is("include_dir");
}

/// "@file" names a list in another file, which is not looked at: it may hold anything.
bool isListFile(const Word &word)
{
    return !word.quoted && word.text.startsWith(QLatin1Char('@'));
}

/// How sure it is that a line speaks of a connection.
enum class Meets { No, Perhaps, Surely };

Meets surest(Meets left, Meets right)
{
    return std::max(left, right);
}

Meets database(const Field &field, const QString &wanted)
{
    const bool replication = wanted == QLatin1String("replication");
    Meets meets = Meets::No;
    for (const Word &word : field) {
        if (word.is("replication"))
            meets = surest(meets, replication ? Meets::Surely : Meets::No);
        else if (word.is("all")) // everything but replication
            meets = surest(meets, replication ? Meets::No : Meets::Surely);
        else if (isListFile(word) || word.text.startsWith(QLatin1Char('/')) || word.is("sameuser") ||
                 word.is("samerole") || word.is("samegroup"))
            meets = surest(meets, replication && !isListFile(word) ? Meets::No : Meets::Perhaps);
        else if (!replication && word.text == wanted)
            meets = Meets::Surely;
    }
    return meets;
}

Meets user(const Field &field, const QString &role)
{
    Meets meets = Meets::No;
    for (const Word &word : field) {
        if (word.is("all") || word.text == role)
            meets = Meets::Surely;
        else if (isListFile(word) ||
                 (!word.quoted && (word.text.startsWith(QLatin1Char('+')) || word.text.startsWith(QLatin1Char('/')))))
            meets = surest(meets, Meets::Perhaps);
    }
    return meets;
}

/// Surely: all of `wanted` lies in it; Perhaps: a part, or nobody can tell (names are looked up when somebody comes).
Meets addressField(const Record &record, const QString &wanted)
{
    constexpr int addressAt = 3;
    const Word address = record.fields.value(addressAt).value(0);
    if (address.is("all"))
        return Meets::Surely;
    if (address.text == wanted)
        return Meets::Surely;
    if (address.is("samehost") || address.is("samenet"))
        return Meets::Perhaps;
    // An address without a length has its mask in a field of its own.
    const auto theirs = IpNetwork::parse(address.text, record.fields.value(addressAt + 1).value(0).text);
    const auto ours = IpNetwork::parse(wanted);
    if (!theirs || !ours)
        return Meets::Perhaps;
    if (theirs->contains(*ours))
        return Meets::Surely;
    return ours->contains(*theirs) ? Meets::Perhaps : Meets::No;
}

Meets connectionType(const Record &record)
{
    const Word type = record.fields.first().value(0);
    if (type.is("host"))
        return Meets::Surely;
    // hostssl, hostnossl, hostgssenc, hostnogssenc: some of the connections.
    return type.text.startsWith(QLatin1String("host")) ? Meets::Perhaps : Meets::No;
}

Meets decides(const Record &record, const HbaLine &line, const QString &databaseName)
{
    return std::min({connectionType(record), database(record.fields.value(1), databaseName),
                     user(record.fields.value(2), line.role), addressField(record, line.address)});
}

QString methodOf(const Record &record)
{
    constexpr int methodAt = 4;
    const QString first = record.fields.value(methodAt).value(0).text;
    return IpNetwork::parse(first) ? record.fields.value(methodAt + 1).value(0).text : first;
}

bool asksForPassword(const Record &record)
{
    const QString method = methodOf(record);
    return method == QLatin1String("scram-sha-256") || method == QLatin1String("md5");
}

bool isOwn(const Record &record)
{
    return record.text.trimmed().endsWith(QLatin1String(hbaMark));
}

HbaPlace placeFor(const QList<Record> &records, const HbaLine &line, const QString &databaseName)
{
    for (const Record &record : records) {
        if (record.fields.isEmpty())
            continue;
        const Meets meets = isInclude(record) ? Meets::Perhaps : decides(record, line, databaseName);
        if (meets == Meets::No)
            continue;
        const bool admitted = meets == Meets::Surely && asksForPassword(record);
        return {.admitted = admitted,
                .before = record.line,
                .deciding = record.text.trimmed(),
                .own = admitted && isOwn(record)};
    }
    return {};
}

QString quotedWord(const QString &name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

std::optional<QString> hbaAddress(const QString &text)
{
    static const QRegularExpression name(QStringLiteral(
        "^\\.?(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*$"));
    static const QStringList keywords{QStringLiteral("all"), QStringLiteral("samehost"), QStringLiteral("samenet")};
    if (const auto network = IpNetwork::parse(text))
        return network->length() > 0 ? std::optional(network->toString()) : std::nullopt;
    const bool isName = name.match(text).hasMatch() && !text.endsWith(QLatin1Char('\n'));
    return isName && !keywords.contains(text.toLower()) ? std::optional(text) : std::nullopt;
}

QByteArray hbaText(const HbaLine &line)
{
    QStringList databases;
    for (const QString &name : line.databases)
        databases << (name == QLatin1String("replication") ? name : quotedWord(name));
    return QStringLiteral("host    %1    %2    %3    scram-sha-256    %4")
        .arg(databases.join(QLatin1Char(',')), quotedWord(line.role), line.address, QLatin1String(hbaMark))
        .toUtf8();
}

HbaPlace hbaPlace(const QByteArray &content, const HbaLine &line)
{
    const QList<Record> records = recordsOf(content);
    std::optional<HbaPlace> whole;
    for (const QString &name : line.databases) {
        const HbaPlace place = placeFor(records, line, name);
        const bool earlier = whole && place.before > 0 && (whole->before == 0 || place.before < whole->before);
        const bool worse = whole && !place.admitted && (whole->admitted || earlier);
        if (!whole || worse)
            whole = place;
    }
    return whole.value_or(HbaPlace());
}

QList<LineChange> hbaChanges(const QByteArray &content, const QList<HbaLine> &lines)
{
    const QByteArray lineEnd = content.contains("\r\n") ? "\r\n" : "\n";
    QByteArray text;
    int before = 0;
    for (const HbaLine &line : lines) {
        const HbaPlace place = hbaPlace(content, line);
        if (place.admitted)
            continue;
        if (place.before > 0 && (before == 0 || place.before < before))
            before = place.before;
        text += hbaText(line) + lineEnd;
    }
    return text.isEmpty() ? QList<LineChange>() : QList<LineChange>{{.line = before, .inserted = text}};
}

QList<LineChange> hbaRemovals(const QByteArray &content, const QString &address)
{
    constexpr int addressAt = 3;
    QList<LineChange> changes;
    for (const Record &record : recordsOf(content))
        if (isOwn(record) && record.fields.value(addressAt).value(0).text == address)
            changes.append({.line = record.line, .removed = record.lines});
    return changes;
}

} // namespace howdah::library
