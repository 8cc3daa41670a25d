#include "core/cluster/lag.h"

#include <QTest>

using namespace howdah;

namespace {

using Bytes = std::optional<qint64>;

std::optional<Lsn> at(qint64 position)
{
    return position < 0 ? std::nullopt : std::optional(Lsn(static_cast<quint64>(position)));
}

/// -1: NULL.
Bytes value(qint64 number)
{
    return number < 0 ? std::nullopt : Bytes(number);
}

} // namespace

Q_DECLARE_METATYPE(howdah::Lag)

class TestLag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofSender_data();
    void ofSender();
    void ofSilentStandby_data();
    void ofSilentStandby();
    void ofStandbyAlone_data();
    void ofStandbyAlone();
};

void TestLag::ofSender_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<qint64>("head");
    QTest::addColumn<QList<qint64>>("positions"); // sent, written, flushed, replayed; -1: NULL
    QTest::addColumn<qint64>("interval");         // of all three; -1: NULL
    QTest::addColumn<Lag>("expected");
    using Positions = QList<qint64>;
    const QString streaming = QStringLiteral("streaming");

    QTest::newRow("idle and caught up: NULL intervals are 0")
        << streaming << qint64(1000) << Positions{1000, 1000, 1000, 1000} << qint64(-1) << Lag{0, 0, 0, 0, 0, 0, 0};
    QTest::newRow("NULL intervals with bytes behind are unknown, not 0")
        << streaming << qint64(1000) << Positions{1000, 1000, 1000, 400} << qint64(-1)
        << Lag{0, 0, 0, 600, 0, 0, std::nullopt};
    QTest::newRow("each stage counts from the head")
        << streaming << qint64(1000) << Positions{900, 800, 700, 600} << qint64(7) << Lag{100, 200, 300, 400, 7, 7, 7};
    QTest::newRow("without pg_monitor: nothing is known")
        << QString() << qint64(1000) << Positions{-1, -1, -1, -1} << qint64(-1) << Lag();
    QTest::newRow("without pg_monitor, whatever the row holds")
        << QString() << qint64(1000) << Positions{1000, 1000, 1000, 1000} << qint64(-1) << Lag();
    QTest::newRow("a backup's walsender has sent and flushed nothing")
        << QStringLiteral("backup") << qint64(1000) << Positions{0, -1, -1, -1} << qint64(-1) << Lag();
    QTest::newRow("a standby just connected: only what was sent is known")
        << streaming << qint64(1000) << Positions{600, -1, -1, -1} << qint64(-1) << Lag{.sendBytes = 400};
    QTest::newRow("a position read a moment after the head is not negative lag")
        << streaming << qint64(1000) << Positions{1200, 1100, 1000, 1000} << qint64(-1) << Lag{0, 0, 0, 0, 0, 0, 0};
    QTest::newRow("without a head nothing is known but the intervals")
        << streaming << qint64(-1) << Positions{1000, 1000, 1000, 1000} << qint64(5)
        << Lag{.writeMs = 5, .flushMs = 5, .replayMs = 5};
    QTest::newRow("beyond 2^53") << streaming << (qint64(1) << 60)
                                 << Positions{(qint64(1) << 60) - 1, 0, 0, (qint64(1) << 60) - 3} << qint64(1)
                                 << Lag{.sendBytes = 1, .replayBytes = 3, .writeMs = 1, .flushMs = 1, .replayMs = 1};
}

void TestLag::ofSender()
{
    QFETCH(QString, state);
    QFETCH(qint64, head);
    QFETCH(QList<qint64>, positions);
    QFETCH(qint64, interval);
    QFETCH(Lag, expected);
    NodeSample sample;
    sample.head = at(head);
    const WalSenderSample row{.state = state,
                              .sent = at(positions[0]),
                              .written = at(positions[1]),
                              .flushed = at(positions[2]),
                              .replayed = at(positions[3]),
                              .writeMs = value(interval),
                              .flushMs = value(interval),
                              .replayMs = value(interval)};
    const Lag lag = lagOfSender(sample, row);
    QCOMPARE(lag.sendBytes, expected.sendBytes);
    QCOMPARE(lag.writeBytes, expected.writeBytes);
    QCOMPARE(lag.flushBytes, expected.flushBytes);
    QCOMPARE(lag.replayBytes, expected.replayBytes);
    QCOMPARE(lag.writeMs, expected.writeMs);
    QCOMPARE(lag.flushMs, expected.flushMs);
    QCOMPARE(lag.replayMs, expected.replayMs);
}

void TestLag::ofSilentStandby_data()
{
    QTest::addColumn<qint64>("silentMs");
    QTest::addColumn<qint64>("ms"); // -1: not known
    QTest::newRow("just replied") << 0LL << 7LL;
    QTest::newRow("replies as seldom as is usual") << 10'000LL << 7LL;
    QTest::newRow("silent: its last intervals are no longer true") << 30'000LL << -1LL;
    QTest::newRow("its clock is a little ahead") << -500LL << 7LL;
}

void TestLag::ofSilentStandby()
{
    QFETCH(qint64, silentMs);
    NodeSample sample;
    sample.head = at(1000);
    sample.serverTime = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    WalSenderSample row{.state = QStringLiteral("streaming"), .replayed = at(400), .replayMs = 7};
    row.replyTime = sample.serverTime->addMSecs(-silentMs);
    const Lag lag = lagOfSender(sample, row);
    QCOMPARE(lag.replayBytes.value_or(-1), 600);
    QTEST(lag.replayMs.value_or(-1), "ms");
}

void TestLag::ofStandbyAlone_data()
{
    QTest::addColumn<QString>("receiver"); // status; "none": no receiver; empty: not permitted
    QTest::addColumn<qint64>("received");
    QTest::addColumn<qint64>("replayed");
    QTest::addColumn<qint64>("sinceCommitMs"); // -1: never replayed a commit
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<qint64>("ms");
    const QString streaming = QStringLiteral("streaming");

    QTest::newRow("idle and caught up: 0, however old the last commit")
        << streaming << 1000LL << 1000LL << 16'000LL << 0LL << 0LL;
    QTest::newRow("behind: the age of the last replayed commit is no lag")
        << streaming << 1000LL << 400LL << 2'500LL << 600LL << -1LL;
    QTest::newRow("behind, and never replayed a commit") << streaming << 1000LL << 400LL << -1LL << 600LL << -1LL;
    QTest::newRow("primary dead: all received is replayed, and nothing is known")
        << QStringLiteral("none") << 1000LL << 1000LL << 100LL << -1LL << -1LL;
    QTest::newRow("receiver waits") << QStringLiteral("waiting") << 1000LL << 1000LL << 100LL << -1LL << -1LL;
    QTest::newRow("receiver not permitted to be seen") << QString() << 1000LL << 1000LL << 100LL << -1LL << -1LL;
    QTest::newRow("receiver begins at the start of a segment, behind replay")
        << streaming << 900LL << 1000LL << 100LL << 0LL << 0LL;
    QTest::newRow("nothing received yet") << streaming << -1LL << 1000LL << 100LL << -1LL << -1LL;
    QTest::newRow("the server's clock was set back") << streaming << 1000LL << 400LL << -5'000LL << 600LL << -1LL;
}

void TestLag::ofStandbyAlone()
{
    QFETCH(QString, receiver);
    QFETCH(qint64, received);
    QFETCH(qint64, replayed);
    QFETCH(qint64, sinceCommitMs);
    NodeSample sample;
    sample.inRecovery = true;
    sample.received = at(received);
    sample.replayed = at(replayed);
    sample.serverTime = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    if (sinceCommitMs != -1)
        sample.lastReplayedCommit = sample.serverTime->addMSecs(-sinceCommitMs);
    if (receiver != QLatin1String("none"))
        sample.receiver = WalReceiverSample{.status = receiver};
    const Lag lag = lagOfStandbyAlone(sample);
    QTEST(lag.replayBytes.value_or(-1), "bytes");
    QTEST(lag.replayMs.value_or(-1), "ms");
    QVERIFY(!lag.sendBytes && !lag.writeBytes && !lag.flushBytes && !lag.writeMs && !lag.flushMs);
}

QTEST_GUILESS_MAIN(TestLag)
#include "test_lag.moc"
