#include "core/backup/archive_trouble.h"

#include <QTest>

using namespace howdah;
using Kind = ArchiveTrouble::Kind;
using What = ArchiveSurroundings::What;

namespace {

const QString ours = QStringLiteral("'/a/.howdah/archive-wal' '/a' \"%p\" \"%f\" none");
const QString copy = QStringLiteral("cp %p /a/%f");
const QString there = QStringLiteral("'.howdah/archive-wal-over-ssh' 'backup@db9' '' '/a' \"%p\" \"%f\" none");

ArchiveSurroundings inOrder()
{
    return {.user = QStringLiteral("postgres"),
            .what = What::Directory,
            .mayWrite = true,
            .owner = QStringLiteral("postgres"),
            .nearest = QStringLiteral("/a"),
            .freeBytes = 1LL << 40,
            .hasScripts = true};
}

ArchiverFacts failing(const QString &command)
{
    const QDateTime then = QDateTime::fromSecsSinceEpoch(1000, Qt::UTC);
    return {.node = QStringLiteral("n1"),
            .owner = QStringLiteral("postgres"),
            .mode = QStringLiteral("on"),
            .command = command,
            .library = {},
            .lastFailed = then.addSecs(10),
            .lastArchived = then,
            .waiting = 2,
            .place = inOrder(),
            .words = std::nullopt};
}

struct Row
{
    const char *name;
    std::function<ArchiverFacts()> facts;
    std::optional<Kind> kind;
    const char *says; ///< in what or remedy
};

const QList<Row> &rows()
{
    static const QList<Row> all{
        {"off",
         [] {
             ArchiverFacts facts = failing(copy);
             facts.mode = QStringLiteral("off");
             return facts;
         },
         {},
         ""},
        {"works again",
         [] {
             ArchiverFacts facts = failing(copy);
             facts.lastArchived = facts.lastFailed.addSecs(1);
             return facts;
         },
         {},
         ""},
        {"no command", [] { return failing(QString()); }, Kind::NoCommand, "switch archive_mode off"},
        {"disabled", [] { return failing(QStringLiteral("(disabled)")); }, Kind::NoCommand, "n1"},
        {"directory is gone",
         [] {
             ArchiverFacts facts = failing(ours);
             facts.place->what = What::Absent;
             facts.place->nearest = QStringLiteral("/");
             return facts;
         },
         Kind::MissingDirectory, "install -d -o postgres -m 700 /a"},
        {"a file in its place",
         [] {
             ArchiverFacts facts = failing(copy);
             facts.place->what = What::Other;
             return facts;
         },
         Kind::NotADirectory, "/a is no directory"},
        {"not writable",
         [] {
             ArchiverFacts facts = failing(copy);
             facts.place->mayWrite = false;
             facts.place->owner = QStringLiteral("root");
             return facts;
         },
         Kind::NotWritable, "chown postgres /a"},
        {"full",
         [] {
             ArchiverFacts facts = failing(ours);
             facts.place->freeBytes = 1 << 20;
             return facts;
         },
         Kind::DiskFull, "is full"},
        {"was full",
         [] {
             ArchiverFacts facts = failing(copy);
             facts.words = ArchiverWords{1, QStringLiteral("cp: error writing '/a/0': No space left on device"), {}};
             return facts;
         },
         Kind::DiskFull, "No space left"},
        {"another file has the name",
         [] {
             ArchiverFacts facts = failing(ours);
             facts.words = ArchiverWords{1, QStringLiteral("archive-wal: /a/0 is there and says something else"), {}};
             return facts;
         },
         Kind::OtherFile, "directory of its own"},
        {"no such program",
         [] {
             ArchiverFacts facts = failing(QStringLiteral("ship %p"));
             facts.place.reset();
             facts.words = ArchiverWords{127, QStringLiteral("sh: 1: ship: not found"), {}};
             return facts;
         },
         Kind::WrongCommand, "ship: not found"},
        {"no such program, which is not counted",
         [] {
             ArchiverFacts facts = failing(QStringLiteral("ship %p"));
             facts.lastFailed = {};
             facts.waiting = 9;
             facts.place.reset();
             facts.words = ArchiverWords{127, QStringLiteral("sh: 1: ship: not found"), {}};
             return facts;
         },
         Kind::WrongCommand, "statistics do not count"},
        {"not executable",
         [] {
             ArchiverFacts facts = failing(QStringLiteral("/opt/ship %p"));
             facts.place.reset();
             facts.words = ArchiverWords{126, QStringLiteral("sh: 1: /opt/ship: Permission denied"), {}};
             return facts;
         },
         Kind::WrongCommand, "may not run"},
        {"the script is gone",
         [] {
             ArchiverFacts facts = failing(ours);
             facts.place->hasScripts = false;
             return facts;
         },
         Kind::WrongCommand, "/a/.howdah/archive-wal is gone"},
        {"the host is down",
         [] {
             ArchiverFacts facts = failing(there);
             facts.place = ArchiveSurroundings{
                 .reached = false, .noWay = QStringLiteral("ssh: connect to host db9 port 22: Connection refused")};
             return facts;
         },
         Kind::HostUnreachable, "Connection refused"},
        {"the host lets nobody in",
         [] {
             ArchiverFacts facts = failing(there);
             facts.place = ArchiveSurroundings{.reached = false,
                                               .noWay = QStringLiteral("backup@db9: Permission denied (publickey).")};
             return facts;
         },
         Kind::LoginRefused, "authorized_keys"},
        {"the host has another key",
         [] {
             ArchiverFacts facts = failing(there);
             facts.place =
                 ArchiveSurroundings{.reached = false, .noWay = QStringLiteral("Host key verification failed.")};
             return facts;
         },
         Kind::HostKeyUnknown, "ssh backup@db9"},
        {"who knows",
         [] {
             ArchiverFacts facts = failing(QStringLiteral("/bin/false"));
             facts.place.reset();
             facts.words = ArchiverWords{1, QString(), {}};
             return facts;
         },
         Kind::CommandFails, "code 1"},
        {"a library that is behind",
         [] {
             ArchiverFacts facts = failing(QString());
             facts.library = QStringLiteral("basic_archive");
             return facts;
         },
         Kind::CommandFails, ""}};
    return all;
}

} // namespace

class TestArchiveTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTroubleHasACauseAndARemedy_data()
    {
        QTest::addColumn<int>("row");
        for (int index = 0; index < rows().size(); ++index)
            QTest::newRow(rows().at(index).name) << index;
    }
    void everyTroubleHasACauseAndARemedy()
    {
        QFETCH(int, row);
        const Row &expected = rows().at(row);
        const std::optional<ArchiveTrouble> found = explain(expected.facts());
        QCOMPARE(found.has_value(), expected.kind.has_value());
        if (!found)
            return;
        const QString said = found->what + QLatin1Char('|') + found->remedy;
        QVERIFY2(found->kind == *expected.kind, qPrintable(said));
        QVERIFY2(said.contains(QLatin1String(expected.says)), qPrintable(said));
        QVERIFY(!found->what.isEmpty() && !found->remedy.isEmpty());
    }

    void theLogIsRead_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<int>("code"); // -1: nothing told
        QTest::addColumn<QString>("said");
        const QByteArray before = "2026-11-20 10:00:00.000 UTC [1] LOG:  checkpoint complete\n";
        QTest::newRow("empty") << QByteArray() << -1 << QString();
        QTest::newRow("all is well") << before << -1 << QString();
        QTest::newRow("a copy that failed")
            << before + "cp: cannot create regular file '/a/0': No such file or directory\n"
                        "2026-11-20 10:00:01.000 UTC [2] LOG:  archive command failed with exit code 1\n"
                        "2026-11-20 10:00:01.000 UTC [2] DETAIL:  The failed archive command was: cp pg_wal/0 /a/0\n"
            << 1 << QStringLiteral("cp: cannot create regular file '/a/0': No such file or directory");
        QTest::newRow("no such program") << before + "sh: 1: ship: not found\n"
                                                     "[2] FATAL:  archive command failed with exit code 127\n"
                                                     "[2] DETAIL:  The failed archive command was: ship pg_wal/0\n"
                                         << 127 << QStringLiteral("sh: 1: ship: not found");
        QTest::newRow("killed, with nothing said")
            << before + "[2] FATAL:  archive command was terminated by signal 9: Killed\n"
            << 0 << QString();
        QTest::newRow("the last counts")
            << QByteArray("archive-wal: old\n[2] LOG:  archive command failed with exit code 1\n"
                          "[2] DETAIL:  The failed archive command was: x\n"
                          "archive-wal: new\n[2] LOG:  archive command failed with exit code 1\n")
            << 1 << QStringLiteral("archive-wal: new");
    }
    void theLogIsRead()
    {
        QFETCH(QByteArray, log);
        QFETCH(int, code);
        QFETCH(QString, said);
        const std::optional<ArchiverWords> words = parseArchiverLog(log);
        QCOMPARE(words ? words->exitCode : -1, code);
        QCOMPARE(words ? words->said : QString(), said);
    }

    void aLookSurvivesItsJourney()
    {
        ArchiveSurroundings seen = inOrder();
        seen.archiveOf = QStringLiteral("4711 my cluster");
        seen.hasZstd = true;
        const ArchiveSurroundings back = ArchiveSurroundings::fromValues(seen.toValues());
        QCOMPARE(back.toValues(), seen.toValues());
        QCOMPARE(back.systemIdentifier(), QStringLiteral("4711"));
    }
};

QTEST_GUILESS_MAIN(TestArchiveTrouble)
#include "test_archive_trouble.moc"
