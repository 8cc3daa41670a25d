#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/live_lab.h"

#include <QElapsedTimer>

namespace howdah::bench {

/// Ways to make `to` the primary in place of `from`, in a lab. Each gives why not, when it fails.
class HandOvers
{
public:
    explicit HandOvers(test::LiveLab &lab)
        : m_lab(lab)
    {
        m_environment.hosts = &lab.hosts();
        m_environment.registry = ClusterRegistry();
    }

    /// Prepares, as the user's review does, and runs; `result` is the operation's own. `approved`: started at the
    /// moment of approval.
    std::optional<Error> howdah(const QString &operation, const Arguments &arguments, QJsonObject &result,
                                QElapsedTimer *approved = nullptr)
    {
        const Operation &declared = *findOperation(operation);
        const Result<Preparation> preparation = prepare(declared, m_lab.cluster(), arguments, m_environment);
        if (!preparation)
            return preparation.error();
        if (approved)
            approved->start();
        const RunOutcome outcome = runOperation(declared, *preparation, m_lab.cluster(), m_environment, {}, {});
        result = outcome.entry.result;
        if (outcome.state == OperationState::Done)
            return std::nullopt;
        return outcome.error ? *outcome.error : Error{.message = preparation->sentence};
    }

    /// What a careful person types: nothing is checked, the connections back are made afterwards.
    std::optional<Error> bare(const QString &from, const QString &to)
    {
        m_lab.sql(from, QStringLiteral("CHECKPOINT"));
        if (const auto stopped = pgCtl(from, {QStringLiteral("stop"), QStringLiteral("-m"), QStringLiteral("fast")}))
            return stopped;
        m_lab.sql(to, QStringLiteral("SELECT pg_promote()"));
        for (const NodeDefinition &node : m_lab.cluster().nodes)
            if (node.name != to)
                if (const auto followed = follow(node, to, node.name == from))
                    return followed;
        return std::nullopt;
    }

private:
    static Deadline patience() { return Deadline::after(Milliseconds{60000}); }

    std::optional<Error> pgCtl(const QString &node, const QStringList &words, bool detached = false)
    {
        const Lab lab = m_lab.lab();
        const auto host = m_lab.hosts().find(QStringLiteral("local")).value();
        const auto done = runChecked(*host,
                                     {.argv = QStringList{lab.binDirectory + QStringLiteral("/pg_ctl")} + words +
                                              QStringList{QStringLiteral("-D"), lab.cluster.node(node)->dataDirectory},
                                      .asUser = lab.systemUser,
                                      .detached = detached},
                                     patience());
        return done ? std::nullopt : std::optional(done.error());
    }

    std::optional<Error> follow(const NodeDefinition &node, const QString &to, bool stopped)
    {
        const QString slot = QStringLiteral("howdah_%1").arg(node.name);
        m_lab.sql(to, QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true) WHERE NOT EXISTS (SELECT"
                                     " FROM pg_replication_slots WHERE slot_name = '%1')")
                          .arg(slot));
        ConnInfo info = m_lab.connInfo(to).with(QStringLiteral("application_name"), node.name);
        info.set(QStringLiteral("dbname"), QString());
        const QString conninfo = info.toString().replace(QLatin1Char('\''), QStringLiteral("''"));
        if (!stopped) {
            m_lab.sql(node.name, QStringLiteral("ALTER SYSTEM SET primary_conninfo = '%1'").arg(conninfo));
            m_lab.sql(node.name, QStringLiteral("ALTER SYSTEM SET primary_slot_name = '%1'").arg(slot));
            m_lab.sql(node.name, QStringLiteral("SELECT pg_reload_conf()"));
            return std::nullopt;
        }
        const auto host = m_lab.hosts().find(QStringLiteral("local")).value();
        const As owner{m_lab.lab().systemUser};
        const QString settings = node.dataDirectory + QStringLiteral("/postgresql.auto.conf");
        const Result<QByteArray> known = host->readFile(settings, owner, patience());
        if (!known)
            return known.error();
        const QString added =
            QStringLiteral("\nprimary_conninfo = '%1'\nprimary_slot_name = '%2'\n").arg(conninfo, slot);
        for (const auto &[path, content] :
             {std::pair(settings, *known + added.toUtf8()),
              std::pair(node.dataDirectory + QStringLiteral("/standby.signal"), QByteArray())})
            if (const Result<void> written = host->writeFile(path, content, 0600, owner, patience()); !written)
                return written.error();
        const auto started = pgCtl(node.name,
                                   {QStringLiteral("start"), QStringLiteral("-l"),
                                    m_lab.lab().directory + QStringLiteral("/%1.log").arg(node.name)},
                                   true);
        if (started)
            return started;
        m_lab.sql(node.name, QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                                            " WHERE NOT active"));
        return std::nullopt;
    }

    test::LiveLab &m_lab;
    Environment m_environment;
};

} // namespace howdah::bench
