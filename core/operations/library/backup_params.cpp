#include "core/operations/library/backup_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Backup)
};

QString suggestOnHostOf(const Situation &situation, const char *argument)
{
    return suggestBackups(situation.node(situation.argument(QString::fromLatin1(argument))));
}

} // namespace

Param backupDirectoryParam()
{
    return {.id = QStringLiteral("directory"),
            .title = Tr::tr("Backups lie in"),
            .help = Tr::tr("A directory on that node's host; each backup gets one of its own in it."),
            .kind = Param::Kind::Path,
            .suggest = [](const Situation &situation) { return suggestOnHostOf(situation, "from"); }};
}

Param backupRateParam()
{
    return {.id = QStringLiteral("rate"),
            .title = Tr::tr("Rate limit"),
            .help = Tr::tr("Copy at most this much a second, to spare the node. Example: 50M"),
            .kind = Param::Kind::Rate,
            .required = false,
            .advanced = true};
}

Param backupsParam()
{
    return {.id = QStringLiteral("backups"),
            .title = Tr::tr("Backups lie in"),
            .help = Tr::tr("The directory that base backups were put in."),
            .kind = Param::Kind::Path,
            .suggest = [](const Situation &situation) { return suggestOnHostOf(situation, "beside"); }};
}

} // namespace howdah::library
