#include "core/base/paths.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directoriesAreMadeForUsAlone_data();
    void directoriesAreMadeForUsAlone();
};

void TestPaths::directoriesAreMadeForUsAlone_data()
{
    QTest::addColumn<bool>("ownHome");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("state");
    QTest::newRow("HOWDAH_HOME") << true << QStringLiteral("/config") << QStringLiteral("/state");
    QTest::newRow("XDG") << false << QStringLiteral("/xdg-config/howdah") << QStringLiteral("/xdg-data/howdah");
}

void TestPaths::directoriesAreMadeForUsAlone()
{
    QFETCH(bool, ownHome);
    QFETCH(QString, config);
    QFETCH(QString, state);
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral("xdg-config")).toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("xdg-data")).toUtf8());
    qputenv("HOWDAH_HOME", ownHome ? home.path().toUtf8() : QByteArray());
    QCOMPARE(paths::configDirectory(), home.path() + config);
    QCOMPARE(paths::stateDirectory(), home.path() + state);
    for (const QString &directory : {paths::configDirectory(), paths::stateDirectory()}) {
        QVERIFY(QFileInfo(directory).isDir());
        QCOMPARE(QFileInfo(directory).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
    }
}

QTEST_GUILESS_MAIN(TestPaths)
#include "test_paths.moc"
