#pragma once

#include "core/hosts/command.h"

#include <array>
#include <atomic>

namespace howdah {

/// Takes what a command wrote out of all that came through ssh. The script on the other side (see ssh_script.h) writes
/// a mark on both streams before the command and after it, so that neither a chatty login shell nor ssh's own words are
/// taken for the command's, and its end is known though something it left behind holds the streams open.
class SshOutput
{
public:
    SshOutput(QByteArray mark, const OutputHandler &onOutput);

    void take(OutputStream which, const QByteArray &chunk);

    [[nodiscard]] bool started() const { return stream(OutputStream::Standard).phase != Phase::Before; }
    [[nodiscard]] bool ended() const; ///< on both streams
    /// Of the command there; 0 before it started. May be asked from any thread.
    [[nodiscard]] int processGroup() const { return m_processGroup; }
    [[nodiscard]] CommandOutcome outcome() const;                                                 ///< once ended
    [[nodiscard]] QByteArray strangeWords() const { return stream(OutputStream::Error).strange; } ///< not the command's

private:
    enum class Phase { Before, Within, After };
    struct Stream
    {
        Phase phase = Phase::Before;
        QByteArray pending; ///< may be the beginning of a mark
        QByteArray kept;
        QByteArray strange;
    };
    [[nodiscard]] const Stream &stream(OutputStream which) const { return m_streams[static_cast<size_t>(which)]; }
    void passOn(OutputStream which, const QByteArray &bytes);
    void heed(Stream &stream, const QByteArray &words);

    const QByteArray m_mark;
    const OutputHandler &m_onOutput;
    std::array<Stream, 2> m_streams;
    std::atomic<int> m_processGroup = 0;
    int m_exitCode = 0;
};

} // namespace howdah
