#include "core/hosts/ssh_output.h"

namespace howdah {

namespace {

constexpr qsizetype keptBytes = 1024 * 1024;
constexpr qsizetype keptStrangeBytes = 8192;
// A shell says of a command that a signal ended: 128 and the signal's number.
constexpr int signalBase = 128;
constexpr int lastSignal = 64;

/// How many bytes at the end could be the beginning of a mark.
qsizetype unfinishedMark(const QByteArray &bytes, const QByteArray &mark)
{
    for (qsizetype size = std::min(bytes.size(), mark.size() - 1); size > 0; --size)
        if (bytes.endsWith(mark.first(size)))
            return size;
    return 0;
}

} // namespace

SshOutput::SshOutput(QByteArray mark, const OutputHandler &onOutput)
    : m_mark(std::move(mark))
    , m_onOutput(onOutput)
{
}

void SshOutput::take(OutputStream which, const QByteArray &chunk)
{
    Stream &stream = m_streams[static_cast<size_t>(which)];
    stream.pending += chunk;
    while (true) {
        const qsizetype mark = stream.pending.indexOf(m_mark);
        if (mark < 0) {
            const qsizetype held = unfinishedMark(stream.pending, m_mark);
            passOn(which, stream.pending.chopped(held));
            stream.pending = stream.pending.last(held);
            return;
        }
        passOn(which, stream.pending.first(mark));
        stream.pending = stream.pending.sliced(mark);
        const qsizetype lineEnd = stream.pending.indexOf('\n');
        if (lineEnd < 0)
            return;
        heed(stream, stream.pending.first(lineEnd).sliced(m_mark.size()).trimmed());
        stream.pending = stream.pending.sliced(lineEnd + 1);
    }
}

void SshOutput::passOn(OutputStream which, const QByteArray &bytes)
{
    Stream &stream = m_streams[static_cast<size_t>(which)];
    if (bytes.isEmpty())
        return;
    if (stream.phase != Phase::Within) {
        stream.strange = (stream.strange + bytes).right(keptStrangeBytes);
        return;
    }
    stream.kept += bytes;
    if (stream.kept.size() > 2 * keptBytes)
        stream.kept = stream.kept.right(keptBytes);
    if (m_onOutput)
        m_onOutput(which, bytes);
}

void SshOutput::heed(Stream &stream, const QByteArray &words)
{
    const QList<QByteArray> said = words.split(' ');
    if (said.first() == "start") {
        stream.phase = Phase::Within;
        m_processGroup = said.value(1).toInt(); // the same on both
    } else {
        stream.phase = Phase::After;
        m_exitCode = said.value(1).toInt();
    }
}

bool SshOutput::ended() const
{
    return m_streams[0].phase == Phase::After && m_streams[1].phase == Phase::After;
}

CommandOutcome SshOutput::outcome() const
{
    CommandOutcome outcome;
    const bool bySignal = m_exitCode > signalBase && m_exitCode <= signalBase + lastSignal;
    (bySignal ? outcome.signal : outcome.exitCode) = bySignal ? m_exitCode - signalBase : m_exitCode;
    outcome.output = m_streams[0].kept.right(keptBytes);
    outcome.errorOutput = m_streams[1].kept.right(keptBytes);
    return outcome;
}

} // namespace howdah
