#include "core/hosts/container_server.h"

namespace howdah {

namespace {

// Nothing runs in it but one grep, which has no children to leave behind. It may end by itself before the signal comes:
// what counts is that it has ended. As "pg_ctl -w" does it: the eighth line of postmaster.pid says when the server
// takes connections.
constexpr auto startScript = R"sh(case $("$1" container inspect --format '{{.State.Running}}' "$2") in
true) [ "$4" = restart ] || exit 0
    "$1" kill --signal INT "$2" >/dev/null 2>&1
    "$1" wait "$2" >/dev/null || exit ;;
esac
"$1" start "$2" >/dev/null || exit
until "$1" exec "$2" grep -qxE '(ready|standby) *' "$3/postmaster.pid" 2>/dev/null; do
    [ "$("$1" container inspect --format '{{.State.Running}}' "$2")" = true ] ||
        { "$1" logs --tail 20 "$2" >&2; exit 1; }
    sleep 0.2
done)sh";
constexpr auto stopScript = R"sh("$1" kill --signal "$3" "$2" >/dev/null 2>&1
exec "$1" wait "$2" >/dev/null)sh";
constexpr auto stateScript = R"sh([ "$("$1" container inspect --format '{{.State.Running}}' "$2")" = "$3" ])sh";

QString signalFor(const QString &mode)
{
    if (mode == QLatin1String("immediate"))
        return QStringLiteral("QUIT");
    return mode == QLatin1String("smart") ? QStringLiteral("TERM") : QStringLiteral("INT");
}

Command script(const char *text, const QStringList &words)
{
    return {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(text),
                                QStringLiteral("howdah")} +
                    words,
            .environment = engineEnvironment()};
}

} // namespace

Command ServerContainer::start(const QString &dataDirectory) const
{
    return script(startScript, {engine, name, dataDirectory, QStringLiteral("start")});
}

Command ServerContainer::restart(const QString &dataDirectory) const
{
    return script(startScript, {engine, name, dataDirectory, QStringLiteral("restart")});
}

Command ServerContainer::askToStop(const QString &mode) const
{
    return engineCommand(engine, {QStringLiteral("kill"), QStringLiteral("--signal"), signalFor(mode), name});
}

Command ServerContainer::stop(const QString &mode) const
{
    return script(stopScript, {engine, name, signalFor(mode)});
}

Command ServerContainer::isRunning() const
{
    return script(stateScript, {engine, name, QStringLiteral("true")});
}

Command ServerContainer::isStopped() const
{
    return script(stateScript, {engine, name, QStringLiteral("false")});
}

bool livesWithItsServer(const ContainerState &container)
{
    ContainerState withoutInit = container;
    withoutInit.hasInit = false;
    return withoutInit.isServer();
}

} // namespace howdah
