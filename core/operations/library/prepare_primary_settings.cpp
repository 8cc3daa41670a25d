#include "core/base/key.h"
#include "core/operations/library/prepare_primary_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

bool isOn(const Setting &setting)
{
    return setting.setting == QLatin1String("on");
}

/// Every standby there is, one more, and a base backup with its stream.
int sendersNeeded(const Situation &situation)
{
    constexpr int spare = 3;
    return static_cast<int>(situation.snapshot->nodes.size()) - 1 + spare;
}

int slotsNeeded(const Situation &situation)
{
    constexpr int spare = 2;
    return situation.value(key("server"), key("slots")).toInt() + spare;
}

/// At least as many as are needed; PostgreSQL's own default of ten when that is more.
QString atLeast(const Setting &setting, int needed)
{
    constexpr int usual = 10;
    return setting.setting.toInt() >= needed ? QString() : QString::number(std::max(usual, needed * 2));
}

bool onlyThisMachine(const QString &address)
{
    return address.startsWith(QLatin1String("127.")) || address.startsWith(QLatin1String("::1/")) ||
           address == QLatin1String("localhost");
}

QString betterAddresses(const Situation &situation, const Setting &setting)
{
    const QStringList listening = setting.setting.split(QLatin1Char(','), Qt::SkipEmptyParts);
    const QList<std::optional<QString>> standbys = addressesIn(situation.argument(key("standby-addresses")));
    const bool allHere = std::all_of(standbys.begin(), standbys.end(), [](const std::optional<QString> &address) {
        return address && onlyThisMachine(*address);
    });
    const bool open = std::any_of(listening.begin(), listening.end(), [&](const QString &each) {
        const QString address = each.trimmed();
        return allHere ||
               (address != QLatin1String("localhost") && !onlyThisMachine(address) && address != QLatin1String("::1"));
    });
    return open ? QString() : allHere ? key("localhost") : key("*");
}

/// Half of what is free, in whole gigabytes (of a small disk: megabytes).
QString betterSlotLimit(const Situation &situation, const Setting &setting)
{
    const qint64 freeBytes = situation.value(key("space"), key("freeBytes")).toLongLong();
    if (setting.setting != QLatin1String("-1") || freeBytes <= 0)
        return {};
    constexpr qint64 megabyte = 1048576;
    constexpr qint64 gigabyte = 1024 * megabyte;
    const qint64 half = freeBytes / 2;
    return half >= gigabyte ? QStringLiteral("%1GB").arg(half / gigabyte)
                            : QStringLiteral("%1MB").arg(std::max<qint64>(64, half / megabyte));
}

QString betterHints(const Situation &situation, const Setting &setting)
{
    return isOn(setting) || situation.value(key("server"), key("checksums")).toBool() ? QString() : key("on");
}

QList<PrimarySetting> connectionSettings()
{
    return {{.name = key("wal_level"),
             .kind = Param::Kind::Choice,
             .choices = {key("replica"), key("logical")},
             .help = Tr::tr("How much the WAL says."),
             .why = Tr::tr("With \"minimal\" the WAL does not say enough for a standby."),
             .better =
                 [](const Situation &, const Setting &setting) {
                     return setting.setting == QLatin1String("minimal") ? key("replica") : QString();
                 }},
            {.name = key("max_wal_senders"),
             .kind = Param::Kind::Integer,
             .help = Tr::tr("How many standbys and base backups may be served at a time."),
             .why = Tr::tr("Each standby takes one, a base backup two."),
             .better = [](const Situation &situation,
                          const Setting &setting) { return atLeast(setting, sendersNeeded(situation)); }},
            {.name = key("max_replication_slots"),
             .kind = Param::Kind::Integer,
             .help = Tr::tr("How many replication slots there may be."),
             .why = Tr::tr("Each standby has a slot, so that the WAL it still needs is kept."),
             .better = [](const Situation &situation,
                          const Setting &setting) { return atLeast(setting, slotsNeeded(situation)); }},
            {.name = key("listen_addresses"),
             .help = Tr::tr("The addresses that the server listens on."),
             .why = Tr::tr("A standby on another host must be able to connect."),
             .better = betterAddresses}};
}

QList<PrimarySetting> recoverySettings()
{
    return {{.name = key("hot_standby"),
             .kind = Param::Kind::Choice,
             .choices = {key("on"), key("off")},
             .help = Tr::tr("Whether a standby answers queries."),
             .why = Tr::tr("A standby that takes this configuration over can be looked at, and watched, only with it."),
             .better = [](const Situation &, const Setting &setting) { return isOn(setting) ? QString() : key("on"); }},
            {.name = key("wal_log_hints"),
             .kind = Param::Kind::Choice,
             .choices = {key("on"), key("off")},
             .help = Tr::tr("What pg_rewind needs where there are no data checksums."),
             .why = Tr::tr("An old primary can come back by pg_rewind only with it, or with data checksums."),
             .better = betterHints},
            {.name = key("max_slot_wal_keep_size"),
             .help = Tr::tr("How much WAL replication slots may hold back; half of the free disk is suggested."),
             .why = Tr::tr("Without a limit a standby that is gone fills the primary's disk."),
             .better = betterSlotLimit}};
}

QList<PrimarySetting> archiveSettings()
{
    return {
        {.name = key("archive_mode"),
         .kind = Param::Kind::Choice,
         .choices = {key("off"), key("on"), key("always")},
         .help = Tr::tr("Whether finished WAL is archived."),
         .why = Tr::tr("With an archive a standby can catch up after any pause, and the cluster can go back in time.")},
        {.name = key("archive_command"),
         .help = Tr::tr("What archives a WAL file. It must be durable and refuse to overwrite another file."),
         .why = Tr::tr("While it fails, WAL gathers on the primary's disk.")},
        {.name = key("archive_library"),
         .help = Tr::tr("A library in place of archive_command (from PostgreSQL 15 on)."),
         .why = Tr::tr("It archives in place of archive_command.")}};
}

} // namespace

const QList<PrimarySetting> &primarySettings()
{
    static const QList<PrimarySetting> settings = connectionSettings() + recoverySettings() + archiveSettings();
    return settings;
}

} // namespace howdah::library
