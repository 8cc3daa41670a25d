#include "core/operations/library/clone_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

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
    const NodeState *source = situation.node(situation.argument(key("source")));
    const QString name = situation.argument(key("name"));
    const QString directory = source ? dataDirectoryOf(*source) : QString();
    if (directory.isEmpty() || name.isEmpty())
        return {};
    const bool wrapped = directory.endsWith(QLatin1String("/data"));
    const QString parent = wrapped ? parentOf(parentOf(directory)) : parentOf(directory);
    return (parent == QLatin1String("/") ? QString() : parent) + QLatin1Char('/') + plainName(name);
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

QStringList consequencesOf(const Situation &situation)
{
    const CloneParts parts = CloneParts::of(situation);
    QStringList sentences{
        Tr::tr("%1 is read in full once; its users may notice the load.").arg(parts.source.node),
        Tr::tr("A server of its own runs in %1 on port %2 afterwards.").arg(parts.target).arg(parts.port),
        Tr::tr("%1 keeps the WAL that %2 has not received yet, through the slot \"%3\".")
            .arg(parts.source.node, parts.name, parts.slot)};
    if (!parts.delay.isEmpty())
        sentences << Tr::tr("%1 applies changes %2 later than they were committed.").arg(parts.name, parts.delay);
    return sentences;
}

QStringList nextAfter(const Situation &situation)
{
    const QString name = situation.argument(key("name"));
    return {Tr::tr("Watch the lag of %1 for a while on the Overview.").arg(name),
            Tr::tr("If %1 is to take part in synchronous replication, add it to synchronous_standby_names.").arg(name)};
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
        {.id = key("target-directory"),
         .title = Tr::tr("Directory"),
         .help = Tr::tr("Where its data will lie, on the same host as the source. It must not exist yet, or be empty."),
         .kind = Kind::Path,
         .suggest = suggestTarget,
         .objection = objectionToTarget},
        {.id = key("port"),
         .title = Tr::tr("Port"),
         .help = Tr::tr("Where it will listen."),
         .kind = Kind::Port,
         .suggest =
             [](const Situation &situation) {
                 const int port = situation.value(key("port"), key("suggested")).toInt();
                 return port > 0 ? QString::number(port) : QString();
             }},
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
         .suggest = [](const Situation &situation) { return slotNameFor(situation.argument(key("name"))); },
         .objection = objectionToSlot},
    };
}

Operation clone()
{
    return {.id = key("clone"),
            .title = Tr::tr("Clone a standby"),
            .summary = Tr::tr("Copies a node of the cluster into a new standby on the same host and lets it follow."),
            .icon = key("clone"),
            .params = cloneParams(),
            .probes = cloneProbes(),
            .checks = cloneChecks(),
            .steps = cloneCopySteps() + cloneServerSteps(),
            .consequences = consequencesOf,
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("%1 will be copied into %2; nothing that is there now is changed or removed.")
                        .arg(situation.argument(key("source")), situation.argument(key("target-directory")));
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    for (const NodeState &node : snapshot.nodes)
                        if (node.sample && !node.sample->failure)
                            return QString();
                    return Tr::tr("No node of this cluster answers, so there is nothing to copy from.");
                },
            .next = nextAfter};
}

} // namespace howdah::library
