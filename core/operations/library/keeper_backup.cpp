#include "core/base/key.h"
#include "core/operations/library/keeper_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

// A backup that pgBackRest or Barman takes, as it is set up there.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::KeeperBackup)
};

using Keeper = KeeperParts::Keeper;

QString newestOf(const Situation &situation)
{
    const QVariantMap seen = situation.value(key("keeper"), situation.argument(key("keeper"))).toMap();
    const QStringList backups =
        seen.value(key("backups")).toMap().value(situation.argument(key("name"))).toStringList();
    return backups.isEmpty() ? QString() : backups.last();
}

QString objectionToType(const QString &value, const Situation &situation)
{
    const bool barman = situation.argument(key("keeper")) == QLatin1String("barman");
    return barman && value != QLatin1String("full")
               ? Tr::tr("What Barman copies is set in its configuration (reuse_backup): say “full” here.")
               : QString();
}

Command call(const KeeperParts &parts, const QStringList &words)
{
    return {.argv = parts.argv(words), .asUser = parts.user};
}

QStringList backupWords(const KeeperParts &parts, const QString &type)
{
    if (parts.keeper == Keeper::Barman)
        return {key("backup"), key("--wait"), parts.name}; // until it has the WAL that a restore needs
    return {key("--type=") + type, key("backup")};
}

/// The newest of its list is another one than before.
Observation hasNewer(const KeeperParts &parts, const QString &former)
{
    const bool barman = parts.keeper == Keeper::Barman;
    const QString newest =
        barman ? QStringLiteral("\"$@\" | head -n 1 | grep -o '[0-9]*T[0-9]*'")
               : QStringLiteral("\"$@\" | tr ',' '\\n' | sed -n 's/.*\"label\":\"\\([^\"]*\\)\".*/\\1/p' |"
                                " tail -n 1");
    const QString script =
        QStringLiteral("former=$1\nshift\nnewest=$(%1)\n[ -n \"$newest\" ] && [ \"$newest\" != \"$former\" ]")
            .arg(newest);
    const QStringList words = barman ? QStringList{key("list-backup"), key("--minimal"), parts.name}
                                     : QStringList{key("info"), key("--output=json")};
    return {.text = Tr::tr("%1 has a backup that it had not before").arg(parts.title),
            .look = CommandSucceeds{.hostId = parts.hostId,
                                    .command = {.argv = QStringList{key("sh"), key("-c"), script, key("sh"), former} +
                                                        parts.argv(words),
                                                .asUser = parts.user}},
            .timeout = Milliseconds{5000}};
}

Step backupStep()
{
    return {.id = key("backup"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Have %1 take a backup").arg(KeeperParts::of(situation).title);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const KeeperParts parts = KeeperParts::of(situation);
                return {
                    {.text = Tr::tr("Have %1 take a backup of \"%2\"").arg(parts.title, parts.name),
                     .what = RunCommand{.hostId = parts.hostId,
                                        .command = call(parts, backupWords(parts, situation.argument(key("type"))))}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                return {hasNewer(KeeperParts::of(situation), newestOf(situation))};
            },
            .standing =
                [](const Situation &situation) {
                    return Tr::tr("%1 looks after what a backup that was broken off has left, with its next one.")
                        .arg(KeeperParts::of(situation).title);
                }};
}

} // namespace

Operation keeperBackup()
{
    using Kind = Param::Kind;
    return {.id = key("keeper-backup"),
            .title = Tr::tr("Back up through pgBackRest or Barman"),
            .summary = Tr::tr("Has the keeper of backups that is installed take one, as it is set up."),
            .icon = key("backup"),
            .group = OperationGroup::Backups,
            .params = keeperParams() +
                      QList<Param>{{.id = key("type"),
                                    .title = Tr::tr("Kind"),
                                    .help = Tr::tr("Of pgBackRest: everything, what has changed since the last full "
                                                   "one, or since the last one."),
                                    .kind = Kind::Choice,
                                    .options = {{key("full"), Tr::tr("Full")},
                                                {key("diff"), Tr::tr("Differential")},
                                                {key("incr"), Tr::tr("Incremental")}},
                                    .suggest = [](const Situation &) { return key("full"); },
                                    .objection = objectionToType}},
            .probes = keeperProbes(),
            .checks = keeperChecks(),
            .steps = {backupStep()},
            .consequences = [](const Situation &situation) -> QStringList {
                const KeeperParts parts = KeeperParts::of(situation);
                return {Tr::tr("%1 may expire older backups afterwards, as its configuration says.").arg(parts.title)};
            },
            .readySentence =
                [](const Situation &situation) {
                    const KeeperParts parts = KeeperParts::of(situation);
                    return Tr::tr("%1 will take a backup of \"%2\".").arg(parts.title, parts.name);
                },
            .next = [](const Situation &) -> QStringList {
                return {Tr::tr("It stands among the others: “howdahctl backups” and the page Backups.")};
            }};
}

} // namespace howdah::library
