#include "core/operations/journal.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace howdah;

namespace {

JournalEntry someEntry(const QString &id, const QString &cluster = QStringLiteral("c"))
{
    JournalEntry entry{
        .id = id, .operation = QStringLiteral("clone"), .cluster = cluster, .systemIdentifier = QStringLiteral("7")};
    entry.plan = {.operation = entry.operation, .id = id, .cluster = cluster, .systemIdentifier = QStringLiteral("7")};
    entry.plan.steps = {{.id = QStringLiteral("one"), .title = QStringLiteral("One")},
                        {.id = QStringLiteral("two"), .title = QStringLiteral("Two")}};
    entry.checks = {QJsonObject{{QStringLiteral("id"), QStringLiteral("space")}}};
    return entry;
}

void execute(const QString &file, const QString &sql)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("direct"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(sql));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("direct"));
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_file = m_directory->filePath(QStringLiteral("journal.db"));
    }

    void keepsWhatIsWritten()
    {
        const auto journal = Journal::open(m_file);
        QVERIFY(journal);
        QVERIFY((*journal)->begin(someEntry(QStringLiteral("a"))));
        const Error error{ErrorCode::ServerRefused, QStringLiteral("no"), QStringLiteral("d"), QStringLiteral("h"),
                          QStringLiteral("42501")};
        const JournalStep failed{.id = QStringLiteral("one"),
                                 .title = QStringLiteral("One"),
                                 .state = StepState::Failed,
                                 .ms = 12,
                                 .log = QStringLiteral("said\n"),
                                 .error = error};
        QVERIFY((*journal)->stepChanged(QStringLiteral("a"), 0, failed));
        QVERIFY((*journal)->finish(QStringLiteral("a"), OperationState::Undone, error, {{QStringLiteral("k"), 1}}));

        const auto again = Journal::open(m_file);
        QVERIFY(again);
        const Result<JournalEntry> found = (*again)->find(QStringLiteral("a"));
        QVERIFY(found);
        QCOMPARE(found->state, OperationState::Undone);
        QCOMPARE(*found->error, error);
        QVERIFY(samePlan(found->plan, someEntry(QStringLiteral("a")).plan));
        QCOMPARE(found->steps.size(), 2);
        QCOMPARE(found->steps[0].state, StepState::Failed);
        QCOMPARE(found->steps[0].log, QStringLiteral("said\n"));
        QCOMPARE(*found->steps[0].error, error);
        QCOMPARE(found->steps[1].state, StepState::Waiting);
        QCOMPARE(found->checks, someEntry(QStringLiteral("a")).checks);
        QVERIFY(found->ended.isValid());
        QVERIFY(!found->abandoned);
        QCOMPARE(toJson(*found).value(QLatin1String("outcome")).toString(), QStringLiteral("undone"));
    }

    void listsNewestFirstByCluster()
    {
        const auto journal = Journal::open(m_file);
        QVERIFY(journal);
        for (const char *id : {"1", "2", "3"})
            QVERIFY((*journal)->begin(
                someEntry(QString::fromLatin1(id), *id == '2' ? QStringLiteral("other") : QStringLiteral("c"))));
        QCOMPARE((*journal)->latest(10)->size(), 3);
        QCOMPARE((*journal)->latest(10)->first().id, QStringLiteral("3"));
        QCOMPARE((*journal)->latest(1)->size(), 1);
        QCOMPARE((*journal)->latest(10, QStringLiteral("other"))->size(), 1);
        QCOMPARE((*journal)->find(QStringLiteral("9")).error().code, ErrorCode::NotFound);
    }

    void aLivingConsoleKeepsItsOperation()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto journal = Journal::open(m_file);
            [[maybe_unused]] const bool begun = journal && (*journal)->begin(someEntry(QStringLiteral("a")));
            ::pause();
        }
        const auto journal = Journal::open(m_file);
        QVERIFY(journal);
        QTRY_VERIFY((*journal)->find(QStringLiteral("a")).ok());
        const Result<JournalEntry> living = (*journal)->find(QStringLiteral("a"));
        const Result<void> taken = (*journal)->takeOver(QStringLiteral("a"));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(!living->abandoned && !living->ours);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::Busy);
        QVERIFY((*journal)->takeOver(QStringLiteral("a")));
    }

    void aDeadConsoleAbandonsIt()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto journal = Journal::open(m_file);
            [[maybe_unused]] const bool begun = journal && (*journal)->begin(someEntry(QStringLiteral("a")));
            ::raise(SIGKILL);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        const auto journal = Journal::open(m_file);
        QVERIFY(journal);
        QVERIFY((*journal)->find(QStringLiteral("a"))->abandoned);
        QCOMPARE(toJson(*(*journal)->find(QStringLiteral("a"))).value(QLatin1String("outcome")).toString(),
                 QStringLiteral("interrupted"));
        QVERIFY((*journal)->takeOver(QStringLiteral("a")));
        QVERIFY(!(*journal)->find(QStringLiteral("a"))->abandoned);
    }

    void aProcessNumberUsedAgainIsAnotherConsole()
    {
        const auto journal = Journal::open(m_file);
        QVERIFY(journal);
        QVERIFY((*journal)->begin(someEntry(QStringLiteral("a"))));
        QVERIFY((*journal)->find(QStringLiteral("a"))->ours && !(*journal)->find(QStringLiteral("a"))->abandoned);
        execute(m_file, QStringLiteral("UPDATE operation SET console_started = console_started - 1"));
        QVERIFY((*journal)->find(QStringLiteral("a"))->abandoned);
        execute(m_file,
                QStringLiteral("UPDATE operation SET console_started = console_started + 1, console_boot = 'before'"));
        QVERIFY((*journal)->find(QStringLiteral("a"))->abandoned);
        execute(m_file, QStringLiteral("UPDATE operation SET console_machine = 'elsewhere'"));
        QVERIFY2(!(*journal)->find(QStringLiteral("a"))->abandoned,
                 "a console of another machine cannot be called dead");
    }

    void aDamagedFileIsMovedAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not a database")
            << QByteArray("hello, this is no database at all, whatever its name says\n").repeated(50);
        QTest::newRow("header, then rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\x5a');
    }

    void aDamagedFileIsMovedAside()
    {
        QFETCH(QByteArray, content);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto journal = Journal::open(m_file);
        QVERIFY2(journal, journal ? "" : qPrintable(journal.error().full()));
        QVERIFY((*journal)->damage().contains(QLatin1String("damaged-")));
        QVERIFY((*journal)->begin(someEntry(QStringLiteral("a"))));
        const QStringList aside = QDir(m_directory->path()).entryList({QStringLiteral("journal.db.damaged-*")});
        QCOMPARE(aside.size(), 1);
        QFile kept(m_directory->filePath(aside.first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
        QVERIFY(Journal::open(m_file) && (*Journal::open(m_file))->damage().isEmpty());
    }

    void aFileOfSchemaOneIsTakenAlong()
    {
        {
            const auto journal = Journal::open(m_file);
            QVERIFY(journal && (*journal)->begin(someEntry(QStringLiteral("old"))));
        }
        execute(m_file, QStringLiteral("ALTER TABLE operation DROP COLUMN console_machine"));
        execute(m_file, QStringLiteral("UPDATE operation SET console_boot = 'before'"));
        execute(m_file, QStringLiteral("PRAGMA user_version = 1"));
        const auto journal = Journal::open(m_file);
        QVERIFY2(journal, journal ? "" : qPrintable(journal.error().full()));
        const Result<JournalEntry> old = (*journal)->find(QStringLiteral("old"));
        QVERIFY(old && old->abandoned && old->steps.size() == 2);
        QVERIFY((*journal)->takeOver(QStringLiteral("old")));
        QVERIFY((*journal)->begin(someEntry(QStringLiteral("new"))));
    }

    void aNewerFileIsLeftAlone()
    {
        QVERIFY(Journal::open(m_file));
        execute(m_file, QStringLiteral("PRAGMA user_version = 99"));
        const auto journal = Journal::open(m_file);
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::Unsupported);
    }

    void anUnwritableDirectoryIsSaid()
    {
        const auto journal = Journal::open(QStringLiteral("/proc/nowhere/journal.db"));
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::Storage);
        QVERIFY(!journal.error().hint.isEmpty());
    }

    void severalConsolesWriteAtOnce()
    {
        constexpr int consoles = 4;
        constexpr int entries = 10;
        QVERIFY(Journal::open(m_file));
        std::atomic<int> written{0};
        {
            std::vector<std::jthread> threads;
            for (int console = 0; console < consoles; ++console)
                threads.emplace_back([&, console] {
                    const auto journal = Journal::open(m_file);
                    for (int i = 0; journal && i < entries; ++i)
                        if ((*journal)->begin(someEntry(QStringLiteral("%1-%2").arg(console).arg(i))))
                            ++written;
                });
        }
        QCOMPARE(written.load(), consoles * entries);
        QCOMPARE((*Journal::open(m_file))->latest(1000)->size(), consoles * entries);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
