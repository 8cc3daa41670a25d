#include "core/operations/observer.h"
#include "core/base/wake_up.h"
#include "core/operations/reception.h"
#include "core/operations/returned_rows.h"
#include "core/operations/server_log.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Observer)
};

/// A single look never takes longer than this, so that waiting goes on when a server or host hangs.
constexpr Milliseconds longestLook{10000};

/// Most is seen soon: the first looks follow one another quickly, and as it lasts they come at the interval asked for.
Milliseconds pauseAfter(Milliseconds waited, Milliseconds interval)
{
    constexpr Milliseconds shortest{2};
    constexpr int share = 5; // of the time waited so far: that much may be lost by looking too late
    return std::min(interval, std::max(shortest, waited / share));
}

Result<bool> lookAt(const SqlSays &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    const Result<ResultSet> answer =
        sessions.query(look.server, look.sql, look.parameters, Deadline::after(longestLook), stop);
    if (!answer)
        return answer.error();
    const bool any = answer->rows() > 0 && answer->columns() > 0;
    const std::optional<QString> text = any ? answer->text(0, 0) : std::nullopt;
    *seen = Tr::tr("%1 said %2")
                .arg(look.server.node, text ? QLatin1Char('"') + *text + QLatin1Char('"') : Tr::tr("nothing"));
    return text == look.expected;
}

Result<bool> lookAt(const RowSays &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    const Result<ResultSet> answer = sessions.query(look.server, look.sql, {}, Deadline::after(longestLook), stop);
    if (!answer)
        return answer.error();
    for (int row = 0; row < answer->rows(); ++row) {
        const bool all = std::all_of(look.row.begin(), look.row.end(), [&](const QPair<QString, QString> &cell) {
            return answer->text(row, cell.first.toUtf8().constData()) == cell.second;
        });
        if (all)
            return true;
    }
    *seen = Tr::tr("%1 shows no such row").arg(look.server.node);
    return false;
}

Result<bool> lookAt(const ServerAnswers &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    const Environment &environment = sessions.environment();
    const Result<Connection> opened =
        openSession(environment, look.server, Deadline::after(environment.connectTimeout), stop);
    if (opened) {
        *seen = Tr::tr("%1 takes connections").arg(look.server.node);
        return look.answers;
    }
    const Error &error = opened.error();
    if (error.code == ErrorCode::Stopped)
        return error;
    *seen = error.message;
    const bool gone = error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut;
    if (!look.answers)
        return gone;
    // A server that asks for another password runs; one that says "starting up" (57P03) does not take connections yet.
    return error.code == ErrorCode::Authentication;
}

Result<bool> lookAt(const PathIs &look, Sessions &sessions, std::stop_token, QString *seen)
{
    const auto host = sessions.environment().hosts->find(look.hostId);
    if (!host)
        return host.error();
    const Result<FileStatus> status = (*host)->status(look.path, As{look.owner}, Deadline::after(longestLook));
    if (!status && status.error().code != ErrorCode::NotFound)
        return status.error();
    *seen = status.ok() ? Tr::tr("%1 is there").arg(look.path) : Tr::tr("%1 is not there").arg(look.path);
    return status.ok() == (look.what == PathIs::What::Present);
}

Result<bool> lookAt(const CommandSucceeds &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    const auto host = sessions.environment().hosts->find(look.hostId);
    if (!host)
        return host.error();
    const Result<CommandOutcome> outcome = (*host)->run(look.command, Deadline::after(longestLook), stop);
    if (!outcome)
        return outcome.error();
    *seen = Tr::tr("%1 ended with code %2: %3")
                .arg(look.command.argv.value(0))
                .arg(outcome->exitCode)
                .arg(QString::fromUtf8(outcome->errorOutput + outcome->output).trimmed().right(500));
    return outcome->signal == 0 && look.exitCodes.contains(outcome->exitCode);
}

/// What pg_controldata prints behind a label; hosts run commands in the C locale.
QString controlValue(const QString &output, const QString &label)
{
    const qsizetype at = output.indexOf(label + QLatin1Char(':'));
    return at < 0 ? QString() : output.mid(at + label.size() + 1).section(QLatin1Char('\n'), 0, 0).trimmed();
}

Result<bool> lookAt(const ShutDown &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    const auto host = sessions.environment().hosts->find(look.hostId);
    if (!host)
        return host.error();
    const Result<CommandOutcome> outcome = runChecked(**host, look.controlData, Deadline::after(longestLook), stop);
    if (!outcome)
        return outcome.error();
    const QString output = QString::fromUtf8(outcome->output);
    const QString state = controlValue(output, QStringLiteral("Database cluster state"));
    const QString checkpoint = controlValue(output, QStringLiteral("Latest checkpoint location"));
    *seen = Tr::tr("its control file says \"%1\"").arg(state);
    // Its warning is about a file read while it was being written.
    if (state != QLatin1String("shut down") || output.contains(QLatin1String("WARNING")))
        return false;
    for (const ServerRef &standby : look.replayedBy) {
        // The replay position is the end of the last record replayed: behind the record's beginning means all of it.
        const SqlSays replayed{.server = standby,
                               .sql = QStringLiteral("SELECT pg_last_wal_replay_lsn() > $1::pg_lsn"),
                               .parameters = {checkpoint},
                               .expected = QStringLiteral("t")};
        const Result<bool> all = lookAt(replayed, sessions, stop, seen);
        if (!all || !*all) {
            *seen = Tr::tr("%1 has not replayed the last checkpoint at %2").arg(standby.node, checkpoint);
            return all;
        }
    }
    return true;
}

Result<bool> lookAt(const ReceivedMost &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    return hasReceivedMost(look, sessions, std::move(stop), seen);
}

Result<bool> lookAt(const RowsAreBack &look, Sessions &sessions, std::stop_token stop, QString *seen)
{
    return areBack(look, sessions.environment(), std::move(stop), seen);
}

} // namespace

Result<bool> look(const Observation &observation, Sessions &sessions, std::stop_token stop, QString *seen)
{
    QString ignored;
    return std::visit([&](const auto &kind) { return lookAt(kind, sessions, stop, seen ? seen : &ignored); },
                      observation.look);
}

namespace {
/// Whether the server that something depends on is still there, asked now and then: each look costs a command.
class LifeWatch
{
public:
    LifeWatch(const std::optional<ServerLife> &life, Sessions &sessions)
        : m_life(life)
        , m_sessions(sessions)
    {
    }

    /// Seen twice: between the end of a restart and its beginning there is no server either. One whose host does not
    /// say is not taken for dead.
    [[nodiscard]] bool hasEnded(std::stop_token stop)
    {
        constexpr std::chrono::seconds pause{1};
        if (!m_life || SteadyClock::now() < m_lastLook + pause)
            return false;
        m_lastLook = SteadyClock::now();
        QString ignored;
        const bool gone = lookAt(m_life->hasEnded, m_sessions, std::move(stop), &ignored).valueOr(false);
        m_seen = gone ? m_seen + 1 : 0;
        return m_seen > 1;
    }
    [[nodiscard]] Error error(const Observation &observation, const QString &seen) const
    {
        Error error{.code = ErrorCode::Unreachable,
                    .message = Tr::tr("The server has ended before this was seen: %1.").arg(observation.text),
                    .detail = seen,
                    .hint = Tr::tr("Its log says why; mend that, then try again.")};
        const auto host = m_sessions.environment().hosts->find(m_life->hasEnded.hostId);
        return host ? withLastWords(std::move(error), **host, m_life->lastWords) : error;
    }

private:
    const std::optional<ServerLife> &m_life;
    Sessions &m_sessions;
    SteadyClock::time_point m_lastLook = SteadyClock::now(); // not at once: most is seen soon
    int m_seen = 0;
};

Error notSeenInTime(const Observation &observation, const Result<bool> &last, const QString &seen)
{
    Error error{.code = ErrorCode::TimedOut,
                .message = Tr::tr("This was not seen in time: %1.").arg(observation.text),
                .detail = seen};
    if (!last) {
        error.detail = last.error().message;
        error.hint = last.error().hint;
        error.sqlState = last.error().sqlState;
    }
    return error;
}
} // namespace

Result<void> lookUntilSeen(const Observation &observation, Sessions &sessions, std::stop_token stop)
{
    const Deadline deadline = Deadline::after(observation.timeout);
    const SteadyClock::time_point began = SteadyClock::now();
    LifeWatch life(observation.life, sessions);
    while (true) {
        QString seen;
        const Result<bool> result = look(observation, sessions, stop, &seen);
        if (result.ok() && *result)
            return {};
        if (!result && result.error().code == ErrorCode::Stopped)
            return result.error();
        if (deadline.expired())
            return notSeenInTime(observation, result, seen);
        if (life.hasEnded(stop))
            return life.error(observation, result ? seen : result.error().message);
        const auto waited = std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - began);
        if (!sleepUnlessStopped(pauseAfter(waited, observation.interval), stop))
            return Error{.code = ErrorCode::Stopped, .message = Tr::tr("Stopped as asked.")};
    }
}

} // namespace howdah
