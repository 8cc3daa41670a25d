#include "core/backup/barman.h"
#include "core/backup/pgbackrest.h"

#include <QTest>

using namespace howdah;

namespace {

/// As pgBackRest 2.45 prints it, without what is not read.
const QByteArray info = R"([{"archive":[{"database":{"id":1,"repo-key":1},"id":"15-1","max":null,"min":null}],
"backup":[{"archive":{"start":"000000010000000000000002","stop":"000000010000000000000002"},
"database":{"id":1,"repo-key":1},"error":false,"info":{"delta":23292106,"repository":{"delta":3073844,"size":3073844},
"size":23292106},"label":"20261120-115948F","lsn":{"start":"0/2000060","stop":"0/2000138"},"prior":null,
"reference":null,"timestamp":{"start":1795175988,"stop":1795175992},"type":"full"},
{"archive":{"start":"000000030000000000000004","stop":"000000030000000000000004"},
"database":{"id":1,"repo-key":1},"info":{"repository":{"size":99}},"label":"20261120-115948F_20261121-115948I",
"lsn":{"start":"0/4000060","stop":"0/4000138"},"prior":"20261120-115948F",
"timestamp":{"start":1795262388,"stop":1795262392},"type":"incr"},
{"archive":{"start":"000000010000000000000002","stop":"000000010000000000000002"},
"database":{"id":2,"repo-key":1},"label":"of another","timestamp":{"start":1,"stop":2}}],
"db":[{"id":1,"repo-key":1,"system-id":7710215494122164066,"version":"15"},
{"id":2,"repo-key":1,"system-id":7710215494122164067,"version":"15"}],"name":"shop","status":{"code":0}}])";
const QString ourSystem = QStringLiteral("7710215494122164066");

/// As Barman 3.4 prints it.
const QByteArray barmanBackups = R"({"fsrv": [{"backup_id": "20261120T120040", "end_time": "Fri Nov 20 12:00:42 2026",
"end_time_timestamp": "1795176042", "retention_status": "-", "size": "38.3 MiB", "size_bytes": 40206985,
"status": "DONE", "tablespaces": [], "wal_size": "0 B", "wal_size_bytes": 0},
{"backup_id": "20261120T110000", "status": "FAILED"}]})";

BarmanServer barmanServer(const QByteArray &said)
{
    return {.name = QStringLiteral("fsrv"), .server = said, .backups = barmanBackups};
}

} // namespace

/// What other keepers say of their backups.
class TestForeignBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pgBackRestsAreRead()
    {
        const Result<QList<BaseBackup>> backups = parsePgBackRestInfo(info, ourSystem);
        QVERIFY(backups);
        QCOMPARE(backups->size(), 2);
        const BaseBackup &full = backups->at(0), &incremental = backups->at(1);
        QCOMPARE(full.id, QStringLiteral("pgbackrest:shop:20261120-115948F"));
        QCOMPARE(full.systemIdentifier, ourSystem); // to the last digit
        QCOMPARE(full.start, Lsn(0x2000060));
        QCOMPARE(full.stop, Lsn(0x2000138));
        QCOMPARE(full.startedAt.secsTo(full.stoppedAt), 4);
        QCOMPARE(full.bytes, 3073844);
        QCOMPARE(full.serverVersion, 150000);
        QVERIFY(full.basedOn.isEmpty());
        QCOMPARE(incremental.basedOn, full.id);
        QCOMPARE(incremental.timeline, 3U);
    }

    void whatIsNoAnswerIsSaid_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::addColumn<bool>("good");
        QTest::newRow("no stanza") << QByteArray("[]") << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("an error") << QByteArray("ERROR: [037]: info command requires option") << false;
        QTest::newRow("another document") << QByteArray("{\"a\": 1}") << false;
        QTest::newRow("a stanza that says little") << QByteArray("[{\"name\": \"x\", \"backup\": [{}]}]") << true;
    }
    void whatIsNoAnswerIsSaid()
    {
        QFETCH(QByteArray, printed);
        QFETCH(bool, good);
        const Result<QList<BaseBackup>> backups = parsePgBackRestInfo(printed, ourSystem);
        QCOMPARE(bool(backups), good);
        QVERIFY(!backups || backups->isEmpty());
    }

    void theConfigurationIsThatOfTheArchiveCommand_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("option");
        const auto row = [](const char *command, const char *option) {
            QTest::newRow(command) << QString::fromLatin1(command) << QString::fromLatin1(option);
        };
        row("pgbackrest --stanza=shop archive-push %p", "");
        row("pgbackrest --config=/etc/shop.conf --stanza=shop archive-push %p", "--config=/etc/shop.conf");
        row("/usr/bin/pgbackrest --stanza=shop --config '/etc/a b.conf' archive-push %p", "--config=/etc/a b.conf");
        row("cp %p /archive/%f", "");
        row("", "");
    }
    void theConfigurationIsThatOfTheArchiveCommand()
    {
        QFETCH(QString, command);
        QFETCH(QString, option);
        QCOMPARE(pgBackRestConfig(command), option);
    }

    void barmansAreRead()
    {
        const QList<BaseBackup> backups =
            parseBarman({barmanServer(R"({"fsrv": {"postgres_systemid": "7710215494122164066"}})")}, ourSystem);
        QCOMPARE(backups.size(), 1); // one that failed is none
        QCOMPARE(backups.first().id, QStringLiteral("barman:fsrv:20261120T120040"));
        QCOMPARE(backups.first().stoppedAt, QDateTime::fromSecsSinceEpoch(1795176042, Qt::UTC));
        QCOMPARE(backups.first().bytes, 40206985);
        QVERIFY(backups.first().keeper == BaseBackup::Keeper::Barman);
    }

    void barmansOfOtherSystemsAreNot_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("another") << QByteArray(R"({"fsrv": {"postgres_systemid": "1"}})");
        QTest::newRow("cannot be told") << QByteArray(R"({"fsrv": {"postgres_systemid": null}})");
        QTest::newRow("no answer") << QByteArray();
    }
    void barmansOfOtherSystemsAreNot()
    {
        QFETCH(QByteArray, said);
        QVERIFY(parseBarman({barmanServer(said)}, ourSystem).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestForeignBackups)
#include "test_foreign_backups.moc"
