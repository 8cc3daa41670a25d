#include "core/base/key.h"
#include "core/operations/library/expire_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Expire)
};

QString markerOf(const QString &operationId)
{
    return QStringLiteral("Howdah operation %1").arg(operationId);
}

/// Made once: run again it would be emptied, with what was moved into it already.
Action makeAside(const ExpireParts &parts, const QString &aside)
{
    return {.text = Tr::tr("Make the directory %1").arg(aside),
            .what = MakeMarkedDirectory{parts.hostId, aside, parts.owner, parts.marker},
            .unless =
                Observation{.text = Tr::tr("%1 is there").arg(aside),
                            .look = PathIs{parts.hostId, aside + QLatin1Char('/') + key(markerFileName), parts.owner},
                            .timeout = Milliseconds{0}}};
}

Action removeAside(const ExpireParts &parts, const QString &aside, const QString &marker)
{
    return {.text = Tr::tr("Remove %1").arg(aside),
            .what = RemoveMarkedDirectory{parts.hostId, aside, parts.owner, marker}};
}

/// Back from where they were moved to; the mark goes and then the directory, which must be empty.
Action dissolveAside(const ExpireParts &parts, const QString &aside)
{
    const QString script = QStringLiteral("[ -d \"$1\" ] || exit 0\nrm -f \"$1/$2\" && rmdir \"$1\"");
    return {.text = Tr::tr("Remove the empty directory %1").arg(aside),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                    QStringLiteral("sh"), aside, key(markerFileName)},
                                           .asUser = parts.owner}}};
}

QString movedTo(const ExpireParts &parts, const ExpireParts::Going &going)
{
    return parts.backupsAside + QLatin1Char('/') + going.id;
}

Step backupsStep()
{
    return {.id = QStringLiteral("backups"),
            .title = [](const Situation &) { return Tr::tr("Move the backups aside"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const ExpireParts parts = ExpireParts::of(situation);
                if (parts.going.isEmpty())
                    return {};
                QList<Action> actions{makeAside(parts, parts.backupsAside)};
                for (const ExpireParts::Going &going : parts.going)
                    actions << Action{.text = Tr::tr("Move %1 aside").arg(going.id),
                                      .what = MovePath{.hostId = parts.hostId,
                                                       .from = going.directory,
                                                       .to = movedTo(parts, going),
                                                       .owner = parts.owner}};
                return actions;
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const ExpireParts parts = ExpireParts::of(situation);
                QList<Action> actions;
                for (const ExpireParts::Going &going : parts.going)
                    actions << Action{.text = Tr::tr("Move %1 back").arg(going.id),
                                      .what = MovePath{.hostId = parts.hostId,
                                                       .from = movedTo(parts, going),
                                                       .to = going.directory,
                                                       .owner = parts.owner}};
                return actions << dissolveAside(parts, parts.backupsAside);
            }};
}

/// Moves the files that standard input names from $1 to $2. What has been moved already is left alone.
Action moveFiles(const ExpireParts &parts, const QString &text, const QString &from, const QString &to)
{
    const QString script = QStringLiteral("set -e\n"
                                          "[ -d \"$2\" ] || exit 0\n"
                                          "while IFS= read -r name; do\n"
                                          "    [ ! -e \"$1/$name\" ] || mv -n \"$1/$name\" \"$2/$name\"\n"
                                          "done\n"
                                          "sync \"$1\" \"$2\"");
    return {.text = text,
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                    QStringLiteral("sh"), from, to},
                                           .asUser = parts.owner,
                                           .input = parts.walFiles.join(QLatin1Char('\n')).toUtf8() + '\n'}}};
}

Step walStep()
{
    return {.id = QStringLiteral("wal"),
            .title = [](const Situation &) { return Tr::tr("Move archived WAL aside that no backup needs any more"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const ExpireParts parts = ExpireParts::of(situation);
                if (parts.walFiles.isEmpty())
                    return {};
                return {makeAside(parts, parts.archiveAside),
                        moveFiles(parts,
                                  Tr::tr("Move %1 files aside, from %2 to %3")
                                      .arg(parts.walFiles.size())
                                      .arg(parts.walFiles.first(), parts.walFiles.last()),
                                  parts.archive, parts.archiveAside)};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const ExpireParts parts = ExpireParts::of(situation);
                return {moveFiles(parts, Tr::tr("Move them back"), parts.archiveAside, parts.archive),
                        dissolveAside(parts, parts.archiveAside)};
            }};
}

/// Run again it goes on with what is left.
Step backStep()
{
    return {.id = QStringLiteral("back"),
            .title = [](const Situation &) { return Tr::tr("Bring back what was moved aside"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const ExpireParts parts = ExpireParts::of(situation);
                QList<Action> actions;
                if (!parts.bringsBack)
                    return actions;
                const QString script =
                    QStringLiteral("set -e\n"
                                   "[ \"$(cat \"$1/$2\" 2>/dev/null)\" = \"$3\" ] || exit 0\n"
                                   "for place in \"$1\"/*; do\n"
                                   "    name=${place##*/}\n"
                                   "    [ \"$name\" = \"$2\" ] || [ -e \"$1/../$name\" ] || mv \"$place\" \"$1/..\"\n"
                                   "done\n"
                                   "set -- \"$1\" \"$2\" \"$(ls \"$1\")\"\n"
                                   "[ \"$3\" != \"$2\" ] || { rm \"$1/$2\"; rmdir \"$1\"; }");
                for (const ExpireParts::Earlier &earlier : parts.earlier)
                    actions << Action{
                        .text = Tr::tr("Bring back what lies in %1").arg(earlier.directory),
                        .what = RunCommand{.hostId = parts.hostId,
                                           .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                                QStringLiteral("sh"), earlier.directory,
                                                                key(markerFileName), earlier.marker},
                                                       .asUser = parts.owner}}};
                return actions;
            }};
}

Step removeStep()
{
    return {.id = QStringLiteral("remove"),
            .title = [](const Situation &) { return Tr::tr("Remove what was moved aside"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const ExpireParts parts = ExpireParts::of(situation);
                QList<Action> actions;
                if (!parts.removes)
                    return actions;
                if (!parts.going.isEmpty())
                    actions << removeAside(parts, parts.backupsAside, parts.marker);
                if (!parts.walFiles.isEmpty())
                    actions << removeAside(parts, parts.archiveAside, parts.marker);
                for (const ExpireParts::Earlier &earlier : parts.earlier)
                    actions << removeAside(parts, earlier.directory, earlier.marker);
                return actions;
            },
            .pointOfNoReturn = true,
            .standing =
                [](const Situation &) {
                    return Tr::tr("Part of what was moved aside is removed already. Resume it, and the rest goes too.");
                }};
}

} // namespace

ExpireParts ExpireParts::of(const Situation &situation)
{
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    const auto seen = [&](const char *name) { return situation.value(key("expiry"), key(name)); };
    const QString asideName = QLatin1Char('/') + key(BackupCatalogue::asidePrefix) + situation.operationId;
    ExpireParts parts{.hostId = layout("hostId"),
                      .owner = layout("owner"),
                      .backups = situation.argument(key("backups")),
                      .archive = situation.argument(key("archive")),
                      .marker = markerOf(situation.operationId),
                      .walFiles = seen("walFiles").toStringList(),
                      .removes = situation.argument(key("then")) == QLatin1String("remove"),
                      .bringsBack = situation.argument(key("then")) == QLatin1String("back")};
    parts.backupsAside = parts.backups + asideName;
    parts.archiveAside = parts.archive + asideName;
    const QVariantList goingValues = seen("going").toList();
    for (const QVariant &one : goingValues) {
        const QVariantMap values = one.toMap();
        parts.going << Going{values.value(key("id")).toString(), values.value(key("directory")).toString(),
                             values.value(key("why")).toString()};
    }
    const QStringList earlier = seen("earlier").toStringList();
    const qsizetype prefix = qsizetype(qstrlen(BackupCatalogue::asidePrefix));
    for (const QString &directory : earlier)
        if (directory != parts.backupsAside && directory != parts.archiveAside)
            parts.earlier << Earlier{directory, markerOf(directory.section(QLatin1Char('/'), -1).mid(prefix))};
    return parts;
}

QList<Step> expireSteps()
{
    return {backupsStep(), walStep(), removeStep(), backStep()};
}

} // namespace howdah::library
