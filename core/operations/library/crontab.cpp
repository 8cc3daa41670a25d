#include "core/operations/library/crontab.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Schedule)
};
} // namespace

Action setCrontabLine(const CrontabLine &place, const QString &line)
{
    const QString script = QStringLiteral(
        "others=$(crontab -l 2>/dev/null |\n"
        "    MARK=$1 awk '$0 == ENVIRON[\"MARK\"] { skip = 1; next } skip { skip = 0; next } { print }')\n"
        "if [ -z \"$others$2\" ]; then crontab -r 2>/dev/null; exit 0; fi\n"
        "{\n"
        "    [ -z \"$others\" ] || printf '%s\\n' \"$others\"\n"
        "    [ -z \"$2\" ] || printf '%s\\n%s\\n' \"$1\" \"$2\"\n"
        "} | crontab -");
    return {.text = line.isEmpty() ? Tr::tr("Take the line out of the crontab of %1").arg(place.owner)
                                   : Tr::tr("Put a line into the crontab of %1").arg(place.owner),
            .what = RunCommand{.hostId = place.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                    QStringLiteral("sh"), place.mark, line},
                                           .asUser = place.owner}}};
}

Command printCrontabLine(const CrontabLine &place)
{
    const QString script = QStringLiteral("crontab -l 2>/dev/null |"
                                          " MARK=$1 awk '$0 == ENVIRON[\"MARK\"] { getline; print }'");
    return {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"), place.mark},
            .asUser = place.owner};
}

} // namespace howdah::library
