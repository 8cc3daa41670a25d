#include "tests/bench/figures.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace howdah::bench {

namespace {
/// What is measured lies on a disk, as a user's does, and is logged in to as a user does: tests spare both.
[[maybe_unused]] const bool asUsersHaveIt =
    qEnvironmentVariableIsSet("HOWDAH_TEST_SCRATCH") || qputenv("HOWDAH_TEST_SCRATCH", "/tmp");
} // namespace

void print(const QString &bench, QJsonObject figures)
{
    figures.insert(QStringLiteral("bench"), bench);
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QJsonObject spread(QList<double> values)
{
    QJsonObject object{{QStringLiteral("rounds"), values.size()}};
    if (values.isEmpty())
        return object;
    std::sort(values.begin(), values.end());
    object.insert(QStringLiteral("median"), values.at(values.size() / 2));
    object.insert(QStringLiteral("worst"), values.last());
    return object;
}

Usage ownUsage()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    QFile statm(QStringLiteral("/proc/self/statm"));
    const QList<QByteArray> fields = statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ') : QList<QByteArray>();
    return {.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
            .residentBytes = fields.value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)};
}

double cpuSecondsOf(int pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    // The command's name may hold spaces: fields are counted from behind its closing bracket.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return static_cast<double>(fields.value(11).toLongLong() + fields.value(12).toLongLong()) /
           static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double loadAverage()
{
    double minute = 0;
    return ::getloadavg(&minute, 1) == 1 ? minute : -1;
}

int numberFromEnvironment(const char *name, int otherwise)
{
    bool valid = false;
    const int value = qEnvironmentVariableIntValue(name, &valid);
    return valid ? value : otherwise;
}

} // namespace howdah::bench
