#pragma once

#include "tests/support/live_lab.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace howdah::test {

/// A primary n1 that is left alone with its last writes: the standbys n2 and n3 miss them.
class RejoinLab
{
public:
    explicit RejoinLab(LiveLab &lab)
        : m_lab(lab)
    {
    }

    static QString n(int number) { return QStringLiteral("n%1").arg(number); }

    void fill()
    {
        m_lab.sql(n(1),
                  QStringLiteral("CREATE TABLE t AS SELECT g AS id, 'x' || g AS v FROM generate_series(1, 1000) g"));
        QVERIFY(m_lab.waitUntilReplayed(n(2)));
    }

    /// The standbys look for their primary where there is none.
    void cutOff(const QStringList &standbys)
    {
        for (const QString &standby : standbys) {
            m_conninfo.insert(standby, m_lab.sql(standby, setting(QStringLiteral("primary_conninfo"))));
            follow(standby, QStringLiteral("host=127.0.0.1 port=1"));
            QVERIFY(QTest::qWaitFor(
                [&] {
                    return m_lab.sql(standby, QStringLiteral("SELECT count(*) FROM pg_stat_wal_receiver")) ==
                           QLatin1String("0");
                },
                15000));
        }
    }
    void bringBack()
    {
        for (auto one = m_conninfo.cbegin(); one != m_conninfo.cend(); ++one)
            follow(one.key(), one.value());
    }

    /// Three transactions: rows inserted, changed and deleted, and a table of its own.
    void writeAlone()
    {
        m_lab.sql(n(1), QStringLiteral("INSERT INTO t VALUES (2001, 'only, \"here\"'), (2002, NULL)"));
        m_lab.sql(n(1), QStringLiteral("UPDATE t SET v = 'changed' WHERE id <= 3"));
        m_lab.sql(n(1), QStringLiteral("DELETE FROM t WHERE id = 10"));
        m_lab.sql(n(1), QStringLiteral("CREATE TABLE only_here AS SELECT 1 AS a"));
    }

    /// Ends the segment that n1 writes, without a transaction; returns its name.
    QString nextSegment()
    {
        m_lab.sql(n(1), QStringLiteral("SELECT pg_logical_emit_message(false, 'test', 'of this segment')"));
        const QString ended = m_lab.sql(n(1), QStringLiteral("SELECT pg_walfile_name(pg_current_wal_insert_lsn())"));
        m_lab.sql(n(1), QStringLiteral("SELECT pg_switch_wal()"));
        return ended;
    }

    /// The node may take away whatever WAL a checkpoint does not need.
    void keepNoWal(int node)
    {
        const auto becomes = [&](const QString &question, const QString &answer) {
            QTRY_COMPARE_WITH_TIMEOUT(m_lab.sql(n(node), question), answer, 60000);
        };
        m_lab.sql(n(node), QStringLiteral("ALTER SYSTEM SET wal_keep_size = 0"));
        m_lab.sql(n(node), QStringLiteral("SELECT pg_reload_conf()"));
        becomes(QStringLiteral("SHOW wal_keep_size"), QStringLiteral("0"));
        becomes(QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE active"), QStringLiteral("0"));
        m_lab.sql(n(node), QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"));
    }

    /// The standby asks another node for WAL from now on.
    void turnTo(const QString &standby, const QString &upstream)
    {
        const Result<ConnInfo> before =
            ConnInfo::parse(m_conninfo.value(standby, m_lab.sql(standby, setting(QStringLiteral("primary_conninfo")))));
        QVERIFY(before);
        follow(standby, before->with(QStringLiteral("port"), m_lab.connInfo(upstream).port()).toString());
    }

    /// n2 is a primary, and knows it for good.
    void promote()
    {
        m_lab.sql(n(2), QStringLiteral("SELECT pg_promote()"));
        m_lab.sql(n(2), QStringLiteral("CHECKPOINT"));
        m_lab.sql(n(2), QStringLiteral("INSERT INTO t VALUES (3001, 'of the new primary')"));
    }

    [[nodiscard]] bool isStandbyOf(int node, int upstream) const
    {
        return m_lab.sql(n(node), QStringLiteral("SELECT pg_is_in_recovery()")) == QLatin1String("t") &&
               m_lab.waitUntilStreaming(n(node), n(upstream)) && m_lab.waitUntilReplayed(n(node), n(upstream));
    }

private:
    static QString setting(const QString &name)
    {
        return QStringLiteral("SELECT setting FROM pg_settings WHERE name = '%1'").arg(name);
    }
    void follow(const QString &standby, const QString &conninfo)
    {
        m_lab.sql(standby, QStringLiteral("ALTER SYSTEM SET primary_conninfo = '%1'")
                               .arg(QString(conninfo).replace(QLatin1Char('\''), QLatin1String("''"))));
        m_lab.sql(standby, QStringLiteral("SELECT pg_reload_conf()"));
    }

    LiveLab &m_lab;
    QHash<QString, QString> m_conninfo;
};

inline QByteArray savedRowsOf(const QString &place, const QString &pattern)
{
    const QDir rows(place + QStringLiteral("/rows"));
    QFile file(rows.filePath(rows.entryList({pattern}).value(0)));
    if (!file.open(QIODevice::ReadOnly))
        return "no such file";
    QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

/// Of RejoinLab::writeAlone(), as the operation's result names its place.
inline void checkWhatWasSaved(const QJsonObject &result)
{
    const QJsonObject lost = result.value(QLatin1String("lost")).toObject();
    QCOMPARE(lost.value(QLatin1String("transactions")).toInt(), 4);
    const QString place = lost.value(QLatin1String("savedTo")).toString();
    QFile json(place + QStringLiteral("/transactions.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).object().value(QLatin1String("transactions")).toArray().size(), 4);
    QFile words(place + QStringLiteral("/transactions.txt"));
    QVERIFY(words.open(QIODevice::ReadOnly));
    QVERIFY(words.readAll().contains("postgres.public.t: 2 inserted"));
    QCOMPARE(savedRowsOf(place, QStringLiteral("postgres.public.t.*.csv")),
             QByteArray("1,changed\n2,changed\n2001,\"only, \"\"here\"\"\"\n2002,\n3,changed\nid,v"));
    QCOMPARE(savedRowsOf(place, QStringLiteral("postgres.public.only_here.*.csv")), QByteArray("1\na"));
    QVERIFY(!QDir(place + QStringLiteral("/wal")).entryList({QStringLiteral("00000001*")}).isEmpty());
}

} // namespace howdah::test
