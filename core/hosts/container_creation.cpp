#include "core/hosts/container_creation.h"

#include "core/hosts/container_companion.h"

namespace howdah {

namespace {

constexpr auto labelName = "io.howdah.operation";

// $1 engine, $2 container, $3 operation, $4 volume, $5 the container beside it. Only names and labels that are listed
// say that something is not there: an engine that does not answer says nothing.
constexpr auto looks =
    R"sh(container() { "$1" ps --all --quiet --filter "name=^/?$2\$" --filter "label=io.howdah.operation=$3"; }
volume() { "$1" volume ls --quiet --filter "name=^$4\$" --filter "label=io.howdah.operation=$3"; }
beside() { "$1" ps --all --quiet --filter "name=^/?$5\$" --filter "label=io.howdah.beside=$2"; }
)sh";
constexpr auto isOursScript = R"sh(found=$(container "$@") && [ -n "$found" ])sh";
constexpr auto volumeIsOursScript = R"sh(found=$(volume "$@") && [ -n "$found" ])sh";
constexpr auto isGoneScript = R"sh(found=$(container "$@") && [ -z "$found" ])sh";
constexpr auto isNotRunningScript =
    R"sh(found=$("$1" ps --quiet --filter "name=^/?$2\$" --filter "label=io.howdah.operation=$3") && [ -z "$found" ])sh";
constexpr auto endBesideScript = R"sh(found=$(beside "$@") || exit
[ -z "$found" ] || "$1" rm --force "$5" >/dev/null)sh";
constexpr auto removeScript = R"sh( || exit
found=$(container "$@") || exit
[ -z "$found" ] || "$1" rm --force --volumes "$2" >/dev/null || exit
found=$(volume "$@") || exit
[ -z "$found" ] || "$1" volume rm "$4" >/dev/null)sh";
// $1 engine, $2 network, $3 container.
constexpr auto joinScript =
    R"sh("$1" container inspect --format '{{range $name, $network := .NetworkSettings.Networks}}{{$name}}
{{end}}' "$3" | grep -qxF -- "$2" || "$1" network connect "$2" "$3")sh";

Command script(const QString &text, const QStringList &words)
{
    return {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), text, QStringLiteral("howdah")} + words,
            .environment = engineEnvironment()};
}

Command look(const NewContainer &container, const char *question)
{
    return script(
        QLatin1String(looks) + QLatin1String(question),
        {container.engine, container.name, container.operationId, container.volume(), companionName(container.name)});
}

QStringList labelOf(const NewContainer &container)
{
    return {QStringLiteral("--label"), QStringLiteral("%1=%2").arg(QLatin1String(labelName), container.operationId)};
}

} // namespace

Command NewContainer::endBeside() const
{
    return look(*this, endBesideScript);
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
    return look(*this, isOursScript);
}

Command NewContainer::volumeIsOurs() const
{
    return look(*this, volumeIsOursScript);
}

Command NewContainer::isGone() const
{
    return look(*this, isGoneScript);
}

Command NewContainer::remove() const
{
    return look(*this, (QByteArray(endBesideScript) + removeScript).constData());
}

Command NewContainer::isNotRunning() const
{
    return look(*this, isNotRunningScript);
}

} // namespace howdah
