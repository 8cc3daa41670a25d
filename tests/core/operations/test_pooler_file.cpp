#include "core/operations/pooler_file.h"

#include <QRandomGenerator>
#include <QTest>

using namespace howdah;

namespace {
const QString host = QStringLiteral("db2");
const QString port = QStringLiteral("5434");
} // namespace

class TestPoolerFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsRead()
    {
        const PoolerFile file = PoolerFile::parse("; comment = host=x\n"
                                                  "# comment\n"
                                                  "[databases]\n"
                                                  "app = host=db1 port=5433 dbname=app\n"
                                                  "  \"we \"\"ird\" = password='a b''c host=no' host = 'db 1'\n"
                                                  "* =\n"
                                                  "%include /etc/pgbouncer/more.ini\n"
                                                  "[users]\n"
                                                  "anna = pool_mode=session\n"
                                                  "[pgbouncer]\r\n"
                                                  "listen_port = 6432\r\n"
                                                  ";listen_port = 1\n"
                                                  "unix_socket_dir=/run/postgresql");
        const QList<PoolerFile::Database> expected{
            {QStringLiteral("app"), QStringLiteral("db1"), QStringLiteral("5433")},
            {QStringLiteral("we \"ird"), QStringLiteral("db 1"), QStringLiteral("5432")},
            {QStringLiteral("*"), QString(), QStringLiteral("5432")}};
        QCOMPARE(file.databases, expected);
        QCOMPARE(file.settings.value(QStringLiteral("listen_port")), QStringLiteral("6432"));
        QCOMPARE(file.settings.value(QStringLiteral("unix_socket_dir")), QStringLiteral("/run/postgresql"));
        QCOMPARE(file.included, QStringList{QStringLiteral("/etc/pgbouncer/more.ini")});
    }

    void entriesArePointedElsewhere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *title, const char *line, const char *expected) {
            QTest::newRow(title) << QByteArray(line) << QByteArray(expected);
        };
        row("both", "app = host=db1 port=5433 dbname=x", "app = host=db2 port=5434 dbname=x");
        row("other order", "app=port=5433 dbname=host host=db1", "app=port=5434 dbname=host host=db2");
        row("none", "app =", "app =host=db2 port=5434");
        row("none, with words", "app = dbname=x  ", "app = dbname=x host=db2 port=5434  ");
        row("a carriage return", "app = dbname=x\r", "app = dbname=x host=db2 port=5434\r");
        row("quoted", "app = host='db1' port='5433'", "app = host=db2 port=5434");
        row("a password that looks so", "app = password='host=q port=1' host=db1 port=1",
            "app = password='host=q port=1' host=db2 port=5434");
        row("spaces about", "\t\"app\" = host = db1 port = 5433", "\t\"app\" = host = db2 port = 5434");
        row("another", "other = host=db1 port=5433", "other = host=db1 port=5433");
        row("comment", ";app = host=db1 port=5433", ";app = host=db1 port=5433");
        row("there already", "app = port=5434 host=db2", "app = port=5434 host=db2");
    }

    void entriesArePointedElsewhere()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, expected);
        const QByteArray around = "[pgbouncer]\napp = host=db1 port=5433\n[databases]\n%1\n[users]\napp = host=db1\n";
        const QByteArray before = QByteArray(around).replace("%1", line);
        const QByteArray after = withDatabasesAt(before, {QStringLiteral("app")}, host, port);
        QCOMPARE(after, QByteArray(around).replace("%1", expected));
        QCOMPARE(withDatabasesAt(after, {QStringLiteral("app")}, host, port), after);
    }

    void backAgainItIsWhatItWas()
    {
        const QByteArray before = "[databases]\napp = dbname=x host=db1 port=5433\n* = host=db1\n";
        const QStringList names{QStringLiteral("app"), QStringLiteral("*")};
        const QByteArray after = withDatabasesAt(before, names, host, port);
        QVERIFY(after.contains("* = host=db2 port=5434"));
        const QByteArray back =
            withDatabasesAt(after, {QStringLiteral("app")}, QStringLiteral("db1"), QStringLiteral("5433"));
        QVERIFY(back.contains("app = dbname=x host=db1 port=5433\n"));
        QCOMPARE(PoolerFile::parse(
                     withDatabasesAt(back, {QStringLiteral("*")}, QStringLiteral("db1"), QStringLiteral("5432")))
                     .databases,
                 PoolerFile::parse(before).databases);
    }

    void anyBytesAreRead()
    {
        QRandomGenerator random(4711);
        const QByteArray alphabet = "[]databases=*'\"\n\r \t;#%includehost=port=5432\\";
        for (int round = 0; round < 20000; ++round) {
            QByteArray content = "[databases]\n";
            for (int i = random.bounded(40); i > 0; --i)
                content += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            const PoolerFile file = PoolerFile::parse(content);
            QStringList names;
            for (const PoolerFile::Database &database : file.databases)
                names << database.name;
            QCOMPARE(withDatabasesAt(content, names, host, port).count('\n'), content.count('\n'));
        }
    }
};

QTEST_GUILESS_MAIN(TestPoolerFile)
#include "test_pooler_file.moc"
