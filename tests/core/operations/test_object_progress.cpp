#include "core/operations/object_progress.h"

#include <QTest>

using namespace howdah;

namespace {
QString at(const char *text)
{
    return QString::fromUtf8(text);
}

QHash<QString, qint64> sizes()
{
    return {{at("sales.orders"), 300}, {at("sales.customers"), 100}, {at("public.Odd Name"), 1}};
}
} // namespace

/// Lines as pg_dump and pg_restore 15 print them with --verbose.
class TestObjectProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneJob()
    {
        ObjectProgress progress(sizes());
        QCOMPARE(progress.totalObjects(), 3);
        QCOMPARE(progress.totalBytes(), 401);
        QVERIFY(!progress.hear(at("pg_dump: reading indexes")));
        QVERIFY(progress.hear(at("pg_dump: dumping contents of table \"public.Odd Name\"")));
        QCOMPARE(progress.doneObjects(), 0);
        QVERIFY(progress.hear(at("pg_dump: dumping contents of table \"sales.orders\"")));
        QCOMPARE(progress.doneBytes(), 1);
        QVERIFY(progress.hear(at("pg_dump: dumping contents of table \"sales.customers\"")));
        QCOMPARE(progress.doneBytes(), 301);
        QCOMPARE(progress.doneObjects(), 2);
    }

    void severalJobs()
    {
        ObjectProgress progress(sizes(), 0, true);
        progress.hear(at("pg_dump: dumping contents of table \"sales.orders\""));
        progress.hear(at("pg_dump: dumping contents of table \"sales.customers\""));
        QCOMPARE(progress.doneObjects(), 0);
        progress.hear(at("pg_dump: finished item 3393 TABLE DATA customers"));
        QCOMPARE(progress.doneBytes(), 100);
        progress.hear(at("pg_dump: finished item 3400 BLOBS BLOBS"));
        progress.hear(at("pg_dump: finished item 3394 TABLE DATA orders"));
        QCOMPARE(progress.doneBytes(), 400);
        QCOMPARE(progress.doneObjects(), 2);
    }

    void aRestoreCounts()
    {
        ObjectProgress progress({}, 3);
        for (const char *line :
             {"pg_restore: connecting to database for restore", "pg_restore: creating TABLE \"sales.orders\"",
              "pg_restore: processing data for table \"sales.orders\"", "pg_restore: executing SEQUENCE SET seq",
              "pg_restore: creating INDEX \"sales.orders_at\"", "pg_restore: finished item 3394 TABLE DATA orders"})
            progress.hear(at(line));
        QCOMPARE(progress.doneObjects(), 3); // never more than there are
        QCOMPARE(progress.totalBytes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestObjectProgress)
#include "test_object_progress.moc"
