#include "tests/support/container_cluster.h"

using namespace howdah;
using howdah::test::ContainerCluster;
using howdah::test::LiveContainers;

namespace {

const QString inRecovery = QStringLiteral("SELECT pg_is_in_recovery()");

QString pg(int number)
{
    return ContainerCluster::node(number);
}

} // namespace

/// Operations that change a cluster's shape, on servers that are the first process of their containers.
class TestShapeInContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
        m_boxes = std::make_unique<ContainerCluster>(1);
    }
    void cleanupTestCase() { m_boxes.reset(); }

    void theServersOwnOperations_data();
    void theServersOwnOperations();
    void aCloneFollowsAnotherNodeAndBack();
    void anOldPrimaryIsReplacedAndComesBack();

private:
    void backsItselfUp() const;
    /// Plainly, and before anything is touched.
    void isRefused(const QString &name, const Arguments &arguments, const char *check, const char *words) const;
    [[nodiscard]] LiveContainers &containers() const { return *m_boxes->containers; }
    std::unique_ptr<ContainerCluster> m_boxes;
};

void TestShapeInContainers::theServersOwnOperations_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("arguments");
    QTest::newRow("reload") << "reload"
                            << "node=pg2";
    QTest::newRow("set-parameter") << "set-parameter"
                                   << "node=all name=wal_keep_size value=512MB";
    QTest::newRow("set-delay") << "set-delay"
                               << "node=pg2 delay=1s";
    QTest::newRow("no delay") << "set-delay"
                              << "node=pg2 delay=0s";
    QTest::newRow("create-slot") << "create-slot"
                                 << "node=pg1 name=spare";
    QTest::newRow("drop-slot") << "drop-slot"
                               << "node=pg1 slot=spare";
    QTest::newRow("prepare-primary") << "prepare-primary"
                                     << "role=standbys";
    QTest::newRow("synchronous") << "synchronous"
                                 << "";
}

void TestShapeInContainers::theServersOwnOperations()
{
    QFETCH(QString, name);
    QFETCH(QString, arguments);
    Arguments given;
    for (const QString &word : arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        given.insert(word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1));
    m_boxes->carryOut(name, given);
}

void TestShapeInContainers::aCloneFollowsAnotherNodeAndBack()
{
    m_boxes->carryOut(QStringLiteral("clone"), {{QStringLiteral("name"), pg(3)}, {QStringLiteral("source"), pg(1)}});
    m_boxes->carryOut(QStringLiteral("follow"), {{QStringLiteral("node"), pg(3)}, {QStringLiteral("upstream"), pg(2)}});
    QVERIFY(containers().waitUntilStreaming(pg(3), pg(2)));
    m_boxes->carryOut(QStringLiteral("follow"), {{QStringLiteral("node"), pg(3)}, {QStringLiteral("upstream"), pg(1)}});
    backsItselfUp();
    m_boxes->carryOut(QStringLiteral("switchover"), {{QStringLiteral("to"), pg(2)}});
    m_boxes->carryOut(QStringLiteral("decommission"), {{QStringLiteral("node"), pg(3)}});
}

/// A backup outlives its container on a volume only.
void TestShapeInContainers::backsItselfUp() const
{
    const auto into = [](const char *directory) {
        return Arguments{{QStringLiteral("from"), pg(3)},
                         {QStringLiteral("directory"), QString::fromLatin1(directory)}};
    };
    isRefused(QStringLiteral("backup"), into("/tmp/backups"), "directory", "on no volume");
    m_boxes->carryOut(QStringLiteral("backup"), into("/var/lib/postgresql/data/backups"));
    isRefused(QStringLiteral("recover"),
              {{QStringLiteral("beside"), pg(3)},
               {QStringLiteral("backups"), QStringLiteral("/var/lib/postgresql/data/backups")}},
              "place", "is the main process of its container");
}

void TestShapeInContainers::anOldPrimaryIsReplacedAndComesBack()
{
    containers().podman({QStringLiteral("kill"), containers().container(pg(2))});
    m_boxes->carryOut(QStringLiteral("failover"), {{QStringLiteral("candidate"), pg(1)}});
    m_boxes->carryOut(QStringLiteral("rejoin"), {{QStringLiteral("node"), pg(2)}});
    QVERIFY(containers().waitUntilStreaming(pg(2), pg(1)));
}

void TestShapeInContainers::isRefused(const QString &name, const Arguments &arguments, const char *check,
                                      const char *words) const
{
    const Preparation refused = m_boxes->prepared(name, arguments);
    QCOMPARE(refused.readiness, Readiness::NotReady);
    const QString said = ContainerCluster::verdict(refused, QString::fromLatin1(check));
    QVERIFY2(said.startsWith(QLatin1String("blocked")) && said.contains(QLatin1String(words)),
             qPrintable(ContainerCluster::refusals(refused)));
}

QTEST_GUILESS_MAIN(TestShapeInContainers)
#include "test_shape_in_containers.moc"
