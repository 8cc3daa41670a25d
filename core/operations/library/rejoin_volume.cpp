#include "core/base/key.h"
#include "core/hosts/container_companion.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

// Where the data directory is its container's volume nothing lies beside it: what is kept goes to a second volume,
// which is given to the container's companion alone. A volume cannot be renamed, and neither can anything be moved from
// one to the other, so that a new copy takes the place of the old data within theirs; these go over once it streams.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

// $1 data directory, $2 where the old data go, $3 the copy, $4 what is around the copy, $5 operation. Entry by entry;
// PG_VERSION, without which no server starts, comes last to its new place and goes first from it, so that it says how
// far an earlier try came.
constexpr auto moveFunctions = R"sh(data=$1 old=$2 copy=$3 around=$4 operation=$5
all() {
    find "$1" -mindepth 1 -maxdepth 1 ! -path "$old" ! -path "$around" ! -name lost+found ! -name PG_VERSION \
        -exec mv -nt "$2" -- {} + || return
}
version() { [ ! -e "$2/PG_VERSION" ] && mv -- "$1/PG_VERSION" "$2"; }
)sh";
constexpr auto placeScript = R"sh(if [ ! -e "$old/PG_VERSION" ]; then
    mkdir -p -m 700 -- "$old" && all "$data" "$old" && version "$data" "$old" || exit
fi
if [ -e "$copy/PG_VERSION" ]; then all "$copy" "$data" && version "$copy" "$data" || exit; fi
sync -- "$data" "$old" "$copy")sh";
constexpr auto takeBackScript = R"sh([ -d "$old" ] || exit 0
if [ -e "$old/PG_VERSION" ]; then
    if [ -e "$data/PG_VERSION" ]; then
        grep -qsF -- "$operation" "$data/standby.signal" ||
            { echo "$data is left as it is: it is not, or not any more, what this operation put there." >&2; exit 1; }
        version "$data" "$copy" || exit
    fi
    all "$data" "$copy" && version "$old" "$data" || exit
fi
all "$old" "$data" && rmdir -- "$old" && sync -- "$data")sh";
// $1 from, $2 to, on another file system. What has been copied and compared is renamed before it is removed: a removal
// that was cut off is never taken for the whole.
constexpr auto carryScript = R"sh(same() {
    other=$(cd -- "$1" && find . -type f ! -exec cmp -s -- {} "$2/{}" ';' -print -quit) || return
    [ -z "$other" ] || { echo "$other is not the same in $1 and in $2." >&2; return 1; }
}
if [ -d "$1" ]; then
    if [ ! -d "$2" ]; then
        rm -rf -- "$2.part" && cp -a -- "$1" "$2.part" && sync -f -- "$2.part" &&
            same "$1" "$2.part" && mv -T -- "$2.part" "$2" || exit
    fi
    mv -T -- "$1" "$1.moved" || exit
fi
[ -d "$2" ] || { echo "Neither $1 nor $2 is there." >&2; exit 1; }
rm -rf -- "$1.moved" "$2.moved" "$1.part")sh";

Action shell(const RejoinParts &parts, const QString &text, const QString &script, const QStringList &words)
{
    return {.text = text,
            .what = RunCommand{.hostId = parts.place.hostId,
                               .command = {.argv = QStringList{key("sh"), key("-c"), script, key("howdah")} + words,
                                           .asUser = parts.place.owner,
                                           .environment = {{key("LC_ALL"), key("C")}}}}};
}

Action move(const RejoinParts &parts, const QString &text, const char *script)
{
    return shell(parts, text, QLatin1String(moveFunctions) + QLatin1String(script),
                 {parts.place.dataDirectory, parts.aside, parts.copy, parts.copyStaging, parts.operationId});
}

RunCommand byEngine(const Command &command)
{
    return {.hostId = key("local"), .command = command};
}

Observation isOurs(const RejoinParts &parts)
{
    return {.text = Tr::tr("the volume %1 is there and carries this operation's label").arg(parts.volume->name()),
            .look = CommandSucceeds{key("local"), parts.volume->isOurs()},
            .timeout = Milliseconds{0}};
}

QList<Action> makeVolume(const RejoinParts &parts)
{
    const QString mount = key(besideVolumeMount);
    return {{.text = Tr::tr("Create the volume %1").arg(parts.volume->name()),
             .what = byEngine(parts.volume->create()),
             .unless = isOurs(parts)},
            {.text = Tr::tr("Give it to %1").arg(parts.place.owner),
             .what = RunCommand{
                 .hostId = parts.place.hostId,
                 .command = {.argv = {key("chown"), key("--"), parts.place.owner, mount}, .asUser = key("root")}}}};
}

} // namespace

QString RejoinParts::oldData() const
{
    return key(besideVolumeMount) + QStringLiteral("/data");
}

Step rejoinVolumeStep()
{
    return {.id = key("volume"),
            .title = [](const Situation &) { return Tr::tr("Make a volume for what is kept"); },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return parts.volume ? makeVolume(parts) : QList<Action>();
                },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                return parts.volume ? QList<Action>{removeEmptyVolume(parts)} : QList<Action>();
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                return parts.volume ? QList<Observation>{isOurs(parts)} : QList<Observation>();
            },
            .always = true};
}

Action placeInVolume(const RejoinParts &parts)
{
    return move(parts, Tr::tr("Move the old data to %1 and the copy to %2").arg(parts.aside, parts.place.dataDirectory),
                placeScript);
}

Action takeBackInVolume(const RejoinParts &parts)
{
    return move(parts,
                Tr::tr("Move the copy back to %1, if it is still this rejoin's, and the old data to %2")
                    .arg(parts.copy, parts.place.dataDirectory),
                takeBackScript);
}

Action removeCopyInVolume(const RejoinParts &parts)
{
    return {.text = Tr::tr("Remove the working directory %1").arg(parts.copyStaging),
            .what = RemoveMarkedDirectory{parts.place.hostId, parts.copyStaging, parts.place.owner, parts.marker}};
}

Step rejoinCarryStep()
{
    const auto carries = [](const RejoinParts &parts) { return parts.volume && parts.way == RejoinWay::Clone; };
    return {.id = key("carry"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Put the old data of %1 into the other volume").arg(RejoinParts::of(situation).name);
                },
            .act = [carries](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!carries(parts))
                    return {};
                return {shell(parts,
                              Tr::tr("Copy the old data to %1, compare, and only then remove them from %2")
                                  .arg(parts.oldData(), parts.aside),
                              key(carryScript), {parts.aside, parts.oldData()})};
            },
            .undo = [carries](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!carries(parts))
                    return {};
                return {shell(parts,
                              Tr::tr("Copy the old data back to %1, compare, and only then remove them from %2")
                                  .arg(parts.aside, parts.oldData()),
                              key(carryScript), {parts.oldData(), parts.aside})};
            },
            .verify = [carries](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!carries(parts))
                    return {};
                const auto lies = [&](const QString &text, const QString &path, PathIs::What what) {
                    return Observation{.text = text, .look = PathIs{parts.place.hostId, path, parts.place.owner, what}};
                };
                return {lies(Tr::tr("the old data lie in %1").arg(parts.oldData()),
                             parts.oldData() + QStringLiteral("/PG_VERSION"), PathIs::What::Present),
                        lies(Tr::tr("%1 is gone").arg(parts.aside), parts.aside, PathIs::What::Absent)};
            },
            .always = true};
}

Action removeEmptyVolume(const RejoinParts &parts)
{
    return {.text = Tr::tr("Remove the volume %1, unless something is kept in it").arg(parts.volume->name()),
            .what = byEngine(parts.volume->removeIfEmpty())};
}

} // namespace howdah::library
