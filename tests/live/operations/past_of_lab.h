#pragma once

#include "core/cluster/sampler.h"
#include "core/operations/time_machine.h"
#include "tests/live/operations/live_operation.h"

namespace howdah::test {

/// As the window and the command line look at it.
inline TimeMachine pastOf(LiveLab &lab, const Environment &environment)
{
    const ClusterDefinition cluster = lab.cluster();
    const ClusterSnapshotPtr snapshot = makeSnapshot(cluster, sampleAll(cluster, Milliseconds{5000}, {}, &lab.hosts()),
                                                     nullptr, QDateTime::currentDateTimeUtc());
    const Result<TimeMachine> machine = lookAtPast(*snapshot, environment, Deadline::after(Milliseconds{30000}), {});
    if (!machine)
        QTest::qFail(qPrintable(machine.error().full()), __FILE__, __LINE__);
    return machine ? *machine : TimeMachine{};
}

/// What a reading brought; changes of tables in words: "public.t +1000 ~0 -0", with an "x" when its file went.
struct Heard
{
    QStringList changes;
    WalReading reading;
};

inline Heard heardOf(const TimeMachine &machine, const Environment &environment)
{
    Heard heard;
    RelationNames names = relationNames(machine, environment, {});
    const auto take = [&](const CommittedTransaction &committed) {
        const NamedTransaction transaction = named(committed, names);
        for (const NamedChange &change : transaction.changes)
            if (!change.relation.isEmpty())
                heard.changes << QStringLiteral("%1 +%2 ~%3 -%4%5")
                                     .arg(change.relation)
                                     .arg(change.changes.inserted)
                                     .arg(change.changes.updated)
                                     .arg(change.changes.deleted)
                                     .arg(change.changes.dropped ? QStringLiteral(" x") : QString());
    };
    const Result<WalReading> reading =
        readWal(machine.wal, {}, {.committed = take, .progress = {}}, Deadline::never(), {});
    if (!reading)
        QTest::qFail(qPrintable(reading.error().full()), __FILE__, __LINE__);
    else
        heard.reading = *reading;
    return heard;
}

} // namespace howdah::test
