#include "core/hosts/local_host.h"
#include "core/hosts/ssh_host.h"
#include "core/hosts/system_user.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace howdah;
using howdah::test::LiveSshd;
using howdah::test::said;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

const QString marker = QStringLiteral("marker");

} // namespace

/// What is done to files of this machine is done to another's: the same rows, here and through a real sshd, as the
/// login and as another user.
class TestSshFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();

    void writtenIsRead_data();
    void writtenIsRead();
    void writingReplacesWholeAndLeavesNoTrace();
    void statusTells();
    void entriesAreListed();
    void errorsTellWhatIsWrong();
    void directoryIsMadeOnce();
    void moveNeverReplaces_data();
    void moveNeverReplaces();
    void treeGoesWithItsMarkerOnly_data();
    void treeGoesWithItsMarkerOnly();
    void linksInATreeAreNotFollowed();
    void fullDiskKeepsTheOldFile();
    void relativePathsAreRefused();
    void spaceIsTheSameSeenFromHere();
    void portsInUseAreSeen();
    void loginIsKnown();

private:
    [[nodiscard]] QString in(const QString &name) const { return m_directory->filePath(name); }
    // What a test needs and looks at is put there from here: each call through ssh takes its time.
    void put(const QString &name, const QByteArray &content)
    {
        const auto written = m_local->writeFile(in(name), content, 0600, m_as, soon());
        QVERIFY2(written.ok(), said(written));
    }
    void makeDirectory(const QString &name)
    {
        const auto made = m_local->makeDirectory(in(name), 0700, m_as, soon());
        QVERIFY2(made.ok(), said(made));
    }
    [[nodiscard]] Result<QByteArray> get(const QString &name) { return m_local->readFile(in(name), m_as, soon()); }
    [[nodiscard]] QString owner() const { return m_as.user.isEmpty() ? loginSystemUser().name : m_as.user; }

    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<Host> m_local = makeLocalHost();
    std::shared_ptr<Host> m_distant;
    std::shared_ptr<Host> m_host;
    As m_as;
};

void TestSshFiles::initTestCase_data()
{
    QTest::addColumn<bool>("distant");
    QTest::addColumn<QString>("user");
    QTest::newRow("this machine") << false << QString();
    QTest::newRow("through ssh") << true << QString();
    if (::geteuid() == 0)
        QTest::newRow("through ssh, another user's") << true << QStringLiteral("nobody");
}

void TestSshFiles::initTestCase()
{
    m_sshd = LiveSshd::make();
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
    m_distant = *makeSshHost(QStringLiteral("ssh:good"), m_sshd->configFile());
}

void TestSshFiles::init()
{
    QFETCH_GLOBAL(bool, distant);
    QFETCH_GLOBAL(QString, user);
    m_host = distant ? m_distant : m_local;
    m_as.user = user;
    m_directory = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/howdah files'\" XXXXXX"));
    if (user.isEmpty())
        return;
    const Result<SystemUser> account = findSystemUser(user);
    QVERIFY(account.ok());
    QCOMPARE(::chown(m_directory->path().toUtf8().constData(), account->uid, account->gid), 0);
}

void TestSshFiles::writtenIsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QStringLiteral("a") << QByteArray();
    QTest::newRow("text") << QStringLiteral("a b") << QByteArray("one\ntwo\n");
    QTest::newRow("no newline") << QStringLiteral("'$(id)'") << QByteArray("one");
    QTest::newRow("binary") << QStringLiteral("-n") << QByteArray("\0\xff\n\0", 4);
    QTest::newRow("more than a command's kept output") << QStringLiteral("象") << QByteArray(3 * 1024 * 1024 + 1, 'x');
}

void TestSshFiles::writtenIsRead()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const auto written = m_host->writeFile(in(name), content, 0640, m_as, soon());
    QVERIFY2(written.ok(), said(written));
    const auto read = m_host->readFile(in(name), m_as, soon());
    QVERIFY2(read.ok(), said(read));
    QVERIFY(*read == content);
    const auto status = m_host->status(in(name), m_as, soon());
    QVERIFY2(status.ok(), said(status));
    QCOMPARE(status->mode, 0640);
    QCOMPARE(status->owner, owner());
    QCOMPARE(status->bytes, qint64(content.size()));
}

void TestSshFiles::writingReplacesWholeAndLeavesNoTrace()
{
    put(QStringLiteral("file"), "a long first content");
    QFile before(in(QStringLiteral("file")));
    QVERIFY(before.open(QIODevice::ReadOnly));
    const auto written = m_host->writeFile(in(QStringLiteral("file")), "second", 0600, m_as, soon());
    QVERIFY2(written.ok(), said(written));
    QCOMPARE(before.readAll(), QByteArray("a long first content")); // replaced by a rename, not written over
    QCOMPARE(*get(QStringLiteral("file")), QByteArray("second"));
    QCOMPARE(*m_local->entries(m_directory->path(), m_as, soon()), QStringList{QStringLiteral("file")});
}

void TestSshFiles::statusTells()
{
    makeDirectory(QStringLiteral("directory"));
    const auto directory = m_host->status(in(QStringLiteral("directory")), m_as, soon());
    QVERIFY2(directory.ok(), said(directory));
    QCOMPARE(int(directory->kind), int(FileStatus::Kind::Directory));
    QCOMPARE(directory->mode, 0700);
    QVERIFY(qAbs(directory->modified.secsTo(QDateTime::currentDateTime())) < 60);

    const QString target = QStringLiteral("/no where/'else'");
    QVERIFY(QFile::link(target, in(QStringLiteral("link"))));
    const auto link = m_host->status(in(QStringLiteral("link")), m_as, soon());
    QVERIFY2(link.ok(), said(link));
    QCOMPARE(int(link->kind), int(FileStatus::Kind::Link));
    QCOMPARE(link->linkTarget, target);
    QCOMPARE(int(m_host->status(QStringLiteral("/dev/null"), m_as, soon())->kind), int(FileStatus::Kind::Other));
}

void TestSshFiles::entriesAreListed()
{
    const QStringList names{QStringLiteral(".hidden"), QStringLiteral("a b"), QStringLiteral("line\nbreak"),
                            QStringLiteral("z")};
    for (const QString &name : names)
        put(name, "x");
    QCOMPARE(*m_host->entries(m_directory->path(), m_as, soon()), names);
    QVERIFY(!m_host->entries(in(QStringLiteral("z")), m_as, soon()).ok());
}

void TestSshFiles::errorsTellWhatIsWrong()
{
    const QString missing = in(QStringLiteral("missing/deeper"));
    QCOMPARE(m_host->readFile(missing, m_as, soon()).error().code, ErrorCode::NotFound);
    QCOMPARE(m_host->status(missing, m_as, soon()).error().code, ErrorCode::NotFound);
    QCOMPARE(m_host->entries(missing, m_as, soon()).error().code, ErrorCode::NotFound);
    QCOMPARE(m_host->writeFile(missing, "x", 0600, m_as, soon()).error().code, ErrorCode::NotFound);
    QCOMPARE(m_host->makeDirectory(missing, 0700, m_as, soon()).error().code, ErrorCode::NotFound);
    QCOMPARE(m_host->move(missing, in(QStringLiteral("x")), m_as, soon()).error().code, ErrorCode::NotFound);
    QVERIFY(m_host->removeMarkedTree(in(QStringLiteral("missing")), marker, "x", m_as, soon()).ok());
    QVERIFY(m_host->removeFile(in(QStringLiteral("missing")), m_as, soon()).ok());
    if (m_as.user.isEmpty())
        return;
    QCOMPARE(m_host->readFile(QStringLiteral("/etc/shadow"), m_as, soon()).error().code, ErrorCode::NotPermitted);
    QCOMPARE(m_host->entries(QStringLiteral("/root"), m_as, soon()).error().code, ErrorCode::NotPermitted);
    QCOMPARE(m_host->writeFile(QStringLiteral("/etc/howdah-test"), "x", 0600, m_as, soon()).error().code,
             ErrorCode::NotPermitted);
}

void TestSshFiles::directoryIsMadeOnce()
{
    const QString path = in(QStringLiteral("d"));
    QVERIFY(m_host->makeDirectory(path, 0777, m_as, soon()).ok());
    QCOMPARE(m_host->status(path, m_as, soon())->mode, 0777);
    QCOMPARE(m_host->makeDirectory(path, 0700, m_as, soon()).error().code, ErrorCode::AlreadyExists);
}

void TestSshFiles::moveNeverReplaces_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("moved");
    const auto row = [](const char *from, const char *to, bool moved) {
        QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to) << moved;
    };
    row("file", "new", true);
    row("full", "new", true);
    row("link", "new", true);
    row("full", "empty", true);
    row("file", "other", false);
    row("file", "empty", false);
    row("full", "file", false);
    row("full", "full2", false);
    row("full", "link", false);
    row("full", "dangling", false);
}

void TestSshFiles::moveNeverReplaces()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, moved);
    for (const char *name : {"file", "other"})
        put(QString::fromLatin1(name), name);
    for (const char *name : {"empty", "full", "full2"})
        makeDirectory(QString::fromLatin1(name));
    put(QStringLiteral("full/inner"), "full");
    put(QStringLiteral("full2/inner"), "full2");
    QVERIFY(QFile::link(in(QStringLiteral("empty")), in(QStringLiteral("link"))));
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), in(QStringLiteral("dangling"))));
    const QStringList before = *m_local->entries(m_directory->path(), m_as, soon());
    const auto outcome = m_host->move(in(from), in(to), m_as, soon());
    QVERIFY2(outcome.ok() == moved, said(outcome));
    if (moved) {
        QVERIFY(!m_local->status(in(from), m_as, soon()).ok());
        QVERIFY(m_local->status(in(to), m_as, soon()).ok());
        return;
    }
    QCOMPARE(outcome.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(*m_local->entries(m_directory->path(), m_as, soon()), before);
    QCOMPARE(*get(QStringLiteral("full2/inner")), QByteArray("full2"));
    QCOMPARE(*get(QStringLiteral("other")), QByteArray("other"));
}

void TestSshFiles::treeGoesWithItsMarkerOnly_data()
{
    QTest::addColumn<QByteArray>("found"); // null: none
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("removed");
    QTest::newRow("its own") << QByteArray("made by 42") << QByteArray("made by 42") << true;
    QTest::newRow("no marker") << QByteArray() << QByteArray("made by 42") << false;
    QTest::newRow("another's") << QByteArray("made by 43") << QByteArray("made by 42") << false;
    QTest::newRow("longer") << QByteArray("made by 42 ") << QByteArray("made by 42") << false;
    QTest::newRow("shorter") << QByteArray("made by 4") << QByteArray("made by 42") << false;
    QTest::newRow("empty wanted") << QByteArray("made by 42") << QByteArray("") << false;
}

void TestSshFiles::treeGoesWithItsMarkerOnly()
{
    QFETCH(QByteArray, found);
    QFETCH(QByteArray, wanted);
    QFETCH(bool, removed);
    makeDirectory(QStringLiteral("tree"));
    makeDirectory(QStringLiteral("tree/base [1]"));
    put(QStringLiteral("tree/base [1]/marker"), "another of that name");
    put(QStringLiteral("tree/precious"), "data");
    if (!found.isNull())
        put(QStringLiteral("tree/marker"), found);
    const auto outcome = m_host->removeMarkedTree(in(QStringLiteral("tree")), marker, wanted, m_as, soon());
    QVERIFY2(outcome.ok() == removed, said(outcome));
    QCOMPARE(QFile::exists(in(QStringLiteral("tree"))), !removed);
    if (removed)
        return;
    QCOMPARE(outcome.error().code, ErrorCode::Invalid);
    QCOMPARE(*get(QStringLiteral("tree/precious")), QByteArray("data"));
}

void TestSshFiles::linksInATreeAreNotFollowed()
{
    makeDirectory(QStringLiteral("outside"));
    put(QStringLiteral("outside/precious"), "data");
    put(QStringLiteral("outside/marker"), "42");
    makeDirectory(QStringLiteral("tree"));
    put(QStringLiteral("tree/marker"), "42");
    QVERIFY(QFile::link(in(QStringLiteral("outside")), in(QStringLiteral("tree/tablespace"))));
    QVERIFY(QFile::link(in(QStringLiteral("outside")), in(QStringLiteral("way in"))));
    QVERIFY(!m_host->removeMarkedTree(in(QStringLiteral("way in")), marker, "42", m_as, soon()).ok());
    QVERIFY(m_host->removeMarkedTree(in(QStringLiteral("tree")), marker, "42", m_as, soon()).ok());
    QVERIFY(!QFile::exists(in(QStringLiteral("tree"))));
    QCOMPARE(*get(QStringLiteral("outside/precious")), QByteArray("data"));
}

void TestSshFiles::fullDiskKeepsTheOldFile()
{
    const QByteArray disk = in(QStringLiteral("disk")).toUtf8();
    makeDirectory(QStringLiteral("disk"));
    if (::geteuid() != 0 || ::mount("howdah-test", disk.constData(), "tmpfs", 0, "size=256k,mode=0777") != 0)
        QSKIP("a file system of its own can be mounted by root only");
    const auto first = m_host->writeFile(in(QStringLiteral("disk/file")), "first", 0600, m_as, soon());
    const auto second =
        m_host->writeFile(in(QStringLiteral("disk/file")), QByteArray(1024 * 1024, 'x'), 0600, m_as, soon());
    const auto kept = get(QStringLiteral("disk/file"));
    const auto names = m_host->entries(in(QStringLiteral("disk")), m_as, soon());
    put(QStringLiteral("outside"), "x");
    const auto across = m_host->move(in(QStringLiteral("outside")), in(QStringLiteral("disk/inside")), m_as, soon());
    const auto space = m_host->space(in(QStringLiteral("disk/not yet/there")), soon());
    const auto outside = m_host->space(m_directory->path(), soon());
    ::umount2(disk.constData(), MNT_DETACH);
    QVERIFY2(first.ok(), said(first));
    QVERIFY(!second.ok());
    QVERIFY2(second.error().code == ErrorCode::Storage, said(second));
    QCOMPARE(*kept, QByteArray("first"));
    QCOMPARE(*names, QStringList{QStringLiteral("file")});
    QCOMPARE(across.error().code, ErrorCode::Invalid);
    QCOMPARE(space->totalBytes, qint64{256 * 1024});
    QVERIFY(space->freeBytes < space->totalBytes);
    QVERIFY(space->fileSystem != outside->fileSystem);
}

void TestSshFiles::relativePathsAreRefused()
{
    for (const QString &path :
         {QString(), QStringLiteral("file"), QStringLiteral("../file"), QStringLiteral("/a") + QChar(QChar::Null)}) {
        QCOMPARE(m_host->readFile(path, m_as, soon()).error().code, ErrorCode::Invalid);
        QCOMPARE(m_host->move(QStringLiteral("/tmp/x"), path, m_as, soon()).error().code, ErrorCode::Invalid);
        QCOMPARE(m_host->space(path, soon()).error().code, ErrorCode::Invalid);
    }
}

void TestSshFiles::spaceIsTheSameSeenFromHere()
{
    const auto space = m_host->space(in(QStringLiteral("a/b/c")), soon());
    QVERIFY2(space.ok(), said(space));
    QCOMPARE(space->totalBytes, m_local->space(m_directory->path(), soon())->totalBytes);
    QVERIFY(space->freeBytes > 0 && space->freeBytes <= space->totalBytes);
    QCOMPARE(space->fileSystem, m_host->space(m_directory->path(), soon())->fileSystem);
}

void TestSshFiles::portsInUseAreSeen()
{
    for (const char *where : {"127.0.0.1", "0.0.0.0"}) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        ::inet_pton(AF_INET, where, &address.sin_addr);
        socklen_t length = sizeof address;
        QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), length), 0);
        QCOMPARE(::listen(socket, 1), 0);
        QCOMPARE(::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length), 0);
        const auto taken = m_host->portIsFree(ntohs(address.sin_port), soon());
        ::close(socket);
        QVERIFY2(taken.ok(), said(taken));
        QCOMPARE(*taken, false);
        QCOMPARE(*m_host->portIsFree(ntohs(address.sin_port), soon()), true);
    }
    QCOMPARE(m_host->portIsFree(0, soon()).error().code, ErrorCode::Invalid);
    QCOMPARE(m_host->portIsFree(65536, soon()).error().code, ErrorCode::Invalid);
}

void TestSshFiles::loginIsKnown()
{
    QCOMPARE(*m_host->loginUser(soon()), loginSystemUser().name);
}

QTEST_GUILESS_MAIN(TestSshFiles)
#include "test_ssh_files.moc"
