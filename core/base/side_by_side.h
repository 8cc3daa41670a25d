#pragma once

#include <QtGlobal>

#include <thread>
#include <vector>

namespace howdah {

/// Calls `work(0)` … `work(count - 1)` at the same time, one of them in the calling thread, and comes back when all
/// have ended.
template <typename Work> void sideBySide(qsizetype count, const Work &work)
{
    std::vector<std::jthread> others;
    for (qsizetype one = 1; one < count; ++one)
        others.emplace_back([&work, one] { work(one); });
    if (count > 0)
        work(qsizetype(0));
}

} // namespace howdah
