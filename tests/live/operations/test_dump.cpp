#include "tests/live/operations/dump_lab.h"

#include "core/backup/dump_record.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// Dumps of a database in every form, and what keeps one from being taken.
class TestDump : public QObject, private DumpLab
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(begin(1)); }

    void everyFormComesBackWhole_data()
    {
        QTest::addColumn<QString>("dump");
        QTest::addColumn<QString>("restore");
        QTest::newRow("custom") << at("format=custom") << QString();
        QTest::newRow("directory, several jobs") << at("format=directory jobs=2") << at("jobs=2");
        QTest::newRow("tar") << at("format=tar") << QString();
        QTest::newRow("plain") << at("format=plain") << at("into=of_plain");
        QTest::newRow("plain, packed") << at("format=plain compression=gzip") << at("into=of_packed");
    }

    void everyFormComesBackWhole()
    {
        QFETCH(QString, dump);
        QFETCH(QString, restore);
        const RunOutcome dumped = take(dump);
        Arguments wanted = arguments(restore);
        wanted.insert(at("file"), fileOf(dumped));
        const RunOutcome restored = m_operation->run(at("restore"), wanted);
        QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        const QString database = restored.entry.result.value(QLatin1String("database")).toString();
        QVERIFY(database != at("shop"));
        QCOMPARE(everything(database), everything(at("shop")));
        drop(database);
        QCOMPARE(left(), QString());
    }

    void theRecordSaysWhatWasTaken()
    {
        const RunOutcome dumped = take(at("format=directory jobs=2 label=lunch"));
        const QString directory = QFileInfo(fileOf(dumped)).path();
        QFile file(directory + QLatin1Char('/') + QLatin1String(DumpRecord::recordName));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<DumpRecord> record = dumpFromRecord(QJsonDocument::fromJson(file.readAll()).object(), directory);
        QVERIFY(record);
        QCOMPARE(record->path(), fileOf(dumped));
        QCOMPARE(record->label, at("lunch"));
        QCOMPARE(record->takenFrom, n1);
        QVERIFY(record->bytes > 0 && record->startedAt.isValid() && record->endedAt >= record->startedAt);
        QVERIFY(QFile::exists(directory + QLatin1Char('/') + QLatin1String(DumpRecord::globalsName)));
        QCOMPARE(dumped.entry.result.value(QLatin1String("dump")).toObject().value(QLatin1String("sha256")).toString(),
                 record->sha256);
    }

    void progressNamesObjectsAndBytes()
    {
        int objects = 0;
        qint64 bytes = 0;
        m_operation->run(m_operation->prepared(at("dump"), arguments(at("database=shop"))),
                         [&](const OperationEvent &event) {
                             if (event.kind != OperationEvent::Kind::Progress)
                                 return;
                             objects = std::max(objects, event.totalObjects);
                             bytes = std::max(bytes, event.totalBytes);
                             if (event.doneObjects > event.totalObjects || event.doneBytes > event.totalBytes)
                                 QTest::qFail("More is done than there is.", __FILE__, __LINE__);
                         });
        QCOMPARE(objects, 3);
        QVERIFY(bytes > 0);
    }

    void whoSeesNotAllRowsIsTold()
    {
        inDatabase(at("shop"), at("CREATE ROLE reader LOGIN PASSWORD 'reader'; GRANT pg_read_all_data TO reader;"
                                  "ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY"));
        LiveOperation asReader(*m_lab);
        ClusterDefinition cluster = m_lab->cluster();
        ConnInfo info = cluster.nodes.first().connInfo;
        info.set(at("user"), at("reader"));
        cluster.nodes.first().connInfo = info;
        Environment environment = asReader.environment;
        environment.fillPassword = [](ConnInfo &asked) { asked.setPassword(Secret(at("reader"))); };
        const Result<Preparation> preparation =
            prepare(*findOperation(at("dump")), cluster, arguments(at("database=shop")), environment);
        inDatabase(at("shop"), at("ALTER TABLE sales.orders DISABLE ROW LEVEL SECURITY"));
        QVERIFY(preparation);
        const QString hidden = LiveOperation::verdict(*preparation, at("row-security"));
        QVERIFY2(hidden.startsWith(at("blocked: Policies keep rows of sales.orders")), qPrintable(hidden));
        // Its password is known to Howdah alone: pg_dump could not log in.
        const QString login = LiveOperation::verdict(*preparation, at("login"));
        QVERIFY2(login.startsWith(at("blocked: The user ")), qPrintable(login));
    }

    void aLockThatStaysEndsTheDump()
    {
        const ConnInfo info = m_lab->connInfo(n1).with(at("dbname"), at("shop"));
        const Deadline deadline = Deadline::after(Milliseconds{10000});
        Result<Connection> session = Connection::open(info, deadline);
        QVERIFY(session);
        QVERIFY(session->query(at("BEGIN"), {}, deadline));
        QVERIFY(session->query(at("LOCK sales.orders IN ACCESS EXCLUSIVE MODE"), {}, deadline));
        const Preparation preparation =
            m_operation->prepared(at("dump"), arguments(at("database=shop lock-wait-timeout=100ms")));
        const QString locked = LiveOperation::verdict(preparation, at("locks"));
        QVERIFY2(locked.startsWith(at("warning: A session holds sales.orders")), qPrintable(locked));
        const RunOutcome outcome = m_operation->run(preparation);
        QCOMPARE(outcome.state, OperationState::Undone);
        QVERIFY2(outcome.error->full().contains(at("LOCK TABLE sales.orders")), why(outcome).constData());
        QVERIFY(QDir(dumps()).entryList({at(".unfinished*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
    }

    void ofAStandby()
    {
        QVERIFY(m_lab->waitUntilReplayed(at("n2")));
        const RunOutcome dumped = take(at("from=n2"));
        const RunOutcome restored = m_operation->run(at("restore"), {{at("file"), fileOf(dumped)}});
        QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        QCOMPARE(everything(at("shop_restored")), everything(at("shop")));
        drop(at("shop_restored"));
    }
};

QTEST_GUILESS_MAIN(TestDump)
#include "test_dump.moc"
