#include "core/base/paths.h"
#include "core/operations/past_database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {
const QString systemIdentifier = QStringLiteral("7318");

CommittedTransaction transaction(quint32 id, quint64 at)
{
    return {.id = id,
            .commit = Lsn(at),
            .at = QDateTime::fromMSecsSinceEpoch(qint64(at) * 1000, Qt::UTC),
            .relations = {{RelationFile{1663, 5, 16385}, {.inserted = 1, .updated = 2, .deleted = id, .dropped = true}}},
            .changedCatalog = true,
            .catalogs = {5, 0},
            .bytes = 77};
}

QList<quint32> idsIn(const PastDatabase &database, bool newestFirst = false, const QDateTime &since = {})
{
    QList<quint32> ids;
    database.each(since, newestFirst, [&ids](const CommittedTransaction &one) {
        ids << one.id;
        return true;
    });
    return ids;
}
} // namespace

class TestPastDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    }

    void transactionsComeBack()
    {
        fill({{1, std::nullopt}});
        PastDatabase database;
        QVERIFY(database.open(systemIdentifier));
        CommittedTransaction back;
        database.each({}, false, [&back](const CommittedTransaction &one) {
            back = one;
            return false;
        });
        const CommittedTransaction wanted = transaction(10, 1000);
        QCOMPARE(back.id, wanted.id);
        QCOMPARE(back.commit, wanted.commit);
        QCOMPARE(back.at, wanted.at);
        QCOMPARE(back.bytes, wanted.bytes);
        QCOMPARE(back.catalogs, wanted.catalogs);
        QVERIFY(back.changedCatalog);
        const RelationChanges changes = back.relations.value(RelationFile{1663, 5, 16385});
        QCOMPARE(changes.inserted, 1);
        QCOMPARE(changes.deleted, 10);
        QVERIFY(changes.dropped);
        QCOMPARE(idsIn(database), (QList<quint32>{10, 20, 30}));
        QCOMPARE(idsIn(database, true), (QList<quint32>{30, 20, 10}));
        QCOMPARE(idsIn(database, false, QDateTime::fromMSecsSinceEpoch(2000000, Qt::UTC)), (QList<quint32>{20, 30}));
        QCOMPARE(database.restorePoints().value(0).name, QStringLiteral("lunch"));
    }

    void whatIsKnownDependsOnTheWay_data()
    {
        using Way = QList<TimelineEntry>;
        QTest::addColumn<Way>("way");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("the same") << Way{{1, std::nullopt}} << true;
        QTest::newRow("gone on to another timeline behind what is known")
            << Way{{1, Lsn(5000)}, {2, std::nullopt}} << true;
        QTest::newRow("left before the end of what is known") << Way{{1, Lsn(2500)}, {2, std::nullopt}} << false;
        QTest::newRow("another timeline") << Way{{3, std::nullopt}} << false;
    }
    void whatIsKnownDependsOnTheWay()
    {
        QFETCH(QList<TimelineEntry>, way);
        QFETCH(bool, isKnown);
        fill({{1, std::nullopt}});
        PastDatabase database;
        QVERIFY(database.open(systemIdentifier));
        const PastDatabase::Known known = database.knownOn(way);
        QCOMPARE(known.isAnything(), isKnown);
        QCOMPARE(idsIn(database).size(), isKnown ? 3 : 0);
        if (isKnown)
            QCOMPARE(known.resume, Lsn(2900));
    }

    void namesAreRemembered()
    {
        {
            PastDatabase database;
            QVERIFY(database.open(systemIdentifier));
            database.remember(5, QStringLiteral("shop"),
                              {{16385, {.database = QStringLiteral("shop"),
                                        .name = QStringLiteral("public.users"),
                                        .holdsRows = true}}});
        }
        PastDatabase database;
        QVERIFY(database.open(systemIdentifier));
        // A server that has dropped it, and its database.
        RelationNames names([](const QString &) { return Result<Connection>(Error{.code = ErrorCode::Unreachable}); },
                            database.memory());
        const KnownRelation *known = names.find({1663, 5, 16385});
        QVERIFY(known);
        QCOMPARE(known->name, QStringLiteral("public.users"));
        QVERIFY(known->isGone);
        QCOMPARE(names.database(5), QStringLiteral("shop"));
        QVERIFY(!names.find({1663, 5, 99999}));
    }

    /// However much is read, so many stay; what is known begins later then.
    void theOldestGo()
    {
        PastDatabase database(100);
        QVERIFY(database.open(systemIdentifier));
        QVERIFY(!database.knownOn({{1, std::nullopt}}).isAnything());
        QVERIFY(database.hasRoom());
        PastDatabase::Known known{.first = Lsn(1), .last = Lsn(1), .resume = Lsn(1)};
        for (quint32 batch = 0; batch < 20; ++batch) {
            database.begin();
            for (quint32 i = 0; i < 20; ++i)
                database.add(transaction(batch * 20 + i + 1, (batch * 20 + i + 1) * 100));
            known.last = known.resume = Lsn((batch * 20 + 20) * 100);
            database.keep(known);
        }
        const QList<quint32> left = idsIn(database);
        QVERIFY2(left.size() <= 120 && left.size() >= 75, qPrintable(QString::number(left.size())));
        QCOMPARE(left.last(), 400U);
        QCOMPARE(known.first, Lsn(left.first() * 100));
        QVERIFY(!database.hasRoom());
        QCOMPARE(database.knownOn({{1, std::nullopt}}).first, known.first);
    }

    void aDamagedFileIsBegunAnew()
    {
        fill({{1, std::nullopt}});
        QFile file(paths::stateDirectory() + QStringLiteral("/past/7318.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20000, 'x'));
        file.close();
        PastDatabase database;
        QVERIFY(database.open(systemIdentifier));
        QCOMPARE(idsIn(database).size(), 0);
        QVERIFY(!database.knownOn({{1, std::nullopt}}).isAnything());
    }

private:
    static void fill(const QList<TimelineEntry> &way)
    {
        PastDatabase database;
        QVERIFY(database.open(systemIdentifier));
        QVERIFY(!database.knownOn(way).isAnything());
        database.begin();
        for (const quint32 id : {10U, 20U, 30U})
            database.add(transaction(id, id * 100));
        database.add(RestorePoint{.name = QStringLiteral("lunch"), .lsn = Lsn(2500)});
        PastDatabase::Known known{.first = Lsn(1), .last = Lsn(3000), .resume = Lsn(2900)};
        database.keep(known);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestPastDatabase)
#include "test_past_database.moc"
