#include "core/hosts/command_files.h"
#include "core/hosts/local_host.h"
#include "core/hosts/system_user.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace howdah;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

QString said(const auto &result)
{
    return result.ok() ? QString() : result.error().full();
}

/// The same calls by the two ways that files are reached: system calls, and plain tools (as through sudo, or on another
/// machine).
class Files
{
public:
    Files(std::shared_ptr<Host> host, bool byCommand, QString user)
        : m_host(std::move(host))
        , m_byCommand(byCommand)
        , m_as{std::move(user)}
    {
    }
    Result<QByteArray> read(const QString &path)
    {
        return m_byCommand ? tools().readFile(path, soon()) : m_host->readFile(path, m_as, soon());
    }
    Result<void> write(const QString &path, const QByteArray &content, int mode = 0600)
    {
        return m_byCommand ? tools().writeFile(path, content, mode, soon())
                           : m_host->writeFile(path, content, mode, m_as, soon());
    }
    Result<FileStatus> status(const QString &path)
    {
        return m_byCommand ? tools().status(path, soon()) : m_host->status(path, m_as, soon());
    }
    Result<QStringList> entries(const QString &path)
    {
        return m_byCommand ? tools().entries(path, soon()) : m_host->entries(path, m_as, soon());
    }
    Result<void> makeDirectory(const QString &path, int mode)
    {
        return m_byCommand ? tools().makeDirectory(path, mode, soon())
                           : m_host->makeDirectory(path, mode, m_as, soon());
    }
    Result<void> move(const QString &from, const QString &to)
    {
        return m_byCommand ? tools().move(from, to, soon()) : m_host->move(from, to, m_as, soon());
    }
    Result<void> removeFile(const QString &path)
    {
        return m_byCommand ? tools().removeFile(path, soon()) : m_host->removeFile(path, m_as, soon());
    }
    Result<void> removeMarkedTree(const QString &path, const QByteArray &content)
    {
        const QString name = QStringLiteral("marker");
        return m_byCommand ? tools().removeMarkedTree(path, name, content, soon())
                           : m_host->removeMarkedTree(path, name, content, m_as, soon());
    }

private:
    [[nodiscard]] CommandFiles tools() { return CommandFiles(*m_host, m_as.user); }
    std::shared_ptr<Host> m_host;
    bool m_byCommand;
    As m_as;
};

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void writtenIsRead_data();
    void writtenIsRead();
    void writingReplacesWholeAndLeavesNoTrace();
    void writingDoesNotFollowLinks();
    void statusTells();
    void entriesAreListed();
    void missingIsNotFound();
    void forbiddenIsNotPermitted();
    void directoryIsMadeOnce();
    void moveNeverReplaces_data();
    void moveNeverReplaces();
    void markedTreeGoesWhole();
    void treeWithoutItsMarkerStays_data();
    void treeWithoutItsMarkerStays();
    void linksInATreeAreNotFollowed();
    void removalCutShortCanBeDoneAgain();
    void removedFileMayBeGoneAlready();
    void fullDiskKeepsTheOldFile();
    void anotherUsersLinkLeadsNowhere();
    void relativePathsAreRefused();
    void spaceOfWhatIsNotThereYet();
    void portsInUseAreSeen();
    void hostsById();

private:
    [[nodiscard]] QString in(const QString &name) const { return m_directory->filePath(name); }
    [[nodiscard]] static QString owner()
    {
        return ::geteuid() == 0 ? QStringLiteral("nobody") : loginSystemUser().name;
    }
    void put(const QString &name, const QByteArray &content)
    {
        QVERIFY2(m_files->write(in(name), content).ok(), qPrintable(name));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<Host> m_host;
    std::unique_ptr<Files> m_files;
};

void TestFiles::initTestCase_data()
{
    QTest::addColumn<bool>("byCommand");
    QTest::newRow("system calls") << false;
    QTest::newRow("plain tools") << true;
}

void TestFiles::init()
{
    QFETCH_GLOBAL(bool, byCommand);
    m_host = makeLocalHost();
    m_directory = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/howdah files'\" XXXXXX"));
    m_files = std::make_unique<Files>(m_host, byCommand, owner());
    if (::geteuid() != 0)
        return;
    const Result<SystemUser> user = findSystemUser(owner());
    QVERIFY(user.ok());
    QCOMPARE(::chown(m_directory->path().toUtf8().constData(), user->uid, user->gid), 0);
}

void TestFiles::cleanup()
{
    m_directory.reset();
}

void TestFiles::writtenIsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QStringLiteral("a") << QByteArray();
    QTest::newRow("text") << QStringLiteral("a b") << QByteArray("one\ntwo\n");
    QTest::newRow("no newline") << QStringLiteral("'$(id)'") << QByteArray("one");
    QTest::newRow("binary") << QStringLiteral("-n") << QByteArray("\0\xff\n\0", 4);
    QTest::newRow("more than a command's kept output") << QStringLiteral("象") << QByteArray(3 * 1024 * 1024 + 1, 'x');
}

void TestFiles::writtenIsRead()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const auto written = m_files->write(in(name), content, 0640);
    QVERIFY2(written.ok(), qPrintable(said(written)));
    const auto read = m_files->read(in(name));
    QVERIFY2(read.ok(), qPrintable(said(read)));
    QVERIFY(*read == content);
    const auto status = m_files->status(in(name));
    QVERIFY2(status.ok(), qPrintable(said(status)));
    QCOMPARE(status->mode, 0640);
    QCOMPARE(status->owner, owner());
    QCOMPARE(status->bytes, qint64(content.size()));
}

void TestFiles::writingReplacesWholeAndLeavesNoTrace()
{
    put(QStringLiteral("file"), "a long first content");
    QFile before(in(QStringLiteral("file")));
    QVERIFY(before.open(QIODevice::ReadOnly));
    put(QStringLiteral("file"), "second");
    QCOMPARE(before.readAll(), QByteArray("a long first content")); // replaced by a rename, not written over
    QCOMPARE(*m_files->read(in(QStringLiteral("file"))), QByteArray("second"));
    QCOMPARE(*m_files->entries(m_directory->path()), QStringList{QStringLiteral("file")});
}

void TestFiles::writingDoesNotFollowLinks()
{
    put(QStringLiteral("target"), "mine");
    QVERIFY(QFile::link(in(QStringLiteral("target")), in(QStringLiteral("link"))));
    put(QStringLiteral("link"), "new");
    QCOMPARE(*m_files->read(in(QStringLiteral("target"))), QByteArray("mine"));
    QCOMPARE(int(m_files->status(in(QStringLiteral("link")))->kind), int(FileStatus::Kind::File));
}

void TestFiles::statusTells()
{
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("directory")), 0750).ok());
    const auto directory = m_files->status(in(QStringLiteral("directory")));
    QVERIFY2(directory.ok(), qPrintable(said(directory)));
    QCOMPARE(int(directory->kind), int(FileStatus::Kind::Directory));
    QCOMPARE(directory->mode, 0750);
    QVERIFY(qAbs(directory->modified.secsTo(QDateTime::currentDateTime())) < 60);

    const QString target = QStringLiteral("/no where/'else'");
    QVERIFY(QFile::link(target, in(QStringLiteral("link"))));
    const auto link = m_files->status(in(QStringLiteral("link")));
    QVERIFY2(link.ok(), qPrintable(said(link)));
    QCOMPARE(int(link->kind), int(FileStatus::Kind::Link));
    QCOMPARE(link->linkTarget, target);

    QCOMPARE(int(m_files->status(QStringLiteral("/dev/null"))->kind), int(FileStatus::Kind::Other));
}

void TestFiles::entriesAreListed()
{
    const QStringList names{QStringLiteral(".hidden"), QStringLiteral("a b"), QStringLiteral("line\nbreak"),
                            QStringLiteral("z")};
    for (const QString &name : names)
        put(name, "x");
    QCOMPARE(*m_files->entries(m_directory->path()), names);
    QVERIFY(!m_files->entries(in(QStringLiteral("z"))).ok());
}

void TestFiles::missingIsNotFound()
{
    const QString path = in(QStringLiteral("missing/deeper"));
    QCOMPARE(errorCodeName(m_files->read(path).error().code), errorCodeName(ErrorCode::NotFound));
    QCOMPARE(errorCodeName(m_files->status(path).error().code), errorCodeName(ErrorCode::NotFound));
    QCOMPARE(errorCodeName(m_files->entries(path).error().code), errorCodeName(ErrorCode::NotFound));
    QCOMPARE(errorCodeName(m_files->write(path, "x").error().code), errorCodeName(ErrorCode::NotFound));
    QCOMPARE(errorCodeName(m_files->makeDirectory(path, 0700).error().code), errorCodeName(ErrorCode::NotFound));
    QCOMPARE(errorCodeName(m_files->move(path, in(QStringLiteral("x"))).error().code),
             errorCodeName(ErrorCode::NotFound));
    QVERIFY(m_files->removeMarkedTree(in(QStringLiteral("missing")), "x").ok());
}

void TestFiles::forbiddenIsNotPermitted()
{
    if (::geteuid() != 0)
        QSKIP("needs another user to be forbidden");
    QCOMPARE(errorCodeName(m_files->read(QStringLiteral("/etc/shadow")).error().code),
             errorCodeName(ErrorCode::NotPermitted));
    QCOMPARE(errorCodeName(m_files->write(QStringLiteral("/etc/howdah-test"), "x").error().code),
             errorCodeName(ErrorCode::NotPermitted));
    QCOMPARE(errorCodeName(m_files->entries(QStringLiteral("/root")).error().code),
             errorCodeName(ErrorCode::NotPermitted));
    QVERIFY(!QFile::exists(QStringLiteral("/etc/howdah-test")));
    // Once done as another user, the thread is itself again.
    QVERIFY(m_host->readFile(QStringLiteral("/etc/shadow"), {}, soon()).ok());
}

void TestFiles::directoryIsMadeOnce()
{
    const auto made = m_files->makeDirectory(in(QStringLiteral("d")), 0777);
    QVERIFY2(made.ok(), qPrintable(said(made)));
    QCOMPARE(m_files->status(in(QStringLiteral("d")))->mode, 0777);
    QCOMPARE(m_files->status(in(QStringLiteral("d")))->owner, owner());
    QCOMPARE(errorCodeName(m_files->makeDirectory(in(QStringLiteral("d")), 0700).error().code),
             errorCodeName(ErrorCode::AlreadyExists));
    put(QStringLiteral("file"), "x");
    QCOMPARE(errorCodeName(m_files->makeDirectory(in(QStringLiteral("file")), 0700).error().code),
             errorCodeName(ErrorCode::AlreadyExists));
}

void TestFiles::moveNeverReplaces_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("moved");
    QTest::newRow("file to nothing") << "file"
                                     << "new" << true;
    QTest::newRow("directory to nothing") << "full"
                                          << "new" << true;
    QTest::newRow("link to nothing") << "link"
                                     << "new" << true;
    QTest::newRow("file over a file") << "file"
                                      << "other" << false;
    QTest::newRow("file over an empty directory") << "file"
                                                  << "empty" << false;
    QTest::newRow("directory over a file") << "full"
                                           << "file" << false;
    QTest::newRow("directory over a full directory") << "full"
                                                     << "full2" << false;
    QTest::newRow("directory over an empty directory") << "full"
                                                       << "empty" << true;
    QTest::newRow("directory over a link") << "full"
                                           << "link" << false;
    QTest::newRow("directory over a dangling link") << "full"
                                                    << "dangling" << false;
}

void TestFiles::moveNeverReplaces()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, moved);
    for (const char *name : {"file", "other"})
        put(QString::fromLatin1(name), name);
    for (const char *name : {"empty", "full", "full2"})
        QVERIFY(m_files->makeDirectory(in(QString::fromLatin1(name)), 0700).ok());
    put(QStringLiteral("full/inner"), "full");
    put(QStringLiteral("full2/inner"), "full2");
    QVERIFY(QFile::link(in(QStringLiteral("empty")), in(QStringLiteral("link"))));
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), in(QStringLiteral("dangling"))));
    const QStringList before = *m_files->entries(m_directory->path());
    const auto outcome = m_files->move(in(from), in(to));
    QVERIFY2(outcome.ok() == moved, qPrintable(said(outcome)));
    if (!moved) {
        QCOMPARE(errorCodeName(outcome.error().code), errorCodeName(ErrorCode::AlreadyExists));
        QCOMPARE(*m_files->entries(m_directory->path()), before);
        QCOMPARE(*m_files->read(in(QStringLiteral("full2/inner"))), QByteArray("full2"));
        QCOMPARE(*m_files->read(in(QStringLiteral("other"))), QByteArray("other"));
        return;
    }
    QVERIFY(!m_files->status(in(from)).ok());
    if (from == QLatin1String("full"))
        QCOMPARE(*m_files->read(in(to) + QStringLiteral("/inner")), QByteArray("full"));
}

void TestFiles::markedTreeGoesWhole()
{
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("tree")), 0700).ok());
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("tree/base [1]")), 0700).ok());
    put(QStringLiteral("tree/base [1]/file"), "x");
    put(QStringLiteral("tree/base [1]/marker"), "another of that name");
    put(QStringLiteral("tree/marker"), "made by 42");
    const auto removed = m_files->removeMarkedTree(in(QStringLiteral("tree")), "made by 42");
    QVERIFY2(removed.ok(), qPrintable(said(removed)));
    QVERIFY(!QFile::exists(in(QStringLiteral("tree"))));
    QVERIFY(m_files->removeMarkedTree(in(QStringLiteral("tree")), "made by 42").ok());
}

void TestFiles::treeWithoutItsMarkerStays_data()
{
    QTest::addColumn<QByteArray>("marker"); // null: none
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("no marker") << QByteArray() << QByteArray("made by 42");
    QTest::newRow("another's") << QByteArray("made by 43") << QByteArray("made by 42");
    QTest::newRow("longer") << QByteArray("made by 42 ") << QByteArray("made by 42");
    QTest::newRow("shorter") << QByteArray("made by 4") << QByteArray("made by 42");
    QTest::newRow("empty") << QByteArray("") << QByteArray("made by 42");
    QTest::newRow("empty wanted") << QByteArray("made by 42") << QByteArray("");
}

void TestFiles::treeWithoutItsMarkerStays()
{
    QFETCH(QByteArray, marker);
    QFETCH(QByteArray, wanted);
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("tree")), 0700).ok());
    put(QStringLiteral("tree/precious"), "data");
    if (!marker.isNull())
        put(QStringLiteral("tree/marker"), marker);
    const auto removed = m_files->removeMarkedTree(in(QStringLiteral("tree")), wanted);
    QVERIFY(!removed.ok());
    QCOMPARE(errorCodeName(removed.error().code), errorCodeName(ErrorCode::Invalid));
    QCOMPARE(*m_files->read(in(QStringLiteral("tree/precious"))), QByteArray("data"));
}

void TestFiles::linksInATreeAreNotFollowed()
{
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("outside")), 0700).ok());
    put(QStringLiteral("outside/precious"), "data");
    put(QStringLiteral("outside/marker"), "42");
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("tree")), 0700).ok());
    put(QStringLiteral("tree/marker"), "42");
    QVERIFY(QFile::link(in(QStringLiteral("outside")), in(QStringLiteral("tree/tablespace"))));
    QVERIFY(QFile::link(in(QStringLiteral("outside")), in(QStringLiteral("way in"))));
    QVERIFY(!m_files->removeMarkedTree(in(QStringLiteral("way in")), "42").ok());
    QVERIFY(m_files->removeMarkedTree(in(QStringLiteral("tree")), "42").ok());
    QVERIFY(!QFile::exists(in(QStringLiteral("tree"))));
    QCOMPARE(*m_files->read(in(QStringLiteral("outside/precious"))), QByteArray("data"));
}

void TestFiles::removalCutShortCanBeDoneAgain()
{
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("tree")), 0700).ok());
    put(QStringLiteral("tree/marker"), "42"); // all else is gone already
    QVERIFY(m_files->removeMarkedTree(in(QStringLiteral("tree")), "42").ok());
    QVERIFY(!QFile::exists(in(QStringLiteral("tree"))));
    // Killed between making a directory and marking it: nothing is in it to lose, nothing is taken away.
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("bare")), 0700).ok());
    const auto removed = m_files->removeMarkedTree(in(QStringLiteral("bare")), "42");
    QVERIFY2(removed.ok(), qPrintable(said(removed)));
    QVERIFY(QFile::exists(in(QStringLiteral("bare"))));
}

void TestFiles::removedFileMayBeGoneAlready()
{
    put(QStringLiteral("file"), "x");
    QVERIFY(m_files->removeFile(in(QStringLiteral("file"))).ok());
    QVERIFY(!QFile::exists(in(QStringLiteral("file"))));
    QVERIFY(m_files->removeFile(in(QStringLiteral("file"))).ok());
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("directory")), 0700).ok());
    QVERIFY(!m_files->removeFile(in(QStringLiteral("directory"))).ok());
    QVERIFY(QFile::exists(in(QStringLiteral("directory"))));
}

void TestFiles::fullDiskKeepsTheOldFile()
{
    const QByteArray disk = in(QStringLiteral("disk")).toUtf8();
    QVERIFY(m_files->makeDirectory(in(QStringLiteral("disk")), 0777).ok());
    if (::geteuid() != 0 || ::mount("howdah-test", disk.constData(), "tmpfs", 0, "size=256k,mode=0777") != 0)
        QSKIP("a file system of its own can be mounted by root only");
    const auto first = m_files->write(in(QStringLiteral("disk/file")), "first");
    const auto second = m_files->write(in(QStringLiteral("disk/file")), QByteArray(1024 * 1024, 'x'));
    const auto kept = m_files->read(in(QStringLiteral("disk/file")));
    const auto names = m_files->entries(in(QStringLiteral("disk")));
    put(QStringLiteral("outside"), "x");
    const auto across = m_files->move(in(QStringLiteral("outside")), in(QStringLiteral("disk/inside")));
    const auto space = m_host->space(in(QStringLiteral("disk/not yet/there")), soon());
    const auto outside = m_host->space(m_directory->path(), soon());
    ::umount2(disk.constData(), MNT_DETACH);
    QVERIFY2(first.ok(), qPrintable(said(first)));
    QVERIFY(!second.ok());
    QCOMPARE(errorCodeName(second.error().code), errorCodeName(ErrorCode::Storage));
    QCOMPARE(*kept, QByteArray("first"));
    QCOMPARE(*names, QStringList{QStringLiteral("file")});
    QCOMPARE(errorCodeName(across.error().code), errorCodeName(ErrorCode::Invalid));
    QCOMPARE(*m_files->read(in(QStringLiteral("outside"))), QByteArray("x"));
    QCOMPARE(space->totalBytes, qint64{256 * 1024});
    QVERIFY(space->freeBytes < space->totalBytes);
    QVERIFY(space->fileSystem != outside->fileSystem);
}

void TestFiles::anotherUsersLinkLeadsNowhere()
{
    if (::geteuid() != 0)
        QSKIP("only root could be led astray");
    // A link planted in a directory of another user, at a file that only root may write.
    QTemporaryDir root;
    QFile secret(root.filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("root's");
    secret.close();
    QVERIFY(QFile::link(root.path(), in(QStringLiteral("trap"))));
    QVERIFY(!m_files->read(in(QStringLiteral("trap/secret"))).ok());
    QVERIFY(!m_files->write(in(QStringLiteral("trap/secret")), "mine").ok());
    QVERIFY(!m_files->removeFile(in(QStringLiteral("trap/secret"))).ok());
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QCOMPARE(secret.readAll(), QByteArray("root's"));
}

void TestFiles::relativePathsAreRefused()
{
    for (const QString &path :
         {QString(), QStringLiteral("file"), QStringLiteral("../file"), QStringLiteral("/a") + QChar(QChar::Null)}) {
        QCOMPARE(errorCodeName(m_host->readFile(path, {}, soon()).error().code), errorCodeName(ErrorCode::Invalid));
        QCOMPARE(errorCodeName(m_host->space(path, soon()).error().code), errorCodeName(ErrorCode::Invalid));
    }
}

void TestFiles::spaceOfWhatIsNotThereYet()
{
    const auto space = m_host->space(in(QStringLiteral("a/b/c")), soon());
    QVERIFY2(space.ok(), qPrintable(said(space)));
    QVERIFY(space->totalBytes > 0 && space->freeBytes > 0 && space->freeBytes <= space->totalBytes);
    QCOMPARE(space->fileSystem, m_host->space(m_directory->path(), soon())->fileSystem);
}

void TestFiles::portsInUseAreSeen()
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
        QCOMPARE(*taken, false);
        QCOMPARE(*m_host->portIsFree(ntohs(address.sin_port), soon()), true);
    }
    QCOMPARE(errorCodeName(m_host->portIsFree(0, soon()).error().code), errorCodeName(ErrorCode::Invalid));
    QCOMPARE(errorCodeName(m_host->portIsFree(65536, soon()).error().code), errorCodeName(ErrorCode::Invalid));
}

void TestFiles::hostsById()
{
    Hosts hosts;
    const auto local = hosts.find(QStringLiteral("local"));
    QVERIFY(local.ok());
    QCOMPARE((*local)->id(), QStringLiteral("local"));
    QCOMPARE(*hosts.find(QStringLiteral("local")), *local);
    for (const QString &id : {QString(), QStringLiteral("pigeon:db1")})
        QCOMPARE(errorCodeName(hosts.find(id).error().code), errorCodeName(ErrorCode::NotFound));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
