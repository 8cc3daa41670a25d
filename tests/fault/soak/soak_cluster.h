#pragma once

#include "tests/support/counting_writer.h"
#include "tests/support/live_lab.h"

#include <QFile>
#include <QTest>

namespace howdah::test {

/// A lab under load whose commits are acknowledged only when one standby has them too: so that no fault of one node may
/// lose any. What is true of it is asked of the servers themselves, never of Howdah.
class SoakCluster
{
public:
    explicit SoakCluster(std::unique_ptr<LiveLab> lab)
        : m_lab(std::move(lab))
    {
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
        for (const QString &name : nodes()) {
            m_lab->sql(name, QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'"));
            m_lab->sql(name, QStringLiteral("SELECT pg_reload_conf()"));
        }
        m_writer = std::make_unique<CountingWriter>([name = name()] { return ClusterRegistry().find(name).value(); },
                                                    Milliseconds{5});
    }

    [[nodiscard]] QString name() const { return m_lab->cluster().name; }
    [[nodiscard]] QStringList nodes() const
    {
        QStringList names;
        for (const NodeDefinition &node : m_lab->cluster().nodes)
            names << node.name;
        return names;
    }
    [[nodiscard]] QStringList primaries() const { return inRecovery(QStringLiteral("f")); }
    [[nodiscard]] QStringList standbys() const { return inRecovery(QStringLiteral("t")); }
    [[nodiscard]] QStringList silent() const { return inRecovery(QString()); }
    [[nodiscard]] qint64 acknowledged() const { return m_writer->acknowledged(); }

    /// What the lab says of it; a fault that comes too late for its node is none.
    Result<QString> tryFault(const QString &kind, const QString &node)
    {
        return injectFault(m_lab->lab(), kind, node, m_lab->hosts(), Deadline::after(Milliseconds{30000}));
    }

    /// Empty when one primary takes writes, every node follows it (perhaps below another) and has every acknowledged
    /// row; else what is not so, once the time is over.
    [[nodiscard]] QString unsettled(Milliseconds patience)
    {
        QString what;
        const auto settled = [&] { return (what = unsettledNow()).isEmpty(); };
        (void)QTest::qWaitFor(settled, static_cast<int>(patience.count()));
        if (!what.isEmpty())
            tellLastWords();
        return what;
    }

    /// Standbys that answer and have streamed from nobody for as long as `patience`.
    [[nodiscard]] QStringList astray(Milliseconds patience) const
    {
        QStringList names;
        const auto found = [&] { return (names = notStreaming()).isEmpty(); };
        (void)QTest::qWaitFor(found, static_cast<int>(patience.count()));
        return names;
    }

    /// First cell as text; an empty string when the node does not answer.
    [[nodiscard]] QString ask(const QString &node, const QString &sql) const
    {
        const Deadline deadline = Deadline::after(Milliseconds{5000});
        Result<Connection> session = Connection::open(m_lab->connInfo(node), deadline);
        if (!session)
            return {};
        const Result<ResultSet> rows = session->query(sql, {}, deadline);
        return rows && rows->rows() > 0 ? rows->text(0, 0).value_or(QString()) : QString();
    }

private:
    [[nodiscard]] QStringList inRecovery(const QString &answer) const
    {
        QStringList names;
        for (const QString &node : nodes())
            if (ask(node, QStringLiteral("SELECT pg_is_in_recovery()")) == answer)
                names << node;
        return names;
    }

    [[nodiscard]] bool streams(const QString &node) const
    {
        return ask(node, QStringLiteral("SELECT status FROM pg_stat_wal_receiver")) == QLatin1String("streaming");
    }
    [[nodiscard]] QStringList notStreaming() const
    {
        QStringList names = standbys();
        names.removeIf([this](const QString &node) { return streams(node); });
        return names;
    }

    /// Of every server: the lab is gone before anybody could look.
    void tellLastWords() const
    {
        const QString state = QStringLiteral(
            "SELECT concat_ws(' ', 'recovery', pg_is_in_recovery(), current_setting('primary_conninfo'), 'slot',"
            " current_setting('primary_slot_name'), 'receiver', (SELECT status FROM pg_stat_wal_receiver), 'slots',"
            " (SELECT string_agg(slot_name || ' ' || active, ', ') FROM pg_replication_slots))");
        for (const QString &node : nodes()) {
            qInfo("%s: %s", qPrintable(node), qPrintable(ask(node, state)));
            QFile log(QStringLiteral("%1/%2.log").arg(m_lab->lab().directory, node));
            constexpr qsizetype enough = 3000;
            if (log.open(QIODevice::ReadOnly))
                qInfo("%s:\n%s", qPrintable(node), log.readAll().right(enough).constData());
        }
    }

    [[nodiscard]] QString unsettledNow()
    {
        const QStringList chiefs = primaries();
        if (chiefs.size() != 1)
            return QStringLiteral("primaries: %1").arg(chiefs.join(QLatin1Char(' ')));
        const CountingWriter::Ledger promised = m_writer->ledger();
        if (!QTest::qWaitFor([&] { return m_writer->ledger().last > promised.last; }, 5000))
            return QStringLiteral("no commit is acknowledged");
        for (const QString &node : nodes()) {
            if (node != chiefs.first() && !streams(node))
                return QStringLiteral("%1 does not stream").arg(node);
            if (const QString lost = ask(node, missingOf(promised)); lost != QLatin1String("0"))
                return QStringLiteral("%1 lacks %2 acknowledged rows").arg(node, lost);
        }
        return {};
    }

    [[nodiscard]] static QString missingOf(const CountingWriter::Ledger &promised)
    {
        QStringList inDoubt{QStringLiteral("0")};
        for (const qint64 id : promised.inDoubt)
            inDoubt << QString::number(id);
        return QStringLiteral("SELECT count(*) FROM generate_series(1, %1) AS due(id) WHERE id NOT IN (%2)"
                              " AND NOT EXISTS (SELECT FROM acknowledged WHERE acknowledged.id = due.id)")
            .arg(promised.last)
            .arg(inDoubt.join(QLatin1Char(',')));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<CountingWriter> m_writer; // ends before its lab
};

} // namespace howdah::test
