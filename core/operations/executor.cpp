#include "core/operations/executor.h"
#include "core/operations/file_actions.h"
#include "core/operations/guard.h"
#include "core/operations/lanes.h"
#include "core/operations/observer.h"
#include "core/operations/password_file.h"
#include "core/operations/returned_rows.h"
#include "core/operations/saved_transactions.h"
#include "core/operations/server_log.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Executor)
};

/// Whole lines out of chunks; pg_basebackup ends its progress lines with a carriage return on a terminal.
class Lines
{
public:
    explicit Lines(std::function<void(const QString &)> handle)
        : m_handle(std::move(handle))
    {
    }
    void add(const QByteArray &chunk)
    {
        for (const char byte : chunk) {
            if (byte == '\n' || byte == '\r')
                flush();
            else
                m_line.append(byte);
        }
    }
    void flush()
    {
        if (!m_line.trimmed().isEmpty())
            m_handle(QString::fromUtf8(m_line));
        m_line.clear();
    }

private:
    std::function<void(const QString &)> m_handle;
    QByteArray m_line;
};

/// "  1234/56789 kB (2%), 0/1 tablespace": true when the line is such a one.
bool readBaseBackupProgress(const QString &line, qint64 &done, qint64 &total)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*(\d+)/(\d+) kB \()"));
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    constexpr qint64 kilobyte = 1024;
    done = match.captured(1).toLongLong() * kilobyte;
    total = match.captured(2).toLongLong() * kilobyte;
    return true;
}

QJsonValue resultValue(const std::optional<QString> &cell)
{
    if (!cell)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(cell->toUtf8());
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(*cell);
}
} // namespace

struct Executor::State
{
    const Environment &environment;
    Listener listener;
    Sessions sessions{environment};
    QJsonObject results;
    Lanes lanes{environment};
    std::vector<std::unique_ptr<Guard>> guards;
    ObjectProgress *objects = nullptr; ///< of the command that runs

    Result<void> perform(const RunSql &action, std::stop_token stop);
    Result<void> perform(const RunCommand &action, std::stop_token stop);
    Result<void> perform(const SetRolePassword &action, std::stop_token stop);
    Result<void> perform(const SaveTransactions &action, std::stop_token stop);
    Result<void> perform(const BringRows &action, std::stop_token stop);
    Result<void> perform(const RecordNode &action, std::stop_token stop);
    Result<void> perform(const WaitFor &action, std::stop_token stop);
    Result<void> perform(const StandGuard &action, std::stop_token stop);
    Result<void> perform(const Together &action, std::stop_token stop);
    void hear(const RunCommand &action, const QString &line) const;
    ObjectProgress progressOf(const RunCommand &action, std::stop_token stop);
    template <typename FileAction> Result<void> perform(const FileAction &action, std::stop_token)
    {
        return howdah::perform(action, *environment.hosts);
    }
};

Result<void> Executor::State::perform(const RunSql &action, std::stop_token stop)
{
    const Result<ResultSet> answer =
        sessions.query(action.server, action.sql, action.parameters, Deadline::after(action.timeout), stop);
    if (!answer) {
        const bool already = !action.alreadySo.isEmpty() && answer.error().full().contains(action.alreadySo);
        return already ? Result<void>() : answer.error();
    }
    if (!action.resultName.isEmpty() && answer->rows() > 0 && answer->columns() > 0)
        results.insert(action.resultName, resultValue(answer->text(0, 0)));
    return {};
}

void Executor::State::hear(const RunCommand &action, const QString &line) const
{
    qint64 done = 0;
    qint64 total = 0;
    if (action.progress == RunCommand::Progress::BaseBackup && readBaseBackupProgress(line, done, total)) {
        if (listener.progress)
            listener.progress(done, total);
        return;
    }
    if (objects && objects->hear(line) && listener.objects)
        listener.objects(*objects);
    if (listener.log)
        listener.log(line);
}

/// A server that does not tell the sizes is no reason not to begin.
ObjectProgress Executor::State::progressOf(const RunCommand &action, std::stop_token stop)
{
    constexpr Milliseconds sizesTimeout{60000};
    QHash<QString, qint64> sizes;
    if (!action.sizes.isEmpty()) {
        const Result<ResultSet> rows =
            sessions.query(action.sizesFrom, action.sizes, {}, Deadline::after(sizesTimeout), stop);
        for (int row = 0; rows && row < rows->rows(); ++row)
            sizes.insert(rows->text(row, 0).value_or(QString()), rows->text(row, 1).value_or(QString()).toLongLong());
    }
    const QStringList &argv = action.command.argv;
    const bool severalJobs = std::any_of(argv.begin(), argv.end(), [](const QString &word) {
        return word.startsWith(QLatin1String("--jobs=")) && word != QLatin1String("--jobs=1");
    });
    return ObjectProgress(std::move(sizes), action.objects, severalJobs);
}

Result<void> Executor::State::perform(const RunCommand &action, std::stop_token stop)
{
    const auto host = environment.hosts->find(action.hostId);
    if (!host)
        return host.error();
    const bool byObjects = action.progress == RunCommand::Progress::Objects;
    ObjectProgress progress = byObjects ? progressOf(action, stop) : ObjectProgress();
    const QScopedValueRollback<ObjectProgress *> heard(objects, byObjects ? &progress : nullptr);
    Lines output([this, &action](const QString &line) { hear(action, line); });
    Lines errorOutput([this, &action](const QString &line) { hear(action, line); });
    const Deadline deadline = action.timeout == Milliseconds{0} ? Deadline::never() : Deadline::after(action.timeout);
    const Result<CommandOutcome> outcome =
        runChecked(**host, action.command, deadline, stop, [&](OutputStream stream, const QByteArray &chunk) {
            (stream == OutputStream::Standard ? output : errorOutput).add(chunk);
        });
    output.flush();
    errorOutput.flush();
    if (!outcome)
        return withServersLastWords(outcome.error(), **host, action.command);
    if (!action.resultName.isEmpty())
        results.insert(action.resultName, resultValue(QString::fromUtf8(outcome->output).trimmed()));
    return {};
}

Result<void> Executor::State::perform(const SetRolePassword &action, std::stop_token stop)
{
    const Result<Secret> password = rolePassword(action, *environment.hosts);
    if (!password)
        return password.error();
    constexpr Milliseconds alterTimeout{30000};
    return sessions.setPassword(action.server, action.role, *password, Deadline::after(alterTimeout), stop);
}

Result<void> Executor::State::perform(const SaveTransactions &action, std::stop_token stop)
{
    const Result<QJsonObject> saved = howdah::perform(action, sessions, stop);
    if (!saved)
        return saved.error();
    if (!action.resultName.isEmpty())
        results.insert(action.resultName, *saved);
    return {};
}

Result<void> Executor::State::perform(const BringRows &action, std::stop_token stop)
{
    const Result<QJsonObject> brought = howdah::perform(action, environment, listener.log, stop);
    if (!brought)
        return brought.error();
    if (!action.resultName.isEmpty())
        results.insert(action.resultName, *brought);
    return {};
}

Result<void> Executor::State::perform(const RecordNode &action, std::stop_token)
{
    Result<ClusterDefinition> cluster = environment.registry.find(action.cluster);
    if (!cluster)
        return cluster.error();
    const auto sameName = [&action](const NodeDefinition &node) { return node.name == action.node.name; };
    QList<NodeDefinition> &nodes = cluster->nodes;
    const auto known = std::find_if(nodes.begin(), nodes.end(), sameName);
    if (action.present) {
        if (known != nodes.end() && *known == action.node)
            return {};
        if (known != nodes.end())
            return Error{
                .code = ErrorCode::AlreadyExists,
                .message =
                    Tr::tr("The cluster %1 already has another node called %2.").arg(action.cluster, action.node.name),
                .hint = Tr::tr("Rename or remove that node, then resume.")};
        nodes.append(action.node);
    } else {
        if (known == nodes.end() || !(*known == action.node))
            return {};
        nodes.erase(known);
    }
    return ClusterRegistry(environment.registry).replace(*cluster);
}

Result<void> Executor::State::perform(const WaitFor &action, std::stop_token stop)
{
    return lookUntilSeen(action.observation, sessions, stop);
}

Result<void> Executor::State::perform(const StandGuard &action, std::stop_token)
{
    Result<std::unique_ptr<Guard>> guard = Guard::stand(action, environment);
    if (!guard)
        return guard.error();
    guards.push_back(std::move(guard).value());
    return {};
}

Result<void> Executor::State::perform(const Together &action, std::stop_token stop)
{
    return lanes.run(action, listener, results, stop);
}

Executor::Executor(const Environment &environment, Listener listener)
    : m_state(std::make_unique<State>(environment, std::move(listener)))
{
}

Executor::~Executor() = default;

Result<void> Executor::execute(const Action &action, std::stop_token stop)
{
    if (stop.stop_requested())
        return Error{.code = ErrorCode::Stopped, .message = Tr::tr("Stopped as asked.")};
    if (action.unless) {
        const Result<void> seen = lookUntilSeen(*action.unless, m_state->sessions, stop);
        if (seen.ok())
            return {};
        if (seen.error().code == ErrorCode::Stopped)
            return seen;
    }
    if (m_state->listener.log)
        m_state->listener.log(action.text);
    return std::visit([this, stop](const auto &what) { return m_state->perform(what, stop); }, action.what);
}

Result<bool> Executor::see(const Observation &observation, std::stop_token stop)
{
    return look(observation, m_state->sessions, stop);
}

Result<void> Executor::waitFor(const Observation &observation, std::stop_token stop)
{
    return lookUntilSeen(observation, m_state->sessions, stop);
}

void Executor::dismissGuards()
{
    for (const std::unique_ptr<Guard> &guard : m_state->guards)
        guard->dismiss();
    m_state->guards.clear();
}

QJsonObject Executor::results() const
{
    return m_state->results;
}

} // namespace howdah
