#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

constexpr int headBytes = 4096;

/// A host with the user who reads the dump there.
struct Reader
{
    Host &host;
    As as;
    const Deadline &deadline;

    [[nodiscard]] Result<QByteArray> output(const QStringList &argv) const
    {
        const Result<CommandOutcome> outcome = runChecked(host, {.argv = argv, .asUser = as.user}, deadline);
        return outcome ? Result<QByteArray>(outcome->output) : outcome.error();
    }
    [[nodiscard]] bool isThere(const QString &path) const { return host.status(path, as, deadline).ok(); }
    [[nodiscard]] std::optional<DumpRecord> recordIn(const QString &directory) const
    {
        const Result<QByteArray> content =
            host.readFile(directory + QLatin1Char('/') + QLatin1String(DumpRecord::recordName), as, deadline);
        const Result<DumpRecord> record =
            content ? dumpFromRecord(QJsonDocument::fromJson(*content).object(), directory) : content.error();
        return record ? std::optional(*record) : std::nullopt;
    }
};

QString formatName(DumpKind::Format format)
{
    switch (format) {
    case DumpKind::Format::Custom:
        return key("custom");
    case DumpKind::Format::Directory:
        return key("directory");
    case DumpKind::Format::Tar:
        return key("tar");
    case DumpKind::Format::Plain:
        return key("plain");
    case DumpKind::Format::Cluster:
        return key("globals");
    case DumpKind::Format::Compressed:
    case DumpKind::Format::NotOne:
        break;
    }
    return {};
}

QStringList unpacking(const QString &packer, const QString &path)
{
    static const QHash<QString, QString> commands{{key("gzip"), key("gzip -dc -- \"$1\"")},
                                                  {key("lz4"), key("lz4 -dc -- \"$1\"")},
                                                  {key("zstd"), key("zstd -dc -- \"$1\"")}};
    return {key("sh"), key("-c"),
            commands.value(packer, key("cat -- \"$1\"")) + QStringLiteral(" 2>/dev/null | head -c %1").arg(headBytes),
            key("sh"), path};
}

/// SQL of one database that names its own, or of a whole server, cannot be restored in one transaction into another.
const char *const sqlScript =
    R"sh(unpack() { case $2 in gzip) gzip -dc -- "$1" ;; lz4) lz4 -dc -- "$1" ;; zstd) zstd -dc -- "$1" ;; *) cat -- "$1" ;; esac; }
unpack "$1" "$2" | grep -E '^(\\connect |CREATE DATABASE |CREATE ROLE |CREATE TABLESPACE |-- Dumped from database version |-- PostgreSQL database (cluster )?dump complete|-- Name: .*; Type: (TABLE|DATABASE); )')sh";

Result<QVariantMap> lookInSql(const Reader &reader, const QString &path, const QString &packer)
{
    const Result<QByteArray> found = reader.output(
        {key("sh"), key("-c"), QLatin1String(sqlScript) + QStringLiteral(" || true"), key("sh"), path, packer});
    if (!found)
        return found.error();
    static const QRegularExpression database(QStringLiteral(R"re(^CREATE DATABASE ("(?:[^"]|"")*"|[^\s;]+))re"));
    QStringList roles;
    QStringList databases;
    QStringList tablespaces;
    QVariantMap values;
    bool announced = false; // a database: rows may look like a statement
    for (const QString &line : QString::fromUtf8(*found).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1String("CREATE ROLE "))) {
            roles << line.mid(12).chopped(1);
        } else if (line.startsWith(QLatin1String("CREATE TABLESPACE "))) {
            tablespaces << line.section(QLatin1Char(' '), 2, 2);
        } else if (line.startsWith(QLatin1String("-- Dumped from database version "))) {
            values.insert(key("serverVersion"), line.section(QLatin1Char(' '), 5, 5));
        } else if (line.startsWith(QLatin1String("\\connect ")) || line.startsWith(QLatin1String("CREATE DATABASE "))) {
            values.insert(key("namesDatabases"), true);
            if (const QRegularExpressionMatch match = database.match(line); announced && match.hasMatch())
                databases << match.captured(1);
            announced = false;
        } else if (line.contains(QLatin1String("; Type: DATABASE; "))) {
            announced = true;
        } else if (line.contains(QLatin1String("dump complete"))) {
            values.insert(line.contains(QLatin1String(" cluster ")) ? key("clusterComplete") : key("complete"), true);
        }
    }
    values.insert(key("roles"), roles);
    values.insert(key("databases"), databases);
    values.insert(key("tablespaces"), tablespaces);
    return values;
}

/// The newest one on record among those that lie where dumps of this node do.
QString newestDump(const Reader &reader, const QString &directory)
{
    const QString script =
        QStringLiteral("ls -d \"$1\"/*/%1 2>/dev/null | tail -n 1").arg(QLatin1String(DumpRecord::recordName));
    const Result<QByteArray> found = reader.output({key("sh"), key("-c"), script, key("sh"), directory});
    return found ? parentOf(QString::fromUtf8(*found).trimmed()) : QString();
}

struct Found
{
    QString path;
    std::optional<DumpRecord> record;
};

/// A dump on record may be named by its directory, or by what lies in it.
Result<Found> find(const Reader &reader, const QString &named)
{
    const Result<FileStatus> status = reader.host.status(named, reader.as, reader.deadline);
    if (!status)
        return Error{.code = status.error().code,
                     .message =
                         Tr::tr("%1 cannot be read by %2: %3").arg(named, reader.as.user, status.error().message),
                     .hint = Tr::tr("Give the path on the node's host, as the owner of its server sees it.")};
    if (status->kind == FileStatus::Kind::Directory)
        if (const auto record = reader.recordIn(named))
            return Found{record->path(), record};
    const auto beside = reader.recordIn(parentOf(named));
    return Found{named, beside && beside->path() == named ? beside : std::nullopt};
}

Result<DumpKind> kindOf(const Reader &reader, const QString &path, QString &packer)
{
    const bool isDirectory = reader.isThere(path + QStringLiteral("/toc.dat"));
    const Result<QByteArray> head = reader.output(
        {key("head"), key("-c"), QString::number(headBytes), isDirectory ? path + QStringLiteral("/toc.dat") : path});
    if (!head)
        return head.error();
    DumpKind kind = dumpKindOf(*head);
    if (isDirectory && kind.format == DumpKind::Format::Custom)
        kind.format = DumpKind::Format::Directory;
    if (kind.format != DumpKind::Format::Compressed)
        return kind;
    packer = kind.packer;
    const Result<QByteArray> inside = reader.output(unpacking(packer, path));
    return inside ? Result<DumpKind>(dumpKindOf(*inside)) : inside.error();
}

} // namespace

Result<QVariantMap> lookAtDump(ProbeContext &context)
{
    const Situation &situation = context.situation;
    const auto host = context.hosts.find(situation.value(key("layout"), key("hostId")).toString());
    if (!host)
        return host.error();
    const Reader reader{**host, As{situation.value(key("layout"), key("owner")).toString()}, context.deadline};
    const QString argument = situation.argument(key("file"));
    const QString newest =
        argument.isEmpty() ? newestDump(reader, situation.value(key("layout"), key("dumps")).toString()) : QString();
    const QString named = argument.isEmpty() ? newest : argument;
    if (named.isEmpty())
        return QVariantMap{};
    const Result<Found> found = find(reader, named);
    if (!found)
        return found.error();
    QString packer;
    const Result<DumpKind> kind = kindOf(reader, found->path, packer);
    if (!kind)
        return kind.error();
    QVariantMap values{{key("suggested"), newest},
                       {key("path"), found->path},
                       {key("format"), formatName(kind->format)},
                       {key("packer"), packer},
                       {key("archiveMinor"), kind->archiveMinor}};
    if (found->record) {
        values.insert(key("sha256"), found->record->sha256);
        values.insert(key("label"), found->record->label);
        values.insert(key("endedAt"), found->record->endedAt);
    }
    const bool isSql = kind->format == DumpKind::Format::Plain || kind->format == DumpKind::Format::Cluster;
    if (!isSql)
        return values;
    const Result<QVariantMap> inside = lookInSql(reader, found->path, packer);
    if (!inside)
        return inside.error();
    values.insert(*inside);
    return values;
}

} // namespace howdah::library
