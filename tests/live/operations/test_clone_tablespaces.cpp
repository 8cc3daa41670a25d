#include "tests/live/operations/live_operation.h"

#include <QDir>
#include <QFileInfo>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString cloneId = QStringLiteral("clone");
const QString n1 = QStringLiteral("n1");
} // namespace

/// A source with tablespaces of its own, on the same host: each gets another place, and the source's stay as they are.
class TestCloneTablespaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_directory = m_lab->lab().directory;
        m_owner.user = m_lab->lab().systemUser;
        m_host = *m_lab->hosts().find(QStringLiteral("local"));
        makeTablespace(QStringLiteral("fast"), m_directory + QStringLiteral("/ts fast"));
        makeTablespace(QStringLiteral("Odd; name"), m_directory + QStringLiteral("/a=b;c"));
        m_places = places(n1);
    }
    void cleanup()
    {
        if (m_lab)
            QCOMPARE(places(n1), m_places);
    }

    void aStopInMidCopyTakesThemBack()
    {
        const QString empty = m_directory + QStringLiteral("/empty");
        QVERIFY(m_host->makeDirectory(empty, 0700, m_owner, Deadline::never()));
        const QStringList before = entries();
        std::stop_source source;
        const RunOutcome outcome = m_operation->run(
            cloneId,
            {{QStringLiteral("rate"), QStringLiteral("1M")},
             {QStringLiteral("tablespaces"),
              QStringLiteral("%1/ts fast=%1/empty;%1/a\\=b\\;c=%1/other").arg(m_directory)}},
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Progress)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(entries(), before);
        QVERIFY2(QDir(empty).isEmpty(), "the empty directory is empty again");
    }

    void eachGetsAPlaceBesideTheTarget()
    {
        const RunOutcome outcome = m_operation->run(cloneId, {{QStringLiteral("compression"), QStringLiteral("zstd")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n2")));
        QCOMPARE(m_lab->sql(QStringLiteral("n2"), QStringLiteral("SELECT sum(id) FROM in_fast")),
                 QStringLiteral("500500"));
        QCOMPARE(places(QStringLiteral("n2")), QStringLiteral("%1/n2-Odd__name/data|%1/n2-fast/data").arg(m_directory));
        QCOMPARE(
            m_lab->sql(QStringLiteral("n2"), QStringLiteral("SELECT current_setting('recovery_init_sync_method')")),
            m_lab->sql(n1, QStringLiteral("SELECT current_setting('recovery_init_sync_method')")));
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<QString>("words");
        QTest::newRow("one has no place") << QStringLiteral("%1/ts fast=%1/x") << QStringLiteral("has no place");
        QTest::newRow("occupied") << QStringLiteral("%1/ts fast=%1/n1;%1/a\\=b\\;c=%1/x")
                                  << QStringLiteral("is not empty");
        QTest::newRow("the source's own")
            << QStringLiteral("%1/ts fast=%1/ts fast;%1/a\\=b\\;c=%1/x") << QStringLiteral("is not empty");
        QTest::newRow("in a data directory") << QStringLiteral("%1/ts fast=%1/n1/base/x;%1/a\\=b\\;c=%1/x")
                                             << QStringLiteral("inside the data directory");
        QTest::newRow("in the target") << QStringLiteral("%1/ts fast=%1/x;%1/a\\=b\\;c=%1/x")
                                       << QStringLiteral("lie in one another");
        QTest::newRow("nowhere") << QStringLiteral("%1/ts fast=/nowhere/at/all;%1/a\\=b\\;c=%1/x")
                                 << QStringLiteral("does not exist");
    }

    void isRefused()
    {
        QFETCH(QString, mapping);
        QFETCH(QString, words);
        const Preparation preparation =
            m_operation->prepared(cloneId, {{QStringLiteral("tablespaces"), mapping.arg(m_directory)}});
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("tablespaces"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked")) && verdict.contains(words),
                 qPrintable(verdict + preparation.sentence));
    }

    void whatIsNoMappingIsNoArgument_data()
    {
        QTest::addColumn<QString>("mapping");
        QTest::newRow("half") << QStringLiteral("/old");
        QTest::newRow("relative") << QStringLiteral("/old=new");
        QTest::newRow("not one of the source's") << QStringLiteral("/old=/new");
    }

    void whatIsNoMappingIsNoArgument()
    {
        QFETCH(QString, mapping);
        const Preparation preparation = m_operation->prepared(cloneId, {{QStringLiteral("tablespaces"), mapping}});
        QVERIFY(preparation.objections.contains(QStringLiteral("tablespaces")));
    }

private:
    void makeTablespace(const QString &name, const QString &path)
    {
        QVERIFY(m_host->makeDirectory(path, 0700, m_owner, Deadline::never()));
        m_lab->sql(n1, QStringLiteral("CREATE TABLESPACE \"%1\" LOCATION '%2'").arg(name, path));
        m_lab->sql(n1,
                   QStringLiteral("CREATE TABLE \"in_%1\" TABLESPACE \"%1\" AS SELECT generate_series(1, 1000) AS id")
                       .arg(name));
    }
    [[nodiscard]] QString places(const QString &node) const
    {
        return m_lab->sql(node,
                          QStringLiteral("SELECT string_agg(pg_tablespace_location(oid), '|' ORDER BY spcname COLLATE "
                                         "\"C\") FROM pg_tablespace WHERE spcname NOT LIKE 'pg\\_%'"));
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_directory, m_places;
    As m_owner;
    std::shared_ptr<Host> m_host;
};

QTEST_GUILESS_MAIN(TestCloneTablespaces)
#include "test_clone_tablespaces.moc"
