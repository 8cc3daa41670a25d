// The longest time in which a client that commits every 2 ms through a multi-host connection gets no commit through,
// and the time until all nodes stream: a switchover by Howdah, by repmgr (from its packages, where they are) and by the
// bare commands, alternating. Variants (HOWDAH_BENCH_VARIANTS, all by default): plain, archive, siblings, dirty
// (HOWDAH_BENCH_DIRTY_MB of buffers written before each round).

#include "tests/bench/figures.h"
#include "tests/bench/hand_over_bench.h"
#include "tests/support/counting_writer.h"
#include "tests/support/live_repmgr.h"

#include <QCoreApplication>
#include <QTest>

using namespace howdah;

namespace {

struct Variant
{
    const char *name;
    int standbys;
    bool archive;
    bool dirty;
};
constexpr Variant variants[] = {
    {"plain", 1, false, false}, {"archive", 1, true, false}, {"siblings", 3, false, false}, {"dirty", 1, false, true}};

/// A lab with a client that writes, in which the role goes to and fro between n1 and n2.
class Arena
{
public:
    explicit Arena(const Variant &variant)
        : m_variant(variant)
        , m_lab(test::LiveLab::make(LabRequest{.standbys = variant.standbys, .archive = variant.archive}))
    {
        if (!m_lab)
            return;
        m_lab->sql(m_primary, QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
        m_lab->sql(m_primary, QStringLiteral("CREATE TABLE ballast (id bigint, filler text)"));
        m_handOvers.emplace(*m_lab);
    }
    ~Arena() { enter(); }
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    /// Two labs at a time: what looks for a lab's records looks in the home that the environment names.
    void enter() const
    {
        if (m_lab)
            qputenv("HOWDAH_HOME", m_lab->home().toUtf8());
    }
    [[nodiscard]] bool made() const { return m_lab != nullptr; }
    [[nodiscard]] test::LiveLab &lab() { return *m_lab; }
    bool beginWriting()
    {
        enter();
        for (const NodeDefinition &node : m_lab->cluster().nodes)
            if (node.name != m_primary && !m_lab->waitUntilReplayed(node.name, m_primary))
                return false;
        m_writer = std::make_unique<test::CountingWriter>(m_lab->cluster(), Milliseconds{2});
        return true;
    }

    /// One hand-over by `by`(from, to); its figures are added, under `name`.
    bool round(const QString &name, const std::function<std::optional<Error>(const QString &, const QString &)> &by)
    {
        enter();
        if (m_variant.dirty)
            makeDirty();
        const qint64 before = m_writer->acknowledged();
        // All begin with a client that writes at its pace and standbys that keep up.
        if (!QTest::qWaitFor([&] { return m_writer->acknowledged() > before + 200; }, 60000) || !allStream())
            return false;
        m_writer->takeLongestGapMs();
        QElapsedTimer timer;
        timer.start();
        if (const std::optional<Error> failed = by(m_primary, m_standby)) {
            qWarning("%s: %s", qPrintable(name), qPrintable(failed->full()));
            return false;
        }
        std::swap(m_primary, m_standby);
        if (!allStream())
            return false;
        m_totals[name] << static_cast<double>(timer.nsecsElapsed()) / 1e6;
        const qint64 after = m_writer->acknowledged();
        if (!QTest::qWaitFor([&] { return m_writer->acknowledged() > after; }, 60000))
            return false;
        m_gaps[name] << m_writer->takeLongestGapMs();
        return true;
    }

    std::optional<Error> byHowdah(const QString &to)
    {
        QJsonObject result;
        const auto failed = m_handOvers->howdah(
            QStringLiteral("switchover"),
            {{QStringLiteral("to"), to}, {QStringLiteral("pgbouncer"), QStringLiteral("none")}}, result);
        const QJsonObject gap = result.value(QLatin1String("writeGapMs")).toObject();
        m_gaps[QStringLiteral("howdahStop")] << gap.value(QLatin1String("stop")).toDouble();
        m_gaps[QStringLiteral("howdahPromote")] << gap.value(QLatin1String("promote")).toDouble();
        return failed;
    }
    std::optional<Error> bare(const QString &from, const QString &to) { return m_handOvers->bare(from, to); }

    void addFigures(QJsonObject &figures)
    {
        enter();
        m_writer->end();
        const qint64 rows = m_lab->sql(m_primary, QStringLiteral("SELECT count(*) FROM acknowledged")).toLongLong();
        for (auto gap = m_gaps.cbegin(); gap != m_gaps.cend(); ++gap)
            figures.insert(gap.key() + QStringLiteral("GapMs"), bench::spread(gap.value()));
        for (auto total = m_totals.cbegin(); total != m_totals.cend(); ++total)
            figures.insert(total.key() + QStringLiteral("TotalMs"), bench::spread(total.value()));
        figures.insert(m_gaps.firstKey() + QStringLiteral("RowsLost"),
                       std::max<qint64>(0, m_writer->acknowledged() - rows));
    }

private:
    bool allStream()
    {
        for (const NodeDefinition &node : m_lab->cluster().nodes)
            if (node.name != m_primary && !m_lab->waitUntilStreaming(node.name, m_primary))
                return false;
        return true;
    }
    void makeDirty()
    {
        const int megabytes = bench::numberFromEnvironment("HOWDAH_BENCH_DIRTY_MB", 1024);
        m_lab->sql(m_primary, QStringLiteral("TRUNCATE ballast; INSERT INTO ballast SELECT g, repeat('x', 1000)"
                                             " FROM generate_series(1, %1) g")
                                  .arg(megabytes * 1000));
    }

    Variant m_variant;
    std::unique_ptr<test::LiveLab> m_lab;
    std::optional<bench::HandOvers> m_handOvers;
    std::unique_ptr<test::CountingWriter> m_writer;
    QString m_primary = QStringLiteral("n1"), m_standby = QStringLiteral("n2");
    QMap<QString, QList<double>> m_gaps, m_totals;
};

bool measure(const Variant &variant, int rounds)
{
    Arena ours(variant);
    if (!ours.made())
        return false;
    // repmgr wants its own library and no slots: a lab of its own.
    std::unique_ptr<Arena> theirs;
    std::unique_ptr<test::LiveRepmgr> repmgr;
    if (const QString reason = test::LiveRepmgr::skipReason(); reason.isEmpty()) {
        theirs = std::make_unique<Arena>(variant);
        repmgr = theirs->made() ? std::make_unique<test::LiveRepmgr>(theirs->lab()) : nullptr;
    } else {
        qInfo("%s", qPrintable(reason));
    }
    if (!ours.beginWriting() || (repmgr && !theirs->beginWriting()))
        return false;
    for (int round = 0; round < rounds; ++round) {
        const bool done =
            ours.round(QStringLiteral("bare"),
                       [&](const QString &from, const QString &to) { return ours.bare(from, to); }) &&
            (!repmgr || theirs->round(QStringLiteral("repmgr"),
                                      [&](const QString &, const QString &to) {
                                          return repmgr->switchOverTo(to, variant.standbys > 1)
                                                     ? std::nullopt
                                                     : std::optional(Error{.message = QStringLiteral("It failed.")});
                                      })) &&
            ours.round(QStringLiteral("howdah"), [&](const QString &, const QString &to) { return ours.byHowdah(to); });
        if (!done)
            return false;
    }
    QJsonObject figures{{QStringLiteral("variant"), QString::fromLatin1(variant.name)},
                        {QStringLiteral("load"), bench::loadAverage()}};
    ours.addFigures(figures);
    if (repmgr)
        theirs->addFigures(figures);
    bench::print(QStringLiteral("switchover"), figures);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    const QString wanted = qEnvironmentVariable("HOWDAH_BENCH_VARIANTS");
    for (const Variant &variant : variants)
        if (wanted.isEmpty() || wanted.split(QLatin1Char(',')).contains(QLatin1String(variant.name)))
            if (!measure(variant, rounds))
                return 1;
    return 0;
}
