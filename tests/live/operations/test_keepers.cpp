// Backups and restores through pgBackRest and Barman, both for real.
#include "core/backup/pgbackrest.h"
#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QStandardPaths>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1");

QString at(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestKeepers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("Needs root: Barman runs as a user of its own.");
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_directory = m_lab->lab().directory;
        m_lab->sql(n1, at("CREATE TABLE t AS SELECT generate_series(1, 1000) AS id"));
        // Both log in without a password.
        m_backups->shell(at("cd '%1/n1' && { printf 'local all all trust\\nhost all all 127.0.0.1/32 trust\\n"
                            "host replication all 127.0.0.1/32 trust\\n'; cat pg_hba.conf; } >hba.new &&"
                            " mv hba.new pg_hba.conf")
                             .arg(m_directory));
        m_lab->sql(n1, at("SELECT pg_reload_conf()"));
    }
    void cleanupTestCase()
    {
        if (!m_barman.isEmpty())
            root(at("runuser -u barman -- barman -c '%1/barman.conf' receive-wal --stop lab; rm -rf '%1' '%2'")
                     .arg(m_barman, m_open));
    }

    void whatIsNotSetUpSaysSo()
    {
        if (missing(at("pgbackrest")))
            QSKIP("There is no pgbackrest here.");
        writePgBackRest();
        const Preparation before = prepared(at("keeper-backup"), pgBackRest());
        QCOMPARE(verdict(before, "known"), at("blocked: pgBackRest knows no cluster there."));
    }

    void pgBackRestTakesOneAndRestoresIt()
    {
        if (missing(at("pgbackrest")))
            QSKIP("There is no pgbackrest here.");
        const QString call = at("pgbackrest --config='%1' --stanza=lab ").arg(m_config);
        m_backups->shell(call + at("stanza-create"));
        m_lab->sql(n1, at("ALTER SYSTEM SET archive_command = $$%1archive-push %p$$")
                           .replace(at("%1"), at("pgbackrest --config=%1 --stanza=lab ").arg(m_config)));
        m_lab->sql(n1, at("SELECT pg_reload_conf()"));
        // Whether it is told which configuration, or finds it in archive_command.
        for (const Arguments &arguments : {pgBackRest(), Arguments{}})
            QTRY_VERIFY_WITH_TIMEOUT(
                verdict(prepared(at("keeper-backup"), arguments), "known") == at("ok: It is \"lab\" there."), 30000);
        takenAndRestored(pgBackRest());
        Arguments wrong = pgBackRest();
        wrong.insert(at("name"), at("shop"));
        QCOMPARE(verdict(prepared(at("keeper-backup"), wrong), "known"),
                 at("blocked: pgBackRest knows no \"shop\"; it knows lab."));
        // It stands among the others.
        const Result<QList<BaseBackup>> listed =
            listPgBackRest(m_backups->host(), As{m_backups->owner()}, at("--config=") + m_config,
                           m_backups->stock().systemIdentifier, Deadline::after(Milliseconds{30000}));
        QVERIFY(listed && listed->size() == 1);
    }

    /// Its archive is reached by its own command, which is found by itself.
    void aCopyRecoversThroughPgBackRest()
    {
        if (m_config.isEmpty())
            QSKIP("There is no pgbackrest here.");
        QVERIFY(!m_backups->take().isEmpty());
        m_lab->sql(n1, at("INSERT INTO t SELECT generate_series(1001, 1010)"));
        const QString last = m_lab->sql(n1, at("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, at("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_lab->sql(n1, at("SELECT coalesce(last_archived_wal, '') >= '%1' FROM pg_stat_archiver").arg(last)) == at("t"),
            60000);
        const LiveOperation operation(*m_lab);
        const Preparation approved = operation.prepared(at("recover"));
        QVERIFY(approved.situation.argument(at("restore-command")).contains(at("archive-get %f")));
        QVERIFY2(verdict(approved, "fetching").startsWith(at("ok: ")), qPrintable(verdict(approved, "fetching")));
        const RunOutcome recovered = operation.run(approved);
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        QCOMPARE(askCopy(recovered, at("SELECT count(*) FROM t")), at("1010"));
        takeDownCopy(*m_lab, recovered);
    }

    void barmanTakesOneAndRestoresIt()
    {
        if (missing(at("barman")))
            QSKIP("There is no barman here.");
        writeBarman();
        const QString call = at("runuser -u barman -- barman -c '%1/barman.conf' ").arg(m_barman);
        root(call + at("cron"));
        // Its receiver must have a segment before it takes a backup.
        QTRY_VERIFY_WITH_TIMEOUT(
            m_lab->sql(n1, at("SELECT count(*) FROM pg_replication_slots WHERE active")) == at("1"), 60000);
        root(call + at("switch-wal --force --archive lab || true"));
        takenAndRestored({{at("keeper"), at("barman")}, {at("config"), m_barman + at("/barman.conf")}});
        const Preparation type =
            prepared(at("keeper-backup"), {{at("keeper"), at("barman")}, {at("type"), at("incr")}});
        QCOMPARE(type.readiness, Readiness::NotReady);
    }

private:
    static bool missing(const QString &program) { return QStandardPaths::findExecutable(program).isEmpty(); }
    QString root(const QString &script) const
    {
        const Result<CommandOutcome> outcome =
            m_backups->host().run({.argv = {at("sh"), at("-c"), script}}, Deadline::after(Milliseconds{120000}));
        return outcome ? QString::fromUtf8(outcome->output).trimmed() : QString();
    }
    [[nodiscard]] Preparation prepared(const QString &operation, const Arguments &arguments) const
    {
        return LiveOperation(*m_lab).prepared(operation, arguments);
    }
    static QString verdict(const Preparation &preparation, const char *check)
    {
        return LiveOperation::verdict(preparation, QString::fromLatin1(check));
    }
    [[nodiscard]] Arguments pgBackRest() const { return {{at("keeper"), at("pgbackrest")}, {at("config"), m_config}}; }

    void takenAndRestored(const Arguments &arguments)
    {
        const LiveOperation operation(*m_lab);
        const RunOutcome taken = operation.run(at("keeper-backup"), arguments);
        QVERIFY2(taken.state == OperationState::Done, why(taken).constData());
        Arguments into = arguments;
        if (arguments.value(at("keeper")) == at("barman")) { // the lab's directory is its owner's alone
            const Preparation closed = operation.prepared(at("keeper-restore"), arguments);
            QVERIFY(verdict(closed, "place").startsWith(at("blocked: Barman runs as barman, who may not enter")));
            into.insert(at("into"), m_open + at("/restored"));
        }
        const Preparation approved = operation.prepared(at("keeper-restore"), into);
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome restored = operation.run(approved);
        QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        const QString place = approved.situation.argument(at("into"));
        QCOMPARE(m_backups->shell(at("stat -c %U '%1/data'").replace(at("%1"), place)), m_backups->owner());
        const RunOutcome again = operation.run(at("keeper-restore"), [&] {
            Arguments there = arguments;
            there.insert(at("into"), place);
            return there;
        }());
        QCOMPARE(again.state, OperationState::NotReady);
        m_backups->shell(at("rm -rf '%1'").arg(place));
    }

    void writePgBackRest()
    {
        const QString place = m_directory + at("/pgbackrest");
        m_config = place + at("/pgbackrest.conf");
        const QString sockets = m_lab->sql(n1, at("SHOW unix_socket_directories"));
        m_backups->shell(at("mkdir -p '%1/log' '%1/lock' '%1/repo' '%1/spool' && cat >'%1/pgbackrest.conf' <<'END'\n"
                            "[global]\nrepo1-path=%1/repo\nlog-path=%1/log\nlock-path=%1/lock\nspool-path=%1/spool\n"
                            "start-fast=y\nrepo1-retention-full=2\nlog-level-console=warn\n"
                            "[lab]\npg1-path=%2/n1\npg1-port=%3\npg1-socket-path=%4\npg1-user=%5\nEND")
                             .arg(place, m_directory, m_lab->connInfo(n1).port(), sockets, m_lab->connInfo(n1).user()));
    }
    void writeBarman()
    {
        m_barman = root(at("d=$(mktemp -d /tmp/howdah-barman-XXXXXX) && chown barman: \"$d\" && echo \"$d\""));
        QVERIFY(!m_barman.isEmpty());
        const QString login = at("host=127.0.0.1 port=%1 user=%2 dbname=postgres")
                                  .arg(m_lab->connInfo(n1).port(), m_lab->connInfo(n1).user());
        m_open = root(at("d=$(mktemp -d /tmp/howdah-restored-XXXXXX) && chmod 777 \"$d\" && echo \"$d\""));
        root(at("cat >'%1/barman.conf' <<'END'\n[barman]\nbarman_user = barman\nbarman_home = %1\n"
                "configuration_files_directory = %1/none\nlog_file = %1/log\n[lab]\ndescription = lab\nconninfo = %2\n"
                "streaming_conninfo = %2\nbackup_method = postgres\nstreaming_archiver = on\nslot_name = barman\n"
                "create_slot = auto\npath_prefix = %3\nEND\nmkdir '%1/none'; chown -R barman: '%1'")
                 .arg(m_barman, login, m_backups->layout(n1).binDirectory));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_directory, m_config, m_barman;
    QString m_open; // anybody may write there
};

QTEST_GUILESS_MAIN(TestKeepers)
#include "test_keepers.moc"
