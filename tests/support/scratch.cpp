#include "tests/support/scratch.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <optional>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace howdah::test {

namespace {

constexpr auto elsewhere = "HOWDAH_TEST_SCRATCH";
constexpr qint64 enough = qint64(6) << 30; ///< far more than programs that run two at a time hold

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

/// A file system in memory of this program's own, gone with it. Not /dev/shm: what lies below /dev is taken for no file
/// by many.
class Memory
{
public:
    Memory()
    {
        if (::geteuid() != 0 || memoryLeft() < enough || qEnvironmentVariableIsSet(elsewhere))
            return;
        m_place = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/howdah-XXXXXX"));
        const QByteArray path = QFile::encodeName(m_place->path());
        if (::mount("howdah-test", path.constData(), "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=50%") != 0)
            m_place.reset(); // a container may not let root mount
    }
    ~Memory()
    {
        if (m_place)
            ::umount2(QFile::encodeName(m_place->path()).constData(), MNT_DETACH);
    }
    Memory(const Memory &) = delete;
    Memory &operator=(const Memory &) = delete;

    /// Short: a socket's path has an end.
    [[nodiscard]] QString prefix() const
    {
        return m_place ? m_place->path() + QLatin1Char('/') : QStringLiteral("/tmp/howdah-");
    }

private:
    std::unique_ptr<QTemporaryDir> m_place;
};

} // namespace

QString scratch(const QString &name)
{
    const QString named = qEnvironmentVariable(elsewhere);
    static const Memory memory;
    return (named.isEmpty() ? memory.prefix() : named + QLatin1Char('/')) + name + QStringLiteral("-XXXXXX");
}

bool isScratchOurs()
{
    return qEnvironmentVariableIsEmpty(elsewhere);
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
