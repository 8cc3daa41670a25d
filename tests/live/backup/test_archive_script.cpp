#include "core/backup/archive_command.h"
#include "core/backup/archive_listing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {

const QString segment = QStringLiteral("000000010000000000000003");
constexpr quint32 segmentBytes = 1024 * 1024;

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

} // namespace

/// The two scripts, run by a real shell as the server would run them.
class TestArchiveScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_host = *m_hosts.find(QStringLiteral("local"));
        QVERIFY(QDir(m_directory->path()).mkpath(archive() + QStringLiteral("/.howdah")));
        write(archive() + QStringLiteral("/.howdah/archive-wal"), archiveScript());
        write(archive() + QStringLiteral("/.howdah/restore-wal"), restoreScript());
        m_wal = path(QStringLiteral("wal"));
        write(m_wal, QByteArray(segmentBytes, 'w'));
    }

    void whatIsArchivedComesBack_data()
    {
        QTest::addColumn<Compression>("compression");
        QTest::newRow("none") << Compression::None;
        QTest::newRow("gzip") << Compression::Gzip;
        QTest::newRow("zstd") << Compression::Zstd;
    }
    void whatIsArchivedComesBack()
    {
        QFETCH(Compression, compression);
        QCOMPARE(archiveIt(compression), 0);
        const Result<ArchiveInventory> stock = listArchive(*m_host, archive(), {}, segmentBytes, soon());
        QVERIFY(stock);
        QVERIFY(stock->holds({1, 3}));
        QCOMPARE(stock->unfinished.size() + stock->foreign.size(), 0);
        const QString back = path(QStringLiteral("back"));
        QCOMPARE(restoreIt(segment, back), 0);
        QCOMPARE(content(back), content(m_wal));
        QCOMPARE(archiveIt(compression), 0); // the same again
    }

    /// As it comes over a connection: all of it, or nothing of it.
    void standardInputIsArchivedWholeOrNotAtAll_data()
    {
        QTest::addColumn<int>("missing");
        QTest::addColumn<bool>("archived");
        QTest::newRow("whole") << 0 << true;
        QTest::newRow("the connection broke") << 1 << false;
        QTest::newRow("nothing came") << int(segmentBytes) << false;
    }
    void standardInputIsArchivedWholeOrNotAtAll()
    {
        QFETCH(int, missing);
        QFETCH(bool, archived);
        const Result<CommandOutcome> outcome =
            m_host->run({.argv = {archiveScriptIn(archive()), archive(), QStringLiteral("-"), segment,
                                  QStringLiteral("gzip"), QStringLiteral("1"), QString::number(segmentBytes)},
                         .input = QByteArray(segmentBytes - uint(missing), 'w')},
                        soon());
        QVERIFY(outcome);
        QCOMPARE(outcome->exitCode, archived ? 0 : 1);
        QCOMPARE(QDir(archive()).entryList(QDir::Files | QDir::Hidden),
                 archived ? QStringList{segment + QStringLiteral(".gz")} : QStringList{});
        if (!archived)
            QVERIFY2(outcome->errorOutput.contains("connection broke"), outcome->errorOutput.constData());
    }

    void anotherFileIsNotReplaced_data() { whatIsArchivedComesBack_data(); }
    void anotherFileIsNotReplaced()
    {
        QFETCH(Compression, compression);
        QCOMPARE(archiveIt(compression), 0);
        write(m_wal, QByteArray(segmentBytes, 'x'));
        QVERIFY(archiveIt(compression) != 0);
        QVERIFY2(m_said.contains("says something else"), m_said.constData());
        const QString back = path(QStringLiteral("back"));
        QCOMPARE(restoreIt(segment, back), 0);
        QCOMPARE(content(back), QByteArray(segmentBytes, 'w'));
    }

    void aFailureIsLoud_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no directory") << QStringLiteral("gone") << QByteArray("is not there");
        QTest::newRow("no file") << QStringLiteral("no file") << QByteArray("cannot read");
        QTest::newRow("not writable") << QStringLiteral("not writable") << QByteArray("may not write in");
        QTest::newRow("full") << QStringLiteral("full") << QByteArray("cannot copy");
    }
    void aFailureIsLoud()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, said);
        QString user, into = archive();
        if (fault == QLatin1String("gone"))
            into = path(QStringLiteral("nowhere"));
        else if (fault == QLatin1String("no file"))
            m_wal = path(QStringLiteral("nothing"));
        else if (m_host->loginUser(soon()).value() != QLatin1String("root"))
            QSKIP("Needs root: to be another user, and to make a small file system.");
        else if (fault == QLatin1String("not writable"))
            user = QStringLiteral("nobody");
        else
            into = path(QStringLiteral("small"));
        if (fault == QLatin1String("full"))
            QVERIFY(mountSmall(into));
        if (!user.isEmpty())
            openTo(user);
        QVERIFY(archiveIt(Compression::None, into, user) != 0);
        QVERIFY2(m_said.contains(said), m_said.constData());
        if (fault == QLatin1String("full")) {
            QCOMPARE(QDir(into).entryList(QDir::Files | QDir::Hidden), QStringList{}); // nothing half done stays
            run({QStringLiteral("umount"), into});
            QVERIFY(QDir().rmdir(into));
        }
    }

    void theEndOfTheArchiveIsOneAndABrokenOneIsMore()
    {
        const QString back = path(QStringLiteral("back"));
        QCOMPARE(restoreIt(segment, back), 1);
        write(archive() + QLatin1Char('/') + segment + QStringLiteral(".gz"), "no gzip at all");
        QVERIFY(restoreIt(segment, back) > 125);
        QVERIFY(!QFile::exists(back));
    }

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QString archive() const { return path(QStringLiteral("the \"archive\" of $HOME")); }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int run(const QStringList &argv, const QString &user = {})
    {
        const Result<CommandOutcome> outcome = m_host->run({.argv = argv, .asUser = user}, soon());
        m_said = outcome ? outcome->errorOutput : outcome.error().full().toUtf8();
        return outcome ? outcome->exitCode : -1;
    }
    /// As the server does it: %p and %f replaced, the rest for a shell.
    int call(const std::optional<QString> &command, const QString &file, const QString &user = {})
    {
        QString line = command.value_or(QString());
        line.replace(QStringLiteral("%p"), file).replace(QStringLiteral("%f"), segment);
        return run({QStringLiteral("sh"), QStringLiteral("-c"), line}, user);
    }
    int archiveIt(Compression compression) { return call(archiveCommandFor(archive(), compression), m_wal); }
    int archiveIt(Compression compression, const QString &into, const QString &user)
    {
        QString command = archiveCommandFor(into, compression).value_or(QString());
        command.replace(into + QStringLiteral("/.howdah"), archive() + QStringLiteral("/.howdah"));
        return call(command, m_wal, user);
    }
    int restoreIt(const QString &, const QString &to) { return call(restoreCommandFor(restoreScriptIn(archive()), archive()), to); }
    bool mountSmall(const QString &at)
    {
        return QDir().mkpath(at) &&
               run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                    QStringLiteral("size=256k"), QStringLiteral("howdah-test"), at}) == 0;
    }
    void openTo(const QString &)
    {
        QFile(m_directory->path()).setPermissions(QFile::Permissions(0x7755));
        QFile(archive()).setPermissions(QFile::Permissions(0x7755));
    }

    Hosts m_hosts;
    std::shared_ptr<Host> m_host;
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_wal;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestArchiveScript)
#include "test_archive_script.moc"
