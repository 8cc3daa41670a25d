#include "core/hosts/server_layout.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

/// A source that keeps its configuration outside its data directory, as Debian's servers do: a base backup does not
/// bring it along.
class TestCloneConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTakenAlong()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        moveConfigurationAway();
        if (QTest::currentTestFailed())
            return;
        const LiveOperation operation(*m_lab);
        const Preparation approved = operation.prepared(QStringLiteral("clone"));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("configuration"))
                    .contains(QLatin1String("outside its data directory")));
        const RunOutcome outcome = operation.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n3")));
        const QString target = m_lab->sql(QStringLiteral("n3"), QStringLiteral("SHOW data_directory"));
        QCOMPARE(m_lab->sql(QStringLiteral("n3"), QStringLiteral("SHOW config_file")),
                 target + QStringLiteral("/postgresql.conf"));
        QCOMPARE(m_lab->sql(QStringLiteral("n3"), QStringLiteral("SHOW hba_file")),
                 target + QStringLiteral("/pg_hba.conf"));
        QCOMPARE(m_lab->sql(QStringLiteral("n3"), QStringLiteral("SHOW work_mem")), QStringLiteral("5MB"));
        QCOMPARE(m_lab->sql(QStringLiteral("n3"), QStringLiteral("SHOW maintenance_work_mem")), QStringLiteral("77MB"));
        QCOMPARE(m_lab->sql(QStringLiteral("n1"), QStringLiteral("SHOW config_file")),
                 m_elsewhere + QStringLiteral("/postgresql.conf"));
    }

private:
    void moveConfigurationAway()
    {
        const auto found = m_lab->hosts().find(QStringLiteral("local"));
        Host &host = **found;
        const As owner{m_lab->lab().systemUser};
        const QString data = m_lab->sql(QStringLiteral("n1"), QStringLiteral("SHOW data_directory"));
        m_elsewhere = m_lab->lab().directory + QStringLiteral("/etc");
        const Result<ServerLayout> layout = findServerLayout(host, data, Deadline::never());
        QVERIFY(layout);
        QVERIFY(runChecked(host, layout->stop(QStringLiteral("fast")), Deadline::never()));
        QVERIFY(host.makeDirectory(m_elsewhere, 0700, owner, Deadline::never()));
        for (const char *name : {"postgresql.conf", "pg_hba.conf", "pg_ident.conf"}) {
            const QString file = QLatin1Char('/') + QLatin1String(name);
            QVERIFY(host.move(data + file, m_elsewhere + file, owner, Deadline::never()));
        }
        const QString file = m_elsewhere + QStringLiteral("/postgresql.conf");
        const Result<QByteArray> content = host.readFile(file, owner, Deadline::never());
        QVERIFY(content);
        const QString added =
            QStringLiteral("\ndata_directory = '%1'\nhba_file = '%2/pg_hba.conf'\nident_file = '%2/pg_ident.conf'\n"
                           "work_mem = '5MB'\n")
                .arg(data, m_elsewhere);
        QVERIFY(host.writeFile(file, *content + added.toUtf8(), 0600, owner, Deadline::never()));
        const Command start{.argv = {layout->binDirectory + QStringLiteral("/pg_ctl"), QStringLiteral("-D"),
                                     m_elsewhere, QStringLiteral("-w"), QStringLiteral("-l"),
                                     m_elsewhere + QStringLiteral("/log"), QStringLiteral("-o"),
                                     QStringLiteral("-c maintenance_work_mem=77MB"), QStringLiteral("start")},
                            .asUser = owner.user,
                            .detached = true};
        const auto started = runChecked(host, start, Deadline::never());
        QVERIFY2(started, started ? "" : qPrintable(started.error().full()));
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));
    }

    std::unique_ptr<LiveLab> m_lab;
    QString m_elsewhere;
};

QTEST_GUILESS_MAIN(TestCloneConfiguration)
#include "test_clone_configuration.moc"
