#include "core/operations/console.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Console)
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString currentBootId()
{
    return QString::fromLatin1(contentOf(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed());
}

/// 0 when there is no such process, or only its zombie.
qint64 startedTicksOf(qint64 pid)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    // The second field is the command in parentheses and may hold anything; what follows the last one is plain.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr int state = 0;
    constexpr int startTime = 19;
    if (fields.size() <= startTime || fields.at(state) == "Z")
        return 0;
    return fields.at(startTime).toLongLong();
}

QString userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

QString machineId()
{
    const QByteArray id = QSysInfo::machineUniqueId();
    return id.isEmpty() ? QSysInfo::machineHostName() : QString::fromLatin1(id);
}
} // namespace

Console Console::current()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {.host = QSysInfo::machineHostName(),
            .machine = machineId(),
            .bootId = currentBootId(),
            .pid = pid,
            .startedTicks = startedTicksOf(pid),
            .user = userName()};
}

QString Console::title() const
{
    return Tr::tr("%1@%2, process %3").arg(user, host).arg(pid);
}

bool Console::isAlive() const
{
    if (bootId == currentBootId())
        return startedTicks != 0 && startedTicksOf(pid) == startedTicks;
    return machine.isEmpty() ? host != QSysInfo::machineHostName() : machine != machineId();
}

} // namespace howdah
