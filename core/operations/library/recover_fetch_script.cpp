#include "core/backup/archive_command.h"
#include "core/operations/library/recover_parts.h"

#include <algorithm>

// The restore_command of a recovered copy: it brings WAL ahead of the server, and looks at it before the server does.

namespace howdah::library {

namespace {

/// %1: the settings, %2: how a file is brought. A command that lies about what it brought would end recovery too early,
/// or with another cluster's rows, and the server might not notice.
/// Who brings ahead holds locks, which go with him: killed, he leaves no more than a file that is brought anew.
/// Segments are put where the server looks when the archive has none. What a restore_command brings itself the server
/// puts on disk before it replays it, and it is thrown away soon after: as much writing as all the rest. It needs them
/// on disk only when it is about to leave recovery, as until then it would ask for them again.
const char *const script = R"sh(#!/bin/sh
# Written by Howdah for restore_command: fetch-wal PLACE NAME FILE [REDO]
# Brings a file of the archive and looks at it before the server does. 1: look in pg_wal; if it is not there either, that
# ends recovery in order. More than 125: something is wrong, which stops the server.
# While the server replays a segment the next ones are brought and looked at already: each waits in PLACE/ahead, under
# its own name once it is whole. "fetch-wal PLACE --stop" ends that.
set -u
place=$1 name=$2 file=${3:-} redo=${4:-}
%1
boot=
[ ! -r /proc/sys/kernel/random/boot_id ] || read -r boot </proc/sys/kernel/random/boot_id
asked=$place/ahead/asked ahead=$place/ahead/$boot
wrong() {
    rm -f "$file"
    echo "fetch-wal: $*" >&2
    exit 126
}
%2
look() {
    [ -f "$file" ] ||
        wrong "restore_command says that it brought $name, and there is no file: it must not end with 0 then"
    case $name in
    *.history)
        grep -q '^[[:space:]]*[0-9]' "$file" || wrong "what came as $name is no timeline's history"
        return 0
        ;;
    *.*) return 0 ;;
    esac
    set -- $(od -An -v -t u8 -j 8 -N 24 "$file") '' '' ''
    [ "$bytes" -eq 0 ] || size=$(($(wc -c <"$file")))
    [ "$bytes" -eq 0 ] || [ "$size" -eq "$bytes" ] || wrong "what came as $name is cut off: it has $size bytes of $bytes"
    [ "$3" = "$system" ] || wrong "what came as $name is of another cluster: its system identifier is $3, not $system"
    where=${name#????????}
    [ "$bytes" -eq 0 ] || [ "$1" = $(((0x${where%????????} << 32) + 0x${where#????????} * bytes)) ] ||
        wrong "what came as $name is another segment"
}
fetch() {
    bring
    code=$?
    if [ "$code" -eq 0 ]; then
        look
        return
    fi
    spare=$(df -Pk "$place" | awk 'NR == 2 { print $4 }')
    rm -f "$file"
    if [ "$code" -gt 125 ] && [ "${spare:-0}" -lt $((bytes / 1024)) ]; then
        echo "fetch-wal: there is no room for $name in $place: make some, and recover again" >&2
    elif [ "$code" -gt 125 ]; then
        echo "fetch-wal: restore_command ended with code $code when it was asked for $name" >&2
    fi
    exit "$code"
}

# Whoever gets one of the slots brings; for the others there is nothing to do.
order() {
    setsid sh "$place/fetch-wal" "$place" --ahead '' "$redo" </dev/null >/dev/null 2>&1 8>&- 9>&- &
}
following() {
    each=$((4294967296 / bytes)) where=${1#????????} count=0
    number=$((0x${where%????????} * each + 0x${where#????????}))
    while [ "$count" -lt "$depth" ]; do
        count=$((count + 1))
        printf '%s%08X%08X ' "${1%????????????????}" $(((number + count) / each)) $(((number + count) % each))
    done
}
# What the server has gone past, or gone back from.
forget() {
    set --
    for one in "$ahead"/*; do
        stem=${one##*/}
        case " slot own $last $window" in *" ${stem%%.*} "*) ;; *) set -- "$@" "$one" ;; esac
    done
    [ "$#" -eq 0 ] || rm -f "$@"
}
# False when it is not there, or not right: the server shall see that itself, when it gets so far.
take() {
    [ ! -e "$ahead/$1" ] || return 0
    [ ! -e "$ahead/$1.none" ] || return 1
    exec 8>>"$ahead/$1.lock"
    flock --nonblock 8 || return 0
    [ ! -e "$ahead/$1" ] || return 0
    [ "$together" -eq 1 ] || order
    rm -f "$ahead/$1".part.*
    timeout --kill-after=2 "$patience" sh "$place/fetch-wal" "$place" --one "$ahead/$1.part.$$" "$redo" "$1" &
    child=$!
    wait "$child" && mv "$ahead/$1.part.$$" "$ahead/$1" || true >"$ahead/$1.none"
    child=
    exec 8>&-
    [ ! -e "$ahead/$1.none" ]
}
bringAhead() {
    slot=1
    exec 9>>"$ahead/slot.$slot"
    until flock --nonblock 9; do
        slot=$((slot + 1))
        [ "$slot" -le "$together" ] || exit 0
        exec 9>>"$ahead/slot.$slot"
    done
    child=
    trap '[ -z "$child" ] || kill "$child"; exit 1' TERM
    echo $$ >"$ahead/slot.$slot"
    last=
    while read -r now <"$asked" && [ "$now" != "$last" ]; do
        last=$now
        window=$(following "$last")
        forget
        for next in $window; do take "$next" || break; done
    done
}
# What is under way ends; with but one slot nothing else begins as long as this process has it. A file is tried before:
# where "exec" cannot open one it would end this shell, with a code that ends recovery.
endBringing() {
    for slot in "$ahead"/slot.*; do
        [ -e "$slot" ] && true >>"$slot" || continue
        exec 9>>"$slot"
        flock --nonblock 9 && continue
        read -r runner <"$slot" && grep -qsF "$place/fetch-wal" "/proc/$runner/cmdline" && kill "$runner"
        flock --timeout 5 9
    done
}

case $name in
--ahead)
    bringAhead
    exit 0
    ;;
--one)
    name=$5
    fetch
    exit 0
    ;;
--stop)
    mv "$place/ahead" "$place/ahead.over" 2>/dev/null || exit 0
    ahead=$place/ahead.over/$boot
    endBringing
    rm -rf "$place/ahead.over"
    exit 0
    ;;
esac

echo "$name $$" >"$place/fetching"
trap 'echo >"$place/fetching"' EXIT
command -v flock >/dev/null && command -v setsid >/dev/null && command -v timeout >/dev/null || depth=0
[ -n "$boot" ] && [ -d "$place/ahead" ] && { [ -d "$ahead" ] || mkdir "$ahead"; } || depth=0
wal=${file%/*}
case $name in
*.*)
    # So it asks when it has come to its end. From then on it would begin again at REDO with what lies here.
    if [ -e "$asked" ]; then
        [ ! -e "$place/ahead/redo" ] || read -r redo <"$place/ahead/redo"
        for one in "$wal"/????????????????????????; do
            [ ! "${one#"$wal"/????????}" \< "${redo#????????}" ] || continue
            sync "$one" || [ ! -e "$one" ] || wrong "$one cannot be put on disk"
        done
    fi
    [ "$depth" -eq 0 ] || [ "$together" -gt 1 ] || endBringing
    fetch
    exit 0
    ;;
esac
if [ "$depth" -eq 0 ]; then
    fetch
    exit 0
fi
echo "$name" >"$asked"
# The server names it only as long as it replays.
case $redo in *[1-9A-F]*) echo "$redo" >"$place/ahead/redo" ;; esac
if [ ! -e "$ahead/$name" ]; then
    [ "$together" -eq 1 ] || order
    flock "$ahead/$name.lock" true
fi
if [ ! -e "$ahead/$name" ] || ! mv "$ahead/$name" "$wal/$name"; then
    # What somebody else has written may bear no other beside it.
    [ "$together" -gt 1 ] || endBringing
    file=$ahead/own
    fetch
    mv "$file" "$wal/$name" || wrong "$name cannot be put into $wal"
    rm -f "$ahead"/*.none
    exec 9>&-
fi
true >"$wal/archive_status/$name.done"
order
exit 1
)sh";

const char *const bringByScript = R"sh(bring() (
    set -- %1 "$name" "$file"
    . "$place/restore-wal"
))sh";

/// The server would put the names in; a percent sign is written twice.
const char *const bringByCommand = R"sh(bring() {
    command=$(printf '%s\n' %1 |
        sed -e 's/%%/\x01/g' -e "s|%f|$name|g" -e "s|%p|$file|g" -e "s|%r|$redo|g" -e 's/\x01/%/g')
    sh -c "$command"
})sh";

/// Segments that wait for the server: few where they are large, for they take room.
quint32 depthFor(quint32 segmentBytes)
{
    constexpr quint32 most = 8;
    constexpr quint32 room = 256U << 20;
    return segmentBytes == 0 ? 0 : std::clamp(room / segmentBytes, 1U, most);
}

/// How many are brought at a time: over ssh most of the time goes into the way there. Of another's command it is not
/// known whether it bears that.
int togetherFor(const RecoverParts &parts)
{
    constexpr int byScript = 2;
    constexpr int overSsh = 4;
    if (parts.restoreCommand.isEmpty())
        return byScript;
    return parts.restoreCommand.startsWith(
               QStringLiteral("'%1/%2' ").arg(QLatin1String(archiveOwnDirectory), QLatin1String(restoreOverSshName)))
               ? overSsh
               : 1;
}

} // namespace

QByteArray fetchScript(const RecoverParts &parts)
{
    const QString settings = QStringLiteral("system=%1 bytes=%2 depth=%3 together=%4 patience=%5")
                                 .arg(parts.systemIdentifier)
                                 .arg(parts.segmentBytes)
                                 .arg(depthFor(parts.segmentBytes))
                                 .arg(togetherFor(parts))
                                 .arg(parts.patience);
    const bool byCommand = !parts.restoreCommand.isEmpty();
    const QString bring =
        QString::fromLatin1(byCommand ? bringByCommand : bringByScript)
            .replace(QLatin1String("%1"), shellQuoted(byCommand ? parts.restoreCommand : parts.archive));
    return QString::fromLatin1(script)
        .replace(QLatin1String("%1"), settings)
        .replace(QLatin1String("%2"), bring)
        .toUtf8();
}

} // namespace howdah::library
