#include "core/hosts/ssh_host.h"
#include "core/hosts/ssh_silence.h"
#include "tests/support/live_network.h"
#include "tests/support/live_sshd.h"

#include <QElapsedTimer>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const Command nothing{.argv = {QStringLiteral("true")}};

struct Asked
{
    Result<CommandOutcome> outcome;
    qint64 ms = 0;
    [[nodiscard]] bool answered() const { return outcome && outcome->succeeded(); }
};

Asked ask(Host &host, int patienceMs)
{
    QElapsedTimer timer;
    timer.start();
    const Result<CommandOutcome> outcome = host.run(nothing, Deadline::after(Milliseconds{patienceMs}), {}, {});
    return {outcome, timer.elapsed()};
}

} // namespace

/// A machine that says nothing at all: whoever asks again does not wait as long again, and nobody believes for long
/// that it is gone.
class TestSshSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveSshd::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
    }
    void init()
    {
        m_sshd = LiveSshd::make();
        QVERIFY(m_sshd);
        const auto made = makeSshHost(QStringLiteral("ssh:good"), {});
        QVERIFY(made);
        m_host = *made;
    }
    void cleanup()
    {
        m_host.reset();
        m_sshd.reset();
    }

    void theSecondQuestionIsAnsweredAtOnce()
    {
        m_sshd->pause();
        const Asked first = ask(*m_host, 4000);
        QVERIFY(!first.answered());
        QVERIFY(first.ms >= 3500);
        const Asked second = ask(*m_host, 30000);
        QVERIFY(!second.outcome);
        QCOMPARE(second.outcome.error().code, ErrorCode::Unreachable);
        QVERIFY2(second.outcome.error().full().contains(QLatin1String("does not answer")),
                 qPrintable(second.outcome.error().full()));
        QVERIFY2(second.ms < first.ms / 2, qPrintable(QString::number(second.ms)));
        m_sshd->resume();
    }

    void itIsAskedAgainWhenSomethingNewBegins()
    {
        m_sshd->pause();
        QVERIFY(!ask(*m_host, 3000).answered());
        m_sshd->resume();
        askSilentMachinesAgain();
        const Asked again = ask(*m_host, 30000);
        QVERIFY2(again.answered(), again.outcome ? "" : qPrintable(again.outcome.error().full()));
    }

    void itIsAskedAgainAfterAWhile()
    {
        m_sshd->pause();
        QVERIFY(!ask(*m_host, 3000).answered());
        m_sshd->resume();
        QTRY_VERIFY_WITH_TIMEOUT(ask(*m_host, 30000).answered(), 40000);
    }

    void aRefusalIsNoSilence()
    {
        m_sshd->stop();
        QVERIFY(!ask(*m_host, 30000).answered());
        m_sshd->start();
        const Asked again = ask(*m_host, 30000);
        QVERIFY2(again.answered(), again.outcome ? "" : qPrintable(again.outcome.error().full()));
    }

    /// The connection that was open is given up by ssh itself, some time after the cable was pulled.
    void aMachineThatFallsSilentLater()
    {
        if (const QString reason = LiveNetwork::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        cleanup();
        const QString name = QStringLiteral("n1");
        const auto network = LiveNetwork::make({name});
        m_sshd = LiveSshd::make(LiveSshd::Users::OfThisMachine, {network->address(name), network->within(name)});
        m_host = *makeSshHost(QStringLiteral("ssh:good"), {});
        QVERIFY(ask(*m_host, 30000).answered());
        network->cut(name);
        const Asked first = ask(*m_host, 120000);
        QVERIFY(!first.answered());
        const Asked second = ask(*m_host, 30000);
        QVERIFY(!second.answered());
        qInfo("silent after %lld ms, then known within %lld ms", first.ms, second.ms);
        QVERIFY2(second.ms < first.ms / 2, qPrintable(QString::number(second.ms)));
        network->heal(name);
        askSilentMachinesAgain();
        const Asked again = ask(*m_host, 60000);
        QVERIFY2(again.answered(), again.outcome ? "" : qPrintable(again.outcome.error().full()));
        m_host.reset();
    }

private:
    std::unique_ptr<LiveSshd> m_sshd;
    std::shared_ptr<Host> m_host;
};

QTEST_GUILESS_MAIN(TestSshSilence)
#include "test_ssh_silence.moc"
