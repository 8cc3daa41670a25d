#include "core/backup/archive_command.h"
#include "core/base/wake_up.h"
#include "tests/live/operations/archive_of_lab.h"

#include <QDir>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;
using Kind = ArchiveTrouble::Kind;
Q_DECLARE_METATYPE(ArchiveTrouble::Kind)

namespace {
const QString n1 = QStringLiteral("n1");
}

/// Every way in which archiving fails, made to happen, explained, and mended.
class TestArchiveTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("Needs root: directories are taken away from the server's user, and a small file system is made.");
        m_lab = LiveLab::make({.standbys = 0});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_archive = m_lab->lab().directory + QStringLiteral("/archive");
        m_small = m_lab->lab().directory + QStringLiteral("/small");
        const RunOutcome outcome =
            m_operation->run(QStringLiteral("set-archiving"), {{QStringLiteral("restart"), QStringLiteral("true")},
                                                               {QStringLiteral("timeout"), QStringLiteral("0s")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_command = m_lab->sql(n1, QStringLiteral("SHOW archive_command"));
    }

    void itIsExplainedAndMended_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ArchiveTrouble::Kind>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *fault, Kind kind, const char *says) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << kind << QString::fromUtf8(says);
        };
        row("permission", Kind::NotWritable, "belongs to root");
        row("missing directory", Kind::MissingDirectory, "is not there");
        row("full disk", Kind::DiskFull, "is full");
        row("another file", Kind::OtherFile, "says something else");
        row("script is gone", Kind::WrongCommand, "archive-wal");
        row("wrong command", Kind::WrongCommand, "/nowhere/ship");
        row("no command", Kind::NoCommand, "there is no archive_command");
    }
    void itIsExplainedAndMended()
    {
        QFETCH(QString, fault);
        QFETCH(ArchiveTrouble::Kind, kind);
        QFETCH(QString, says);
        cause(fault);
        for (int segment = 0; segment < 5; ++segment)
            switchSegment();
        std::optional<ArchiveTrouble> found;
        const bool explained = waitFor([&] {
            found = look().trouble;
            return found && found->kind == kind;
        });
        const QString said = found ? found->what + QLatin1Char('|') + found->remedy : QStringLiteral("nothing");
        mend(fault);
        QVERIFY2(explained, qPrintable(said));
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY2(waitFor([&] { return look().waiting == 0; }), "The archiver did not go on.");
        QVERIFY2(waitFor([&] { return !look().trouble; }), qPrintable(said));
    }

    void afterAllOfItNothingIsMissing()
    {
        const ArchiveView view = look();
        QCOMPARE(view.inventory.holes.size(), 0);
        QCOMPARE(view.faults.size(), 0);
        QVERIFY(!view.missing);
    }

private:
    [[nodiscard]] ArchiveView look() const { return archiveOf(*m_lab, m_operation->environment); }
    void run(const QStringList &argv)
    {
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const auto outcome = runChecked(**host, {.argv = argv}, Deadline::after(Milliseconds{20000}));
        QVERIFY2(outcome.ok(), qPrintable(outcome ? QString() : outcome.error().full()));
    }
    void set(const QString &command)
    {
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET archive_command = '%1'")
                           .arg(QString(command).replace(QLatin1Char('\''), QStringLiteral("''"))));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
    }
    void switchSegment()
    {
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('x')"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
    }
    /// A reload wakes the archiver, which otherwise waits a minute after three failures. Each look reads the whole
    /// archive: without a pause between them nothing else would come to its turn.
    bool waitFor(const std::function<bool()> &seen)
    {
        constexpr int pause = 200;
        return QTest::qWaitFor(
            [&] {
                m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
                const bool done = seen();
                if (!done)
                    QTest::qWait(pause);
                return done;
            },
            90000);
    }
    void cause(const QString &fault)
    {
        if (fault == QLatin1String("permission"))
            run({QStringLiteral("chown"), QStringLiteral("root"), m_archive});
        else if (fault == QLatin1String("missing directory"))
            run({QStringLiteral("mv"), m_archive, m_archive + QStringLiteral(".aside")});
        else if (fault == QLatin1String("full disk"))
            fillUp();
        else if (fault == QLatin1String("another file"))
            putInItsPlace();
        else if (fault == QLatin1String("script is gone"))
            run({QStringLiteral("mv"), archiveScriptIn(m_archive), m_archive + QStringLiteral(".script")});
        else
            set(fault == QLatin1String("no command") ? QString() : QStringLiteral("/nowhere/ship %p"));
    }
    void mend(const QString &fault)
    {
        if (fault == QLatin1String("permission"))
            run({QStringLiteral("chown"), m_lab->lab().systemUser, m_archive});
        else if (fault == QLatin1String("missing directory"))
            run({QStringLiteral("mv"), m_archive + QStringLiteral(".aside"), m_archive});
        else if (fault == QLatin1String("another file"))
            run({QStringLiteral("rm"), m_wrong});
        else if (fault == QLatin1String("script is gone"))
            run({QStringLiteral("mv"), m_archive + QStringLiteral(".script"), archiveScriptIn(m_archive)});
        else
            set(m_command);
        if (fault == QLatin1String("full disk")) {
            run({QStringLiteral("umount"), QStringLiteral("-l"), m_small});
            run({QStringLiteral("rmdir"), m_small});
        }
    }
    /// An archive on a file system that holds no whole segment.
    void fillUp()
    {
        run({QStringLiteral("mkdir"), m_small});
        run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
             QStringLiteral("size=8m"), QStringLiteral("howdah-test"), m_small});
        run({QStringLiteral("cp"), QStringLiteral("-a"), m_archive + QStringLiteral("/.howdah"), m_small});
        run({QStringLiteral("chown"), m_lab->lab().systemUser, m_small});
        set(archiveCommandFor(m_small, Compression::None).value_or(QString()));
    }
    void putInItsPlace()
    {
        // At the very end of a segment it would be that one's name, which is archived already.
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('x')"));
        m_wrong = m_archive + QLatin1Char('/') +
                  m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        run({QStringLiteral("cp"), QStringLiteral("/etc/passwd"), m_wrong});
        run({QStringLiteral("chmod"), QStringLiteral("644"), m_wrong});
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_archive, m_small, m_command, m_wrong;
};

QTEST_GUILESS_MAIN(TestArchiveTrouble)
#include "test_archive_trouble.moc"
