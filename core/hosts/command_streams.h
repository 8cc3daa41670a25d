#pragma once

#include "core/hosts/child_process.h"
#include "core/hosts/command.h"

namespace howdah {

/// A file in memory: read or written like a file, so that neither side ever waits for the other, and gone with its last
/// user.
[[nodiscard]] Descriptor memoryFile();

[[nodiscard]] bool writeAll(int descriptor, const QByteArray &bytes);

/// One output of a command: where it comes out, and its last part.
struct CommandStream
{
    OutputStream which;
    Descriptor reading;
    QByteArray kept;

    /// False once it has ended.
    bool readChunk(const OutputHandler &onOutput);
    [[nodiscard]] QByteArray lastPart() const; ///< what CommandOutcome keeps of it
};

} // namespace howdah
