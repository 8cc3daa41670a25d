// 200 sessions sampled once a second: what that costs here, and what a sample costs its server.

#include "core/base/wake_up.h"
#include "core/cluster/sampler.h"
#include "tests/bench/figures.h"
#include "tests/support/live_server.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <atomic>
#include <memory>
#include <vector>

using namespace howdah;

namespace {

constexpr int sessions = 200;

struct Counts
{
    std::atomic<qint64> samples{0};
    std::atomic<qint64> failures{0};
    std::atomic<qint64> roundTripMicroseconds{0};
};

std::vector<std::unique_ptr<NodeSampler>> startSamplers(const QList<test::LiveServer *> &servers, Counts &counts)
{
    std::vector<std::unique_ptr<NodeSampler>> samplers;
    for (int index = 0; index < sessions; ++index) {
        const NodeDefinition node{.name = QStringLiteral("s%1").arg(index),
                                  .connInfo = servers.at(index % servers.size())->connInfo()};
        samplers.push_back(std::make_unique<NodeSampler>(
            QStringLiteral("bench"), node, SamplerSettings{}, [&counts](const NodeSamplePtr &sample) {
                ++(sample->failure ? counts.failures : counts.samples);
                counts.roundTripMicroseconds += sample->failure ? 0 : sample->roundTripMicroseconds;
            }));
    }
    return samplers;
}

QList<int> backendsOf(test::LiveServer &server)
{
    QList<int> pids;
    const QString list = server.sql(QStringLiteral(
        "SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE application_name LIKE 'howdah%'"));
    for (const QString &pid : list.split(QLatin1Char(','), Qt::SkipEmptyParts))
        pids << pid.toInt();
    return pids;
}

double cpuSecondsOf(const QList<int> &pids)
{
    double seconds = 0;
    for (const int pid : pids)
        seconds += bench::cpuSecondsOf(pid);
    return seconds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int seconds = bench::numberFromEnvironment("HOWDAH_BENCH_SECONDS", 20);
    const test::LiveServer::Settings settings{{QStringLiteral("max_connections"), QStringLiteral("250")}};
    const auto primary = test::LiveServer::make(settings);
    const auto standby = test::LiveServer::makeStandby(*primary, QStringLiteral("n2"), QStringLiteral("n2"), settings);
    const QList<test::LiveServer *> servers{primary.get(), standby.get()};

    Counts counts;
    auto samplers = startSamplers(servers, counts);
    const std::stop_token never;
    while (counts.samples < 2 * sessions && counts.failures == 0)
        (void)sleepUnlessStopped(Milliseconds{100}, never);

    QList<int> backends;
    for (test::LiveServer *server : servers)
        backends += backendsOf(*server);
    const bench::Usage before = bench::ownUsage();
    const double serversBefore = cpuSecondsOf(backends);
    const qint64 samplesBefore = counts.samples;
    const qint64 microsecondsBefore = counts.roundTripMicroseconds;
    (void)sleepUnlessStopped(std::chrono::seconds{seconds}, never);
    const bench::Usage after = bench::ownUsage();
    const auto samples = static_cast<double>(counts.samples - samplesBefore);

    bench::print(QStringLiteral("sampling"),
                 {{QStringLiteral("sessions"), sessions},
                  {QStringLiteral("seconds"), seconds},
                  {QStringLiteral("samplesPerSecond"), samples / seconds},
                  {QStringLiteral("failures"), counts.failures.load()},
                  {QStringLiteral("percentOfOneCore"), (after.cpuSeconds - before.cpuSeconds) / seconds * 100},
                  {QStringLiteral("residentMegabytes"), static_cast<double>(after.residentBytes) / 1048576},
                  {QStringLiteral("meanRoundTripMs"),
                   static_cast<double>(counts.roundTripMicroseconds - microsecondsBefore) / samples / 1000},
                  {QStringLiteral("serverCpuMsPerSample"), (cpuSecondsOf(backends) - serversBefore) / samples * 1000}});
    return 0;
}
