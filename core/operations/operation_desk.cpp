#include "core/operations/operation_desk.h"
#include "core/base/background.h"
#include "core/operations/catalogue.h"

#include <QCoreApplication>

#include <map>
#include <thread>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::OperationDesk)
};

Error unknownOperation(const QString &id)
{
    return {.code = ErrorCode::NotFound, .message = Tr::tr("There is no operation called \"%1\".").arg(id)};
}
} // namespace

struct OperationDesk::State
{
    State(OperationDesk *owner, const Environment &outside)
        : desk(owner)
        , environment(outside)
        , background(owner)
    {
    }

    using Work = std::function<RunOutcome(const EventHandler &, std::stop_token)>;
    void start(const QString &id, Work work);

    OperationDesk *desk;
    const Environment &environment;
    int lastTicket = 0;
    Background background;                // looks and journal reads
    std::map<QString, std::jthread> runs; // by operation id; last: joined first
};

void OperationDesk::State::start(const QString &id, Work work)
{
    if (runs.contains(id))
        return;
    runs.emplace(id, std::jthread([this, id, work = std::move(work)](std::stop_token stop) {
                     const EventHandler events = [this](const OperationEvent &event) {
                         QMetaObject::invokeMethod(
                             desk, [this, event] { Q_EMIT desk->event(event); }, Qt::QueuedConnection);
                     };
                     const RunOutcome outcome = work(events, stop);
                     QMetaObject::invokeMethod(
                         desk,
                         [this, id, outcome] {
                             runs.erase(id);
                             Q_EMIT desk->finished(id, outcome);
                         },
                         Qt::QueuedConnection);
                 }));
}

OperationDesk::OperationDesk(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(this, environment))
{
}

OperationDesk::~OperationDesk()
{
    for (auto &run : m_state->runs)
        run.second.request_stop();
    m_state->background.requestStop();
}

int OperationDesk::prepare(const QString &operationId, const ClusterDefinition &cluster, const Arguments &arguments)
{
    const int ticket = ++m_state->lastTicket;
    m_state->background.run(
        [&environment = m_state->environment, operationId, cluster,
         arguments](std::stop_token stop) -> Result<Preparation> {
            const Operation *operation = findOperation(operationId);
            if (!operation)
                return unknownOperation(operationId);
            return howdah::prepare(*operation, cluster, arguments, environment, stop);
        },
        [this, ticket](const Result<Preparation> &preparation) {
            if (preparation)
                Q_EMIT prepared(ticket, *preparation);
            else
                Q_EMIT preparationFailed(ticket, preparation.error());
        });
    return ticket;
}

void OperationDesk::run(const Preparation &approved, const ClusterDefinition &cluster)
{
    m_state->start(approved.id,
                   [&environment = m_state->environment, approved, cluster](const EventHandler &events,
                                                                            std::stop_token stop) -> RunOutcome {
                       const Operation *operation = findOperation(approved.operation);
                       if (!operation)
                           return {.state = OperationState::NotReady, .error = unknownOperation(approved.operation)};
                       return runOperation(*operation, approved, cluster, environment, events, stop);
                   });
}

void OperationDesk::resume(const QString &id)
{
    m_state->start(id, [&environment = m_state->environment, id](const EventHandler &events, std::stop_token stop) {
        return resumeOperation(id, environment, events, stop);
    });
}

void OperationDesk::undo(const QString &id)
{
    m_state->start(id, [&environment = m_state->environment, id](const EventHandler &events, std::stop_token stop) {
        return undoOperation(id, environment, events, stop);
    });
}

void OperationDesk::stop(const QString &id)
{
    if (const auto found = m_state->runs.find(id); found != m_state->runs.end())
        found->second.request_stop();
}

QStringList OperationDesk::running() const
{
    QStringList ids;
    for (const auto &run : m_state->runs)
        ids << run.first;
    return ids;
}

void OperationDesk::loadJournal(const QString &cluster, int count)
{
    m_state->background.run(
        [cluster, count](std::stop_token) -> Result<QList<JournalEntry>> {
            const Result<std::unique_ptr<Journal>> journal = Journal::open();
            return journal ? (*journal)->latest(count, cluster) : journal.error();
        },
        [this, cluster](const Result<QList<JournalEntry>> &entries) {
            if (entries)
                Q_EMIT journalLoaded(cluster, *entries);
            else
                Q_EMIT journalFailed(entries.error());
        });
}

const Environment &OperationDesk::environment() const
{
    return m_state->environment;
}

} // namespace howdah
