#include "core/operations/library/managers.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/pooler_search.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Managers)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// By the names of their sessions, and pg_auto_failover by the role that its monitor logs in as.
const char *const sessionsQuery = R"(
SELECT string_agg(DISTINCT name, ', ') FROM (
  SELECT application_name AS name FROM pg_stat_activity
   WHERE application_name ~* '^(patroni|repmgrd?$|pgautofailover|pg_auto_failover|pg_auto_ctl|stolon|cnpg|cloudnativepg|pacemaker)'
  UNION ALL SELECT 'pg_auto_failover' FROM pg_stat_activity WHERE usename LIKE 'pgautofailover%'
  UNION ALL SELECT 'pg_auto_failover' FROM pg_roles WHERE rolname = 'pgautofailover_monitor') AS seen)";

void lookAtSessions(ProbeContext &context, QStringList &found)
{
    for (const NodeState &node : context.situation.snapshot->nodes) {
        if (!node.sample || node.sample->failure)
            continue;
        Result<Connection> session = context.connect(serverOf(node));
        if (!session)
            continue;
        const Result<ResultSet> seen =
            session->query(QString::fromLatin1(sessionsQuery), {}, context.deadline, context.stop);
        if (seen && seen->rows() > 0 && !seen->isNull(0, 0))
            found << Tr::tr("%1 on %2").arg(*seen->text(0, 0), node.name());
    }
}

/// The node that a process looks after; empty: one of another cluster. Null when nobody can tell.
const NodeState *nodeOf(ProbeContext &context, Host &host, const ManagerProcess &process, bool &unsure)
{
    QString text = process.arguments + QLatin1Char('\n');
    unsure = true;
    const QStringList files = process.files + QStringList{QStringLiteral("/proc/%1/environ").arg(process.pid)};
    for (const QString &file : files) {
        const Result<QByteArray> content = host.readFile(file, As{}, context.deadline);
        if (!content)
            continue;
        unsure = unsure && !process.files.contains(file);
        text += QString::fromUtf8(*content).replace(QChar::Null, QLatin1Char('\n')) + QLatin1Char('\n');
    }
    for (const NodeState &node : context.situation.snapshot->nodes)
        if (node.definition.hostId == host.id() && !dataDirectoryOf(node).isEmpty() &&
            namesDirectory(text, dataDirectoryOf(node)))
            return &node;
    return nullptr;
}

void lookAtProcesses(ProbeContext &context, QStringList &found, QStringList &suspected)
{
    QStringList asked;
    for (const NodeState &node : context.situation.snapshot->nodes) {
        const QString hostId = node.definition.hostId;
        if (hostId.isEmpty() || asked.contains(hostId))
            continue;
        asked << hostId;
        const auto host = context.hosts.find(hostId);
        const Result<CommandOutcome> list =
            host ? runChecked(**host,
                              {.argv = {QStringLiteral("ps"), QStringLiteral("-eo"), QStringLiteral("pid=,args=")}},
                              context.deadline, context.stop)
                 : host.error();
        if (!list)
            continue;
        for (const ManagerProcess &process : managerProcesses(QString::fromUtf8(list->output))) {
            bool unsure = false;
            if (const NodeState *managed = nodeOf(context, **host, process, unsure))
                found << Tr::tr("%1 (process %2) for %3").arg(process.name).arg(process.pid).arg(managed->name());
            else if (unsure)
                suspected << Tr::tr("%1 (process %2) on %3").arg(process.name).arg(process.pid).arg((*host)->label());
        }
    }
}

/// Also where Howdah has no access to the host.
void lookAtPatroni(ProbeContext &context, QStringList &found)
{
    const auto here = context.hosts.find(QStringLiteral("local"));
    QStringList asked;
    for (const NodeState &node : context.situation.snapshot->nodes) {
        const QString named = node.definition.connInfo.host();
        const QString address = isThisMachine(named) ? QStringLiteral("127.0.0.1") : named;
        if (!here || asked.contains(address))
            continue;
        asked << address;
        const Command ask{.argv = {QStringLiteral("curl"), QStringLiteral("-s"), QStringLiteral("-m"),
                                   QStringLiteral("1"), QStringLiteral("http://%1:8008/patroni").arg(address)}};
        const Result<CommandOutcome> answer = (*here)->run(ask, context.deadline, context.stop);
        const QString member =
            answer ? patroniMember(answer->output, context.situation.snapshot->systemIdentifier) : QString();
        if (!member.isEmpty())
            found << Tr::tr("Patroni at %1:8008 (%2)").arg(address, member);
    }
}

} // namespace

QList<ManagerProcess> managerProcesses(const QString &processList)
{
    static const QHash<QString, QStringList> usualFiles{
        {QStringLiteral("repmgrd"), {QStringLiteral("/etc/repmgr.conf")}},
        {QStringLiteral("patroni"), {QStringLiteral("/etc/patroni/config.yml")}},
        {QStringLiteral("pg_autoctl"), {}},
        {QStringLiteral("stolon-keeper"), {}},
        {QStringLiteral("stolon-sentinel"), {}},
        {QStringLiteral("pacemakerd"), {QStringLiteral("/var/lib/pacemaker/cib/cib.xml")}}};
    QList<ManagerProcess> processes;
    for (const QString &line : processList.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(QLatin1Char(' '));
        ManagerProcess process{.pid = words.value(0).toInt(), .arguments = words.mid(1).join(QLatin1Char(' '))};
        QString program = QFileInfo(words.value(1)).fileName();
        if (program.startsWith(QLatin1String("python"))) // "python3 /usr/bin/patroni config.yml"
            program = QFileInfo(words.value(2)).fileName();
        if (!usualFiles.contains(program))
            continue;
        process.name = program;
        for (const QString &word : words.mid(2))
            if (const qsizetype slash = word.indexOf(QLatin1Char('/'));
                slash >= 0 && QFileInfo(word).fileName() != process.name)
                process.files << word.mid(slash); // "--config-file=/etc/…" too
        if (process.files.isEmpty())
            process.files = usualFiles.value(process.name);
        processes << process;
    }
    return processes;
}

bool namesDirectory(const QString &text, const QString &directory)
{
    const QRegularExpression whole(QRegularExpression::escape(directory) + QStringLiteral("/?(?![\\w./-])"));
    return whole.match(text).hasMatch();
}

QString patroniMember(const QByteArray &answer, const QString &systemIdentifier)
{
    const QJsonObject said = QJsonDocument::fromJson(answer).object();
    const QJsonObject patroni = said.value(QLatin1String("patroni")).toObject();
    const QString system = said.value(QLatin1String("database_system_identifier")).toString();
    if (patroni.isEmpty() || (!system.isEmpty() && system != systemIdentifier))
        return {};
    return patroni.value(QLatin1String("scope")).toString();
}

Probe managersProbe()
{
    return {.id = key("managers"), .look = [](ProbeContext &context) -> Result<QVariantMap> {
                QStringList found, suspected;
                lookAtSessions(context, found);
                lookAtProcesses(context, found, suspected);
                lookAtPatroni(context, found);
                return QVariantMap{{key("found"), found}, {key("suspected"), suspected}};
            }};
}

Check noOtherManager()
{
    return lasting(factCheck(
        key("other-manager"), Tr::tr("No other manager is in charge"),
        Tr::tr("Patroni, repmgrd, pg_auto_failover and their like would undo or fight a change made beside them."),
        key("managers"), [](const Situation &, const Values &seen) {
            const QStringList found = seen.value(key("found")).toStringList();
            if (!found.isEmpty())
                return blocked(
                    Tr::tr("Another manager looks after this cluster: %1.").arg(found.join(QStringLiteral("; "))),
                    Tr::tr("Make this change with that manager, or pause it first."));
            const QStringList suspected = seen.value(key("suspected")).toStringList();
            if (!suspected.isEmpty())
                return warning(Tr::tr("Other managers run there, and whom they look after could not be seen: %1.")
                                   .arg(suspected.join(QStringLiteral("; "))),
                               Tr::tr("Make sure that none of them looks after this cluster."));
            return ok(Tr::tr("No session and no process of another manager is seen."));
        }));
}

} // namespace howdah::library
