#pragma once

#include "tests/core/operations/situations.h"

#include <functional>

namespace howdah::test {

/// Rows that spoil one thing of a situation in which all is well, and what a check says then.
using Spoil = std::function<void(MadeSituation &)>;

inline QString at(const char *text)
{
    return QString::fromUtf8(text);
}

inline Spoil fact(const char *probe, const char *name, const QVariant &value)
{
    return [=](MadeSituation &made) { made.fact(at(probe), {{at(name), value}}); };
}

inline Spoil argument(const char *id, const char *value)
{
    return [=](MadeSituation &made) { made.situation.arguments.insert(at(id), at(value)); };
}

inline Spoil all(const QList<Spoil> &spoils)
{
    return [=](MadeSituation &made) {
        for (const Spoil &spoil : spoils)
            spoil(made);
    };
}

inline Spoil failing(const char *probe)
{
    return [=](MadeSituation &made) {
        made.fails(at(probe), {.code = ErrorCode::Unreachable, .message = at("It could not be looked at.")});
    };
}

struct DoubtRow
{
    const char *operation;
    const char *title;
    const char *check;
    Spoil spoil;
    const char *verdict;
};

inline void addDoubtRows(const QList<DoubtRow> &rows)
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("check");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("verdict");
    for (const DoubtRow &row : rows)
        QTest::addRow("%s: %s", row.operation, row.title)
            << at(row.operation) << at(row.check) << row.spoil << at(row.verdict);
}

/// `ready`: all is well for the operation that the row names.
inline void checkDoubt(const std::function<MadeSituation(const QString &)> &ready)
{
    QFETCH(QString, operation);
    QFETCH(QString, check);
    QFETCH(Spoil, spoil);
    QFETCH(QString, verdict);
    MadeSituation made = ready(operation);
    spoil(made);
    const Preparation preparation = made.decided(operation);
    QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
    if (verdict == at("blocked"))
        QCOMPARE(preparation.readiness, Readiness::NotReady);
    for (const CheckResult &result : preparation.checks) // whoever is refused is told what to do
        if (result.id == check && result.judgement.verdict != Verdict::Ok && result.judgement.remedy.isEmpty() &&
            !made.situation.facts.value(at("layout")).error)
            QFAIL("There is no remedy.");
}

} // namespace howdah::test
