#include "core/backup/drill_script.h"
#include "core/operations/library/drill_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Drill)
};

/// Words: log, backup, operation, and the command. A full disk says nothing about the backup.
const char *const restoring = R"sh(set -u
log=$1 backup=$2 operation=$3
shift 3
began=$(date +%s)
said=$("$@" 2>&1) && exit 0
printf '%s\n' "$said" >&2
case $said in
*'No space left'*) ;;
*) note drill "$backup" false $(($(date +%s) - began)) "It cannot be restored: $(printf '%s\n' "$said" | head -n 2)" "$operation" "$log" ;;
esac
exit 1
)sh";

/// Words: place, log, backup, operation. A server that is stopped by the undo says FATAL too, to whoever was connected.
const char *const failure = R"sh(set -u
place=$1 log=$2 backup=$3 operation=$4
[ -f "$place/server.log" ] || exit 0
grep -qs "\"operation\":\"$operation\"" "$log" && exit 0
said=$(grep -E 'PANIC: |FATAL: ' "$place/server.log" | grep -vE 'terminating|starting up|shutting down' | head -n 3)
[ -n "$said" ] || exit 0
note drill "$backup" false $(($(date +%s) - $(stat -c %Y "$place"))) "$said" "$operation" "$log"
)sh";

Action script(const DrillParts &parts, const QString &text, const QString &body, const QStringList &words,
              const QString &resultName = {})
{
    return {.text = text,
            .what = RunCommand{
                .hostId = parts.chosen.hostId,
                .command = {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"),
                                                noteFunction() + body, QStringLiteral("sh")} +
                                    words,
                            .asUser = parts.chosen.owner},
                .resultName = resultName}};
}

} // namespace

Action drillExamination(const DrillParts &parts)
{
    return script(parts,
                  parts.full ? Tr::tr("Read every row, check every index, and note the outcome")
                             : Tr::tr("Open every database, and note the outcome"),
                  drillExaminationScript(),
                  {parts.chosen.binDirectory, parts.recovery.place, QString::number(parts.recovery.port), parts.role,
                   parts.full ? QStringLiteral("full") : QStringLiteral("quick"), parts.chosen.log(), parts.chosen.id,
                   parts.recovery.operationId},
                  QStringLiteral("found"));
}

Action drillRestore(const DrillParts &parts)
{
    return script(parts, Tr::tr("Restore the backup %1 to %2").arg(parts.chosen.id, parts.recovery.data()), QString::fromLatin1(restoring),
                  QStringList{parts.chosen.log(), parts.chosen.id, parts.recovery.operationId} +
                      restoringWords(parts.chosen, parts.recovery.data()));
}

Action noteFailedDrill(const DrillParts &parts)
{
    return script(parts, Tr::tr("Note it, if the copy would not start"), QString::fromLatin1(failure),
                  {parts.recovery.place, parts.chosen.log(), parts.chosen.id, parts.recovery.operationId});
}

} // namespace howdah::library
