#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/live_containers.h"
#include "tests/support/scratch.h"

#include <QTemporaryDir>
#include <QTest>

namespace howdah::test {

/// A cluster "boxes" in containers (primary pg1, standbys pg2 …), each server the first process of its own as the
/// official image runs it, in a network of their own, reached from here through ports published on loopback; and
/// operations on it. Their data directory is their volume, unless another is named, which lies below it. With a
/// HOWDAH_HOME of its own (set in the environment while it lives).
class ContainerCluster
{
public:
    explicit ContainerCluster(int standbys = 1, const QStringList &moreOptions = {},
                              const QString &dataDirectory = QStringLiteral("/var/lib/postgresql/data"))
        : containers(LiveContainers::make())
    {
        const QStringList options =
            moreOptions + QStringList{QStringLiteral("--env"), QStringLiteral("PGDATA=") + dataDirectory};
        qputenv("HOWDAH_HOME", m_home.path().toUtf8());
        environment.hosts = &m_hosts;
        environment.registry = ClusterRegistry();
        containers->runPrimary(node(1), options);
        for (int number = 2; number <= standbys + 1; ++number)
            containers->runStandby(node(number), node(1), options, dataDirectory);
        ClusterDefinition cluster{.name = QStringLiteral("boxes")};
        for (int number = 1; number <= standbys + 1; ++number)
            cluster.nodes << NodeDefinition{.name = node(number),
                                            .connInfo = containers->connInfo(node(number)),
                                            .hostId = containers->hostId(node(number)),
                                            .dataDirectory = dataDirectory};
        if (!environment.registry.add(cluster))
            QTest::qFail("The cluster cannot be put on record.", __FILE__, __LINE__);
    }
    ~ContainerCluster()
    {
        containers.reset();
        qunsetenv("HOWDAH_HOME");
    }
    Q_DISABLE_COPY_MOVE(ContainerCluster)

    [[nodiscard]] static QString node(int number) { return QStringLiteral("pg%1").arg(number); }
    [[nodiscard]] ClusterDefinition cluster() const
    {
        return environment.registry.find(QStringLiteral("boxes")).valueOr({});
    }
    [[nodiscard]] Hosts &hosts() { return m_hosts; }

    [[nodiscard]] Preparation prepared(const QString &operation, const Arguments &arguments = {}) const
    {
        const Result<Preparation> preparation = prepare(*findOperation(operation), cluster(), arguments, environment);
        if (!preparation)
            QTest::qFail(qPrintable(preparation.error().full()), __FILE__, __LINE__);
        return preparation ? *preparation : Preparation{};
    }
    RunOutcome run(const Preparation &approved, const EventHandler &events = {}, std::stop_token stop = {}) const
    {
        RunOutcome outcome =
            runOperation(*findOperation(approved.operation), approved, cluster(), environment, events, stop);
        for (const JournalStep &step : outcome.entry.steps)
            qInfo("  %s %lld ms", qPrintable(step.id), step.ms);
        return outcome;
    }
    /// From the request to the end; the test fails when it is refused or does not succeed.
    void carryOut(const QString &operation, const Arguments &arguments = {}) const
    {
        const Preparation approved = prepared(operation, arguments);
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(refusals(approved)));
        const RunOutcome outcome = run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    }

    /// Containers and volumes that operations on this cluster made.
    [[nodiscard]] QString made() const
    {
        const QString prefix = containers->container({});
        const auto ofThisTest = [&](const QStringList &words) {
            QStringList found;
            for (const QString &line : containers->podman(words).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                if (line.startsWith(prefix) && !line.section(QLatin1Char(' '), 1).isEmpty())
                    found << line;
            return found.join(QLatin1Char(' '));
        };
        const QString every = QStringLiteral("{{.%1}} {{.Labels}}");
        const QString label = QStringLiteral("label=io.howdah.operation");
        return ofThisTest({QStringLiteral("ps"), QStringLiteral("--all"), QStringLiteral("--filter"), label,
                           QStringLiteral("--format"), every.arg(QLatin1String("Names"))}) +
               ofThisTest({QStringLiteral("volume"), QStringLiteral("ls"), QStringLiteral("--filter"), label,
                           QStringLiteral("--format"), every.arg(QLatin1String("Name"))});
    }
    [[nodiscard]] QString volumeOf(const QString &name) const
    {
        return containers->container(name) + QStringLiteral("-data");
    }
    /// A clone, so that the next row finds what this one did.
    void takeAway(const QString &name, const QString &upstream) const
    {
        containers->remove(name);
        containers->podman({QStringLiteral("volume"), QStringLiteral("rm"), QStringLiteral("--force"), volumeOf(name)});
        const QString slot = QStringLiteral("FROM pg_replication_slots WHERE slot_name = 'howdah_%1'").arg(name);
        QTRY_COMPARE_WITH_TIMEOUT(containers->sql(upstream, QStringLiteral("SELECT count(*) %1 AND active").arg(slot)),
                                  QStringLiteral("0"), 30000);
        containers->sql(upstream, QStringLiteral("SELECT pg_drop_replication_slot(slot_name) ") + slot);
        ClusterDefinition known = cluster();
        known.nodes.removeIf([&name](const NodeDefinition &node) { return node.name == name; });
        QVERIFY(ClusterRegistry().replace(known));
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
    [[nodiscard]] static QString refusals(const Preparation &preparation)
    {
        QStringList lines{preparation.sentence};
        for (auto objection = preparation.objections.cbegin(); objection != preparation.objections.cend(); ++objection)
            lines << objection.key() + QStringLiteral(": ") + objection.value();
        for (const CheckResult &check : preparation.checks)
            if (check.judgement.verdict != Verdict::Ok)
                lines << check.id + QStringLiteral(": ") + check.judgement.observed;
        return lines.join(QLatin1Char('\n'));
    }
    [[nodiscard]] static QByteArray why(const RunOutcome &outcome)
    {
        return operationStateName(outcome.state).toUtf8() +
               (outcome.error ? ": " + outcome.error->full().toUtf8() : QByteArray());
    }

    std::unique_ptr<LiveContainers> containers;
    Environment environment;

private:
    QTemporaryDir m_home{scratch(QStringLiteral("home"))};
    Hosts m_hosts;
};

} // namespace howdah::test
