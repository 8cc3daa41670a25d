#include "core/base/key.h"
#include "core/operations/library/dump_parts.h"

namespace howdah::library {

namespace {

bool isTrue(const Situation &situation, const char *id)
{
    return situation.argument(key(id)) == QLatin1String("true");
}

QStringList common(const DumpParts &parts)
{
    QStringList argv{key("--dbname=") + parts.sourceInfo.toString(), key("--no-password"), key("--verbose")};
    if (!parts.lockWait.isEmpty())
        argv << key("--lock-wait-timeout=") + parts.lockWait;
    return argv;
}

/// Before 16 pg_dump knows gzip alone, by its level.
QString compressionArgument(const Situation &situation, const DumpParts &parts)
{
    constexpr int firstWithMethods = 16;
    const QString method = parts.record.compression;
    const QString level = situation.argument(key("level"));
    if (method == QLatin1String("none"))
        return key("--compress=0");
    if (parts.major < firstWithMethods)
        return key("--compress=") + (level.isEmpty() ? key("6") : level);
    return key("--compress=") + method + (level.isEmpty() ? QString() : QLatin1Char(':') + level);
}

QStringList chosenObjects(const Situation &situation)
{
    QStringList argv;
    for (const char *id : {"schema", "table", "exclude-table", "exclude-table-data"})
        for (const QString &pattern : objectsOf(situation.argument(key(id))))
            argv << QStringLiteral("--%1=%2").arg(key(id), pattern);
    if (!situation.argument(key("filter")).isEmpty())
        argv << key("--filter=") + situation.argument(key("filter"));
    const bool some = !objectsOf(situation.argument(key("schema")) + situation.argument(key("table"))).isEmpty();
    // With schemas or tables named, pg_dump leaves large objects out unless told.
    if (some && isTrue(situation, "large-objects"))
        argv << key("--blobs");
    else if (!some && !isTrue(situation, "large-objects"))
        argv << key("--no-blobs");
    return argv;
}

} // namespace

QStringList dumpArguments(const Situation &situation, const DumpParts &parts)
{
    QStringList argv = common(parts) + QStringList{key("--file=") + parts.file()};
    const bool superuser = situation.value(key("server"), key("isSuperuser")).toString() == QLatin1String("t");
    if (!parts.isOfDatabase()) {
        if (parts.record.what == QLatin1String("globals"))
            argv << key("--globals-only");
        if (!superuser)
            argv << key("--no-role-passwords");
        return argv;
    }
    argv << key("--format=") + parts.record.format;
    if (parts.record.format != QLatin1String("tar"))
        argv << compressionArgument(situation, parts);
    if (parts.jobs > 1)
        argv << QStringLiteral("--jobs=%1").arg(parts.jobs);
    if (parts.record.sections == QLatin1String("schema"))
        argv << key("--schema-only");
    if (parts.record.sections == QLatin1String("data"))
        argv << key("--data-only");
    if (isTrue(situation, "enable-row-security"))
        argv << key("--enable-row-security");
    return argv + chosenObjects(situation);
}

QStringList globalsArguments(const Situation &situation, const DumpParts &parts)
{
    const bool superuser = situation.value(key("server"), key("isSuperuser")).toString() == QLatin1String("t");
    QStringList argv =
        common(parts) + QStringList{key("--globals-only"), key("--file=") + parts.staging + QLatin1Char('/') +
                                                               QLatin1String(DumpRecord::globalsName)};
    if (!superuser)
        argv << key("--no-role-passwords");
    return argv;
}

} // namespace howdah::library
