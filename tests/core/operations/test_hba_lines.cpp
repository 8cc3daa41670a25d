#include "core/operations/library/hba_lines.h"

#include <QTest>

using namespace howdah;
using namespace howdah::library;

namespace {
HbaLine standbyLine(const QString &address = QStringLiteral("10.0.0.2/32"), const QString &role = QStringLiteral("rep"))
{
    return {.databases = {QStringLiteral("replication")}, .role = role, .address = address};
}

const QByteArray own = "host    replication    \"rep\"    10.0.0.2/32    scram-sha-256    # Howdah: standby";
} // namespace

class TestHbaLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineStandsBeforeTheOneThatWouldDecide_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("before"); // -1: the file admits the standby already
        const auto row = [](const char *title, const QByteArray &content, int before) {
            QTest::newRow(title) << content << before;
        };
        row("an empty file", "", 0);
        row("nothing but comments", "# host replication all all reject\n\n", 0);
        row("a reject for replication", "local all all peer\nhost replication all all reject\n", 2);
        row("a reject for the role", "host all all all md5\nhost replication rep 10.0.0.0/24 reject\n", 2);
        row("all databases are not replication", "host all all all reject\n", 0);
        row("another role", "host replication other all reject\n", 0);
        row("another network", "host replication all 10.0.1.0/24 reject\n", 0);
        row("the other family", "host replication all ::/0 reject\n", 0);
        row("local sockets", "local replication all peer\n", 0);
        row("admitted by its network", "host replication all 10.0.0.0/24 scram-sha-256\n", -1);
        row("admitted with md5", "host replication rep all md5\n", -1);
        row("a mask of its own", "host replication all 10.0.0.0 255.255.255.0 scram-sha-256\n", -1);
        row("a mask that does not hold it", "host replication all 10.0.0.0 255.255.255.254 scram-sha-256\n", 0);
        row("a mask, rejected", "host replication all 10.0.0.0 255.0.0.0 reject\n", 1);
        row("trust asks for nothing", "host replication all 10.0.0.0/8 trust\n", 1);
        row("admitted, but later", "host replication all 0.0.0.0/0 reject\nhost replication rep 10.0.0.2/32 md5\n", 1);
        row("with TLS only", "hostssl replication all all scram-sha-256\n", 1);
        row("a host by name", "host replication all db2.example scram-sha-256\n", 1);
        row("a list of databases", "host postgres,replication all all reject\n", 1);
        row("a list with blanks", "host postgres, replication all all reject\n", 1);
        row("a database called replication", "host \"replication\" all all reject\n", 0);
        row("a role called all", "host replication \"all\" all reject\n", 0);
        row("roles of a group", "host replication +standbys all reject\n", 1);
        row("roles of a file", "host replication @roles all reject\n", 1);
        row("databases of a file", "host @databases all all reject\n", 1);
        row("an include", "local all all peer\ninclude_dir 'hba.d'\nhost replication all all reject\n", 2);
        row("an include of an optional file", "include_if_exists more.conf\n", 1);
        row("tabs and blanks", "  host\treplication \t all\t\tall   reject  \n", 1);
        row("a comment behind", "host replication all all reject # for now\n", 1);
        row("a continued line", "local all all \\\npeer\nhost \\\n replication all \\\n all reject\n", 3);
        row("carriage returns", "local all all peer\r\nhost replication all all reject\r\n", 2);
        row("no line end", "host replication all all reject", 1);
        row("a quoted role", "host replication \"rep\" samenet reject\n", 1);
    }

    void aLineStandsBeforeTheOneThatWouldDecide()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, before);
        const HbaPlace place = hbaPlace(content, standbyLine());
        QCOMPARE(place.admitted, before < 0);
        if (before >= 0)
            QCOMPARE(place.before, before);
        const QByteArray changed = withChanges(content, hbaChanges(content, {standbyLine()}));
        QCOMPARE(changed == content, before < 0);
        const HbaPlace after = hbaPlace(changed, standbyLine());
        QVERIFY2(after.admitted, changed.constData());
        QVERIFY(before < 0 || after.own);
        QVERIFY(hbaChanges(changed, {standbyLine()}).isEmpty());
        const QByteArray removed = withChanges(changed, hbaRemovals(changed, QStringLiteral("10.0.0.2/32")));
        QCOMPARE(removed.trimmed(), content.trimmed());
    }

    void everythingElseStaysAsItIs()
    {
        const QByteArray content = "# one\r\nhost \treplication all all reject\r\n# three";
        const QByteArray changed = withChanges(content, hbaChanges(content, {standbyLine()}));
        QCOMPARE(changed, "# one\r\n" + own + "\r\nhost \treplication all all reject\r\n# three");
    }

    void whatIsNotOursIsNotRemoved()
    {
        const QByteArray content = own + "\n" + "host replication rep 10.0.0.2/32 scram-sha-256 # by hand\n" +
                                   QByteArray(own).replace("0.2", "0.3") + "\n";
        const QByteArray removed = withChanges(content, hbaRemovals(content, QStringLiteral("10.0.0.2/32")));
        QCOMPARE(removed, content.mid(own.size() + 1));
    }

    void severalLinesComeBeforeTheFirstThatWouldDecide()
    {
        const QByteArray content = "host postgres all all reject\nhost replication all all reject\n";
        HbaLine both = standbyLine();
        both.databases << QStringLiteral("postgres");
        const QByteArray changed =
            withChanges(content, hbaChanges(content, {both, standbyLine(QStringLiteral("fd00::2/128"))}));
        QCOMPARE(
            changed.split('\n').first(),
            QByteArray(
                "host    replication,\"postgres\"    \"rep\"    10.0.0.2/32    scram-sha-256    # Howdah: standby"));
        QCOMPARE(changed.count('\n'), 4);
        QVERIFY(hbaPlace(changed, both).own);
    }

    void namesAreQuoted()
    {
        const HbaLine hostile = standbyLine(QStringLiteral("10.0.0.2/32"), QStringLiteral("a\"b, c # d"));
        const QByteArray content = "host replication all all reject\n";
        const QByteArray changed = withChanges(content, hbaChanges(content, {hostile}));
        QVERIFY2(changed.startsWith("host    replication    \"a\"\"b, c # d\"    10.0.0.2/32    scram-sha-256"),
                 changed.constData());
        QVERIFY(hbaPlace(changed, hostile).own);
        QVERIFY(!hbaPlace(changed, standbyLine()).admitted);
    }

    void addressesAreMadeNarrow_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("narrow"); // empty: refused
        const auto row = [](const char *given, const char *narrow) {
            QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(narrow);
        };
        row("10.0.0.2", "10.0.0.2/32");
        row("10.0.0.2/24", "10.0.0.0/24");
        row("fd00::2", "fd00::2/128");
        row("FD00:0::/32", "fd00::/32");
        row("db2.example", "db2.example");
        row("db-2", "db-2");
        row(".example.org", ".example.org");
        for (const char *refused :
             {"all", "ALL", "samenet", "samehost", "0.0.0.0/0", "::/0", "10.0.0.2/33", "10.0.0.300", "10.0.0", "a b",
              "x\ny", "db\n", "10.0.0.2\n", "\"db\"", "db#", "@hosts", "-x", "", "/24"})
            row(refused, "");
    }

    void addressesAreMadeNarrow()
    {
        QFETCH(QString, given);
        QFETCH(QString, narrow);
        QCOMPARE(hbaAddress(given).value_or(QString()), narrow);
    }
};

QTEST_GUILESS_MAIN(TestHbaLines)
#include "test_hba_lines.moc"
