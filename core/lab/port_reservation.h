#pragma once

#include "core/base/result.h"

#include <QList>

#include <optional>

namespace howdah {

/// A free TCP port kept from others on this machine until released or destroyed, right before its server takes it.
/// Ports come from below the range that outgoing connections use.
class PortReservation
{
public:
    /// `count` different ports, none of `taken`. NotFound when there are not so many.
    [[nodiscard]] static Result<QList<std::shared_ptr<PortReservation>>> make(int count, const QList<int> &taken);
    ~PortReservation();
    PortReservation(const PortReservation &) = delete;
    PortReservation &operator=(const PortReservation &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    void release();

private:
    PortReservation(int port, int socket)
        : m_port(port)
        , m_socket(socket)
    {
    }
    int m_port;
    int m_socket;
};

} // namespace howdah
