#include "tests/fault/killed_console.h"

#include <QFile>

using namespace howdah;
using namespace howdah::test;

namespace {
const QStringList steps{QStringLiteral("slot"),  QStringLiteral("copy"),   QStringLiteral("verify-copy"),
                        QStringLiteral("configure"), QStringLiteral("place"), QStringLiteral("start"),
                        QStringLiteral("follow"), QStringLiteral("record"), QStringLiteral("tidy")};
const QString operation = QStringLiteral("clone");
} // namespace

/// kill -9 of the console at every step boundary of a clone, in the middle of the copy, and in the middle of an undo.
class TestKilledClone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
        m_directory = m_lab->lab().directory;
        // Things of somebody else, with names like ours.
        QVERIFY(QDir(m_directory).mkpath(QStringLiteral(".howdah-clone-of-mine")));
        QFile mine(m_directory + QStringLiteral("/.howdah-clone-of-mine/precious"));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT pg_create_physical_replication_slot('mine')"));
        m_entries = entries();
        m_slots = replicationSlots();
    }

    void cleanup()
    {
        if (!m_lab)
            return;
        QVERIFY2(QFile::exists(m_directory + QStringLiteral("/.howdah-clone-of-mine/precious")), "safety rule 1");
        QVERIFY(replicationSlots().contains(QLatin1String("mine")));
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));
    }

    void isUndone_data() { boundaries(); }

    void isUndone()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        nothingIsLeft();
    }

    void isResumed_data() { boundaries(); }

    void isResumed()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n3")));
        QVERIFY(stagings().isEmpty());
        takeAwayTheClone();
    }

    void inMidCopy_data()
    {
        QTest::addColumn<bool>("resume");
        QTest::newRow("resumed") << true;
        QTest::newRow("undone") << false;
    }

    void inMidCopy()
    {
        QFETCH(bool, resume);
        const QString id = m_console->runKilledWhen(
            [this] {
                const QStringList found = stagings();
                return !found.isEmpty() && QFile::exists(m_directory + QLatin1Char('/') + found.first() + QStringLiteral("/data/base/1"));
            },
            operation, {QStringLiteral("rate=4M")});
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = resume ? m_console->resume(id) : m_console->undo(id);
        QVERIFY2(outcome.state == (resume ? OperationState::Done : OperationState::Undone), why(outcome).constData());
        if (resume)
            takeAwayTheClone();
        else
            nothingIsLeft();
    }

    void inMidUndo_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *step : {"slot", "copy", "place", "start", "record", "follow"})
            QTest::newRow(step) << QStringLiteral("undo:") + QString::fromLatin1(step);
    }

    void inMidUndo()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(QStringLiteral("after:record"), operation);
        m_console->undoKilledAt(where, id);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        nothingIsLeft();
    }

    void aHalfUndoneOneIsResumed()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("after:record"), operation);
        m_console->undoKilledAt(QStringLiteral("undo:copy"), id);
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        takeAwayTheClone();
    }

    void aPromotedCloneIsNotUndone()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("before:follow"), operation);
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        const QString port = (*journal)->find(id)->plan.arguments.value(QStringLiteral("port"));
        const ConnInfo info = m_lab->connInfo(QStringLiteral("n1")).with(QStringLiteral("port"), port);
        Result<Connection> clone = Connection::open(info, Deadline::after(Milliseconds{5000}));
        QVERIFY(clone);
        QVERIFY(clone->query(QStringLiteral("SELECT pg_promote()"), {}, Deadline::after(Milliseconds{60000})));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY2(clone->query(QStringLiteral("SELECT 1"), {}, Deadline::after(Milliseconds{5000})), "it is a primary now and serves on");
    }

private:
    static void boundaries()
    {
        QTest::addColumn<QString>("where");
        for (const QString &step : steps)
            for (const char *side : {"before:", "after:"}) {
                const QString where = QString::fromLatin1(side) + step;
                QTest::newRow(qPrintable(where)) << where;
            }
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] QStringList stagings() const
    {
        QStringList found = QDir(m_directory).entryList({QStringLiteral(".howdah-clone-2*")}, QDir::AllEntries | QDir::Hidden);
        return found;
    }
    [[nodiscard]] QString replicationSlots() const
    {
        return m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT string_agg(slot_name, ',' ORDER BY slot_name) FROM pg_replication_slots"));
    }
    void nothingIsLeft() const
    {
        QCOMPARE(entries(), m_entries);
        QCOMPARE(replicationSlots(), m_slots);
        QVERIFY(!m_lab->cluster().node(QStringLiteral("n3")));
    }
    /// So that the next row finds the lab as this one did.
    void takeAwayTheClone()
    {
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const QString target = m_directory + QStringLiteral("/n3");
        const Result<ServerLayout> layout = findServerLayout(**host, target, Deadline::never());
        QVERIFY(layout && layout->running);
        QVERIFY(runChecked(**host, layout->stop(QStringLiteral("immediate")), Deadline::never()));
        QVERIFY(QTest::qWaitFor([&] {
            return m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'howdah_n3' AND active")) == QLatin1String("0");
        }, 20000));
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT pg_drop_replication_slot('howdah_n3')"));
        QVERIFY(QDir(target).removeRecursively());
        ClusterDefinition cluster = m_lab->cluster();
        cluster.nodes.removeIf([](const NodeDefinition &node) { return node.name == QLatin1String("n3"); });
        QVERIFY(ClusterRegistry().replace(cluster));
        nothingIsLeft();
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    QString m_directory, m_slots;
    QStringList m_entries;
};

HOWDAH_FAULT_MAIN(TestKilledClone)
#include "test_killed_clone.moc"
