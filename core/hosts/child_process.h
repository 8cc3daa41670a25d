#pragma once

#include "core/base/result.h"
#include "core/hosts/system_user.h"

#include <QByteArrayList>

#include <optional>
#include <sys/types.h>
#include <utility>

namespace howdah {

/// A file descriptor that is closed with its owner.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    void close();

private:
    int m_number;
};

/// A pipe, both ends closed on exec.
struct Pipe
{
    Descriptor reading, writing;
    [[nodiscard]] static Pipe make();
};

/// A descriptor of a process: poll() shows it readable once the process has ended, and no later process can be taken
/// for it.
[[nodiscard]] Descriptor openProcess(pid_t pid);

struct ChildRequest
{
    QByteArrayList argv;
    QByteArrayList environment; ///< NAME=value, all of it
    QByteArray workingDirectory;
    std::optional<SystemUser> user; ///< become this user first (needs root); empty: stay who we are
    int input = -1, output = -1, error = -1;
    bool endsWithParent = true; ///< gets SIGTERM when the *thread* that called startChild ends, killed or not
};

/// Starts a program in a session and process group of its own, with a clean signal state and no descriptor but the
/// three. argv[0] is looked up in the environment's PATH. Errors, also those found after the fork: NotFound,
/// NotPermitted, Invalid, Unknown.
[[nodiscard]] Result<pid_t> startChild(const ChildRequest &request);

} // namespace howdah
