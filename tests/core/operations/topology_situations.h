#pragma once

#include "tests/core/operations/situations.h"

namespace howdah::test {

inline QString at(const char *name)
{
    return QString::fromLatin1(name);
}

/// What a settings probe says of one setting of one node, in order unless `changed` says otherwise.
inline QVariantMap settingFact(const QString &node, const QString &name, const QString &setting,
                               const QVariantMap &changed = {})
{
    QVariantMap one{{at("name"), name}, {at("setting"), setting}, {at("mayAlter"), true}};
    QVariantMap server{{at("mayReload"), true}, {at("mayAlterSystem"), true}, {at("fileErrors"), QString()}};
    for (auto value = changed.cbegin(); value != changed.cend(); ++value)
        (value.key() == at("source") || value.key() == at("mayAlter") || value.key() == at("written") ? one : server)
            .insert(value.key(), value.value());
    server.insert(at("settings"), QVariantMap{{name, one}});
    return {{node, server}};
}

inline QVariantMap memberFact(const char *name, bool streams = true, qint64 behind = 0)
{
    return {{at("name"), at(name)}, {at("streams"), streams}, {at("behind"), behind}};
}

/// n1 waits for `names`; n2 and n3 stream from it.
inline void waitsFor(MadeSituation &made, const char *names, const QVariantMap &changed = {})
{
    for (const int node : {1, 2}) {
        NodeState &standby = made.snapshot.nodes[node];
        standby.sender = WalSenderSample{.applicationName = standby.name(), .clientAddress = at("127.0.0.1")};
    }
    made.fact(at("synchronous"), {{at("inRecovery"), false},
                                  {at("commit"), at("on")},
                                  {at("waiting"), 0},
                                  {at("members"), QVariantList{memberFact("n2"), memberFact("n3")}}});
    made.fact(at("synchronous-setting"), settingFact(at("n1"), at("synchronous_standby_names"), at(names), changed));
    made.fact(at("managers"), {{at("found"), QStringList()}});
}

/// Every value of every check of a preparation that is ready must have been said, and why it matters.
inline bool saysEverything(const Preparation &preparation)
{
    return std::all_of(preparation.checks.begin(), preparation.checks.end(), [](const CheckResult &check) {
        return !check.judgement.observed.isEmpty() && !check.why.isEmpty() && !check.title.isEmpty();
    });
}

inline QString stepsOf(const Preparation &preparation)
{
    QStringList steps;
    for (const PlannedStep &step : preparation.plan.steps)
        steps << step.id;
    return steps.join(QLatin1Char(' '));
}

/// The SQL of a list of actions, one statement a line.
inline QString sqlOf(const QList<Action> &actions)
{
    QStringList statements;
    for (const Action &action : actions)
        if (const auto *sql = std::get_if<RunSql>(&action.what))
            statements << sql->sql;
    return statements.join(QLatin1Char('\n'));
}

} // namespace howdah::test
