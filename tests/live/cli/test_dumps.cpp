#include "core/pg/connection.h"
#include "tests/live/cli/howdahctl.h"

#include <QProcess>

using namespace howdah;
using namespace howdah::test;

namespace {
QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
} // namespace

/// dump and restore as a shell gives them: what can be named is listed, the dump by its place, names more than once.
class TestDumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<CommandLineLab>(0);
        QVERIFY(
            psql(QStringLiteral("CREATE SCHEMA sales; CREATE TABLE sales.a AS SELECT 1 AS x; CREATE TABLE sales.b AS"
                                " SELECT 2 AS x; CREATE TABLE sales.c AS SELECT 3 AS x")));
        const Howdahctl::Answer dumped = ask(QStringLiteral("dump"), QStringLiteral("--format directory --jobs 2"));
        QVERIFY2(dumped.code == 0, dumped.all().constData());
        m_file = dumped.json().value(QLatin1String("result")).toObject().value(QLatin1String("file")).toString();
        QVERIFY(!m_file.isEmpty());
    }

    void theArchiveIsListed()
    {
        const Howdahctl::Answer listed = restore(QStringLiteral("--list"));
        QVERIFY2(listed.code == 0, listed.all().constData());
        const QJsonArray objects = listed.json().value(QLatin1String("only")).toArray();
        QCOMPARE(objects.size(), 3);
        QCOMPARE(objects.first().toObject().value(QLatin1String("id")).toString(), QStringLiteral("sales.a"));
    }

    void namesAreGivenMoreThanOnce()
    {
        const Howdahctl::Answer done = restore(QStringLiteral("--into two --only sales.a --only sales.c"));
        QVERIFY2(done.code == 0, done.all().constData());
        QVERIFY(psql(QStringLiteral("SELECT 1 / (count(*) = 2)::int FROM pg_tables WHERE schemaname = 'sales'"),
                     QStringLiteral("two")));
    }

    void theScriptDoesTheSame()
    {
        const Howdahctl::Answer script =
            m_lab->howdahctl().run(QStringList{QStringLiteral("restore"), CommandLineLab::name(), m_file} +
                                   words(QStringLiteral("--into scripted --script")));
        QCOMPARE(script.code, 0);
        QProcess shell;
        shell.start(QStringLiteral("sh"), {});
        QVERIFY(shell.waitForStarted());
        shell.write(script.output.toUtf8());
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(120000));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QVERIFY(psql(QStringLiteral("SELECT 1 / (sum(x) = 6)::int FROM (TABLE sales.a UNION TABLE sales.b UNION TABLE"
                                    " sales.c) t"),
                     QStringLiteral("scripted")));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing of that name") << "--into x --only sales.nothing" << 3 << "The archive has no";
        QTest::newRow("is there already") << "--into postgres" << 3 << "are in postgres already";
        QTest::newRow("dropping is not confirmed") << "--into postgres --clean" << 2 << "Not confirmed";
        QTest::newRow("a template") << "--into template1" << 2 << "A template is no place";
    }
    void refusals()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QString, said);
        const Howdahctl::Answer refused = restore(words);
        QVERIFY2(refused.code == code, refused.all().constData());
        QVERIFY2(QString::fromUtf8(refused.all()).contains(said), refused.all().constData());
    }

private:
    Howdahctl::Answer ask(const QString &operation, const QString &options) const
    {
        return m_lab->run(QStringList{operation, CommandLineLab::name()} + words(options));
    }
    Howdahctl::Answer restore(const QString &options) const
    {
        return m_lab->run(QStringList{QStringLiteral("restore"), CommandLineLab::name(), m_file} + words(options));
    }
    /// True when the statements were done.
    [[nodiscard]] bool psql(const QString &sql, const QString &database = QStringLiteral("postgres")) const
    {
        const QString conninfo = m_lab->node(QStringLiteral("n1")).value(QLatin1String("conninfo")).toString();
        const Result<ConnInfo> info = ConnInfo::parse(conninfo);
        const Deadline deadline = Deadline::after(Milliseconds{30000});
        Result<Connection> session =
            info ? Connection::open(info->with(QStringLiteral("dbname"), database), deadline) : info.error();
        if (!session)
            return false;
        for (const QString &statement : sql.split(QLatin1Char(';')))
            if (!session->query(statement, {}, deadline))
                return false;
        return true;
    }

    std::unique_ptr<CommandLineLab> m_lab;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestDumps)
#include "test_dumps.moc"
