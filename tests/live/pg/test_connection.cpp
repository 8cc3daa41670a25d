#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <limits>
#include <thread>
#include <vector>

using namespace howdah;
using namespace howdah::test;

namespace {
constexpr qint64 prompt = 1000; // generous: tens of milliseconds are usual

Deadline soon()
{
    return Deadline::after(std::chrono::seconds(20));
}
} // namespace

/// Statements on a session: what comes back, and what happens when the server or the network does not play along.
class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void boundTextsComeBack_data();
    void boundTextsComeBack();
    void identifiersAreQuoted_data();
    void identifiersAreQuoted();
    void cells();
    void severalStatements_data();
    void severalStatements();
    void anErrorKeepsWhatTheServerSaid();
    void refusalsByKind_data();
    void refusalsByKind();
    void aBigResult();
    void aBigParameter();
    void copyIsRefused_data();
    void copyIsRefused();
    void zeroCharactersAreRefused();
    void timeoutsOfTheServerLeaveTheSessionOpen_data();
    void timeoutsOfTheServerLeaveTheSessionOpen();
    void theDeadlineCancelsAtTheServer();
    void aStopCancelsAtTheServer();
    void nothingIsSentAfterTheDeadlineOrAStop();
    void aFrozenServerDelaysNobody_data();
    void aFrozenServerDelaysNobody();
    void sessionsOfAFrozenServerCloseAtOnce();
    void aServerKilledInMidQuery();
    void aSessionEndedByTheAdministrator();
    void aFastShutdownInMidQuery();
    void moveLeavesTheSessionWorking();

private:
    Connection opened(const LiveServer &server) const
    {
        auto connection = Connection::open(server.connInfo(), soon());
        if (!connection)
            qFatal("%s", said(connection).constData());
        return std::move(*connection);
    }
    /// Whether a session of `server` is inside pg_sleep().
    static bool sleeps(LiveServer &server)
    {
        return server.sql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE "
                                         "'SELECT pg_sleep(%'")) != QLatin1String("0");
    }

    std::unique_ptr<LiveServer> m_server;
};

void TestConnection::initTestCase()
{
    m_server = LiveServer::make();
    QVERIFY(m_server);
    m_server->sql(QStringLiteral("CREATE TABLE held ()"));
}

void TestConnection::boundTextsComeBack_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{QString(),
                            QStringLiteral("plain"),
                            QStringLiteral("it's"),
                            QStringLiteral("'; DROP TABLE x; --"),
                            QStringLiteral("\\"),
                            QStringLiteral("$1"),
                            QStringLiteral("$(reboot)"),
                            QStringLiteral("line\nbreak\r\ttab"),
                            QStringLiteral("größe 数据 🐘"),
                            QString(1000, QChar(0x6570))};
    for (const QString &text : texts)
        QTest::newRow(text.first(std::min<qsizetype>(text.size(), 30)).toUtf8().toPercentEncoding().constData())
            << text;
}

void TestConnection::boundTextsComeBack()
{
    QFETCH(QString, text);
    Connection connection = opened(*m_server);
    const auto answer = connection.query(QStringLiteral("SELECT $1::text, $2::text, $3::int + 1"),
                                         {text, std::nullopt, QStringLiteral("41")}, soon());
    QVERIFY2(answer.ok(), said(answer));
    QCOMPARE(answer->text(0, 0), std::optional(QString(text.isNull() ? QStringLiteral("") : text)));
    QVERIFY(answer->isNull(0, 1));
    QVERIFY(!answer->text(0, 1));
    QCOMPARE(answer->integer(0, 2), std::optional<qint64>(42));
    const auto literal = connection.query(QStringLiteral("SELECT ") + connection.quotedLiteral(text), {}, soon());
    QVERIFY2(literal.ok(), said(literal));
    QCOMPARE(literal->text(0, 0).value_or(QStringLiteral("NULL")), text);
}

void TestConnection::identifiersAreQuoted_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names{QStringLiteral("plain"),
                            QStringLiteral("Upper Case"),
                            QStringLiteral("it's"),
                            QStringLiteral("\"quoted\""),
                            QStringLiteral("x\"; DROP TABLE y; --"),
                            QStringLiteral("$(reboot)"),
                            QStringLiteral("line\nbreak"),
                            QStringLiteral("select"),
                            QStringLiteral("größe 数据 🐘"),
                            QString(63, u'n')};
    for (const QString &name : names)
        QTest::newRow(name.toUtf8().toPercentEncoding().constData()) << name;
}

void TestConnection::identifiersAreQuoted()
{
    QFETCH(QString, name);
    Connection connection = opened(*m_server);
    const QString quoted = connection.quotedIdentifier(name);
    const auto made = connection.query(QStringLiteral("CREATE TEMP TABLE %1 (%1 int)").arg(quoted), {}, soon());
    QVERIFY2(made.ok(), said(made));
    const auto found =
        connection.query(QStringLiteral("SELECT relname FROM pg_class WHERE relname = $1"), {name}, soon());
    QVERIFY2(found.ok(), said(found));
    QCOMPARE(found->rows(), 1);
    QCOMPARE(connection.query(QStringLiteral("SELECT * FROM ") + quoted, {}, soon())->columnName(0), name);
}

void TestConnection::cells()
{
    Connection connection = opened(*m_server);
    const auto answer = connection.query(
        QStringLiteral(
            "SELECT 9223372036854775807 AS big, -1.5e3::float8 AS real, 'Infinity'::float8 AS endless, "
            "'NaN'::float8 AS undefined, true AS yes, 'off' AS no, '\\x00ff27'::bytea AS bytes, 'x1' AS word, "
            "NULL AS nothing, 1 AS \"replayLag\""),
        {}, soon());
    QVERIFY2(answer.ok(), said(answer));
    QCOMPARE(answer->rows(), 1);
    QCOMPARE(answer->columns(), 10);
    QCOMPARE(answer->integer(0, "big"), std::optional<qint64>(std::numeric_limits<qint64>::max()));
    QCOMPARE(answer->real(0, "real"), std::optional(-1500.0));
    QVERIFY(std::isinf(answer->real(0, "endless").value_or(0)));
    QVERIFY(std::isnan(answer->real(0, "undefined").value_or(0)));
    QCOMPARE(answer->boolean(0, "yes"), std::optional(true));
    QCOMPARE(answer->boolean(0, "no"), std::optional(false));
    QCOMPARE(answer->bytes(0, answer->columnIndex("bytes")), QByteArray("\0\xff'", 3));
    QVERIFY(!answer->integer(0, "word"));
    QVERIFY(!answer->real(0, "word"));
    QVERIFY(!answer->boolean(0, "word"));
    for (const bool absent : {!answer->text(0, "nothing"), !answer->integer(0, "nothing"), !answer->real(0, "nothing"),
                              !answer->boolean(0, "nothing")})
        QVERIFY(absent);
    QCOMPARE(answer->integer(0, "replayLag"), std::optional<qint64>(1));
    QCOMPARE(answer->columnIndex("replaylag"), -1);
    const ResultSet none;
    QCOMPARE(none.rows() + none.columns(), 0);
}

void TestConnection::severalStatements_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("cell"); // null: an error
    QTest::addColumn<int>("affected");
    const auto row = [](const char *title, const char *sql, const char *cell, int affected) {
        QTest::newRow(title) << QString::fromUtf8(sql) << QString::fromUtf8(cell) << affected;
    };
    row("the last one with rows", "SELECT 1; SELECT 2", "2", 2);
    row("rows, then none", "SELECT 1; SET work_mem = '8MB'", "1", 1);
    row("none, then rows", "SET work_mem = '8MB'; SELECT 3", "3", 1);
    row("nothing at all", "", "", 0);
    row("only a comment", "-- nothing", "", 0);
    row("no rows", "CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (1), (2), (3)", "", 3);
    row("error in the second", "SELECT 1; SELECT 1/0; SELECT 3", nullptr, 0);
    row("error in the first", "SELECT nonsense; SELECT 1", nullptr, 0);
}

void TestConnection::severalStatements()
{
    QFETCH(QString, sql);
    QFETCH(QString, cell);
    QFETCH(int, affected);
    Connection connection = opened(*m_server);
    const auto answer = connection.query(sql, {}, soon());
    QVERIFY2(answer.ok() != cell.isNull(), said(answer));
    if (answer.ok()) {
        QCOMPARE(answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QStringLiteral(""), cell);
        QVERIFY(answer->rows() > 0 || answer->affectedRows() == affected);
    }
    // Whatever it was, the session is fit for the next one.
    QVERIFY(connection.isOpen());
    QCOMPARE(connection.query(QStringLiteral("SELECT 'next'"), {}, soon())->text(0, 0), QStringLiteral("next"));
}

void TestConnection::anErrorKeepsWhatTheServerSaid()
{
    Connection connection = opened(*m_server);
    const auto answer = connection.query(
        QStringLiteral(
            "DO $$ BEGIN RAISE EXCEPTION 'what' USING DETAIL = 'why', HINT = 'do this', ERRCODE = 'HD001'; END $$"),
        {}, soon());
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::ServerRefused);
    QVERIFY2(answer.error().message.contains(QLatin1String("what")), said(answer));
    QCOMPARE(answer.error().detail, QStringLiteral("why"));
    QCOMPARE(answer.error().hint, QStringLiteral("do this"));
    QCOMPARE(answer.error().sqlState, QStringLiteral("HD001"));
}

void TestConnection::refusalsByKind_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("sqlState");
    QTest::newRow("not permitted") << QStringLiteral("SET ROLE pg_monitor; SELECT * FROM pg_authid")
                                   << ErrorCode::NotPermitted << QStringLiteral("42501");
    QTest::newRow("no such table") << QStringLiteral("SELECT * FROM nowhere") << ErrorCode::ServerRefused
                                   << QStringLiteral("42P01");
    QTest::newRow("syntax") << QStringLiteral("SELEKT") << ErrorCode::ServerRefused << QStringLiteral("42601");
    QTest::newRow("not in recovery") << QStringLiteral("SELECT pg_wal_replay_pause()") << ErrorCode::ServerRefused
                                     << QStringLiteral("55000");
}

void TestConnection::refusalsByKind()
{
    QFETCH(QString, sql);
    QFETCH(ErrorCode, code);
    QFETCH(QString, sqlState);
    Connection connection = opened(*m_server);
    const auto answer = connection.query(sql, {}, soon());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == code, said(answer));
    QCOMPARE(answer.error().sqlState, sqlState);
}

void TestConnection::aBigResult()
{
    Connection connection = opened(*m_server);
    const auto answer =
        connection.query(QStringLiteral("SELECT i, repeat('x', 100) FROM generate_series(1, 200000) AS i"), {}, soon());
    QVERIFY2(answer.ok(), said(answer));
    QCOMPARE(answer->rows(), 200000);
    QCOMPARE(answer->integer(199999, 0), std::optional<qint64>(200000));
}

void TestConnection::aBigParameter()
{
    // More than the socket's buffers hold, so that sending has to wait for the server.
    const QString text(32 * 1024 * 1024, u'x');
    Connection connection = opened(*m_server);
    const auto answer = connection.query(QStringLiteral("SELECT length($1), $1"), {text}, soon());
    QVERIFY2(answer.ok(), said(answer));
    QCOMPARE(answer->integer(0, 0), std::optional<qint64>(text.size()));
    QVERIFY(answer->text(0, 1) == text);
}

void TestConnection::copyIsRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("out") << QStringLiteral("COPY pg_class TO STDOUT");
    QTest::newRow("in") << QStringLiteral("CREATE TEMP TABLE c (a int); COPY c FROM STDIN");
}

void TestConnection::copyIsRefused()
{
    QFETCH(QString, sql);
    Connection connection = opened(*m_server);
    const auto answer = connection.query(sql, {}, soon());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::Unsupported, said(answer));
    QVERIFY(!connection.isOpen());
}

void TestConnection::zeroCharactersAreRefused()
{
    Connection connection = opened(*m_server);
    const QString text = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    QCOMPARE(connection.query(QStringLiteral("SELECT $1"), {text}, soon()).error().code, ErrorCode::Invalid);
    QCOMPARE(connection.query(text, {}, soon()).error().code, ErrorCode::Invalid);
    QVERIFY(connection.isOpen());
}

void TestConnection::timeoutsOfTheServerLeaveTheSessionOpen_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sqlState");
    QTest::newRow("statement_timeout") << QStringLiteral("SELECT pg_sleep(20)") << QStringLiteral("57014");
    QTest::newRow("lock_timeout") << QStringLiteral("LOCK TABLE held") << QStringLiteral("55P03");
}

void TestConnection::timeoutsOfTheServerLeaveTheSessionOpen()
{
    QFETCH(QString, sql);
    QFETCH(QString, sqlState);
    Connection holder = opened(*m_server);
    const auto held = holder.query(QStringLiteral("BEGIN; LOCK TABLE held"), {}, soon());
    QVERIFY2(held.ok(), said(held));
    auto connection = Connection::open(m_server->connInfo(), soon(), {},
                                       {.statementTimeout = Milliseconds{500}, .lockTimeout = Milliseconds{50}});
    QVERIFY2(connection.ok(), said(connection));
    const auto answer = connection->query(QStringLiteral("BEGIN; ") + sql, {}, soon());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::ServerRefused, said(answer));
    QCOMPARE(answer.error().sqlState, sqlState);
    QVERIFY(connection->isOpen());
    const auto next = connection->query(QStringLiteral("ROLLBACK"), {}, soon());
    QVERIFY2(next.ok(), said(next));
}

void TestConnection::theDeadlineCancelsAtTheServer()
{
    Connection connection = opened(*m_server);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto answer =
        connection.query(QStringLiteral("SELECT pg_sleep(100)"), {}, Deadline::after(Milliseconds{200}));
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::TimedOut, said(answer));
    QVERIFY(elapsed.elapsed() >= 199);
    QVERIFY(elapsed.elapsed() < 200 + prompt);
    QVERIFY(!connection.isOpen());
    QVERIFY(!sleeps(*m_server) || QTest::qWaitFor([this] { return !sleeps(*m_server); }, 10000));
    QCOMPARE(connection.query(QStringLiteral("SELECT 1"), {}, soon()).error().code, ErrorCode::Unreachable);
    QCOMPARE(connection.backendPid(), 0);
    QCOMPARE(connection.descriptor(), -1);
}

void TestConnection::aStopCancelsAtTheServer()
{
    Connection connection = opened(*m_server);
    std::stop_source source;
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
        Connection watcher = opened(*m_server);
        const QString statement =
            QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid = $1");
        while (watcher.query(statement, {QString::number(connection.backendPid())}, soon())->integer(0, 0) != 1)
            ;
        sinceStop.start();
        source.request_stop();
    });
    const auto answer =
        connection.query(QStringLiteral("SELECT pg_sleep(100)"), {}, Deadline::never(), source.get_token());
    const qint64 took = sinceStop.elapsed();
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::Stopped, said(answer));
    QVERIFY2(took < prompt, QByteArray::number(took));
    QVERIFY(!connection.isOpen());
    QVERIFY(QTest::qWaitFor([this] { return !sleeps(*m_server); }, 10000));
}

void TestConnection::nothingIsSentAfterTheDeadlineOrAStop()
{
    Connection connection = opened(*m_server);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(connection.query(QStringLiteral("SELECT 1"), {}, soon(), source.get_token()).error().code,
             ErrorCode::Stopped);
    QVERIFY(connection.isOpen());
    QCOMPARE(connection.query(QStringLiteral("SELECT 1"), {}, Deadline::after(Milliseconds{-1})).error().code,
             ErrorCode::TimedOut);
    QVERIFY(connection.isOpen());
    QVERIFY(connection.query(QStringLiteral("SELECT 1"), {}, soon()).ok());
}

void TestConnection::aFrozenServerDelaysNobody_data()
{
    QTest::addColumn<bool>("stopInsteadOfDeadline");
    QTest::addColumn<int>("parameterSize"); // more than the socket's buffers hold: it hangs in sending
    QTest::newRow("deadline") << false << 1;
    QTest::newRow("stop") << true << 1;
    QTest::newRow("deadline in sending") << false << 32 * 1024 * 1024;
    QTest::newRow("stop in sending") << true << 32 * 1024 * 1024;
}

void TestConnection::aFrozenServerDelaysNobody()
{
    QFETCH(bool, stopInsteadOfDeadline);
    QFETCH(int, parameterSize);
    const auto server = LiveServer::make();
    QVERIFY(server);
    Connection connection = opened(*server);
    const int backend = connection.backendPid();
    server->signal(SIGSTOP);
    ::kill(backend, SIGSTOP);

    std::stop_source source;
    std::jthread stopper([&] {
        if (stopInsteadOfDeadline)
            source.request_stop();
    });
    QElapsedTimer elapsed;
    elapsed.start();
    const Deadline deadline = stopInsteadOfDeadline ? Deadline::never() : Deadline::after(Milliseconds{100});
    const ErrorCode expected = stopInsteadOfDeadline ? ErrorCode::Stopped : ErrorCode::TimedOut;
    // The cancel request reaches nobody either: the postmaster that should read it is frozen too.
    const auto answer =
        connection.query(QStringLiteral("SELECT $1"), {QString(parameterSize, u'x')}, deadline, source.get_token());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == expected, said(answer));
    const auto another = Connection::open(server->connInfo(), Deadline::after(Milliseconds{100}), source.get_token());
    QVERIFY(!another.ok());
    QVERIFY2(another.error().code == expected, said(another));
    QVERIFY2(elapsed.elapsed() < 200 + prompt, QByteArray::number(elapsed.elapsed()));
    ::kill(backend, SIGCONT);
    server->signal(SIGCONT);
}

void TestConnection::sessionsOfAFrozenServerCloseAtOnce()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    std::vector<Connection> connections;
    for (int count = 0; count < 20; ++count)
        connections.push_back(opened(*server));
    QList<int> frozen;
    for (const Connection &connection : connections)
        frozen << connection.backendPid();
    server->signal(SIGSTOP);
    for (const int backend : frozen)
        ::kill(backend, SIGSTOP);
    QElapsedTimer elapsed;
    elapsed.start();
    for (Connection &connection : connections)
        QCOMPARE(connection.query(QStringLiteral("SELECT 1"), {}, Deadline::after(Milliseconds{1})).error().code,
                 ErrorCode::TimedOut);
    connections.clear();
    QVERIFY2(elapsed.elapsed() < 20 * 60 + prompt, QByteArray::number(elapsed.elapsed()));
    for (const int backend : frozen)
        ::kill(backend, SIGCONT);
    server->signal(SIGCONT);
}

void TestConnection::aServerKilledInMidQuery()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    Connection connection = opened(*server);
    std::jthread killer([pid = server->postmasterPid(), backend = connection.backendPid()] {
        ::kill(pid, SIGKILL);
        ::kill(backend, SIGKILL);
    });
    const auto answer = connection.query(QStringLiteral("SELECT pg_sleep(100)"), {}, soon());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::Unreachable, said(answer));
    QVERIFY(answer.error().message.contains(QStringLiteral("127.0.0.1:%1").arg(server->port())));
    QVERIFY(!connection.isOpen());
    killer.join();
    const auto again = Connection::open(server->connInfo(), soon());
    QVERIFY(!again.ok());
    QVERIFY2(again.error().code == ErrorCode::Unreachable, said(again));
}

void TestConnection::aSessionEndedByTheAdministrator()
{
    Connection connection = opened(*m_server);
    std::jthread administrator([this, pid = connection.backendPid()] {
        m_server->sql(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(pid));
    });
    const auto answer = connection.query(QStringLiteral("SELECT pg_sleep(100)"), {}, soon());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::Unreachable, said(answer));
    QVERIFY(!connection.isOpen());
}

void TestConnection::aFastShutdownInMidQuery()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    Connection connection = opened(*server);
    std::jthread administrator([pid = server->postmasterPid()] { ::kill(pid, SIGINT); });
    const auto answer = connection.query(QStringLiteral("SELECT pg_sleep(100)"), {}, soon());
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().code == ErrorCode::Unreachable, said(answer));
    QVERIFY(!connection.isOpen());
}

void TestConnection::moveLeavesTheSessionWorking()
{
    Connection first = opened(*m_server);
    const int pid = first.backendPid();
    Connection second = std::move(first);
    QCOMPARE(second.query(QStringLiteral("SELECT pg_backend_pid()"), {}, soon())->integer(0, 0),
             std::optional<qint64>(pid));
    second = opened(*m_server);
    QVERIFY(second.backendPid() != pid);
    QVERIFY(second.isOpen());
}

QTEST_GUILESS_MAIN(TestConnection)
#include "test_connection.moc"
