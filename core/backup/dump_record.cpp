#include "core/backup/dump_record.h"
#include "core/base/key.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::DumpRecord)
};
} // namespace

QJsonObject dumpRecordBegun(const DumpRecord &dump)
{
    return {{key("id"), dump.id},
            {key("label"), dump.label},
            {key("cluster"), dump.cluster},
            {key("systemIdentifier"), dump.systemIdentifier},
            {key("takenFrom"), dump.takenFrom},
            {key("what"), dump.what},
            {key("database"), dump.database},
            {key("format"), dump.format},
            {key("sections"), dump.sections},
            {key("compression"), dump.compression},
            {key("file"), dump.file},
            {key("serverVersion"), dump.serverVersion},
            {key("program"), dump.program},
            {key("hasGlobals"), dump.hasGlobals}};
}

Result<DumpRecord> dumpFromRecord(const QJsonObject &record, const QString &directory)
{
    const auto text = [&record](const char *name) { return record.value(key(name)).toString(); };
    const auto time = [&text](const char *name) { return QDateTime::fromString(text(name), Qt::ISODate).toUTC(); };
    DumpRecord dump{.id = text("id"),
                    .label = text("label"),
                    .directory = directory,
                    .cluster = text("cluster"),
                    .systemIdentifier = text("systemIdentifier"),
                    .takenFrom = text("takenFrom"),
                    .what = text("what"),
                    .database = text("database"),
                    .format = text("format"),
                    .sections = text("sections"),
                    .compression = text("compression"),
                    .file = text("file"),
                    .serverVersion = record.value(key("serverVersion")).toInt(),
                    .program = text("program"),
                    .hasGlobals = record.value(key("hasGlobals")).toBool(),
                    .startedAt = time("startedAt"),
                    .endedAt = time("endedAt"),
                    .bytes = record.value(key("bytes")).toInteger(),
                    .sha256 = text("sha256")};
    const bool named = !dump.file.isEmpty() && !dump.file.contains(QLatin1Char('/'));
    if (dump.id.isEmpty() || dump.format.isEmpty() || !named || dump.serverVersion == 0 || dump.sha256.isEmpty())
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("The record of the dump in %1 is not complete.").arg(directory),
                     .hint = Tr::tr("The dump may be good all the same: name its file itself.")};
    return dump;
}

} // namespace howdah
