#include "core/backup/backup_notes.h"
#include "core/backup/drill_script.h"
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
rc=0
fail() {
    rm -rf "$staging"
    note run '' false $(($(date +%s) - began)) "$1" '' "$log"
    echo "howdah: $1" >&2
    exit 1
}
tell() { # KIND GOOD TEXT
    note "$1" "$id" "$2" $(($(date +%s) - began)) "$3" '' "$log"
    [ "$2" = true ] || { echo "howdah: $3" >&2 && rc=1; }
}
unpack() { case $1 in *.gz) gzip -dc "$1" ;; *.zst) zstd -dqc "$1" ;; *.lz4) lz4 -dqc "$1" ;; *) cat "$1" ;; esac; }
# A data directory of the backup in $1, at $2, which is there and empty.
plain_files() {
    if [ -z "$compression" ]; then
        cp --archive --reflink=auto "$1/." "$2"
        return
    fi
    for tar in "$1"/base.tar* "$1"/pg_wal.tar*; do
        [ -e "$tar" ] || continue
        into=$2
        case $tar in */pg_wal.tar*) into=$2/pg_wal ;; esac
        unpack "$tar" | tar -xf - -C "$into" || return 1
    done
    cp "$1/backup_manifest" "$2" || return 1
    # A server would lead the links to the directories that the map names: those of the live one.
    spaces=$(dirname "$2")/tablespaces
    [ ! -s "$2/tablespace_map" ] || { rm -rf "$spaces" && mkdir -m 700 "$spaces" && : >"$2/tablespace_map"; } || return 1
    for tar in "$1"/[0-9]*.tar*; do
        [ -e "$tar" ] || continue
        oid=${tar##*/} oid=${oid%%.*}
        mkdir -m 700 "$spaces/$oid" && unpack "$tar" | tar -xf - -C "$spaces/$oid" &&
            ln -s "$spaces/$oid" "$2/pg_tblspc/$oid" && printf '%s %s\n' "$oid" "$spaces/$oid" >>"$2/tablespace_map" || return 1
    done
}
mkdir -p "$directory" || exit 1
exec 9>"$directory/.howdah-scheduled.lock"
flock -n 9 || fail 'An earlier scheduled backup is still running.'
# What a run that was cut off has left: this script alone makes directories of that name.
rm -rf "$directory"/.unfinished-*-scheduled
needed=$(du -skx --exclude=pg_wal "$data/." 2>/dev/null | cut -f 1)
[ -z "$compression" ] || needed=$((${needed:-0} * 2)) # unpacked once, to be verified
spare=$(df -Pk "$directory" | awk 'NR == 2 { print $4 }')
[ "${needed:-0}" -lt "$spare" ] || fail "$((spare / 1024)) MB are free in $directory, about $((needed / 1024)) MB are needed."
mkdir "$staging" || fail "$(id -un) may not write in $directory."
set -- --dbname="$connection" --pgdata="$staging/data" --wal-method=stream --checkpoint=fast --no-password --label="$label"
[ -z "$compression" ] || set -- "$@" --format=tar --compress="$compression"
[ -z "$rate" ] || set -- "$@" --max-rate="$rate"
said=$("$bin/pg_basebackup" "$@" 2>&1) || fail "$(printf '%s\n' "$said" | tail -n 3)"
plain=$staging/data
if [ -n "$compression" ]; then
    plain=$staging/unpacked/data
    mkdir -m 700 "$staging/unpacked" "$plain"
    said=$(plain_files "$staging/data" "$plain" 2>&1) || fail "It cannot be unpacked: $said"
fi
said=$("$bin/pg_verifybackup" --exit-on-error --ignore=tablespace_map "$plain" 2>&1) || fail "$(printf '%s\n' "$said" | tail -n 3)"
system=$(od -An -t u8 -N 8 "$plain/global/pg_control" | tr -d ' ')
version=$(cat "$plain/PG_VERSION")0000
rm -rf "$staging/unpacked"
printf '{"id":"%s","label":"%s","cluster":"%s","systemIdentifier":"%s","takenFrom":"%s","serverVersion":%s}\n' \
    "$id" "$(json "$label")" "$(json "$cluster")" "$system" "$(json "$node")" "$version" >"$staging/howdah-backup.json" ||
    fail 'Its record cannot be written.'
sync "$staging/howdah-backup.json" && mv "$staging" "$directory/$id" && sync "$directory" || fail "It cannot be put in its place."
tell run true "$(du -sh "$directory/$id" | cut -f 1) taken and verified"
)sh";

/// It comes into its place when it is whole: what the two hosts have is compared first.
const char *const copying = R"sh(
sums='find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum'
there="d=$copyQuoted t=$copyQuoted/.unfinished-$id
mkdir -p \"\$d\" || exit 1
[ \$(df -Pk \"\$d\" | awk 'NR == 2 { print \$4 }') -gt $(du -sk "$directory/$id" | cut -f 1) ] || { echo 'There is not room enough.' >&2; exit 1; }
rm -rf \"\$t\" && mkdir -m 700 \"\$t\" || exit 1
tar -C \"\$t\" --strip-components=1 -xf - && cd \"\$t\" && sync . && [ \"\$($sums)\" = '$(cd "$directory/$id" && eval "$sums")' ] &&
    cd / && mv \"\$t\" \"\$d/$id\" && sync \"\$d\" || { cd /; rm -rf \"\$t\"; echo 'It did not arrive whole.' >&2; exit 1; }"
began=$(date +%s)
set --
[ -z "$sshConfig" ] || set -- -F "$sshConfig"
if said=$(tar -C "$directory" -cf - "$id" | ssh "$@" -o BatchMode=yes -o ConnectTimeout=30 "$copyHost" "$there" 2>&1); then
    tell copy true "$copyHost:$copyDirectory"
else
    tell copy false "$(printf '%s\n' "$said" | tail -n 3)"
fi
)sh";

/// Restored aside and opened at its own end: no other server is touched, nothing listens but a socket in its directory.
const char *const drilling = R"sh(
place=$directory/.drilling
began=$(date +%s)
if [ -d "$place" ]; then # of a run that was cut off
    "$bin/pg_ctl" stop --silent --pgdata="$place/data" --mode=immediate >/dev/null 2>&1
    rm -rf "$place"
fi
mkdir -m 700 "$place" "$place/data"
touch "$place/howdah-made-this"
spare=$(df -Pk "$directory" | awk 'NR == 2 { print $4 }')
if [ "${needed:-0}" -ge "$spare" ]; then
    echo "howdah: no room for a drill: $((spare / 1024)) MB are free, about $((needed / 1024)) MB are needed" >&2
    rc=1
elif ! said=$(plain_files "$directory/$id/data" "$place/data" 2>&1); then
    tell drill false "It cannot be restored: $(printf '%s\n' "$said" | head -n 2)"
else
    cd "$place/data"
    rm -f standby.signal
    touch recovery.signal postgresql.conf pg_ident.conf postgresql.auto.conf
    printf 'local all all trust\n' >howdah_hba.conf
    sed -i -e '/^[[:space:]]*recovery_target/Id' -e '/^[[:space:]]*data_directory/Id' postgresql.conf postgresql.auto.conf
    printf '%s\n' "$settings" >>postgresql.auto.conf
    "$bin/pg_ctl" start --silent --wait --timeout=86400 --pgdata="$place/data" --log="$place/server.log" >/dev/null 2>&1 9>&-
    until sed -n 8p postmaster.pid 2>/dev/null | grep -q '^ready'; do
        "$bin/pg_ctl" status --pgdata="$place/data" >/dev/null || break
        sleep 1
    done
    if "$bin/pg_ctl" status --pgdata="$place/data" >/dev/null; then
        examine "$bin" "$place" "$drillPort" "$superuser" full "$log" "$id" '' >/dev/null || rc=1
        "$bin/pg_ctl" stop --silent --pgdata="$place/data" --mode=immediate >/dev/null 2>&1
    else
        tell drill false "$(grep -E 'PANIC: |FATAL: ' "$place/server.log" | head -n 3)"
    fi
    cd /
fi
rm -rf "$place"
)sh";

QString line(const char *name, const QString &value)
{
    return QStringLiteral("%1=%2\n").arg(QString::fromLatin1(name), shellQuoted(value));
}

QString drill(const ScheduledScript &parts)
{
    return line("settings", QString::fromUtf8(parts.drillSettings)) + line("superuser", parts.superuser) +
           line("drillPort", QString::number(parts.drillPort)) + QStringLiteral("examine() (\n") +
           drillExaminationScript() + QStringLiteral(")\n") + QString::fromLatin1(drilling);
}

} // namespace

QString scheduledDrillPlace(const QString &directory)
{
    return directory + QStringLiteral("/.drilling");
}

QByteArray scheduledScript(const ScheduledScript &parts)
{
    return (QStringLiteral("#!/bin/sh\n"
                           "# Written by Howdah: a scheduled base backup. Run by the owner of the data directory.\n"
                           "set -u\numask 077\n") +
            line("cluster", parts.cluster) + line("node", parts.node) + line("bin", parts.binDirectory) +
            line("directory", parts.directory) + line("connection", parts.connInfo) +
            line("label", QStringLiteral("scheduled")) + line("compression", parts.compression) +
            line("rate", parts.rate) + line("copyHost", parts.copyHost) + line("copyDirectory", parts.copyDirectory) +
            line("copyQuoted", shellQuoted(parts.copyDirectory)) + line("sshConfig", parts.sshConfig) +
            line("data", parts.dataDirectory) + noteFunction() + QString::fromLatin1(body) +
            (parts.copyHost.isEmpty() ? QString() : QString::fromLatin1(copying)) +
            (parts.drillSettings.isEmpty() ? QString() : drill(parts)) + QStringLiteral("exit $rc\n"))
        .toUtf8();
}

} // namespace howdah
