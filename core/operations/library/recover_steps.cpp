#include "core/backup/archive_command.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

constexpr int scriptMode = 0755;

Step restoreStep()
{
    return {
        .id = QStringLiteral("restore"),
        .title = [](const Situation &) { return Tr::tr("Restore the backup beside the live server"); },
        .act = [](const Situation &situation) -> QList<Action> {
            const RecoverParts parts = RecoverParts::of(situation);
            return QList<Action>{{.text = Tr::tr("Make the directory %1").arg(parts.place),
                                  .what = MakeMarkedDirectory{parts.hostId, parts.place, parts.owner, parts.marker}}} +
                   restoreAndVerify(parts) +
                   QList<Action>{{.text = Tr::tr("Note that the copy is whole"),
                                  .what = WriteFile{parts.hostId, parts.copied(), parts.owner, parts.marker.toUtf8()}}};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RecoverParts parts = RecoverParts::of(situation);
            return {{.text = Tr::tr("Remove %1 and the copy in it").arg(parts.place),
                     .what = RemoveMarkedDirectory{parts.hostId, parts.place, parts.owner, parts.marker}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RecoverParts parts = RecoverParts::of(situation);
            return {{.text = Tr::tr("the copy is whole"), .look = PathIs{parts.hostId, parts.copied(), parts.owner}}};
        }};
}

Step configureStep()
{
    return {
        .id = QStringLiteral("configure"),
        .title = [](const Situation &) { return Tr::tr("Set where it stops, and that it harms no other server"); },
        .act = [](const Situation &situation) -> QList<Action> {
            const RecoverParts parts = RecoverParts::of(situation);
            const QString conf = parts.data() + QStringLiteral("/postgresql.conf");
            const QString autoConf = parts.data() + QStringLiteral("/postgresql.auto.conf");
            const auto write = [&parts](const QString &text, const QString &path, const QByteArray &content, int mode) {
                return Action{.text = text, .what = WriteFile{parts.hostId, path, parts.owner, content, mode}};
            };
            return {
                write(Tr::tr("Write the script that fetches WAL from the archive"), parts.restoreScript(),
                      restoreScript(), scriptMode),
                write(Tr::tr("Write the script that looks at what was fetched"), parts.fetchScript(),
                      fetchScript(parts), scriptMode),
                write(Tr::tr("Admit this machine only"), parts.data() + QStringLiteral("/howdah_hba.conf"),
                      parts.clientAuthentication, 0600),
                {.text = Tr::tr("Make a postgresql.conf, where the backup brought none"),
                 .what = RunCommand{.hostId = parts.hostId,
                                    .command = {.argv = {QStringLiteral("touch"), conf,
                                                         parts.data() + QStringLiteral("/pg_ident.conf")},
                                                .asUser = parts.owner}}},
                {.text = Tr::tr("Take out the recovery targets that came with it"),
                 // A data_directory in that file wins over pg_ctl's: the live server's files would be opened.
                 .what =
                     RunCommand{
                         .hostId = parts.hostId,
                         .command = {.argv = {QStringLiteral("sed"), QStringLiteral("--in-place"), QStringLiteral("-e"),
                                              QStringLiteral("/^[[:space:]]*recovery_target/Id"), QStringLiteral("-e"),
                                              QStringLiteral("/^[[:space:]]*data_directory/Id"), QStringLiteral("-e"),
                                              // What an earlier try has added.
                                              QStringLiteral("/^# Written by Howdah, operation %1$/,$d")
                                                  .arg(parts.operationId),
                                              conf, autoConf},
                                     .asUser = parts.owner}}},
                {.text = Tr::tr("Add its own settings to postgresql.auto.conf"),
                 .what = AppendFile{parts.hostId, autoConf, parts.owner, parts.settings}},
                {.text = Tr::tr("Make it no standby"),
                 .what = RemoveFile{parts.hostId, parts.data() + QStringLiteral("/standby.signal"), parts.owner}},
                write(Tr::tr("Order a recovery (recovery.signal)"), parts.data() + QStringLiteral("/recovery.signal"),
                      parts.marker.toUtf8(), 0600),
                write(Tr::tr("Note that it is configured"), parts.configured(), parts.marker.toUtf8(), 0600)};
        },
        // Not by recovery.signal: that goes when recovery has come to its end.
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RecoverParts parts = RecoverParts::of(situation);
            return {
                {.text = Tr::tr("recovery is ordered"), .look = PathIs{parts.hostId, parts.configured(), parts.owner}}};
        }};
}

Step recoverStep()
{
    return {.id = QStringLiteral("recover"),
            .title =
                [](const Situation &situation) {
                    const Result<RecoveryTarget> target = recoveryTargetOf(situation.arguments);
                    return Tr::tr("Recover to %1").arg(target ? saidOf(*target) : QString());
                },
            .act = [](const Situation &situation) -> QList<Action> {
                return {startAndRecover(RecoverParts::of(situation))};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RecoverParts parts = RecoverParts::of(situation);
                return parts.serverPlace.stopSurely(Milliseconds{60000}) + QList<Action>{stopFetching(parts)};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RecoverParts parts = RecoverParts::of(situation);
                return {{.text = Tr::tr("it takes writes, and is of the same system"),
                         .look = SqlSays{
                             .server = parts.server,
                             .sql = QStringLiteral("SELECT NOT pg_is_in_recovery() AND system_identifier::text = $1"
                                                   " AND NOT EXISTS (SELECT FROM pg_settings"
                                                   " WHERE name = 'data_directory' AND setting <> $2)"
                                                   " AND current_setting('archive_mode') = 'off'"
                                                   " FROM pg_control_system()"),
                             .parameters = {situation.snapshot->systemIdentifier, parts.data()},
                             .expected = QStringLiteral("t")}}};
            }};
}

Step reportStep()
{
    const auto keep = [](const RecoverParts &parts, const QString &text, const QString &sql,
                         const QList<SqlParameter> &parameters, const char *name) {
        // What the role may not see is no reason to throw the copy away.
        return Action{.text = text,
                      .what = RunSql{.server = parts.server,
                                     .sql = sql,
                                     .parameters = parameters,
                                     .resultName = QString::fromLatin1(name),
                                     .alreadySo = QStringLiteral("permission denied")}};
    };
    return {.id = QStringLiteral("report"),
            .title = [](const Situation &) { return Tr::tr("See where it stopped"); },
            .act = [keep](const Situation &situation) -> QList<Action> {
                const RecoverParts parts = RecoverParts::of(situation);
                return {
                    keep(parts, Tr::tr("Read where recovery stopped"),
                         QStringLiteral("SELECT coalesce(substring(pg_read_file($1) FROM"
                                        " '.*(recovery stopping [^\\n]*)'), 'the end of the archive')"),
                         {parts.serverPlace.logFile}, "stoppedAt"),
                    keep(parts, Tr::tr("Read its timeline"),
                         QStringLiteral("SELECT ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int"),
                         {}, "timeline"),
                    keep(parts, Tr::tr("Note how to connect"), QStringLiteral("SELECT $1::text"),
                         {parts.server.connInfo}, "conninfo"),
                    keep(parts, Tr::tr("Note where it lies"), QStringLiteral("SELECT $1::text"), {parts.place},
                         "directory")};
            }};
}

} // namespace

QList<Step> recoverSteps()
{
    return {restoreStep(), configureStep(), recoverStep(), reportStep()};
}

} // namespace howdah::library
