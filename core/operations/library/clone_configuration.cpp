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

Action copyFile(const CloneParts &parts, const QString &from, const QString &name)
{
    return {.text = Tr::tr("Copy %1, which the source keeps outside its data directory").arg(from),
            .what = RunCommand{
                .hostId = parts.hostId,
                .command = {.argv = {QStringLiteral("install"), QStringLiteral("-m"), QStringLiteral("0600"),
                                     QStringLiteral("--"), from, parts.configurationTarget + QLatin1Char('/') + name},
                            .asUser = parts.owner}}};
}

/// Copied on the host by its own programs: what these files say is nobody's to read, least of all in a plan.
QList<Action> bringConfiguration(const CloneParts &parts)
{
    if (parts.configFile.isEmpty())
        return {};
    const QString file = parts.configurationTarget + QStringLiteral("/postgresql.conf");
    QList<Action> actions{
        {.text = Tr::tr("Write postgresql.conf, which the source keeps outside its data directory"),
         .what = WriteFile{
             parts.hostId, file, parts.owner,
             (Tr::tr("# What was in force in %1 when this copy was made.").arg(parts.configFile) + QLatin1Char('\n'))
                 .toUtf8()}}};
    // Without a file to read, awk would wait for its standard input.
    if (!parts.settingFiles.isEmpty())
        actions.append(
            {.text = Tr::tr("Copy the settings in force to it"),
             .what = RunCommand{.hostId = parts.hostId,
                                .command = {.argv = QStringList{QStringLiteral("awk"), QLatin1String(pickSettings),
                                                                file, parts.settingLines.join(QLatin1Char(' '))} +
                                                    parts.settingFiles,
                                            .asUser = parts.owner}}});
    actions.append(copyFile(parts, parts.hbaFile, QStringLiteral("pg_hba.conf")));
    actions.append(copyFile(parts, parts.identFile, QStringLiteral("pg_ident.conf")));
    return actions;
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
