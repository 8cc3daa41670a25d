#include "core/backup/archive_trouble.h"

#include "core/base/sizes.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ArchiveTrouble)
};

using Kind = ArchiveTrouble::Kind;

constexpr int notFound = 127, notExecutable = 126;
constexpr qint64 mostWaitingInOrder = 3; // one is written, one is on its way, one comes meanwhile

bool says(const QString &words, std::initializer_list<const char *> any)
{
    for (const char *each : any)
        if (words.contains(QLatin1String(each), Qt::CaseInsensitive))
            return true;
    return false;
}

bool isFailing(const ArchiverFacts &facts)
{
    const bool failedLast =
        facts.lastFailed.isValid() && (!facts.lastArchived.isValid() || facts.lastFailed > facts.lastArchived);
    return failedLast || facts.waiting > mostWaitingInOrder;
}

std::optional<ArchiveTrouble> byThePlace(const ArchiverFacts &facts, const ArchivePlace &place)
{
    const ArchiveSurroundings &seen = *facts.place;
    const QString where = place.forPeople();
    if (!seen.reached)
        return sshTrouble(seen.noWay, place.destination, facts.owner);
    if (seen.what == ArchiveSurroundings::What::Absent)
        return ArchiveTrouble{
            Kind::MissingDirectory,
            Tr::tr("The archive directory %1 is not there (only %2 is).").arg(where, seen.nearest),
            Tr::tr("Mount what holds it, or make it: install -d -o %1 -m 700 %2").arg(seen.user, place.directory)};
    if (seen.what == ArchiveSurroundings::What::Other)
        return ArchiveTrouble{Kind::NotADirectory, Tr::tr("%1 is no directory.").arg(where),
                              Tr::tr("Name another directory for the archive.")};
    if (!seen.mayWrite)
        return ArchiveTrouble{
            Kind::NotWritable,
            Tr::tr("%1 may not write into %2, which belongs to %3.").arg(seen.user, where, seen.owner),
            Tr::tr("Give it to the server's user: chown %1 %2").arg(seen.user, place.directory)};
    if (seen.freeBytes < facts.segmentBytes)
        return ArchiveTrouble{Kind::DiskFull,
                              Tr::tr("The disk of %1 is full: %2 are free, a segment needs %3.")
                                  .arg(where, prettySize(seen.freeBytes), prettySize(facts.segmentBytes)),
                              Tr::tr("Make room there, or archive to another disk.")};
    return std::nullopt;
}

ArchiveTrouble byTheWords(const ArchiverFacts &facts, const ArchiveCommand &command)
{
    const ArchiverWords words = facts.words.value_or(ArchiverWords());
    const QString where = command.directory.isEmpty() ? facts.command : command.place().forPeople();
    const QString said = words.said.section(QLatin1Char('\n'), -1);
    if (says(words.said, {"says something else", "File exists"}))
        return {Kind::OtherFile,
                Tr::tr("A segment of that name lies in %1 already and says something else: %2").arg(where, said),
                Tr::tr("Two clusters share this archive, or an old one was left there: archive to a directory of its "
                       "own.")};
    if (words.exitCode == notFound || says(words.said, {"not found", "command not found"}))
        return {Kind::WrongCommand,
                Tr::tr("The server cannot find its archive_command: %1").arg(said.isEmpty() ? facts.command : said),
                Tr::tr("Install it, or set archiving up anew. The server's statistics do not count this failure.")};
    if (words.exitCode == notExecutable)
        return {Kind::WrongCommand,
                Tr::tr("The server may not run its archive_command: %1").arg(said.isEmpty() ? facts.command : said),
                Tr::tr("Make it executable for %1, or set archiving up anew.").arg(facts.owner)};
    if (command.place().isRemote() && says(words.said, {"ssh", "Connection", "Host key"}))
        return sshTrouble(words.said, command.destination, facts.owner);
    if (says(words.said, {"No space left"}))
        return {Kind::DiskFull, Tr::tr("The disk of the archive was full: %1").arg(said),
                Tr::tr("Make room there, or archive to another disk.")};
    if (says(words.said, {"Permission denied", "may not write"}))
        return {Kind::NotWritable, Tr::tr("%1 may not write into the archive: %2").arg(facts.owner, said),
                Tr::tr("Give the directory to %1.").arg(facts.owner)};
    if (says(words.said, {"No such file or directory", "is not there"}))
        return {Kind::MissingDirectory, Tr::tr("The archive is not there: %1").arg(said),
                Tr::tr("Mount what holds it, or set archiving up anew.")};
    const QString ended = words.exitCode > 0
                              ? Tr::tr("archive_command ends with code %1.").arg(words.exitCode)
                              : Tr::tr("%n segment(s) wait for the archiver.", nullptr, int(facts.waiting));
    return {Kind::CommandFails, QStringLiteral("%1 %2").arg(ended, said).trimmed(),
            Tr::tr("Run it by hand as %1 and see what it says: %2").arg(facts.owner, facts.command)};
}

} // namespace

ArchiveTrouble sshTrouble(const QString &words, const QString &destination, const QString &user)
{
    const QString said = words.section(QLatin1Char('\n'), -1).trimmed();
    const QString byHand = Tr::tr("Log in once by hand as %1: ssh %2").arg(user, destination);
    if (says(words, {"Host key verification failed"}))
        return {Kind::HostKeyUnknown,
                Tr::tr("The host key of %1 is not known to %2, or changed.").arg(destination, user), byHand};
    if (says(words, {"Permission denied", "Too many authentication failures"}))
        return {Kind::LoginRefused, Tr::tr("%1 lets %2 not log in without a password: %3").arg(destination, user, said),
                Tr::tr("Put the public key of %1 into authorized_keys there (ssh-copy-id), then log in once by hand.")
                    .arg(user)};
    return {Kind::HostUnreachable, Tr::tr("%1 is not reached by ssh: %2").arg(destination, said),
            Tr::tr("Start that machine, or mend the way to it. %1").arg(byHand)};
}

std::optional<ArchiveTrouble> explain(const ArchiverFacts &facts)
{
    if (facts.mode.isEmpty() || facts.mode == QLatin1String("off"))
        return std::nullopt;
    const ArchiveCommand command = parseArchiveCommand(facts.command);
    if (!facts.library.isEmpty())
        return isFailing(facts) ? std::optional(byTheWords(facts, {})) : std::nullopt;
    if (command.kind == ArchiveCommand::Kind::None)
        return ArchiveTrouble{Kind::NoCommand,
                              Tr::tr("archive_mode is %1 on %2, but there is no archive_command: finished WAL gathers "
                                     "on its disk.")
                                  .arg(facts.mode, facts.node),
                              Tr::tr("Set archiving up, or switch archive_mode off.")};
    if (!isFailing(facts))
        return std::nullopt;
    if (facts.words && says(facts.words->said, {"says something else"}))
        return byTheWords(facts, command);
    if (facts.place)
        if (std::optional<ArchiveTrouble> found = byThePlace(facts, command.place()))
            return found;
    const bool ours = command.kind == ArchiveCommand::Kind::Ours;
    if (ours && facts.place && !facts.place->hasScripts)
        return ArchiveTrouble{Kind::WrongCommand,
                              Tr::tr("The script %1 is gone, or may not be run by %2.")
                                  .arg(archiveScriptIn(command.directory), facts.owner),
                              Tr::tr("Set archiving up anew: that installs it.")};
    return byTheWords(facts, command);
}

} // namespace howdah
