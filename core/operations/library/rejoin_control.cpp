#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

/// Which of the server's programs are there; in one look, for each costs its time on a host that is not this machine.
QStringList programsOf(ProbeContext &context, Host &host, const ServerPlace &place)
{
    const QString script = key("cd -- \"$1\" || exit; shift; for program; do [ ! -x \"$program\" ] ||"
                               " echo \"$program\"; done; exit 0");
    const Command look{.argv = {key("sh"), key("-c"), script, key("howdah"), place.binDirectory, key("pg_rewind"),
                                key("pg_waldump"), key("psql"), key("pg_basebackup"), key("pg_verifybackup")},
                       .asUser = place.owner};
    const Result<CommandOutcome> outcome = host.run(look, context.deadline, context.stop);
    return outcome ? QString::fromUtf8(outcome->output).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
}

/// Whether its configuration names a restore_command; the server's own program reads its files.
bool restoresWal(ProbeContext &context, Host &host, const ServerPlace &place)
{
    Command ask{.argv = {place.binDirectory + QStringLiteral("/postgres"), QStringLiteral("-D"), place.dataDirectory,
                         QStringLiteral("-C"), QStringLiteral("restore_command")},
                .asUser = place.owner};
    const QString configFile = context.situation.value(key("layout"), key("configFile")).toString();
    if (!configFile.isEmpty())
        ask.argv << QStringLiteral("-c") << QStringLiteral("config_file=") + configFile;
    const Result<CommandOutcome> outcome = host.run(ask, context.deadline, context.stop);
    return outcome.ok() && outcome->succeeded() && !outcome->output.trimmed().isEmpty();
}

/// After a promotion the control file names the old timeline until the first checkpoint is over, and so does a
/// standby's after its upstream's: its own history and WAL tell of the new one. A history alone does not: the new
/// primary's is fetched by whoever asks it for WAL.
Timeline timelineOf(const ControlData &control, const QStringList &wal)
{
    Timeline timeline = control.timeline;
    if (control.state == QLatin1String("shut down"))
        return timeline;
    for (const QString &name : wal) {
        const Timeline other = timelineOfWalFile(name).value_or(0);
        const QString number = name.left(8);
        if (other > timeline && wal.contains(number + QStringLiteral(".history")))
            timeline = other;
    }
    return timeline;
}

Result<QVariantMap> lookAtControl(ProbeContext &context)
{
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const auto found = context.hosts.find(place.hostId);
    if (!found || place.dataDirectory.isEmpty())
        return found ? Error{.code = ErrorCode::NotFound, .message = Tr::tr("Its data directory is not known.")}
                     : found.error();
    Host &host = **found;
    const As as{place.owner};
    RejoinParts parts;
    parts.place = place;
    const Result<CommandOutcome> control = runChecked(host, parts.controlData(), context.deadline, context.stop);
    const Result<QStringList> entries = host.entries(place.dataDirectory, as, context.deadline);
    const Result<QStringList> wal = host.entries(place.dataDirectory + QStringLiteral("/pg_wal"), as, context.deadline);
    const Result<QByteArray> version =
        host.readFile(place.dataDirectory + QStringLiteral("/PG_VERSION"), as, context.deadline);
    for (const auto &error :
         {control ? std::nullopt : std::optional(control.error()),
          entries ? std::nullopt : std::optional(entries.error()), wal ? std::nullopt : std::optional(wal.error()),
          version ? std::nullopt : std::optional(version.error())})
        if (error)
            return *error;
    const std::optional<ControlData> data = parseControlData(control->output);
    if (!data)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("pg_controldata does not say what is needed of %1.").arg(place.dataDirectory),
                     .detail = QString::fromUtf8(control->output + control->errorOutput).trimmed()};
    QByteArray history;
    const Timeline timeline = timelineOf(*data, *wal);
    if (timeline > 1) {
        const QString file = QString::number(timeline, 16).toUpper().rightJustified(8, QLatin1Char('0'));
        history =
            host.readFile(QStringLiteral("%1/pg_wal/%2.history").arg(place.dataDirectory, file), as, context.deadline)
                .valueOr(QByteArray());
    }
    const QStringList programs = programsOf(context, host, place);
    QStringList sorted = *entries;
    sorted.sort();
    return QVariantMap{
        {key("output"), control->output},
        {key("systemIdentifier"), data->systemIdentifier},
        {key("state"), data->state},
        {key("timeline"), timeline},
        {key("history"), history},
        {key("entries"), sorted},
        {key("wal"), *wal},
        {key("major"), QString::fromUtf8(*version).trimmed()},
        {key("restores"), restoresWal(context, host, place)},
        {key("hasRewind"), programs.contains(key("pg_rewind"))},
        {key("hasWaldump"), programs.contains(key("pg_waldump"))},
        {key("hasPsql"), programs.contains(key("psql"))},
        {key("hasBaseBackup"), programs.contains(key("pg_basebackup")) && programs.contains(key("pg_verifybackup"))}};
}

} // namespace

Probe rejoinControlProbe()
{
    return {.id = key("control"), .look = lookAtControl};
}

} // namespace howdah::library
