#include "core/cluster/sampler.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <mutex>

using namespace howdah;
using namespace howdah::test;

namespace {

/// Gathers what a sampler delivers on its own thread.
class Gathered
{
public:
    NodeSampler::Deliver deliver()
    {
        return [this](const NodeSamplePtr &sample) {
            const std::lock_guard lock(m_mutex);
            m_samples << sample;
            m_moments << m_clock.elapsed();
        };
    }
    Gathered() { m_clock.start(); }
    [[nodiscard]] QList<NodeSamplePtr> samples() const
    {
        const std::lock_guard lock(m_mutex);
        return m_samples;
    }
    [[nodiscard]] QList<qint64> moments() const
    {
        const std::lock_guard lock(m_mutex);
        return m_moments;
    }
    [[nodiscard]] qsizetype count() const { return samples().size(); }
    [[nodiscard]] bool lastFailed() const { return count() > 0 && samples().last()->failure; }
    [[nodiscard]] bool lastAnswered() const { return count() > 0 && !samples().last()->failure; }

private:
    mutable std::mutex m_mutex;
    QList<NodeSamplePtr> m_samples;
    QList<qint64> m_moments;
    QElapsedTimer m_clock;
};

NodeDefinition nodeOf(const LiveServer &server)
{
    return {.name = QStringLiteral("n1"), .connInfo = server.connInfo()};
}

QByteArray logOf(const LiveServer &server)
{
    QFile file(QFileInfo(server.dataDirectory()).dir().filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr Milliseconds oneHour{3'600'000};

} // namespace

class TestSampler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = LiveServer::make(); }
    void oneStatementATick();
    void rareValuesAreKeptBetweenTheirSamples();
    void steadyCadenceIsNotHurried();
    void nodeThatReturnsIsSampledAgain();
    void restartBetweenTicksIsNoOutage();
    void backOffGrows();
    void sampleNowCutsTheWaitShort();
    void sampleNowBeginsTheBackOffAnew();
    void stopsAtOnce_data();
    void stopsAtOnce();

private:
    std::unique_ptr<LiveServer> m_server;
};

void TestSampler::oneStatementATick()
{
    m_server->setParameter(QStringLiteral("log_statement"), QStringLiteral("all"));
    m_server->setParameter(QStringLiteral("log_line_prefix"), QStringLiteral("<%a> "));
    QTRY_COMPARE(m_server->sql(QStringLiteral("SHOW log_statement")), QStringLiteral("all"));
    NodeDefinition node = nodeOf(*m_server);
    node.connInfo.set(QStringLiteral("application_name"), QStringLiteral("counted"));
    qsizetype delivered = 0;
    {
        Gathered gathered;
        NodeSampler sampler(QStringLiteral("c"), node, {.interval = Milliseconds(20)}, gathered.deliver());
        QTRY_VERIFY(gathered.count() >= 10);
        delivered = gathered.count();
        for (const NodeSamplePtr &sample : gathered.samples())
            QVERIFY(!sample->failure);
    }
    m_server->setParameter(QStringLiteral("log_statement"), QStringLiteral("none"));
    qsizetype samples = 0, others = 0;
    for (const QByteArray &line : logOf(*m_server).split('\n')) {
        const bool statement =
            line.startsWith("<counted>") && (line.contains("statement: ") || line.contains("execute "));
        const bool sample = line.contains("EXECUTE howdah_sample") || line.contains("statement: SELECT recovering");
        samples += statement && sample;
        others += statement && !sample;
    }
    QVERIFY2(samples >= delivered && samples <= delivered + 2,
             qPrintable(QStringLiteral("%1 statements for %2 samples").arg(samples).arg(delivered)));
    QVERIFY2(others <= 3, qPrintable(QString::number(others))); // time-out, identity, search path: once for the session
}

void TestSampler::rareValuesAreKeptBetweenTheirSamples()
{
    Gathered gathered;
    NodeSampler sampler(QStringLiteral("c"), nodeOf(*m_server), {.interval = Milliseconds(10)}, gathered.deliver());
    QTRY_VERIFY(gathered.count() >= 3);
    for (const NodeSamplePtr &sample : gathered.samples())
        QVERIFY(sample->databaseBytes.value_or(0) > 1'000'000);
}

void TestSampler::steadyCadenceIsNotHurried()
{
    Gathered gathered;
    NodeSampler sampler(QStringLiteral("c"), nodeOf(*m_server), {.interval = Milliseconds(50)}, gathered.deliver());
    QTRY_VERIFY(gathered.count() >= 20);
    const QList<qint64> moments = gathered.moments();
    QVERIFY2(moments[19] - moments[0] >= 18 * 50, qPrintable(QString::number(moments[19] - moments[0])));
}

void TestSampler::nodeThatReturnsIsSampledAgain()
{
    Gathered gathered;
    NodeSampler sampler(QStringLiteral("c"), nodeOf(*m_server),
                        {.interval = Milliseconds(50), .longestBackOff = Milliseconds(400)}, gathered.deliver());
    QTRY_VERIFY(gathered.lastAnswered());
    m_server->stop();
    QTRY_VERIFY(gathered.lastFailed());
    QVERIFY(!gathered.samples().last()->failure->message.isEmpty());
    m_server->start();
    QTRY_VERIFY(gathered.lastAnswered());
}

void TestSampler::restartBetweenTicksIsNoOutage()
{
    Gathered gathered;
    NodeSampler sampler(QStringLiteral("c"), nodeOf(*m_server), {.interval = oneHour}, gathered.deliver());
    QTRY_VERIFY(gathered.lastAnswered());
    const NodeSamplePtr before = gathered.samples().last();
    m_server->stop();
    m_server->start();
    sampler.sampleNow();
    QTRY_COMPARE(gathered.count(), 2);
    QVERIFY2(gathered.lastAnswered(), "the old session's end was taken for the server's");
    QVERIFY(gathered.samples().last()->postmasterStarted != before->postmasterStarted);
}

void TestSampler::backOffGrows()
{
    NodeDefinition node = nodeOf(*m_server);
    node.connInfo.set(QStringLiteral("port"), QString::number(freePort()));
    Gathered gathered;
    NodeSampler sampler(QStringLiteral("c"), node, {.interval = Milliseconds(20)}, gathered.deliver());
    QTRY_VERIFY(gathered.count() >= 6);
    const QList<qint64> moments = gathered.moments();
    QVERIFY2(moments[5] - moments[4] >= 20 * 16 * 8 / 10, qPrintable(QString::number(moments[5] - moments[4])));
}

void TestSampler::sampleNowCutsTheWaitShort()
{
    NodeDefinition away = nodeOf(*m_server);
    away.connInfo.set(QStringLiteral("port"), QString::number(freePort()));
    for (const NodeDefinition &node : {nodeOf(*m_server), away}) {
        Gathered gathered;
        NodeSampler sampler(QStringLiteral("c"), node, {.interval = oneHour, .longestBackOff = oneHour},
                            gathered.deliver());
        QTRY_COMPARE(gathered.count(), 1);
        sampler.sampleNow();
        QTRY_COMPARE(gathered.count(), 2);
    }
}

/// A server that is being started refuses the first samples after it was asked for.
void TestSampler::sampleNowBeginsTheBackOffAnew()
{
    NodeDefinition away = nodeOf(*m_server);
    away.connInfo.set(QStringLiteral("port"), QString::number(freePort()));
    Gathered gathered;
    NodeSampler sampler(QStringLiteral("c"), away, {.interval = Milliseconds(20), .longestBackOff = oneHour},
                        gathered.deliver());
    QTRY_VERIFY(gathered.count() >= 8); // the next but one would come after five seconds
    const qsizetype before = gathered.count();
    sampler.sampleNow();
    QTRY_VERIFY(gathered.count() >= before + 4);
}

void TestSampler::stopsAtOnce_data()
{
    QTest::addColumn<bool>("hung");
    QTest::newRow("while it waits for the next tick") << false;
    QTest::newRow("in the middle of a query to a hung server") << true;
}

void TestSampler::stopsAtOnce()
{
    QFETCH(bool, hung);
    Gathered gathered;
    auto sampler = std::make_unique<NodeSampler>(
        QStringLiteral("c"), nodeOf(*m_server),
        SamplerSettings{.interval = hung ? Milliseconds(10) : oneHour, .timeout = oneHour}, gathered.deliver());
    QTRY_VERIFY(gathered.lastAnswered());
    const int backend =
        m_server->sql(QStringLiteral("SELECT pid FROM pg_stat_activity WHERE application_name = 'howdah'")).toInt();
    if (hung) {
        QVERIFY(backend > 0);
        QCOMPARE(::kill(backend, SIGSTOP), 0);
        qsizetype before = -1; // the query in flight stays unanswered
        QTRY_VERIFY(std::exchange(before, gathered.count()) == gathered.count());
    }
    QElapsedTimer clock;
    clock.start();
    sampler.reset();
    const qint64 took = clock.elapsed();
    if (hung)
        ::kill(backend, SIGCONT);
    qInfo("stopped in %lld ms", static_cast<long long>(took));
    QVERIFY2(took < 1000, qPrintable(QString::number(took)));
    const qsizetype after = gathered.count();
    QTest::qWait(30);
    QCOMPARE(gathered.count(), after);
}

QTEST_GUILESS_MAIN(TestSampler)
#include "test_sampler.moc"
