#include "core/operations/library/prepare_primary_steps.h"
#include "core/base/key.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

// ---- Files: a copy beside, the change, and back ----

/// The copy carries the operation's id: one that is there was made before the first change.
Action keepCopy(const PrimaryParts &parts, const QString &path, const QString &copy)
{
    return {.text = Tr::tr("Keep a copy of %1 beside it, as %2").arg(path, copy.section(QLatin1Char('/'), -1)),
            .what = CopyFile{parts.place.hostId, path, copy, parts.place.owner},
            .unless = copyIs(parts, copy, PathIs::What::Present)};
}

Action removeCopy(const PrimaryParts &parts, const QString &copy)
{
    return {.text = Tr::tr("Remove the copy %1").arg(copy),
            .what = RemoveFile{parts.place.hostId, copy, parts.place.owner}};
}

QList<Action> change(const PrimaryParts &parts, const ChangedFile &file)
{
    return {
        keepCopy(parts, file.path, file.copy),
        {.text = Tr::tr("Change %1").arg(file.path),
         .what = PatchFile{parts.place.hostId, file.path, parts.place.owner, file.changes, file.before, file.after}}};
}

// ---- Settings ----

QString settingsTitle(const PrimaryParts &parts)
{
    QStringList names;
    for (const SettingChangeTo &change : parts.settings)
        names << change.setting.name;
    return Tr::tr("Set %1").arg(names.join(QStringLiteral(", ")));
}

QList<Action> setAll(const PrimaryParts &parts)
{
    if (parts.settings.isEmpty())
        return {};
    if (parts.inFile)
        return change(parts, parts.configuration) + QList<Action>{reloadConfiguration(parts.server)};
    QList<Action> actions{keepCopy(parts, parts.automaticFile, parts.automaticCopy)};
    for (const SettingChangeTo &each : parts.settings)
        actions << alterSystem(parts.server, each.setting, each.value);
    return actions << reloadConfiguration(parts.server);
}

QList<Action> setBack(const PrimaryParts &parts)
{
    QList<Setting> before;
    for (const SettingChangeTo &each : parts.settings)
        before << each.setting;
    if (!parts.inFile)
        return takeSettingsBack(parts.server, before) << removeCopy(parts, parts.automaticCopy);
    QList<Action> actions{putBack(parts, parts.configuration)};
    if (parts.mayAlterSystem && !forgetPending(parts.server, before).isEmpty())
        actions << takeSettingsBack(parts.server, before);
    else
        actions << reloadConfiguration(parts.server);
    return actions << removeCopy(parts, parts.configuration.copy);
}

/// As a pattern for LIKE.
QString fileOfSettings(const PrimaryParts &parts)
{
    return parts.inFile ? QStringLiteral("%.conf") : QStringLiteral("%/postgresql.auto.conf");
}

/// pg_file_settings has the lines, without an error but that a restart is awaited, and nothing else in it is wrong.
QList<Observation> settingsAreRead(const PrimaryParts &parts)
{
    QList<Observation> seen;
    for (const SettingChangeTo &each : parts.settings)
        seen.append(
            {.text = Tr::tr("%1 is set to \"%2\" in the files, and the server can read it")
                         .arg(each.setting.name, each.value),
             .look = SqlSays{.server = parts.server,
                             .sql = key("SELECT f.error IS NULL OR (s.context = 'postmaster' AND f.error ="
                                        " 'setting could not be applied') FROM pg_file_settings f JOIN pg_settings s"
                                        " ON lower(s.name) = lower(f.name) WHERE lower(f.name) = lower($1)"
                                        " AND f.setting = $2 AND f.sourcefile LIKE $3 ORDER BY f.seqno DESC LIMIT 1"),
                             .parameters = {each.setting.name, each.value, fileOfSettings(parts)},
                             .expected = key("t")}});
    for (const SettingChangeTo &each : parts.settings)
        seen.append({.text = each.setting.needsRestart()
                                 ? Tr::tr("%1 waits for a restart, or is in force").arg(each.setting.name)
                                 : Tr::tr("%1 is in force").arg(each.setting.name),
                     .look = SqlSays{.server = parts.server,
                                     .sql = key("SELECT pending_restart OR sourcefile LIKE $2 FROM pg_settings"
                                                " WHERE lower(name) = lower($1)"),
                                     .parameters = {each.setting.name, fileOfSettings(parts)},
                                     .expected = key("t")}});
    return seen;
}

// ---- pg_hba.conf ----

Observation hbaIsReadable(const PrimaryParts &parts)
{
    return {.text = Tr::tr("the server finds no error in pg_hba.conf"),
            .look = SqlSays{.server = parts.server,
                            .sql = key("SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL"),
                            .parameters = {},
                            .expected = key("0")},
            .timeout = Milliseconds{5000}};
}

QList<Action> admit(const PrimaryParts &parts)
{
    if (!parts.hba.isChanged())
        return {};
    return change(parts, parts.hba) +
           QList<Action>{{.text = Tr::tr("See that the server can read it"), .what = WaitFor{hbaIsReadable(parts)}},
                         reloadConfiguration(parts.server)};
}

QList<Action> admitNoMore(const PrimaryParts &parts)
{
    return {putBack(parts, parts.hba), reloadConfiguration(parts.server), removeCopy(parts, parts.hba.copy)};
}

QList<Observation> standbysAreAdmitted(const PrimaryParts &parts)
{
    if (!parts.hba.isChanged())
        return {};
    QList<Observation> seen{hbaIsReadable(parts)};
    for (const HbaLine &line : parts.lines) {
        if (!parts.hba.changes.first().inserted.contains(hbaText(line)))
            continue; // admitted before
        seen.append({.text = Tr::tr("pg_hba.conf admits %1 from %2").arg(line.role, line.address),
                     .look = SqlSays{.server = parts.server,
                                     .sql = key("SELECT count(*) > 0 FROM pg_hba_file_rules WHERE type = 'host' AND"
                                                " auth_method = 'scram-sha-256' AND user_name = ARRAY[$1::text] AND"
                                                " 'replication' = ANY (database) AND address = split_part($2, '/', 1)"),
                                     .parameters = {line.role, line.address},
                                     .expected = key("t")}});
    }
    return seen;
}

} // namespace

Observation copyIs(const PrimaryParts &parts, const QString &copy, PathIs::What what)
{
    return {.text = what == PathIs::What::Absent ? Tr::tr("there is no copy %1").arg(copy)
                                                 : Tr::tr("there is a copy %1").arg(copy),
            .look = PathIs{parts.place.hostId, copy, parts.place.owner, what},
            .timeout = Milliseconds{0}};
}

Step primaryStep(const char *id, OfParts<QString> title, OfParts<QList<Action>> act, OfParts<QList<Action>> undo,
                 OfParts<QList<Observation>> verify)
{
    const auto of = [](auto declared) {
        return [declared](const Situation &situation) { return declared(PrimaryParts::of(situation)); };
    };
    return {.id = key(id), .title = of(title), .act = of(act), .undo = of(undo), .verify = of(verify), .always = true};
}

Action putBack(const PrimaryParts &parts, const ChangedFile &file)
{
    return {.text = Tr::tr("Put the copy of %1 back, unless somebody else has changed the file").arg(file.path),
            .what = CopyFile{parts.place.hostId, file.copy, file.path, parts.place.owner, file.after},
            .unless = copyIs(parts, file.copy, PathIs::What::Absent)};
}

QList<Step> preparePrimarySteps()
{
    return {primaryStep("settings", settingsTitle, setAll, setBack, settingsAreRead), primaryRoleStep(),
            primaryStep(
                "admit", [](const PrimaryParts &) { return Tr::tr("Admit the standbys in pg_hba.conf"); }, admit,
                admitNoMore, standbysAreAdmitted),
            primaryRestartStep(), primaryLoginStep()};
}

} // namespace howdah::library
