#include "core/operations/library/archive_checks.h"
#include "core/backup/archive_trouble.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/server_setting.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

std::optional<Setting> settingOn(const Situation &situation, const QString &node, const char *name)
{
    return settingOf(nodeValues(situation, key("settings"), node), key(name));
}

Judgement judgeHosts(const Situation &situation, const Values &seen)
{
    QStringList observed;
    for (const NodeState *node : archivingNodes(situation)) {
        const QVariantMap values = seen.value(node->name()).toMap();
        if (values.contains(key("error")))
            return blocked(values.value(key("error")).toString(), values.value(key("remedy")).toString());
        const QVariantMap layout = values.value(key("layout")).toMap();
        observed << Tr::tr("%1 lies in %2, owned by %3.")
                        .arg(node->name(), layout.value(key("dataDirectory")).toString(),
                             layout.value(key("owner")).toString());
    }
    return ok(observed.join(QLatin1Char(' ')));
}

Judgement judgeVersions(const Situation &situation)
{
    for (const NodeState *node : archivingNodes(situation)) {
        const ServerVersion version = node->lastAnswer ? node->lastAnswer->version : ServerVersion();
        if (!version.isOperated())
            return blocked(version.isKnown() ? Tr::tr("%1 runs PostgreSQL %2.").arg(node->name(), version.toString())
                                             : Tr::tr("The version of %1 is not known.").arg(node->name()),
                           Tr::tr("Upgrade it, or do this by hand."));
    }
    return ok(Tr::tr("All of them are."));
}

Judgement judgeWalLevel(const Situation &situation, const Values &)
{
    for (const NodeState *node : archivingNodes(situation)) {
        const auto level = settingOn(situation, node->name(), "wal_level");
        if (!level || level->setting != QLatin1String("minimal") || ArchiveParts::of(situation).isOff())
            continue;
        Judgement judgement = blocked(
            Tr::tr("wal_level is minimal on %1: with it a server that archives does not start.").arg(node->name()),
            Tr::tr("Prepare the primary first: it sets wal_level to replica."));
        judgement.remedyOperation = key("prepare-primary");
        judgement.remedyArguments = {{key("node"), node->name()}};
        return judgement;
    }
    return ok(Tr::tr("wal_level says enough."));
}

/// One command that is there now, and what is to be said of it.
Judgement judgePresent(const ArchiveParts &parts, const ArchivingNode &node, const Setting &command,
                       const QString &library, bool replace)
{
    const QString value =
        command.value == QLatin1String("(disabled)") ? command.written.value_or(QString()) : command.value;
    const ArchiveCommand now = parseArchiveCommand(value);
    const QString who = !library.isEmpty()                       ? Tr::tr("the library %1").arg(library)
                        : now.kind == ArchiveCommand::Kind::Tool ? now.tool
                                                                 : value;
    const bool others =
        !library.isEmpty() || now.kind == ArchiveCommand::Kind::Tool || now.kind == ArchiveCommand::Kind::Unknown;
    const QString present = Tr::tr("%1 archives by: %2.").arg(node.server.node, who);
    if (command.isSecret)
        return blocked(Tr::tr("archive_command of %1 looks like it holds a secret, and what is changed here is put on "
                              "record.")
                           .arg(node.server.node),
                       Tr::tr("Change it by hand with ALTER SYSTEM."));
    if (parts.isOff())
        return others ? warning(present, Tr::tr("Its backups cannot be recovered past this moment any more."))
                      : ok(now.kind == ArchiveCommand::Kind::None ? Tr::tr("%1 archives nothing.").arg(node.server.node)
                                                                  : present);
    if (others && !replace)
        return blocked(present,
                       Tr::tr("Leave archiving to it; or, to give it up, choose to replace what archives now."));
    if (others)
        return warning(present, Tr::tr("It is replaced: backups of that tool miss all WAL from then on."));
    if (now.kind == ArchiveCommand::Kind::None ||
        (now.place() == parts.place && now.kind == ArchiveCommand::Kind::Ours))
        return ok(now.kind == ArchiveCommand::Kind::None ? Tr::tr("%1 archives nothing yet.").arg(node.server.node)
                                                         : present);
    if (now.directory != parts.place.directory || now.destination != parts.place.destination)
        return warning(present, Tr::tr("What lies there stays there: a recovery to a moment before this needs both."));
    return now.overwrites
               ? warning(present, Tr::tr("It is replaced: it may overwrite a segment, or leave half of one."))
               : ok(Tr::tr("%1 It is replaced.").arg(present));
}

Judgement judgePresents(const Situation &situation, const Values &)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    const bool replace = situation.argument(key("replace")) == QLatin1String("true");
    Judgement worst = ok(QString());
    QStringList fine;
    for (const ArchivingNode &node : parts.nodes) {
        const auto command = settingOn(situation, node.server.node, "archive_command");
        const auto library = settingOn(situation, node.server.node, "archive_library");
        if (!command)
            continue;
        const Judgement one = judgePresent(parts, node, *command, library ? library->value : QString(), replace);
        if (one.verdict == Verdict::Ok)
            fine << one.observed;
        else if (int(one.verdict) > int(worst.verdict))
            worst = one;
    }
    return worst.verdict == Verdict::Ok ? ok(fine.join(QLatin1Char(' '))) : worst;
}

Judgement judgeRestart(const Situation &situation, const Values &seen)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    QStringList names;
    int clients = 0;
    for (const ArchivingNode &node : parts.nodes) {
        if (!node.restartNeeded)
            continue;
        names << node.server.node;
        clients += seen.value(node.server.node).toMap().value(key("clients")).toInt();
    }
    if (names.isEmpty())
        return ok(Tr::tr("No restart is needed."));
    const QString which = names.join(QStringLiteral(", "));
    if (parts.waitsForRestart())
        return warning(parts.isOff() ? Tr::tr("Archiving goes on until these are restarted: %1.").arg(which)
                                     : Tr::tr("Nothing is archived until these are restarted: %1.").arg(which),
                       Tr::tr("Have this operation restart them, or do it at a better moment."));
    const QString observed = Tr::tr("Restarted: %1. Sessions there: %2.").arg(which).arg(clients);
    return clients > 0 ? warning(observed, Tr::tr("The restart ends them. Choose a quiet moment.")) : ok(observed);
}

} // namespace

QList<Check> archiveChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return QList<Check>{
               nodesAnswer(archivingNodes),
               {.id = key("version"),
                .title = Tr::tr("PostgreSQL versions that are operated"),
                .why = Tr::tr("Howdah changes servers of PostgreSQL 13 and later; older ones it only watches."),
                .judge = judgeVersions},
               check("host-access", Tr::tr("Howdah can act on the hosts"),
                     Tr::tr("The script is put where the servers run, as the owner of their data."), "places",
                     judgeHosts),
               noOtherManager()} +
           settingChecks(key("settings"), archivingNodes, {key("archive_mode"), key("archive_command")}) +
           QList<Check>{check("wal-level", Tr::tr("The WAL says enough"),
                              Tr::tr("With wal_level = minimal nothing can be recovered from an archive."), "settings",
                              judgeWalLevel),
                        check("present", Tr::tr("What archives now"),
                              Tr::tr("One archive has one master: nothing of another tool is overwritten silently."),
                              "settings", judgePresents)} +
           archivePlaceChecks() +
           QList<Check>{check("restart", Tr::tr("A restart"), Tr::tr("archive_mode changes only when a server starts."),
                              "places", judgeRestart)};
}

} // namespace howdah::library
