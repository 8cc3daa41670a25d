#include "core/operations/library/replication_login.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReplicationLogin)
};

constexpr Milliseconds loginTimeout{15000};
} // namespace

ConnInfo replicationInfo(const ConnInfo &info)
{
    ConnInfo plain = info;
    for (const char *keyword : {"dbname", "application_name", "fallback_application_name", "options",
                                "target_session_attrs", "load_balance_hosts", "replication"})
        plain.set(QString::fromLatin1(keyword), QString());
    return plain;
}

ConnInfo copyingInfo(const ConnInfo &info, const QString &title)
{
    ConnInfo patient = info.with(QStringLiteral("application_name"), title);
    const std::initializer_list<std::pair<const char *, const char *>> limits{{"keepalives_idle", "10"},
                                                                              {"keepalives_interval", "5"},
                                                                              {"keepalives_count", "4"},
                                                                              {"tcp_user_timeout", "30000"}};
    for (const auto &[keyword, value] : limits)
        if (const QString name = QString::fromLatin1(keyword); !patient.has(name))
            patient.set(name, QString::fromLatin1(value));
    return patient;
}

Result<QVariantMap> tryReplicationLogin(ProbeContext &context, const ServerPlace &place, const QString &upstream,
                                        const ConnInfo &settings)
{
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const ConnInfo info = replicationInfo(settings).with(QStringLiteral("replication"), QStringLiteral("true"));
    const Command psql{.argv = {place.binDirectory + QStringLiteral("/psql"), QStringLiteral("-X"),
                                QStringLiteral("-w"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-d"),
                                info.toString(), QStringLiteral("-c"), QStringLiteral("IDENTIFY_SYSTEM")},
                       .asUser = place.owner,
                       .environment = {{QStringLiteral("PGCONNECT_TIMEOUT"), QStringLiteral("10")}}};
    const Result<CommandOutcome> outcome = (*host)->run(psql, context.deadline.cappedAt(loginTimeout), context.stop);
    if (!outcome && outcome.error().code != ErrorCode::NotFound)
        return outcome.error();
    if (outcome && outcome->succeeded())
        return QVariantMap{
            {QStringLiteral("identified"), QString::fromUtf8(outcome->output).section(QLatin1Char('|'), 0, 0)}};
    if (outcome)
        return Error{
            .code = ErrorCode::Authentication,
            .message = Tr::tr("The user %1 cannot open a replication connection to %2.").arg(place.owner, upstream),
            .detail = QString::fromUtf8(outcome->errorOutput).trimmed(),
            .hint =
                Tr::tr("Let pg_hba.conf of %1 admit replication for the role %2, and put its password where %3 can "
                       "read it: in %3's ~/.pgpass, or in a file of %3's named by passfile= in the node's settings.")
                    .arg(upstream, settings.user(), place.owner)};
    // No psql in this installation: at least Howdah's own login is tried.
    const Result<Connection> opened = context.connect({upstream, info.toString()});
    return opened ? Result<QVariantMap>(QVariantMap{}) : opened.error();
}

} // namespace howdah::library
