#pragma once

#include "core/base/wake_up.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <list>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace howdah::test {

/// Listens on loopback and treats each connection as it is told: for faults that no real server can be brought to.
class FakeListener
{
public:
    /// `talk` has the accepted socket for itself; it is closed when talk returns.
    using Talk = std::function<void(int socket, const WakeUp &wakeUp)>;

    explicit FakeListener(Talk talk)
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size);
        ::listen(m_listener, 16);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this, talk = std::move(talk)](std::stop_token stop) { serve(talk, std::move(stop)); });
    }
    ~FakeListener()
    {
        m_thread.request_stop();
        m_thread.join();
        ::close(m_listener);
    }
    FakeListener(const FakeListener &) = delete;
    FakeListener &operator=(const FakeListener &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int accepted() const { return m_accepted; }

    /// Takes the connection and never says a word.
    static void silence(int, const WakeUp &wakeUp)
    {
        [[maybe_unused]] const auto end = waitFor(-1, 0, Deadline::never(), wakeUp);
    }

    /// Waits for the first bytes, answers with these, hangs up.
    static Talk saying(const QByteArray &words)
    {
        return [words](int socket, const WakeUp &wakeUp) {
            received(socket, wakeUp);
            sendAll(socket, words);
        };
    }

    /// Speaks the protocol well enough to let anyone in as a server of this version, then falls silent.
    static Talk posingAs(const QByteArray &version)
    {
        return [version](int socket, const WakeUp &wakeUp) {
            received(socket, wakeUp);
            const QByteArray authenticated = message('R', QByteArray(4, '\0'));
            const QByteArray parameters = message('S', "server_version" + QByteArray(1, '\0') + version + '\0') +
                                          message('S', "client_encoding" + QByteArray(1, '\0') + "UTF8" + '\0');
            const QByteArray key = message('K', QByteArray(8, '\1'));
            sendAll(socket, authenticated + parameters + key + message('Z', "I"));
            silence(socket, wakeUp);
        };
    }

    static QByteArray received(int socket, const WakeUp &wakeUp)
    {
        QByteArray bytes(4096, '\0');
        if (waitFor(socket, POLLIN, Deadline::never(), wakeUp) != WaitOutcome::Ready)
            return {};
        const ssize_t count = ::recv(socket, bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
        return bytes.first(std::max<ssize_t>(count, 0));
    }

    static void sendAll(int socket, const QByteArray &bytes)
    {
        [[maybe_unused]] const auto sent =
            ::send(socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    }

private:
    static QByteArray message(char kind, const QByteArray &body)
    {
        const quint32 length = htonl(static_cast<quint32>(body.size() + 4));
        return kind + QByteArray(reinterpret_cast<const char *>(&length), sizeof length) + body;
    }

    void serve(const Talk &talk, std::stop_token stop)
    {
        const WakeUp wakeUp(stop);
        std::list<std::jthread> talks;
        while (waitFor(m_listener, POLLIN, Deadline::never(), wakeUp) == WaitOutcome::Ready) {
            const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0)
                continue;
            ++m_accepted;
            talks.emplace_back([socket, &talk, &wakeUp] {
                talk(socket, wakeUp);
                ::close(socket);
            });
        }
    }

    int m_listener;
    int m_port = 0;
    std::atomic<int> m_accepted = 0;
    std::jthread m_thread;
};

} // namespace howdah::test
