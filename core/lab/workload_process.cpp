#include "core/lab/workload_process.h"

#include "core/base/wake_up.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace howdah::workload_process {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::WorkloadProcess)
};

/// In clock ticks since the machine started; 0 when there is no such process, or a dead one that nobody has reaped.
qint64 startTimeOf(int pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // from the third on
    return fields.value(0) == "Z" ? 0 : fields.value(19).toLongLong();
}

/// What makes the other process look at the same registry and records as this one.
QList<QPair<QString, QString>> sharedEnvironment()
{
    QList<QPair<QString, QString>> shared;
    for (const char *name : {"HOWDAH_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOWDAH_PG_BINDIR"})
        if (qEnvironmentVariableIsSet(name))
            shared.append({QString::fromLatin1(name), qEnvironmentVariable(name)});
    return shared;
}

} // namespace

Result<QString> program()
{
    const QString path = QCoreApplication::applicationDirPath() + QStringLiteral("/howdahctl");
    if (QFileInfo(path).isExecutable())
        return path;
    return Error{
        ErrorCode::NotFound,
        Tr::tr("The workload is run by \"howdahctl\", which is not in %1.").arg(QCoreApplication::applicationDirPath()),
        {},
        Tr::tr("Build or install it there, or create the lab without a workload."),
        {}};
}

Result<void> start(Host &host, LabRecord &record, const Deadline &deadline)
{
    const Result<QString> howdahctl = program();
    if (!howdahctl)
        return howdahctl.error();
    Command command;
    command.argv = {
        QStringLiteral("sh"),       QStringLiteral("-c"), QStringLiteral("\"$@\" </dev/null >/dev/null 2>&1 & echo $!"),
        QStringLiteral("howdah"),   *howdahctl,           QStringLiteral("lab"),
        QStringLiteral("workload"), record.lab.name};
    command.environment = sharedEnvironment();
    command.detached = true;
    const Result<CommandOutcome> started = runChecked(host, command, deadline);
    if (!started)
        return started.error();
    record.lab.workloadPid = started->output.trimmed().toInt();
    record.workloadStart = startTimeOf(record.lab.workloadPid);
    return {};
}

bool isRunning(const LabRecord &record)
{
    return record.workloadStart != 0 && startTimeOf(record.lab.workloadPid) == record.workloadStart;
}

void end(LabRecord &record, const Deadline &deadline)
{
    if (isRunning(record))
        ::kill(record.lab.workloadPid, SIGTERM);
    const Deadline patience = deadline.cappedAt(Milliseconds{3000});
    while (isRunning(record) && !patience.expired() && sleepUnlessStopped(Milliseconds{10}, {}))
        ;
    if (isRunning(record))
        ::kill(record.lab.workloadPid, SIGKILL);
    record.lab.workloadPid = 0;
    record.workloadStart = 0;
}

} // namespace howdah::workload_process
