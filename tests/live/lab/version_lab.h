#pragma once

#include "core/cluster/node_state.h"
#include "core/cluster/sampler.h"
#include "core/lab/lab.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "core/pg/connection.h"
#include "tests/support/live_server.h"
#include "tests/support/scratch.h"

#include <QTemporaryDir>
#include <QTest>

namespace howdah::test {

/// A lab of one PostgreSQL version with its record in a HOWDAH_HOME of its own, looked at and changed by Howdah's own
/// means. What goes wrong fails the test. Destroyed at the end.
class VersionLab
{
public:
    VersionLab() { qputenv("HOWDAH_HOME", m_home->path().toUtf8()); }
    ~VersionLab()
    {
        for (const Lab &left : labs.all().valueOr({}))
            if (const Result<void> destroyed = labs.destroy(left.name, soon()); !destroyed)
                qWarning("%s", said(destroyed).constData());
    }

    [[nodiscard]] static Deadline soon() { return Deadline::after(Milliseconds{60000}); }

    [[nodiscard]] Result<void> create(const QString &programs, int standbys)
    {
        LabRequest request;
        request.name = QStringLiteral("versions");
        request.standbys = standbys;
        request.binDirectory = programs;
        const Result<Lab> made = labs.create(request, soon());
        if (!made)
            return made.error();
        lab = *made;
        return {};
    }

    /// Samples every node now.
    const ClusterSnapshot &look()
    {
        const QList<NodeSamplePtr> samples = sampleAll(lab.cluster, Milliseconds{5000});
        snapshot = makeSnapshot(lab.cluster, samples, snapshot, QDateTime::currentDateTimeUtc());
        return *snapshot;
    }

    /// Looks until `condition()` holds; false after a generous while.
    template <typename Condition> [[nodiscard]] bool shows(Condition condition)
    {
        return QTest::qWaitFor(
            [&] {
                look();
                return condition();
            },
            30'000);
    }

    [[nodiscard]] const NodeState &node(const QString &name) const { return *snapshot->node(name); }
    [[nodiscard]] const NodeSample &sample(const QString &name) const { return *node(name).sample; }
    [[nodiscard]] const ConnInfo &connInfo(const QString &name) const { return lab.cluster.node(name)->connInfo; }

    /// Streams, has replayed all, and both ends say so.
    [[nodiscard]] bool isCaughtUp(const QString &name) const
    {
        const NodeState &state = node(name);
        return state.state == node_state::streaming && state.lag.replayBytes == 0 && state.sample->receiver &&
               state.sample->receiver->status == QLatin1String("streaming");
    }

    QString sql(const QString &name, const QString &text) const
    {
        Result<Connection> connection = Connection::open(connInfo(name), soon());
        const Result<ResultSet> answer = connection ? connection->query(text, {}, soon()) : connection.error();
        if (!answer)
            QTest::qFail(said(answer).constData(), __FILE__, __LINE__);
        return answer && answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
    }

    /// An operation as the window and the command line run it, from its checks to its end.
    void operate(
        const QString &id, const Arguments &arguments, const EventHandler &events = [](const OperationEvent &) {})
    {
        const Operation &operation = *findOperation(id);
        const Environment environment{.hosts = &hosts, .registry = ClusterRegistry(), .fillPassword = {}};
        const Result<Preparation> prepared = prepare(operation, lab.cluster, arguments, environment);
        QVERIFY2(prepared.ok(), said(prepared));
        QVERIFY2(prepared->readiness != Readiness::NotReady, qPrintable(prepared->sentence));
        const RunOutcome outcome = runOperation(operation, *prepared, lab.cluster, environment, events, {});
        QVERIFY2(outcome.state == OperationState::Done, qPrintable(outcome.error ? outcome.error->full() : QString()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home = scratchHome();

public:
    Hosts hosts;
    Labs labs{hosts};
    Lab lab;
    ClusterSnapshotPtr snapshot; ///< of the last look
};

} // namespace howdah::test
