#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace howdah::bench {

/// One JSON line on standard output: {"bench": …, figures …}. Benchmarks judge nothing: they say what they saw.
void print(const QString &bench, QJsonObject figures);

/// {"median": …, "worst": …, "rounds": n} of milliseconds (or whatever the name says); empty lists give rounds 0 alone.
[[nodiscard]] QJsonObject spread(QList<double> values);

/// Of this process and its threads.
struct Usage
{
    double cpuSeconds = 0;
    qint64 residentBytes = 0;
};
[[nodiscard]] Usage ownUsage();
/// Processor time of another process, 0 when it is gone.
[[nodiscard]] double cpuSecondsOf(int pid);

/// Of the last minute: how busy the machine was.
[[nodiscard]] double loadAverage();

/// A bound on how long a benchmark runs, from the environment variable, else `otherwise`.
[[nodiscard]] int numberFromEnvironment(const char *name, int otherwise);

} // namespace howdah::bench
