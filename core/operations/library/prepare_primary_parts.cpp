#include "core/operations/library/prepare_primary_parts.h"
#include "core/base/key.h"
#include "core/operations/library/hba_lines_network.h"
#include "core/operations/library/replication_login.h"

#include <QRegularExpression>

#include <algorithm>

namespace howdah::library {

namespace {

QString copyOf(const QString &path, const Situation &situation)
{
    return QStringLiteral("%1.before-howdah-%2").arg(path, situation.operationId);
}

ChangedFile fileOf(const Situation &situation, const char *name)
{
    const QVariantMap seen = situation.value(key("files"), key(name)).toMap();
    ChangedFile file{.path = seen.value(key("path")).toString(),
                     .before = seen.value(key("before")).toString(),
                     .after = seen.value(key("after")).toString()};
    file.copy = copyOf(file.path, situation);
    for (const QVariant &each : seen.value(key("changes")).toList()) {
        const QVariantMap change = each.toMap();
        file.changes.append({.line = change.value(key("line")).toInt(),
                             .removed = change.value(key("removed")).toInt(),
                             .inserted = change.value(key("inserted")).toByteArray()});
    }
    return file;
}

/// True when the parameter would say the same with the new value: "64MB" and "65536kB" are one.
bool isSame(const Setting &setting, const QString &value)
{
    const QString now = setting.written.value_or(setting.value);
    const bool number = setting.type == QLatin1String("integer") || setting.type == QLatin1String("real");
    return number ? numberOf(setting, now) == numberOf(setting, value) && numberOf(setting, value) : now == value;
}

QList<SettingChangeTo> changedSettings(const Situation &situation)
{
    QList<SettingChangeTo> changes;
    for (const PrimarySetting &each : primarySettings()) {
        const QString value = situation.argument(each.param());
        const auto setting = settingOf(primaryValues(situation), each.name);
        if (!value.isEmpty() && setting && !setting->isSecret && !isSame(*setting, value))
            changes.append({*setting, value});
    }
    return changes;
}

/// That are in the file and not yet in force.
bool anyPending(const Situation &situation)
{
    for (const PrimarySetting &each : primarySettings())
        if (const auto setting = settingOf(primaryValues(situation), each.name); setting && setting->pendingRestart)
            return true;
    return false;
}

/// Through pg_hba.conf's new lines, so only where one of them admits this host itself.
Command loginProofOf(const PrimaryParts &parts, const Situation &situation, const ConnInfo &primary)
{
    if (parts.place.container) // it would come from another address: not in the server's container, but beside it
        return {};
    const auto own = IpNetwork::parse(primary.host());
    const bool admitted = own && std::any_of(parts.lines.begin(), parts.lines.end(), [&](const HbaLine &line) {
                              const auto network = IpNetwork::parse(line.address);
                              return network && network->contains(*own);
                          });
    const bool knowsPassword = parts.roleNeedsPassword || situation.value(key("passfile"), key("hasLine")).toBool();
    const bool inForce = !parts.restartNeeded || parts.restart;
    if (!admitted || !knowsPassword || !inForce || !situation.value(key("home"), key("hasPsql")).toBool())
        return {};
    const ConnInfo info = replicationInfo(primary)
                              .with(key("user"), parts.role)
                              .with(key("passfile"), parts.passfile)
                              .with(key("replication"), key("true"));
    return {.argv = {parts.place.binDirectory + key("/psql"), key("-X"), key("-w"), key("-A"), key("-t"), key("-d"),
                     info.toString(), key("-c"), key("IDENTIFY_SYSTEM")},
            .asUser = parts.place.owner,
            .environment = {{key("PGCONNECT_TIMEOUT"), key("10")}}};
}

} // namespace

QList<std::optional<QString>> addressesIn(const QString &argument)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    QList<std::optional<QString>> addresses;
    for (const QString &each : argument.split(between, Qt::SkipEmptyParts))
        if (const auto address = hbaAddress(each); !address || !addresses.contains(address))
            addresses.append(address);
    return addresses;
}

const NodeState *primaryOf(const Situation &situation)
{
    return situation.node(situation.argument(key("node")));
}

QVariantMap primaryValues(const Situation &situation)
{
    return nodeValues(situation, key("settings"), situation.argument(key("node")));
}

QByteArray configurationBlock(const Situation &situation)
{
    QString text = QStringLiteral("# Set by Howdah, operation %1\n").arg(situation.operationId);
    const QList<SettingChangeTo> changes = changedSettings(situation);
    for (const SettingChangeTo &change : changes)
        text += QStringLiteral("%1 = %2\n").arg(change.setting.name, configValue(change.value));
    return changes.isEmpty() ? QByteArray() : text.toUtf8();
}

QList<HbaLine> standbyLines(const Situation &situation)
{
    QStringList databases{key("replication")};
    const QString database = situation.value(key("server"), key("database")).toString();
    if (situation.argument(key("rewind-rights")) == QLatin1String("true") && !database.isEmpty())
        databases << database;
    QList<HbaLine> lines;
    for (const std::optional<QString> &address : addressesIn(situation.argument(key("standby-addresses"))))
        if (address)
            lines.append({.databases = databases, .role = situation.argument(key("role")), .address = *address});
    return lines;
}

PrimaryParts PrimaryParts::of(const Situation &situation)
{
    const auto role = [&](const char *name) { return situation.value(key("role"), key(name)); };
    PrimaryParts parts{.place = ServerPlace::fromFact(situation, key("layout")),
                       .operationId = situation.operationId,
                       .settings = changedSettings(situation),
                       .mayAlterSystem = primaryValues(situation).value(key("mayAlterSystem"), true).toBool(),
                       .inFile = situation.argument(key("write-to")) == QLatin1String("file"),
                       .configuration = fileOf(situation, "configuration"),
                       .hba = fileOf(situation, "hba"),
                       .role = situation.argument(key("role")),
                       .roleExists = role("exists").toBool(),
                       .passfile = situation.argument(key("passfile")),
                       .missingAttributes = role("missingAttributes").toStringList(),
                       .database = situation.value(key("server"), key("database")).toString(),
                       .lines = standbyLines(situation)};
    if (const NodeState *primary = primaryOf(situation))
        parts.server = serverOf(*primary);
    parts.automaticFile = parts.place.dataDirectory + QStringLiteral("/postgresql.auto.conf");
    parts.automaticCopy = copyOf(parts.automaticFile, situation);
    parts.roleNeedsPassword = !parts.roleExists || role("password").toString() == QLatin1String("none");
    parts.passwordLineIsNew = parts.roleNeedsPassword && !situation.value(key("passfile"), key("hasLine")).toBool();
    if (situation.argument(key("rewind-rights")) == QLatin1String("true"))
        parts.missingRights = role("missingRights").toStringList();
    parts.restartNeeded = anyPending(situation);
    for (const SettingChangeTo &change : parts.settings)
        parts.restartNeeded = parts.restartNeeded || change.setting.needsRestart();
    parts.restart = parts.restartNeeded && situation.argument(key("restart")) == QLatin1String("true");
    if (const NodeState *primary = primaryOf(situation))
        parts.loginProof = loginProofOf(parts, situation, primary->definition.connInfo);
    return parts;
}

QString PrimaryParts::signature() const
{
    return QStringLiteral("Made by Howdah, operation %1").arg(operationId);
}

} // namespace howdah::library
