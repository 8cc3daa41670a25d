#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/live_lab.h"
#include "tests/support/untitled_results.h"

#include <QTest>

namespace howdah::test {

/// An operation on a lab, from the request to the outcome, as the command line does it.
class LiveOperation
{
public:
    explicit LiveOperation(LiveLab &lab)
        : m_lab(lab)
    {
        environment.hosts = &lab.hosts();
        environment.registry = ClusterRegistry();
    }

    [[nodiscard]] Preparation prepared(const QString &operation, const Arguments &arguments = {}) const
    {
        const Result<Preparation> preparation =
            prepare(*findOperation(operation), m_lab.cluster(), arguments, environment);
        if (!preparation)
            QTest::qFail(qPrintable(preparation.error().full()), __FILE__, __LINE__);
        if (preparation && !untitledResults(*findOperation(operation), preparation->plan).isEmpty())
            QTest::qFail("A result has no title.", __FILE__, __LINE__);
        return preparation ? *preparation : Preparation{};
    }

    RunOutcome run(const QString &operation, const Arguments &arguments = {}, const EventHandler &events = {},
                   std::stop_token stop = {}) const
    {
        return run(prepared(operation, arguments), events, stop);
    }

    RunOutcome run(const Preparation &approved, const EventHandler &events = {}, std::stop_token stop = {}) const
    {
        return runOperation(*findOperation(approved.operation), approved, m_lab.cluster(), environment, events, stop);
    }

    /// What a check says, as "blocked: …"; empty when there is no such check.
    [[nodiscard]] static QString verdict(const Preparation &preparation, const QString &check)
    {
        for (const CheckResult &result : preparation.checks)
            if (result.id == check)
                return QStringList{QStringLiteral("ok"), QStringLiteral("warning"), QStringLiteral("blocked")}.at(
                           static_cast<int>(result.judgement.verdict)) +
                       QStringLiteral(": ") + result.judgement.observed;
        return {};
    }

    Environment environment;

private:
    LiveLab &m_lab;
};

inline QByteArray why(const RunOutcome &outcome)
{
    return operationStateName(outcome.state).toUtf8() +
           (outcome.error ? ": " + outcome.error->full().toUtf8() : QByteArray());
}

} // namespace howdah::test
