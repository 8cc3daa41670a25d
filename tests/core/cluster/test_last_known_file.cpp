#include "core/cluster/last_known_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {
const QString cluster = QStringLiteral("c / ñ");

NodeState node(const QString &name, NodeRole role, quint64 head)
{
    auto answer = std::make_shared<NodeSample>();
    answer->takenAt = QDateTime::currentDateTimeUtc();
    answer->inRecovery = role == NodeRole::Standby;
    answer->timeline = 3;
    answer->head = Lsn(head);
    answer->systemIdentifier = QStringLiteral("4711");
    NodeState state;
    state.definition.name = name;
    state.lastRole = role;
    state.lastAnswer = answer;
    return state;
}

ClusterSnapshot snapshotOf(const QList<NodeState> &nodes)
{
    ClusterSnapshot snapshot;
    snapshot.definition.name = cluster;
    snapshot.nodes = nodes;
    return snapshot;
}
} // namespace

class TestLastKnownFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    }
    void cleanup() { qunsetenv("HOWDAH_HOME"); }

    void nothingIsKnownAtFirst() { QVERIFY(!LastKnownFile(cluster).read()); }

    void whatWasSeenComesBack()
    {
        const NodeState seen = node(QStringLiteral("n1"), NodeRole::Primary, 0x1234);
        LastKnownFile(cluster).keep(snapshotOf({seen}));
        const ClusterSnapshotPtr known = LastKnownFile(cluster).read();
        QVERIFY(known);
        const NodeState *back = known->node(QStringLiteral("n1"));
        QVERIFY(back && back->lastAnswer);
        QCOMPARE(back->lastAnswer->head, seen.lastAnswer->head);
        QCOMPARE(back->lastAnswer->inRecovery, false);
        QCOMPARE(back->lastAnswer->timeline, Timeline(3));
        QCOMPARE(back->lastAnswer->systemIdentifier, seen.lastAnswer->systemIdentifier);
        QVERIFY(std::abs(back->lastAnswer->takenAt.msecsTo(seen.lastAnswer->takenAt)) < 2);
        QVERIFY(!LastKnownFile(QStringLiteral("another")).read());
    }

    void whoIsSilentKeepsWhatWasKnown()
    {
        const LastKnownFile file(cluster);
        file.keep(snapshotOf({node(QStringLiteral("n1"), NodeRole::Primary, 0x1234),
                              node(QStringLiteral("n2"), NodeRole::Standby, 0x1000)}));
        NodeState silent;
        silent.definition.name = QStringLiteral("n1");
        file.keep(snapshotOf({silent, node(QStringLiteral("n2"), NodeRole::Standby, 0x2000)}));
        const ClusterSnapshotPtr known = file.read();
        QCOMPARE(known->node(QStringLiteral("n1"))->lastAnswer->head, Lsn(0x1234));
        QCOMPARE(known->node(QStringLiteral("n2"))->lastAnswer->head, Lsn(0x2000));
    }

    void aDamagedFileIsNothing()
    {
        LastKnownFile(cluster).keep(snapshotOf({node(QStringLiteral("n1"), NodeRole::Primary, 0x1234)}));
        QDir state(m_home->path() + QStringLiteral("/state"));
        for (const QString &name : state.entryList({QStringLiteral("last-known-*")})) {
            QFile file(state.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{\"nodes\": [{\"name\": 7");
        }
        QVERIFY(!LastKnownFile(cluster).read());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestLastKnownFile)
#include "test_last_known_file.moc"
