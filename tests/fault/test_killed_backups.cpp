#include "tests/fault/killed_console.h"
#include "tests/live/operations/backups_of_lab.h"

#include <QStandardPaths>

using namespace howdah;
using namespace howdah::test;

/// kill -9 of the console around each step of the operations on backups: resumed they come to their end, undone all is
/// as it was, and nothing half-made is taken for a backup.
class TestKilledBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_backups->lieInMemory();
        m_first = m_backups->take();
    }

    void isResumedAndUndone_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("step");
        const auto row = [](const char *operation, const char *where) {
            QTest::addRow("%s %s", operation, where) << QString::fromLatin1(operation) << QString::fromLatin1(where);
        };
        for (const char *where : {"after:copy", "after:verify", "before:record", "after:record"})
            row("backup", where);
        for (const char *where : {"after:restore", "after:recover", "after:examine", "after:take-down"})
            row("drill-backup", where);
        row("expire-backups", "after:backups");
        for (const char *where : {"after:script", "after:schedule"})
            row("schedule-backup", where);
    }
    void isResumedAndUndone()
    {
        QFETCH(QString, operation);
        QFETCH(QString, step);
        QStringList arguments;
        if (operation == QLatin1String("drill-backup"))
            arguments << QStringLiteral("backup=") + m_first;
        if (operation == QLatin1String("expire-backups"))
            arguments << QStringLiteral("keep=1");
        const bool schedules = operation == QLatin1String("schedule-backup");
        if (schedules && QStandardPaths::findExecutable(QStringLiteral("crontab")).isEmpty())
            QSKIP("There is no crontab program here (package cron).");
        if (schedules)
            arguments << QStringLiteral("way=cron") << QStringLiteral("try=false");
        const QString crontab = schedules ? lines() : QString();
        for (const bool resume : {false, true}) {
            if (operation == QLatin1String("expire-backups"))
                while (m_backups->catalogue().backups.size() < 2)
                    QVERIFY(!m_backups->take().isEmpty());
            const QStringList before = BackupsOfLab::ids(m_backups->catalogue().backups);
            const QString id = m_console->runKilledAt(step, operation, arguments);
            QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
            const RunOutcome outcome = resume ? m_console->resume(id) : m_console->undo(id);
            QVERIFY2(outcome.state == (resume ? OperationState::Done : OperationState::Undone),
                     test::why(outcome).constData());
            const QStringList after = BackupsOfLab::ids(m_backups->catalogue().backups);
            if (!resume)
                QCOMPARE(after, before);
            else if (operation == QLatin1String("backup"))
                QCOMPARE(after.size(), before.size() + 1);
            else if (operation == QLatin1String("expire-backups"))
                QCOMPARE(after, before.mid(before.size() - 1));
            nothingIsLeft();
            if (schedules)
                QCOMPARE(lines() == crontab, !resume);
        }
        if (schedules)
            QCOMPARE(m_backups
                         ->perform("schedule-backup", {{QStringLiteral("way"), QStringLiteral("cron")},
                                                       {QStringLiteral("every"), QStringLiteral("never")}})
                         .state,
                     OperationState::Done);
        const QList<BaseBackup> left = m_backups->catalogue().backups;
        if (!left.isEmpty())
            m_first = left.first().id;
    }

private:
    /// Of the crontab of the files' owner.
    [[nodiscard]] QString lines() const { return m_backups->shell(QStringLiteral("crontab -l 2>/dev/null || true")); }
    void nothingIsLeft()
    {
        for (const QString &entry : m_backups->entries())
            QVERIFY2(!entry.startsWith(QLatin1String("drill-")), qPrintable(entry));
        const QString left = m_backups->shell(
            QStringLiteral("ls -a '%1' | grep -E 'unfinished|verifying' || true").arg(m_backups->directory()));
        QCOMPARE(left, QString());
        QCOMPARE(m_lab->sql(QStringLiteral("n2"), QStringLiteral("SELECT count(*) FROM pg_stat_replication")),
                 QStringLiteral("0"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_first;
};

HOWDAH_FAULT_MAIN(TestKilledBackups)
#include "test_killed_backups.moc"
