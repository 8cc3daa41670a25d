#include "tests/support/scratch.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <optional>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace howdah::test {

namespace {

const QString inMemory = QStringLiteral("/dev/shm");
constexpr qint64 enough = qint64(6) << 30; ///< what programs that run two at a time hold at most, and as much again

/// The first number of the file behind these words; nothing when it says none or is not there.
std::optional<qint64> firstNumber(const QString &path, const QByteArray &behind = {})
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    bool isNumber = false;
    const qint64 number =
        text.mid(text.indexOf(behind) + behind.size()).simplified().split(' ').value(0).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

qint64 memoryLeft()
{
    constexpr qint64 kilobyte = 1024;
    qint64 left = kilobyte * firstNumber(QStringLiteral("/proc/meminfo"), "MemAvailable:").value_or(0);
    // A container may be granted less than the machine has.
    for (const char *limit : {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"})
        left = std::min(left, firstNumber(QString::fromLatin1(limit)).value_or(left));
    return left;
}

QString chooseDirectory()
{
    const QString named = qEnvironmentVariable("HOWDAH_TEST_SCRATCH");
    if (!named.isEmpty())
        return named;
    struct statvfs system = {};
    const bool fits = ::statvfs(inMemory.toLatin1().constData(), &system) == 0 && (system.f_flag & ST_NOEXEC) == 0 &&
                      ::access(inMemory.toLatin1().constData(), W_OK | X_OK) == 0 &&
                      std::min(qint64(system.f_bavail * system.f_frsize), memoryLeft()) >= enough;
    return fits ? inMemory : QStringLiteral("/tmp");
}

} // namespace

QString scratch(const QString &name)
{
    static const QString directory = chooseDirectory();
    return directory + QStringLiteral("/howdah-") + name + QStringLiteral("-XXXXXX");
}

std::unique_ptr<QTemporaryDir> scratchHome()
{
    auto home = std::make_unique<QTemporaryDir>(scratch(QStringLiteral("home")));
    const QString state = home->filePath(QStringLiteral("state"));
    const bool made = QDir().mkpath(state);
    for (const QString &directory : {home->path(), state})
        if (!made || ::chmod(QFile::encodeName(directory).constData(), 0711) != 0)
            QTest::qFail("A home for the test cannot be made.", __FILE__, __LINE__);
    return home;
}

} // namespace howdah::test
