#pragma once

#include "core/operations/operation.h"

#include <algorithm>

namespace howdah::test {

inline bool hasResultTitle(const Operation &operation, const QString &name)
{
    const QStringList titled = operation.resultTitles.keys();
    return std::any_of(titled.begin(), titled.end(), [&name](const QString &known) {
        return known == name || known.startsWith(name + QLatin1Char('.'));
    });
}

inline void addResultNames(const QList<Action> &actions, QStringList &names)
{
    for (const Action &action : actions) {
        if (const auto *sql = std::get_if<RunSql>(&action.what))
            names << sql->resultName;
        if (const auto *command = std::get_if<RunCommand>(&action.what))
            names << command->resultName;
        if (const auto *saved = std::get_if<SaveTransactions>(&action.what))
            names << saved->resultName;
        if (const auto *rows = std::get_if<BringRows>(&action.what))
            names << rows->resultName;
        if (const auto *together = std::get_if<Together>(&action.what))
            for (const QList<Action> &lane : together->lanes)
                addResultNames(lane, names);
    }
}

/// Names under which a plan keeps something and for which its operation has no title.
inline QStringList untitledResults(const Operation &operation, const Plan &plan)
{
    QStringList names;
    for (const PlannedStep &step : plan.steps)
        addResultNames(step.actions, names);
    names.removeIf([&operation](const QString &name) { return name.isEmpty() || hasResultTitle(operation, name); });
    return names;
}

} // namespace howdah::test
