#include "core/operations/cluster_lock.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

Environment environmentOf(Hosts &hosts)
{
    Environment environment;
    environment.hosts = &hosts;
    environment.registry = ClusterRegistry();
    return environment;
}

/// The other console's part: holds the cluster of these nodes ("name conninfo" each) until it is killed.
int hold(const QString &systemIdentifier, const QStringList &nodes)
{
    Hosts hosts;
    ClusterDefinition cluster{.name = QStringLiteral("elsewhere"), .systemIdentifier = systemIdentifier};
    for (const QString &node : nodes)
        cluster.nodes << NodeDefinition{.name = node.section(u' ', 0, 0),
                                        .connInfo = *ConnInfo::parse(node.section(u' ', 1))};
    const auto lock = ClusterLock::take(cluster, QStringLiteral("switchover"), environmentOf(hosts));
    if (!lock)
        return 1;
    ::puts("held");
    ::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

/// Another console, of another home as on another machine, holds the cluster: only its sessions say so.
class TestTwoConsoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondIsToldAndLetInOnceTheFirstIsKilled()
    {
        const auto lab = LiveLab::make(1);
        QVERIFY(lab);
        const Environment environment = environmentOf(lab->hosts());
        QStringList words{QStringLiteral("--hold"), lab->cluster().systemIdentifier};
        for (const NodeDefinition &node : lab->cluster().nodes)
            words << node.name + u' ' + node.connInfo.toString();
        const QTemporaryDir otherHome;
        QProcess other;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("HOWDAH_HOME"), otherHome.path());
        other.setProcessEnvironment(variables);
        other.start(QCoreApplication::applicationFilePath(), words);
        QVERIFY2(other.waitForReadyRead(30000), other.readAllStandardError().constData());
        QCOMPARE(other.readAllStandardOutput().trimmed(), QByteArray("held"));

        const auto refused = ClusterLock::take(lab->cluster(), QStringLiteral("clone"), environment);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        const QString said = refused.error().full();
        QVERIFY2(said.contains(QLatin1String("howdah: switchover by ")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("seen on n1")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("lets go of it after 30 s")), qPrintable(said));

        other.kill();
        QVERIFY(other.waitForFinished(30000));
        const auto taken = ClusterLock::take(lab->cluster(), QStringLiteral("clone"), environment);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().full()));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--hold"))
        return hold(words.value(2), words.mid(3));
    TestTwoConsoles test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_two_consoles.moc"
