#include "core/backup/backup_notes.h"
#include "core/backup/schedule.h"
#include "core/hosts/host.h"

#include <QJsonDocument>

namespace howdah {

namespace {

const char *const body = R"sh(
id=$(date -u +%Y%m%d-%H%M%S)-scheduled
log=$directory/howdah-log.jsonl
staging=$directory/.unfinished-$id
began=$(date +%s)
fail() {
    rm -rf "$staging"
    note run '' false $(($(date +%s) - began)) "$1" '' "$log"
    echo "howdah: $1" >&2
    exit 1
}
mkdir -p "$directory" || exit 1
exec 9>"$directory/.howdah-scheduled.lock"
flock -n 9 || fail 'An earlier scheduled backup is still running.'
# What a run that was cut off has left: this script alone makes directories of that name.
rm -rf "$directory"/.unfinished-*-scheduled
mkdir "$staging" || fail "$(id -un) may not write in $directory."
set -- --dbname="$connection" --pgdata="$staging/data" --wal-method=stream --checkpoint=fast --no-password --label="$label"
[ -z "$compression" ] || set -- "$@" --format=tar --compress="$compression"
[ -z "$rate" ] || set -- "$@" --max-rate="$rate"
said=$("$bin/pg_basebackup" "$@" 2>&1) || fail "$(printf '%s\n' "$said" | tail -n 3)"
plain=$staging/data
if [ -n "$compression" ]; then
    plain=$staging/unpacked
    mkdir -m 700 "$plain"
    for tar in "$staging"/data/base.tar* "$staging"/data/pg_wal.tar*; do
        [ -e "$tar" ] || continue
        into=$plain
        case $tar in */pg_wal.tar*) into=$plain/pg_wal ;; esac
        case $tar in
        *.gz) gzip -dc "$tar" ;;
        *.zst) zstd -dqc "$tar" ;;
        *.lz4) lz4 -dqc "$tar" ;;
        *) cat "$tar" ;;
        esac | tar -xf - -C "$into" || fail "$tar cannot be unpacked."
    done
    cp "$staging/data/backup_manifest" "$plain" || fail 'The manifest cannot be copied.'
fi
said=$("$bin/pg_verifybackup" --exit-on-error "$plain" 2>&1) || fail "$(printf '%s\n' "$said" | tail -n 3)"
system=$(od -An -t u8 -N 8 "$plain/global/pg_control" | tr -d ' ')
version=$(cat "$plain/PG_VERSION")0000
[ "$plain" = "$staging/data" ] || rm -rf "$plain"
printf '{"id":"%s","label":"%s","cluster":"%s","systemIdentifier":"%s","takenFrom":"%s","serverVersion":%s}\n' \
    "$id" "$(json "$label")" "$(json "$cluster")" "$system" "$(json "$node")" "$version" >"$staging/howdah-backup.json"
sync "$staging/howdah-backup.json" && mv "$staging" "$directory/$id" && sync "$directory" || fail "It cannot be put in its place."
note run "$id" true $(($(date +%s) - began)) "$(du -sh "$directory/$id" | cut -f 1) taken and verified" '' "$log"
[ -n "$copyHost" ] || exit 0
began=$(date +%s)
if said=$(tar -C "$directory" -cf - "$id" | ssh -o BatchMode=yes "$copyHost" \
    "mkdir -p $copyQuoted && tar -C $copyQuoted -xf - && sync $copyQuoted" 2>&1); then
    note copy "$id" true $(($(date +%s) - began)) "$copyHost:$copyDirectory" '' "$log"
else
    note copy "$id" false $(($(date +%s) - began)) "$said" '' "$log"
    exit 1
fi
)sh";

} // namespace

QByteArray scheduledScript(const ScheduledScript &parts)
{
    const auto line = [](const char *name, const QString &value) {
        return QStringLiteral("%1=%2\n").arg(QString::fromLatin1(name), shellQuoted(value));
    };
    return (QStringLiteral("#!/bin/sh\n"
                           "# Written by Howdah: a scheduled base backup. Run by the owner of the data directory.\n"
                           "set -u\numask 077\n") +
            line("cluster", parts.cluster) + line("node", parts.node) + line("bin", parts.binDirectory) +
            line("directory", parts.directory) + line("connection", parts.connInfo) +
            line("label", QStringLiteral("scheduled")) + line("compression", parts.compression) +
            line("rate", parts.rate) + line("copyHost", parts.copyHost) + line("copyDirectory", parts.copyDirectory) +
            line("copyQuoted", shellQuoted(parts.copyDirectory)) + noteFunction() + QString::fromLatin1(body))
        .toUtf8();
}

} // namespace howdah
