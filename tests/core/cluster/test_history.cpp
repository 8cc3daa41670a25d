#include "core/cluster/history.h"
#include "core/cluster/history_database.h"
#include "tests/core/cluster/sample_cluster.h"

#include <QFileInfo>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString cluster = QStringLiteral("c"), node = QStringLiteral("n2");

/// Values one after the other: a number, '-' for not known, '.' for no sample at all.
QList<HistoryBucket> buckets(const QByteArray &pattern, qint64 stepMs)
{
    QList<HistoryBucket> found;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const double value = pattern[i] - '0';
        if (pattern[i] == '-')
            found << HistoryBucket{.atMs = i * stepMs};
        else if (pattern[i] != '.')
            found << HistoryBucket{i * stepMs, value, value, value, 1};
    }
    return found;
}

/// Segments as text: "start:minimum/average/maximum", points parted by spaces, segments by bars.
QString words(const HistorySegments &segments)
{
    QStringList all;
    for (const QList<HistoryPoint> &segment : segments) {
        QStringList points;
        for (const HistoryPoint &point : segment)
            points << QStringLiteral("%1:%2/%3/%4")
                          .arg(point.atMs)
                          .arg(point.minimum)
                          .arg(point.average)
                          .arg(point.maximum);
        all << points.join(u' ');
    }
    return all.join(QStringLiteral(" | "));
}

double highest(const HistorySegments &segments)
{
    double most = -1;
    for (const QList<HistoryPoint> &segment : segments)
        for (const HistoryPoint &point : segment)
            most = std::max(most, point.maximum);
    return most;
}

qsizetype pointsIn(const HistorySegments &segments)
{
    qsizetype count = 0;
    for (const QList<HistoryPoint> &segment : segments)
        count += segment.size();
    return count;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_file = m_directory->filePath(QStringLiteral("history.db"));
    }
    void segments_data();
    void segments();
    void rollUpsKeepPeaks_data();
    void rollUpsKeepPeaks();
    void pruningKeepsCoarserLevels();
    void sizeStaysBelowItsLimit();
    void earlierVersionsAreBroughtUpToDate();
    void laterVersionIsLeftAlone();
    void damagedFileIsMovedAside_data();
    void damagedFileIsMovedAside();
    void damageWhileWritingIsMovedAside();
    void unwritablePlaceStopsNothing();
    void recordsStandbysOfSnapshots();
    void eventsComeFromChanges();
    void answersArriveOnTheAskersThread();
    void answerForSomebodyGoneIsDropped();
    void closingWritesWhatIsQueued();

private:
    /// One value a second for `seconds`, ending at `endMs`; `peakAt` seconds from the start it is 1000, else 1.
    void fill(HistoryDatabase &database, qint64 endMs, int seconds, int peakAt)
    {
        database.begin();
        for (int i = 0; i < seconds; ++i)
            database.add({.cluster = cluster,
                          .node = node,
                          .kind = LagKind::ReplayBytes,
                          .atMs = endMs - qint64(seconds - i) * 1000,
                          .value = i == peakAt ? 1000 : 1});
        database.commit();
    }

    /// What History answers, waited for.
    HistorySegments lagOf(History &history, qint64 fromMs, qint64 toMs, int points = 600)
    {
        std::optional<QHash<QString, HistorySegments>> answer;
        history.lag(cluster, LagKind::ReplayBytes, fromMs, toMs, points, this, [&](const auto &all) { answer = all; });
        return QTest::qWaitFor([&] { return answer.has_value(); }) ? answer->value(node) : HistorySegments();
    }

    QList<HistoryEvent> eventsOf(History &history)
    {
        std::optional<QList<HistoryEvent>> answer;
        history.events(cluster, 0, std::numeric_limits<qint64>::max(), this, [&](const auto &all) { answer = all; });
        return QTest::qWaitFor([&] { return answer.has_value(); }) ? *answer : QList<HistoryEvent>();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_file;
};

void TestHistory::segments_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<qint64>("bucketMs");
    QTest::addColumn<double>("gapMs");
    QTest::addColumn<QString>("expected");
    const qint64 raw = 1;
    QTest::newRow("nothing") << QByteArray() << raw << 3000.0 << "";
    QTest::newRow("nothing known") << QByteArray("---") << raw << 3000.0 << "";
    QTest::newRow("one value") << QByteArray("5") << raw << 3000.0 << "0:5/5/5";
    QTest::newRow("unbroken") << QByteArray("12") << raw << 3000.0 << "0:1/1/1 1000:2/2/2";
    QTest::newRow("two samples missed are no gap") << QByteArray("1..2") << raw << 3000.0 << "0:1/1/1 3000:2/2/2";
    QTest::newRow("three are") << QByteArray("1...2") << raw << 3000.0 << "0:1/1/1 | 4000:2/2/2";
    QTest::newRow("not known is a gap, however short") << QByteArray("1-2") << raw << 3000.0 << "0:1/1/1 | 2000:2/2/2";
    QTest::newRow("joined: peak and average") << QByteArray("1913") << qint64(2000) << 3000.0 << "0:1/5/9 2000:1/2/3";
    QTest::newRow("joined: a gap within a point") << QByteArray("1-31") << qint64(4000) << 3000.0 << "0:1/1.66667/3";
    QTest::newRow("joined: a gap between points")
        << QByteArray("11-11") << qint64(2000) << 3000.0 << "0:1/1/1 | 2000:1/1/1 4000:1/1/1";
}

void TestHistory::segments()
{
    QFETCH(QByteArray, pattern);
    QFETCH(qint64, bucketMs);
    QFETCH(double, gapMs);
    QFETCH(QString, expected);
    QCOMPARE(words(segmentsOf(buckets(pattern, 1000), bucketMs, gapMs)), expected);
}

void TestHistory::rollUpsKeepPeaks_data()
{
    QTest::addColumn<qint64>("rangeMs");
    QTest::addColumn<int>("points");
    QTest::newRow("5 minutes, raw") << 5 * minuteMs << 600;
    QTest::newRow("an hour, by 10 s") << hourMs << 300;
    QTest::newRow("an hour, on 50 points") << hourMs << 50;
    QTest::newRow("a day, by minutes") << dayMs << 600;
    QTest::newRow("a month, by 10 minutes") << 30 * dayMs << 600;
    QTest::newRow("a month on 10 points") << 30 * dayMs << 10;
}

void TestHistory::rollUpsKeepPeaks()
{
    QFETCH(qint64, rangeMs);
    QFETCH(int, points);
    const qint64 endMs = 1'800'000'000'000;
    HistoryDatabase database({.file = m_file});
    fill(database, endMs, 1800, 1700);
    const HistorySegments found =
        database.lag(cluster, LagKind::ReplayBytes, endMs - rangeMs, endMs, points).value(node);
    QCOMPARE(found.size(), 1);
    QCOMPARE(highest(found), 1000.0);
    QVERIFY2(pointsIn(found) <= points + 2, qPrintable(QString::number(pointsIn(found))));
    QVERIFY(pointsIn(found) >= 1);
    QVERIFY(database.lag(cluster, LagKind::SendBytes, endMs - rangeMs, endMs, points).isEmpty());
    QVERIFY(database.lag(QStringLiteral("other"), LagKind::ReplayBytes, endMs - rangeMs, endMs, points).isEmpty());
}

void TestHistory::pruningKeepsCoarserLevels()
{
    const qint64 endMs = 1'800'000'000'000;
    HistoryDatabase database({.file = m_file});
    fill(database, endMs, 600, 5);
    database.prune(endMs + 2 * dayMs); // raw and 10 s are gone, minutes are left
    const HistorySegments found =
        database.lag(cluster, LagKind::ReplayBytes, endMs - 10 * minuteMs, endMs, 600).value(node);
    QCOMPARE(highest(found), 1000.0);
    QVERIFY(pointsIn(found) <= 11);
    database.prune(endMs + 100 * dayMs);
    QVERIFY(database.lag(cluster, LagKind::ReplayBytes, endMs - 10 * minuteMs, endMs, 600).isEmpty());
}

void TestHistory::sizeStaysBelowItsLimit()
{
    const qint64 endMs = 1'800'000'000'000, limit = 300'000;
    HistoryDatabase database({.file = m_file, .limitBytes = limit});
    for (int batch = 0; batch < 20; ++batch)
        fill(database, endMs + batch * hourMs, 3000, 2999);
    QVERIFY2(QFileInfo(m_file).size() <= limit + 100'000, qPrintable(QString::number(QFileInfo(m_file).size())));
    const qint64 last = endMs + 19 * hourMs;
    QCOMPARE(highest(database.lag(cluster, LagKind::ReplayBytes, last - minuteMs, last, 600).value(node)), 1000.0);
    QVERIFY(database.damage().isEmpty());
}

void TestHistory::earlierVersionsAreBroughtUpToDate()
{
    const qint64 atMs = 1'800'000'000'000;
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
        old.setDatabaseName(m_file);
        QVERIFY(old.open());
        QVERIFY(migrateHistorySchema(old, 1));
        QSqlQuery query(old);
        QVERIFY(query.exec(QStringLiteral("INSERT INTO series VALUES (1, 'c', 'n2', 3)")));
        QVERIFY(query.exec(QStringLiteral("INSERT INTO bucket VALUES (0, 1, %1, 7, 7, 7, 1)").arg(atMs)));
        QVERIFY(!query.exec(QStringLiteral("SELECT * FROM event")));
        query.clear();
        old.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("old"));
    HistoryDatabase database({.file = m_file});
    QVERIFY2(database.damage().isEmpty(), qPrintable(database.damage()));
    QCOMPARE(highest(database.lag(cluster, LagKind::ReplayBytes, atMs - 1000, atMs + 1000, 100).value(node)), 7.0);
    database.add(cluster, {.atMs = atMs, .kind = QStringLiteral("up"), .text = QStringLiteral("back")});
    QCOMPARE(database.events(cluster, 0, atMs).size(), 1);
}

void TestHistory::laterVersionIsLeftAlone()
{
    {
        HistoryDatabase database({.file = m_file});
        QVERIFY(database.damage().isEmpty());
    }
    {
        QSqlDatabase later = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("later"));
        later.setDatabaseName(m_file);
        QVERIFY(later.open());
        QVERIFY(QSqlQuery(later).exec(QStringLiteral("PRAGMA user_version = 99")));
        later.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("later"));
    HistoryDatabase database({.file = m_file});
    QVERIFY(database.damage().contains(QStringLiteral("later version")));
    fill(database, 1'800'000'000'000, 3, 0);
    QVERIFY(database.lag(cluster, LagKind::ReplayBytes, 0, 2'000'000'000'000, 100).isEmpty());
    QCOMPARE(QDir(m_directory->path()).entryList({QStringLiteral("*.damaged-*")}).size(), 0);
}

void TestHistory::damagedFileIsMovedAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray(
        "this is a text file, and a rather long one, much longer than a header would be, "
        "so that SQLite reads it as a header and does not take it for an empty file");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\x55');
}

void TestHistory::damagedFileIsMovedAside()
{
    QFETCH(QByteArray, content);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const qint64 atMs = 1'800'000'000'000;
    HistoryDatabase database({.file = m_file});
    QVERIFY2(database.damage().contains(QStringLiteral(".damaged-")), qPrintable(database.damage()));
    const QStringList aside = QDir(m_directory->path()).entryList({QStringLiteral("history.db.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QVERIFY2(database.damage().contains(aside.first()), qPrintable(database.damage()));
    fill(database, atMs, 3, 0);
    QCOMPARE(highest(database.lag(cluster, LagKind::ReplayBytes, atMs - 5000, atMs, 100).value(node)), 1000.0);
}

void TestHistory::damageWhileWritingIsMovedAside()
{
    const qint64 atMs = 1'800'000'000'000;
    {
        HistoryDatabase database({.file = m_file});
        fill(database, atMs, 5000, 0);
    }
    QFile file(m_file); // the header stays; every page after the first few is overwritten
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    QVERIFY(size > 100'000);
    file.seek(8192);
    file.write(QByteArray(size - 8192, '\x55'));
    file.close();
    HistoryDatabase database({.file = m_file});
    fill(database, atMs + 60'000, 60, 0);
    fill(database, atMs + 120'000, 60, 0);
    QVERIFY2(database.damage().contains(QStringLiteral(".damaged-")), qPrintable(database.damage()));
    QCOMPARE(highest(database.lag(cluster, LagKind::ReplayBytes, atMs + 60'000, atMs + 120'000, 100).value(node)),
             1000.0);
}

void TestHistory::unwritablePlaceStopsNothing()
{
    History history({.file = m_directory->filePath(QStringLiteral("missing/history.db"))});
    history.recordEvent(cluster, {.kind = QStringLiteral("up")});
    history.flush();
    QVERIFY(!history.damage().isEmpty());
    QVERIFY(eventsOf(history).isEmpty());
    QVERIFY(lagOf(history, 0, 1).isEmpty());
}

void TestHistory::recordsStandbysOfSnapshots()
{
    SampleCluster samples;
    samples.now = QDateTime::currentDateTimeUtc();
    samples.primary(QStringLiteral("n1"));
    samples.standby(node, QStringLiteral("n1"));
    History history({.file = m_file});
    ClusterSnapshotPtr snapshot;
    for (int i = 0; i < 10; ++i) {
        samples.samples[0].senders[0].replayed = Lsn(SampleCluster::head - quint64(i));
        if (i == 5)
            samples.samples[0].senders[0].state.clear(); // not permitted for a moment: a gap
        snapshot = samples.snapshot(snapshot);
        history.record(snapshot);
        history.record(snapshot); // the same samples again, as when another node was sampled: nothing new
        samples.samples[0].senders[0].state = QStringLiteral("streaming");
        samples.samples[1].receiver->status = i == 4 ? QString() : QStringLiteral("streaming");
        samples.pass(1000);
    }
    const qint64 endMs = samples.now.toMSecsSinceEpoch();
    const HistorySegments found = lagOf(history, endMs - 20'000, endMs + 1);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].size(), 5);
    QCOMPARE(found[1].size(), 4);
    QCOMPARE(found[1].last().maximum, 9.0);
    QVERIFY(history.damage().isEmpty());
}

void TestHistory::eventsComeFromChanges()
{
    SampleCluster samples;
    samples.primary(QStringLiteral("n1"));
    samples.standby(node, QStringLiteral("n1"));
    History history({.file = m_file});
    ClusterSnapshotPtr snapshot;
    const auto record = [&] {
        snapshot = samples.snapshot(snapshot);
        history.record(snapshot);
        samples.pass(1000);
    };
    record();
    samples.samples[1].replayPause = ReplayPause::Paused;
    record();
    record();
    samples.samples[1].replayPause = ReplayPause::NotPaused;
    record();
    const NodeSample primary = samples.samples[0];
    samples.fail(QStringLiteral("n1"));
    record();
    samples.samples[1].inRecovery = false;
    samples.samples[1].timeline = 2;
    record();
    samples.samples[0] = primary;
    samples.samples[0].takenAt = samples.now;
    samples.samples[0].inRecovery = true;
    record();
    history.recordEvent(cluster, {.atMs = samples.now.toMSecsSinceEpoch(),
                                  .kind = QStringLiteral("operation"),
                                  .text = QStringLiteral("failover")});
    QStringList kinds;
    for (const HistoryEvent &event : eventsOf(history)) {
        QVERIFY(!event.text.isEmpty() && event.atMs > 0);
        kinds << (event.kind + u' ' + event.node).trimmed();
    }
    QCOMPARE(kinds.join(u','), QStringLiteral("paused n2,resumed n2,down n1,promoted n2,up n1,demoted n1,operation"));
}

void TestHistory::answersArriveOnTheAskersThread()
{
    History history({.file = m_file});
    QThread *answered = nullptr;
    history.events(cluster, 0, 1, this, [&](const auto &) { answered = QThread::currentThread(); });
    QTRY_COMPARE(answered, thread());
}

void TestHistory::answerForSomebodyGoneIsDropped()
{
    History history({.file = m_file});
    bool answered = false;
    {
        QObject asker;
        history.events(cluster, 0, 1, &asker, [&](const auto &) { answered = true; });
        history.flush();
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestHistory::closingWritesWhatIsQueued()
{
    {
        History history({.file = m_file});
        for (int i = 0; i < 100; ++i)
            history.recordEvent(cluster, {.atMs = QDateTime::currentMSecsSinceEpoch(),
                                          .kind = QStringLiteral("up"),
                                          .text = QStringLiteral("x")});
    }
    History history({.file = m_file});
    QCOMPARE(eventsOf(history).size(), 100);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "test_history.moc"
