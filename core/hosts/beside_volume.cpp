#include "core/hosts/beside_volume.h"

#include "core/hosts/container_companion.h"

namespace howdah {

namespace {

constexpr auto labelName = "io.howdah.operation";

// Only names and labels that are listed say that something is not there: an engine that does not answer says nothing.
// $1 engine, $2 container, $3 what runs beside it.
constexpr auto endBesideFunction = R"sh(end_beside() {
    beside() { "$1" ps --all --quiet --filter "name=^/?$3\$" --filter "label=io.howdah.beside=$2"; }
    found=$(beside "$@") || return
    [ -n "$found" ] || return 0
    "$1" kill "$3" >/dev/null 2>&1 # its shell heeds no other signal, and it goes by itself then
    for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        found=$(beside "$@") || return
        [ -n "$found" ] || return 0
        sleep 0.2
    done
    "$1" rm --force "$3" >/dev/null
}
)sh";
// The same, $4 volume, $5 operation.
constexpr auto removeScript = R"sh(found=$("$1" volume ls --quiet) || exit
printf '%s\n' "$found" | grep -qxF -- "$4" || exit 0
label=$("$1" volume inspect --format '{{index .Labels "io.howdah.operation"}}' "$4") || exit
[ "$label" = "$5" ] || exit 0
end_beside "$1" "$2" "$3" || exit
image=$("$1" container inspect --format '{{.Image}}' "$2") || exit
left=$("$1" run --rm --network none --volume "$4:/looked-at" --user 0:0 --entrypoint ls "$image" -A /looked-at) || exit
[ -n "$left" ] || "$1" volume rm "$4" >/dev/null)sh";
// $1 engine, $2 volume, $3 operation.
constexpr auto isOursScript =
    R"sh([ "$("$1" volume inspect --format '{{.Name}} {{index .Labels "io.howdah.operation"}}' "$2")" = "$2 $3" ])sh";

Command script(const QString &text, const QStringList &words)
{
    return {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), text, QStringLiteral("howdah")} + words,
            .environment = engineEnvironment()};
}

} // namespace

QString BesideVolume::name() const
{
    return QStringLiteral("%1-beside-%2").arg(container, operationId);
}

QString BesideVolume::hostId() const
{
    return QStringLiteral("container:%1:%2+%3").arg(engine, container, name());
}

Command BesideVolume::create() const
{
    return engineCommand(engine, {QStringLiteral("volume"), QStringLiteral("create"), QStringLiteral("--label"),
                                  QStringLiteral("%1=%2").arg(QLatin1String(labelName), operationId), name()});
}

Command BesideVolume::isOurs() const
{
    return script(QString::fromLatin1(isOursScript), {engine, name(), operationId});
}

Command BesideVolume::removeIfEmpty() const
{
    return script(QLatin1String(endBesideFunction) + QLatin1String(removeScript),
                  {engine, container, companionName(name()), name(), operationId});
}

Command BesideVolume::endBeside() const
{
    return script(QLatin1String(endBesideFunction) + QStringLiteral("end_beside \"$@\""),
                  {engine, container, companionName(name())});
}

} // namespace howdah
