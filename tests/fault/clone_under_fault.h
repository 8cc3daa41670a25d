#pragma once

#include "tests/fault/killed_console.h"

#include <QFile>

namespace howdah::test {

/// A lab in which clones of n1 are killed half-way: what is there before, beside things of somebody else's with names
/// like ours, must be there after every row.
class CloneUnderFault
{
public:
    [[nodiscard]] bool make()
    {
        m_lab = LiveLab::make(1);
        if (!m_lab)
            return false;
        m_console = std::make_unique<KilledConsole>(*m_lab);
        m_directory = m_lab->lab().directory;
        QDir(m_directory).mkpath(QStringLiteral(".howdah-clone-of-mine"));
        QFile mine(precious());
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT pg_create_physical_replication_slot('mine')"));
        const bool written = mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4;
        m_entries = entries();
        m_slots = replicationSlots();
        return written;
    }
    ~CloneUnderFault()
    {
        // The lab's own user could not remove what another one put there.
        if (m_lab)
            QDir(m_directory + QStringLiteral("/.howdah-clone-of-mine")).removeRecursively();
    }

    [[nodiscard]] LiveLab &lab() { return *m_lab; }
    [[nodiscard]] KilledConsole &console() { return *m_console; }
    [[nodiscard]] QString precious() const { return m_directory + QStringLiteral("/.howdah-clone-of-mine/precious"); }

    [[nodiscard]] static QStringList boundaries()
    {
        QStringList all;
        for (const char *step :
             {"slot", "copy", "verify-copy", "configure", "place", "start", "follow", "record", "tidy"})
            for (const char *side : {"before:", "after:"})
                all << QLatin1String(side) + QLatin1String(step);
        return all;
    }

    /// Kills a slow clone while its base backup runs.
    [[nodiscard]] QString killedInMidCopy()
    {
        const auto copying = [this] {
            const QStringList found = stagings();
            return !found.isEmpty() &&
                   QFile::exists(m_directory + QLatin1Char('/') + found.first() + QStringLiteral("/data/base/1"));
        };
        return m_console->runKilledWhen(copying, QStringLiteral("clone"), {QStringLiteral("rate=8M")});
    }

    void othersAreUntouched() const
    {
        QVERIFY2(QFile::exists(precious()), "safety rule 1");
        QVERIFY(replicationSlots().contains(QLatin1String("mine")));
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));
    }
    void nothingIsLeft() const
    {
        QCOMPARE(entries(), m_entries);
        QCOMPARE(replicationSlots(), m_slots);
        QVERIFY(!m_lab->cluster().node(QStringLiteral("n3")));
    }
    void theCloneIsThere() const
    {
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n3")));
        QVERIFY(m_lab->cluster().node(QStringLiteral("n3")));
        QVERIFY(stagings().isEmpty());
    }
    /// So that the next row finds the lab as this one did.
    void takeAwayTheClone()
    {
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const QString target = m_directory + QStringLiteral("/n3");
        const Result<ServerLayout> layout = findServerLayout(**host, target, Deadline::never());
        QVERIFY(layout && layout->running);
        QVERIFY(runChecked(**host, layout->stop(QStringLiteral("immediate")), Deadline::never()));
        const auto slotIsFree = [this] {
            return m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT count(*) FROM pg_replication_slots"
                                                                   " WHERE slot_name = 'howdah_n3' AND active")) ==
                   QLatin1String("0");
        };
        QVERIFY(QTest::qWaitFor(slotIsFree, 20000));
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT pg_drop_replication_slot('howdah_n3')"));
        QVERIFY(QDir(target).removeRecursively());
        ClusterDefinition cluster = m_lab->cluster();
        cluster.nodes.removeIf([](const NodeDefinition &node) { return node.name == QLatin1String("n3"); });
        QVERIFY(ClusterRegistry().replace(cluster));
        nothingIsLeft();
    }

private:
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] QStringList stagings() const
    {
        return QDir(m_directory).entryList({QStringLiteral(".howdah-clone-2*")}, QDir::AllEntries | QDir::Hidden);
    }
    [[nodiscard]] QString replicationSlots() const
    {
        return m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT string_agg(slot_name, ',' ORDER BY slot_name)"
                                                               " FROM pg_replication_slots"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    QString m_directory, m_slots;
    QStringList m_entries;
};

} // namespace howdah::test
