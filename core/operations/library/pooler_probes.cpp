#include "core/base/key.h"
#include "core/operations/library/pooler_search.h"
#include "core/operations/library/pooler_word.h"
#include "core/operations/library/poolers.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Poolers)
};

const QChar separator = QLatin1Char(';');

QStringList listed(const QString &argument)
{
    QStringList parts = argument.split(separator);
    for (QString &part : parts)
        part = part.trimmed();
    return parts;
}

QString titleOf(const ConnInfo &console)
{
    return Tr::tr("PgBouncer %1:%2").arg(console.host(), console.port());
}

/// How this machine reaches a host of the cluster: as it reaches the node there.
QString addressOf(const Situation &situation, const QString &hostId)
{
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.definition.hostId == hostId && !isThisMachine(node.definition.connInfo.host()))
            return node.definition.connInfo.host();
    return hostId == QLatin1String("local") ? QStringLiteral("127.0.0.1") : QString();
}

QStringList hostsOf(const Situation &situation)
{
    QStringList hosts{QStringLiteral("local")};
    for (const NodeState &node : situation.snapshot->nodes)
        if (!node.definition.hostId.isEmpty() && !hosts.contains(node.definition.hostId))
            hosts << node.definition.hostId;
    return hosts;
}

QList<PoolerFile::Database> databasesAt(PoolerTarget &target, const PoolerConfiguration &configuration)
{
    QList<PoolerFile::Database> found;
    for (const PoolerConfiguration::File &file : configuration.files)
        for (const PoolerFile::Database &database : file.content.databases)
            if (target.matches(database))
                found << database;
    return found;
}

Result<QVariantMap> findPoolers(ProbeContext &context)
{
    QVariantMap values;
    const NodeState *primary = context.situation.snapshot->primary();
    if (!primary)
        return values;
    QStringList consoles, places;
    for (const QString &hostId : hostsOf(context.situation)) {
        PoolerTarget target(context, *primary, hostId);
        for (const PoolerConfiguration &configuration : runningPoolers(context, hostId)) {
            const QString address = addressOf(context.situation, hostId);
            if (address.isEmpty() || databasesAt(target, configuration).isEmpty())
                continue;
            consoles << configuration.console(address);
            places << hostId + QLatin1Char(':') + configuration.files.first().path;
        }
    }
    values.insert(key("consoles"), consoles);
    values.insert(key("places"), places);
    return values;
}

/// "ssh:db1:/etc/pgbouncer/pgbouncer.ini", or a path on this machine.
struct FilePlace
{
    QString hostId, path;
    static FilePlace parse(const QString &text)
    {
        const qsizetype slash = text.indexOf(QLatin1Char('/'));
        return slash <= 0 ? FilePlace{QStringLiteral("local"), text} : FilePlace{text.left(slash - 1), text.mid(slash)};
    }
};

Result<QHash<QString, QString>> consoleSettings(Connection &console, ProbeContext &context)
{
    const Result<ResultSet> shown = console.query(QStringLiteral("SHOW CONFIG"), {}, context.deadline, context.stop);
    if (!shown)
        return shown.error();
    QHash<QString, QString> settings;
    for (int row = 0; row < shown->rows(); ++row)
        settings.insert(shown->text(row, "key").value_or(QString()), shown->text(row, "value").value_or(QString()));
    return settings;
}

/// May it PAUSE? Asking for it would do it, so the list that PgBouncer goes by is read.
bool isAdmin(const QHash<QString, QString> &settings, const QString &user)
{
    if (user == QLatin1String("pgbouncer") || settings.value(key("auth_type")) == QLatin1String("any"))
        return true;
    for (const QString &admin : settings.value(key("admin_users")).split(QLatin1Char(',')))
        if (admin.trimmed() == user)
            return true;
    return false;
}

Error noConfiguration(const QString &title)
{
    return {.code = ErrorCode::NotFound,
            .message = Tr::tr("The configuration file of %1 was not found.").arg(title),
            .hint = Tr::tr("Name it with pgbouncer-config, with the host before it: ssh:db1:/etc/pgbouncer/"
                           "pgbouncer.ini; or leave PgBouncer alone with pgbouncer = none.")};
}

Result<PoolerConfiguration> configurationOf(ProbeContext &context, const QString &title, const QString &console,
                                            const QString &named)
{
    FilePlace place = FilePlace::parse(named);
    if (named.isEmpty()) {
        const qsizetype found =
            context.situation.value(key("poolers-found"), key("consoles")).toStringList().indexOf(console);
        if (found < 0)
            return noConfiguration(title);
        place =
            FilePlace::parse(context.situation.value(key("poolers-found"), key("places")).toStringList().value(found));
    }
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const Result<FileStatus> status = (*host)->status(place.path, As{}, context.deadline);
    const QString owner = status ? status->owner : QString();
    const QString directory = QFileInfo(place.path).path();
    return readPoolerConfiguration(**host, place.path, directory, owner, context.deadline);
}

/// Where a copy of the file can be kept, and by whom.
QVariantMap copyPlace(ProbeContext &context, const PoolerConfiguration &configuration, const QString &file)
{
    const QString directory = QFileInfo(file).path();
    const auto host = context.hosts.find(configuration.hostId);
    const auto mayWrite = [&](const QString &user) {
        const Command test{.argv = {QStringLiteral("test"), QStringLiteral("-w"), directory}, .asUser = user};
        return host && runChecked(**host, test, context.deadline, context.stop).ok();
    };
    QString path = file;
    QString user = configuration.owner;
    if (!mayWrite(user)) {
        user = mayWrite(QString()) ? QString() : configuration.owner;
        if (!user.isEmpty())
            path = QStringLiteral("/var/tmp/") + QString(file.mid(1)).replace(QLatin1Char('/'), QLatin1Char('_'));
    }
    return {{key("file"), file}, {key("copy"), path}, {key("user"), user}};
}

/// What is to be paused: PgBouncer makes entries for "*" as they are asked for, so every database there is counts.
Result<QStringList> databasesBehindStar(ProbeContext &context)
{
    const NodeState *primary = context.situation.snapshot->primary();
    Result<Connection> session = context.connect(serverOf(*primary));
    if (!session)
        return session.error();
    const Result<ResultSet> rows =
        session->query(QStringLiteral("SELECT datname FROM pg_database WHERE datallowconn ORDER BY datname"), {},
                       context.deadline, context.stop);
    if (!rows)
        return rows.error();
    QStringList names;
    for (int row = 0; row < rows->rows(); ++row)
        names << rows->text(row, 0).value_or(QString());
    return names;
}

struct PoolerLook
{
    ProbeContext &context;
    PoolerConfiguration configuration;
    QVariantList entries, copies;
    QStringList named, paused, severalHosts; ///< named: with entries of their own, wherever they lead
    bool star = false;

    void readEntries(const NodeState &primary)
    {
        PoolerTarget target(context, primary, configuration.hostId);
        for (const PoolerConfiguration::File &file : configuration.files) {
            QMap<QPair<QString, QString>, QStringList> byAddress;
            for (const PoolerFile::Database &database : file.content.databases) {
                named << database.name;
                if (database.host.contains(QLatin1Char(',')))
                    severalHosts << database.name;
                else if (target.matches(database))
                    byAddress[{database.host, database.port}] << database.name;
            }
            for (auto one = byAddress.cbegin(); one != byAddress.cend(); ++one) {
                entries << QVariantMap{{key("file"), file.path},
                                       {key("host"), one.key().first},
                                       {key("port"), one.key().second},
                                       {key("databases"), one.value()}};
                paused << one.value();
            }
            if (!byAddress.isEmpty())
                copies << copyPlace(context, configuration, file.path);
        }
        star = paused.removeAll(QStringLiteral("*")) > 0;
    }
};

/// How many clients there are, of which databases in session mode, and which somebody has paused already.
void readDatabases(const ResultSet &shown, const QString &poolMode, const PoolerLook &look, QVariantMap &values)
{
    int clients = 0;
    QStringList session, pausedAlready;
    for (int row = 0; row < shown.rows(); ++row) {
        const QString name = shown.text(row, "name").value_or(QString());
        if (!look.paused.contains(name))
            continue;
        clients += static_cast<int>(shown.integer(row, "current_connections").value_or(0));
        const QString mode = shown.text(row, "pool_mode").value_or(QString());
        if ((mode.isEmpty() ? poolMode : mode) == QLatin1String("session"))
            session << name;
        if (shown.text(row, "paused") == QStringLiteral("1"))
            pausedAlready << name;
    }
    values.insert(key("connections"), clients);
    values.insert(key("session"), session);
    values.insert(key("pausedAlready"), pausedAlready);
}

Result<QVariantMap> lookAtPooler(ProbeContext &context, const QString &console, const QString &place)
{
    const Result<ConnInfo> info = ConnInfo::parse(console);
    if (!info)
        return info.error();
    QVariantMap values{{key("console"), console}, {key("title"), titleOf(*info)}};
    Result<Connection> session = context.connect(consoleRef(titleOf(*info), console));
    if (!session)
        return session.error();
    const Result<QHash<QString, QString>> settings = consoleSettings(*session, context);
    const Result<ResultSet> databases =
        session->query(QStringLiteral("SHOW DATABASES"), {}, context.deadline, context.stop);
    if (!settings || !databases)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("%1 does not answer as an admin console of PgBouncer.").arg(titleOf(*info)),
                     .detail = (settings ? databases.error() : settings.error()).message,
                     .hint = Tr::tr("Its connection settings end with dbname=pgbouncer, and its user is one of "
                                    "admin_users.")};
    Result<PoolerConfiguration> configuration = configurationOf(context, titleOf(*info), console, place);
    if (!configuration)
        return configuration.error();
    PoolerLook look{.context = context, .configuration = *configuration};
    look.readEntries(*context.situation.snapshot->primary());
    if (look.star) {
        const Result<QStringList> all = databasesBehindStar(context);
        if (!all)
            return all.error();
        for (const QString &name : *all)
            if (!look.named.contains(name))
                look.paused << name;
    }
    readDatabases(*databases, settings->value(key("pool_mode")), look, values);
    values.insert(key("admin"), isAdmin(*settings, info->user()));
    values.insert(key("consoleThere"), consoleThere(context, *configuration, *settings, info->user()));
    values.insert(key("port"), settings->value(key("listen_port")));
    values.insert(key("hostId"), configuration->hostId);
    values.insert(key("owner"), configuration->owner);
    values.insert(key("entries"), look.entries);
    values.insert(key("copies"), look.copies);
    values.insert(key("paused"), look.paused);
    values.insert(key("severalHosts"), look.severalHosts);
    return values;
}

Result<QVariantMap> lookAtPoolers(ProbeContext &context)
{
    QVariantList poolers;
    const QString argument = context.situation.argument(key("pgbouncer"));
    if (argument.isEmpty() || argument == QLatin1String("none") || !context.situation.snapshot->primary())
        return QVariantMap{{key("list"), poolers}};
    const QStringList consoles = listed(argument);
    const QStringList places = listed(context.situation.argument(key("pgbouncer-config")));
    for (qsizetype i = 0; i < consoles.size(); ++i) {
        const Result<QVariantMap> seen = lookAtPooler(context, consoles.at(i), places.value(i));
        if (!seen)
            return seen.error();
        poolers << *seen;
    }
    return QVariantMap{{key("list"), poolers}};
}

} // namespace

QList<Param> poolerParams()
{
    return {{.id = key("pgbouncer"),
             .title = Tr::tr("PgBouncer"),
             .help = Tr::tr("Connection settings of the admin console of a PgBouncer in front of the primary, as in "
                            "\"host=db1 port=6432 user=admin dbname=pgbouncer\"; several are separated by semicolons. "
                            "Its clients wait while the role is handed over, and none of their transactions fails. "
                            "Suggested are those that were found; \"none\" leaves them alone."),
             .kind = Param::Kind::Text,
             .required = false,
             .suggest =
                 [](const Situation &situation) {
                     return situation.value(key("poolers-found"), key("consoles"))
                         .toStringList()
                         .join(QStringLiteral("; "));
                 },
             .objection =
                 [](const QString &value, const Situation &) {
                     for (const QString &console : listed(value))
                         if (const Result<ConnInfo> info = ConnInfo::parse(console);
                             value != QLatin1String("none") && !info)
                             return info.error().message;
                     return QString();
                 }},
            {.id = key("pgbouncer-config"),
             .title = Tr::tr("PgBouncer's configuration file"),
             .help = Tr::tr("Where Howdah does not find it: a path on this machine, or with its host before it, as in "
                            "ssh:db1:/etc/pgbouncer/pgbouncer.ini; several in the order of the consoles, separated by "
                            "semicolons."),
             .kind = Param::Kind::Text,
             .required = false,
             .advanced = true}};
}

QList<Probe> poolerProbes()
{
    return {after({}, {.id = key("poolers-found"), .look = findPoolers}),
            after({key("poolers-found")}, {.id = key("poolers"), .look = lookAtPoolers})};
}

} // namespace howdah::library
