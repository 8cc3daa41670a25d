#pragma once

#include "tests/fault/soak/soak_cluster.h"
#include "tests/fault/soak/soak_console.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <functional>

namespace howdah::test {

/// What is done to a cluster in one round of the soak: an operation, undisturbed or with a fault in its middle.
class SoakMoves
{
public:
    SoakMoves(SoakCluster &cluster, quint32 seed)
        : m_cluster(cluster)
        , m_random(seed)
    {
    }

    /// One move by chance, told in words.
    QString makeOne()
    {
        const QStringList operation = anyOperation();
        const QString words = operation.join(QLatin1Char(' '));
        switch (m_random.bounded(7)) {
        case 0:
        case 1:
            return words + QStringLiteral(" → ") + told(SoakConsole::say(operation));
        case 2:
            return words + QStringLiteral(", the console killed → ") + killTheConsole(operation);
        case 3:
            return words + QStringLiteral(", a node killed → ") + killANode(operation);
        case 4:
            return words + QStringLiteral(", a standby cut off → ") + cutAStandby(operation);
        case 5:
            return words + QStringLiteral(", a second console → ") + askTwice(operation);
        default:
            return losePrimary();
        }
    }

private:
    using Said = SoakConsole::Said;

    [[nodiscard]] QString anyOf(const QStringList &names)
    {
        return names.isEmpty() ? QString() : names.at(m_random.bounded(static_cast<int>(names.size())));
    }
    [[nodiscard]] std::chrono::milliseconds anyMoment() { return std::chrono::milliseconds(m_random.bounded(900)); }

    [[nodiscard]] QStringList ask(const char *operation, const QStringList &options) const
    {
        return QStringList{QLatin1String(operation), m_cluster.name(), QStringLiteral("--yes")} + options;
    }

    [[nodiscard]] QStringList anyOperation()
    {
        const QString node = QStringLiteral("--node");
        const QString standby = anyOf(m_cluster.standbys());
        constexpr int mostNodes = 4;
        switch (m_random.bounded(8)) {
        case 0:
            return ask("restart", {node, anyOf(m_cluster.nodes())});
        case 1:
            return ask("reload", {node, anyOf(m_cluster.nodes())});
        case 2:
            return ask("follow", {node, standby, QStringLiteral("--upstream"), anyOf(m_cluster.nodes())});
        case 3:
            return m_cluster.nodes().size() < mostNodes ? ask("clone", {}) : ask("decommission", {node, standby});
        case 4:
            return ask("backup", {});
        default:
            return ask("switchover", {QStringLiteral("--to"), standby});
        }
    }

    [[nodiscard]] static QString told(const Said &said)
    {
        return said.killed ? QStringLiteral("killed")
                           : said.answer.value(QLatin1String("outcome"))
                                 .toString(QStringLiteral("exit code %1: %2").arg(said.exitCode).arg(said.words));
    }

    QString killTheConsole(const QStringList &operation)
    {
        SoakConsole console(operation);
        if (!console.endsWithin(anyMoment()))
            console.kill();
        return told(console.said());
    }

    QString killANode(const QStringList &operation)
    {
        const QString node = anyOf(m_cluster.nodes());
        SoakConsole console(operation);
        (void)console.endsWithin(anyMoment());
        (void)m_cluster.tryFault(QStringLiteral("kill"), node); // it may be down already, on its way
        return QStringLiteral("%1 killed, %2").arg(node, told(console.said()));
    }

    QString cutAStandby(const QStringList &operation)
    {
        const QString standby = anyOf(m_cluster.standbys());
        SoakConsole console(operation);
        (void)console.endsWithin(anyMoment());
        const Result<QString> cut = m_cluster.tryFault(QStringLiteral("cut"), standby);
        const QString outcome = told(console.said());
        if (cut)
            (void)m_cluster.tryFault(QStringLiteral("join"), standby);
        return QStringLiteral("%1 cut off, %2").arg(standby, outcome);
    }

    QString askTwice(const QStringList &operation)
    {
        SoakConsole first(operation), second(anyOperation());
        const QString one = told(first.said());
        return one + QStringLiteral(" and ") + told(second.said());
    }

    QString losePrimary()
    {
        const QString primary = m_cluster.primaries().value(0);
        (void)m_cluster.tryFault(QStringLiteral("kill"), primary);
        return QStringLiteral("%1 killed, failover → ").arg(primary) +
               told(SoakConsole::say({QStringLiteral("failover"), m_cluster.name(), QStringLiteral("--yes")}));
    }

    SoakCluster &m_cluster;
    QRandomGenerator m_random;
};

} // namespace howdah::test
