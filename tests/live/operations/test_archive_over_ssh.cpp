#include "core/backup/archive_command.h"
#include "tests/live/operations/archive_of_lab.h"
#include "tests/live/operations/recovered_copy.h"
#include "tests/support/live_sshd.h"

#include <QDir>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;
using Kind = ArchiveTrouble::Kind;
Q_DECLARE_METATYPE(ArchiveTrouble::Kind)

namespace {
const QString n1 = QStringLiteral("n1");
}

/// An archive on another machine: the server's own user goes there by ssh, to a real sshd.
class TestArchiveOverSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveSshd::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        if (::geteuid() != 0)
            QSKIP("Needs root: the server's user gets a key of its own.");
        m_lab = LiveLab::make({.standbys = 1});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_sshd = LiveSshd::make();
        QVERIFY(m_sshd);
        m_archive = m_lab->lab().directory + QStringLiteral("/far");
        giveKeyToServer();
        m_arguments = {{QStringLiteral("restart"), QStringLiteral("true")},
                       {QStringLiteral("timeout"), QStringLiteral("0s")},
                       {QStringLiteral("directory"), m_archive},
                       {QStringLiteral("host"), QStringLiteral("postgres")},
                       {QStringLiteral("ssh-config"), m_keys + QStringLiteral("/config")},
                       {QStringLiteral("compression"), QStringLiteral("gzip")}};
    }

    void whatCannotLogInIsSaidBefore()
    {
        m_sshd->stop();
        const Preparation preparation = m_operation->prepared(QStringLiteral("set-archiving"), m_arguments);
        m_sshd->start();
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("directory"));
        QVERIFY2(verdict.contains(QLatin1String("is not reached by ssh")), qPrintable(verdict));
    }

    void aStopPutsEverythingBack()
    {
        const Preparation approved = m_operation->prepared(QStringLiteral("set-archiving"), m_arguments);
        std::stop_source stop;
        const RunOutcome outcome = m_operation->run(
            approved,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Done)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(!QFile::exists(m_archive));
        QVERIFY(!QFile::exists(m_lab->lab().directory + QStringLiteral("/n1/.howdah")));
    }

    void segmentsArriveThere()
    {
        const RunOutcome outcome = m_operation->run(QStringLiteral("set-archiving"), m_arguments);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(outcome.entry.result.value(QLatin1String("segment")).toString().endsWith(QLatin1String(".gz")));
        const ArchiveView view = look();
        QCOMPARE(view.place.destination, QStringLiteral("postgres"));
        QVERIFY2(view.issue.isEmpty() && !view.trouble, qPrintable(view.issue));
        QVERIFY(!view.inventory.runs.isEmpty());
        QCOMPARE(view.faults.size() + view.inventory.unfinished.size(), 0);
    }

    void whatWasArchivedComesBack()
    {
        const QString name = nameOf({1, look().inventory.runs.first().first}, 16U << 20);
        const QString back = m_keys + QStringLiteral("/back");
        const auto restore = [&](const QString &segment) {
            const auto host = m_lab->hosts().find(QStringLiteral("local"));
            const auto outcome = (*host)->run(
                {.argv = {m_lab->lab().directory + QStringLiteral("/n1/.howdah/restore-wal-over-ssh"),
                          QStringLiteral("postgres"), m_keys + QStringLiteral("/config"), m_archive, segment, back},
                 .asUser = m_lab->lab().systemUser},
                Deadline::after(Milliseconds{30000}));
            return outcome ? outcome->exitCode : -1;
        };
        QCOMPARE(restore(name), 0);
        QCOMPARE(QFileInfo(back).size(), 16 << 20);
        QCOMPARE(restore(QStringLiteral("0000000900000000000000FF")), 1); // not there: recovery ends in order
        m_sshd->stop();
        QCOMPARE(restore(name), 126); // no way there is no end of the archive
        m_sshd->start();
        QVERIFY(!QFile::exists(back));
    }

    void aCopyRecoversFromThere()
    {
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT 1 AS a"));
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        for (int segment = 0; segment < 6; ++segment) {
            m_lab->sql(n1, QStringLiteral("INSERT INTO t VALUES (2)"));
            m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        }
        QVERIFY(waitFor([&] { return look().waiting == 0; }));
        const RunOutcome recovered = m_operation->run(QStringLiteral("recover"));
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        QCOMPARE(askCopy(recovered, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("7"));
        const QString place = recovered.entry.result.value(QLatin1String("directory")).toString();
        QFile script(place + QStringLiteral("/fetch-wal"));
        QVERIFY(script.open(QIODevice::ReadOnly) && script.readAll().contains(" together=4 "));
        QVERIFY(!QFile::exists(place + QStringLiteral("/ahead")));
        takeDownCopy(*m_lab, recovered);
    }

    void aHostThatGoesIsExplained_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ArchiveTrouble::Kind>("kind");
        QTest::newRow("down") << QStringLiteral("down") << Kind::HostUnreachable;
        QTest::newRow("lets nobody in") << QStringLiteral("nobody") << Kind::LoginRefused;
        QTest::newRow("shows another key") << QStringLiteral("key") << Kind::HostKeyUnknown;
    }
    void aHostThatGoesIsExplained()
    {
        QFETCH(QString, fault);
        QFETCH(ArchiveTrouble::Kind, kind);
        m_sshd->stop();
        if (fault == QLatin1String("nobody"))
            m_sshd->acceptNobody();
        else if (fault == QLatin1String("key"))
            m_sshd->takeOtherHostKey();
        if (fault != QLatin1String("down"))
            m_sshd->start();
        const int failures = m_lab->sql(n1, QStringLiteral("SELECT failed_count FROM pg_stat_archiver")).toInt();
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('x')"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        std::optional<ArchiveTrouble> found;
        const bool explained = waitFor([&] {
            found = look().trouble;
            return found && found->kind == kind;
        });
        QVERIFY2(explained, qPrintable(found ? found->what : QStringLiteral("nothing")));
        QVERIFY2(waitFor([&] {
                     return m_lab->sql(n1, QStringLiteral("SELECT failed_count FROM pg_stat_archiver")).toInt() >
                            failures;
                 }),
                 "The server does not count it.");
        if (fault != QLatin1String("down"))
            return;
        m_sshd->start();
        QVERIFY(waitFor([&] { return look().waiting == 0; }));
    }

private:
    [[nodiscard]] ArchiveView look() const { return archiveOf(*m_lab, m_operation->environment); }
    bool waitFor(const std::function<bool()> &seen)
    {
        return QTest::qWaitFor(
            [&] {
                m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()")); // wakes the archiver
                return seen();
            },
            90000);
    }
    /// The client's configuration and keys, copied to where that user can read them.
    void giveKeyToServer()
    {
        const QString from = QFileInfo(m_sshd->configFile()).path();
        m_keys = m_lab->lab().directory + QStringLiteral("/keys");
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const auto outcome =
            runChecked(**host,
                       {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                                 QStringLiteral("cp -r \"$1\" \"$2\" && sed -i \"s|$1|$2|g\" \"$2/config\" &&"
                                                " chown -R \"$3\": \"$2\" && chmod 700 \"$2\""),
                                 QStringLiteral("sh"), from, m_keys, m_lab->lab().systemUser}},
                       Deadline::after(Milliseconds{20000}));
        QVERIFY2(outcome.ok(), qPrintable(outcome ? QString() : outcome.error().full()));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<LiveSshd> m_sshd;
    QString m_archive, m_keys;
    Arguments m_arguments;
};

QTEST_GUILESS_MAIN(TestArchiveOverSsh)
#include "test_archive_over_ssh.moc"
