#include "app/cli/commands.h"
#include "app/cli/host_keys.h"
#include "app/cli/session.h"
#include "app/cli/snapshot_report.h"
#include "app/cli/table.h"
#include "core/cluster/discovery.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds discoveryTime{30000}, discoveryTimeOverHosts{100000};
constexpr QLatin1String optionHost{"host"};

/// `host=db1 port=5433` written without quotes reaches us as two words: settings are joined until one comes twice.
QStringList joinedSettings(const QStringList &words)
{
    QStringList joined;
    QStringList keywords;
    for (const QString &word : words) {
        const QString keyword = word.left(word.indexOf(QLatin1Char('='))).trimmed();
        const bool oneSetting = word.count(QLatin1Char('=')) == 1 && !word.contains(QLatin1String("://"));
        if (oneSetting && !keywords.isEmpty() && !keywords.contains(keyword)) {
            joined.last() += QLatin1Char(' ') + word;
        } else {
            joined << word;
            keywords.clear();
        }
        if (oneSetting)
            keywords << keyword;
    }
    return joined;
}

Result<QList<ConnInfo>> readConnInfos(const QStringList &words)
{
    QList<ConnInfo> infos;
    for (const QString &text : joinedSettings(words)) {
        const Result<ConnInfo> info = ConnInfo::parse(text);
        if (!info)
            return info.error();
        infos << *info;
    }
    return infos;
}

/// Discovery, asking once for the password that the first server wants.
Result<Discovery> discover(const QString &name, QList<StartingPoint> from, Session &session)
{
    const bool overHosts =
        std::any_of(from.cbegin(), from.cend(), [](const StartingPoint &start) { return !start.hostId.isEmpty(); });
    const auto look = [&] {
        return discoverCluster(name, from, Deadline::after(overHosts ? discoveryTimeOverHosts : discoveryTime),
                               session.stop(), &session.hosts());
    };
    Result<Discovery> found = look();
    if (found || found.error().code != ErrorCode::Authentication || !session.askPassword(from.first().connInfo))
        return found;
    for (StartingPoint &start : from) {
        if (start.connInfo.password().isEmpty())
            start.connInfo.setPassword(from.first().connInfo.password());
    }
    return look();
}

/// The first server runs on the first --host, the second on the second …; their keys are settled before anything else.
Result<void> nameHosts(QList<StartingPoint> &from, const Invocation &invocation, Session &session)
{
    const QStringList hosts = invocation.option(optionHost).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (hosts.size() > from.size())
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("There are more hosts than servers: each --host is the machine of one CONNINFO, "
                                       "in their order.")};
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        if (const auto host = session.hosts().find(hosts[i]); !host)
            return host.error();
        from[i].hostId = hosts[i];
    }
    return {};
}

ExitCode show(const ClusterDefinition &cluster, const QStringList &remarks, const QString &sentence, Session &session)
{
    const Result<ClusterSnapshotPtr> snapshot = session.look(cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    for (const QString &remark : remarks)
        session.console().note(remark);
    if (!sentence.isEmpty())
        session.console().note(sentence);
    session.console().say(snapshotText(**snapshot));
    QJsonObject document = toJson(**snapshot);
    if (!remarks.isEmpty())
        document.insert(QStringLiteral("remarks"), QJsonArray::fromStringList(remarks));
    session.console().document(document);
    return anyAnswer(**snapshot) ? ExitCode::Done : ExitCode::Failed;
}

ExitCode add(const Invocation &invocation, Session &session)
{
    const QString name = invocation.arguments.first();
    if (const Result<void> checked = checkName(name); !checked)
        return session.refused(checked.error());
    if (session.registry().find(name))
        return session.refused({.code = ErrorCode::AlreadyExists,
                                .message = Tr::tr("There is a cluster “%1” on record already.").arg(name),
                                .hint = Tr::tr("Choose another name, or take the old one off the record first: "
                                               "howdahctl cluster remove %1")
                                            .arg(shellQuoted(name))});
    const Result<QList<ConnInfo>> servers = readConnInfos(invocation.arguments.mid(1));
    if (!servers)
        return session.refused(servers.error());
    QList<StartingPoint> from(servers->cbegin(), servers->cend());
    if (const Result<void> named = nameHosts(from, invocation, session); !named)
        return session.refused(named.error());
    for (const StartingPoint &start : std::as_const(from))
        if (const Result<void> settled = settleHostKey(start.hostId, invocation, session); !settled)
            return session.failed(settled.error());
    Result<Discovery> found = discover(name, from, session);
    if (!found)
        return session.failed(found.error());
    if (invocation.has(QStringLiteral("group")))
        found->cluster.group = invocation.option(QStringLiteral("group"));
    if (const Result<void> recorded = session.registry().add(found->cluster); !recorded)
        return session.failed(recorded.error());
    return show(found->cluster, found->remarks, Tr::tr("Cluster “%1” is on record now.").arg(name), session);
}

bool isOverSsh(const NodeDefinition &node)
{
    return node.hostId.startsWith(QLatin1String("ssh:"));
}

/// Looks again from the nodes on record and adds those that are new. What is on record stays, answering or not.
ExitCode discoverAgain(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> recorded = session.registry().find(invocation.arguments.first());
    if (!recorded)
        return session.refused(recorded.error());
    QList<StartingPoint> from;
    for (const NodeDefinition &node : recorded->nodes)
        from << StartingPoint{node.connInfo, isOverSsh(node) ? node.hostId : QString()};
    const Result<Discovery> found = discover(recorded->name, from, session);
    if (!found)
        return session.failed(found.error());

    ClusterDefinition cluster = *recorded;
    if (cluster.systemIdentifier.isEmpty())
        cluster.systemIdentifier = found->cluster.systemIdentifier;
    QStringList added;
    for (const NodeDefinition &node : found->cluster.nodes) {
        const bool known = std::any_of(cluster.nodes.cbegin(), cluster.nodes.cend(), [&](const NodeDefinition &old) {
            return old.name == node.name ||
                   (old.connInfo.host() == node.connInfo.host() && old.connInfo.port() == node.connInfo.port());
        });
        if (known)
            continue;
        cluster.nodes << node;
        added << node.name;
    }
    if (!(cluster == *recorded)) {
        if (const Result<void> replaced = session.registry().replace(cluster); !replaced)
            return session.failed(replaced.error());
    }
    const QString sentence =
        added.isEmpty() ? Tr::tr("No node is new.") : Tr::tr("New nodes: %1.").arg(added.join(QStringLiteral(", ")));
    return show(cluster, found->remarks, sentence, session);
}

QJsonObject definitionJson(const ClusterDefinition &cluster)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray nodes;
    for (const NodeDefinition &node : cluster.nodes)
        nodes << QJsonObject{{QStringLiteral("name"), node.name},
                             {QStringLiteral("conninfo"), node.connInfo.toString()},
                             {QStringLiteral("host"), orNull(node.hostId)},
                             {QStringLiteral("dataDirectory"), orNull(node.dataDirectory)}};
    return {{QStringLiteral("cluster"), cluster.name},
            {QStringLiteral("group"), orNull(cluster.group)},
            {QStringLiteral("systemIdentifier"), orNull(cluster.systemIdentifier)},
            {QStringLiteral("labDirectory"), orNull(cluster.labDirectory)},
            {QStringLiteral("nodes"), nodes}};
}

ExitCode list(const Invocation &, Session &session)
{
    const Result<QList<ClusterDefinition>> clusters = session.registry().all();
    if (!clusters)
        return session.failed(clusters.error());
    QJsonArray documents;
    QList<QStringList> rows{{Tr::tr("Cluster"), Tr::tr("Nodes"), Tr::tr("Group"), Tr::tr("System identifier")}};
    for (const ClusterDefinition &cluster : *clusters) {
        documents << definitionJson(cluster);
        QStringList names;
        for (const NodeDefinition &node : cluster.nodes)
            names << node.name;
        rows << QStringList{cluster.name, names.join(QStringLiteral(", ")), cluster.group, cluster.systemIdentifier};
    }
    session.console().say(clusters->isEmpty()
                              ? Tr::tr("No cluster is on record yet. “howdahctl cluster add NAME CONNINFO” adds one, "
                                       "“howdahctl lab create NAME” makes one here.")
                              : tableText(rows).trimmed());
    session.console().document({{QStringLiteral("clusters"), documents}});
    return ExitCode::Done;
}

ExitCode showRecorded(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    return cluster ? show(*cluster, {}, {}, session) : session.refused(cluster.error());
}

ExitCode remove(const Invocation &invocation, Session &session)
{
    const QString name = invocation.arguments.first();
    const Result<ClusterDefinition> cluster = session.registry().find(name);
    if (!cluster)
        return session.refused(cluster.error());
    if (!cluster->labDirectory.isEmpty())
        return session.refused(
            {.code = ErrorCode::Invalid,
             .message = Tr::tr("“%1” is a lab cluster: its servers are Howdah's own.").arg(name),
             .hint = Tr::tr("“howdahctl lab destroy %1” takes it down and off the record.").arg(shellQuoted(name))});
    if (const Result<void> removed = session.registry().remove(name); !removed)
        return session.failed(removed.error());
    session.console().say(Tr::tr("Cluster “%1” is off the record. Its servers were not touched.").arg(name));
    session.console().document({{QStringLiteral("cluster"), name}, {QStringLiteral("removed"), true}});
    return ExitCode::Done;
}

} // namespace

QList<Command> clusterCommands()
{
    const auto path = [](const char *word) { return QStringList{QStringLiteral("cluster"), QLatin1String(word)}; };
    return {
        {.path = path("add"),
         .summary = Tr::tr("Puts a cluster on record: one server is enough, the rest is found from it."),
         .description =
             Tr::tr("Standbys are found through the primary's walsenders and the primary through a standby's "
                    "primary_conninfo; each is confirmed by its system identifier. Nothing is changed on any server. "
                    "Passwords belong in ~/.pgpass, in a passfile, or are asked for; they are never saved here."),
         .arguments = {{QStringLiteral("NAME"), Tr::tr("The name it gets here.")},
                       {QStringLiteral("CONNINFO"),
                        Tr::tr("As for psql: “host=db1 port=5432 user=dba” or a postgresql:// URI."),
                        CommandArgument::Count::OneOrMore}},
         .options = {{.name = QStringLiteral("group"),
                      .help = Tr::tr("Heading that it stands under in the window's list."),
                      .valueName = QStringLiteral("GROUP")},
                     {.name = optionHost,
                      .help = Tr::tr("The machine on which the server of CONNINFO runs, as “ssh:NAME”: reached through "
                                     "it when its port is closed to this machine. Its standbys are looked for there "
                                     "and on machines of their own, by the same login. For each CONNINFO one."),
                      .valueName = QStringLiteral("HOST"),
                      .repeatable = true},
                     acceptKeyOption(),
                     jsonOption()},
         .run = add},
        {.path = path("list"), .summary = Tr::tr("The clusters on record."), .options = {jsonOption()}, .run = list},
        {.path = path("show"),
         .summary = Tr::tr("A cluster on record as it is now."),
         .arguments = {clusterArgument()},
         .options = {jsonOption()},
         .run = showRecorded},
        {.path = path("discover"),
         .summary = Tr::tr("Looks for nodes that are not on record yet, and adds them."),
         .arguments = {clusterArgument()},
         .options = {jsonOption()},
         .run = discoverAgain},
        {.path = path("remove"),
         .summary = Tr::tr("Takes a cluster off the record. Its servers are not touched."),
         .arguments = {clusterArgument()},
         .options = {jsonOption()},
         .run = remove},
    };
}

} // namespace howdah::cli
