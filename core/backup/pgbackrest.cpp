#include "core/backup/pgbackrest.h"
#include "core/base/key.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PgBackRest)
};

constexpr int versionsPerMajor = 10000;

QDateTime momentOf(const QJsonObject &object, const char *name)
{
    return QDateTime::fromSecsSinceEpoch(object.value(key(name)).toInteger(), Qt::UTC);
}

/// Databases of a stanza come and go with upgrades and re-initialisations: a backup names its own by number.
QHash<qint64, QJsonObject> databasesOf(const QJsonObject &stanza)
{
    QHash<qint64, QJsonObject> databases;
    for (const QJsonValue &one : stanza.value(key("db")).toArray())
        databases.insert(one[key("id")].toInteger(), one.toObject());
    return databases;
}

BaseBackup backupOf(const QJsonObject &json, const QString &stanza, const QJsonObject &database)
{
    const QString label = json.value(key("label")).toString();
    const QJsonObject times = json.value(key("timestamp")).toObject();
    const QJsonObject lsn = json.value(key("lsn")).toObject();
    const QString prior = json.value(key("prior")).toString();
    const auto id = [&stanza](const QString &name) { return QStringLiteral("pgbackrest:%1:%2").arg(stanza, name); };
    return {.id = id(label),
            .label = label,
            .directory = QStringLiteral("pgbackrest --stanza=%1").arg(stanza),
            .systemIdentifier = QString::number(database.value(key("system-id")).toInteger()),
            .serverVersion =
                database.value(key("version")).toString().section(QLatin1Char('.'), 0, 0).toInt() * versionsPerMajor,
            .timeline = timelineOfWalFile(json.value(key("archive"))[key("stop")].toString()).value_or(0),
            .start = Lsn::parse(lsn.value(key("start")).toString()).value_or(Lsn()),
            .stop = Lsn::parse(lsn.value(key("stop")).toString()).value_or(Lsn()),
            .startedAt = momentOf(times, "start"),
            .stoppedAt = momentOf(times, "stop"),
            .bytes = json.value(key("info"))[key("repository")][key("size")].toInteger(),
            .keeper = BaseBackup::Keeper::PgBackRest,
            .format = BaseBackup::Format::Foreign,
            .basedOn = prior.isEmpty() ? QString() : id(prior)};
}

Result<QJsonArray> stanzasIn(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("pgbackrest info has not answered with its JSON."),
                     .detail = QString::fromUtf8(json.left(200))};
    return document.array();
}

/// Empty where it is not installed.
Result<QByteArray> printedInfo(Host &host, const As &as, const QString &configOption, const Deadline &deadline,
                               std::stop_token stop)
{
    const QString script = QStringLiteral("command -v pgbackrest >/dev/null || exit 0\n"
                                          "exec pgbackrest \"$@\" info --output=json");
    QStringList argv{key("sh"), key("-c"), script, key("sh")};
    if (!configOption.isEmpty())
        argv << configOption;
    QByteArray printed; // an outcome keeps only the end of a long output
    const Result<CommandOutcome> outcome =
        runChecked(host, {.argv = argv, .asUser = as.user}, deadline, std::move(stop),
                   [&printed](OutputStream stream, const QByteArray &chunk) {
                       if (stream == OutputStream::Standard)
                           printed += chunk;
                   });
    return outcome ? Result<QByteArray>(printed) : outcome.error();
}

} // namespace

Result<QList<BaseBackup>> parsePgBackRestInfo(const QByteArray &json, const QString &systemIdentifier)
{
    const Result<QJsonArray> stanzas = stanzasIn(json);
    if (!stanzas)
        return stanzas.error();
    QList<BaseBackup> backups;
    for (const QJsonValue &stanza : *stanzas) {
        const QHash<qint64, QJsonObject> databases = databasesOf(stanza.toObject());
        const QJsonArray listed = stanza[key("backup")].toArray();
        for (const QJsonValue &one : listed) {
            const QJsonObject database = databases.value(one[key("database")][key("id")].toInteger());
            const BaseBackup backup = backupOf(one.toObject(), stanza[key("name")].toString(), database);
            if (backup.systemIdentifier == systemIdentifier)
                backups << backup;
        }
    }
    return backups;
}

Result<QList<KeptCluster>> parsePgBackRestStanzas(const QByteArray &json)
{
    const Result<QJsonArray> stanzas = stanzasIn(json);
    if (!stanzas)
        return stanzas.error();
    QList<KeptCluster> clusters;
    for (const QJsonValue &stanza : *stanzas) {
        const QJsonArray databases = stanza[key("db")].toArray(), listed = stanza[key("backup")].toArray();
        KeptCluster cluster{.name = stanza[key("name")].toString()};
        if (!databases.isEmpty()) // the newest is what it archives now
            cluster.systemIdentifier = QString::number(databases.last()[key("system-id")].toInteger());
        for (const QJsonValue &one : listed)
            cluster.backups << one[key("label")].toString();
        clusters << cluster;
    }
    return clusters;
}

QString pgBackRestConfig(const QString &archiveCommand)
{
    static const QRegularExpression option(QStringLiteral("pgbackrest\\b.*?(--config[= ](\"[^\"]+\"|'[^']+'|\\S+))"));
    QString found = option.match(archiveCommand).captured(2);
    if (found.size() > 1 && (found.startsWith(QLatin1Char('"')) || found.startsWith(QLatin1Char('\''))))
        found = found.mid(1, found.size() - 2);
    return found.isEmpty() ? QString() : QStringLiteral("--config=") + found;
}

Result<QList<BaseBackup>> listPgBackRest(Host &host, const As &as, const QString &configOption,
                                         const QString &systemIdentifier, const Deadline &deadline,
                                         std::stop_token stop)
{
    const Result<QByteArray> printed = printedInfo(host, as, configOption, deadline, std::move(stop));
    return printed ? parsePgBackRestInfo(printed->isEmpty() ? QByteArray("[]") : *printed, systemIdentifier)
                   : printed.error();
}

Result<KeptClusters> askPgBackRest(Host &host, const As &as, const QString &configOption, const Deadline &deadline,
                                   std::stop_token stop)
{
    const Result<QByteArray> printed = printedInfo(host, as, configOption, deadline, std::move(stop));
    if (!printed)
        return printed.error();
    if (printed->isEmpty())
        return KeptClusters{};
    const Result<QList<KeptCluster>> stanzas = parsePgBackRestStanzas(*printed);
    return stanzas ? Result<KeptClusters>(KeptClusters{.installed = true, .clusters = *stanzas}) : stanzas.error();
}

} // namespace howdah
