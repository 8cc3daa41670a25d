#include "core/base/key.h"
#include "core/operations/library/library.h"
#include "core/operations/library/prepare_primary_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

QString suggestPrimary(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    return primary ? primary->name() : QString();
}

/// The role that standbys use already, when they agree; known once the server has been asked.
QString suggestRole(const Situation &situation)
{
    const Fact *server = situation.fact(key("server"));
    if (!server)
        return {};
    const QString used = server->values.value(key("streamingRoles")).toString();
    return used.isEmpty() || used.contains(QLatin1Char(' ')) ? key("replicator") : used;
}

/// Every node may be a standby one day, the present primary too.
QString suggestAddresses(const Situation &situation)
{
    const Fact *server = situation.fact(key("server"));
    if (!server)
        return {};
    // Containers change their addresses, but not their network.
    const NodeState *primary = primaryOf(situation);
    if (primary && primary->definition.hostId.startsWith(QLatin1String("container:")))
        return situation.value(key("home"), key("subnets")).toStringList().join(key(", "));
    QStringList known =
        server->values.value(key("standbyAddresses")).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const NodeState &node : situation.snapshot->nodes) {
        const ConnInfo &info = node.definition.connInfo;
        const QString address = info.has(key("hostaddr")) ? info.value(key("hostaddr")) : info.host();
        known << address.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    QStringList addresses;
    for (const QString &each : known)
        if (!each.startsWith(QLatin1Char('/')) && hbaAddress(each) && !addresses.contains(each))
            addresses << each;
    return addresses.join(key(", "));
}

QString suggestPassfile(const Situation &situation)
{
    const NodeState *primary = primaryOf(situation);
    const QString named = primary ? primary->definition.connInfo.value(key("passfile")) : QString();
    const QString home = situation.value(key("home"), key("directory")).toString();
    if (!named.isEmpty() && primary->definition.hostId == QLatin1String("local"))
        return named;
    return home.isEmpty() ? QString() : home + key("/.pgpass");
}

QString suggestWriteTo(const Situation &situation)
{
    if (!situation.fact(key("settings")))
        return {};
    return primaryValues(situation).value(key("mayAlterSystem"), true).toBool() ? key("alter-system") : key("file");
}

QString objectionToRole(const QString &role, const Situation &)
{
    constexpr int longest = 63;
    const bool control =
        std::any_of(role.begin(), role.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (control || role.toUtf8().size() > longest)
        return Tr::tr("A role's name has 1 to 63 bytes and no line breaks.");
    static const QStringList reserved{key("public"), key("none"), key("current_user"), key("session_user")};
    if (reserved.contains(role) || role.startsWith(QLatin1String("pg_")))
        return Tr::tr("PostgreSQL keeps that name for itself.");
    // From 16 on pg_hba.conf takes such a name for a pattern even in quotes.
    if (role.startsWith(QLatin1Char('/')))
        return Tr::tr("pg_hba.conf would take a name that begins with \"/\" for a pattern.");
    return {};
}

QString objectionToAddresses(const QString &value, const Situation &)
{
    const QList<std::optional<QString>> addresses = addressesIn(value);
    return std::all_of(addresses.begin(), addresses.end(), [](const auto &address) { return address.has_value(); })
               ? QString()
               : Tr::tr(
                     "Give addresses, networks or host names, separated by commas; \"all\" or a network of everybody "
                     "is not accepted.");
}

Param settingParam(const PrimarySetting &setting)
{
    Param param{.id = setting.param(),
                .title = setting.name,
                .help = setting.help,
                .kind = setting.kind,
                .required = false,
                .advanced = true};
    for (const QString &choice : setting.choices)
        param.options.append({choice, choice});
    if (setting.better)
        param.suggest = [&setting](const Situation &situation) {
            const auto now = settingOf(primaryValues(situation), setting.name);
            return now && !now->pendingRestart ? setting.better(situation, *now) : QString();
        };
    param.objection = [name = setting.name](const QString &value, const Situation &) {
        if (value.contains(QLatin1Char('\n')))
            return Tr::tr("A parameter's value cannot hold a line break.");
        return isSecret(name, value) ? Tr::tr("This looks like a secret, and what is set here is put on record. Set it "
                                              "by hand with ALTER SYSTEM.")
                                     : QString();
    };
    return param;
}

QList<Param> params()
{
    QList<Param> params{
        {.id = key("node"),
         .title = Tr::tr("Primary"),
         .help = Tr::tr("The primary to prepare."),
         .kind = Param::Kind::Primary,
         .suggest = suggestPrimary},
        {.id = key("role"),
         .title = Tr::tr("Replication role"),
         .help = Tr::tr("The role that standbys log in as; it is created when it is not there."),
         .suggest = suggestRole,
         .objection = objectionToRole},
        {.id = key("standby-addresses"),
         .title = Tr::tr("Addresses of standbys"),
         .help = Tr::tr("Each gets a line of its own in pg_hba.conf, with scram-sha-256."),
         .required = false,
         .suggest = suggestAddresses,
         .objection = objectionToAddresses},
        {.id = key("passfile"),
         .title = Tr::tr("Password file"),
         .help = Tr::tr("On the primary's host, as ~/.pgpass: a new role gets the password that it holds "
                        "for it; when there is none, one is made and put there."),
         .kind = Param::Kind::Path,
         .required = false,
         .suggest = suggestPassfile},
        {.id = key("rewind-rights"),
         .title = Tr::tr("Rights for pg_rewind"),
         .help = Tr::tr("Let the role read the server's files, so that an old primary can come back by "
                        "pg_rewind without a superuser."),
         .kind = Param::Kind::Boolean,
         .suggest = [](const Situation &) { return key("true"); }},
        {.id = key("restart"),
         .title = Tr::tr("Restart if needed"),
         .help = Tr::tr("Some settings take effect only then; otherwise they are left pending."),
         .kind = Param::Kind::Boolean,
         .suggest = [](const Situation &) { return key("false"); }},
        {.id = key("write-to"),
         .title = Tr::tr("Write settings with"),
         .help = Tr::tr("ALTER SYSTEM (postgresql.auto.conf), or at the end of the configuration file."),
         .kind = Param::Kind::Choice,
         .required = false,
         .advanced = true,
         .options = {{key("alter-system"), Tr::tr("ALTER SYSTEM")}, {key("file"), Tr::tr("the configuration file")}},
         .suggest = suggestWriteTo}};
    for (const PrimarySetting &setting : primarySettings())
        params << settingParam(setting);
    return params;
}

QStringList consequencesOf(const Situation &situation)
{
    const PrimaryParts parts = PrimaryParts::of(situation);
    QStringList sentences;
    if (!parts.missingRights.isEmpty())
        sentences << Tr::tr("%1 may read every file of the server from then on, as pg_rewind must.").arg(parts.role);
    if (parts.restart)
        sentences << Tr::tr("%1 is restarted: every session is ended, and nothing can be written until it is back.")
                         .arg(parts.server.node);
    else if (parts.restartNeeded)
        sentences << Tr::tr("Some settings wait for a restart of %1.").arg(parts.server.node);
    if (parts.hba.isChanged() || !parts.settings.isEmpty())
        sentences << Tr::tr("A copy of each file that changes stays beside it, as \"….before-howdah-%1\".")
                         .arg(parts.operationId);
    return sentences;
}

QStringList whatIsNext(const Situation &situation)
{
    const PrimaryParts parts = PrimaryParts::of(situation);
    QStringList sentences;
    if (parts.restartNeeded && !parts.restart)
        sentences << Tr::tr("Restart %1 at a good moment: until then some of it is pending.").arg(parts.server.node);
    if (parts.passwordLineIsNew)
        sentences << Tr::tr("Copy the line of %1 from %2 to each host that will hold a standby.")
                         .arg(parts.role, parts.passfile);
    return sentences << Tr::tr("Clone a standby.");
}

} // namespace

Operation preparePrimary()
{
    return {.id = key("prepare-primary"),
            .title = Tr::tr("Prepare a primary"),
            .summary = Tr::tr("Makes a primary fit for standbys: settings, a replication role, lines in pg_hba.conf."),
            .icon = key("primary"),
            .group = OperationGroup::Server,
            .params = params(),
            .probes = preparePrimaryProbes(),
            .checks = preparePrimaryChecks(),
            .steps = preparePrimarySteps(),
            .consequences = consequencesOf,
            .confirmWord =
                [](const Situation &situation) {
                    return PrimaryParts::of(situation).restart ? situation.argument(key("node")) : QString();
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    return snapshot.primary() ? QString() : Tr::tr("No primary of this cluster answers.");
                },
            .next = whatIsNext};
}

} // namespace howdah::library
