#include "core/backup/backup_catalogue.h"

#include <QTest>

using namespace howdah;

namespace {

QByteArray line(const char *name, const QByteArray &content)
{
    return QByteArray(name) + ' ' + content.toBase64() + '\n';
}

const QByteArray record = R"({"id":"20261120-1","label":"noon","cluster":"c","systemIdentifier":"42","takenFrom":"n2",
                              "serverVersion":150020})";
const QByteArray manifestEnd =
    R"("WAL-Ranges": [ { "Timeline": 1, "Start-LSN": "0/2000028", "End-LSN": "0/3000000" } ],)";
const QByteArray label = "START WAL LOCATION: 0/2000028 (file 000000010000000000000002)\n"
                         "CHECKPOINT LOCATION: 0/2000060\nBACKUP METHOD: streamed\nBACKUP FROM: standby\n"
                         "START TIME: 2026-11-20 08:15:00 UTC\nLABEL: pg_basebackup base backup\nSTART TIMELINE: 1\n";

QByteArray ownBackup()
{
    return line("name", "20261120-1") + "below\n" + line("record", record) + "recordedAt 1763629000\n" +
           line("label", label) + line("version", "15\n") + "system 42\nmanifestAt 1763628900\n" +
           line("manifestEnd", manifestEnd) + "bytes 4711\n\n";
}

} // namespace

class TestBackupCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPlaceHoldsNone()
    {
        const BackupCatalogue catalogue = parseCatalogue({}, QStringLiteral("/b"));
        QVERIFY(catalogue.backups.isEmpty());
        QVERIFY(catalogue.damaged.isEmpty());
    }

    void aBackupOnRecordIsReadFromItsFiles()
    {
        const BackupCatalogue catalogue = parseCatalogue(ownBackup(), QStringLiteral("/b"));
        QCOMPARE(catalogue.backups.size(), 1);
        const BaseBackup &backup = catalogue.backups.first();
        QCOMPARE(backup.id, QStringLiteral("20261120-1"));
        QCOMPARE(backup.label, QStringLiteral("noon"));
        QCOMPARE(backup.dataDirectory(), QStringLiteral("/b/20261120-1/data"));
        QCOMPARE(backup.start, Lsn(0x2000028));
        QCOMPARE(backup.stop, Lsn(0x3000000));
        QCOMPARE(backup.bytes, 4711);
        QCOMPARE(backup.startedAt, QDateTime(QDate(2026, 11, 20), QTime(8, 15), Qt::UTC));
        QVERIFY(backup.fromStandby);
        const std::optional<BackupNote> verified = catalogue.newest(BackupNote::Kind::Verified, backup.id);
        QVERIFY(verified && verified->good);
        QVERIFY(!catalogue.newest(BackupNote::Kind::Drilled, backup.id));
    }

    void oneMadeByHandIsToldByItsFiles_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::addColumn<bool>("tar");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("data");
        const QByteArray rest = line("label", label) + line("version", "15\n") + "manifestAt 1763628900\n" +
                                line("manifestEnd", manifestEnd) + "bytes 4711\n\n";
        QTest::newRow("plain") << line("name", "mine") + "system 42\n" + rest << false << QStringLiteral("42")
                               << QStringLiteral("/b/mine");
        QTest::newRow("below") << line("name", "mine") + "below\nsystem 42\n" + rest << false << QStringLiteral("42")
                               << QStringLiteral("/b/mine/data");
        QTest::newRow("tar of 15") << line("name", "mine") + "tar .gz\ntarBytes 99\n" + rest << true << QString()
                                   << QStringLiteral("/b/mine");
        QTest::newRow("tar of 17") << line("name", "mine") + "tar .zst\ntarBytes 99\n" +
                                          line("manifestHead", R"({ "System-Identifier": 42, "Files": [)") + rest
                                   << true << QStringLiteral("42") << QStringLiteral("/b/mine");
    }
    void oneMadeByHandIsToldByItsFiles()
    {
        QFETCH(QByteArray, printed);
        QFETCH(bool, tar);
        QFETCH(QString, system);
        QFETCH(QString, data);
        const BackupCatalogue catalogue = parseCatalogue(printed, QStringLiteral("/b"));
        QCOMPARE(catalogue.backups.size(), 1);
        const BaseBackup &backup = catalogue.backups.first();
        QCOMPARE(backup.id, QStringLiteral("mine"));
        QVERIFY(backup.keeper == BaseBackup::Keeper::ByHand);
        QCOMPARE(backup.format == BaseBackup::Format::Tar, tar);
        QCOMPARE(backup.bytes, tar ? 99 : 4711);
        QCOMPARE(backup.systemIdentifier, system);
        QCOMPARE(backup.dataDirectory(), data);
        QVERIFY(!catalogue.newest(BackupNote::Kind::Verified, backup.id));
    }

    void whatCannotBeUsedSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("a record that is cut off") << line("name", "x") + line("record", "{\"id\":") + '\n';
        QTest::newRow("no manifest") << line("name", "x") + line("label", label) + '\n';
        QTest::newRow("a manifest that is cut off")
            << line("name", "x") + "manifestAt 1\n" + line("manifestEnd", "\"Size\": 3") + '\n';
    }
    void whatCannotBeUsedSaysWhy()
    {
        QFETCH(QByteArray, printed);
        const BackupCatalogue catalogue = parseCatalogue(printed, QStringLiteral("/b"));
        QVERIFY(catalogue.backups.isEmpty());
        QCOMPARE(catalogue.damaged.size(), 1);
        QCOMPARE(catalogue.damaged.first().directory, QStringLiteral("/b/x"));
        QVERIFY(!catalogue.damaged.first().why.isEmpty());
    }

    void theNewestNoteCounts()
    {
        const QDateTime at(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
        BackupNote note{.kind = BackupNote::Kind::Verified,
                        .backup = QStringLiteral("20261120-1"),
                        .good = false,
                        .at = at,
                        .seconds = 7,
                        .said = QStringLiteral("a \"quoted\" \\ word"),
                        .operation = QStringLiteral("op")};
        QCOMPARE(noteFromLine(lineOf(note)).value(), note);
        QByteArray log = "cut off in the middle\n" + lineOf(note);
        QVERIFY(parseCatalogue(ownBackup() + line("log", log) + '\n', QStringLiteral("/b"))
                    .isBad(QStringLiteral("20261120-1")));
        note.good = true;
        log += lineOf(note);
        QVERIFY(!parseCatalogue(ownBackup() + line("log", log) + '\n', QStringLiteral("/b"))
                     .isBad(QStringLiteral("20261120-1")));
    }

    void aChainLeadsFromTheWholeOne()
    {
        BackupCatalogue catalogue;
        for (const auto &[id, based] : QList<QPair<QString, QString>>{{QStringLiteral("full"), {}},
                                                                      {QStringLiteral("i1"), QStringLiteral("full")},
                                                                      {QStringLiteral("i2"), QStringLiteral("i1")},
                                                                      {QStringLiteral("lost"), QStringLiteral("gone")},
                                                                      {QStringLiteral("a"), QStringLiteral("b")},
                                                                      {QStringLiteral("b"), QStringLiteral("a")}})
            catalogue.backups << BaseBackup{.id = id, .basedOn = based};
        const auto chain = [&catalogue](const char *id) {
            QStringList ids;
            for (const BaseBackup &one : catalogue.chainTo(*catalogue.find(QString::fromLatin1(id))))
                ids << one.id;
            return ids.join(QLatin1Char(' '));
        };
        QCOMPARE(chain("full"), QStringLiteral("full"));
        QCOMPARE(chain("i2"), QStringLiteral("full i1 i2"));
        QCOMPARE(chain("lost"), QString());
        QCOMPARE(chain("a"), QString()); // in a circle
    }
};

QTEST_GUILESS_MAIN(TestBackupCatalogue)
#include "test_backup_catalogue.moc"
