#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QFile>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");
} // namespace

/// One history, and backups of every kind along it: each can be recovered from, and each is compared with what is on
/// record of it before a server starts on it.
class TestRecoverFromAnyBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) i"));
        m_table = m_lab->sql(n1, QStringLiteral("SELECT pg_relation_filepath('t')"));
        QVERIFY(m_lab->waitUntilReplayed(n2));
        m_ids.insert(QStringLiteral("tar"), m_backups->take({{QStringLiteral("compression"), QStringLiteral("gzip")}}));
        m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT i FROM generate_series(1, 100) i"));
        QVERIFY(m_lab->waitUntilReplayed(n2));
        const ServerLayout standby = m_backups->layout(n2);
        QVERIFY(runChecked(m_backups->host(), standby.stop(QStringLiteral("fast")), Deadline::after(Milliseconds{60000})));
        m_ids.insert(QStringLiteral("cold"), m_backups->take({{QStringLiteral("kind"), QStringLiteral("cold")},
                                                              {QStringLiteral("from"), n2}}));
        m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT i FROM generate_series(1, 10) i"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('good')"));
        m_lab->sql(n1, QStringLiteral("DELETE FROM t"));
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_lab->lab().directory + QStringLiteral("/archive/") + last), 60000);
    }

    void anyKindIsRecoveredFrom_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("tar files, gzip") << QStringLiteral("tar") << QStringLiteral("ok: Tar files");
        QTest::newRow("a cold copy of a standby") << QStringLiteral("cold") << QStringLiteral("ok: A cold copy");
    }
    void anyKindIsRecoveredFrom()
    {
        QFETCH(QString, kind);
        QFETCH(QString, said);
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"), from(kind));
        const QString verdict = LiveOperation::verdict(approved, QStringLiteral("programs"));
        QVERIFY2(verdict.startsWith(said), qPrintable(verdict + approved.sentence));
        qint64 most = 0;
        const RunOutcome outcome = m_operation->run(approved, [&most](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::Progress)
                most = std::max(most, event.totalBytes);
        });
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(askCopy(outcome, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1110"));
        QVERIFY(most > 0);
        takeDownCopy(*m_lab, outcome);
    }

    /// Without a name the newest that the target can be reached from.
    void theNewestIsTaken()
    {
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"), from({}));
        const QString verdict = LiveOperation::verdict(approved, QStringLiteral("backup"));
        QVERIFY2(verdict.startsWith(QStringLiteral("ok: The backup ") + m_ids.value(QStringLiteral("cold"))),
                 qPrintable(verdict));
        const Preparation unknown = m_operation->prepared(
            QStringLiteral("recover"), {{QStringLiteral("backup"), QStringLiteral("of-yesterday")}});
        const QString said = LiveOperation::verdict(unknown, QStringLiteral("backup"));
        QVERIFY2(said.startsWith(QLatin1String("blocked: There is no backup of-yesterday in ")), qPrintable(said));
    }

    void whatIsDamagedIsNotStarted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("damage"); // $1: the backup, $2: a table's file in it
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *kind, const char *damage, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(kind) << QString::fromLatin1(damage) << QString::fromLatin1(said);
        };
        row("a tar file cut off", "tar", "truncate -s -20000 \"$1\"/data/base.tar.gz", "gzip");
        row("a tar file that is missing", "tar", "rm \"$1\"/data/base.tar.gz", "");
        row("a flipped byte in a cold copy", "cold",
            "printf X | dd of=\"$1/data/$2\" bs=1 seek=5000 conv=notrunc status=none", "FAILED");
        row("a file missing in a cold copy", "cold", "rm \"$1/data/$2\"", "FAILED open or read");
    }
    void whatIsDamagedIsNotStarted()
    {
        QFETCH(QString, kind);
        QFETCH(QString, damage);
        QFETCH(QString, said);
        const QString backup = m_backups->directory() + QLatin1Char('/') + m_ids.value(kind);
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"), from(kind));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        m_backups->shell(QStringLiteral("cp --archive '%1' '%1.kept'; set -- '%1' '%2'; %3").arg(backup, m_table, damage));
        const RunOutcome outcome = m_operation->run(approved);
        m_backups->shell(QStringLiteral("rm -rf '%1' && mv '%1.kept' '%1'").arg(backup));
        const QString words = outcome.error ? outcome.error->full() : QString();
        // Found as the plan is looked at again, or as it is restored.
        QVERIFY2(outcome.state == OperationState::Undone || outcome.state == OperationState::NotReady,
                 why(outcome).constData());
        QVERIFY2(outcome.state == OperationState::NotReady || words.contains(said), qPrintable(words));
        QVERIFY(!QFile::exists(approved.situation.argument(QStringLiteral("into"))));
    }

private:
    [[nodiscard]] Arguments from(const QString &kind) const
    {
        Arguments arguments{{QStringLiteral("name"), QStringLiteral("good")}};
        if (!kind.isEmpty())
            arguments.insert(QStringLiteral("backup"), m_ids.value(kind));
        return arguments;
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<BackupsOfLab> m_backups;
    QHash<QString, QString> m_ids;
    QString m_table;
};

QTEST_GUILESS_MAIN(TestRecoverFromAnyBackup)
#include "test_recover_from_any_backup.moc"
