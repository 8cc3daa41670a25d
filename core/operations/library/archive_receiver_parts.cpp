#include "core/operations/library/archive_receiver_parts.h"
#include "core/base/key.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReceiveWal)
};

const NodeState *sourceOf(const Situation &situation)
{
    return situation.node(situation.argument(key("from")));
}

/// What the directory is like, which slots there are, whether one of ours runs already.
Result<QVariantMap> lookAtReceiver(ProbeContext &context)
{
    const ReceiverParts parts = ReceiverParts::of(context.situation);
    const auto host = context.hosts.find(parts.place.hostId);
    if (!host)
        return host.error();
    const Result<ArchiveSurroundings> seen = lookAtArchivePlace(**host, ArchivePlace{parts.directory},
                                                                As{parts.place.owner}, context.deadline, context.stop);
    if (!seen)
        return seen.error();
    Result<Connection> session = context.connect(parts.source);
    const Result<ResultSet> row =
        session ? session->query(key("SELECT current_setting('max_replication_slots')::int,"
                                     " (SELECT count(*) FROM pg_replication_slots),"
                                     " (SELECT slot_type || CASE WHEN active THEN ' active' ELSE '' END FROM"
                                     " pg_replication_slots WHERE slot_name = $1),"
                                     " current_setting('max_wal_senders')::int,"
                                     " (SELECT count(*) FROM pg_stat_replication), current_setting('wal_level')"),
                                 {parts.slot}, context.deadline, context.stop)
                : Result<ResultSet>(session.error());
    if (!row)
        return row.error();
    const Command running{.argv = {key("sh"), key("-c"),
                                   key("pid=$(cat \"$1\" 2>/dev/null) && grep -q pg_receivewal \"/proc/$pid/cmdline\""
                                       " 2>/dev/null && echo \"$pid\"; test -x \"$2\" && echo there; true"),
                                   key("sh"), parts.own("receive-wal.pid"),
                                   parts.place.binDirectory + key("/pg_receivewal")},
                          .asUser = parts.place.owner};
    const Result<CommandOutcome> outcome = runChecked(**host, running, context.deadline, context.stop);
    if (!outcome)
        return outcome.error();
    return QVariantMap{{key("archive"), seen->toValues()},
                       {key("maxSlots"), row->integer(0, 0).value_or(0)},
                       {key("slots"), row->integer(0, 1).value_or(0)},
                       {key("slot"), row->text(0, 2).value_or(QString())},
                       {key("maxSenders"), row->integer(0, 3).value_or(0)},
                       {key("senders"), row->integer(0, 4).value_or(0)},
                       {key("walLevel"), row->text(0, 5).value_or(QString())},
                       {key("pid"), outcome->output.split('\n').first().toInt()},
                       {key("program"), outcome->output.contains("there")}};
}

/// As one word of a unit's ExecStart.
QString systemdQuoted(QString path)
{
    path.replace(QLatin1Char('%'), QLatin1String("%%")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + path + QLatin1Char('"');
}

} // namespace

const NodeState *receiverHost(const Situation &situation)
{
    return situation.node(situation.argument(key("beside")));
}

ReceiverParts ReceiverParts::of(const Situation &situation)
{
    const auto argument = [&](const char *id) { return situation.argument(key(id)); };
    ReceiverParts parts{.on = argument("receiving") != QLatin1String("off"),
                        .operationId = situation.operationId,
                        .cluster = situation.snapshot->definition.name,
                        .systemIdentifier = situation.snapshot->systemIdentifier,
                        .place = ServerPlace::fromFact(situation, key("layout")),
                        .directory = argument("directory"),
                        .slot = argument("slot"),
                        .compression = argument("compression"),
                        .seen =
                            ArchiveSurroundings::fromValues(situation.value(key("receiver"), key("archive")).toMap()),
                        .pid = situation.value(key("receiver"), key("pid")).toInt()};
    const QString kept = argument("kept-by");
    const auto told = [&](const char *whom) { return situation.value(key("keeping"), key(whom)).toBool(); };
    if (parts.on)
        parts.keptBy = kept == QLatin1String("systemd") ? KeptBy::Systemd
                       : kept == QLatin1String("cron")  ? KeptBy::Cron
                                                        : KeptBy::Nobody;
    else
        parts.keptBy = told("systemdTold") ? KeptBy::Systemd : told("cronTold") ? KeptBy::Cron : KeptBy::Nobody;
    if (const NodeState *source = sourceOf(situation)) {
        parts.source = serverOf(*source);
        parts.info = copyingInfo(replicationInfo(source->definition.connInfo), key("pg_receivewal"));
    }
    return parts;
}

QString ReceiverParts::own(const char *name) const
{
    return QStringLiteral("%1/%2/%3").arg(directory, QLatin1String(archiveOwnDirectory), QLatin1String(name));
}

QStringList ReceiverParts::argv() const
{
    QStringList words{place.binDirectory + key("/pg_receivewal"), key("--directory=") + directory,
                      key("--slot=") + slot, key("--dbname=") + info.toString(), key("--no-password")};
    if (compression == QLatin1String("gzip"))
        words << key("--compress=6"); // every version knows a number for gzip
    return words;
}

QByteArray ReceiverParts::script() const
{
    QStringList words;
    for (const QString &word : argv())
        words << shellQuoted(word);
    return QStringLiteral(
               "#!/bin/sh\n# Written by Howdah: fills this archive from %1. A connection that is lost is made "
               "again by itself, one that has ended is started again by whoever keeps it.\n"
               "exec 9>>%2\nflock -n 9 || exit 0\necho $$ >%2\nexec %3\n")
        .arg(source.node, shellQuoted(own("receive-wal.pid")), words.join(QLatin1Char(' ')))
        .toUtf8();
}

QString ReceiverParts::installedUnit() const
{
    return QStringLiteral("/etc/systemd/system/") + unitName();
}

QString ReceiverParts::crontabMark() const
{
    return QStringLiteral("# Howdah: pg_receivewal into ") + directory.simplified();
}

QString ReceiverParts::crontabLine() const
{
    QString call =
        QStringLiteral("%1 >>%2 2>&1").arg(shellQuoted(own("receive-wal")), shellQuoted(own("receive-wal.log")));
    call.replace(QLatin1Char('%'), QLatin1String("\\%")); // one alone would end the command there (crontab(5))
    return QStringLiteral("* * * * * ") + call;
}

QString ReceiverParts::unitName() const
{
    return slot + QStringLiteral(".service");
}

QByteArray ReceiverParts::unit() const
{
    return QStringLiteral("[Unit]\nDescription=WAL of %1, received by pg_receivewal\nAfter=network-online.target\n\n"
                          "[Service]\nUser=%2\nExecStart=%3\nRestart=always\nRestartSec=5\n\n"
                          "[Install]\nWantedBy=multi-user.target\n")
        .arg(cluster.simplified().replace(QLatin1Char('%'), QLatin1String("%%")), place.owner,
             systemdQuoted(own("receive-wal")))
        .toUtf8();
}

QList<Probe> receiverProbes()
{
    return {layoutProbe(key("layout"), receiverHost),
            {.id = key("receiver"), .look = lookAtReceiver},
            receiverKeepingProbe(),
            {.id = key("login"), .look = [](ProbeContext &context) -> Result<QVariantMap> {
                 const ReceiverParts parts = ReceiverParts::of(context.situation);
                 if (!parts.on)
                     return QVariantMap{};
                 return tryReplicationLogin(context, parts.place, parts.source.node, parts.info);
             }}};
}

} // namespace howdah::library
