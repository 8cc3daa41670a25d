#include "core/lab/exercises/exercise_observations.h"

#include "core/base/wake_up.h"
#include "core/lab/exercises/exercise_diagnosis.h"
#include "core/lab/exercises/masked_text.h"
#include "core/lab/lab_containers.h"
#include "core/lab/lab_settings.h"
#include "core/operations/catalogue.h"
#include "core/operations/preparation.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseObservations)
};

constexpr Milliseconds patience{30000};
constexpr Milliseconds betweenLooks{200};
constexpr QLatin1String refused("refused "), why(": ");
constexpr QLatin1String present("present"), absent("absent");
constexpr QLatin1String ok("ok"), warning("warning"), blocked("blocked"), missing("missing");

Result<QString> measureSql(const Measurement &measurement, const QString &statement, ExercisePlace &place)
{
    const Deadline deadline = Deadline::after(patience);
    Result<Connection> connection = place.connect(measurement.node, measurement.database, deadline);
    if (!connection)
        return connection.error();
    const Result<ResultSet> answer = connection->query(statement, {}, deadline, place.stop);
    if (answer)
        return answer->rows() > 0 && answer->columns() > 0 ? answer->text(0, 0).value_or(QStringLiteral("NULL"))
                                                           : QString();
    if (answer.error().sqlState.isEmpty())
        return answer.error();
    return QString(refused + answer.error().sqlState + why + answer.error().message);
}

Result<QString> measureShell(const Measurement &measurement, const QString &line, ExercisePlace &place)
{
    const Result<Command> command = place.shell(line, measurement.node);
    const auto host = place.hosts().find(QStringLiteral("local"));
    if (!command || !host)
        return command ? host.error() : command.error();
    const Result<CommandOutcome> outcome = (*host)->run(*command, Deadline::after(patience), place.stop);
    if (!outcome)
        return outcome.error();
    if (outcome->succeeded())
        return QString::fromUtf8(outcome->output).trimmed();
    // A grep that counts nothing prints 0 and fails: what it printed says more than that it failed.
    const QByteArray &said = outcome->output.trimmed().isEmpty() ? outcome->errorOutput : outcome->output;
    return Error{.code = ErrorCode::CommandFailed,
                 .message = Tr::tr("The command failed (exit code %1).").arg(outcome->exitCode),
                 .detail = QString::fromUtf8(said).trimmed()};
}

/// What is told of a measurement that failed: of a command its own last words.
QString seenInstead(const Error &error)
{
    if (error.code != ErrorCode::CommandFailed || error.detail.isEmpty())
        return error.message;
    return error.detail.section(QLatin1Char('\n'), -1);
}

QString measureFinding(const Measurement &measurement, const QString &id, const ClusterSnapshot &snapshot)
{
    for (const Finding &finding : snapshot.findings)
        if (finding.id == id && (measurement.node.isEmpty() || finding.node == measurement.node))
            return present;
    return absent;
}

Result<QByteArray> logOf(const QString &node, ExercisePlace &place)
{
    const Deadline deadline = Deadline::after(patience);
    const Result<NodeDefinition> where = place.words.node(node);
    const auto host = place.hosts().find(QStringLiteral("local"));
    if (!where || !host)
        return where ? host.error() : where.error();
    if (place.lab.kit.isThere())
        return LabContainers(place.hosts(), place.lab).log(*where, deadline);
    return (*host)->readFile(lab_settings::logFile(place.lab, *where), As{place.lab.systemUser}, deadline);
}

Result<QString> measureLog(const Measurement &measurement, const QString &pattern, ExercisePlace &place)
{
    const Result<QByteArray> log = logOf(measurement.node, place);
    if (!log)
        return log.error();
    const QRegularExpression expression(pattern);
    int count = 0;
    for (const QString &line : QString::fromUtf8(*log).split(QLatin1Char('\n')))
        count += expression.match(line).hasMatch() ? 1 : 0;
    return QString::number(count);
}

Result<QString> measureFile(const QString &path, ExercisePlace &place)
{
    const auto host = place.hosts().find(QStringLiteral("local"));
    if (!host)
        return host.error();
    const Result<FileStatus> status = (*host)->status(path, As{place.lab.systemUser}, Deadline::after(patience));
    if (status)
        return status->kind == FileStatus::Kind::Directory ? QStringLiteral("directory") : QStringLiteral("file");
    if (status.error().code == ErrorCode::NotFound)
        return QStringLiteral("missing");
    return status.error();
}

/// Of a check, before an operation as it would be proposed: "switchover other-manager".
Result<QString> measureVerdict(const QString &operationAndCheck, ExercisePlace &place)
{
    const QString id = operationAndCheck.section(QLatin1Char(' '), 0, 0);
    const Operation *operation = findOperation(id);
    if (operation == nullptr)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no operation called “%1”.").arg(id)};
    const Result<Preparation> ready = prepare(*operation, place.lab.cluster, {}, place.environment, place.stop);
    if (!ready)
        return ready.error();
    QLatin1String seen = missing;
    for (const CheckResult &check : ready->checks)
        if (check.id == operationAndCheck.section(QLatin1Char(' '), 1))
            seen = check.judgement.verdict == Verdict::Ok        ? ok
                   : check.judgement.verdict == Verdict::Warning ? warning
                                                                 : blocked;
    return QString(seen);
}

QString measureNode(Measurement::Kind kind, const NodeState &node)
{
    switch (kind) {
    case Measurement::Kind::Role:
        return roleName(node.role);
    case Measurement::Kind::State:
        return node.state;
    case Measurement::Kind::TimelineNow:
        return QString::number(node.timeline);
    default:
        return node.lag.replayBytes ? QString::number(*node.lag.replayBytes) : Tr::tr("not known");
    }
}

/// "^(on|always)$" is "on or always" to people.
std::optional<QString> plainAlternatives(const QString &pattern)
{
    static const QRegularExpression alternatives(QStringLiteral("^\\^\\(([\\w |]+)\\)\\$$"));
    const QRegularExpressionMatch match = alternatives.match(pattern);
    if (!match.hasMatch())
        return {};
    return match.captured(1).split(QLatin1Char('|')).join(Tr::tr(" or "));
}

} // namespace

Result<QString> measure(const Measurement &measurement, ExercisePlace &place)
{
    const ClusterSnapshotPtr snapshot = place.look();
    const Result<QString> text = place.words.filled(measurement.text);
    if (!text)
        return text.error();
    switch (measurement.kind) {
    case Measurement::Kind::Sql:
        return measureSql(measurement, *text, place);
    case Measurement::Kind::Shell:
        return measureShell(measurement, *text, place);
    case Measurement::Kind::Finding:
        return measureFinding(measurement, *text, *snapshot);
    case Measurement::Kind::Log:
        return measureLog(measurement, *text, place);
    case Measurement::Kind::File:
        return measureFile(*text, place);
    case Measurement::Kind::Verdict:
        return measureVerdict(*text, place);
    case Measurement::Kind::Role:
    case Measurement::Kind::State:
    case Measurement::Kind::TimelineNow:
    case Measurement::Kind::ReplayLag:
        break;
    }
    const Result<NodeDefinition> node = place.words.node(measurement.node);
    return node ? Result<QString>(measureNode(measurement.kind, *snapshot->node(node->name))) : node.error();
}

bool isAsExpected(const QString &seen, const Expectation &expectation)
{
    bool seenIsNumber = false, wantedIsNumber = false;
    const double seenNumber = seen.toDouble(&seenIsNumber), wanted = expectation.value.toDouble(&wantedIsNumber);
    const bool comparable = seenIsNumber && wantedIsNumber;
    const bool equal = seen == expectation.value || (comparable && seenNumber == wanted);
    switch (expectation.kind) {
    case Expectation::Kind::Is:
        return equal;
    case Expectation::Kind::IsNot:
        return !equal;
    case Expectation::Kind::AtLeast:
        return comparable && seenNumber >= wanted;
    case Expectation::Kind::AtMost:
        return comparable && seenNumber <= wanted;
    case Expectation::Kind::MoreThan:
        return comparable && seenNumber > wanted;
    case Expectation::Kind::Matches:
        return QRegularExpression(expectation.value).match(seen).hasMatch();
    case Expectation::Kind::Refused:
        return seen == refused + expectation.value || seen.startsWith(refused + expectation.value + why);
    }
    return false;
}

QString shownValue(Measurement::Kind kind, const QString &value)
{
    static const QHash<QString, const char *> words{
        {present, QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "found")},
        {absent, QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "not found")},
        {QStringLiteral("file"), QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "a file")},
        {QStringLiteral("directory"), QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "a directory")},
        {missing, QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "not there")},
        {ok, QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "ok")},
        {warning, QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "warning")},
        {blocked, QT_TRANSLATE_NOOP("howdah::ExerciseObservations", "blocked")},
    };
    if (value.isEmpty())
        return Tr::tr("nothing");
    switch (kind) {
    case Measurement::Kind::Role:
        for (const NodeRole role : {NodeRole::Primary, NodeRole::Standby, NodeRole::Unknown})
            if (value == roleName(role))
                return roleTitle(role);
        return value;
    case Measurement::Kind::State:
        return stateTitle(value);
    case Measurement::Kind::Finding:
    case Measurement::Kind::Verdict:
    case Measurement::Kind::File: {
        const char *word = words.value(value);
        return word ? Tr::tr(word) : value;
    }
    default: // psql's own words for a boolean are letters
        return value == QLatin1String("t") ? Tr::tr("true") : value == QLatin1String("f") ? Tr::tr("false") : value;
    }
}

QString expectationWords(const Expectation &expectation)
{
    const QString &value = expectation.value;
    switch (expectation.kind) {
    case Expectation::Kind::Is:
        return value;
    case Expectation::Kind::IsNot:
        return Tr::tr("anything but %1").arg(value);
    case Expectation::Kind::AtLeast:
        return Tr::tr("at least %1").arg(value);
    case Expectation::Kind::AtMost:
        return Tr::tr("at most %1").arg(value);
    case Expectation::Kind::MoreThan:
        return Tr::tr("more than %1").arg(value);
    case Expectation::Kind::Matches:
        return plainAlternatives(value).value_or(Tr::tr("something like %1").arg(value));
    case Expectation::Kind::Refused:
        return Tr::tr("refused with SQLSTATE %1").arg(value);
    }
    return {};
}

ObservationEvidence observe(const ExerciseObservation &observation, ExercisePlace &place)
{
    ObservationEvidence evidence{.text = place.words.readable(observation.text.text())};
    const Deadline deadline = Deadline::after(Milliseconds(observation.withinSeconds * 1000));
    QElapsedTimer clock;
    clock.start();
    do {
        Expectation expectation = observation.expectation;
        const Result<QString> seen = measure(observation.measurement, place);
        const Result<QString> value = place.words.filled(expectation.value);
        expectation.value = value.valueOr(expectation.value);
        const Measurement::Kind kind = observation.measurement.kind;
        evidence.expected = expectationWords({expectation.kind, shownValue(kind, expectation.value)});
        evidence.seen = maskedText(seen ? shownValue(kind, *seen) : seenInstead(seen.error()), place.secrets);
        evidence.asExpected = seen.ok() && value.ok() && isAsExpected(*seen, expectation);
    } while (!evidence.asExpected && !deadline.expired() && sleepUnlessStopped(betweenLooks, place.stop));
    evidence.at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    evidence.milliseconds = static_cast<int>(clock.elapsed());
    if (!evidence.asExpected)
        evidence.because = likelyReason(place);
    return evidence;
}

} // namespace howdah
