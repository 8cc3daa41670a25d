#include "tests/fault/killed_console.h"

#include <QDir>
#include <QProcess>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// A file system of two megabytes, for as long as this lives.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &directory)
        : m_directory(directory)
    {
        QDir().mkpath(directory);
        m_mounted = QProcess::execute(QStringLiteral("mount"),
                                      {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                       QStringLiteral("size=2m,mode=1777"), QStringLiteral("tmpfs"), directory}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {m_directory});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isMounted() const { return m_mounted; }

private:
    QString m_directory;
    bool m_mounted = false;
};
} // namespace

/// kill -9 of the console at the step boundaries of a dump and of a restore, and a disk that fills meanwhile.
class TestKilledDump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
        // Consoles are killed here, not machines.
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET fsync = off"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT i AS a, md5(i::text) AS b"
                                      " FROM generate_series(1, 2000) i"));
        const RunOutcome dumped = run(QStringLiteral("dump"), {});
        QVERIFY2(dumped.state == OperationState::Done, why(dumped).constData());
        m_file = dumped.entry.result.value(QLatin1String("file")).toString();
        m_lab->sql(n1, QStringLiteral("CREATE DATABASE live"));
    }

    /// Undone: a run for each moment. Resumed: one run, killed and resumed at all of them in turn.
    void killed_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("moments");
        QTest::addColumn<bool>("resumes");
        const auto rows = [](const char *title, const char *operation, const char *arguments, const char *moments) {
            for (const QString &moment : words(moments))
                QTest::newRow(qPrintable(QStringLiteral("%1, %2, undone").arg(QLatin1String(title), moment)))
                    << QString::fromLatin1(operation) << words(arguments) << QStringList{moment} << false;
            QTest::newRow(qPrintable(QStringLiteral("%1, resumed").arg(QLatin1String(title))))
                << QString::fromLatin1(operation) << words(arguments) << words(moments) << true;
        };
        rows("dump", "dump", "", "before:dump after:dump after:record before:note");
        rows("new database", "restore", "into=made", "before:restore after:restore before:name after:name");
        rows("database that is there", "restore", "into=live", "after:read");
    }
    void killed()
    {
        QFETCH(QString, operation);
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, moments);
        QFETCH(bool, resumes);
        if (operation == QLatin1String("restore"))
            arguments << QStringLiteral("file=") + m_file;
        const QString before = everything();
        const QString id = m_console->runKilledAt(moments.first(), operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        for (const QString &moment : moments.mid(1)) {
            m_console->resumeKilledAt(moment, id);
            QVERIFY2(KilledConsole::said(id) == QLatin1String("interrupted"), qPrintable(moment));
        }
        const RunOutcome outcome = resumes ? m_console->resume(id) : m_console->undo(id);
        QVERIFY2(outcome.state == (resumes ? OperationState::Done : OperationState::Undone), why(outcome).constData());
        if (!resumes) {
            QCOMPARE(everything(), before);
            return;
        }
        if (operation == QLatin1String("dump")) {
            const RunOutcome restored =
                run(QStringLiteral("restore"),
                    {{QStringLiteral("file"), outcome.entry.result.value(QLatin1String("file")).toString()},
                     {QStringLiteral("into"), QStringLiteral("made")}});
            QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        }
        putBack();
    }

    /// The transaction is committed and the console dead before it could write that down.
    void aCommittedTransactionIsNotUndone()
    {
        const QStringList arguments{QStringLiteral("into=live"), QStringLiteral("file=") + m_file};
        const QString id =
            m_console->runKilledAt(QStringLiteral("after:restore"), QStringLiteral("restore"), arguments);
        const RunOutcome undone = m_console->undo(id);
        QCOMPARE(undone.state, OperationState::Interrupted);
        const RunOutcome resumed = m_console->resume(id);
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        QCOMPARE(everything().section(QLatin1Char('\n'), 1, 1), QStringLiteral("1"));
        putBack();
    }

    void aTransactionThatWasNotBegunIs()
    {
        const QString before = everything();
        const QStringList arguments{QStringLiteral("into=live"), QStringLiteral("file=") + m_file};
        const QString id =
            m_console->runKilledAt(QStringLiteral("before:restore"), QStringLiteral("restore"), arguments);
        const RunOutcome undone = m_console->undo(id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(everything(), before);
    }

    void aDiskThatFillsLeavesNothing()
    {
        if (::geteuid() != 0)
            QSKIP("Only root mounts a small disk.");
        m_lab->sql(n1, QStringLiteral("CREATE TABLE large AS SELECT i AS a, md5(i::text) AS b"
                                      " FROM generate_series(1, 200000) i"));
        const QString directory = m_lab->lab().directory + QStringLiteral("/small");
        const SmallDisk disk(directory);
        if (!disk.isMounted())
            QSKIP("No file system can be mounted here.");
        // About 13 MB of rows: two megabytes are enough for the check if it packs well, and not for the dump.
        const RunOutcome outcome =
            run(QStringLiteral("dump"), {{QStringLiteral("directory"), directory + QStringLiteral("/dumps")},
                                         {QStringLiteral("level"), QStringLiteral("1")}});
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(QLatin1String("No space left")), why(outcome).constData());
        QVERIFY(QDir(directory + QStringLiteral("/dumps"))
                    .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                    .isEmpty());
    }

private:
    RunOutcome run(const QString &operation, const Arguments &arguments)
    {
        const Result<Preparation> approved =
            prepare(*findOperation(operation), m_lab->cluster(), arguments, m_console->environment);
        return approved ? runOperation(*findOperation(operation), *approved, m_lab->cluster(), m_console->environment,
                                       {}, {})
                        : RunOutcome{.error = approved.error()};
    }
    void putBack()
    {
        m_lab->sql(n1, QStringLiteral("DROP DATABASE IF EXISTS made WITH (FORCE)"));
        m_lab->sql(n1, QStringLiteral("DROP DATABASE live WITH (FORCE)"));
        m_lab->sql(n1, QStringLiteral("CREATE DATABASE live"));
    }
    /// Databases, what live has, and dumps on disk.
    QString everything()
    {
        const ConnInfo info = m_lab->connInfo(n1).with(QStringLiteral("dbname"), QStringLiteral("live"));
        const Deadline deadline = Deadline::after(Milliseconds{30000});
        Result<Connection> session = Connection::open(info, deadline);
        const Result<ResultSet> rows =
            session ? session->query(QStringLiteral("SELECT count(*) FROM pg_class WHERE relname = 't'"
                                                    " OR relnamespace::regnamespace::text LIKE 'howdah%'"),
                                     {}, deadline)
                    : Result<ResultSet>(session.error());
        return QStringList{m_lab->sql(n1, QStringLiteral("SELECT string_agg(datname, ' ' ORDER BY datname)"
                                                         " FROM pg_database")),
                           rows ? rows->text(0, 0).value_or(QString()) : rows.error().message,
                           QDir(m_lab->lab().directory + QStringLiteral("/backups"))
                               .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                               .join(QLatin1Char(' '))}
            .join(QLatin1Char('\n'));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    QString m_file;
};

HOWDAH_FAULT_MAIN(TestKilledDump)
#include "test_killed_dump.moc"
