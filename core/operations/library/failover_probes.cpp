#include "core/operations/library/failover_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Right now and not from a sample: a primary that only was slow must not lose its role.
Result<QVariantMap> tryOldPrimary(ProbeContext &context)
{
    const NodeState *old = oldPrimaryOf(context.situation);
    if (!old)
        return QVariantMap{{key("known"), false}, {key("answers"), false}};
    QVariantMap values{{key("known"), true}, {key("name"), old->name()}};
    Result<Connection> session = context.connect(serverOf(*old));
    if (!session) {
        const Error &error = session.error();
        values.insert(key("answers"), error.code != ErrorCode::Unreachable && error.code != ErrorCode::TimedOut);
        values.insert(key("says"), error.message);
        return values;
    }
    values.insert(key("answers"), true);
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT pg_is_in_recovery()"), {}, context.deadline, context.stop);
    values.insert(key("says"), !row                                 ? row.error().message
                               : row->boolean(0, 0).value_or(false) ? Tr::tr("It answers as a standby.")
                                                                    : Tr::tr("It answers as primary."));
    return values;
}

} // namespace

QList<Probe> failoverProbes()
{
    return {{.id = key("old-primary"), .look = tryOldPrimary},
            layoutProbe(key("old-layout"), oldPrimaryOf),
            standbysProbe(),
            managersProbe()};
}

} // namespace howdah::library
