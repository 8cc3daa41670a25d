#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneDebian)
};

/// $1: version, $2: name, $3: its log file. As the owner, who will make the directory.
const char *const lookScript = R"sh(command -v pg_ctlcluster >/dev/null && echo programs
[ -w "/etc/postgresql/$1" ] && echo writable
{ [ -e "/etc/postgresql/$1/$2" ] || [ -L "/etc/postgresql/$1/$2" ]; } && echo taken
[ -e "$3" ] && echo log
exit 0)sh";

Command command(const CloneParts &parts, const QStringList &argv)
{
    return {.argv = argv, .asUser = parts.owner};
}

/// For chmod. Somebody else's file is there to be copied from on the same host only.
QString rightsOf(const CloneParts &parts)
{
    return parts.isOnAnotherHost() ? key("0640") : QStringLiteral("--reference=") + parts.configFile;
}

QString markerIn(const QString &directory)
{
    return directory + QLatin1Char('/') + QLatin1String(markerFileName);
}

Judgement judge(const Situation &situation, const Values &seen)
{
    const DebianRegistration debian = debianRegistration(situation);
    if (!debian.isWanted())
        return ok(Tr::tr("The new server's files lie in its data directory alone."));
    const auto flag = [&](const char *name) { return seen.value(key(name)).toBool(); };
    const QString versions = parentOf(debian.directory());
    if (!flag("programs"))
        return blocked(Tr::tr("There is no pg_ctlcluster on that host."),
                       Tr::tr("Install postgresql-common there, or choose the layout \"plain\"."));
    if (flag("taken"))
        return blocked(Tr::tr("%1 is there already.").arg(debian.directory()),
                       Tr::tr("Choose another name for the new node, or remove that cluster with pg_dropcluster."));
    if (!flag("writable"))
        return blocked(Tr::tr("%1 may not write into %2.").arg(CloneParts::of(situation).owner, versions),
                       Tr::tr("Make that directory, owned by the server's owner, or choose the layout \"plain\"."));
    return ok(Tr::tr("It will be known to pg_lsclusters as \"%1 %2\".").arg(debian.version, debian.name));
}

} // namespace

QString DebianRegistration::directory() const
{
    return QStringLiteral("/etc/postgresql/%1/%2").arg(version, name);
}

QString DebianRegistration::logFile() const
{
    return QStringLiteral("/var/log/postgresql/postgresql-%1-%2.log").arg(version, name);
}

QString suggestLayout(const Situation &situation)
{
    if (!situation.fact(key("layout")))
        return {};
    const QString file = situation.value(key("layout"), key("configFile")).toString();
    return file.startsWith(QLatin1String("/etc/postgresql/")) && !isForNewContainer(situation) ? key("debian")
                                                                                               : key("plain");
}

DebianRegistration debianRegistration(const Situation &situation)
{
    if (situation.argument(key("layout")) != QLatin1String("debian"))
        return {};
    const NodeState *source = situation.node(situation.argument(key("source")));
    if (!source || !source->lastAnswer)
        return {};
    // systemd would read a dash in the name as a slash.
    return {.version = QString::number(source->lastAnswer->version.major()),
            .name = plainName(situation.argument(key("name"))).replace(QLatin1Char('-'), QLatin1Char('_')),
            .logWasThere = situation.value(key("registration"), key("log")).toBool()};
}

Result<QVariantMap> lookAtRegistration(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    if (!parts.debian.isWanted() || isForNewContainer(context.situation))
        return QVariantMap{};
    const auto seen = shellAnswers(context, parts.hostId, parts.owner, lookScript,
                                   {parts.debian.version, parts.debian.name, parts.debian.logFile()});
    if (!seen)
        return seen.error();
    QVariantMap values;
    for (auto answer = seen->cbegin(); answer != seen->cend(); ++answer)
        values.insert(answer.key(), true);
    return values;
}

Check registrationCheck()
{
    return factCheck(key("layout"), Tr::tr("Its layout is possible"),
                     Tr::tr("With Debian's layout, pg_lsclusters and pg_ctlcluster know the new server, and it starts "
                            "with the machine."),
                     key("registration"), judge);
}

QList<Action> makeDebianDirectory(const CloneParts &parts)
{
    if (!parts.debian.isWanted())
        return {};
    return {{.text = Tr::tr("Make the directory %1 for its configuration").arg(parts.debian.directory()),
             .what = MakeMarkedDirectory{parts.hostId, parts.debian.directory(), parts.owner, parts.stagingMarker}}};
}

QList<Action> registerWithDebian(const CloneParts &parts)
{
    if (!parts.debian.isWanted())
        return {};
    constexpr int readable = 0644;
    const QString directory = parts.debian.directory();
    const auto write = [&](const char *name, const QByteArray &content) {
        const QString file = directory + QLatin1Char('/') + key(name);
        return Action{.text = Tr::tr("Write %1").arg(file),
                      .what = WriteFile{parts.hostId, file, parts.owner, content, readable}};
    };
    return {
        {.text = Tr::tr("Take the source's port and name out of the copy's postgresql.auto.conf"),
         .what =
             RunCommand{.hostId = parts.hostId,
                        .command = command(parts, {key("sed"), key("-i"), key("-E"), key("/^(port|cluster_name) = /d"),
                                                   parts.copy + QStringLiteral("/postgresql.auto.conf")})}},
        {.text = Tr::tr("Set its places, port and name in %1/postgresql.conf").arg(directory),
         .what =
             AppendFile{parts.hostId, directory + QStringLiteral("/postgresql.conf"), parts.owner, parts.ownPlaces}},
        write("start.conf", "auto\n"),
        write("pg_ctl.conf", "pg_ctl_options = ''\n"),
        write("environment", "# NAME = 'value'\n"),
        {.text = Tr::tr("Let everybody see that it is there, as Debian does"),
         .what = RunCommand{.hostId = parts.hostId, .command = command(parts, {key("chmod"), key("0755"), directory})}},
        {.text = Tr::tr("Give its postgresql.conf the rights that the source's has"),
         .what = RunCommand{.hostId = parts.hostId,
                            .command = command(parts, {key("chmod"), rightsOf(parts),
                                                       directory + QStringLiteral("/postgresql.conf")})}}};
}

QList<Action> unregisterFromDebian(const CloneParts &parts)
{
    if (!parts.debian.isWanted())
        return {};
    QList<Action> actions{
        {.text = Tr::tr("Remove %1").arg(parts.debian.directory()),
         .what = RemoveMarkedDirectory{parts.hostId, parts.debian.directory(), parts.owner, parts.stagingMarker}}};
    if (!parts.debian.logWasThere)
        actions << Action{.text = Tr::tr("Remove its log, %1").arg(parts.debian.logFile()),
                          .what = RemoveFile{parts.hostId, parts.debian.logFile(), parts.owner}};
    return actions;
}

QList<Action> unmarkDebianDirectory(const CloneParts &parts)
{
    if (!parts.debian.isWanted())
        return {};
    return {{.text = Tr::tr("Remove this operation's mark from %1").arg(parts.debian.directory()),
             .what = RemoveFile{parts.hostId, markerIn(parts.debian.directory()), parts.owner}}};
}

QList<Action> markDebianDirectory(const CloneParts &parts)
{
    if (!parts.debian.isWanted())
        return {};
    constexpr int otherContent = 1;
    constexpr int noFile = 2;
    const QString directory = parts.debian.directory();
    return {
        {.text = Tr::tr("Mark %1 again, if its configuration is this operation's").arg(directory),
         .what = WriteFile{parts.hostId, markerIn(directory), parts.owner, parts.stagingMarker.toUtf8()},
         .unless = Observation{.text = Tr::tr("no configuration of this operation is in %1").arg(directory),
                               .look = CommandSucceeds{parts.hostId,
                                                       command(parts, {key("grep"), key("-qsF"), parts.operationId,
                                                                       directory + QStringLiteral("/postgresql.conf")}),
                                                       {otherContent, noFile}},
                               .timeout = Milliseconds{0}}}};
}

} // namespace howdah::library
