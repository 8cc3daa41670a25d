#pragma once

#include "tests/fault/soak/soak_cluster.h"
#include "tests/fault/soak/soak_console.h"

#include <QJsonArray>

namespace howdah::test {

/// Brings a cluster back into order with what Howdah offers, as a person would after each fault: take up what was
/// interrupted, then see that there is a primary, then bring the others back, at last those that follow nobody. Tells
/// what it did.
class SoakRepair
{
public:
    explicit SoakRepair(SoakCluster &cluster)
        : m_cluster(cluster)
    {
    }

    QStringList mend()
    {
        takeUpInterrupted();
        if (m_cluster.primaries().isEmpty())
            findAPrimary();
        for (const QString &node : m_cluster.silent())
            bringBack(node);
        constexpr Milliseconds patience{15000};
        for (const QString &node : m_cluster.astray(patience))
            bringBack(node);
        return std::exchange(m_told, {});
    }

private:
    SoakConsole::Said say(const QStringList &words)
    {
        const SoakConsole::Said said = SoakConsole::say(words);
        m_told << QStringLiteral("%1 → %2%3")
                      .arg(words.join(QLatin1Char(' ')))
                      .arg(said.exitCode)
                      .arg(said.exitCode == 0 ? QString() : QStringLiteral(": ") + said.words);
        return said;
    }

    void takeUpInterrupted()
    {
        const QJsonArray entries = SoakConsole::say({QStringLiteral("operations"), QStringLiteral("list")})
                                       .answer.value(QLatin1String("operations"))
                                       .toArray();
        for (const QJsonValue &entry : entries) {
            if (entry[QLatin1String("outcome")].toString() != QLatin1String("interrupted"))
                continue;
            const QString id = entry[QLatin1String("id")].toString();
            if (say({QStringLiteral("operations"), QStringLiteral("undo"), id}).exitCode != 0)
                say({QStringLiteral("operations"), QStringLiteral("resume"), id, QStringLiteral("--yes")});
        }
    }

    /// Asked once more when another standby got the last of the WAL meanwhile: then that one is suggested.
    void findAPrimary()
    {
        const QStringList words{QStringLiteral("failover"), m_cluster.name(), QStringLiteral("--yes")};
        if (say(words).exitCode != 0)
            say(words);
    }

    void bringBack(const QString &node)
    {
        say({QStringLiteral("rejoin"), m_cluster.name(), QStringLiteral("--node"), node, QStringLiteral("--yes")});
    }

    SoakCluster &m_cluster;
    QStringList m_told;
};

} // namespace howdah::test
