#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};
QString text(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString();
}
bool flag(const Values &seen, const char *name)
{
    return seen.value(key(name)).toBool();
}
QStringList listed(const Situation &situation, const char *probe, const char *name)
{
    return situation.value(key(probe), key(name)).toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
}

/// "en_US.UTF-8" and "en_US.utf8" are the same one.
QString localeKey(const QString &locale)
{
    return locale.toLower().remove(QLatin1Char('-'));
}

QStringList missingLocales(const Situation &situation, const QStringList &there)
{
    QStringList known;
    for (const QString &locale : there)
        known << localeKey(locale);
    QStringList missing;
    for (const QString &locale : listed(situation, "source", "locales"))
        if (!known.contains(localeKey(locale)))
            missing << locale;
    return missing;
}

Judgement judgeHost(const Situation &situation, const Values &seen)
{
    const CloneParts parts = CloneParts::of(situation);
    const QString label = text(seen, "label");
    if (!parts.isOnAnotherHost())
        return ok(Tr::tr("It will run on the source's own host, owned by %1.").arg(text(seen, "owner")));
    if (parts.container) // of the source's own image
        return ok(Tr::tr("It will run on the source's own machine, in the container %1, owned by %2.")
                      .arg(parts.container->name, text(seen, "owner")));
    const QString wanted = situation.value(key("source"), key("architecture")).toString();
    const QString architecture = text(seen, "architecture");
    if (!wanted.isEmpty() && wanted != architecture)
        return blocked(Tr::tr("%1 is %2; the source is %3.").arg(label, architecture, wanted),
                       Tr::tr("Choose a host of the same architecture."));
    if (situation.argument(key("address")).isEmpty())
        return blocked(Tr::tr("At which address the new server will be reached is not known."),
                       Tr::tr("Name the address of %1.").arg(label));
    const QStringList there = seen.value(key("locales")).toStringList();
    if (there.isEmpty())
        return warning(
            Tr::tr("%1 does not say which locales it has.").arg(label),
            Tr::tr("See that it has these: %1.").arg(situation.value(key("source"), key("locales")).toString()));
    const QStringList missing = missingLocales(situation, there);
    if (!missing.isEmpty())
        return blocked(Tr::tr("%1 has not got the locale %2.").arg(label, missing.join(QStringLiteral(", "))),
                       Tr::tr("Install it there (on Debian: dpkg-reconfigure locales)."));
    const QString glibc = situation.value(key("source"), key("glibc")).toString();
    if (!glibc.isEmpty() && !text(seen, "glibc").isEmpty() && glibc != text(seen, "glibc"))
        return warning(
            Tr::tr("Text is sorted by glibc %1 on %2, by %3 on the source.").arg(text(seen, "glibc"), label, glibc),
            Tr::tr("If the orders differ, indexes on text are wrong there; compare, or choose another host."));
    return ok(Tr::tr("%1: %2, owned by %3.").arg(label, architecture, text(seen, "owner")));
}

Judgement judgeBinaries(const Situation &, const Values &seen)
{
    const QString directory = text(seen, "directory");
    QStringList missing;
    if (!flag(seen, "hasBaseBackup"))
        missing << key("pg_basebackup");
    if (!flag(seen, "hasVerifyBackup"))
        missing << key("pg_verifybackup");
    if (!missing.isEmpty())
        return blocked(Tr::tr("%1 is not in %2.").arg(missing.join(QStringLiteral(", ")), directory),
                       Tr::tr("Install the client programs of PostgreSQL %1.").arg(text(seen, "major")));
    const QStringList libraries = seen.value(key("missingLibraries")).toStringList();
    if (!libraries.isEmpty())
        return blocked(
            Tr::tr("shared_preload_libraries names what is not there: %1.").arg(libraries.join(QStringLiteral(", "))),
            Tr::tr("Install these extensions there; without them the server does not start."));
    return ok(Tr::tr("PostgreSQL %1, in %2.").arg(text(seen, "major"), directory));
}

Judgement judgeCompression(const Situation &situation, const Values &seen)
{
    const QString compression = situation.argument(key("compression"));
    const NodeState *source = situation.node(situation.argument(key("source")));
    if (compression.isEmpty() || compression == QLatin1String("none"))
        return ok(Tr::tr("The copy is not compressed on its way."));
    constexpr int firstWithServerCompression = 15;
    if (source->lastAnswer && source->lastAnswer->version.major() < firstWithServerCompression)
        return blocked(
            Tr::tr("PostgreSQL %1 does not compress base backups itself.").arg(source->lastAnswer->version.major()),
            Tr::tr("Choose \"none\"."));
    const QString built = situation.value(key("source"), key("built")).toString();
    const bool optional = compression != QLatin1String("gzip");
    if (optional && !built.isEmpty() && !built.contains(QStringLiteral("--with-") + compression))
        return blocked(Tr::tr("The source is built without %1.").arg(compression), Tr::tr("Choose another one."));
    if (!flag(seen, "hasCompression"))
        return blocked(Tr::tr("pg_basebackup there is built without %1.").arg(compression),
                       Tr::tr("Choose another one."));
    return ok(Tr::tr("The source sends the copy compressed with %1.").arg(compression));
}

Judgement judgeTarget(const Situation &situation, const Values &seen)
{
    const CloneParts parts = CloneParts::of(situation);
    if (const auto objection = objectionToDirectory(parts.target, parts.owner, seen))
        return *objection;
    return parts.targetWasDirectory ? ok(Tr::tr("%1 is an empty directory.").arg(parts.target))
                                    : ok(Tr::tr("%1 does not exist yet; it will be made.").arg(parts.target));
}

/// What is needed and what is free on each file system that gets a part of the copy.
struct Room
{
    qint64 needed = 0, free = 0;
    QString place;
};

QMap<QString, Room> roomsOf(const Situation &situation, const Values &target)
{
    qint64 elsewhere = 0;
    QMap<QString, Room> rooms;
    const auto room = [&](const Values &directory, const QString &place) -> Room & {
        Room &found = rooms[directory.value(key("fileSystem")).toString()];
        found.free = directory.value(key("freeBytes")).toLongLong();
        if (found.place.isEmpty())
            found.place = place;
        return found;
    };
    Room &main = room(target, situation.argument(key("target-directory")));
    const QString mainSystem = text(target, "fileSystem");
    const QVariantList sizes = situation.value(key("source"), key("tablespaces")).toList();
    const QList<CloneTablespace> tablespaces = cloneTablespaces(situation);
    for (qsizetype i = 0; i < tablespaces.size(); ++i) {
        const qint64 bytes = sizes.at(i).toMap().value(key("bytes")).toLongLong();
        const Values directory = situation.value(key("tablespaces"), tablespaces.at(i).to).toMap();
        elsewhere += bytes;
        room(directory.isEmpty() ? target : directory, tablespaces.at(i).to).needed += bytes;
    }
    const auto source = [&](const char *name) { return situation.value(key("source"), key(name)).toLongLong(); };
    rooms[mainSystem].needed += source("dataBytes") - elsewhere + source("walBytes");
    rooms[mainSystem].place = main.place;
    return rooms;
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    if (!situation.value(key("source"), key("dataBytes")).isValid())
        return warning(Tr::tr("%1 free; the size of the source is not known.")
                           .arg(prettySize(seen.value(key("freeBytes")).toLongLong())),
                       Tr::tr("Grant pg_monitor to the role, or compare the sizes by hand."));
    QStringList observed;
    bool little = false;
    const QMap<QString, Room> rooms = roomsOf(situation, seen);
    for (const Room &room : rooms) {
        constexpr qint64 leastReserve = 32LL * 1024 * 1024;
        const qint64 reserve = std::max(leastReserve, room.needed / 20);
        const QString sentence =
            rooms.size() == 1
                ? Tr::tr("%1 free, %2 needed.").arg(prettySize(room.free), prettySize(room.needed))
                : Tr::tr("%1: %2 free, %3 needed.").arg(room.place, prettySize(room.free), prettySize(room.needed));
        if (room.free < room.needed)
            return blocked(sentence, Tr::tr("Make room, or choose a directory on another disk."));
        little = little || room.free < room.needed + reserve;
        observed << sentence;
    }
    const QString all = observed.join(QLatin1Char(' '));
    return little ? warning(all, Tr::tr("Little would be left; make room soon.")) : ok(all);
}

Judgement judgePort(const Situation &situation, const Values &seen)
{
    const QString port = situation.argument(key("port"));
    return flag(seen, "free")
               ? ok(Tr::tr("Nothing listens on port %1.").arg(port))
               : blocked(Tr::tr("Something listens on port %1 already.").arg(port), Tr::tr("Choose another port."));
}

Judgement judgeConfiguration(const Situation &situation, const Values &seen)
{
    const QString secrets = situation.value(key("source"), key("commandLineSecrets")).toString();
    if (!secrets.isEmpty())
        return blocked(Tr::tr("On the source's command line, these settings seem to hold a secret, which must not be "
                              "put on record: %1.")
                           .arg(secrets),
                       Tr::tr("Move them from the command line to the source's postgresql.conf and restart it."));
    if (!seen.contains(key("configFile")))
        return ok(Tr::tr("It lies in the data directory and comes with the copy."));
    return ok(Tr::tr("The source keeps its configuration outside its data directory; it is brought along."));
}

} // namespace

QList<Check> cloneTargetChecks()
{
    return {
        containerCheck(),
        factCheck(key("target-host"), Tr::tr("The host can run it"),
                  Tr::tr("Files of a data directory fit the same architecture only, and its indexes the same order of "
                         "text."),
                  key("host"), judgeHost),
        factCheck(
            key("programs"), Tr::tr("The programs are there"),
            Tr::tr("pg_basebackup copies, pg_verifybackup proves the copy; both of the server's own major version."),
            key("binaries"), judgeBinaries),
        factCheck(key("compression"), Tr::tr("Compression"), Tr::tr("Both sides must be built with it."),
                  key("binaries"), judgeCompression),
        factCheck(key("configuration"), Tr::tr("The configuration can be taken along"),
                  Tr::tr("A base backup holds the data directory only."), key("configuration"), judgeConfiguration),
        registrationCheck(),
        factCheck(key("target"), Tr::tr("The target directory can be used"),
                  Tr::tr("Nothing that is there already is touched; the finished copy is moved to it in one go."),
                  key("target"), judgeTarget),
        tablespacesCheck(),
        factCheck(key("space"), Tr::tr("Enough free space"),
                  Tr::tr("The copy needs the size of the data and of the WAL."), key("target"), judgeSpace),
        factCheck(key("port"), Tr::tr("The port is free"), Tr::tr("Two servers cannot listen on one port."),
                  key("port"), judgePort),
    };
}

} // namespace howdah::library
