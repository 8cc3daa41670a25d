#include "core/hosts/server_layout.h"
#include "core/operations/report.h"
#include "core/operations/script.h"
#include "tests/live/operations/live_operation.h"
#include "tests/support/live_sshd.h"

#include <QJsonDocument>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString secret = QStringLiteral("hunter2-secret");

QString document(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

} // namespace

/// A source that keeps its configuration outside its data directory, as Debian's servers do: a base backup does not
/// bring it along.
class TestCloneConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        moveConfigurationAway();
    }

    void isTakenAlongWithoutItsSecretsOnRecord_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("hostId");
        QTest::newRow("on the source's host") << QStringLiteral("n3") << QStringLiteral("local");
        QTest::newRow("to another host") << QStringLiteral("n4") << QStringLiteral("ssh:good");
    }

    void isTakenAlongWithoutItsSecretsOnRecord()
    {
        QFETCH(QString, name);
        QFETCH(QString, hostId);
        if (hostId != QLatin1String("local")) {
            if (const QString reason = LiveSshd::skipReason(); !reason.isEmpty())
                QSKIP(qPrintable(reason));
            m_sshd = LiveSshd::make();
            QVERIFY(m_sshd);
        }
        const LiveOperation operation(*m_lab);
        const Preparation approved =
            operation.prepared(QStringLiteral("clone"), {{QStringLiteral("name"), name},
                                                         {QStringLiteral("host"), hostId},
                                                         {QStringLiteral("address"), QStringLiteral("127.0.0.1")}});
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("configuration"))
                    .contains(QLatin1String("outside its data directory")));
        const RunOutcome outcome = operation.run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_lab->waitUntilReplayed(name));
        const QString target = m_lab->sql(name, QStringLiteral("SHOW data_directory"));
        QCOMPARE(m_lab->sql(name, QStringLiteral("SHOW config_file")), target + QStringLiteral("/postgresql.conf"));
        QCOMPARE(m_lab->sql(name, QStringLiteral("SHOW hba_file")), target + QStringLiteral("/pg_hba.conf"));
        QCOMPARE(m_lab->sql(name, QStringLiteral("SHOW work_mem")), QStringLiteral("5MB"));
        QCOMPARE(m_lab->sql(name, QStringLiteral("SHOW maintenance_work_mem")), QStringLiteral("77MB"));
        QCOMPARE(m_lab->sql(name, QStringLiteral("SHOW effective_cache_size")), QStringLiteral("88MB"));
        QCOMPARE(m_lab->sql(QStringLiteral("n1"), QStringLiteral("SHOW config_file")),
                 m_elsewhere + QStringLiteral("/postgresql.conf"));

        // SHOW archive_command says "(disabled)" while archive_mode is off.
        QCOMPARE(m_lab->sql(name, QStringLiteral("SELECT setting FROM pg_file_settings"
                                                 " WHERE name = 'archive_command' AND applied")),
                 QStringLiteral("push --key=") + secret);
        QVERIFY(m_lab->sql(name, QStringLiteral("SELECT pg_read_file('pg_hba.conf')")).contains(secret));
        const auto journal = Journal::open();
        QVERIFY(journal);
        const auto entry = (*journal)->find(outcome.entry.id);
        QVERIFY(entry);
        const QHash<QString, QString> records{
            {QStringLiteral("plan"), document(toJson(approved.plan))},
            {QStringLiteral("checks"), QString::fromUtf8(QJsonDocument(toJson(approved.checks)).toJson())},
            {QStringLiteral("script"), toScript(approved.plan, m_lab->hosts())},
            {QStringLiteral("journalled plan"), document(toJson(entry->plan))},
            {QStringLiteral("journal entry"), document(toJson(*entry))},
            {QStringLiteral("report"), reportMarkdown(*entry, m_lab->hosts())},
            {QStringLiteral("HTML report"), reportHtml(*entry, m_lab->hosts())}};
        QVERIFY(
            records.value(QStringLiteral("journalled plan")).contains(m_elsewhere + QStringLiteral("/pg_hba.conf")));
        for (auto record = records.cbegin(); record != records.cend(); ++record) {
            QVERIFY2(!record->isEmpty(), qPrintable(record.key()));
            QVERIFY2(!record->contains(secret), qPrintable(record.key()));
        }
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
                           "work_mem = '4MB'\n  Work_Mem '5MB'\narchive_command = 'push --key=%3'\n"
                           "include_dir = 'conf.d'\n")
                .arg(data, m_elsewhere, secret);
        QVERIFY(host.writeFile(file, *content + added.toUtf8(), 0600, owner, Deadline::never()));
        const QString more = m_elsewhere + QStringLiteral("/conf.d");
        QVERIFY(host.makeDirectory(more, 0700, owner, Deadline::never()));
        QVERIFY(host.writeFile(more + QStringLiteral("/more.conf"), "effective_cache_size = '88MB' # no end of line",
                               0600, owner, Deadline::never()));
        const QString hbaFile = m_elsewhere + QStringLiteral("/pg_hba.conf");
        const Result<QByteArray> rules = host.readFile(hbaFile, owner, Deadline::never());
        QVERIFY(rules);
        QVERIFY(host.writeFile(hbaFile, *rules + "\n# ldapbindpasswd=" + secret.toUtf8() + "\n", 0600, owner,
                               Deadline::never()));
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

    std::unique_ptr<LiveSshd> m_sshd; // outlives the lab, which ends the server that was reached through it
    std::unique_ptr<LiveLab> m_lab;
    QString m_elsewhere;
};

QTEST_GUILESS_MAIN(TestCloneConfiguration)
#include "test_clone_configuration.moc"
