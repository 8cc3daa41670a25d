#pragma once

#include <QMetaObject>
#include <QObject>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

namespace howdah {

/// Runs blocking work away from the GUI thread and brings its value back. Owned by one object on one thread; when it goes, running
/// work is asked to stop and waited for, and nothing is delivered any more.
class Background
{
public:
    explicit Background(QObject *context) : m_context(context), m_alive(std::make_shared<bool>(true)) {}
    ~Background()
    {
        m_alive.reset();
        requestStop(); // all at once: each is then waited for in turn
    }
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// `work(std::stop_token)` on a thread of its own; `deliver(value)` on the context's thread afterwards.
    template <typename Work, typename Deliver> void run(Work work, Deliver deliver)
    {
        m_threads.remove_if([](const Running &running) { return running.done->load(); });
        auto done = std::make_shared<std::atomic<bool>>(false);
        m_threads.push_back(
            {done, std::jthread([context = m_context, alive = std::weak_ptr<bool>(m_alive), done, work = std::move(work),
                                 deliver = std::move(deliver)](std::stop_token stop) mutable {
                 auto value = std::make_shared<decltype(work(stop))>(work(stop));
                 QMetaObject::invokeMethod(
                     context,
                     [alive, value, deliver = std::move(deliver)]() mutable {
                         if (!alive.expired())
                             deliver(std::move(*value));
                     },
                     Qt::QueuedConnection);
                 *done = true;
             })});
    }

    /// Asks everything running to stop; what it returns is still delivered.
    void requestStop()
    {
        for (Running &running : m_threads)
            running.thread.request_stop();
    }

private:
    struct Running
    {
        std::shared_ptr<std::atomic<bool>> done;
        std::jthread thread;
    };
    QObject *m_context; // outlives this: its owner's
    std::shared_ptr<bool> m_alive;
    std::list<Running> m_threads; // last: joined before anything else goes
};

} // namespace howdah
