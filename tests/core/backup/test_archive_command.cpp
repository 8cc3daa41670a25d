#include "core/backup/archive_command.h"

#include <QTest>

using namespace howdah;

class TestArchiveCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatACommandDoes_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<ArchiveCommand::Kind>("kind");
        QTest::addColumn<QString>("directory"); // or the tool
        QTest::addColumn<bool>("overwrites");
        using Kind = ArchiveCommand::Kind;
        const auto row = [](const char *command, Kind kind, const char *directory, bool overwrites = false) {
            QTest::newRow(command) << QString::fromUtf8(command) << kind << QString::fromUtf8(directory) << overwrites;
        };
        row("", Kind::None, "");
        row("(disabled)", Kind::None, "");
        row("cp %p /archive/%f", Kind::Directory, "/archive", true);
        row("cp -p \"%p\" \"/my archive/%f\"", Kind::Directory, "/my archive", true);
        row("test ! -f /mnt/server/%f && cp %p /mnt/server/%f", Kind::Directory, "/mnt/server");
        row("cp -n %p '/a b/%f'", Kind::Directory, "/a b");
        row("if [ -f '/lab/it'\\''s'/%f ]; then cmp -s %p '/lab/it'\\''s'/%f; fi", Kind::Directory, "/lab/it's");
        row("rsync -a %p db2:/archive/%f", Kind::Directory, "db2:/archive");
        row("pgbackrest --stanza=main archive-push %p", Kind::Tool, "pgBackRest");
        row("barman-wal-archive backup pg %p", Kind::Tool, "Barman");
        row("/usr/local/bin/ship.sh %p", Kind::Unknown, "");
        row("/bin/true", Kind::Unknown, "");
    }
    void whatACommandDoes()
    {
        QFETCH(QString, command);
        const ArchiveCommand read = parseArchiveCommand(command);
        QTEST(read.kind, "kind");
        QTEST(read.directory + read.tool, "directory");
    }

    void oursIsRecognised_data()
    {
        QTest::addColumn<QString>("directory");
        for (const char *directory : {"/archive", "/my archive", "/a%b", "/ä\"$(x)`y`"})
            QTest::newRow(directory) << QString::fromUtf8(directory);
    }
    void oursIsRecognised()
    {
        QFETCH(QString, directory);
        const std::optional<QString> command = archiveCommandFor(directory, Compression::Zstd);
        QVERIFY(command);
        const ArchiveCommand read = parseArchiveCommand(*command);
        QCOMPARE(read.kind, ArchiveCommand::Kind::Ours);
        QCOMPARE(read.directory, directory);
    }

    void placeAndPackingComeBack_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("sshConfig");
        QTest::addColumn<Packing>("packing");
        QTest::newRow("here") << QString() << QString() << Packing{};
        QTest::newRow("here, packed") << QString() << QString() << Packing{Compression::Gzip, 6};
        QTest::newRow("there") << QStringLiteral("backup@db9") << QString() << Packing{Compression::Zstd, 0};
        QTest::newRow("there, by its own key") << QStringLiteral("ssh://backup@db9:2222")
                                               << QStringLiteral("/etc/100% mine") << Packing{Compression::Zstd, 19};
    }
    void placeAndPackingComeBack()
    {
        QFETCH(QString, destination);
        QFETCH(QString, sshConfig);
        QFETCH(Packing, packing);
        const ArchivePlace place{QStringLiteral("/my archive"), destination, sshConfig};
        const std::optional<QString> command = archiveCommandFor(place, packing);
        QVERIFY(command);
        const ArchiveCommand read = parseArchiveCommand(*command);
        QCOMPARE(read.kind, ArchiveCommand::Kind::Ours);
        QCOMPARE(read.place(), place);
        QCOMPARE(read.packing, packing);
    }

    void sshAsksNothingAndQuotesForTheOtherShell()
    {
        const QStringList words = sshWords({QStringLiteral("/a"), QStringLiteral("b@h"), QStringLiteral("/c")},
                                           {QStringLiteral("test"), QStringLiteral("-d"), QStringLiteral("/my dir")});
        QVERIFY(words.contains(QStringLiteral("BatchMode=yes")));
        QCOMPARE(words.mid(0, 3), (QStringList{QStringLiteral("ssh"), QStringLiteral("-F"), QStringLiteral("/c")}));
        QCOMPARE(words.mid(words.size() - 3),
                 (QStringList{QStringLiteral("--"), QStringLiteral("b@h"), QStringLiteral("test -d '/my dir'")}));
    }

    void aNameThatCannotStandInASettingIsRefused()
    {
        QVERIFY(!archiveCommandFor(QStringLiteral("/it's"), Compression::None));
        QVERIFY(!restoreCommandFor(QStringLiteral("/restore"), QStringLiteral("/two\nlines")));
    }
};

QTEST_GUILESS_MAIN(TestArchiveCommand)
#include "test_archive_command.moc"
