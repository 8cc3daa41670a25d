#include "core/backup/density.h"
#include "core/operations/past_database.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace howdah;

namespace {

constexpr quint32 segmentBytes = 16U * 1024U * 1024U;

/// In pg_waldump's place: 1500 transactions in each segment, each of a table of its own, as fast as they can be printed.
const char *const standIn = R"sh(#!/bin/sh
for option do
    case $option in
    --start=*) start=${option#*/} ;;
    --end=*) end=${option#*/} ;;
    esac
done
exec awk -v from=$((0x$start)) -v to=$((0x$end)) 'BEGIN {
    step = 10000
    for (at = int((from + step - 1) / step) * step; at < to; at += step) {
        xid = at / step + 1000
        printf "rmgr: Heap        len (rec/tot):     59/    59, tx: %10d, lsn: 0/%08X, prev 0/00000000, desc: INSERT off 1 flags 0x00, blkref #0: rel 1663/5/%d blk 0\n", xid, at, xid + 16384
        printf "rmgr: Transaction len (rec/tot):     34/    34, tx: %10d, lsn: 0/%08X, prev 0/00000000, desc: COMMIT 2026-11-20 08:01:45.407184 UTC\n", xid, at + 100
    }
}'
)sh";

qint64 statusKilobytes(const char *name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

bool forgetPeak()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

} // namespace

/// Reading WAL takes no more memory the more there is of it: what was read lies in a file, and that is bounded, too.
class TestPastMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOWDAH_HOME", m_home.path().toUtf8());
        QFile program(m_home.filePath(QStringLiteral("pg_waldump")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write(standIn);
        program.setPermissions(program.permissions() | QFile::ExeOwner);
    }

    void itStaysFlat()
    {
        (void)read(1); // what is allocated once is there then
        QVERIFY(forgetPeak());
        QList<qint64> peaks;
        qint64 transactions = 0;
        for (const int times : {1, 4, 16}) {
            QVERIFY(forgetPeak());
            transactions = read(times);
            peaks << statusKilobytes("VmHWM:");
        }
        QVERIFY2(transactions > 100000, qPrintable(QString::number(transactions)));
        constexpr qint64 much = 16 * 1024; // kB
        const QByteArray said =
            QStringLiteral("%1 kB, %2 kB, %3 kB").arg(peaks.at(0)).arg(peaks.at(1)).arg(peaks.at(2)).toLatin1();
        qInfo("peak at 1, 4 and 16 times the WAL: %s", said.constData());
        QVERIFY2(peaks.at(2) - peaks.at(0) < much, said.constData());
    }

private:
    /// As the time machine does; how many transactions came.
    qint64 read(int times)
    {
        constexpr quint64 each = 4;
        WalReader reader{.host = *m_hosts.find(QStringLiteral("local")),
                         .binDirectory = m_home.path(),
                         .major = 15,
                         .places = {.way = {{1, std::nullopt}}, .archiveDirectory = m_home.path()}};
        for (quint64 number = 1; number <= each * quint64(times); ++number) {
            ArchiveFile file = archiveFileNamed(nameOf({1, number}, segmentBytes), segmentBytes);
            file.bytes = segmentBytes;
            reader.places.archived << file;
        }
        QFile::remove(m_home.filePath(QStringLiteral("past/1.db")));
        PastDatabase database;
        if (!database.open(QStringLiteral("1")))
            return 0;
        PastDatabase::Known known = database.knownOn(reader.places.way);
        RelationNames names([](const QString &) { return Result<Connection>(Error{.code = ErrorCode::Unreachable}); });
        Density density;
        std::deque<CommittedTransaction> newest;
        const auto keep = [&](const WalProgress &progress) {
            known.last = progress.last;
            known.resume = progress.resume;
            database.keep(known);
            database.begin();
        };
        database.begin();
        const WalListener listener{.committed =
                                       [&](const CommittedTransaction &transaction) {
                                           database.add(transaction);
                                           density.add(transaction.at);
                                           (void)names.find(transaction.relations.firstKey());
                                           newest.push_back(transaction);
                                           if (newest.size() > 1000)
                                               newest.pop_front();
                                       },
                                   .progress = keep};
        const Result<WalReading> reading = readWal(reader, {}, listener, Deadline::never(), {});
        if (!reading)
            QTest::qFail(qPrintable(reading.error().full()), __FILE__, __LINE__);
        return reading ? reading->transactions : 0;
    }

    QTemporaryDir m_home;
    Hosts m_hosts;
};

QTEST_GUILESS_MAIN(TestPastMemory)
#include "test_past_memory.moc"
