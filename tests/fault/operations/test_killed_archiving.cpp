#include "tests/fault/killed_console.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString setArchiving = QStringLiteral("set-archiving");
} // namespace

/// kill -9 of the console around every step of setting archiving up.
class TestKilledArchiving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
        m_archive = m_lab->lab().directory + QStringLiteral("/archive");
        m_untouched = settings();
    }

    void isUndone_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *step : {"install", "settings", "restart", "prove"})
            for (const char *side : {"before:", "after:"})
                QTest::addRow("%s%s", side, step) << QString::fromLatin1(side) + QString::fromLatin1(step);
    }
    void isUndone()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, setArchiving, m_words);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(settings(), m_untouched);
        QVERIFY(!QFile::exists(m_archive + QStringLiteral("/.howdah")));
    }

    void isResumed_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"after:install", "after:settings", "before:restart", "after:restart", "before:prove"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }
    void isResumed()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, setArchiving, m_words);
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW archive_mode")), QStringLiteral("on"));
        QVERIFY(!outcome.entry.result.value(QLatin1String("segment")).toString().isEmpty());
        switchOff();
    }

private:
    void switchOff()
    {
        const auto approved = prepare(
            *findOperation(setArchiving), m_lab->cluster(),
            {{QStringLiteral("archiving"), QStringLiteral("off")}, {QStringLiteral("restart"), QStringLiteral("true")}},
            m_console->environment);
        QVERIFY(approved);
        const RunOutcome off =
            runOperation(*findOperation(setArchiving), *approved, m_lab->cluster(), m_console->environment, {}, {});
        QVERIFY2(off.state == OperationState::Done, why(off).constData());
    }
    [[nodiscard]] QString settings() const
    {
        return m_lab->sql(n1, QStringLiteral("SELECT string_agg(name || '=' || setting || pending_restart, ' '"
                                             " ORDER BY name) FROM pg_settings WHERE name ~ '^archive'"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
    QString m_archive, m_untouched;
    const QStringList m_words{QStringLiteral("restart=true"), QStringLiteral("timeout=0s")};
};

HOWDAH_FAULT_MAIN(TestKilledArchiving)
#include "test_killed_archiving.moc"
