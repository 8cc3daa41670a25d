#include "core/operations/library/poolers.h"
#include "core/base/key.h"
#include "core/operations/library/pooler_word.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Poolers)
};

constexpr Milliseconds pauseTimeout{10000}; ///< a transaction that takes longer is not waited for
constexpr Milliseconds consoleTimeout{10000};

QString quoted(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QList<Action> pause(const Pooler &pooler)
{
    QList<Action> actions;
    for (const QString &database : pooler.paused)
        actions << Action{.text = Tr::tr("Let clients of %1 on %2 wait").arg(database, pooler.console.node),
                          .what = RunSql{.server = pooler.console,
                                         .sql = QStringLiteral("PAUSE ") + quoted(database),
                                         .timeout = pauseTimeout}};
    return actions;
}

QList<Action> resume(const Pooler &pooler)
{
    QList<Action> actions;
    for (const QString &database : pooler.paused)
        actions << Action{.text = Tr::tr("Let clients of %1 on %2 go on").arg(database, pooler.console.node),
                          .what = RunSql{.server = pooler.console,
                                         .sql = QStringLiteral("RESUME ") + quoted(database),
                                         .timeout = consoleTimeout,
                                         .alreadySo = QStringLiteral("is not paused")}};
    return actions;
}

QList<Action> redirect(const Pooler &pooler, const QString &host, const QString &port)
{
    QList<Action> actions;
    for (const Pooler::Entries &entries : pooler.entries)
        actions << Action{.text = Tr::tr("Point %1 at %2:%3 in %4")
                                      .arg(entries.databases.join(QStringLiteral(", ")), host, port, entries.file),
                          .what =
                              PointPoolerAt{pooler.hostId, entries.file, pooler.owner, entries.databases, host, port}};
    actions << Action{.text = Tr::tr("Let %1 read its configuration").arg(pooler.console.node),
                      .what =
                          RunSql{.server = pooler.console, .sql = QStringLiteral("RELOAD"), .timeout = consoleTimeout}};
    for (const Pooler::Entries &entries : pooler.entries)
        for (const QString &database : entries.databases) {
            if (database == QLatin1String("*")) // not shown by that name
                continue;
            const Observation there{.text = Tr::tr("%1 has %2 at %3:%4").arg(pooler.console.node, database, host, port),
                                    .look =
                                        RowSays{pooler.console,
                                                QStringLiteral("SHOW DATABASES"),
                                                {{key("name"), database}, {key("host"), host}, {key("port"), port}}},
                                    .timeout = consoleTimeout,
                                    .interval = Milliseconds{2}};
            actions << Action{.text = Tr::tr("See %1 lead there").arg(database), .what = WaitFor{there}};
        }
    return actions + resume(pooler) + takeWordBack(pooler);
}

/// Also when this console is killed in between.
QList<Action> standGuard(const QList<Pooler> &poolers)
{
    StandGuard guard;
    for (const Pooler &pooler : poolers)
        for (const Action &action : resume(pooler))
            guard.commands << std::get<RunSql>(action.what);
    if (guard.commands.isEmpty())
        return {};
    return {{.text = Tr::tr("Stand by to let the clients go on, should this console end before its work is done"),
             .what = guard}};
}

/// Each PgBouncer in a lane of its own: one that does not answer must not keep the clients of another waiting.
QList<Action> atOnce(const QString &text, const QList<Pooler> &poolers,
                     const std::function<QList<Action>(const Pooler &)> &lane)
{
    QList<QList<Action>> lanes;
    for (const Pooler &pooler : poolers)
        lanes << lane(pooler);
    return lanes.isEmpty() ? QList<Action>() : QList<Action>{{.text = text, .what = Together{lanes}}};
}

} // namespace

ServerRef consoleRef(const QString &title, const QString &connInfo)
{
    return {.node = title, .connInfo = connInfo, .poolerConsole = true};
}

Pooler Pooler::fromValues(const QVariantMap &values, const QString &operationId)
{
    Pooler pooler{.console = consoleRef(values.value(key("title")).toString(), values.value(key("console")).toString()),
                  .hostId = values.value(key("hostId")).toString(),
                  .owner = values.value(key("owner")).toString(),
                  .paused = values.value(key("paused")).toStringList(),
                  .consoleThere = values.value(key("consoleThere")).toStringList(),
                  .word = QStringLiteral("/tmp/howdah-%1-%2").arg(operationId, values.value(key("port")).toString())};
    for (const QVariant &one : values.value(key("entries")).toList()) {
        const QVariantMap entry = one.toMap();
        pooler.entries << Entries{entry.value(key("file")).toString(), entry.value(key("host")).toString(),
                                  entry.value(key("port")).toString(), entry.value(key("databases")).toStringList()};
    }
    for (const QVariant &one : values.value(key("copies")).toList()) {
        const QVariantMap copy = one.toMap();
        pooler.copies << Copy{copy.value(key("file")).toString(),
                              copy.value(key("copy")).toString() + QStringLiteral(".before-") + operationId,
                              copy.value(key("user")).toString()};
    }
    return pooler;
}

QList<Pooler> poolersOf(const Situation &situation)
{
    QList<Pooler> poolers;
    for (const QVariant &one : situation.value(key("poolers"), key("list")).toList())
        poolers << Pooler::fromValues(one.toMap(), situation.operationId);
    return poolers;
}

QString clientsGoOn(const Situation &situation)
{
    QStringList names;
    for (const Pooler &pooler : poolersOf(situation))
        names << pooler.console.node;
    return names.isEmpty() ? QString()
                           : Tr::tr("The clients of %1 wait no longer; they get errors as long as it leads to no "
                                    "primary.")
                                 .arg(names.join(QStringLiteral(", ")));
}

Step keepPoolerFilesStep()
{
    return {.id = QStringLiteral("pooler-files"),
            .title = [](const Situation &) { return Tr::tr("Keep a copy of PgBouncer's configuration"); },
            .act =
                [](const Situation &situation) {
                    QList<Action> actions;
                    for (const Pooler &pooler : poolersOf(situation))
                        for (const Pooler::Copy &copy : pooler.copies)
                            actions << Action{
                                .text = Tr::tr("Copy %1 to %2").arg(copy.file, copy.path),
                                .what = RunCommand{.hostId = pooler.hostId,
                                                   .command = {.argv = {QStringLiteral("cp"), QStringLiteral("-p"),
                                                                        QStringLiteral("--"), copy.file, copy.path},
                                                               .asUser = copy.user},
                                                   .timeout = consoleTimeout}};
                    return actions;
                },
            .undo =
                [](const Situation &situation) {
                    QList<Action> actions;
                    for (const Pooler &pooler : poolersOf(situation))
                        for (const Pooler::Copy &copy : pooler.copies)
                            actions << Action{.text = Tr::tr("Remove the copy %1").arg(copy.path),
                                              .what = RemoveFile{pooler.hostId, copy.path, copy.user}};
                    return actions;
                }};
}

Step pausePoolersStep()
{
    return {.id = QStringLiteral("pause-poolers"),
            .title = [](const Situation &) { return Tr::tr("Let PgBouncer's clients wait"); },
            .act =
                [](const Situation &situation) {
                    const QList<Pooler> poolers = poolersOf(situation);
                    return standGuard(poolers) +
                           atOnce(Tr::tr("Pause what leads to the primary"), poolers,
                                  [](const Pooler &pooler) { return leaveWord(pooler) + pause(pooler); });
                },
            .undo =
                [](const Situation &situation) {
                    return atOnce(Tr::tr("Resume what leads to the primary"), poolersOf(situation),
                                  [](const Pooler &pooler) { return resume(pooler) + takeWordBack(pooler); });
                },
            .always = true,
            .passing = true,
            .standing = clientsGoOn};
}

Step redirectPoolersStep(const QString &candidateParam)
{
    return {.id = QStringLiteral("redirect-poolers"),
            .title =
                [candidateParam](const Situation &situation) {
                    return Tr::tr("Point PgBouncer at %1 and let its clients go on")
                        .arg(situation.argument(candidateParam));
                },
            .act =
                [candidateParam](const Situation &situation) {
                    const QString candidate = situation.argument(candidateParam);
                    const QVariantMap seen = situation.value(key("standbys"), candidate).toMap();
                    const QString host = seen.value(key("host")).toString();
                    const QString port = seen.value(key("port")).toString();
                    return atOnce(Tr::tr("Point what led to the old primary at %1").arg(candidate),
                                  poolersOf(situation),
                                  [&](const Pooler &pooler) { return redirect(pooler, host, port); });
                },
            .always = true,
            .standing = clientsGoOn};
}

} // namespace howdah::library
