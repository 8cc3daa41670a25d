#include "core/backup/archive_command.h"

namespace howdah {

QByteArray archiveScript()
{
    return R"sh(#!/bin/sh
# Written by Howdah for archive_command: archive-wal DIRECTORY FILE NAME [none|gzip|zstd]
# A file appears in the archive whole and on disk, or not at all; it never replaces another one.
set -u
directory=$1 file=$2 name=$3 method=${4:-none}

fail() {
    echo "archive-wal: $*" >&2
    exit 1
}
packed() {
    case $method in
    gzip) gzip -c ;;
    zstd) zstd -qc ;;
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

[ -d "$directory" ] || fail "the archive directory $directory is not there (or a parent may not be entered by $(id -un))"
[ -r "$file" ] || fail "cannot read $file"
if [ -e "$target" ]; then
    unpacked <"$target" | cmp -s - "$file" ||
        fail "$target is there and says something else: do two clusters share this archive?"
    sync "$target" "$directory" || fail "cannot put $target on disk"
    exit 0
fi
[ -w "$directory" ] || fail "$(id -un) may not write in $directory"

trap 'rm -f "$part"' EXIT
if [ "$method" = none ]; then
    dd if="$file" of="$part" bs=1M conv=fsync status=none || fail "cannot copy $file to $part"
else
    packed <"$file" >"$part" || fail "cannot compress $file to $part"
    unpacked <"$part" | cmp -s - "$file" || fail "$part does not unpack to $file"
    sync "$part" || fail "cannot put $part on disk"
fi
# ln refuses a name that is taken, which mv would replace; a file system without links gets mv.
ln "$part" "$target" 2>/dev/null || { [ ! -e "$target" ] && mv "$part" "$target"; } || fail "cannot give $part its name $target"
rm -f "$part"
sync "$directory" || fail "cannot put $directory on disk"
)sh";
}

QByteArray restoreScript()
{
    return R"sh(#!/bin/sh
# Written by Howdah for restore_command: restore-wal DIRECTORY NAME FILE
# 1: it is not in the archive, which ends recovery in order. More than 125: something is broken, which stops the server.
set -u
directory=$1 name=$2 file=$3

[ -d "$directory" ] || {
    echo "restore-wal: the archive directory $directory is not there" >&2
    exit 126
}
broken() {
    echo "restore-wal: $1 cannot be read or unpacked" >&2
    rm -f "$file"
    exit 126
}
found=$directory/$name
if [ -e "$found" ]; then
    cp "$found" "$file" || broken "$found"
elif [ -e "$found.gz" ]; then
    gzip -dc <"$found.gz" >"$file" || broken "$found.gz"
elif [ -e "$found.zst" ]; then
    zstd -dqc <"$found.zst" >"$file" || broken "$found.zst"
elif [ -e "$found.lz4" ]; then
    lz4 -dqc <"$found.lz4" >"$file" || broken "$found.lz4"
else
    exit 1
fi
)sh";
}

} // namespace howdah
