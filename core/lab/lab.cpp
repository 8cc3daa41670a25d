#include "core/lab/lab.h"

#include "core/lab/lab_containers.h"
#include "core/lab/lab_creation.h"
#include "core/lab/lab_disk.h"
#include "core/lab/lab_record.h"
#include "core/lab/lab_servers.h"
#include "core/lab/lab_surroundings.h"
#include "core/lab/workload_process.h"
#include "core/operations/action.h"

#include <QCoreApplication>

#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Labs)
};

/// The nodes as the registry has them now: operations add and remove some.
LabRecord refreshed(LabRecord record)
{
    const Result<ClusterDefinition> registered = ClusterRegistry().find(record.lab.name);
    if (record.lab.complete && registered && registered->labDirectory == record.lab.directory)
        record.lab.cluster = *registered;
    return record;
}

Result<LabRecord> findComplete(const QString &name)
{
    const Result<LabRecord> record = lab_records::find(name);
    if (!record)
        return record.error();
    if (!record->lab.complete)
        return Error{ErrorCode::NotReady,
                     Tr::tr("The creation of the lab \"%1\" did not come to its end.").arg(name),
                     {},
                     Tr::tr("Destroy it, then create it again."),
                     {}};
    return refreshed(*record);
}

Error nameTaken(const QString &name)
{
    return Error{ErrorCode::AlreadyExists,
                 Tr::tr("There is a cluster named \"%1\" already.").arg(name),
                 {},
                 Tr::tr("Choose another name for the lab."),
                 {}};
}

/// The fault "seize-archive" gives the archive's directory to root, and a learner may have moved it aside since: the
/// lab's own user could not empty it. From directory to directory: a path could be led elsewhere meanwhile, as root.
/// Where this does not help, the removal says what cannot be removed.
void giveBackWhatRootSeized(Host &host, const Lab &lab, const Deadline &deadline)
{
    if (!lab.archive || ::geteuid() != 0)
        return;
    [[maybe_unused]] const Result<CommandOutcome> given =
        host.run({.argv = {QStringLiteral("find"), lab.directory, QStringLiteral("-xdev"), QStringLiteral("-type"),
                           QStringLiteral("d"), QStringLiteral("-user"), QStringLiteral("root"),
                           QStringLiteral("-execdir"), QStringLiteral("chown"), QStringLiteral("--no-dereference"),
                           lab.systemUser + QLatin1Char(':'), QStringLiteral("{}"), QStringLiteral("+")}},
                 deadline);
}

/// Ends and removes all that a lab's creation made. Its record goes last, so that it can be done again when cut short.
Result<void> removeEverything(Hosts &hosts, LabRecord record, const Deadline &deadline, std::stop_token stop)
{
    const auto host = hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    const Lab &lab = record.lab;
    workload_process::end(record, deadline);
    if (const Result<void> taken = lab_surroundings::removeSchedules(**host, lab, deadline); !taken)
        return taken;
    if (const Result<void> ended = lab_surroundings::endManagers(lab, deadline, stop); !ended)
        return ended;
    if (const Result<void> ended = LabServers(hosts, lab).endAll(deadline, stop); !ended)
        return ended;
    if (lab.kit.isThere())
        if (const Result<void> removed = LabContainers(hosts, lab).removeAll(record.marker, deadline); !removed)
            return removed;
    if (const Result<void> unmounted = lab_disk::unmountAll(**host, lab, deadline); !unmounted)
        return unmounted;
    giveBackWhatRootSeized(**host, lab, deadline);
    const Result<void> removed = (*host)->removeMarkedTree(lab.directory, QString::fromLatin1(markerFileName),
                                                           record.marker.toUtf8(), {lab.systemUser}, deadline);
    if (!removed)
        return removed;
    ClusterRegistry registry;
    const Result<ClusterDefinition> registered = registry.find(lab.name);
    if (registered && registered->labDirectory == lab.directory)
        if (const Result<void> forgotten = registry.remove(lab.name); !forgotten)
            return forgotten;
    return lab_records::remove(lab.name);
}

/// Failing after this leaves a record of what is to be removed.
Result<void> makeAndRegister(Hosts &hosts, LabCreation &creation, LabRecord &record, const Deadline &deadline)
{
    if (const Result<void> made = creation.make(record); !made)
        return made;
    ClusterRegistry registry;
    if (const Result<void> registered = registry.add(record.lab.cluster); !registered)
        return registered;
    if (record.lab.workloadPerSecond > 0) {
        const auto host = hosts.find(QStringLiteral("local"));
        // The workload looks its lab up, so the lab must be whole on file first.
        if (const Result<void> saved = lab_records::save(record); !saved)
            return saved;
        if (const Result<void> started = host ? workload_process::start(**host, record, deadline) : host.error();
            !started)
            return started;
    }
    return lab_records::save(record);
}

} // namespace

Labs::Labs(Hosts &hosts)
    : m_hosts(hosts)
{
}

Result<Lab> Labs::create(const LabRequest &request, const Deadline &deadline, std::stop_token stop,
                         const LabProgress &progress)
{
    if (const Result<void> valid = checkName(request.name); !valid)
        return valid.error();
    if (request.workloadPerSecond > 0)
        if (const Result<QString> howdahctl = workload_process::program(); !howdahctl)
            return howdahctl.error();
    const auto lock = lab_records::lock(request.name);
    if (!lock)
        return lock.error();
    if (ClusterRegistry().find(request.name) && !lab_records::find(request.name))
        return nameTaken(request.name);
    Result<LabPlan> plan = planLab(m_hosts, request, deadline);
    if (!plan)
        return plan.error();
    LabRecord record = plan->record;
    if (const Result<void> claimed = lab_records::claim(record); !claimed)
        return claimed.error();
    LabCreation creation(m_hosts, std::move(*plan), deadline, stop, progress);
    const Result<void> made = makeAndRegister(m_hosts, creation, record, deadline);
    if (made)
        return record.lab;
    const Result<void> removed = removeEverything(m_hosts, record, Deadline::after(Milliseconds{30000}), {});
    Error error = made.error();
    if (!removed)
        error.detail += Tr::tr("\nWhat was made so far could not be removed: %1").arg(removed.error().message);
    return error;
}

Result<void> Labs::start(const QString &name, const Deadline &deadline, std::stop_token stop)
{
    const auto lock = lab_records::lock(name);
    if (!lock)
        return lock.error();
    Result<LabRecord> record = findComplete(name);
    if (!record)
        return record.error();
    if (!lab_disk::allMounted(record->lab))
        return Error{ErrorCode::NotFound,
                     Tr::tr("The file systems of the lab \"%1\" are gone: they were in memory, and the machine was "
                            "restarted.")
                         .arg(name),
                     {},
                     Tr::tr("Destroy the lab, then create it again."),
                     {}};
    const LabServers servers(m_hosts, record->lab);
    const Result<QList<NodeDefinition>> nodes = servers.notOvertaken(deadline);
    if (!nodes)
        return nodes.error();
    if (const Result<void> started = servers.startAll(*nodes, deadline, stop); !started)
        return started;
    if (record->lab.workloadPerSecond <= 0 || workload_process::isRunning(*record))
        return {};
    const auto host = m_hosts.find(QStringLiteral("local"));
    if (const Result<void> started = host ? workload_process::start(**host, *record, deadline) : host.error(); !started)
        return started;
    return lab_records::save(*record);
}

Result<void> Labs::stop(const QString &name, const Deadline &deadline, std::stop_token stop)
{
    const auto lock = lab_records::lock(name);
    if (!lock)
        return lock.error();
    Result<LabRecord> record = findComplete(name);
    if (!record)
        return record.error();
    workload_process::end(*record, deadline);
    if (const Result<void> saved = lab_records::save(*record); !saved)
        return saved;
    if (const Result<void> ended = lab_surroundings::endManagers(record->lab, deadline, stop); !ended)
        return ended;
    return LabServers(m_hosts, record->lab).stopAll(deadline, stop);
}

Result<void> Labs::destroy(const QString &name, const Deadline &deadline, std::stop_token stop)
{
    const auto lock = lab_records::lock(name);
    if (!lock)
        return lock.error();
    const Result<LabRecord> record = lab_records::find(name);
    if (!record)
        return record.error();
    return removeEverything(m_hosts, refreshed(*record), deadline, stop);
}

Result<QList<Lab>> Labs::all() const
{
    const Result<QList<LabRecord>> records = lab_records::all();
    if (!records)
        return records.error();
    QList<Lab> labs;
    for (const LabRecord &record : *records)
        labs.append(refreshed(record).lab);
    return labs;
}

Result<Lab> Labs::find(const QString &name) const
{
    const Result<LabRecord> record = lab_records::find(name);
    return record ? Result<Lab>(refreshed(*record).lab) : record.error();
}

} // namespace howdah
