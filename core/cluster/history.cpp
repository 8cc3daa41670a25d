#include "core/cluster/history.h"

#include "core/base/deadline.h"
#include "core/cluster/history_database.h"
#include "core/cluster/history_events.h"

#include <condition_variable>
#include <latch>

namespace howdah {

namespace {

constexpr Milliseconds batchInterval{1000};
constexpr qint64 pruneIntervalMs = minuteMs;

constexpr std::array allKinds{LagKind::SendBytes, LagKind::WriteBytes, LagKind::FlushBytes, LagKind::ReplayBytes,
                              LagKind::WriteMs,   LagKind::FlushMs,    LagKind::ReplayMs};

/// Carries an answer to the thread of the one who asked; Qt drops it when that one has gone.
class Envelope : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void delivered();
};

} // namespace

std::optional<double> lagValue(const Lag &lag, LagKind kind)
{
    const auto pick = [&]() -> std::optional<qint64> {
        switch (kind) {
        case LagKind::SendBytes:
            return lag.sendBytes;
        case LagKind::WriteBytes:
            return lag.writeBytes;
        case LagKind::FlushBytes:
            return lag.flushBytes;
        case LagKind::ReplayBytes:
            return lag.replayBytes;
        case LagKind::WriteMs:
            return lag.writeMs;
        case LagKind::FlushMs:
            return lag.flushMs;
        case LagKind::ReplayMs:
            return lag.replayMs;
        }
        return std::nullopt;
    };
    const std::optional<qint64> value = pick();
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

struct History::Writer
{
    using Task = std::function<void(HistoryDatabase &)>;

    std::mutex mutex;
    std::condition_variable_any wake;
    QList<Task> writes;    // guarded by mutex; wait for the next batch
    QList<Task> questions; // guarded by mutex; answered at once, after all writes before them
    QString damage;        // guarded by mutex

    QHash<QString, ClusterSnapshotPtr> lastSnapshots; // writer's thread only
    qint64 prunedAtMs = 0;                            // "

    std::jthread thread; // last: joined before the rest goes

    void write(Task task);
    void ask(Task task);
    void run(const std::stop_token &stop, Settings settings);
    void runBatch(HistoryDatabase &database, const QList<Task> &tasks);
    void record(HistoryDatabase &database, const ClusterSnapshotPtr &snapshot);

    /// `question` runs on the writer's thread, `answer` with its value on the context's.
    template <typename Question, typename Answer> void ask(QObject *context, Question question, Answer answer)
    {
        using Value = decltype(question(std::declval<HistoryDatabase &>()));
        const auto value = std::make_shared<Value>();
        const auto envelope = std::make_shared<Envelope>();
        QObject::connect(
            envelope.get(), &Envelope::delivered, context, [value, answer] { answer(*value); }, Qt::QueuedConnection);
        ask([value, envelope, question](HistoryDatabase &database) {
            *value = question(database);
            Q_EMIT envelope->delivered();
        });
    }
};

void History::Writer::write(Task task)
{
    const std::lock_guard lock(mutex);
    writes << std::move(task);
    wake.notify_all();
}

void History::Writer::ask(Task task)
{
    const std::lock_guard lock(mutex);
    questions << std::move(task);
    wake.notify_all();
}

void History::Writer::runBatch(HistoryDatabase &database, const QList<Task> &tasks)
{
    if (tasks.isEmpty())
        return;
    database.begin();
    for (const Task &task : tasks)
        task(database);
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    if (nowMs - prunedAtMs >= pruneIntervalMs) {
        database.prune(nowMs);
        prunedAtMs = nowMs;
    }
    database.commit();
}

void History::Writer::run(const std::stop_token &stop, Settings settings)
{
    HistoryDatabase database(std::move(settings));
    SteadyClock::time_point written{};
    for (bool stopping = false; !stopping;) {
        QList<Task> batch, asked;
        {
            std::unique_lock lock(mutex);
            damage = database.damage();
            wake.wait(lock, stop, [this] { return !writes.isEmpty() || !questions.isEmpty(); });
            wake.wait_until(lock, stop, written + batchInterval, [this] { return !questions.isEmpty(); });
            stopping = stop.stop_requested();
            batch.swap(writes);
            asked.swap(questions);
        }
        runBatch(database, batch);
        written = SteadyClock::now();
        {
            const std::lock_guard lock(mutex);
            damage = database.damage();
        }
        for (const Task &question : asked)
            question(database);
    }
}

void History::Writer::record(HistoryDatabase &database, const ClusterSnapshotPtr &snapshot)
{
    const QString &cluster = snapshot->definition.name;
    const ClusterSnapshotPtr before = std::exchange(lastSnapshots[cluster], snapshot);
    if (before)
        for (const HistoryEvent &event : eventsBetween(*before, *snapshot))
            database.add(cluster, event);
    for (const NodeState &node : snapshot->nodes) {
        const NodeState *old = before ? before->node(node.name()) : nullptr;
        const bool isNew = node.sample && (!old || old->sample != node.sample);
        if (!isNew || node.lastRole != NodeRole::Standby)
            continue;
        for (const LagKind kind : allKinds)
            database.add({.cluster = cluster,
                          .node = node.name(),
                          .kind = kind,
                          .atMs = node.sample->takenAt.toMSecsSinceEpoch(),
                          .value = lagValue(node.lag, kind)});
    }
}

History::History(Settings settings)
    : m_writer(std::make_unique<Writer>())
{
    m_writer->thread = std::jthread([writer = m_writer.get(), settings = std::move(settings)](
                                        const std::stop_token &stop) { writer->run(stop, settings); });
}

History::~History() = default;

void History::record(const ClusterSnapshotPtr &snapshot)
{
    m_writer->write(
        [writer = m_writer.get(), snapshot](HistoryDatabase &database) { writer->record(database, snapshot); });
}

void History::recordEvent(const QString &cluster, const HistoryEvent &event)
{
    m_writer->write([cluster, event](HistoryDatabase &database) { database.add(cluster, event); });
}

void History::lag(const QString &cluster, LagKind kind, qint64 fromMs, qint64 toMs, int points, QObject *context,
                  Segments answer)
{
    m_writer->ask(
        context, [=](HistoryDatabase &database) { return database.lag(cluster, kind, fromMs, toMs, points); },
        std::move(answer));
}

void History::events(const QString &cluster, qint64 fromMs, qint64 toMs, QObject *context, Events answer)
{
    m_writer->ask(
        context, [=](HistoryDatabase &database) { return database.events(cluster, fromMs, toMs); }, std::move(answer));
}

void History::flush()
{
    std::latch done(1);
    m_writer->ask([&done](HistoryDatabase &) { done.count_down(); });
    done.wait();
}

QString History::damage() const
{
    const std::lock_guard lock(m_writer->mutex);
    return m_writer->damage;
}

} // namespace howdah

#include "history.moc"
