#include "core/backup/backup_catalogue.h"
#include "core/backup/backup_label.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BackupCatalogue)
};

/// For each directory a block of lines "name value", values in base64 where they are files' content; an empty line ends
/// it. The manifest knows the sizes: a walk over the files would take long.
const char *const readingScript = R"sh(
cd "$1" 2>/dev/null || { [ ! -e "$1" ] && exit 0; echo "cannot enter $1" >&2; exit 1; }
content() { [ -f "$2" ] && printf '%s %s\n' "$1" "$(base64 -w0 <"$2")"; }
unpack() { case $1 in *.gz) gzip -dc "$1";; *.zst) zstd -dqc "$1";; *.lz4) lz4 -dqc "$1";; *) cat "$1";; esac; }
for place in *; do
    [ -d "$place" ] || continue
    files=$place
    [ -d "$place/data" ] && files=$place/data
    [ -f "$place/howdah-backup.json" ] || [ -f "$files/backup_manifest" ] || [ -f "$files/backup_label" ] || continue
    printf 'name %s\n' "$(printf %s "$place" | base64 -w0)"
    [ "$files" = "$place" ] || echo below
    content record "$place/howdah-backup.json" && stat -c 'recordedAt %Y' "$place/howdah-backup.json"
    for tar in "$files"/base.tar "$files"/base.tar.*; do
        [ -f "$tar" ] || continue
        echo "tar ${tar#"$files"/base.tar}"
        stat -c '%s' "$files"/*.tar* | awk '{ bytes += $1 } END { printf "tarBytes %.0f\n", bytes }'
        printf 'label %s\n' "$(unpack "$tar" 2>/dev/null | tar -xOf - --occurrence=1 backup_label 2>/dev/null | base64 -w0)"
    done
    content label "$files/backup_label"
    content version "$files/PG_VERSION"
    if [ -f "$files/global/pg_control" ]; then
        printf 'system %s\n' "$(od -An -t u8 -N 8 "$files/global/pg_control" | tr -d ' ')"
    fi
    if [ -f "$files/backup_manifest" ]; then
        stat -c 'manifestAt %Y' "$files/backup_manifest"
        printf 'manifestHead %s\n' "$(head -c 256 "$files/backup_manifest" | base64 -w0)"
        printf 'manifestEnd %s\n' "$(tail -c 4096 "$files/backup_manifest" | tr -d '\n' | base64 -w0)"
        awk -F'"Size": ' 'NF > 1 { bytes += $2 } END { printf "bytes %.0f\n", bytes }' "$files/backup_manifest"
    fi
    echo
done
for place in .howdah-expired-*; do
    [ -d "$place" ] && printf 'aside %s\n\n' "$(printf %s "$place" | base64 -w0)"
done
[ -f howdah-schedule.json ] && content schedule howdah-schedule.json && stat -c 'since %Y' howdah-schedule.json && echo
[ -f howdah-log.jsonl ] && printf 'log %s\n\n' "$(tail -c 1000000 howdah-log.jsonl | base64 -w0)"
exit 0
)sh";

using Block = QHash<QByteArray, QByteArray>;

QByteArray decoded(const Block &block, const char *name)
{
    return QByteArray::fromBase64(block.value(name));
}

QDateTime momentOf(const Block &block, const char *name)
{
    return block.contains(name) ? QDateTime::fromSecsSinceEpoch(block.value(name).toLongLong(), Qt::UTC) : QDateTime();
}

Compression compressionOf(const QByteArray &suffix)
{
    for (const Compression one : {Compression::Gzip, Compression::Zstd, Compression::Lz4})
        if (suffixOf(one).toLatin1() == suffix)
            return one;
    return suffix.isEmpty() ? Compression::None : Compression::Other;
}

/// PG_VERSION says "15": as server_version_num would.
int versionOf(const QByteArray &text)
{
    constexpr int versionsPerMajor = 10000;
    return text.trimmed().toInt() * versionsPerMajor;
}

QString systemOf(const Block &block)
{
    static const QRegularExpression said(QStringLiteral(R"re("System-Identifier":\s*(\d+))re")); // 17 and later
    const QRegularExpressionMatch match = said.match(QString::fromLatin1(decoded(block, "manifestHead")));
    return match.hasMatch() ? match.captured(1) : QString::fromLatin1(block.value("system"));
}

Result<BaseBackup> startOfBackup(const Block &block, const QString &name, const QString &directory)
{
    if (block.contains("record"))
        return backupFromRecord(QJsonDocument::fromJson(decoded(block, "record")).object(), directory);
    return BaseBackup{.id = name,
                      .directory = block.contains("below") ? directory + QStringLiteral("/data") : directory,
                      .systemIdentifier = systemOf(block),
                      .serverVersion = versionOf(decoded(block, "version")),
                      .keeper = BaseBackup::Keeper::ByHand};
}

void takeLabel(BaseBackup &backup, const Block &block)
{
    const Result<BackupLabel> label = parseBackupLabel(decoded(block, "label"));
    if (!label)
        return;
    backup.startedAt = label->startedAt;
    backup.fromStandby = label->fromStandby;
    if (backup.keeper == BaseBackup::Keeper::ByHand)
        backup.label = label->label;
    if (!backup.start.isValid()) { // without a manifest its end is not known: it may be used only beyond its WAL
        backup.start = label->start;
        backup.timeline = label->timeline;
    }
}

/// Empty when it can be used.
QString takeFiles(BaseBackup &backup, const Block &block)
{
    if (backup.keeper == BaseBackup::Keeper::Howdah)
        backup.verifiedAt = momentOf(block, "recordedAt");
    if (backup.cold) {
        backup.stoppedAt = backup.verifiedAt;
        return {};
    }
    if (block.contains("tar")) {
        backup.format = BaseBackup::Format::Tar;
        backup.compression = compressionOf(block.value("tar"));
    }
    backup.stoppedAt = momentOf(block, "manifestAt");
    backup.bytes = block.value(block.contains("tarBytes") ? "tarBytes" : "bytes").toLongLong();
    backup.plainBytes = block.value("bytes").toLongLong();
    const bool ranges = takeWalRanges(backup, decoded(block, "manifestEnd"));
    takeLabel(backup, block);
    if (!block.contains("manifestAt"))
        return Tr::tr("It has no backup_manifest: where it ends cannot be told, nor whether it is whole.");
    return ranges ? QString() : Tr::tr("Its backup_manifest is cut off: it does not say which WAL it needs.");
}

void take(BackupCatalogue &catalogue, const Block &block)
{
    if (block.contains("aside")) {
        catalogue.aside << QString::fromUtf8(decoded(block, "aside"));
        return;
    }
    if (block.contains("schedule")) {
        catalogue.schedule = scheduleFromRecord(QJsonDocument::fromJson(decoded(block, "schedule")).object());
        if (catalogue.schedule)
            catalogue.schedule->since = momentOf(block, "since");
        return;
    }
    if (block.contains("log")) {
        for (const QByteArray &line : decoded(block, "log").split('\n'))
            if (const std::optional<BackupNote> note = noteFromLine(line))
                catalogue.notes << *note;
        return;
    }
    const QString name = QString::fromUtf8(decoded(block, "name"));
    if (name.isEmpty())
        return;
    const QString place = catalogue.directory + QLatin1Char('/') + name;
    Result<BaseBackup> backup = startOfBackup(block, name, place);
    const QString why = backup ? takeFiles(*backup, block) : backup.error().message;
    if (why.isEmpty())
        catalogue.backups << *backup;
    else
        catalogue.damaged << BackupCatalogue::Damaged{.directory = place, .why = why};
}

} // namespace

BackupCatalogue parseCatalogue(const QByteArray &printed, const QString &directory)
{
    BackupCatalogue catalogue{.directory = directory};
    Block block;
    for (const QByteArray &line : printed.split('\n')) {
        if (line.isEmpty()) {
            if (!block.isEmpty())
                take(catalogue, block);
            block.clear();
            continue;
        }
        const qsizetype space = line.indexOf(' ');
        block.insert(space < 0 ? line : line.left(space), space < 0 ? QByteArray() : line.mid(space + 1));
    }
    // A small server's are taken within one second.
    std::stable_sort(catalogue.backups.begin(), catalogue.backups.end(),
                     [](const BaseBackup &left, const BaseBackup &right) {
                         return std::tie(left.stoppedAt, left.stop) < std::tie(right.stoppedAt, right.stop);
                     });
    return catalogue;
}

Result<BackupCatalogue> readCatalogue(Host &host, const QString &directory, const As &as, const Deadline &deadline,
                                      std::stop_token stop)
{
    const Command look{.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(readingScript),
                                QStringLiteral("sh"), directory},
                       .asUser = as.user};
    QByteArray printed; // an outcome keeps only the end of a long output
    const Result<CommandOutcome> seen =
        runChecked(host, look, deadline, std::move(stop), [&printed](OutputStream stream, const QByteArray &chunk) {
            if (stream == OutputStream::Standard)
                printed += chunk;
        });
    return seen ? Result<BackupCatalogue>(parseCatalogue(printed, directory)) : seen.error();
}

} // namespace howdah
