#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

/// Words: pg_ctl, --log=…, --pgdata=…, the place, where replay begins, where it ends (0: not known), bytes of a
/// segment, seconds that one may take, the timeline as in a segment's name, the archive, "end" when recovery goes to
/// its end. pg_ctl alone would come back when recovery has begun (with hot_standby = off it takes "standby" for
/// started), and it would wait for ever for a segment that does not come. Run again it goes on watching. How far it is
/// it says as pg_basebackup does. What the archive holds is looked up only now: it grows, and the plan must not change
/// with it.
const char *const watching = R"sh(
ctl=$1 log=$2 data=$3 place=$4 first=$5 last=$6 bytes=$7 patience=$8 timeline=$9
shift 9
archive=$1 goal=${2:-}
directory=${data#--pgdata=} file=${log#--log=}
settle() { [ ! -e "$place/fetch-wal" ] || sh "$place/fetch-wal" "$place" --stop; }
fail() {
    settle
    words=${1:-$(sed -n -e 's/^fetch-wal: //p' -e 's/^restore-wal: //p' "$file" | tail -n 1)}
    [ -z "$words" ] || echo "$words" >&2
    exit 1
}
startof() {
    where=${1#????????}
    echo $(((0x${where%????????} << 32) + 0x${where#????????} * bytes))
}
tell() {
    come=$((($(startof "$1") - first) / 1024)) all=$(((last - first) / 1024))
    [ "$come" -lt 0 ] || [ "$come" -gt "$all" ] || echo "$come/$all kB ($((come * 100 / all))%)"
}
said() {
    line=
    [ ! -r "$1" ] || read -r line <"$1"
}
opened() {
    [ -r "$directory/postmaster.pid" ] || return 1
    lines=0
    while [ "$lines" -lt 8 ] && read -r line; do lines=$((lines + 1)); done <"$directory/postmaster.pid"
    case $lines$line in 8ready*) ;; *) return 1 ;; esac
}
names() { [ -z "$archive" ] || ls "$archive" | grep "^$1[0-9A-F]\{16\}" | cut -c1-24; }
[ -e "$place/started" ] || : >"$place/started"
mkdir -p "$place/ahead" || fail
if [ "$last" -eq 0 ] && [ "$bytes" -gt 0 ]; then
    newest=$(names "$timeline" | tail -n 1)
    [ -z "$newest" ] || last=$(($(startof "$newest") + bytes))
fi
[ "$last" -le "$first" ] || [ "$first" -eq 0 ] || echo "0/$(((last - first) / 1024)) kB (0%)"
starter=
"$ctl" "$data" status >/dev/null || {
    "$ctl" --wait --timeout=604800 --silent "$log" "$data" start &
    starter=$!
}
seen= since=0 told=
until opened; do
    kill -0 "$starter" 2>/dev/null || "$ctl" "$data" status >/dev/null || fail
    said "$place/ahead/asked"
    if [ "$line" != "$told" ]; then
        told=$line
        case $told in
        ????????????????????????) [ "$last" -le "$first" ] || [ "$first" -eq 0 ] || tell "$told" ;;
        esac
    fi
    said "$place/fetching"
    if [ "$line" != "$seen" ]; then
        seen=$line since=$(date +%s)
    elif [ -n "$line" ] && [ $(($(date +%s) - since)) -ge "$patience" ]; then
        "$ctl" "$data" --mode=immediate stop >/dev/null 2>&1
        fail "restore_command has not brought ${line%% *} within $patience seconds: see whether the archive answers, and recover again"
    fi
    sleep 0.05
done
settle
[ -z "$starter" ] || wait "$starter"
[ "$goal" = end ] && [ -n "$archive" ] && [ "$bytes" -gt 0 ] || exit 0

# Recovery that meets a damaged record takes it for the end. It is not, when two whole segments lay behind it already.
at=$(sed -n 's/.*redo done at \([0-9A-F]*\)\/\([0-9A-F]*\).*/\1 \2/p' "$file" | tail -n 1)
[ -n "$at" ] || exit 0
number=$((((0x${at% *} << 32) + 0x${at#* }) / bytes)) each=$((4294967296 / bytes))
named() { printf '%08X%08X' $(($1 / each)) $(($1 % each)); }
forked=$(names "$timeline" | head -n 1)
[ -n "$forked" ] || exit 0
on=$timeline
[ "$(($(startof "$forked") / bytes))" -le "$number" ] || on='[0-9A-F]\{8\}'
for further in 1 2; do
    there=
    for name in $(names "$on" | grep "$(named $((number + further)))\$"); do
        for copy in "$archive/$name"*; do [ "$copy" -nt "$place/started" ] || there=yes; done
    done
    [ -n "$there" ] || exit 0
done
fail "recovery ended at ${at% *}/${at#* }, long before the end of the archive: the segment there is damaged inside; put a sound one in its place, or recover to a target before it"
)sh";

} // namespace

Action stopFetching(const RecoverParts &parts)
{
    return {.text = Tr::tr("End what still fetches WAL for it"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                                                    QStringLiteral("[ ! -e \"$1/fetch-wal\" ] || "
                                                                   "sh \"$1/fetch-wal\" \"$1\" --stop"),
                                                    QStringLiteral("sh"), parts.place},
                                           .asUser = parts.owner}}};
}

Action startAndRecover(const RecoverParts &parts)
{
    return {.text = Tr::tr("Start it and let it replay WAL up to the target"),
            .what = RunCommand{
                .hostId = parts.hostId,
                .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QLatin1String(watching),
                                     QStringLiteral("sh"), parts.binDirectory + QStringLiteral("/pg_ctl"),
                                     QStringLiteral("--log=") + parts.serverPlace.logFile,
                                     QStringLiteral("--pgdata=") + parts.data(), parts.place,
                                     QString::number(parts.first.position()), QString::number(parts.until.position()),
                                     QString::number(parts.segmentBytes), QString::number(parts.patience),
                                     QString::asprintf("%08X", parts.timeline),
                                     parts.restoreCommand.isEmpty() ? parts.archive : QString(),
                                     parts.toTheEnd ? QStringLiteral("end") : QString()},
                            .asUser = parts.owner,
                            .detached = true},
                .progress = RunCommand::Progress::BaseBackup}};
}

} // namespace howdah::library
