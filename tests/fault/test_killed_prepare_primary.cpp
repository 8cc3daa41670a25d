#include "tests/fault/killed_console.h"

using namespace howdah;
using namespace howdah::test;

/// kill -9 of the console around each step of a prepare-primary and a set-parameter: resumed it is done, undone nothing
/// of it is left.
class TestKilledPreparePrimary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
    }

    void isResumedAndUndone_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("steps");
        const QStringList primary{QStringLiteral("role=rep"), QStringLiteral("standby-addresses=127.0.0.1,127.1.2.3"),
                                  QStringLiteral("max-slot-wal-keep-size=2GB"),
                                  QStringLiteral("passfile=") + passfile()};
        const QStringList steps{QStringLiteral("settings"), QStringLiteral("role"), QStringLiteral("admit")};
        QTest::newRow("prepare-primary") << QStringLiteral("prepare-primary") << primary << steps;
        QTest::newRow("prepare-primary, into the file")
            << QStringLiteral("prepare-primary") << primary + QStringList{QStringLiteral("write-to=file")} << steps;
        QTest::newRow("prepare-primary with a restart")
            << QStringLiteral("prepare-primary")
            << primary + QStringList{QStringLiteral("restart=true"), QStringLiteral("max-replication-slots=20")}
            << QStringList{QStringLiteral("restart")};
        QTest::newRow("set-parameter") << QStringLiteral("set-parameter")
                                       << QStringList{QStringLiteral("name=work_mem"), QStringLiteral("value=9MB"),
                                                      QStringLiteral("node=all")}
                                       << QStringList{QStringLiteral("write"), QStringLiteral("reload")};
    }

    void isResumedAndUndone()
    {
        QFETCH(QString, operation);
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, steps);
        for (const QString &step : steps) {
            for (const char *side : {"before:", "after:"}) {
                const QString where = QString::fromLatin1(side) + step;
                const QStringList before = state();
                const RunOutcome undone = m_console->undo(killedAt(where, operation, arguments));
                QVERIFY2(undone.state == OperationState::Undone, (where.toUtf8() + ' ' + why(undone)).constData());
                QCOMPARE(state(), before);
                const RunOutcome done = m_console->resume(killedAt(where, operation, arguments));
                QVERIFY2(done.state == OperationState::Done, (where.toUtf8() + ' ' + why(done)).constData());
                QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));
                if (operation == QLatin1String("prepare-primary"))
                    QCOMPARE(sql("SELECT count(*) FROM pg_hba_file_rules WHERE user_name = '{rep}'"),
                             QStringLiteral("1"));
                else
                    QCOMPARE(sql("SHOW work_mem"), QStringLiteral("9MB"));
                // Back by an undo of what is done, which a kill at the end would leave possible.
                const Result<std::unique_ptr<Journal>> journal = Journal::open();
                QVERIFY(journal && (*journal)->finish(done.entry.id, OperationState::Interrupted, std::nullopt, {}));
                const RunOutcome back = m_console->undo(done.entry.id);
                QVERIFY2(back.state == OperationState::Undone, why(back).constData());
                QCOMPARE(state(), before);
            }
        }
    }

private:
    [[nodiscard]] QString killedAt(const QString &where, const QString &operation, const QStringList &arguments)
    {
        const QString id = m_console->runKilledAt(where, operation, arguments);
        if (KilledConsole::said(id) != QLatin1String("interrupted"))
            QTest::qFail("The journal does not say that it was interrupted.", __FILE__, __LINE__);
        return id;
    }
    [[nodiscard]] QString sql(const char *text) const
    {
        return m_lab->sql(QStringLiteral("n1"), QString::fromLatin1(text));
    }
    [[nodiscard]] QString passfile() const { return m_lab->lab().directory + QStringLiteral("/pgpass"); }

    /// What must come back. A restart that was done stays done.
    [[nodiscard]] QStringList state() const
    {
        return {sql("SELECT pg_read_file('pg_hba.conf')"),
                sql("SELECT pg_read_file('postgresql.conf')"),
                sql("SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_file_settings"
                    " WHERE sourcefile LIKE '%auto.conf'"),
                sql("SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles"),
                sql("SELECT string_agg(proname || coalesce(proacl::text, ''), ' ' ORDER BY proname, oid) FROM pg_proc"
                    " WHERE proname IN ('pg_ls_dir', 'pg_stat_file', 'pg_read_binary_file') AND"
                    " proacl::text LIKE '%rep=%'"),
                sql("SELECT count(*) FROM pg_ls_dir('.') f WHERE f LIKE '%before-howdah%'"),
                sql("SHOW work_mem"),
                sql("SELECT pg_is_in_recovery()")};
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestKilledPreparePrimary)
#include "test_killed_prepare_primary.moc"
