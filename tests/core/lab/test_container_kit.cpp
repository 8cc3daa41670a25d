#include "core/lab/lab_containers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace howdah;

namespace {

QString at(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// What an image says of itself, and the compose file that is written for it.
class TestContainerKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageSaysWhereItsDataLie_data()
    {
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QString>("volume");
        QTest::addColumn<QString>("expected"); ///< major, data directory, volume; empty: no server's image
        QTest::newRow("as it was up to 17")
            << QStringList{at("PG_MAJOR=15"), at("PGDATA=/var/lib/postgresql/data")} << at("/var/lib/postgresql/data")
            << at("15 /var/lib/postgresql/data /var/lib/postgresql/data");
        QTest::newRow("as it is from 18 on")
            << QStringList{at("PG_MAJOR=18"), at("PGDATA=/var/lib/postgresql/18/docker")} << at("/var/lib/postgresql")
            << at("18 /var/lib/postgresql/18/docker /var/lib/postgresql");
        QTest::newRow("without a version")
            << QStringList{at("PGDATA=/data")} << at("/elsewhere") << at("0 /data /data");
        QTest::newRow("no server's") << QStringList{at("PATH=/bin")} << QString() << QString();
    }
    void anImageSaysWhereItsDataLie()
    {
        QFETCH(QStringList, environment);
        QFETCH(QString, volume);
        QFETCH(QString, expected);
        const QJsonObject config{{at("Env"), QJsonArray::fromStringList(environment)},
                                 {at("Volumes"), QJsonObject{{volume, QJsonObject()}}}};
        const std::optional<ContainerKit> kit = kitOfImage(at("postgres:x"), {{at("Config"), config}});
        QCOMPARE(kit ? QStringLiteral("%1 %2 %3").arg(kit->major).arg(kit->dataDirectory, kit->volume) : QString(),
                 expected);
    }

    void eachServiceHasNamesOfItsOwn()
    {
        Lab lab{.name = at("boxes")};
        lab.kit = {.engine = at("podman"), .image = at("postgres:15"), .volume = at("/var/lib/postgresql/data")};
        for (const char *port : {"6001", "6002"}) {
            NodeDefinition node{.name = QStringLiteral("n%1").arg(lab.cluster.nodes.size() + 1)};
            node.connInfo.set(at("port"), at(port));
            lab.cluster.nodes << node;
        }
        const QString file = composeFile(lab, at("mark"));
        for (const char *once :
             {"container_name: boxes-n1\n", "container_name: boxes-n2\n", "127.0.0.1:6001:5432", "127.0.0.1:6002:5432",
              "name: boxes-n1-data\n", "name: boxes-n2-data\n", "- n2-data:/var/lib/postgresql/data\n", "entrypoint: "})
            QVERIFY2(file.count(QLatin1String(once)) == 1, once);
        // By this all of it is known again: network, containers, volumes.
        QCOMPARE(file.count(at("io.howdah.lab: \"mark\"")), 5);
        QVERIFY2(!file.contains(QLatin1Char('%')), qPrintable(file));
    }
};

QTEST_GUILESS_MAIN(TestContainerKit)
#include "test_container_kit.moc"
