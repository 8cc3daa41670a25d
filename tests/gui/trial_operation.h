#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/operation.h"

#include <QDir>
#include <QTemporaryDir>

#include <atomic>

/// An operation declared for tests: every kind of parameter, harmless commands on this machine, and a mood that decides
/// how it goes.
namespace howdah::trial {

struct Mood
{
    std::atomic<bool> blocked = false, warned = false;
    std::atomic<bool> failing = false; ///< the third step fails
    std::atomic<bool> slow = false;    ///< the second step takes half a minute
    std::atomic<int> generation = 1;   ///< part of the plan: another number is another plan
};
inline Mood mood;

inline void calm()
{
    mood.blocked = mood.warned = mood.failing = mood.slow = false;
    mood.generation = 1;
}

inline QString root()
{
    static const QTemporaryDir directory;
    return directory.path();
}

inline QString target(const Situation &situation)
{
    return situation.argument(QStringLiteral("target-directory"));
}

inline QList<Param> params()
{
    using Kind = Param::Kind;
    return {
        {.id = QStringLiteral("name"),
         .title = QStringLiteral("Name of the new standby"),
         .help = QStringLiteral("How it is called in Howdah and, as application_name, on its upstream."),
         .objection =
             [](const QString &value, const Situation &situation) {
                 return situation.node(value)
                            ? QStringLiteral("There is a node called “%1” already; choose another name.").arg(value)
                            : QString();
             }},
        {.id = QStringLiteral("from"),
         .title = QStringLiteral("Copy from"),
         .help = QStringLiteral("A standby spares the primary the reading."),
         .kind = Kind::Node,
         .suggest =
             [](const Situation &situation) {
                 return situation.snapshot->nodes.isEmpty() ? QString() : situation.snapshot->nodes.first().name();
             }},
        {.id = QStringLiteral("target-directory"),
         .title = QStringLiteral("Data directory"),
         .help = QStringLiteral("It must be empty or not be there yet."),
         .kind = Kind::Path,
         .suggest =
             [](const Situation &situation) {
                 const QString name = situation.argument(QStringLiteral("name"));
                 return name.isEmpty() || name.contains(u'/') ? QString() : root() + u'/' + name;
             }},
        {.id = QStringLiteral("port"),
         .title = QStringLiteral("Port"),
         .help = QStringLiteral("A free one on this machine."),
         .kind = Kind::Port,
         .suggest =
             [](const Situation &situation) {
                 return situation.value(QStringLiteral("port"), QStringLiteral("free")).toString();
             }},
        {.id = QStringLiteral("max-rate"),
         .title = QStringLiteral("Highest rate"),
         .help = QStringLiteral("Keeps the network free for others."),
         .kind = Kind::Rate,
         .required = false,
         .advanced = true},
        {.id = QStringLiteral("patience"),
         .title = QStringLiteral("Wait at most"),
         .kind = Kind::Duration,
         .required = false,
         .advanced = true},
        {.id = QStringLiteral("checkpoint"),
         .title = QStringLiteral("Checkpoint"),
         .help = QStringLiteral("A fast one begins at once and costs I/O."),
         .kind = Kind::Choice,
         .advanced = true,
         .options = {{QStringLiteral("fast"), QStringLiteral("Fast")},
                     {QStringLiteral("spread"), QStringLiteral("Spread")}},
         .suggest = [](const Situation &) { return QStringLiteral("fast"); }},
        {.id = QStringLiteral("slot"),
         .title = QStringLiteral("Use a replication slot"),
         .help = QStringLiteral("Its upstream keeps WAL until the standby has it."),
         .kind = Kind::Boolean,
         .advanced = true,
         .suggest = [](const Situation &) { return QStringLiteral("true"); }},
    };
}

inline QList<Check> checks()
{
    return {
        {.id = QStringLiteral("space"),
         .title = QStringLiteral("There is room for the copy"),
         .why = QStringLiteral("A full disk stops the copy half-way and may stop other servers on it."),
         .judge =
             [](const Situation &situation) {
                 return Judgement{.observed = QStringLiteral("12 GB free, 3.4 GB needed in %1").arg(target(situation))};
             }},
        {.id = QStringLiteral("senders"),
         .title = QStringLiteral("A WAL sender is free"),
         .why = QStringLiteral("The copy needs one for the files and one for the WAL."),
         .judge =
             [](const Situation &situation) {
                 Judgement judgement{.observed = QStringLiteral("8 of 10 are free")};
                 judgement.observedAt = situation.now.addSecs(-2);
                 return judgement;
             }},
        {.id = QStringLiteral("load"),
         .title = QStringLiteral("The source is not busy"),
         .why = QStringLiteral("A base backup reads every file once; on a busy server that is felt by its users."),
         .judge =
             [](const Situation &) {
                 if (!mood.warned)
                     return Judgement{.observed = QStringLiteral("3 of 100 connections are in use")};
                 return Judgement{.verdict = Verdict::Warning,
                                  .observed = QStringLiteral("91 of 100 connections are in use"),
                                  .remedy = QStringLiteral("Copy from a standby instead, or set a highest rate."),
                                  .remedyOperation = QStringLiteral("trial"),
                                  .remedyArguments = {{QStringLiteral("name"), QStringLiteral("mended")}}};
             }},
        {.id = QStringLiteral("wal-level"),
         .title = QStringLiteral("wal_level allows standbys"),
         .why = QStringLiteral("With minimal WAL a standby has nothing to replay."),
         .judge =
             [](const Situation &) {
                 if (!mood.blocked)
                     return Judgement{.observed = QStringLiteral("wal_level is replica")};
                 return Judgement{.verdict = Verdict::Blocked,
                                  .observed = QStringLiteral("wal_level is minimal"),
                                  .remedy = QStringLiteral("Set wal_level to replica on the primary and restart it.")};
             }},
    };
}

inline Action command(const QString &text, const QStringList &argv)
{
    return {text, RunCommand{.hostId = QStringLiteral("local"), .command = {.argv = argv}}};
}

inline QList<Step> steps()
{
    const QString local = QStringLiteral("local");
    return {
        {.id = QStringLiteral("directory"),
         .title = [](const Situation &) { return QStringLiteral("Make the data directory"); },
         .act = [local](const Situation &situation) -> QList<Action> {
             return {
                 {QStringLiteral("Make the directory %1 and mark it as made by this operation").arg(target(situation)),
                  MakeMarkedDirectory{local, target(situation), {}, situation.operationId}}};
         },
         .undo = [local](const Situation &situation) -> QList<Action> {
             return {{QStringLiteral("Remove %1, which this operation made").arg(target(situation)),
                      RemoveMarkedDirectory{local, target(situation), {}, situation.operationId}}};
         },
         .verify = [local](const Situation &situation) -> QList<Observation> {
             return {{.text = QStringLiteral("the directory %1 is there").arg(target(situation)),
                      .look = PathIs{local, target(situation), {}}}};
         }},
        {.id = QStringLiteral("copy"),
         .title =
             [](const Situation &situation) {
                 return QStringLiteral("Copy the files from %1").arg(situation.argument(QStringLiteral("from")));
             },
         .act = [](const Situation &) -> QList<Action> {
             return {command(QStringLiteral("Copy the files"),
                             {QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                              QStringLiteral("echo 'waiting for checkpoint'; echo 'copying' >&2; sleep \"$1\""),
                              QStringLiteral("copy"), mood.slow ? QStringLiteral("30") : QStringLiteral("0.2")})};
         }},
        {.id = QStringLiteral("settings"),
         .title = [](const Situation &) { return QStringLiteral("Write the standby's settings"); },
         .act = [local](const Situation &situation) -> QList<Action> {
             QList<Action> actions{
                 {QStringLiteral("Write standby.conf"), WriteFile{local,
                                                                  target(situation) + QStringLiteral("/standby.conf"),
                                                                  {},
                                                                  "primary_slot_name = 'howdah_n4'\ngeneration = " +
                                                                      QByteArray::number(mood.generation) + '\n'}}};
             if (mood.failing)
                 actions.append(
                     command(QStringLiteral("Start the server"),
                             {QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                              QStringLiteral("echo 'FATAL: could not bind <b>address</b> & more' >&2; exit 3")}));
             return actions;
         },
         .verify = [local](const Situation &situation) -> QList<Observation> {
             return {{.text = QStringLiteral("the settings are in place"),
                      .look = PathIs{local, target(situation) + QStringLiteral("/standby.conf"), {}}}};
         }},
    };
}

inline Operation operation()
{
    return {
        .id = QStringLiteral("trial"),
        .title = QStringLiteral("Clone a standby"),
        .summary = QStringLiteral("Copies a running node and lets the copy follow it."),
        .icon = QStringLiteral("clone"),
        .params = params(),
        .probes = {{.id = QStringLiteral("port"),
                    .look = [](ProbeContext &) -> Result<QVariantMap> {
                        return QVariantMap{{QStringLiteral("free"), QStringLiteral("5436")}};
                    }}},
        .checks = checks(),
        .steps = steps(),
        .consequences =
            [](const Situation &situation) {
                return QStringList{
                    QStringLiteral("A new server, %1, runs on this machine on port %2.")
                        .arg(situation.argument(QStringLiteral("name")), situation.argument(QStringLiteral("port"))),
                    QStringLiteral("%1 keeps WAL for it in the slot “howdah_n4”, also while it is down.")
                        .arg(situation.argument(QStringLiteral("from"))),
                    QStringLiteral("Nothing else is changed, and nobody is disconnected.")};
            },
        .readySentence =
            [](const Situation &situation) {
                return QStringLiteral("%1 will stream from %2 in about 40 s.")
                    .arg(situation.argument(QStringLiteral("name")), situation.argument(QStringLiteral("from")));
            },
        .next =
            [](const Situation &) {
                return QStringList{QStringLiteral("Watch its lag on the Overview page."),
                                   QStringLiteral("Make it synchronous on the Replication page.")};
            },
    };
}

/// The same, but a word must be typed first.
inline Operation destructive()
{
    Operation made = operation();
    made.id = QStringLiteral("trial-destructive");
    made.title = QStringLiteral("Fail over");
    made.destructive = true;
    made.confirmWord = [](const Situation &situation) { return situation.argument(QStringLiteral("name")); };
    made.steps[1].pointOfNoReturn = true;
    return made;
}

} // namespace howdah::trial

// The test's own catalogue: defined here, the library's is never linked in.
namespace howdah {

const QList<Operation> &operationCatalogue()
{
    static const QList<Operation> catalogue{trial::operation(), trial::destructive()};
    return catalogue;
}

const Operation *findOperation(const QString &id)
{
    for (const Operation &operation : operationCatalogue()) {
        if (operation.id == id)
            return &operation;
    }
    return nullptr;
}

} // namespace howdah
