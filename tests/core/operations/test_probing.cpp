#include "core/operations/catalogue.h"
#include "core/operations/probing.h"

#include <QTest>

#include <barrier>
#include <mutex>

using namespace howdah;

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

/// Probes that note when they look, and a situation to look at.
class Scene
{
public:
    Scene()
    {
        environment.hosts = &hosts;
        cluster.name = word("trial");
    }

    Probe &probe(const char *id, std::function<Result<QVariantMap>(ProbeContext &)> look = {})
    {
        operation.probes << Probe{.id = word(id), .look = [this, id, look = std::move(look)](ProbeContext &context) {
                                      {
                                          const std::scoped_lock lock(mutex);
                                          looked << word(id);
                                      }
                                      return look ? look(context) : Result<QVariantMap>(QVariantMap{{word("n"), 1}});
                                  }};
        return operation.probes.last();
    }

    [[nodiscard]] Situation begun() const
    {
        return {.snapshot = makeSnapshot(cluster, {}, nullptr, QDateTime::currentDateTimeUtc()),
                .arguments = arguments,
                .operationId = word("o1"),
                .now = QDateTime::currentDateTimeUtc()};
    }
    Situation look(const Situation *earlier = nullptr)
    {
        looked.clear();
        const Result<Situation> seen = probed(
            operation, begun(), environment, {}, [](const Situation &) { return false; }, earlier);
        return seen ? *seen : Situation{};
    }

    Hosts hosts;
    Environment environment;
    ClusterDefinition cluster;
    Arguments arguments;
    Operation operation;
    std::mutex mutex;
    QStringList looked;
};

} // namespace

class TestProbing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAWordOneAfterTheOther()
    {
        Scene scene;
        QStringList known;
        for (const char *id : {"one", "two", "three"})
            scene.probe(id, [&](ProbeContext &context) {
                known << QString::number(context.situation.facts.size());
                return Result<QVariantMap>(QVariantMap{});
            });
        const Situation seen = scene.look();
        QCOMPARE(scene.looked.join(u' '), word("one two three"));
        QCOMPARE(known.join(u' '), word("0 1 2"));
        QCOMPARE(seen.facts.size(), 3);
    }

    void thoseThatNeedNothingLookAtTheSameTime()
    {
        // Neither comes past the barrier before the other has come to it.
        Scene scene;
        std::barrier meeting(2);
        const auto meet = [&](ProbeContext &) {
            meeting.arrive_and_wait();
            return Result<QVariantMap>(QVariantMap{});
        };
        scene.probe("one", meet).after = QStringList();
        scene.probe("two", meet).after = QStringList();
        QCOMPARE(scene.look().facts.size(), 2);
    }

    void oneLooksOnceWhatItNeedsWasSeen()
    {
        Scene scene;
        scene.probe("first").after = QStringList();
        scene
            .probe("second",
                   [](ProbeContext &context) {
                       return Result<QVariantMap>(context.situation.facts.value(word("first")).values);
                   })
            .after = QStringList{word("first")};
        const Situation seen = scene.look();
        QCOMPARE(scene.looked.join(u' '), word("first second"));
        QCOMPARE(seen.value(word("second"), word("n")).toInt(), 1);
    }

    void whatIsNeedlessIsNotWaitedFor()
    {
        // "second" looks beside "other", as if "first" had been seen already.
        Scene scene;
        std::barrier meeting(2);
        const auto meet = [&](ProbeContext &) {
            meeting.arrive_and_wait();
            return Result<QVariantMap>(QVariantMap{});
        };
        Probe &first = scene.probe("first");
        first.after = QStringList();
        first.needless = [](const Situation &) { return true; };
        scene.probe("second", meet).after = QStringList{word("first")};
        scene.probe("other", meet).after = QStringList();
        const Situation seen = scene.look();
        QCOMPARE(seen.facts.size(), 3);
        QVERIFY(!scene.looked.contains(word("first")));
        QVERIFY(seen.fact(word("first"))->values.isEmpty());
    }

    void oneThatNeedsWhatNobodyLooksAtIsLeftOut()
    {
        Scene scene;
        scene.probe("first").after = QStringList();
        scene.probe("lost").after = QStringList{word("nobody")};
        const Situation seen = scene.look();
        QCOMPARE(scene.looked.join(u' '), word("first"));
        QVERIFY(!seen.fact(word("lost")));
    }

    void whatIsSuggestedDoesNotDependOnWhoWasFirst()
    {
        Scene scene;
        const auto suggestion = [](const char *of) {
            return [of](const Situation &situation) {
                return situation.fact(word(of)) ? word("after ") + word(of) : QString();
            };
        };
        scene.operation.params = {{.id = word("a"), .suggest = suggestion("slow")},
                                  {.id = word("b"), .suggest = suggestion("quick")}};
        std::barrier<> quickHasLooked(2);
        scene
            .probe("slow",
                   [&](ProbeContext &) {
                       quickHasLooked.arrive_and_wait();
                       return Result<QVariantMap>(QVariantMap{});
                   })
            .after = QStringList();
        scene
            .probe("quick",
                   [&](ProbeContext &) {
                       quickHasLooked.arrive_and_wait();
                       return Result<QVariantMap>(QVariantMap{});
                   })
            .after = QStringList();
        const Situation seen = scene.look();
        QCOMPARE(seen.argument(word("a")), word("after slow"));
        QCOMPARE(seen.argument(word("b")), word("after quick"));
    }

    void whatLastsIsTakenOver_data()
    {
        QTest::addColumn<int>("lastsMs");
        QTest::addColumn<int>("ageMs");
        QTest::addColumn<QString>("other"); // what is different the second time
        QTest::addColumn<bool>("again");
        QTest::newRow("fresh") << 60000 << 1000 << QString() << false;
        QTest::newRow("lasts not at all") << 0 << 0 << QString() << true;
        QTest::newRow("too old") << 60000 << 61000 << QString() << true;
        QTest::newRow("from the future: the clock was set back") << 60000 << -5000 << QString() << true;
        QTest::newRow("it had failed") << 60000 << 1000 << QStringLiteral("failed") << true;
        QTest::newRow("other arguments") << 60000 << 1000 << QStringLiteral("arguments") << true;
        QTest::newRow("another node in the cluster") << 60000 << 1000 << QStringLiteral("cluster") << true;
    }

    void whatLastsIsTakenOver()
    {
        QFETCH(int, lastsMs);
        QFETCH(int, ageMs);
        QFETCH(QString, other);
        QFETCH(bool, again);
        Scene scene;
        scene.probe("managers").lasts = Milliseconds{lastsMs};
        Situation earlier = scene.look();
        Fact &fact = earlier.facts[word("managers")];
        fact.observedAt = QDateTime::currentDateTimeUtc().addMSecs(-ageMs);
        fact.values = {{word("n"), 2}};
        if (other == QLatin1String("failed"))
            fact.error = Error{.message = word("It was not seen.")};
        else if (other == QLatin1String("arguments"))
            scene.arguments.insert(word("to"), word("n3"));
        else if (other == QLatin1String("cluster"))
            scene.cluster.nodes << NodeDefinition{.name = word("n9")};
        const QDateTime observed = fact.observedAt;
        const Situation seen = scene.look(&earlier);
        QCOMPARE(scene.looked.isEmpty(), !again);
        QCOMPARE(seen.value(word("managers"), word("n")).toInt(), again ? 1 : 2);
        if (!again)
            QCOMPARE(seen.fact(word("managers"))->observedAt, observed); // and its age is told
    }

    void everyDeclaredProbeCanLook()
    {
        for (const Operation &operation : operationCatalogue()) {
            QStringList before;
            for (const Probe &probe : operation.probes) {
                for (const QString &other : probe.after.value_or(QStringList()))
                    QVERIFY2(before.contains(other),
                             qPrintable(operation.id + u' ' + probe.id + word(" after ") + other));
                before << probe.id;
            }
        }
    }

    void whatGuardsAgainstASecondPrimaryIsAlwaysLookedAtAgain()
    {
        static const QStringList surroundings{word("managers"), word("service")};
        for (const Operation &operation : operationCatalogue())
            for (const Probe &probe : operation.probes)
                QVERIFY2(probe.lasts == Milliseconds{0} || surroundings.contains(probe.id),
                         qPrintable(operation.id + u' ' + probe.id));
    }
};

QTEST_GUILESS_MAIN(TestProbing)
#include "test_probing.moc"
