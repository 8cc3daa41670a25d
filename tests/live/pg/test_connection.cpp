#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QTest>

#include <csignal>

using namespace howdah;
using namespace howdah::test;

namespace {
const Deadline soon()
{
    return Deadline::after(Milliseconds{10000});
}
} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parametersAreBound_data();
    void parametersAreBound();

private:
    std::unique_ptr<LiveServer> m_server;
};

void TestConnection::initTestCase()
{
    m_server = LiveServer::make();
    QVERIFY(m_server);
}

void TestConnection::parametersAreBound_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quote") << QStringLiteral("it's");
}

void TestConnection::parametersAreBound()
{
    QFETCH(QString, text);
    auto connection = Connection::open(m_server->connInfo(), soon());
    QVERIFY2(connection.ok(), said(connection));
    const auto answer = connection->query(QStringLiteral("SELECT $1::text, $2::text"), {text, std::nullopt}, soon());
    QVERIFY2(answer.ok(), said(answer));
    QCOMPARE(answer->text(0, 0), std::optional(text));
    QVERIFY(answer->isNull(0, 1));
    auto s = LiveServer::makeStandby(*m_server, QStringLiteral("s 1"), QStringLiteral("s1"));
    QVERIFY(s);
    qDebug() << s->sql(QStringLiteral("select pg_is_in_recovery()"));
    s->stop();
    s->start();
    s->signal(SIGKILL);
    s->start();
    m_server->setParameter(QStringLiteral("work_mem"), QStringLiteral("5MB"));
    QTRY_COMPARE(m_server->sql(QStringLiteral("show work_mem")), QStringLiteral("5MB"));
    QTRY_COMPARE(m_server->sql(QStringLiteral("select count(*) from pg_stat_replication where application_name='s 1'")),
                 QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "test_connection.moc"
