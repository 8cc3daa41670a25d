#include "tests/live/operations/dump_lab.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// Files that are no dump, or no whole one: nothing is touched.
class TestRestoreBadInput : public QObject, private DumpLab
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(begin(0)); }

    void badFilesAreToldBefore_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *title, const QByteArray &content, const char *check, const char *said) {
            QTest::newRow(title) << content << at(check) << at(said);
        };
        row("not a dump", "Dear diary,\n", "file", " is no dump");
        row("empty", "", "file", " is no dump");
        row("an archive of times to come", QByteArray("PGDMP\x01\x63\x00\x04\x08\x01", 11), "file",
            "comes from a newer pg_dump");
        row("a gzip of something else", QByteArray::fromHex("1f8b080000000000000003cb48cdc9c9e7020020303a3606000000"),
            "file", " is no dump");
        row("SQL without its end", "--\n-- PostgreSQL database dump\n--\nCREATE TABLE t (a int);\n", "file",
            "no last line");
        row("all databases",
            "--\n-- PostgreSQL database cluster dump\n--\n\\connect shop\n-- PostgreSQL database cluster dump "
            "complete\n",
            "file", "makes databases");
    }

    void badFilesAreToldBefore()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, check);
        QFETCH(QString, said);
        const QString path = written(content);
        const Preparation preparation =
            m_operation->prepared(at("restore"), {{at("file"), path}, {at("into"), at("nowhere")}});
        QVERIFY(preparation.readiness == Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(verdict.startsWith(at("blocked")) && verdict.contains(said), qPrintable(verdict));
    }

    void anArchiveCutOffTouchesNothing_data()
    {
        QTest::addColumn<int>("bytes"); // from the end
        QTest::newRow("in its data") << 300;
        QTest::newRow("in its list") << 1000000;
    }

    void anArchiveCutOffTouchesNothing()
    {
        QFETCH(int, bytes);
        QFile whole(fileOf(take(QString())));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray content = whole.readAll();
        const QString path = written(content.left(std::max<qsizetype>(200, content.size() - bytes)));
        const Preparation preparation =
            m_operation->prepared(at("restore"), {{at("file"), path}, {at("into"), at("cut")}});
        if (preparation.readiness != Readiness::NotReady) {
            const RunOutcome outcome = m_operation->run(preparation);
            QCOMPARE(outcome.state, OperationState::Undone);
            QCOMPARE(outcome.entry.steps.first().id, at("read"));
            QCOMPARE(outcome.entry.steps.at(1).state, StepState::Waiting);
        }
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = 'cut'")), at("0"));
        QCOMPARE(left(), QString());
    }

    void aFlippedByteIsSeenByTheDigest()
    {
        const QString file = fileOf(take(QString()));
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadWrite));
        QVERIFY(whole.seek(whole.size() / 2));
        const char was = whole.read(1).at(0);
        QVERIFY(whole.seek(whole.size() / 2));
        const char flipped = static_cast<char>(was ^ 1);
        QVERIFY(whole.write(&flipped, 1) == 1);
        whole.close();
        const RunOutcome outcome = m_operation->run(at("restore"), {{at("file"), file}});
        QCOMPARE(outcome.state, OperationState::Undone);
        QVERIFY2(outcome.error->full().contains(at("another SHA-256")), why(outcome).constData());
        QCOMPARE(left(), QString());
    }
};

QTEST_GUILESS_MAIN(TestRestoreBadInput)
#include "test_restore_bad_input.moc"
