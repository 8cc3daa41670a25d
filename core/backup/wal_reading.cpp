#include "core/backup/wal_reading.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::WalReading)
};

constexpr int exitNoProgram = 90;
constexpr int exitNoDirectory = 91;

/// $1 pg_waldump, $2 "--"-separated options for it, then pairs: the name that it looks for, the file. A file that does
/// not unpack is left out: pg_waldump then ends in front of it, and says so. What was made goes at the end, come what
/// may.
const char *const script = R"sh(
[ -x "$1" ] || exit 90
program=$1
shift
directory=$(mktemp -d "${TMPDIR:-/tmp}/howdah-wal-XXXXXX") || exit 91
trap 'rm -rf "$directory"' EXIT
trap 'exit 1' HUP INT TERM
options=
while [ "$1" != -- ]; do
    options="$options $1"
    shift
done
shift
while [ $# -gt 1 ]; do
    case $2 in
    *.gz) gzip -dc "$2" ;;
    *.zst) zstd -dqc "$2" ;;
    *.lz4) lz4 -dqc "$2" ;;
    *) ln -s "$2" "$directory/$1" ;;
    esac > "$directory/.unpacked" || { echo "$2 cannot be unpacked." >&2; rm -f "$directory/.unpacked"; }
    if [ -s "$directory/.unpacked" ]; then mv "$directory/.unpacked" "$directory/$1"; fi
    shift 2
done
"$program" --path="$directory" $options
)sh";

/// Where pg_waldump met what it could not read; nothing when it says neither a file nor a position.
std::optional<quint64> segmentIn(const QByteArray &words, quint32 segmentBytes)
{
    static const QRegularExpression place(
        QStringLiteral(R"re(\b([0-9A-F]{24})\b|\b([0-9A-F]{1,8}/[0-9A-F]{1,8})\b)re"));
    std::optional<quint64> number;
    auto matches = place.globalMatch(QString::fromUtf8(words));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (const auto segment = walSegmentOf(match.capturedView(1), segmentBytes))
            number = segment->number;
        else if (const auto lsn = Lsn::parse(match.capturedView(2)))
            number = segmentNumberAt(*lsn, segmentBytes);
    }
    return number;
}

/// Reads one sequence of segments, a batch of them at a time.
class Reading
{
public:
    Reading(const WalReader &reader, const WalListener &listener, const Deadline &deadline, std::stop_token stop)
        : m_reader(reader)
        , m_listener(listener)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
        , m_stream([this](const CommittedTransaction &transaction) {
            ++m_result.transactions;
            if (m_listener.committed)
                m_listener.committed(transaction);
        }, m_listener.restorePoint)
    {
    }

    Result<WalReading> read(const WalSequence &sequence);

private:
    [[nodiscard]] quint32 segmentBytes() const { return m_reader.places.segmentBytes; }
    [[nodiscard]] Timeline timeline() const { return m_reader.places.way.last().timeline; }
    [[nodiscard]] QString nameFor(quint64 number) const { return nameOf({timeline(), number}, segmentBytes()); }
    [[nodiscard]] qsizetype batchLength(const QList<WalFile> &files, qsizetype from) const;
    [[nodiscard]] Command commandFor(const QList<WalFile> &batch, Lsn from) const;
    [[nodiscard]] std::optional<quint64> unreadableIn(const QList<WalFile> &batch, const CommandOutcome &outcome) const;
    Result<void> readStretch(const QList<WalFile> &files);
    Result<std::optional<quint64>> readBatch(const QList<WalFile> &batch, Lsn from);
    void advanceTo(qint64 segments);

    const WalReader &m_reader;
    const WalListener &m_listener;
    const Deadline m_deadline;
    const std::stop_token m_stop;
    WalReading m_result;
    WalProgress m_progress;
    qint64 m_before = 0; ///< segments of the stretches before this one
    TransactionStream m_stream;
};

Result<WalReading> Reading::read(const WalSequence &sequence)
{
    m_result.gaps = sequence.gaps;
    m_progress.all = sequence.count();
    for (const QList<WalFile> &stretch : sequence.stretches) {
        m_stream.forgetOpen();
        if (const Result<void> done = readStretch(stretch); !done)
            return done.error();
        m_before += stretch.size();
        advanceTo(m_before);
    }
    m_result.first = m_stream.first();
    m_result.last = m_stream.last();
    m_result.resume = m_stream.resumeFrom();
    std::sort(m_result.gaps.begin(), m_result.gaps.end(),
              [](const WalGap &left, const WalGap &right) { return left.first < right.first; });
    return m_result;
}

void Reading::advanceTo(qint64 segments)
{
    if (segments <= m_progress.segments)
        return;
    m_progress.segments = segments;
    m_progress.last = m_stream.last();
    m_progress.resume = m_stream.resumeFrom();
    if (m_listener.progress)
        m_listener.progress(m_progress);
}

/// Unpacked segments take room on the host; links do not, but each is a word of a command line.
qsizetype Reading::batchLength(const QList<WalFile> &files, qsizetype from) const
{
    constexpr qint64 most = 256LL << 20;
    const qint64 mostUnpacked = m_stream.records() == 0 ? 1 : most; // the first rows are waited for
    qint64 unpacked = 0;
    qsizetype length = 0;
    for (; from + length < files.size() && length < m_reader.filesAtOnce; ++length) {
        unpacked += files.at(from + length).compression == Compression::None ? 0 : segmentBytes();
        if (unpacked > mostUnpacked && length > 0)
            break;
    }
    return length;
}

/// A record may reach from one batch into the next: each begins with the last record of the one before.
Result<void> Reading::readStretch(const QList<WalFile> &files)
{
    const quint64 first = files.first().number;
    const auto startOfFile = [&](qsizetype index) {
        return std::max(Lsn(files.at(index).number * segmentBytes()), Lsn(1)); // 0 is no position to pg_waldump
    };
    Lsn from = startOfFile(0);
    for (qsizetype at = 0; at < files.size();) {
        const auto carried = std::min(at, qsizetype(segmentNumberAt(from, segmentBytes()) - first));
        const qsizetype end = at + batchLength(files, at);
        const auto unreadable = readBatch(files.mid(carried, end - carried), from);
        if (!unreadable)
            return unreadable.error();
        at = end;
        if (*unreadable) {
            m_stream.forgetOpen();
            at = std::max(carried, qsizetype(**unreadable - first)) + 1;
            from = at < files.size() ? startOfFile(at) : from;
        } else if (m_stream.last() > from) {
            from = m_stream.last();
        }
    }
    return {};
}

/// Without the end pg_waldump would wait five seconds for a segment that may yet come.
Command Reading::commandFor(const QList<WalFile> &batch, Lsn from) const
{
    const Lsn end((batch.last().number + 1) * segmentBytes());
    Command command{
        .argv = {QStringLiteral("sh"), QStringLiteral("-c"), QLatin1String(script), QStringLiteral("sh"),
                 m_reader.binDirectory + QStringLiteral("/pg_waldump"), QStringLiteral("--timeline=%1").arg(timeline()),
                 QStringLiteral("--start=%1").arg(from.toString()), QStringLiteral("--end=%1").arg(end.toString())},
        .asUser = m_reader.owner,
        .environment = {{QStringLiteral("TZ"), QStringLiteral("UTC")}}};
    constexpr int firstWithSeveralManagers = 15;
    if (m_reader.major >= firstWithSeveralManagers)
        command.argv << QStringLiteral("--rmgr=Heap") << QStringLiteral("--rmgr=Heap2")
                     << QStringLiteral("--rmgr=Transaction") << QStringLiteral("--rmgr=XLOG");
    command.argv << QStringLiteral("--");
    // Under the names of one timeline: the older ones' segments are the beginning of its WAL.
    for (const WalFile &file : batch)
        command.argv << nameFor(file.number) << file.path;
    return command;
}

/// The end of what was given is the end of a batch; so is the end of the live WAL, wherever in its last segment.
std::optional<quint64> Reading::unreadableIn(const QList<WalFile> &batch, const CommandOutcome &outcome) const
{
    if (outcome.succeeded())
        return std::nullopt;
    const quint64 lastRead = std::max(batch.first().number, segmentNumberAt(m_stream.last(), segmentBytes()));
    const quint64 where =
        std::max(batch.first().number, segmentIn(outcome.errorOutput, segmentBytes()).value_or(lastRead));
    const WalFile &last = batch.last();
    if (where > last.number || (where == last.number && last.live))
        return std::nullopt;
    return where;
}

/// The segment that cannot be read, when there is one.
Result<std::optional<quint64>> Reading::readBatch(const QList<WalFile> &batch, Lsn from)
{
    m_stream.skipWhatCame();
    const qint64 before = m_before;
    const quint64 first = batch.first().number;
    const auto take = [&](OutputStream output, const QByteArray &chunk) {
        if (output != OutputStream::Standard)
            return;
        m_stream.add(chunk);
        const quint64 number = segmentNumberAt(m_stream.last(), segmentBytes());
        if (number > first)
            advanceTo(before + qint64(number - first));
    };
    const Result<CommandOutcome> outcome = m_reader.host->run(commandFor(batch, from), m_deadline, m_stop, take);
    if (!outcome)
        return outcome.error();
    m_stream.endChunks();
    const QString words = QString::fromUtf8(outcome->errorOutput).trimmed();
    if (outcome->exitCode == exitNoProgram)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("There is no pg_waldump in %1 on %2, which reads the WAL.")
                                    .arg(m_reader.binDirectory, m_reader.host->label()),
                     .detail = words,
                     .hint = Tr::tr("Install it there: it comes with the server's own package, or with its contrib "
                                    "package.")};
    if (outcome->exitCode == exitNoDirectory)
        return Error{.code = ErrorCode::Storage,
                     .message = Tr::tr("No temporary directory can be made on %1.").arg(m_reader.host->label()),
                     .detail = words};
    const std::optional<quint64> unreadable = unreadableIn(batch, *outcome);
    if (unreadable) {
        const Timeline on = timelineAt(m_reader.places.way, *unreadable, segmentBytes());
        m_result.gaps.append(
            {.timeline = on,
             .first = *unreadable,
             .last = *unreadable,
             .why = Tr::tr("Segment %1 cannot be read: %2")
                        .arg(nameOf({on, *unreadable}, segmentBytes()), words.section(QLatin1Char('\n'), -1))});
    }
    return unreadable;
}

} // namespace

Result<WalReading> readWal(const WalReader &reader, const WalRange &range, const WalListener &listener,
                           const Deadline &deadline, std::stop_token stop)
{
    return Reading(reader, listener, deadline, std::move(stop)).read(sequenceOf(reader.places, range));
}

} // namespace howdah
