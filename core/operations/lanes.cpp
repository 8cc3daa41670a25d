#include "core/operations/lanes.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace howdah {

/// Lines on their way from the lanes to the thread that waits for them.
struct Lanes::Heard
{
    std::mutex mutex;
    std::condition_variable changed;
    QStringList lines;
    qsizetype running = 0;

    void say(const QString &line)
    {
        const std::scoped_lock lock(mutex);
        lines << line;
        changed.notify_one();
    }
    void end()
    {
        const std::scoped_lock lock(mutex);
        --running;
        changed.notify_one();
    }
    void passOn(const std::function<void(const QString &)> &log)
    {
        std::unique_lock lock(mutex);
        while (running > 0 || !lines.isEmpty()) {
            changed.wait(lock, [this] { return running == 0 || !lines.isEmpty(); });
            const QStringList said = std::exchange(lines, {});
            lock.unlock();
            for (const QString &line : said)
                if (log)
                    log(line);
            lock.lock();
        }
    }
};

namespace {
Result<void> runLane(const QList<Action> &lane, Executor &executor, std::stop_token stop)
{
    for (const Action &action : lane)
        if (const Result<void> done = executor.execute(action, stop); !done)
            return done;
    return {};
}
} // namespace

Lanes::Lanes(const Environment &environment)
    : m_environment(environment)
    , m_heard(std::make_unique<Heard>())
{
}

Lanes::~Lanes() = default;

Result<void> Lanes::run(const Together &action, const Executor::Listener &listener, QJsonObject &results,
                        std::stop_token stop)
{
    const auto count = static_cast<std::size_t>(action.lanes.size());
    while (m_executors.size() < count)
        m_executors.push_back(std::make_unique<Executor>(
            m_environment,
            Executor::Listener{.log = [heard = m_heard.get()](const QString &line) { heard->say(line); }}));
    std::vector<Result<void>> outcomes(count);
    m_heard->running = action.lanes.size();
    {
        std::vector<std::jthread> threads;
        for (std::size_t lane = 0; lane < count; ++lane)
            threads.emplace_back([&, lane] {
                outcomes[lane] = runLane(action.lanes.at(static_cast<qsizetype>(lane)), *m_executors[lane], stop);
                m_heard->end();
            });
        m_heard->passOn(listener.log);
    }
    Result<void> whole;
    for (std::size_t lane = 0; lane < count; ++lane) {
        const QJsonObject found = m_executors[lane]->results();
        for (auto value = found.begin(); value != found.end(); ++value)
            results.insert(value.key(), value.value());
        if (outcomes[lane])
            continue;
        if (whole) {
            whole = outcomes[lane];
        } else {
            Error both = whole.error();
            both.detail = QStringList{both.detail, outcomes[lane].error().message}.join(QLatin1Char('\n')).trimmed();
            whole = both;
        }
    }
    return whole;
}

} // namespace howdah
