#pragma once

#include "core/hosts/child_process.h"
#include "core/operations/action.h"
#include "core/operations/preparation.h"

namespace howdah {

/// The process that stands by for a run (StandGuard): howdahctl, started beside this program, out of reach of whatever
/// ends it. It knows that its console is gone when the kernel closes the line between them. One thread.
class Guard
{
public:
    /// Comes back once it has its sessions open. `environment`: for passwords, which go to it by that line alone.
    [[nodiscard]] static Result<std::unique_ptr<Guard>> stand(const StandGuard &orders, const Environment &environment);
    void dismiss(); ///< it goes without acting; one that is destroyed undismissed acts

private:
    explicit Guard(Descriptor line)
        : m_line(std::move(line))
    {
    }
    Descriptor m_line;
};

/// The word on howdahctl's command line that makes it one.
inline constexpr const char *guardWord = "--stand-guard";
/// The guard's own part, called before anything else is begun: the line is standard input and output. The exit status.
[[nodiscard]] int standGuard();

} // namespace howdah
