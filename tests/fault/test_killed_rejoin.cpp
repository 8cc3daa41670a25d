#include "tests/fault/killed_console.h"
#include "tests/live/operations/rejoin_lab.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("rejoin");

QString n(int number)
{
    return RejoinLab::n(number);
}

void rows(const QStringList &places)
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("way");
    for (const QString &place : places) {
        const QString way = place.section(QLatin1Char(' '), 0, 0);
        QTest::newRow(qPrintable(place)) << place.section(QLatin1Char(' '), 1) << way;
    }
}
} // namespace

/// kill -9 of the console at the step boundaries of a rejoin of an old primary that was killed and went on alone.
class TestKilledRejoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (m_lab)
            return;
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
        m_nodes = std::make_unique<RejoinLab>(*m_lab);
        m_nodes->fill();
        m_nodes->cutOff({n(2)});
        m_nodes->writeAlone();
        m_lab->killNode(n(1));
        m_nodes->promote();
        m_before = entries();
    }
    void cleanupTestCase() { m_lab.reset(); }

    void itIsUndone_data()
    {
        rows({QStringLiteral("auto before:stop"), QStringLiteral("auto after:bar"), QStringLiteral("auto after:slot"),
              QStringLiteral("auto after:save"), QStringLiteral("auto after:keep"),
              QStringLiteral("auto after:recover"), QStringLiteral("auto before:rewind"),
              QStringLiteral("clone after:copy"), QStringLiteral("clone after:configure"),
              QStringLiteral("clone after:place"), QStringLiteral("clone after:start")});
    }

    void itIsUndone()
    {
        QFETCH(QString, where);
        QFETCH(QString, way);
        const QString id = killedAt(where, way);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const bool begunWithoutReturn = where == QLatin1String("before:rewind");
        const RunOutcome outcome = m_console->undo(id);
        if (begunWithoutReturn) {
            QVERIFY2(outcome.state == OperationState::NotReady, why(outcome).constData());
            const RunOutcome resumed = m_console->resume(id);
            QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
            m_lab.reset(); // its shape has changed: the next row wants another
            return;
        }
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(
            m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'howdah_n1'")),
            QStringLiteral("0"));
        QVERIFY2(!Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000})), "it stays off");
        QCOMPARE(entries(), m_before);
        QVERIFY2(!QFileInfo::exists(QStringLiteral("/tmp/howdah-") + id), "the socket's directory is gone");
    }

    void itIsResumed_data()
    {
        rows({QStringLiteral("auto before:recover"), QStringLiteral("auto after:recover"),
              QStringLiteral("auto after:rewind"), QStringLiteral("auto after:configure"),
              QStringLiteral("auto after:tidy"), QStringLiteral("clone after:copy"),
              QStringLiteral("clone after:place")});
    }

    void itIsResumed()
    {
        QFETCH(QString, where);
        QFETCH(QString, way);
        const QString id = killedAt(where, way);
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, (why(outcome) + "\n" + endOfLog()).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM t WHERE id = 2001")), QStringLiteral("0"));
        checkSaved(outcome);
        m_lab.reset(); // its shape has changed: the next row wants another
    }

    /// A pg_rewind that died half-way may have removed WAL already that it needs to begin anew.
    void aRewindThatWasCutOffIsBegunAnew()
    {
        const QString id = killedAt(QStringLiteral("before:rewind"), QStringLiteral("auto"));
        QDir wal(m_lab->cluster().node(n(1))->dataDirectory + QStringLiteral("/pg_wal"));
        for (const QString &segment : wal.entryList({QStringLiteral("00000001*")}, QDir::Files))
            QVERIFY(wal.remove(segment));
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
        m_lab.reset();
    }

    /// When no rewind helps any more, a new copy does; the half rewound directory is kept.
    void aHopelessRewindGivesWayToACopy()
    {
        const QString id = killedAt(QStringLiteral("before:rewind"), QStringLiteral("auto"));
        const QString data = m_lab->cluster().node(n(1))->dataDirectory;
        QDir wal(data + QStringLiteral("/pg_wal"));
        for (const QString &segment : wal.entryList({QStringLiteral("00000001*")}, QDir::Files))
            QVERIFY(wal.remove(segment));
        const Result<Preparation> approved = prepare(
            *findOperation(operation), m_lab->cluster(),
            {{QStringLiteral("node"), n(1)}, {QStringLiteral("way"), QStringLiteral("clone")}}, m_console->environment);
        QVERIFY(approved);
        QVERIFY2(approved->readiness == Readiness::ReadyWithWarnings, qPrintable(approved->sentence));
        const RunOutcome outcome =
            runOperation(*findOperation(operation), *approved, m_lab->cluster(), m_console->environment, {}, {});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
        QVERIFY(QFileInfo::exists(data + QStringLiteral(".before-rejoin-") + approved->id));
        QVERIFY2(QFileInfo::exists(data.chopped(2) + QStringLiteral("n1-only-here-") + id),
                 "what the first try saved is there still");
        m_lab.reset();
    }

private:
    /// What the node's server said last, in its directory or in the one that was moved aside again.
    QByteArray endOfLog() const
    {
        QByteArray words;
        const QDir lab(m_lab->lab().directory);
        for (const QFileInfo &directory : lab.entryInfoList({QStringLiteral("n1*")}, QDir::Dirs)) {
            QFile log(directory.filePath() + QStringLiteral("/server.log"));
            if (log.open(QIODevice::ReadOnly))
                words += log.fileName().toUtf8() + ":\n" + log.readAll().right(1500);
        }
        return words;
    }

    QString killedAt(const QString &where, const QString &way)
    {
        return m_console->runKilledAt(where, operation, {QStringLiteral("node=n1"), QStringLiteral("way=%1").arg(way)});
    }

    /// Of the lab's directory and of the node's, without what comes and goes.
    [[nodiscard]] QStringList entries() const
    {
        const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
        QStringList found = QDir(m_lab->lab().directory).entryList(all);
        found += QDir(m_lab->cluster().node(n(1))->dataDirectory).entryList(all);
        // The bar stays on purpose; a server that has run leaves the rest.
        for (const char *comesAndGoes : {"standby.signal", "postmaster.pid", "backup_label.old"})
            found.removeAll(QString::fromLatin1(comesAndGoes));
        return found;
    }

    static void checkSaved(const RunOutcome &outcome)
    {
        const QJsonObject lost = outcome.entry.result.value(QLatin1String("lost")).toObject();
        const QString place = lost.value(QLatin1String("savedTo")).toString();
        QCOMPARE(lost.value(QLatin1String("transactions")).toInt(), 4);
        QVERIFY(QFileInfo::exists(place + QStringLiteral("/transactions.json")));
        QCOMPARE(QDir(place + QStringLiteral("/rows")).entryList({QStringLiteral("*.csv")}).size(), 2);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    std::unique_ptr<RejoinLab> m_nodes;
    QStringList m_before;
};

HOWDAH_FAULT_MAIN(TestKilledRejoin)
#include "test_killed_rejoin.moc"
