#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/rejoin_lab.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString rejoin = QStringLiteral("rejoin");
QString n(int number)
{
    return RejoinLab::n(number);
}
} // namespace

/// What stands in the way of an old primary n1, which was killed and had gone on alone, each made to happen and taken
/// back again; n2 is the new primary.
class TestRejoinRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void isRefused_data();
    void isRefused();
    void oneThatStreamsAlready();
    void oneWithNothingToRewind();
    void aDiskWithoutRoom_data();
    void aDiskWithoutRoom();
    void afterAllThatItIsReady();
    void noPrimary();
    void severalPrimaries();

private:
    using Spoil = std::function<void(TestRejoinRefusals &)>;

    [[nodiscard]] static bool asServer(const QString &script, const QStringList &words);
    [[nodiscard]] QString data(int node) const { return m_lab->cluster().node(n(node))->dataDirectory; }
    [[nodiscard]] Preparation prepared(Arguments more = {}) const
    {
        if (!more.contains(QStringLiteral("node")))
            more.insert(QStringLiteral("node"), n(1));
        return m_operation->prepared(rejoin, more);
    }
    /// Changes the node's record; it comes back by itself.
    void record(const std::function<void(NodeDefinition &)> &change);
    void later(const std::function<void()> &mend) { m_mendings.prepend(mend); }
    void set(int node, const QString &name, const QString &value);
    void rename(const QString &from, const QString &to);
    void write(const QString &path, const QByteArray &content);
    /// Another directory of programs in the place of the node's own, without one of them.
    void withoutProgram(const QString &name);

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<RejoinLab> m_nodes;
    std::unique_ptr<QTemporaryDir> m_programs;
    QList<std::function<void()>> m_mendings;
};

void TestRejoinRefusals::initTestCase()
{
    m_lab = LiveLab::make(2);
    QVERIFY(m_lab);
    m_operation = std::make_unique<LiveOperation>(*m_lab);
    m_nodes = std::make_unique<RejoinLab>(*m_lab);
    m_nodes->fill();
    m_nodes->cutOff({n(2), n(3)});
    m_nodes->writeAlone();
    m_lab->killNode(n(1));
    m_nodes->promote();
}

void TestRejoinRefusals::cleanup()
{
    for (const auto &mend : std::exchange(m_mendings, {}))
        mend();
}

void TestRejoinRefusals::cleanupTestCase()
{
    m_operation.reset();
    m_lab.reset();
}

/// As whom the lab's servers run.
bool TestRejoinRefusals::asServer(const QString &script, const QStringList &words)
{
    QStringList argv{QStringLiteral("sh"), QStringLiteral("-euc"), script, QStringLiteral("sh")};
    argv << words;
    if (::geteuid() == 0)
        argv = QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=postgres"),
                           QStringLiteral("--regid=postgres"), QStringLiteral("--init-groups")} +
               argv;
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(argv.takeFirst(), argv);
    return process.waitForFinished(30000) && process.exitCode() == 0;
}

void TestRejoinRefusals::record(const std::function<void(NodeDefinition &)> &change)
{
    const ClusterDefinition before = m_lab->cluster();
    ClusterDefinition changed = before;
    for (NodeDefinition &node : changed.nodes)
        if (node.name == n(1))
            change(node);
    QVERIFY(ClusterRegistry().replace(changed));
    later([before] { QVERIFY(ClusterRegistry().replace(before)); });
}

void TestRejoinRefusals::set(int node, const QString &name, const QString &value)
{
    const QString question = QStringLiteral("SHOW %1").arg(name);
    const QString before = m_lab->sql(n(node), question);
    const auto to = [this, node, name, question](const QString &wanted) {
        m_lab->sql(n(node), QStringLiteral("ALTER SYSTEM SET %1 = '%2'").arg(name, wanted));
        m_lab->sql(n(node), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE(m_lab->sql(n(node), question), wanted);
    };
    to(value);
    later([to, before] { to(before); });
}

void TestRejoinRefusals::rename(const QString &from, const QString &to)
{
    QVERIFY(QFile::rename(from, to));
    later([from, to] { QVERIFY(QFile::rename(to, from)); });
}

void TestRejoinRefusals::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray before = file.readAll();
    const auto put = [path](const QByteArray &text) {
        QFile same(path); // keeps its owner
        QVERIFY(same.open(QIODevice::WriteOnly | QIODevice::Truncate) && same.write(text) == text.size());
    };
    file.close();
    put(content);
    later([put, before] { put(before); });
}

void TestRejoinRefusals::withoutProgram(const QString &name)
{
    m_programs = std::make_unique<QTemporaryDir>();
    QVERIFY(::chmod(QFile::encodeName(m_programs->path()).constData(), 0755) == 0);
    const QDir programs(m_lab->lab().binDirectory);
    for (const QString &program : programs.entryList(QDir::Files))
        if (program != name)
            QVERIFY(QFile::link(programs.filePath(program), m_programs->filePath(program)));
    QFile options(data(1) + QStringLiteral("/postmaster.opts"));
    QVERIFY(options.open(QIODevice::ReadOnly));
    const QByteArray line = options.readAll();
    write(options.fileName(), m_programs->path().toUtf8() + "/postgres" + line.mid(line.indexOf(' ')));
}

void TestRejoinRefusals::isRefused_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Arguments>("arguments");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *check, const char *words, const Spoil &spoil,
                        const Arguments &arguments = {}) {
        QTest::newRow(title) << spoil << arguments << QString::fromLatin1(check) << QString::fromLatin1(words);
    };
    const auto way = [](const char *value) { return Arguments{{QStringLiteral("way"), QString::fromLatin1(value)}}; };
    using Test = TestRejoinRefusals;
    row("no way to its host", "host-access", "no access to the host",
        [](Test &test) { test.record([](NodeDefinition &node) { node.hostId.clear(); }); });
    row("a directory that is none", "host-access", "is not a data directory",
        [](Test &test) { test.record([](NodeDefinition &node) { node.dataDirectory = QStringLiteral("/tmp"); }); });
    row("the directory of another cluster", "system", "belongs to the system", [](Test &test) {
        const std::shared_ptr<LiveServer> other = LiveServer::make();
        test.record([&](NodeDefinition &node) { node.dataDirectory = other->dataDirectory(); });
        test.later([other] {}); // lives until then
    });
    row("another major version", "version", "is of PostgreSQL 14",
        [](Test &test) { test.write(test.data(1) + QStringLiteral("/PG_VERSION"), "14\n"); });
    row("another manager", "other-manager", "Patroni", [](Test &test) {
        const auto manager = std::make_shared<Result<Connection>>(Connection::open(
            test.m_lab->connInfo(n(2)).with(QStringLiteral("application_name"), QStringLiteral("patroni")),
            Deadline::after(Milliseconds{5000})));
        QVERIFY(*manager);
        test.later([manager] {});
    });
    row("pg_hba.conf of the primary bars it", "login", "replication connection", [](Test &test) {
        const QString path = test.m_lab->sql(n(2), QStringLiteral("SHOW hba_file"));
        const QString rules = test.m_lab->sql(n(2), QStringLiteral("SELECT pg_read_file(current_setting('hba_file'))"));
        test.later([&test] { test.m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()")); });
        test.write(path, "host replication all 127.0.0.1/32 reject\n" + rules.toUtf8());
        test.m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()"));
        const QString rejected =
            QStringLiteral("SELECT count(*) > 0 FROM pg_hba_file_rules WHERE auth_method = 'reject'");
        QTRY_COMPARE(test.m_lab->sql(n(2), rejected), QStringLiteral("t"));
    });
    row("its slot is in use", "slot", "in use", [](Test &test) {
        const auto receiver = std::make_shared<QProcess>();
        const auto directory = std::make_shared<QTemporaryDir>();
        ConnInfo info = test.m_lab->connInfo(n(2));
        info.set(QStringLiteral("dbname"), {});
        test.m_lab->sql(n(2), QStringLiteral("SELECT pg_create_physical_replication_slot('howdah_n1', true)"));
        receiver->start(test.m_lab->lab().binDirectory + QStringLiteral("/pg_receivewal"),
                        {QStringLiteral("-D"), directory->path(), QStringLiteral("--slot=howdah_n1"),
                         QStringLiteral("-d"), info.toString()});
        const QString used =
            QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'howdah_n1' AND active");
        QTRY_COMPARE(test.m_lab->sql(n(2), used), QStringLiteral("1"));
        test.later([&test, receiver, directory, used] {
            receiver->kill();
            receiver->waitForFinished();
            QTRY_COMPARE(test.m_lab->sql(n(2), used), QStringLiteral("0"));
            test.m_lab->sql(n(2), QStringLiteral("SELECT pg_drop_replication_slot('howdah_n1')"));
        });
    });
    row("no slot is left", "slot", "0 free on the primary", [](Test &test) {
        test.m_lab->sql(n(2), QStringLiteral("SELECT pg_create_physical_replication_slot('taken_' || g) FROM"
                                             " generate_series((SELECT count(*) + 1 FROM pg_replication_slots),"
                                             " current_setting('max_replication_slots')::int) g"));
        test.later([&test] {
            test.m_lab->sql(n(2), QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                                                 " WHERE slot_name LIKE 'taken_%'"));
        });
    });
    const auto nothing = [](Test &) {};
    row("follow, but it went on alone", "way", "Not follow: n1 went on", nothing, way("follow"));
    row(
        "rewind, but full_page_writes is off", "way", "full_page_writes is off",
        [](Test &test) { test.set(2, QStringLiteral("full_page_writes"), QStringLiteral("off")); }, way("rewind"));
    row(
        "rewind without pg_rewind", "way", "pg_rewind is not in",
        [](Test &test) { test.withoutProgram(QStringLiteral("pg_rewind")); }, way("rewind"));
    row(
        "clone without pg_basebackup", "way", "pg_basebackup or pg_verifybackup is not in",
        [](Test &test) { test.withoutProgram(QStringLiteral("pg_basebackup")); }, way("clone"));
    row(
        "rewind, but its own WAL is gone", "way", "cannot be read",
        [](Test &test) {
            const QDir wal(test.data(1) + QStringLiteral("/pg_wal"));
            for (const QString &segment : wal.entryList({QStringLiteral("00000001*")}, QDir::Files))
                test.rename(wal.filePath(segment), test.data(1) + QStringLiteral("/away-") + segment);
        },
        way("rewind"));
    row(
        "rewind, but the primary's WAL is gone", "way", "n2 no longer has the WAL",
        [](Test &test) {
            const QDir wal(test.data(2) + QStringLiteral("/pg_wal"));
            const QString oldest = wal.entryList({QStringLiteral("00000001*")}, QDir::Files, QDir::Name).last();
            for (const QString &segment : wal.entryList({QStringLiteral("0000000?0*")}, QDir::Files))
                if (segment.mid(8) <= oldest.mid(8))
                    test.rename(wal.filePath(segment), test.data(2) + QStringLiteral("/away-") + segment);
        },
        way("rewind"));
    row("clone, but a tablespace can have no place", "way", "may not write into /proc/1",
        [](Test &test) {
            const QString place = test.m_lab->lab().directory + QStringLiteral("/fast");
            QVERIFY(asServer(QStringLiteral("mkdir \"$1\""), {place}));
            test.m_lab->sql(n(2), QStringLiteral("CREATE TABLESPACE fast LOCATION '%1'").arg(place));
            // Its directory stays: n3 replays all of this later.
            test.later([&test] { test.m_lab->sql(n(2), QStringLiteral("DROP TABLESPACE fast")); });
        },
        {{QStringLiteral("way"), QStringLiteral("clone")}, {QStringLiteral("tablespaces"), QStringLiteral("FAST")}});
    row("it may not write beside its data", "places", "may not write beside", [](Test &test) {
        const QString directory = test.m_lab->lab().directory;
        const auto allow = [directory](const char *change) {
            QVERIFY(asServer(QStringLiteral("chmod \"$1\" \"$2\""), {QString::fromLatin1(change), directory}));
        };
        allow("u-w");
        test.later([allow] { allow("u+w"); });
    });
    row("something lies where it would be saved", "places", "is there already", nothing,
        {{QStringLiteral("save-to"), QStringLiteral("/tmp")}});
    row("it may not be saved there", "places", "may not make", nothing,
        {{QStringLiteral("save-to"), QStringLiteral("/proc/saved")}});
}

void TestRejoinRefusals::isRefused()
{
    QFETCH(Spoil, spoil);
    QFETCH(Arguments, arguments);
    QFETCH(QString, check);
    QFETCH(QString, words);
    spoil(*this);
    if (arguments.value(QStringLiteral("tablespaces")) == QLatin1String("FAST"))
        arguments[QStringLiteral("tablespaces")] = m_lab->lab().directory + QStringLiteral("/fast=/proc/1/fast");
    const Preparation preparation = prepared(arguments);
    const QString seen = LiveOperation::verdict(preparation, check);
    QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(words), qPrintable(seen));
    QCOMPARE(preparation.readiness, Readiness::NotReady);
}

void TestRejoinRefusals::oneThatStreamsAlready()
{
    m_nodes->bringBack(); // its own login, with a password
    const RunOutcome followed = m_operation->run(QStringLiteral("follow"),
                                                 {{QStringLiteral("node"), n(3)}, {QStringLiteral("upstream"), n(2)}});
    QVERIFY2(followed.state == OperationState::Done, why(followed).constData());
    const QString seen = LiveOperation::verdict(prepared({{QStringLiteral("node"), n(3)}}), QStringLiteral("node"));
    QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(QLatin1String("streams from n2 already")),
             qPrintable(seen));
}

void TestRejoinRefusals::oneWithNothingToRewind()
{
    m_lab->fault(QStringLiteral("stop"), n(3));
    const QString seen = LiveOperation::verdict(
        prepared({{QStringLiteral("node"), n(3)}, {QStringLiteral("way"), QStringLiteral("rewind")}}),
        QStringLiteral("way"));
    QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(QLatin1String("nothing to rewind")),
             qPrintable(seen));
    m_lab->fault(QStringLiteral("start"), n(3));
    QVERIFY(m_lab->waitUntilStreaming(n(3), n(2)));
}

void TestRejoinRefusals::aDiskWithoutRoom_data()
{
    QTest::addColumn<QString>("file"); // that takes the room, in the data directory
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("words");
    QTest::newRow("for a copy") << QStringLiteral("pg_wal/filler") << QStringLiteral("clone") << QStringLiteral("way")
                                << QStringLiteral("Not clone:");
    QTest::newRow("for what is saved") << QStringLiteral("pg_wal/filler") << QStringLiteral("auto")
                                       << QStringLiteral("places") << QStringLiteral("needed for the list");
    QTest::newRow("for its logs") << QStringLiteral("log/postgresql.log") << QStringLiteral("auto")
                                  << QStringLiteral("places") << QStringLiteral("configuration, logs");
}

void TestRejoinRefusals::aDiskWithoutRoom()
{
    if (::geteuid() != 0)
        QSKIP("A file system that can be filled needs root.");
    QFETCH(QString, file);
    QFETCH(QString, way);
    QFETCH(QString, check);
    QFETCH(QString, words);
    const QString disk = m_lab->lab().directory + QStringLiteral("/disk");
    QVERIFY(asServer(QStringLiteral("mkdir \"$1\""), {disk}));
    QCOMPARE(QProcess::execute(QStringLiteral("mount"),
                               {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                QStringLiteral("size=200m,mode=0777"), QStringLiteral("none"), disk}),
             0);
    later([disk] {
        QCOMPARE(QProcess::execute(QStringLiteral("umount"), {disk}), 0);
        QVERIFY(asServer(QStringLiteral("rmdir \"$1\""), {disk}));
    });
    const QString moved = disk + QStringLiteral("/n1");
    // Ten megabytes are left, or half as many as the file has.
    const QString script = QStringLiteral("cp -a \"$1\" \"$2\"; mkdir -p \"$(dirname \"$2/$3\")\"\n"
                                          "free=$(df -m --output=avail \"$2\" | tail -n 1)\n"
                                          "[ \"$4\" = half ] && count=$((free * 2 / 3)) || count=$((free - 10))\n"
                                          "dd if=/dev/zero of=\"$2/$3\" bs=1M count=$count 2>/dev/null");
    const bool half = file.startsWith(QLatin1String("log"));
    QVERIFY(asServer(script, {data(1), moved, file, half ? QStringLiteral("half") : QString()}));
    record([&](NodeDefinition &node) { node.dataDirectory = moved; });
    const Preparation preparation = prepared({{QStringLiteral("way"), way}});
    const QString seen = LiveOperation::verdict(preparation, check);
    QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(words), qPrintable(seen));
}

void TestRejoinRefusals::afterAllThatItIsReady()
{
    const Preparation preparation = prepared();
    QVERIFY2(preparation.readiness == Readiness::ReadyWithWarnings, qPrintable(preparation.sentence));
}

void TestRejoinRefusals::noPrimary()
{
    m_lab->fault(QStringLiteral("stop"), n(2));
    const QString seen = LiveOperation::verdict(prepared(), QStringLiteral("one-primary"));
    m_lab->fault(QStringLiteral("start"), n(2));
    QVERIFY2(seen.startsWith(QLatin1String("blocked: No other node answers as primary")), qPrintable(seen));
}

void TestRejoinRefusals::severalPrimaries()
{
    m_lab->sql(n(3), QStringLiteral("SELECT pg_promote()"));
    const QString seen = LiveOperation::verdict(prepared(), QStringLiteral("one-primary"));
    QVERIFY2(seen.startsWith(QLatin1String("blocked: Several other nodes")), qPrintable(seen));
}

QTEST_GUILESS_MAIN(TestRejoinRefusals)
#include "test_rejoin_refusals.moc"
