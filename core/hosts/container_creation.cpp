#include "core/hosts/container_creation.h"

#include "core/hosts/container_companion.h"

namespace howdah {

namespace {

constexpr auto labelName = "io.howdah.operation";

// Only names and labels that are listed say that something is not there: an engine that does not answer says nothing.
// $1 engine, $2 container, $3 operation, $4 all or only those that run.
constexpr auto containerList =
    R"sh(found=$("$1" ps $4 --quiet --filter "name=^/?$2\$" --filter "label=io.howdah.operation=$3"))sh";
// $1 engine, $2 volume, $3 operation. By its own words: podman takes a part of a name for it, and several filters of
// its list for alternatives.
constexpr auto volumeIsOursScript =
    R"sh([ "$("$1" volume inspect --format '{{.Name}} {{index .Labels "io.howdah.operation"}}' "$2")" = "$2 $3" ])sh";
// $1 engine, $2 container, $3 the one beside it.
constexpr auto endBesideScript =
    R"sh(found=$("$1" ps --all --quiet --filter "name=^/?$3\$" --filter "label=io.howdah.beside=$2") || exit
[ -z "$found" ] || "$1" rm --force "$3" >/dev/null)sh";
// $1 engine, $2 container, $3 operation, $4 --all, $5 volume, $6 the one beside it.
constexpr auto removeScript =
    R"sh(found=$("$1" ps --all --quiet --filter "name=^/?$6\$" --filter "label=io.howdah.beside=$2") || exit
[ -z "$found" ] || "$1" rm --force "$6" >/dev/null || exit
found=$("$1" ps $4 --quiet --filter "name=^/?$2\$" --filter "label=io.howdah.operation=$3") || exit
[ -z "$found" ] || "$1" rm --force --volumes "$2" >/dev/null || exit
found=$("$1" volume ls --quiet) || exit
printf '%s\n' "$found" | grep -qxF -- "$5" || exit 0
found=$("$1" volume inspect --format '{{index .Labels "io.howdah.operation"}}' "$5") || exit
[ "$found" != "$3" ] || "$1" volume rm "$5" >/dev/null)sh";
// $1 engine, $2 network, $3 container.
constexpr auto joinScript =
    R"sh("$1" container inspect --format '{{range $name, $network := .NetworkSettings.Networks}}{{$name}}
{{end}}' "$3" | grep -qxF -- "$2" || "$1" network connect "$2" "$3")sh";

Command script(const QString &text, const QStringList &words)
{
    return {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), text, QStringLiteral("howdah")} + words,
            .environment = engineEnvironment()};
}

/// Whether the list finds something, or nothing.
Command look(bool something, const QStringList &words)
{
    const QString question =
        something ? QStringLiteral(" && [ -n \"$found\" ]") : QStringLiteral(" && [ -z \"$found\" ]");
    return script(QLatin1String(containerList) + question, words);
}

QStringList labelOf(const NewContainer &container)
{
    return {QStringLiteral("--label"), QStringLiteral("%1=%2").arg(QLatin1String(labelName), container.operationId)};
}

} // namespace

Command NewContainer::endBeside() const
{
    return script(QLatin1String(endBesideScript), {engine, name, companionName(name)});
}

Command NewContainer::createVolume() const
{
    return engineCommand(engine, QStringList{QStringLiteral("volume"), QStringLiteral("create")} + labelOf(*this) +
                                     QStringList{volume()});
}

Command NewContainer::create() const
{
    QStringList given{QStringLiteral("create"), QStringLiteral("--name"), name};
    given += labelOf(*this);
    given << QStringLiteral("--volume") << volume() + QLatin1Char(':') + mount;
    if (!networks.isEmpty())
        given << QStringLiteral("--network") << networks.first();
    return engineCommand(engine, given + options + QStringList{image} + words);
}

QList<Command> NewContainer::joinOtherNetworks() const
{
    QList<Command> commands;
    for (const QString &network : networks.mid(1))
        commands << script(QString::fromLatin1(joinScript), {engine, network, name});
    return commands;
}

Command NewContainer::isOurs() const
{
    return look(true, {engine, name, operationId, QStringLiteral("--all")});
}

Command NewContainer::volumeIsOurs() const
{
    return script(QString::fromLatin1(volumeIsOursScript), {engine, volume(), operationId});
}

Command NewContainer::isGone() const
{
    return look(false, {engine, name, operationId, QStringLiteral("--all")});
}

Command NewContainer::isNotRunning() const
{
    return look(false, {engine, name, operationId, QString()});
}

Command NewContainer::remove() const
{
    return script(QLatin1String(removeScript),
                  {engine, name, operationId, QStringLiteral("--all"), volume(), companionName(name)});
}

} // namespace howdah
