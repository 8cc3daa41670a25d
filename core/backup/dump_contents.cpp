#include "core/backup/dump_contents.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::DumpContents)
};

/// The kinds of more than one word, as pg_dump writes them: where one is the beginning of another, the longer first.
const QStringList &longKinds()
{
    static const QStringList kinds =
        QStringLiteral(
            "ACCESS METHOD|ACL LANGUAGE|BLOB COMMENTS|BLOB METADATA|CHECK CONSTRAINT|DATABASE PROPERTIES|DEFAULT ACL|"
            "EVENT TRIGGER|FK CONSTRAINT|FOREIGN DATA WRAPPER|FOREIGN SERVER|FOREIGN TABLE|INDEX ATTACH|"
            "MATERIALIZED VIEW DATA|MATERIALIZED VIEW|OPERATOR CLASS|OPERATOR FAMILY|PROCEDURAL LANGUAGE|"
            "PUBLICATION TABLES IN SCHEMA|PUBLICATION TABLE|ROW SECURITY|SECURITY LABEL|SEQUENCE OWNED BY|SEQUENCE SET|"
            "SHELL TYPE|STATISTICS DATA|SUBSCRIPTION TABLE|TABLE ATTACH|TABLE DATA|TEXT SEARCH CONFIGURATION|"
            "TEXT SEARCH DICTIONARY|TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE|USER MAPPING")
            .split(QLatin1Char('|'));
    return kinds;
}

const QSet<QString> &relationKinds()
{
    static const QSet<QString> kinds{QStringLiteral("TABLE"), QStringLiteral("FOREIGN TABLE"), QStringLiteral("VIEW"),
                                     QStringLiteral("MATERIALIZED VIEW"), QStringLiteral("SEQUENCE")};
    return kinds;
}

const QSet<QString> &routineKinds()
{
    static const QSet<QString> kinds{QStringLiteral("FUNCTION"), QStringLiteral("PROCEDURE"),
                                     QStringLiteral("AGGREGATE")};
    return kinds;
}

/// What belongs to an object, or is about the whole archive.
const QSet<QString> &attachedKinds()
{
    static const QStringList kinds =
        QStringLiteral(
            "ACL|ACL LANGUAGE|BLOB|BLOBS|BLOB COMMENTS|BLOB METADATA|CHECK CONSTRAINT|COMMENT|CONSTRAINT|DATABASE|"
            "DATABASE PROPERTIES|DEFAULT|DEFAULT ACL|ENCODING|FK CONSTRAINT|INDEX|INDEX ATTACH|MATERIALIZED VIEW "
            "DATA|POLICY|"
            "PUBLICATION TABLE|PUBLICATION TABLES IN SCHEMA|ROW SECURITY|RULE|SEARCHPATH|SECURITY LABEL|SEQUENCE OWNED "
            "BY|"
            "SEQUENCE SET|SHELL TYPE|STATISTICS|STATISTICS DATA|STDSTRINGS|SUBSCRIPTION TABLE|TABLE ATTACH|TABLE DATA|"
            "TRIGGER")
            .split(QLatin1Char('|'));
    static const QSet<QString> attached(kinds.begin(), kinds.end());
    return attached;
}

QString kindIn(const QString &rest)
{
    for (const QString &kind : longKinds())
        if (rest.startsWith(kind + QLatin1Char(' ')))
            return kind;
    return rest.section(QLatin1Char(' '), 0, 0);
}

/// Names may hold spaces, and nothing sets them apart: a schema that the archive makes is known, and an owner is taken
/// to be one word.
DumpEntry entryOf(const QRegularExpressionMatch &line, const QStringList &schemas)
{
    DumpEntry entry{.id = line.captured(1).toInt()};
    QString rest = line.captured(2);
    entry.kind = kindIn(rest);
    rest = rest.mid(entry.kind.size() + 1);
    const auto known = std::find_if(schemas.begin(), schemas.end(), [&rest](const QString &schema) {
        return rest.startsWith(schema + QLatin1Char(' '));
    });
    const QString schema = known != schemas.end() ? *known : rest.section(QLatin1Char(' '), 0, 0);
    entry.schema = schema == QLatin1String("-") ? QString() : schema;
    rest = rest.mid(schema.size() + 1);
    const qsizetype space = rest.lastIndexOf(QLatin1Char(' '));
    entry.name = rest.left(space);
    entry.owner = space < 0 ? QString() : rest.mid(space + 1);
    return entry;
}

const QRegularExpression &entryPattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(\d+); \d+ \d+ (.*)$)"));
    return pattern;
}

/// "public", and those that are made by entries of the kind SCHEMA; the longest name first.
QStringList schemasIn(const QStringList &lines)
{
    static const QRegularExpression made(QStringLiteral(R"(^\d+; \d+ \d+ SCHEMA - (.*) \S*$)"));
    QStringList schemas{QStringLiteral("-"), QStringLiteral("public")};
    for (const QString &line : lines)
        if (const QRegularExpressionMatch match = made.match(line); match.hasMatch())
            schemas << match.captured(1);
    std::sort(schemas.begin(), schemas.end(),
              [](const QString &left, const QString &right) { return left.size() > right.size(); });
    return schemas;
}

QString versionIn(const QString &text)
{
    return text.section(QLatin1Char(' '), 0, 0);
}

void takeHeader(DumpContents &contents, const QString &line)
{
    static const QRegularExpression field(QStringLiteral(R"(^;\s+([A-Za-z_ ]+): (.*)$)"));
    const QRegularExpressionMatch match = field.match(line);
    const QString name = match.captured(1);
    if (name == QLatin1String("dbname"))
        contents.database = match.captured(2);
    else if (name == QLatin1String("Dumped from database version"))
        contents.serverVersion = versionIn(match.captured(2));
    else if (name == QLatin1String("Dumped by pg_dump version"))
        contents.programVersion = versionIn(match.captured(2));
}

DumpKind kindOfText(const QByteArray &head)
{
    // pg_dump 18 and its minor releases of 2025 begin with \restrict.
    if (head.contains("-- PostgreSQL database cluster dump"))
        return {.format = DumpKind::Format::Cluster};
    if (head.contains("-- PostgreSQL database dump"))
        return {.format = DumpKind::Format::Plain};
    return {};
}

} // namespace

DumpKind dumpKindOf(const QByteArray &head)
{
    constexpr qsizetype minorAt = 6; // "PGDMP", major, minor
    constexpr qsizetype tarMagicAt = 257;
    if (head.startsWith("PGDMP") && head.size() > minorAt)
        return {.format = DumpKind::Format::Custom, .archiveMinor = static_cast<quint8>(head.at(minorAt))};
    if (head.mid(tarMagicAt, 5) == "ustar" && head.startsWith("toc.dat"))
        return {.format = DumpKind::Format::Tar};
    if (head.startsWith("\x1f\x8b"))
        return {.format = DumpKind::Format::Compressed, .packer = QStringLiteral("gzip")};
    if (head.startsWith("\x28\xb5\x2f\xfd"))
        return {.format = DumpKind::Format::Compressed, .packer = QStringLiteral("zstd")};
    if (head.startsWith("\x04\x22\x4d\x18"))
        return {.format = DumpKind::Format::Compressed, .packer = QStringLiteral("lz4")};
    return kindOfText(head);
}

int majorThatReads(int minor)
{
    // pg_backup_archiver.h: K_VERS_1_14 came with 12, 1_15 with 16, 1_16 with 17.
    constexpr int ofTwelve = 14, ofSixteen = 15, ofSeventeen = 16;
    if (minor <= ofTwelve)
        return 12;
    if (minor == ofSixteen)
        return 16;
    return minor == ofSeventeen ? 17 : 0;
}

QString DumpEntry::objectId() const
{
    const QString full = schema.isEmpty() ? name : schema + QLatin1Char('.') + name;
    if (kind.startsWith(QLatin1String("BLOB")))
        return QStringLiteral("BLOBS");
    return relationKinds().contains(kind) || routineKinds().contains(kind) ? full : kind + QLatin1Char(' ') + full;
}

bool DumpEntry::isObject() const
{
    return !attachedKinds().contains(kind);
}

Result<DumpContents> parseDumpContents(const QByteArray &listing)
{
    const QStringList lines = QString::fromUtf8(listing).split(QLatin1Char('\n'));
    const QStringList schemas = schemasIn(lines);
    static const QRegularExpression needed(QStringLiteral(R"(^;\tdepends on: (.*)$)"));
    DumpContents contents;
    for (const QString &line : lines) {
        if (const QRegularExpressionMatch match = entryPattern().match(line); match.hasMatch()) {
            contents.entries.append(entryOf(match, schemas));
        } else if (const QRegularExpressionMatch needs = needed.match(line);
                   needs.hasMatch() && !contents.entries.isEmpty()) {
            for (const QString &id : needs.captured(1).split(QLatin1Char(' '), Qt::SkipEmptyParts))
                contents.entries.last().needs.append(id.toInt());
        } else if (contents.entries.isEmpty()) {
            takeHeader(contents, line);
        }
    }
    contents.serverMajor = contents.serverVersion.section(QLatin1Char('.'), 0, 0).toInt();
    if (!listing.contains("TOC Entries:"))
        return Error{.code = ErrorCode::Invalid, .message = Tr::tr("This is not the list of a dump's contents.")};
    return contents;
}

} // namespace howdah
