#include "core/hosts/command_streams.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

namespace howdah {

namespace {
constexpr qsizetype keptBytes = 1024 * 1024;
} // namespace

Descriptor memoryFile()
{
    return Descriptor(::memfd_create("howdah", MFD_CLOEXEC));
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

bool CommandStream::readChunk(const OutputHandler &onOutput)
{
    std::array<char, 65536> buffer;
    const ssize_t got = ::read(reading.number(), buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    if (got <= 0)
        return false;
    const QByteArray chunk(buffer.data(), got);
    kept += chunk;
    if (kept.size() > 2 * keptBytes)
        kept = kept.right(keptBytes);
    if (onOutput)
        onOutput(which, chunk);
    return true;
}

QByteArray CommandStream::lastPart() const
{
    return kept.right(keptBytes);
}

} // namespace howdah
