#pragma once

#include "core/cluster/sampler.h"
#include "core/hosts/server_layout.h"
#include "core/operations/backup_stock.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/live_lab.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <unistd.h>

namespace howdah::test {

/// A lab that archives, and what lies in its directory for backups.
class BackupsOfLab
{
public:
    explicit BackupsOfLab(LiveLab &lab)
        : m_lab(lab)
    {
        m_environment.hosts = &lab.hosts();
        m_environment.registry = ClusterRegistry();
    }

    ~BackupsOfLab()
    {
        if (m_inMemory && !asRoot(QStringLiteral("umount --lazy '%1'").arg(directory())))
            qWarning("%s is still mounted.", qPrintable(directory()));
    }
    BackupsOfLab(const BackupsOfLab &) = delete;
    BackupsOfLab &operator=(const BackupsOfLab &) = delete;

    [[nodiscard]] const Environment &environment() const { return m_environment; }
    RunOutcome perform(const char *operation, const Arguments &arguments) const
    {
        const Operation &declared = *findOperation(QString::fromLatin1(operation));
        const Result<Preparation> approved = prepare(declared, m_lab.cluster(), arguments, m_environment);
        if (!approved)
            QTest::qFail(qPrintable(approved.error().full()), __FILE__, __LINE__);
        return approved ? runOperation(declared, *approved, m_lab.cluster(), m_environment, {}, {}) : RunOutcome{};
    }
    [[nodiscard]] QString directory() const { return m_lab.lab().directory + QStringLiteral("/backups"); }
    [[nodiscard]] Host &host() const { return **m_lab.hosts().find(QStringLiteral("local")); }

    /// Backups lie in memory from now on, where root may mount it there: most of the time that they take a disk is
    /// waited for.
    void lieInMemory()
    {
        m_inMemory = asRoot(QStringLiteral("mkdir '%1' && mount -t tmpfs -o size=600m,mode=700,uid=$(id -u %2),gid=$(id"
                                           " -g %2) howdah-test '%1'")
                                .arg(directory(), owner()));
    }

    /// The id of a new one; empty when it could not be taken.
    QString take(const Arguments &arguments = {}) const
    {
        const RunOutcome outcome = perform("backup", arguments);
        if (outcome.state != OperationState::Done)
            QTest::qFail(outcome.error ? qPrintable(outcome.error->full()) : "not done", __FILE__, __LINE__);
        return outcome.entry.result.value(QLatin1String("directory")).toString().section(QLatin1Char('/'), -1);
    }
    RunOutcome run(const char *operation, const QString &backup, Arguments arguments = {}) const
    {
        arguments.insert(QStringLiteral("backup"), backup);
        return perform(operation, arguments);
    }

    [[nodiscard]] BackupStock stock() const
    {
        const ClusterDefinition cluster = m_lab.cluster();
        const ClusterSnapshotPtr snapshot =
            makeSnapshot(cluster, sampleAll(cluster, Milliseconds{10000}, {}, &m_lab.hosts()), nullptr,
                         QDateTime::currentDateTimeUtc());
        // There alone: other keepers on this machine are none of the lab's.
        return lookAtBackups(*snapshot, m_environment, Deadline::after(Milliseconds{60000}), {}, directory());
    }
    /// What lies there, without a look at anything else.
    [[nodiscard]] BackupCatalogue catalogue() const
    {
        const Result<BackupCatalogue> read =
            readCatalogue(host(), directory(), As{owner()}, Deadline::after(Milliseconds{60000}));
        if (!read)
            QTest::qFail(qPrintable(read.error().full()), __FILE__, __LINE__);
        return read ? *read : BackupCatalogue{};
    }

    /// Runs as the owner of the lab's files; its standard output.
    QString shell(const QString &script) const
    {
        const Result<CommandOutcome> outcome =
            runChecked(host(), {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script}, .asUser = owner()},
                       Deadline::after(Milliseconds{60000}));
        if (!outcome)
            QTest::qFail(qPrintable(outcome.error().full()), __FILE__, __LINE__);
        return outcome ? QString::fromUtf8(outcome->output).trimmed() : QString();
    }
    [[nodiscard]] QString owner() const { return layout(QStringLiteral("n1")).owner; }
    [[nodiscard]] ServerLayout layout(const QString &node) const
    {
        return findServerLayout(host(), m_lab.lab().directory + QLatin1Char('/') + node,
                                Deadline::after(Milliseconds{30000}))
            .valueOr(ServerLayout{});
    }
    /// The files of the cluster that lie in the directory of the lab, by name.
    [[nodiscard]] QStringList entries() const
    {
        return host().entries(m_lab.lab().directory, As{owner()}, Deadline::after(Milliseconds{30000})).valueOr({});
    }
    [[nodiscard]] static QStringList ids(const BackupStock &stock) { return ids(stock.all()); }
    [[nodiscard]] static QStringList ids(const QList<BaseBackup> &backups)
    {
        QStringList found;
        for (const BaseBackup &backup : backups)
            found << backup.id;
        return found;
    }

private:
    [[nodiscard]] bool asRoot(const QString &line) const
    {
        const Result<CommandOutcome> outcome = host().run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), line}},
                                                          Deadline::after(Milliseconds{60000}));
        return ::geteuid() == 0 && outcome && outcome->succeeded();
    }

    LiveLab &m_lab;
    Environment m_environment;
    bool m_inMemory = false;
};

} // namespace howdah::test
