#include "core/backup/archive_command.h"

namespace howdah {

QByteArray archiveScript()
{
    return R"sh(#!/bin/sh
# Written by Howdah for archive_command: archive-wal DIRECTORY FILE NAME [none|gzip|zstd [LEVEL [BYTES]]]
# A file appears in the archive whole and on disk, or not at all; it never replaces another one.
# FILE "-" is standard input, of which there must be BYTES: a connection that broke would look like its end.
set -u
directory=$1 file=$2 name=$3 method=${4:-none} level=${5:-} bytes=${6:-}

fail() {
    echo "archive-wal: $*" >&2
    exit 1
}
packed() {
    case $method in
    gzip) gzip -c ${level:+"-$level"} ;;
    zstd) zstd -qc ${level:+"-$level"} ;;
    esac
}
unpacked() {
    case $method in
    none) cat ;;
    gzip) gzip -dc ;;
    zstd) zstd -dqc ;;
    esac
}

case $method in
none) suffix= ;;
gzip) suffix=.gz ;;
zstd) suffix=.zst ;;
*) fail "no such compression: $method" ;;
esac
target=$directory/$name$suffix
part=$directory/.$name.$$.part
sent=$directory/.$name.$$.sent.part

[ -d "$directory" ] || fail "the archive directory $directory is not there (or a parent may not be entered by $(id -un))"
if [ "$file" = - ]; then
    [ -w "$directory" ] || fail "$(id -un) may not write in $directory"
    trap 'rm -f "$part" "$sent"' EXIT
    file=$sent
    cat >"$file" || fail "cannot write $file"
    [ "$(($(wc -c <"$file")))" = "$bytes" ] || fail "the connection broke before all of $name had come"
fi
[ -r "$file" ] || fail "cannot read $file"
if [ -e "$target" ]; then
    unpacked <"$target" | cmp -s - "$file" ||
        fail "$target is there and says something else: do two clusters share this archive?"
    sync "$target" "$directory" || fail "cannot put $target on disk"
    exit 0
fi
[ -w "$directory" ] || fail "$(id -un) may not write in $directory"

trap 'rm -f "$part" "$sent"' EXIT
if [ "$method" = none ]; then
    dd if="$file" of="$part" bs=1M conv=fsync status=none || fail "cannot copy $file to $part"
else
    packed <"$file" >"$part" || fail "cannot compress $file to $part"
    unpacked <"$part" | cmp -s - "$file" || fail "$part does not unpack to $file"
    sync "$part" || fail "cannot put $part on disk"
fi
# ln refuses a name that is taken, which mv would replace; a file system without links gets mv.
ln "$part" "$target" 2>/dev/null || { [ ! -e "$target" ] && mv "$part" "$target"; } || fail "cannot give $part its name $target"
rm -f "$part" "$sent"
sync "$directory" || fail "cannot put $directory on disk"
)sh";
}

QByteArray restoreScript()
{
    return R"sh(#!/bin/sh
# Written by Howdah for restore_command: restore-wal DIRECTORY NAME FILE ("-": standard output)
# 1: it is not in the archive, which ends recovery in order. More than 125: something is broken, which stops the server.
set -u
directory=$1 name=$2 file=$3

[ -d "$directory" ] || {
    echo "restore-wal: the archive directory $directory is not there" >&2
    exit 126
}
broken() {
    echo "restore-wal: $1 cannot be read or unpacked" >&2
    [ "$file" = - ] || rm -f "$file"
    exit 126
}
put() {
    if [ "$file" = - ]; then "$@"; else "$@" >"$file"; fi
}
found=$directory/$name
if [ -e "$found" ]; then
    put cat "$found" || broken "$found"
elif [ -e "$found.gz" ]; then
    put gzip -dc "$found.gz" || broken "$found.gz"
elif [ -e "$found.zst" ]; then
    put zstd -dqc "$found.zst" || broken "$found.zst"
elif [ -e "$found.lz4" ]; then
    put lz4 -dqc "$found.lz4" || broken "$found.lz4"
else
    exit 1
fi
)sh";
}

QByteArray archiveOverSshScript()
{
    return R"sh(#!/bin/sh
# Written by Howdah for archive_command: archive-wal-over-ssh DESTINATION CONFIG DIRECTORY FILE NAME [METHOD [LEVEL]]
# Hands the file to archive-wal on the other machine. The server counts a failure only up to code 125: always 1.
set -u
destination=$1 config=$2 directory=$3 file=$4 name=$5 method=${6:-none} level=${7:-}
[ "$method" = none ] && compress=no || compress=yes
[ -r "$file" ] || {
    echo "archive-wal: cannot read $file" >&2
    exit 1
}
ssh ${config:+-F "$config"} -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 \
    -o Compression=$compress -- "$destination" \
    "'$directory/.howdah/archive-wal' '$directory' - '$name' '$method' '$level' $(($(wc -c <"$file")))" <"$file"
code=$?
[ "$code" -eq 0 ] && exit 0
[ "$code" -eq 255 ] && echo "archive-wal: $(id -un) cannot log in to $destination by ssh" >&2
exit 1
)sh";
}

QByteArray restoreOverSshScript()
{
    return R"sh(#!/bin/sh
# Written by Howdah for restore_command: restore-wal-over-ssh DESTINATION CONFIG DIRECTORY NAME FILE
# 1: it is not in the archive, which ends recovery in order. 126: there is no way to it, which stops the server.
set -u
destination=$1 config=$2 directory=$3 name=$4 file=$5
ssh ${config:+-F "$config"} -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 \
    -- "$destination" "'$directory/.howdah/restore-wal' '$directory' '$name' -" </dev/null >"$file"
code=$?
[ "$code" -eq 0 ] && exit 0
rm -f "$file"
[ "$code" -eq 1 ] && exit 1
[ "$code" -eq 255 ] && echo "restore-wal: $(id -un) cannot log in to $destination by ssh" >&2
exit 126
)sh";
}

} // namespace howdah
