#include "tests/live/cli/howdahctl.h"

#include <QDir>

#include <csignal>

using howdah::test::CommandLineLab;
using howdah::test::Howdahctl;

/// A clone that is cut off in the middle: by kill -9, by Ctrl-C, by Ctrl-C twice.
class TestInterrupted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_lab = std::make_unique<CommandLineLab>(0); }
    void cleanupTestCase() { m_lab.reset(); }

    void goesOnOrTakesBack_data();
    void goesOnOrTakesBack();
    void undoesWhenAskedToStop();
    void leavesItToUsWhenAskedTwice();
    void goesOnWithADestructiveOneOnlyWhenConfirmed();

private:
    /// A clone so slow that there is a middle, when its copying has begun.
    void startSlowly(QProcess &process, const QString &node);

    [[nodiscard]] QJsonObject newest() const;
    [[nodiscard]] QStringList clone(const QString &node) const;

    std::unique_ptr<CommandLineLab> m_lab;
};

QJsonObject TestInterrupted::newest() const
{
    return m_lab->run({QStringLiteral("operations")})
        .json()
        .value(QStringLiteral("operations"))
        .toArray()
        .at(0)
        .toObject();
}

QStringList TestInterrupted::clone(const QString &node) const
{
    return {QStringLiteral("clone"), CommandLineLab::name(), QStringLiteral("--name"), node, QStringLiteral("--yes")};
}

void TestInterrupted::goesOnOrTakesBack_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("way");
    QTest::newRow("undone after the copy") << "after:copy"
                                           << "gone"
                                           << "undo";
    QTest::newRow("undone before the start") << "before:start"
                                             << "gone too"
                                             << "undo";
    QTest::newRow("resumed after the copy") << "after:copy"
                                            << "kept"
                                            << "resume";
    QTest::newRow("resumed after the start") << "after:start"
                                             << "kept ñ"
                                             << "resume";
}

void TestInterrupted::goesOnOrTakesBack()
{
    QFETCH(const QString, where);
    QFETCH(const QString, node);
    QFETCH(const QString, way);
    const Howdahctl::Answer killed = m_lab->run(clone(node), {{QStringLiteral("HOWDAH_KILL_AT"), where}});
    COMPARE_CODE(killed, -1);

    const QJsonObject entry = newest();
    QCOMPARE(entry.value(QStringLiteral("operation")).toString(), QStringLiteral("clone"));
    QCOMPARE(entry.value(QStringLiteral("outcome")).toString(), QStringLiteral("interrupted"));
    const QString id = entry.value(QStringLiteral("id")).toString();
    const Howdahctl::Answer shown = m_lab->howdahctl().run({QStringLiteral("operations"), QStringLiteral("show"), id});
    COMPARE_CODE(shown, 0);
    QVERIFY2(shown.output.contains(QStringLiteral("operations resume ") + id), shown.all().constData());

    COMPARE_CODE(m_lab->run({QStringLiteral("operations"), way, id}), 0);
    const bool undone = way == QStringLiteral("undo");
    QCOMPARE(newest().value(QStringLiteral("outcome")).toString(),
             undone ? QStringLiteral("undone") : QStringLiteral("done"));
    if (undone)
        QVERIFY(m_lab->node(node).isEmpty());
    else
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->state(node), QStringLiteral("streaming"), 20000);
    // There is nothing left to go on with.
    COMPARE_CODE(m_lab->run({QStringLiteral("operations"), way, id}), 3);
}

void TestInterrupted::startSlowly(QProcess &process, const QString &node)
{
    m_lab->howdahctl().start(
        process, clone(node) + QStringList{QStringLiteral("--rate"), QStringLiteral("1M"), QStringLiteral("--json")});
    QByteArray progress;
    QTRY_VERIFY_WITH_TIMEOUT((progress += process.readAllStandardError()).contains("\nDone"), 30000);
}

void TestInterrupted::undoesWhenAskedToStop()
{
    const qsizetype before = m_lab->nodes().size();
    QProcess process;
    startSlowly(process, QStringLiteral("stopped"));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Howdahctl::Answer answer = Howdahctl::answerOf(process);
    COMPARE_CODE(answer, 1);
    QCOMPARE(answer.json().value(QStringLiteral("outcome")).toString(), QStringLiteral("undone"));
    QCOMPARE(m_lab->nodes().size(), before);
    QCOMPARE(newest().value(QStringLiteral("outcome")).toString(), QStringLiteral("undone"));
}

void TestInterrupted::leavesItToUsWhenAskedTwice()
{
    const qsizetype before = m_lab->nodes().size();
    QProcess process;
    startSlowly(process, QStringLiteral("abandoned"));
    // Two kinds of signal: two of one kind may arrive as one.
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    COMPARE_CODE(Howdahctl::answerOf(process), 4);
    const QJsonObject entry = newest();
    QCOMPARE(entry.value(QStringLiteral("outcome")).toString(), QStringLiteral("interrupted"));
    COMPARE_CODE(m_lab->run({QStringLiteral("operations"), QStringLiteral("undo"),
                             entry.value(QStringLiteral("id")).toString()}),
                 0);
    QCOMPARE(m_lab->nodes().size(), before);
}

void TestInterrupted::goesOnWithADestructiveOneOnlyWhenConfirmed()
{
    const Howdahctl::Answer killed =
        m_lab->run({QStringLiteral("restart"), CommandLineLab::name(), QStringLiteral("--node"), QStringLiteral("n1"),
                    QStringLiteral("--yes")},
                   {{QStringLiteral("HOWDAH_KILL_AT"), QStringLiteral("before:restart")}});
    COMPARE_CODE(killed, -1);
    const QString id = newest().value(QStringLiteral("id")).toString();
    const QStringList resume{QStringLiteral("operations"), QStringLiteral("resume"), id};
    const Howdahctl::Answer refused = m_lab->run(resume);
    COMPARE_CODE(refused, 2);
    QVERIFY2(refused.errors.contains(QStringLiteral("--yes")), refused.all().constData());
    QCOMPARE(newest().value(QStringLiteral("outcome")).toString(), QStringLiteral("interrupted"));
    COMPARE_CODE(m_lab->run(resume + QStringList{QStringLiteral("--yes")}), 0);
    QCOMPARE(newest().value(QStringLiteral("outcome")).toString(), QStringLiteral("done"));
}

QTEST_GUILESS_MAIN(TestInterrupted)
#include "test_interrupted.moc"
