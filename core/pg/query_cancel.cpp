#include "core/pg/query_cancel.h"

#include <libpq-fe.h>

#include <QByteArray>

#include <array>
#include <chrono>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>

namespace howdah {

namespace {

/// How many requests are under way to each server. A frozen server never answers one, so they are counted: beyond the
/// limit a session is only closed, and no more threads pile up behind a server that is asleep.
class RequestsUnderWay
{
public:
    bool enter(const QByteArray &server)
    {
        const std::scoped_lock lock(m_mutex);
        return m_counts[server] < limit && ++m_counts[server] > 0;
    }
    void leave(const QByteArray &server)
    {
        const std::scoped_lock lock(m_mutex);
        if (--m_counts[server] == 0)
            m_counts.erase(server);
    }

private:
    static constexpr int limit = 8;
    std::mutex m_mutex;
    std::map<QByteArray, int> m_counts;
};

RequestsUnderWay &requestsUnderWay()
{
    // Never destroyed: a thread that waits for a frozen server may outlive main().
    static auto *const requests = new RequestsUnderWay;
    return *requests;
}

} // namespace

void requestCancel(pg_conn *connection)
{
    // PQcancel() opens a second connection and reads it to its end: it blocks for as long as the server sleeps. It
    // needs nothing of the session, so it gets a thread of its own. Just closing the socket would not do: the server
    // notices that only when it next writes to it, and would go on with an hour-long statement nobody waits for.
    constexpr std::chrono::milliseconds patience{50};
    const std::shared_ptr<PGcancel> request(PQgetCancel(connection), &PQfreeCancel);
    const QByteArray server = QByteArray(PQhost(connection)) + ':' + PQport(connection);
    if (!request || !requestsUnderWay().enter(server))
        return;
    const auto delivered = std::make_shared<std::promise<void>>();
    const std::future<void> delivery = delivered->get_future();
    try {
        std::thread([request, server, delivered] {
            std::array<char, 256> words{};
            PQcancel(request.get(), words.data(), static_cast<int>(words.size()));
            requestsUnderWay().leave(server);
            delivered->set_value();
        }).detach();
    } catch (const std::system_error &) {
        requestsUnderWay().leave(server);
        return;
    }
    delivery.wait_for(patience);
}

} // namespace howdah
