#include "tests/fault/killed_console.h"

#include <QFileInfo>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// kill -9 of the console while it clones a source with a tablespace into Debian's layout: what lies outside the data
/// directory comes and goes with it.
class TestKilledCloneRegistered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0 || !QFileInfo(QStringLiteral("/etc/postgresql/15")).isDir())
            QSKIP("needs root and Debian's postgresql-15, which has a directory in /etc");
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        if (!m_lab->sql(n1, QStringLiteral("SHOW server_version_num")).startsWith(QLatin1String("15")))
            QSKIP("needs a lab of PostgreSQL 15");
        m_console = std::make_unique<KilledConsole>(*m_lab);
        m_directory = m_lab->lab().directory;
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const QString tablespace = m_directory + QStringLiteral("/fast");
        QVERIFY((*host)->makeDirectory(tablespace, 0700, As{m_lab->lab().systemUser}, Deadline::never()));
        m_lab->sql(n1, QStringLiteral("CREATE TABLESPACE fast LOCATION '%1'").arg(tablespace));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t TABLESPACE fast AS SELECT generate_series(1, 1000) AS id"));
        m_entries = entries();
    }

    void isResumedOrUndone_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("resumed");
        // The other boundaries are no different from those of a plain clone, whose tests have them all.
        QTest::newRow("copied, undone") << QStringLiteral("after:copy") << false;
        QTest::newRow("configured, resumed") << QStringLiteral("after:configure") << true;
        QTest::newRow("configured, undone") << QStringLiteral("after:configure") << false;
        QTest::newRow("started, resumed") << QStringLiteral("after:start") << true;
        QTest::newRow("tidied up, undone") << QStringLiteral("after:tidy") << false;
    }

    void isResumedOrUndone()
    {
        QFETCH(QString, where);
        QFETCH(bool, resumed);
        const QString id = m_console->runKilledAt(where, QStringLiteral("clone"),
                                                  {QStringLiteral("name=") + m_name, QStringLiteral("layout=debian")});
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        if (resumed) {
            const RunOutcome outcome = m_console->resume(id);
            QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
            QVERIFY(m_lab->waitUntilReplayed(m_name));
            QCOMPARE(m_lab->sql(m_name, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1000"));
            QCOMPARE(m_lab->sql(m_name, QStringLiteral("SHOW config_file")),
                     configuration() + QStringLiteral("/postgresql.conf"));
            QVERIFY(!QFileInfo::exists(configuration() + QStringLiteral("/howdah-made-this")));
            takeAway();
        } else {
            const RunOutcome outcome = m_console->undo(id);
            QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        }
        QCOMPARE(entries(), m_entries);
        QVERIFY(!QFileInfo::exists(configuration()));
        QVERIFY(!QFileInfo::exists(QStringLiteral("/var/log/postgresql/postgresql-15-%1.log").arg(m_name)));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_replication_slots")), QStringLiteral("0"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1000"));
    }

private:
    [[nodiscard]] QString configuration() const { return QStringLiteral("/etc/postgresql/15/") + m_name; }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// So that the next row finds the lab as this one did. Debian's own program must know what there is to remove.
    void takeAway()
    {
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const Command drop{
            .argv = {QStringLiteral("pg_dropcluster"), QStringLiteral("--stop"), QStringLiteral("15"), m_name}};
        const auto dropped = runChecked(**host, drop, Deadline::never());
        QVERIFY2(dropped, dropped ? "" : qPrintable(dropped.error().full()));
        const auto slotIsFree = [this] {
            return m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE active")) ==
                   QLatin1String("0");
        };
        QVERIFY(QTest::qWaitFor(slotIsFree, 20000));
        m_lab->sql(n1, QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"));
        QVERIFY(QDir(m_directory + QLatin1Char('/') + m_name + QStringLiteral("-fast")).removeRecursively());
        ClusterDefinition cluster = m_lab->cluster();
        cluster.nodes.removeIf([this](const NodeDefinition &node) { return node.name == m_name; });
        QVERIFY(ClusterRegistry().replace(cluster));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    QString m_directory;
    QStringList m_entries;
    const QString m_name = QStringLiteral("howdahtest%1").arg(::getpid());
};

HOWDAH_FAULT_MAIN(TestKilledCloneRegistered)
#include "test_killed_clone_registered.moc"
