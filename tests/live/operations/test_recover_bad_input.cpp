#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");

bool flipByte(const QString &path, qint64 at)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at))
        return false;
    char byte = 0;
    file.getChar(&byte);
    file.seek(at);
    return file.putChar(static_cast<char>(~byte));
}
} // namespace

/// What is wrong with backup and archive is found before the copy is started, said, and nothing is left behind.
class TestRecoverBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT i, repeat('x', 100) AS v FROM generate_series(1, 20000) i"));
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        m_backup = QDir(QFileInfo(m_lab->lab().directory + QStringLiteral("/backups")).filePath())
                       .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)
                       .value(0)
                       .filePath();
        QVERIFY(!m_backup.isEmpty());
        m_table = m_lab->sql(n1, QStringLiteral("SELECT pg_relation_filepath('t')"));
        for (int i = 0; i < 3; ++i) {
            m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT i, 'later' FROM generate_series(1, 10) i"));
            m_segments << m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
            m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        }
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('end')"));
        m_segments << m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lsn = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_lsn()"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(archived(m_segments.last())), 60000);
    }

    void aBackupThatIsNotWholeIsNotStarted_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("said");
        QTest::newRow("a flipped byte") << QStringLiteral("flip") << QStringLiteral("checksum mismatch");
        QTest::newRow("a missing file") << QStringLiteral("remove") << QStringLiteral("present in the manifest but not on disk");
        QTest::newRow("a file cut off") << QStringLiteral("cut") << QStringLiteral("has size");
    }
    void aBackupThatIsNotWholeIsNotStarted()
    {
        QFETCH(QString, damage);
        QFETCH(QString, said);
        const QString path = m_backup + QStringLiteral("/data/") + m_table;
        const QString kept = m_lab->lab().directory + QStringLiteral("/kept");
        QVERIFY(QFile::copy(path, kept));
        QFile file(path);
        if (damage == QLatin1String("flip"))
            QVERIFY(flipByte(path, 5000));
        else if (damage == QLatin1String("cut"))
            QVERIFY(file.resize(file.size() - 8192));
        else
            QVERIFY(file.remove());
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"));
        const RunOutcome outcome = m_operation->run(approved);
        const bool putBack = (!QFile::exists(path) || QFile::remove(path)) && QFile::copy(kept, path) &&
                             giveBack(path) && QFile::remove(kept);
        QVERIFY(putBack);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(said), qPrintable(outcome.error->full()));
        QVERIFY(!QFile::exists(approved.situation.argument(QStringLiteral("into"))));
    }

    void anArchiveThatIsNotWholeIsSaidBefore_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *damage, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(damage) << QString::fromLatin1(said);
        };
        row("a missing segment", "remove", "is missing in the archive.");
        row("a segment cut off", "cut", "");
        row("one of another cluster", "system", "cluster");
        row("one that is none", "zero", "");
        row("another one under its name", "swap", "");
    }
    void anArchiveThatIsNotWholeIsSaidBefore()
    {
        QFETCH(QString, damage);
        QFETCH(QString, said);
        const QString name = m_segments.at(1);
        const QString path = archived(name);
        const QString kept = m_lab->lab().directory + QStringLiteral("/kept-segment");
        QVERIFY(QFile::rename(path, kept));
        if (damage != QLatin1String("remove"))
            QVERIFY(QFile::copy(damage == QLatin1String("swap") ? archived(m_segments.at(2)) : kept, path));
        QFile file(path);
        if (damage == QLatin1String("cut"))
            QVERIFY(file.resize(file.size() / 2));
        constexpr qint64 systemIdentifierAt = 24; // XLogLongPageHeaderData, behind the short header
        if (damage == QLatin1String("system"))
            QVERIFY(flipByte(path, systemIdentifierAt));
        if (damage == QLatin1String("zero")) {
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write(QByteArray(8192, '\0'));
            file.close();
        }
        if (QFile::exists(path))
            QVERIFY(giveBack(path));
        const Preparation preparation =
            m_operation->prepared(QStringLiteral("recover"), {{QStringLiteral("lsn"), m_lsn}});
        QVERIFY((!QFile::exists(path) || QFile::remove(path)) && QFile::rename(kept, path));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("backup"));
        QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(verdict));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked")) && verdict.contains(name) && verdict.contains(said),
                 qPrintable(verdict));
    }

    void whatCannotBeAskedForIsRefused_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *argument, const char *value, const char *said) {
            QTest::newRow(name) << Arguments{{QString::fromLatin1(argument), QString::fromUtf8(value)}}
                                << QString::fromUtf8(said);
        };
        row("no zone", "time", "2026-11-20 10:31", "is no moment with a time zone");
        row("a zone of several meanings", "time", "2026-11-20 10:31 CST", "is not known, or means several");
        row("no number", "before-transaction", "many", "is no transaction number");
        row("no position", "lsn", "yesterday", "is no position in the WAL");
        QTest::newRow("two targets") << Arguments{{QStringLiteral("lsn"), QStringLiteral("0/1")},
                                                  {QStringLiteral("name"), QStringLiteral("x")}}
                                     << QStringLiteral("Recovery ends at one point");
    }
    void whatCannotBeAskedForIsRefused()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, said);
        const Preparation preparation = m_operation->prepared(QStringLiteral("recover"), arguments);
        QStringList objections = preparation.objections.values();
        QVERIFY2(objections.join(QLatin1Char(' ')).contains(said), qPrintable(objections.join(QLatin1Char(' '))));
    }

    void aTimeAfterTheArchivesEndIsSaidBefore()
    {
        const Preparation preparation = m_operation->prepared(
            QStringLiteral("recover"),
            {{QStringLiteral("time"), QDateTime::currentDateTimeUtc().addDays(1).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))}});
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("wal"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: The newest archived segment was written")),
                 qPrintable(verdict));
    }

    /// The live server may be set to half of the machine's memory.
    void itTakesLittleMemory()
    {
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET shared_buffers = '3TB'"));
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM RESET shared_buffers"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        const RunOutcome outcome = m_operation->run(QStringLiteral("recover"));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        takeDownCopy(*m_lab, outcome);
    }

    void aDiskThatFillsIsUndone_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("said");
        QTest::newRow("as the backup is copied") << QStringLiteral("restore") << QStringLiteral("No space left");
        QTest::newRow("as WAL is replayed") << QStringLiteral("recover") << QStringLiteral("there is no room for ");
    }
    void aDiskThatFillsIsUndone()
    {
        QFETCH(QString, step);
        QFETCH(QString, said);
        const QString small = m_lab->lab().directory + QStringLiteral("/small");
        QVERIFY(QDir().mkpath(small));
        const auto run = [&](const QStringList &argv) {
            const Result<CommandOutcome> outcome = m_lab->hosts().find(QStringLiteral("local")).value()->run(
                {.argv = argv}, Deadline::after(Milliseconds{30000}));
            return outcome && outcome->succeeded();
        };
        if (!run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                  QStringLiteral("size=2g,mode=777"), QStringLiteral("tmpfs"), small}))
            QSKIP("No small file system can be mounted here.");
        const QString into = small + QStringLiteral("/recovered");
        const Preparation approved =
            m_operation->prepared(QStringLiteral("recover"), {{QStringLiteral("into"), into}});
        // A megabyte more than what is there, which is less than a segment.
        const QString fill = QStringLiteral("used=$(df -Pk \"$1\" | awk 'NR == 2 { print $3 }')\n"
                                            "mount -o remount,size=$((used + 1024))k \"$1\"");
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Running &&
                approved.plan.steps.value(event.step).id == step)
                (void)run({QStringLiteral("sh"), QStringLiteral("-c"), fill, QStringLiteral("sh"), small});
        });
        const bool gone = !QFile::exists(into);
        const QByteArray words = why(outcome);
        const bool unmounted = run({QStringLiteral("umount"), small});
        QVERIFY2(outcome.state == OperationState::Undone, words.constData());
        QVERIFY2(words.contains(said.toUtf8()), words.constData());
        QVERIFY(gone && unmounted);
    }

private:
    [[nodiscard]] QString archived(const QString &segment) const
    {
        return m_lab->lab().directory + QStringLiteral("/archive/") + segment;
    }
    /// To the servers' user, whose it was.
    bool giveBack(const QString &path)
    {
        const Result<CommandOutcome> outcome = m_lab->hosts().find(QStringLiteral("local")).value()->run(
            {.argv = {QStringLiteral("chown"), QStringLiteral("--reference=") + m_backup, path}},
            Deadline::after(Milliseconds{30000}));
        return outcome && outcome->succeeded();
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_backup, m_table, m_lsn;
    QStringList m_segments;
};

QTEST_GUILESS_MAIN(TestRecoverBadInput)
#include "test_recover_bad_input.moc"
