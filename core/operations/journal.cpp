#include "core/operations/journal.h"
#include "core/base/paths.h"
#include "core/operations/console.h"
#include "core/operations/journal_database.h"
#include "core/operations/standing.h"

#include <QJsonDocument>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Journal)
};

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

QJsonObject toJson(const Error &error)
{
    return {{QStringLiteral("code"), errorCodeName(error.code)},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("detail"), error.detail},
            {QStringLiteral("hint"), error.hint},
            {QStringLiteral("sqlState"), error.sqlState}};
}

QVariant errorValue(const std::optional<Error> &error)
{
    return error ? QVariant(textOf(toJson(*error))) : QVariant();
}

std::optional<Error> errorOf(const QVariant &text)
{
    if (text.isNull())
        return std::nullopt;
    const QJsonObject object = objectOf(text);
    return Error{.code = errorCodeFromName(object.value(QLatin1String("code")).toString()),
                 .message = object.value(QLatin1String("message")).toString(),
                 .detail = object.value(QLatin1String("detail")).toString(),
                 .hint = object.value(QLatin1String("hint")).toString(),
                 .sqlState = object.value(QLatin1String("sqlState")).toString()};
}

StepState stepStateOf(const QString &name)
{
    for (const StepState state : {StepState::Waiting, StepState::Running, StepState::Done, StepState::Skipped,
                                  StepState::Failed, StepState::Undoing, StepState::Undone, StepState::UndoFailed})
        if (stepStateName(state) == name)
            return state;
    return StepState::Waiting;
}

OperationState operationStateOf(const QString &name)
{
    for (const OperationState state : {OperationState::Running, OperationState::Done, OperationState::Undone,
                                       OperationState::NotReady, OperationState::Interrupted})
        if (operationStateName(state) == name)
            return state;
    return OperationState::Interrupted;
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

const QString entryColumns = QStringLiteral(
    "id, operation, cluster, system_identifier, plan, checks, state, console_user, console_host, console_boot, "
    "console_pid, console_started, started, ended, error, result, console_machine");

Console consoleOf(const QSqlQuery &row)
{
    return {.host = row.value(8).toString(),
            .machine = row.value(16).toString(),
            .bootId = row.value(9).toString(),
            .pid = row.value(10).toLongLong(),
            .startedTicks = row.value(11).toLongLong(),
            .user = row.value(7).toString()};
}

JournalEntry entryOf(const QSqlQuery &row)
{
    JournalEntry entry{.id = row.value(0).toString(),
                       .operation = row.value(1).toString(),
                       .cluster = row.value(2).toString(),
                       .systemIdentifier = row.value(3).toString()};
    if (const Result<Plan> plan = planFromJson(objectOf(row.value(4))))
        entry.plan = *plan;
    entry.checks = QJsonDocument::fromJson(row.value(5).toString().toUtf8()).array();
    entry.state = operationStateOf(row.value(6).toString());
    const Console console = consoleOf(row);
    entry.console = console.title();
    entry.abandoned = entry.state == OperationState::Running && !console.isAlive();
    entry.ours = console == Console::current();
    entry.started = QDateTime::fromMSecsSinceEpoch(row.value(12).toLongLong(), Qt::UTC);
    if (!row.value(13).isNull())
        entry.ended = QDateTime::fromMSecsSinceEpoch(row.value(13).toLongLong(), Qt::UTC);
    entry.error = errorOf(row.value(14));
    entry.result = objectOf(row.value(15));
    return entry;
}

} // namespace

struct Journal::State
{
    JournalDatabase database;

    Result<void> addSteps(JournalEntry &entry) const;
    Result<void> change(const QString &sql, const QVariantList &values, const QString &id) const;
};

Result<void> Journal::State::addSteps(JournalEntry &entry) const
{
    Result<QSqlQuery> rows = database.run(
        QStringLiteral("SELECT id, title, state, ms, log, error FROM step WHERE operation_id = ? ORDER BY number"),
        {entry.id});
    if (!rows)
        return rows.error();
    while (rows->next())
        entry.steps.append({.id = rows->value(0).toString(),
                            .title = rows->value(1).toString(),
                            .state = stepStateOf(rows->value(2).toString()),
                            .ms = rows->value(3).toLongLong(),
                            .log = rows->value(4).toString(),
                            .error = errorOf(rows->value(5))});
    if (entry.abandoned && !entry.error)
        entry.error = Error{.message = Tr::tr("Its console ended in the midst of it."),
                            .hint = QStringList{standing(entry), waysOn(entry)}.join(QLatin1Char('\n')).trimmed()};
    return {};
}

Result<void> Journal::State::change(const QString &sql, const QVariantList &values, const QString &id) const
{
    const Result<QSqlQuery> done = database.run(sql, values);
    if (!done)
        return done.error();
    if (done->numRowsAffected() == 1)
        return {};
    return Error{.code = ErrorCode::NotFound, .message = Tr::tr("The journal holds no operation %1.").arg(id)};
}

Journal::Journal(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &file)
{
    auto state = std::make_unique<State>();
    const QString place = file.isEmpty() ? paths::stateDirectory() + QStringLiteral("/journal.db") : file;
    if (const auto opened = state->database.open(place); !opened)
        return opened.error();
    return std::unique_ptr<Journal>(new Journal(std::move(state)));
}

Result<void> Journal::begin(const JournalEntry &entry)
{
    const Console console = Console::current();
    return m_state->database.transaction([&]() -> Result<void> {
        const auto added = m_state->database.run(
            QStringLiteral(
                "INSERT INTO operation (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, '{}', ?)")
                .arg(entryColumns),
            {entry.id, entry.operation, entry.cluster, entry.systemIdentifier, textOf(toJson(entry.plan)),
             QString::fromUtf8(QJsonDocument(entry.checks).toJson(QJsonDocument::Compact)),
             operationStateName(OperationState::Running), console.user, console.host, console.bootId, console.pid,
             console.startedTicks, nowMs(), console.machine});
        if (!added)
            return added.error();
        int number = 0;
        for (const PlannedStep &step : entry.plan.steps) {
            const auto stepAdded = m_state->database.run(
                QStringLiteral("INSERT INTO step (operation_id, number, id, title, state) VALUES (?, ?, ?, ?, ?)"),
                {entry.id, number++, step.id, step.title, stepStateName(StepState::Waiting)});
            if (!stepAdded)
                return stepAdded.error();
        }
        return {};
    });
}

Result<void> Journal::stepChanged(const QString &id, int step, const JournalStep &state)
{
    return m_state->change(
        QStringLiteral("UPDATE step SET state = ?, ms = ?, log = ?, error = ? WHERE operation_id = ? AND number = ?"),
        {stepStateName(state.state), state.ms, state.log.isNull() ? QStringLiteral("") : state.log,
         errorValue(state.error), id, step},
        id);
}

Result<void> Journal::resultChanged(const QString &id, const QJsonObject &result)
{
    return m_state->change(QStringLiteral("UPDATE operation SET result = ? WHERE id = ?"), {textOf(result), id}, id);
}

Result<void> Journal::finish(const QString &id, OperationState state, const std::optional<Error> &error,
                             const QJsonObject &result)
{
    return m_state->change(
        QStringLiteral("UPDATE operation SET state = ?, ended = ?, error = ?, result = ? WHERE id = ?"),
        {operationStateName(state), nowMs(), errorValue(error), textOf(result), id}, id);
}

Result<void> Journal::takeOver(const QString &id)
{
    return m_state->database.transaction([&]() -> Result<void> {
        const Result<JournalEntry> entry = find(id);
        if (!entry)
            return entry.error();
        if (entry->state == OperationState::Running && !entry->abandoned && !entry->ours)
            return Error{.code = ErrorCode::Busy,
                         .message = Tr::tr("The operation %1 is still being run by %2.").arg(id, entry->console),
                         .hint = Tr::tr("Wait for it, or stop it there.")};
        const Console console = Console::current();
        return m_state->change(
            QStringLiteral("UPDATE operation SET state = ?, ended = NULL, error = NULL, console_user = ?, "
                           "console_host = ?, console_boot = ?, console_pid = ?, console_started = ?, "
                           "console_machine = ? WHERE id = ?"),
            {operationStateName(OperationState::Running), console.user, console.host, console.bootId, console.pid,
             console.startedTicks, console.machine, id},
            id);
    });
}

Result<JournalEntry> Journal::find(const QString &id) const
{
    Result<QSqlQuery> row =
        m_state->database.run(QStringLiteral("SELECT %1 FROM operation WHERE id = ?").arg(entryColumns), {id});
    if (!row)
        return row.error();
    if (!row->next())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("The journal holds no operation \"%1\".").arg(id),
                     .hint = Tr::tr("The list of operations shows those there are.")};
    JournalEntry entry = entryOf(*row);
    row->finish();
    const Result<void> added = m_state->addSteps(entry);
    return added ? Result<JournalEntry>(entry) : added.error();
}

Result<QList<JournalEntry>> Journal::latest(int count, const QString &cluster) const
{
    Result<QSqlQuery> rows = m_state->database.run(
        QStringLiteral("SELECT %1 FROM operation WHERE ? IN ('', cluster) ORDER BY started DESC, id DESC LIMIT ?")
            .arg(entryColumns),
        {cluster.isNull() ? QStringLiteral("") : cluster, count});
    if (!rows)
        return rows.error();
    QList<JournalEntry> entries;
    while (rows->next())
        entries.append(entryOf(*rows));
    rows->finish();
    for (JournalEntry &entry : entries)
        if (const auto added = m_state->addSteps(entry); !added)
            return added.error();
    return entries;
}

QString Journal::damage() const
{
    return m_state->database.damage();
}

QJsonObject toJson(const JournalEntry &entry)
{
    QJsonArray steps;
    for (const JournalStep &step : entry.steps) {
        QJsonObject object{{QStringLiteral("id"), step.id},
                           {QStringLiteral("title"), step.title},
                           {QStringLiteral("state"), stepStateName(step.state)},
                           {QStringLiteral("ms"), step.ms}};
        if (step.error)
            object.insert(QStringLiteral("error"), toJson(*step.error));
        steps.append(object);
    }
    const OperationState outcome = entry.abandoned ? OperationState::Interrupted : entry.state;
    QJsonObject document{{QStringLiteral("operation"), entry.operation},
                         {QStringLiteral("id"), entry.id},
                         {QStringLiteral("cluster"), entry.cluster},
                         {QStringLiteral("outcome"), operationStateName(outcome)},
                         {QStringLiteral("console"), entry.console},
                         {QStringLiteral("checks"), entry.checks},
                         {QStringLiteral("steps"), steps},
                         {QStringLiteral("result"), entry.result}};
    if (entry.started.isValid())
        document.insert(QStringLiteral("started"), entry.started.toString(Qt::ISODateWithMs));
    if (entry.ended.isValid())
        document.insert(QStringLiteral("ended"), entry.ended.toString(Qt::ISODateWithMs));
    if (entry.error)
        document.insert(QStringLiteral("error"), toJson(*entry.error));
    return document;
}

} // namespace howdah
