#include "core/hosts/container_server.h"

namespace howdah {

namespace {

// $1 engine, $2 container, $3 "fast" where the image's own stop signal is no fast shutdown to PostgreSQL: that follows
// once the engine knows that the end is wanted.
constexpr auto stopFunction = R"sh(stop() {
    "$1" stop --time 180 "$2" >/dev/null &
    [ "$3" != fast ] || { sleep 0.5; "$1" kill --signal INT "$2" >/dev/null 2>&1; }
    wait $!
}
)sh";
// As "pg_ctl -w" does it: the eighth line of postmaster.pid says when the server takes connections. What runs in it for
// that is one grep, which has no children to leave behind.
constexpr auto startFunction = R"sh(start() {
    "$1" start "$2" >/dev/null || exit
    until "$1" exec "$2" grep -qxE '(ready|standby) *' "$3/postmaster.pid" 2>/dev/null; do
        [ "$("$1" container inspect --format '{{.State.Running}}' "$2")" = true ] ||
            { "$1" logs --tail 20 "$2" >&2; exit 1; }
        sleep 0.2
    done
}
)sh";
constexpr auto stateScript = R"sh([ "$("$1" container inspect --format '{{.State.Running}}' "$2")" = "$3" ])sh";

Command script(const QString &text, const QStringList &words)
{
    return {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), text, QStringLiteral("howdah")} + words,
            .environment = engineEnvironment()};
}

} // namespace

Command ServerContainer::start(const QString &dataDirectory) const
{
    return script(QLatin1String(startFunction) + QStringLiteral("start \"$@\""), {engine, name, dataDirectory});
}

Command ServerContainer::restart(const QString &dataDirectory) const
{
    return script(QLatin1String(stopFunction) + QLatin1String(startFunction) +
                      QStringLiteral("stop \"$1\" \"$2\" \"$4\" || exit\nstart \"$@\""),
                  {engine, name, dataDirectory, signalWord()});
}

Command ServerContainer::stop(const QString &mode) const
{
    if (mode == QLatin1String("immediate"))
        return engineCommand(engine, {QStringLiteral("stop"), QStringLiteral("--time"), QStringLiteral("0"), name});
    return script(QLatin1String(stopFunction) + QStringLiteral("stop \"$@\""), {engine, name, signalWord()});
}

Command ServerContainer::askToStop() const
{
    Command ask = script(QLatin1String(stopFunction) + QStringLiteral("stop \"$@\" >/dev/null 2>&1 &"),
                         {engine, name, signalWord()});
    ask.detached = true;
    return ask;
}

QString ServerContainer::signalWord() const
{
    return stopsFast ? QString() : QStringLiteral("fast");
}

Command ServerContainer::reload() const
{
    return engineCommand(engine, {QStringLiteral("kill"), QStringLiteral("--signal"), QStringLiteral("HUP"), name});
}

Command ServerContainer::isRunning() const
{
    return script(QLatin1String(stateScript), {engine, name, QStringLiteral("true")});
}

Command ServerContainer::isStopped() const
{
    return script(QLatin1String(stateScript), {engine, name, QStringLiteral("false")});
}

bool livesWithItsServer(const ContainerState &container)
{
    ContainerState withoutInit = container;
    withoutInit.hasInit = false;
    return withoutInit.isServer();
}

} // namespace howdah
