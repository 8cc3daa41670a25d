#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/wal/control_data.h"

#include <QCoreApplication>

// A copy of the files of a server that is stopped.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Backup)
};

Result<QVariantMap> lookAtControl(ProbeContext &context)
{
    if (!isColdBackup(context.situation))
        return QVariantMap{};
    const BackupParts parts = BackupParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const auto run = [&](const QStringList &argv) {
        return runChecked(**host, {.argv = argv, .asUser = parts.owner}, context.deadline, context.stop);
    };
    const Result<CommandOutcome> printed =
        run({parts.binDirectory + QStringLiteral("/pg_controldata"), parts.dataDirectory});
    const Result<CommandOutcome> size =
        run({key("du"), key("-skx"), key("--"), parts.dataDirectory + QStringLiteral("/.")});
    const Result<QByteArray> version =
        (*host)->readFile(parts.dataDirectory + QStringLiteral("/PG_VERSION"), As{parts.owner}, context.deadline);
    const Result<QStringList> tablespaces =
        (*host)->entries(parts.dataDirectory + QStringLiteral("/pg_tblspc"), As{parts.owner}, context.deadline);
    if (!printed || !size || !version || !tablespaces)
        return !printed ? printed.error() : !size ? size.error() : !version ? version.error() : tablespaces.error();
    const std::optional<ControlData> control = parseControlData(printed->output);
    if (!control)
        return Error{.code = ErrorCode::Invalid,
                     .message =
                         Tr::tr("pg_controldata does not say how the server in %1 ended.").arg(parts.dataDirectory)};
    constexpr qint64 kilobyte = 1024;
    return QVariantMap{{key("system"), control->systemIdentifier},
                       {key("inOrder"), control->endedInOrder()},
                       {key("state"), control->state},
                       {key("lsn"), std::max(control->checkpoint, control->minimumRecoveryEnd).toString()},
                       {key("timeline"), control->timeline},
                       {key("major"), version->trimmed().toInt()},
                       {key("tablespaces"), static_cast<int>(tablespaces->size())},
                       {key("bytes"), size->output.split('\t').value(0).toLongLong() * kilobyte}};
}

Judgement judgeStopped(const Situation &situation, const Values &seen)
{
    if (!isColdBackup(situation))
        return ok(Tr::tr("It is copied as it runs."));
    const QString node = situation.argument(key("from"));
    if (situation.value(key("layout"), key("running")).toBool())
        return blocked(Tr::tr("%1 is running.").arg(node),
                       Tr::tr("Stop it first, or take a full backup while it runs."));
    if (!seen.value(key("inOrder")).toBool())
        return blocked(Tr::tr("%1 was not shut down in order (%2).").arg(node, seen.value(key("state")).toString()),
                       Tr::tr("Start it, so that it recovers, and stop it again."));
    if (seen.value(key("tablespaces")).toInt() > 0)
        return blocked(Tr::tr("%1 has tablespaces.").arg(node),
                       Tr::tr("Their files lie elsewhere: copy them by hand."));
    return ok(Tr::tr("%1 is stopped, and ended in order at %2.").arg(node, seen.value(key("lsn")).toString()));
}

/// Stopped still: pg_ctl says 3.
Observation isStopped(const BackupParts &parts)
{
    return {.text = Tr::tr("%1 is stopped").arg(parts.node),
            .look = CommandSucceeds{.hostId = parts.hostId,
                                    .command = {.argv = {parts.binDirectory + QStringLiteral("/pg_ctl"),
                                                         QStringLiteral("status"),
                                                         QStringLiteral("--pgdata=") + parts.dataDirectory},
                                                .asUser = parts.owner},
                                    .exitCodes = {3}},
            .timeout = Milliseconds{0}};
}

} // namespace

bool isColdBackup(const Situation &situation)
{
    return situation.argument(key("kind")) == QLatin1String("cold");
}

Check unlessCold(Check check)
{
    check.judge = [judge = check.judge](const Situation &situation) {
        return isColdBackup(situation) ? ok(Tr::tr("A cold copy does not need it.")) : judge(situation);
    };
    return check;
}

Probe controlProbe()
{
    return {.id = key("control"), .look = lookAtControl};
}

Check stoppedCheck()
{
    return factCheck(key("stopped"), Tr::tr("A cold copy is taken of a server at rest"),
                     Tr::tr("The files of a running server copied one after the other do not fit together."),
                     key("control"), judgeStopped);
}

QList<Action> coldCopy(const BackupParts &parts)
{
    // pg_wal may be a link to another disk: its files are copied, not the link.
    const QString script = QStringLiteral("set -e\n"
                                          "cp --archive --reflink=auto \"$1\" \"$2\"\n"
                                          "[ ! -L \"$2/pg_wal\" ] || { rm \"$2/pg_wal\"; cp --archive --dereference "
                                          "\"$1/pg_wal\" \"$2/pg_wal\"; }");
    return {{.text = Tr::tr("See that %1 is still stopped").arg(parts.node), .what = WaitFor{isStopped(parts)}},
            {.text = Tr::tr("Copy the files of %1").arg(parts.node),
             .what = RunCommand{.hostId = parts.hostId,
                                .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                     QStringLiteral("sh"), parts.dataDirectory, parts.copy()},
                                            .asUser = parts.owner}}}};
}

Action compareColdCopy(const BackupParts &parts)
{
    const QString script =
        QStringLiteral("set -e\n"
                       "cd \"$1\"\n"
                       "find -L . -type f -print0 | sort -z | xargs -0 sha256sum >\"$3\"\n"
                       "cd \"$2\"\n"
                       "sha256sum --quiet --check \"$3\"\n"
                       "rc=0; \"$4\" status --pgdata=\"$1\" >/dev/null || rc=$?\n"
                       "[ $rc -eq 3 ] || { echo \"the server was started meanwhile\" >&2; exit 1; }");
    return {.text = Tr::tr("Compare the copy with the files of %1, and keep their checksums").arg(parts.node),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                    QStringLiteral("sh"), parts.dataDirectory, parts.copy(),
                                                    parts.checksums(), parts.binDirectory + QStringLiteral("/pg_ctl")},
                                           .asUser = parts.owner}}};
}

} // namespace howdah::library
