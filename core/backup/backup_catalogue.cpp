#include "core/backup/backup_catalogue.h"
#include "core/base/key.h"

#include <QJsonDocument>

#include <algorithm>

namespace howdah {

namespace {

using Kind = BackupNote::Kind;

const QList<QPair<Kind, QLatin1String>> &kindNames()
{
    static const QList<QPair<Kind, QLatin1String>> names{{Kind::Verified, QLatin1String("verify")},
                                                         {Kind::Drilled, QLatin1String("drill")},
                                                         {Kind::Copied, QLatin1String("copy")},
                                                         {Kind::Run, QLatin1String("run")}};
    return names;
}

} // namespace

std::optional<BackupNote> noteFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString kind = object.value(key("kind")).toString();
    const auto named =
        std::find_if(kindNames().begin(), kindNames().end(), [&kind](const auto &name) { return name.second == kind; });
    BackupNote note{.backup = object.value(key("backup")).toString(),
                    .good = object.value(key("good")).toBool(),
                    .at = QDateTime::fromString(object.value(key("at")).toString(), Qt::ISODate).toUTC(),
                    .seconds = object.value(key("seconds")).toInteger(),
                    .said = object.value(key("said")).toString(),
                    .operation = object.value(key("operation")).toString()};
    if (named == kindNames().end() || !note.at.isValid())
        return {};
    note.kind = named->first;
    return note;
}

QByteArray lineOf(const BackupNote &note)
{
    const auto named = std::find_if(kindNames().begin(), kindNames().end(),
                                    [&note](const auto &name) { return name.first == note.kind; });
    const QJsonObject object{{key("kind"), named->second},      {key("backup"), note.backup},
                             {key("good"), note.good},          {key("at"), note.at.toUTC().toString(Qt::ISODate)},
                             {key("seconds"), note.seconds},    {key("said"), note.said},
                             {key("operation"), note.operation}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

const BaseBackup *BackupCatalogue::find(const QString &id) const
{
    const auto found =
        std::find_if(backups.begin(), backups.end(), [&id](const BaseBackup &backup) { return backup.id == id; });
    return found == backups.end() ? nullptr : &*found;
}

std::optional<BackupNote> BackupCatalogue::newest(BackupNote::Kind kind, const QString &id) const
{
    std::optional<BackupNote> newest;
    const BaseBackup *backup = find(id);
    if (kind == Kind::Verified && backup && backup->verifiedAt.isValid())
        newest = BackupNote{.kind = kind, .backup = id, .good = true, .at = backup->verifiedAt, .operation = id};
    for (const BackupNote &note : notes)
        if (note.kind == kind && note.backup == id)
            newest = note;
    return newest;
}

bool BackupCatalogue::hasFailed(const QString &id) const
{
    const auto failed = [](const std::optional<BackupNote> &note) { return note && !note->good; };
    return failed(newest(Kind::Verified, id)) || failed(newest(Kind::Drilled, id));
}

bool BackupCatalogue::isBad(const QString &id) const
{
    const BaseBackup *backup = find(id);
    if (!backup || backup->basedOn.isEmpty())
        return hasFailed(id);
    const QList<BaseBackup> chain = chainTo(*backup);
    return chain.isEmpty() ||
           std::any_of(chain.begin(), chain.end(), [this](const BaseBackup &one) { return hasFailed(one.id); });
}

qint64 BackupCatalogue::restoredBytes(const BaseBackup &backup) const
{
    constexpr qint64 growth = 6; // tables pack well
    qint64 bytes = 0;
    for (const BaseBackup &one : chainTo(backup))
        bytes += one.plainBytes > 0                     ? one.plainBytes
                 : one.compression == Compression::None ? one.bytes
                                                        : one.bytes * growth;
    return bytes;
}

QList<BaseBackup> BackupCatalogue::chainTo(const BaseBackup &backup) const
{
    QList<BaseBackup> chain{backup};
    while (!chain.first().basedOn.isEmpty()) {
        const BaseBackup *former = find(chain.first().basedOn);
        if (!former || chain.size() > backups.size())
            return {};
        chain.prepend(*former);
    }
    return chain;
}

QList<BaseBackup> BackupCatalogue::restorable() const
{
    QList<BaseBackup> usable;
    for (const BaseBackup &backup : backups)
        if (!isBad(backup.id) && backup.format != BaseBackup::Format::Foreign)
            usable << backup;
    return usable;
}

} // namespace howdah
