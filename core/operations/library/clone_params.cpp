#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

QString suggestSource(const Situation &situation)
{
    if (const NodeState *primary = situation.snapshot->primary())
        return primary->name();
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.sample && !node.sample->failure)
            return node.name();
    return {};
}

/// n1, n2, n3 → n4.
QString suggestName(const Situation &situation)
{
    int number = static_cast<int>(situation.snapshot->nodes.size()) + 1;
    while (situation.node(QStringLiteral("n%1").arg(number)))
        ++number;
    return QStringLiteral("n%1").arg(number);
}

/// Beside the source's: /srv/pg/n1 → /srv/pg/n4, and /srv/pg/n1/data → /srv/pg/n4.
QString suggestTarget(const Situation &situation)
{
    if (isForNewContainer(situation) && !situation.fact(key("container")))
        return {}; // where its volume will be is not known yet
    if (const QString volume = situation.value(key("container"), key("mount")).toString(); !volume.isEmpty())
        return volume + QStringLiteral("/pgdata"); // a copy is moved to its place, which a mount point cannot be
    const NodeState *source = situation.node(situation.argument(key("source")));
    const QString name = situation.argument(key("name"));
    const QString directory = source ? dataDirectoryOf(*source) : QString();
    if (directory.isEmpty() || name.isEmpty())
        return {};
    const bool wrapped = directory.endsWith(QLatin1String("/data"));
    const QString parent = wrapped ? parentOf(parentOf(directory)) : parentOf(directory);
    return (parent == QLatin1String("/") ? QString() : parent) + QLatin1Char('/') + plainName(name);
}

QString suggestHost(const Situation &situation)
{
    if (const QString container = suggestContainer(situation); !container.isEmpty())
        return container;
    const NodeState *source = situation.node(situation.argument(key("source")));
    return source ? source->definition.hostId : QString();
}

/// "ssh://postgres@db1:2222" → db1; for a container, where it publishes its port.
QString suggestAddress(const Situation &situation)
{
    if (situation.value(key("container"), key("engine")).isValid()) {
        const QString published = situation.value(key("container"), key("publishedOn")).toString();
        return published.isEmpty() ? key("127.0.0.1") : published;
    }
    const QString host = situation.argument(key("host"));
    if (host == suggestHost(situation) || !host.startsWith(QLatin1String("ssh:")))
        return {};
    static const QRegularExpression machine(QStringLiteral("^ssh:(?://)?(?:[^@]*@)?([^:/]+)"));
    return machine.match(host).captured(1);
}

/// Two names may leave the same for a slot ("n-1" and "n_1"): the second gets a number.
QString suggestSlot(const Situation &situation)
{
    const QString name = situation.argument(key("name"));
    const Fact *source = situation.fact(key("source"));
    if (name.isEmpty() || !source)
        return {};
    const QStringList taken = source->values.value(key("slotNames")).toStringList();
    constexpr int longestStem = 60;
    QString slot = slotNameFor(name);
    for (int number = 2; taken.contains(slot); ++number)
        slot = QStringLiteral("%1_%2").arg(slotNameFor(name).left(longestStem)).arg(number);
    return slot;
}

/// Where free ports could not be looked for, the next one will do to go on and hear why.
QString suggestPort(const Situation &situation)
{
    const Fact *ports = situation.fact(key("port"));
    if (!ports)
        return {};
    const int seen = ports->values.value(key("suggested")).toInt();
    const int port = ports->error ? highestPort(situation) + 1 : seen;
    return port > 0 ? QString::number(port) : QString();
}

QString objectionToName(const QString &value, const Situation &situation)
{
    if (const Result<void> checked = checkName(value); !checked)
        return checked.error().message;
    return situation.node(value) ? Tr::tr("The cluster has a node called %1 already.").arg(value) : QString();
}

QString objectionToTarget(const QString &value, const Situation &)
{
    return isSafeForPgCtl(value)
               ? QString()
               : Tr::tr("pg_ctl hands this path to a shell, so it may not hold any of these: \" $ ` \\");
}

QString objectionToSlot(const QString &value, const Situation &)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[a-z0-9_]{1,63}\\z"));
    return pattern.match(value).hasMatch()
               ? QString()
               : Tr::tr("A slot's name is made of lower-case letters, digits and \"_\", at most 63 of them.");
}

QString objectionToRate(const QString &value, const Situation &)
{
    const qint64 number = QStringView(value).chopped(1).toLongLong();
    const qint64 kilobytes = value.endsWith(QLatin1Char('M')) ? number * 1024 : number;
    return kilobytes >= 32 && kilobytes <= 1024 * 1024 ? QString()
                                                       : Tr::tr("pg_basebackup takes rates from 32k to 1024M.");
}

} // namespace

QList<Param> cloneParams()
{
    using Kind = Param::Kind;
    return {
        {.id = key("name"),
         .title = Tr::tr("Name"),
         .help = Tr::tr("What the new node is called."),
         .kind = Kind::Text,
         .suggest = suggestName,
         .objection = objectionToName},
        {.id = key("source"),
         .title = Tr::tr("Copy from"),
         .help = Tr::tr("The node to copy and then follow. A standby spares the primary and makes a cascade."),
         .kind = Kind::Node,
         .suggest = suggestSource},
        {.id = key("host"),
         .title = Tr::tr("On host"),
         .help = Tr::tr(
             "Where the new server will run: \"local\" for this machine, \"ssh:NAME\", or \"container:NAME\" for a new "
             "container like the source's."),
         .kind = Kind::Text,
         .suggest = suggestHost},
        {.id = key("target-directory"),
         .title = Tr::tr("Directory"),
         .help =
             Tr::tr("Where its data will lie on its host, or on the volume of its container. It must not exist yet, or "
                    "be empty."),
         .kind = Kind::Path,
         .suggest = suggestTarget,
         .objection = objectionToTarget},
        {.id = key("port"),
         .title = Tr::tr("Port"),
         .help = Tr::tr("Where it will listen; of a container, the port of this machine that leads to it."),
         .kind = Kind::Port,
         .suggest = suggestPort},
        {.id = key("address"),
         .title = Tr::tr("Address"),
         .help = Tr::tr("The name or address at which the new server will be reached, when it is on another host than "
                        "the source."),
         .kind = Kind::Text,
         .required = false,
         .suggest = suggestAddress},
        {.id = key("tablespaces"),
         .title = Tr::tr("Tablespaces"),
         .help = Tr::tr("A new directory for each tablespace of the source: old=new;old=new. The tablespace will lie "
                        "in \"data\" inside it."),
         .kind = Kind::Text,
         .required = false,
         .suggest = suggestTablespaces,
         .objection = objectionToTablespaces},
        {.id = key("layout"),
         .title = Tr::tr("Layout"),
         .help = Tr::tr("Where its configuration lies: in its data directory, or in /etc/postgresql, where "
                        "pg_lsclusters and pg_ctlcluster find it."),
         .kind = Kind::Choice,
         .required = false,
         .advanced = true,
         .options = {{key("plain"), Tr::tr("All in the data directory")},
                     {key("debian"), Tr::tr("Debian's (pg_ctlcluster)")}},
         .suggest = suggestLayout},
        {.id = key("compression"),
         .title = Tr::tr("Compression"),
         .help = Tr::tr("What the source compresses the copy with on its way (PostgreSQL 15 and later). It spares the "
                        "network, not the disk."),
         .kind = Kind::Choice,
         .required = false,
         .advanced = true,
         .options = {{key("none"), Tr::tr("None")},
                     {key("gzip"), key("gzip")},
                     {key("lz4"), key("lz4")},
                     {key("zstd"), key("zstd")}},
         .suggest = [](const Situation &) { return key("none"); }},
        {.id = key("rate"),
         .title = Tr::tr("Rate limit"),
         .help = Tr::tr("Copy at most this much a second, to spare the source. Example: 50M"),
         .kind = Kind::Rate,
         .required = false,
         .advanced = true,
         .objection = objectionToRate},
        {.id = key("delay"),
         .title = Tr::tr("Delay"),
         .help = Tr::tr(
             "Apply changes this much later than they were committed (recovery_min_apply_delay). Example: 15min"),
         .kind = Kind::Duration,
         .required = false,
         .advanced = true},
        {.id = key("slot"),
         .title = Tr::tr("Replication slot"),
         .help = Tr::tr("The slot that keeps WAL for it on the source."),
         .kind = Kind::Text,
         .advanced = true,
         .suggest = suggestSlot,
         .objection = objectionToSlot},
    };
}

} // namespace howdah::library
