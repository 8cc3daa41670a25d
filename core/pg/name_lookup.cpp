#include "core/pg/name_lookup.h"

#include "core/pg/connection_errors.h"

#include <QCoreApplication>

#include <array>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Connection)
};

struct Answer
{
    int failure = 0; // of getaddrinfo
    QStringList addresses;
};

Answer resolve(const QByteArray &host, int flags)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags;
    addrinfo *found = nullptr;
    Answer answer;
    answer.failure = ::getaddrinfo(host.constData(), nullptr, &hints, &found);
    if (answer.failure != 0)
        return answer;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    for (const addrinfo *entry = found; entry; entry = entry->ai_next) {
        std::array<char, NI_MAXHOST> numeric{};
        if (::getnameinfo(entry->ai_addr, entry->ai_addrlen, numeric.data(), numeric.size(), nullptr, 0,
                          NI_NUMERICHOST) == 0)
            answer.addresses << QString::fromLatin1(numeric.data());
    }
    answer.addresses.removeDuplicates();
    return answer;
}

/// Shared by the caller and the thread that asks; the last one to let go closes the descriptor.
struct Question
{
    Question() = default;
    ~Question() { ::close(answered); }
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;

    const int answered = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    Answer answer; // written before, read after `answered` is signalled
};

Error unknownHost(const QString &host, int failure)
{
    return simpleError(
        ErrorCode::Unreachable,
        Tr::tr("The host name \"%1\" cannot be resolved. Check its spelling, and this machine's name service.")
            .arg(host),
        QString::fromLocal8Bit(::gai_strerror(failure)));
}

} // namespace

Result<QStringList> lookUpAddresses(const QString &host, const Deadline &deadline, const WakeUp &wakeUp)
{
    const QByteArray name = host.toUtf8();
    const Answer numeric = resolve(name, AI_NUMERICHOST);
    if (numeric.failure == 0)
        return numeric.addresses;

    // getaddrinfo() cannot be interrupted and takes as long as resolv.conf allows (30 s and more with dead name
    // servers), so it runs on a thread that is left behind when nobody waits any longer; it ends by itself.
    const auto question = std::make_shared<Question>();
    try {
        std::thread([question, name] {
            question->answer = resolve(name, 0);
            ::eventfd_write(question->answered, 1);
        }).detach();
    } catch (const std::system_error &) {
        return unknownHost(host, EAI_MEMORY);
    }
    switch (waitFor(question->answered, POLLIN, deadline, wakeUp)) {
    case WaitOutcome::Stopped:
        return simpleError(ErrorCode::Stopped, Tr::tr("Connecting was stopped."));
    case WaitOutcome::TimedOut:
        return simpleError(ErrorCode::TimedOut,
                           Tr::tr("The name service gave no answer about \"%1\" in time. Check this machine's name "
                                  "service, or use a numeric address.")
                               .arg(host));
    case WaitOutcome::Ready:
        break;
    }
    if (question->answer.failure != 0 || question->answer.addresses.isEmpty())
        return unknownHost(host, question->answer.failure);
    return question->answer.addresses;
}

} // namespace howdah
