#include "core/lab/port_reservation.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PortReservation)
};

constexpr int firstPort = 20000;
constexpr int portCount = 12000; // Linux gives outgoing connections 32768 and up

/// A socket bound to the port on every address, or -1. Without SO_REUSEADDR, so that nobody else, not even a server,
/// can bind it.
int boundSocket(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    if (socket >= 0 && ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

} // namespace

Result<QList<std::shared_ptr<PortReservation>>> PortReservation::make(int count, const QList<int> &taken)
{
    QList<std::shared_ptr<PortReservation>> reservations;
    const int start = QRandomGenerator::global()->bounded(portCount);
    for (int step = 0; step < portCount && reservations.size() < count; ++step) {
        const int port = firstPort + (start + step) % portCount;
        if (taken.contains(port))
            continue;
        const int socket = boundSocket(port);
        if (socket >= 0)
            reservations.append(std::shared_ptr<PortReservation>(new PortReservation(port, socket)));
    }
    if (reservations.size() < count)
        return Error{ErrorCode::NotFound,
                     Tr::tr("There are not %1 free ports between %2 and %3.")
                         .arg(count)
                         .arg(firstPort)
                         .arg(firstPort + portCount - 1),
                     {},
                     Tr::tr("End some of the servers that listen there."),
                     {}};
    return reservations;
}

PortReservation::~PortReservation()
{
    release();
}

void PortReservation::release()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

} // namespace howdah
