#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

/// Puts the lines named "file:line:name" at the end of a file, and fails when one of them does not set that name any
/// more: the files may have been edited while the data was copied.
const char *const pickSettings = R"(BEGIN {
    out = ARGV[1]; wanted = split(ARGV[2], lines, " "); ARGV[1] = ""; ARGV[2] = ""
    for (i = 1; i <= wanted; i++) { split(lines[i], part, ":"); name[part[1] ":" part[2]] = tolower(part[3]) }
}
FNR == 1 { file++ }
(file ":" FNR) in name {
    text = tolower($0); sub(/^[ \t]+/, "", text)
    if (index(text, name[file ":" FNR]) == 1) { print >> out; found++ }
}
END {
    if (found != wanted) { print "The configuration files were changed in the meantime." > "/dev/stderr"; exit 1 }
})";

/// Within one host by its own programs, else by way of this one: what these files say is nobody's to read, least of all
/// in a plan.
Action bringFile(const CloneParts &parts, const QString &from, const QString &to)
{
    const QString text = Tr::tr("Copy %1, which is not part of the base backup").arg(from);
    if (parts.isOnAnotherHost())
        return {.text = text,
                .what = BringFile{.fromHostId = parts.sourceHostId,
                                  .from = from,
                                  .fromOwner = parts.sourceOwner,
                                  .hostId = parts.hostId,
                                  .path = to,
                                  .owner = parts.owner}};
    return {.text = text,
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("install"), QStringLiteral("-m"),
                                                    QStringLiteral("0600"), QStringLiteral("--"), from, to},
                                           .asUser = parts.owner}}};
}

/// The settings in force, picked out of the files that make them.
QList<Action> bringSettings(const CloneParts &parts, const QString &file)
{
    QList<Action> actions;
    QStringList files = parts.settingFiles;
    if (parts.isOnAnotherHost()) {
        for (qsizetype number = 0; number < files.size(); ++number) {
            const QString brought = QStringLiteral("%1/settings-%2").arg(parts.staging).arg(number + 1);
            actions << bringFile(parts, files.at(number), brought);
            files[number] = brought;
        }
    }
    // Without a file to read, awk would wait for its standard input.
    if (!files.isEmpty())
        actions << Action{
            .text = Tr::tr("Copy the settings in force to it"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = QStringList{QStringLiteral("awk"), QLatin1String(pickSettings), file,
                                                               parts.settingLines.join(QLatin1Char(' '))} +
                                                   files,
                                           .asUser = parts.owner}}};
    return actions;
}

QList<Action> bringConfiguration(const CloneParts &parts)
{
    if (parts.configFile.isEmpty())
        return {};
    const QString directory = parts.configurationTarget + QLatin1Char('/');
    const QString file = directory + QStringLiteral("postgresql.conf");
    const QString heading = Tr::tr("# What was in force in %1 when this copy was made.").arg(parts.configFile);
    return QList<Action>{{.text = Tr::tr("Write %1").arg(file),
                          .what = WriteFile{parts.hostId, file, parts.owner, (heading + QLatin1Char('\n')).toUtf8()}}} +
           bringSettings(parts, file) +
           QList<Action>{bringFile(parts, parts.hbaFile, directory + QStringLiteral("pg_hba.conf")),
                         bringFile(parts, parts.identFile, directory + QStringLiteral("pg_ident.conf"))};
}

QList<Action> configure(const Situation &situation)
{
    const CloneParts parts = CloneParts::of(situation);
    QList<Action> actions = makeDebianDirectory(parts) + bringConfiguration(parts) + registerWithDebian(parts);
    actions.append({.text = Tr::tr("Set its connection, slot and delay in postgresql.auto.conf"),
                    .what = AppendFile{parts.hostId, parts.copy + QStringLiteral("/postgresql.auto.conf"), parts.owner,
                                       parts.configuration}});
    actions.append({.text = Tr::tr("Mark it as a standby with standby.signal"),
                    .what = WriteFile{parts.hostId, parts.copy + QStringLiteral("/standby.signal"), parts.owner,
                                      parts.standbySignal}});
    return actions;
}

} // namespace

Step cloneConfigureStep()
{
    return {.id = QStringLiteral("configure"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Make the copy a standby of %1").arg(situation.argument(QStringLiteral("source")));
                },
            .act = configure,
            .undo = [](const Situation &situation) { return unregisterFromDebian(CloneParts::of(situation)); },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                return {{.text = Tr::tr("the copy is marked as a standby"),
                         .look = PathIs{parts.hostId, parts.copy + QStringLiteral("/standby.signal"), parts.owner}}};
            },
            .always = true};
}

} // namespace howdah::library
