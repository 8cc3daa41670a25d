#include "core/hosts/server_layout.h"
#include "tests/live/cli/howdahctl.h"
#include "tests/live/operations/past_of_lab.h"
#include "tests/support/live_sshd.h"

#include <QFile>
#include <QProcess>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1");

} // namespace

/// The transactions of a lab that archives: 1000 rows in t, 499 of them deleted in the second segment.
class TestWal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        run("CREATE TABLE t (a int PRIMARY KEY, b text)");
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        run("INSERT INTO t SELECT g, 'x' FROM generate_series(1, 1000) g");
        switchSegment();
        m_deleteLsn = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_insert_lsn()"));
        run("DELETE FROM t WHERE a < 500");
        run("CREATE TABLE long (v text); ALTER TABLE long ALTER v SET STORAGE EXTERNAL");
        run("INSERT INTO long SELECT string_agg(md5(g::text), '') FROM generate_series(1, 30000) g");
        run("TRUNCATE long");
        switchSegment();
        run("UPDATE t SET b = 'y' WHERE a > 900");
        switchSegment();
        run("BEGIN; INSERT INTO t VALUES (1); SAVEPOINT s; INSERT INTO t VALUES (2); ROLLBACK TO s; "
            "SAVEPOINT u; INSERT INTO t VALUES (3); COMMIT");
        run("BEGIN; DELETE FROM t; ROLLBACK");
    }

    void theDeleteIsFoundAndRecoveredFrom()
    {
        const Howdahctl::Answer answer =
            wal({QStringLiteral("--table"), QStringLiteral("t"), QStringLiteral("--kind"), QStringLiteral("delete")});
        COMPARE_CODE(answer, 0);
        const QJsonArray found = answer.json().value(QLatin1String("transactions")).toArray();
        QCOMPARE(found.size(), 1);
        const QJsonObject damage = found.first().toObject();
        QCOMPARE(damage.value(QLatin1String("deleted")).toInt(), 499);
        const QString xid = QString::number(damage.value(QLatin1String("xid")).toInteger());
        const RunOutcome recovered =
            m_operation->run(QStringLiteral("recover"), {{QStringLiteral("before-transaction"), xid}});
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        const ConnInfo info = *ConnInfo::parse(recovered.entry.result.value(QLatin1String("conninfo")).toString());
        const Deadline deadline = Deadline::after(Milliseconds{20000});
        Result<Connection> session = Connection::open(info, deadline);
        QVERIFY(session);
        const Result<ResultSet> rows = session->query(QStringLiteral("SELECT count(*) FROM t"), {}, deadline);
        QCOMPARE(rows->text(0, 0).value_or(QString()), QStringLiteral("1000"));
        takeDown(recovered);
    }

    void everyChangeIsCountedOnce_data()
    {
        QTest::addColumn<int>("filesAtOnce");
        QTest::newRow("in one go") << 128;
        QTest::newRow("segment by segment") << 1;
    }
    void everyChangeIsCountedOnce()
    {
        QFETCH(int, filesAtOnce);
        TimeMachine machine = look();
        machine.wal.filesAtOnce = filesAtOnce;
        const Heard heard = read(machine);
        const QStringList expected{QStringLiteral("public.t +1000 ~0 -0"), QStringLiteral("public.t +0 ~0 -499"),
                                   QStringLiteral("public.long +1 ~0 -0"), QStringLiteral("public.long +0 ~0 -0 x"),
                                   QStringLiteral("public.t +0 ~100 -0"),  QStringLiteral("public.t +2 ~0 -0")};
        QCOMPARE(heard.changes, expected);
        QVERIFY(heard.reading.gaps.isEmpty());
    }

    void compressedSegmentsAreUnpacked()
    {
        TimeMachine machine = look();
        const QStringList whole = read(machine).changes;
        machine.wal.places.live.clear();
        const QString archive = machine.archive + QLatin1Char('/');
        QStringList packed;
        for (ArchiveFile &file : machine.wal.places.archived) {
            if (file.kind != ArchiveFile::Kind::Segment)
                continue;
            QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {QStringLiteral("-k1"), archive + file.name}), 0);
            packed << archive + file.name + QStringLiteral(".gz");
            const ArchiveFile zipped = archiveFileNamed(file.name + QStringLiteral(".gz"), 16U << 20);
            file.name = zipped.name;
            file.compression = zipped.compression;
        }
        const Heard heard = read(machine);
        for (const QString &file : packed)
            QVERIFY(QFile::remove(file));
        QCOMPARE(heard.changes, whole.mid(0, whole.size() - 1)); // the last is not archived yet
        QVERIFY(heard.reading.gaps.isEmpty());
    }

    void aHoleIsNamedAndReadAcross()
    {
        TimeMachine machine = look();
        machine.wal.places.live.clear();
        QList<ArchiveFile> &files = machine.wal.places.archived;
        const QString lost = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name('%1')").arg(m_deleteLsn));
        files.removeIf([&lost](const ArchiveFile &file) { return file.name == lost; });
        const Heard heard = read(machine);
        QCOMPARE(heard.reading.gaps.size(), 1);
        QCOMPARE(heard.reading.gaps.first().why, QStringLiteral("Segment %1 is missing.").arg(lost));
        QCOMPARE(heard.changes,
                 (QStringList{QStringLiteral("public.t +1000 ~0 -0"), QStringLiteral("public.t +0 ~100 -0")}));
    }

    void aDamagedSegmentIsNamedAndReadAcross()
    {
        TimeMachine machine = look();
        machine.wal.places.live.clear();
        const QString damaged = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name('%1')").arg(m_deleteLsn));
        const QString path = machine.archive + QLatin1Char('/') + damaged;
        QVERIFY(QFile::copy(path, path + QStringLiteral(".kept")));
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.write(QByteArray(65536, '\x5a')) > 0);
        }
        const Heard heard = read(machine);
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(path + QStringLiteral(".kept"), path));
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther));
        QCOMPARE(heard.reading.gaps.size(), 1);
        QVERIFY2(heard.reading.gaps.first().why.contains(damaged), qPrintable(heard.reading.gaps.first().why));
        QVERIFY(heard.changes.contains(QStringLiteral("public.t +1000 ~0 -0")));
        QVERIFY(heard.changes.contains(QStringLiteral("public.t +0 ~100 -0")));
    }

    void whatCannotBeReadIsSaid()
    {
        TimeMachine machine = look();
        machine.wal.binDirectory = QStringLiteral("/nowhere");
        const Result<WalReading> none = readWal(machine.wal, {}, {}, Deadline::never(), {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY2(none.error().message.contains(QLatin1String("no pg_waldump in /nowhere")),
                 qPrintable(none.error().message));
    }

    void aClosedArchiveIsSaidAndPgWalIsRead()
    {
        const QString archive = look().archive;
        QCOMPARE(QProcess::execute(QStringLiteral("mv"), {archive, archive + QStringLiteral(".aside")}), 0);
        const TimeMachine machine = look();
        const Heard heard = read(machine);
        QCOMPARE(QProcess::execute(QStringLiteral("mv"), {archive + QStringLiteral(".aside"), archive}), 0);
        QVERIFY(machine.archive.isEmpty());
        QVERIFY2(machine.archiveIssue.contains(archive), qPrintable(machine.archiveIssue));
        QVERIFY(heard.changes.contains(QStringLiteral("public.t +2 ~0 -0")));
    }

    void stopAndDeadlineEndIt()
    {
        const TimeMachine machine = look();
        std::stop_source stop;
        const WalListener listener{.committed = [&stop](const CommittedTransaction &) { stop.request_stop(); },
                                   .progress = {}};
        const Result<WalReading> stopped = readWal(machine.wal, {}, listener, Deadline::never(), stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Stopped);
        const Result<WalReading> late = readWal(machine.wal, {}, {}, Deadline::after(Milliseconds{0}), {});
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::TimedOut);
    }

    void itIsReadThroughSsh()
    {
        const auto sshd = LiveSshd::make();
        if (!sshd)
            QSKIP(qPrintable(LiveSshd::skipReason()));
        TimeMachine machine = look();
        const QStringList here = read(machine).changes;
        const auto host = m_lab->hosts().find(QStringLiteral("ssh:postgres"));
        QVERIFY(host);
        machine.wal.host = *host;
        QCOMPARE(read(machine).changes, here);
        QVERIFY(sshd->connections() > 0);
    }

    void whatCannotBeReachedSaysWhy()
    {
        const TimeMachine machine = look();
        const auto wayOf = [&machine](const QString &lsn) {
            NamedTransaction transaction;
            transaction.commit = *Lsn::parse(lsn);
            return wayTo(transaction, machine);
        };
        QVERIFY(wayOf(m_deleteLsn).exists());
        QVERIFY2(wayOf(QStringLiteral("0/1000028")).why.contains(QLatin1String("base backup that ended before")),
                 qPrintable(wayOf(QStringLiteral("0/1000028")).why));
        const QString now = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_insert_lsn()"));
        QVERIFY2(wayOf(now).why.contains(QLatin1String("not archived yet")), qPrintable(wayOf(now).why));
    }

    void badOptionsAreRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("kind") << QStringList{QStringLiteral("--kind"), QStringLiteral("rename")};
        QTest::newRow("a time without zone") << QStringList{QStringLiteral("--since"), QStringLiteral("2026-11-20")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--rows"), QStringLiteral("many")};
    }
    void badOptionsAreRefused()
    {
        QFETCH(QStringList, words);
        COMPARE_CODE(wal(words), 2);
    }

private:
    void run(const char *sql) { m_lab->sql(n1, QString::fromLatin1(sql)); }
    void switchSegment()
    {
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        run("SELECT pg_switch_wal()");
        QTRY_VERIFY(m_lab->sql(n1, QStringLiteral("SELECT last_archived_wal FROM pg_stat_archiver")) >= last);
    }
    [[nodiscard]] TimeMachine look() { return pastOf(*m_lab, m_operation->environment); }
    [[nodiscard]] Heard read(const TimeMachine &machine) { return heardOf(machine, m_operation->environment); }
    [[nodiscard]] Howdahctl::Answer wal(const QStringList &words) const
    {
        return Howdahctl().run(QStringList{QStringLiteral("wal"), m_lab->lab().name} + words +
                                   QStringList{QStringLiteral("--json")},
                               {{QStringLiteral("HOWDAH_HOME"), m_lab->home()}});
    }
    void takeDown(const RunOutcome &recovered)
    {
        const QString data =
            recovered.entry.result.value(QLatin1String("directory")).toString() + QStringLiteral("/data");
        Host &host = **m_lab->hosts().find(QStringLiteral("local"));
        const Result<ServerLayout> layout = findServerLayout(host, data, Deadline::after(Milliseconds{10000}));
        QVERIFY(layout);
        QVERIFY(runChecked(host, layout->stop(QStringLiteral("fast")), Deadline::after(Milliseconds{30000})));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_deleteLsn;
};

QTEST_GUILESS_MAIN(TestWal)
#include "test_wal.moc"
