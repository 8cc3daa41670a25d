#include "core/backup/archive_command.h"
#include "core/hosts/host.h"
#include "core/operations/library/recover_parts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <csignal>

using namespace howdah;

namespace {

constexpr quint32 segmentBytes = 1024 * 1024;
constexpr quint64 systemIdentifier = 42;
constexpr int segments = 12;
constexpr int depth = 8; // that wait at most

QString name(quint64 number)
{
    return nameOf({1, number}, segmentBytes);
}

/// As far as its header says.
QByteArray segment(quint64 number, quint64 system = systemIdentifier)
{
    QByteArray bytes(segmentBytes, static_cast<char>('a' + number));
    qToLittleEndian(number * segmentBytes, bytes.data() + 8); // xlp_pageaddr
    qToLittleEndian(system, bytes.data() + 24);               // xlp_sysid
    return bytes;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

} // namespace

/// What a recovered copy calls for its WAL, run by a real shell as the server would run it: it brings ahead, hands out
/// nothing but what it has looked at, and bears to be killed.
class TestFetchWal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_directory->path()).mkpath(place() + QStringLiteral("/data/pg_wal/archive_status")));
        QVERIFY(QDir().mkpath(place() + QStringLiteral("/ahead")));
        QVERIFY(QDir().mkpath(archived()));
        for (quint64 number = 1; number <= segments; ++number)
            write(archived(number), segment(number));
        write(place() + QStringLiteral("/restore-wal"), restoreScript());
    }
    void cleanup() { QCOMPARE(stop(), 0); }

    void theNextAreThereBeforeTheyAreAskedFor_data()
    {
        QTest::addColumn<QString>("packing");
        QTest::addColumn<QString>("command");
        QTest::newRow("plain") << QString() << QString();
        QTest::newRow("gzip") << QStringLiteral("gzip") << QString();
        QTest::newRow("zstd") << QStringLiteral("zstd --quiet --rm") << QString();
        QTest::newRow("a command") << QString() << QStringLiteral("cp ARCHIVE/%f %p");
    }
    void theNextAreThereBeforeTheyAreAskedFor()
    {
        QFETCH(QString, packing);
        QFETCH(QString, command);
        if (!packing.isEmpty())
            QCOMPARE(shell(packing + QStringLiteral(" \"$1\"/*"), archived()), 0);
        writeScript(command);
        QCOMPARE(ask(1), 1); // look in pg_wal
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), depth, 30000);
        QVERIFY(QDir().rename(archived(), archived() + QStringLiteral("-gone")));
        for (quint64 number = 1; number <= 1 + depth; ++number) {
            if (number > 1)
                QCOMPARE(ask(number), 1);
            QVERIFY2(content(given(number)) == segment(number), qPrintable(name(number)));
            QVERIFY(QFile::exists(m_wal + QStringLiteral("/archive_status/") + name(number) + QStringLiteral(".done")));
        }
        QVERIFY(ask(2 + depth) != 0);
        QVERIFY(!QFile::exists(given(2 + depth)));
    }

    void whatIsWrongIsNotHandedOut_data()
    {
        QTest::addColumn<QByteArray>("came");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("another segment") << segment(5) << QByteArray("is another segment");
        QTest::newRow("of another cluster") << segment(3, 7) << QByteArray("is of another cluster");
        QTest::newRow("cut off") << segment(3).left(segmentBytes / 2) << QByteArray("is cut off");
        QTest::newRow("empty") << QByteArray() << QByteArray("is cut off");
    }
    void whatIsWrongIsNotHandedOut()
    {
        QFETCH(QByteArray, came);
        QFETCH(QByteArray, said);
        write(archived(3), came);
        writeScript();
        QCOMPARE(ask(1), 1);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ahead() + name(3) + QStringLiteral(".none")), 30000);
        QCOMPARE(ask(2), 1);
        QCOMPARE(ask(3), 126);
        QVERIFY2(m_said.contains(said), m_said.constData());
        QVERIFY(!QFile::exists(given(3)) && !QFile::exists(ahead() + name(3)));
    }

    void whatComesLaterIsFound()
    {
        QVERIFY(QFile::remove(archived(3)));
        writeScript();
        QCOMPARE(ask(1), 1);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ahead() + name(3) + QStringLiteral(".none")), 30000);
        QCOMPARE(ask(2), 1);
        QCOMPARE(ask(3), 1);
        QVERIFY(!QFile::exists(given(3)));
        write(archived(3), segment(3));
        QCOMPARE(ask(3), 1);
        QVERIFY(content(given(3)) == segment(3));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ahead() + name(4)), 30000);
        QCOMPARE(ask(1), 1); // recovery looks at its last record once more
        QVERIFY(content(given(1)) == segment(1));
    }

    void whatWasLeftHalfDoneIsNotUsed_data()
    {
        QTest::addColumn<QString>("left");
        QTest::newRow("by a process that was killed") << QStringLiteral("AHEAD/NAME.part.99");
        QTest::newRow("by one that the server waited for") << QStringLiteral("AHEAD/own");
        QTest::newRow("before the machine was started again") << QStringLiteral("AHEAD/../another-start/NAME");
    }
    void whatWasLeftHalfDoneIsNotUsed()
    {
        QFETCH(QString, left);
        left.replace(QLatin1String("AHEAD/"), ahead()).replace(QLatin1String("NAME"), name(2));
        QVERIFY(QDir().mkpath(QFileInfo(left).path()) && QDir().mkpath(ahead()));
        write(left, segment(2).left(100) + segment(9));
        write(ahead() + name(2) + QStringLiteral(".lock"), {});
        writeScript();
        for (quint64 number = 1; number <= 2; ++number) {
            QCOMPARE(ask(number), 1);
            QVERIFY(content(given(number)) == segment(number));
        }
    }

    void whoeverIsKilledAsHeBringsIsReplaced()
    {
        const QString allowed = m_directory->filePath(QStringLiteral("allowed"));
        writeScript(hangsAt3(allowed));
        QCOMPARE(ask(1), 1);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ahead() + name(3) + QStringLiteral(".lock")), 30000);
        ::kill(content(ahead() + QStringLiteral("slot.1")).trimmed().toInt(), SIGKILL);
        write(allowed, {});
        for (quint64 number = 2; number <= 4; ++number) {
            QCOMPARE(ask(number), 1);
            QVERIFY(content(given(number)) == segment(number));
        }
    }

    void nothingRunsOn()
    {
        writeScript(hangsAt3(m_directory->filePath(QStringLiteral("never"))));
        QCOMPARE(ask(1), 1);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ahead() + name(3) + QStringLiteral(".lock")), 30000);
        QCOMPARE(stop(), 0);
        QVERIFY(!QFile::exists(place() + QStringLiteral("/ahead")));
        // The shell that asks is none of them.
        QCOMPARE(shell(QStringLiteral("[ \"$(pgrep --full --count -- \"$1\")\" -eq 1 ]"), m_directory->path()), 0);
    }

    /// It may use a file of its own under one name.
    void anothersCommandIsCalledOnceAtATime()
    {
        const QString log = m_directory->filePath(QStringLiteral("log"));
        writeScript(QStringLiteral("echo begins >>%1; cp ARCHIVE/%f %p; code=$?; echo ends >>%1; exit $code").arg(log));
        for (quint64 number = 1; number < segments; ++number)
            QCOMPARE(ask(number), 1);
        QCOMPARE(fetch(QStringLiteral("00000002.history")), 1);
        QCOMPARE(stop(), 0);
        const QList<QByteArray> calls = content(log).trimmed().split('\n');
        QVERIFY(calls.size() >= 2 * segments);
        for (qsizetype call = 0; call < calls.size(); ++call)
            QCOMPARE(calls.at(call), call % 2 == 0 ? QByteArray("begins") : QByteArray("ends"));
    }

private:
    [[nodiscard]] QString place() const { return m_directory->filePath(QStringLiteral("place")); }
    [[nodiscard]] QString archived() const { return m_directory->filePath(QStringLiteral("archive")); }
    [[nodiscard]] QString archived(quint64 number) const { return archived() + QLatin1Char('/') + name(number); }
    [[nodiscard]] QString ahead() const
    {
        return place() + QStringLiteral("/ahead/") +
               QString::fromLatin1(content(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed()) +
               QLatin1Char('/');
    }
    [[nodiscard]] QString given(quint64 number) { return m_wal + QLatin1Char('/') + name(number); }
    [[nodiscard]] int waiting() const
    {
        const QStringList files = QDir(ahead()).entryList(QDir::Files);
        return static_cast<int>(std::count_if(files.begin(), files.end(), [](const QString &file) {
            return file.size() == 24 && !file.contains(QLatin1Char('.'));
        }));
    }
    [[nodiscard]] static QString hangsAt3(const QString &unless)
    {
        return QStringLiteral("if [ %f = %1 ] && [ ! -e %2 ]; then sleep 600; fi; cp ARCHIVE/%f %p")
            .arg(name(3), unless);
    }
    void writeScript(QString command = {})
    {
        library::RecoverParts parts;
        parts.systemIdentifier = QString::number(systemIdentifier);
        parts.segmentBytes = segmentBytes;
        parts.patience = 3;
        parts.archive = archived();
        parts.restoreCommand = command.replace(QLatin1String("ARCHIVE"), archived());
        parts.place = place();
        write(parts.fetchScript(), library::fetchScript(parts));
        m_wal = place() + QStringLiteral("/data/pg_wal");
    }
    int ask(quint64 number) { return fetch(name(number)); }
    int fetch(const QString &file)
    {
        return shell(QStringLiteral("cd \"$1/data\" && sh \"$1/fetch-wal\" \"$1\" \"$2\" pg_wal/RECOVERYXLOG \"$2\""),
                     place(), file);
    }
    int stop()
    {
        return shell(QStringLiteral("[ ! -e \"$1/fetch-wal\" ] || sh \"$1/fetch-wal\" \"$1\" --stop"), place());
    }
    int shell(const QString &line, const QString &first, const QString &second = {})
    {
        const Result<CommandOutcome> outcome = m_host->run(
            {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), line, QStringLiteral("sh"), first, second}}, soon());
        m_said = outcome ? outcome->errorOutput : outcome.error().full().toUtf8();
        return outcome ? outcome->exitCode : -1;
    }

    Hosts m_hosts;
    std::shared_ptr<Host> m_host = *m_hosts.find(QStringLiteral("local"));
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_wal;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestFetchWal)
#include "test_fetch_wal.moc"
