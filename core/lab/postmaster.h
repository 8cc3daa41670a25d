#pragma once

#include "core/base/deadline.h"

#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

namespace howdah {

/// A running server of a data directory of this machine, held so that a signal can never reach a later process of the
/// same number.
class Postmaster
{
public:
    /// Nothing when no server runs there.
    [[nodiscard]] static std::optional<Postmaster> of(const QString &dataDirectory);
    Postmaster(Postmaster &&other) noexcept;
    Postmaster &operator=(Postmaster &&) = delete;
    ~Postmaster();

    [[nodiscard]] int pid() const { return m_pid; }
    [[nodiscard]] QList<int> children() const;
    bool signal(int number) const;
    /// Waits for its end; false when the deadline or a stop came first.
    [[nodiscard]] bool waitForEnd(const Deadline &deadline, const std::stop_token &stop) const;

    /// Lets go on what was stopped by a signal: a stopped child would hold up any shutdown.
    void resume() const;
    /// As a crash of the machine would end it: the postmaster first, so that it cannot react, then all its children.
    void crash() const;

private:
    Postmaster(int pid, int descriptor)
        : m_pid(pid)
        , m_descriptor(descriptor)
    {
    }
    int m_pid;
    int m_descriptor;
};

} // namespace howdah
