#include "tests/support/live_network.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <unistd.h>

namespace howdah::test {

namespace {

constexpr int numbers = 250;
const QString cable = QStringLiteral("cable0"); ///< its end in the namespace

QString bridgeName(int number)
{
    return QStringLiteral("howdah%1").arg(number);
}

/// "ip" with these words; what it says against it, nothing when it did as told.
QString objectionTo(const QString &words, QByteArray *output = nullptr)
{
    QProcess process;
    process.start(QStringLiteral("ip"), words.split(QLatin1Char(' ')));
    const bool done = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    if (output != nullptr)
        *output = process.readAllStandardOutput();
    if (done && process.exitCode() == 0)
        return {};
    return QStringLiteral("ip %1: %2").arg(words, QString::fromUtf8(process.readAllStandardError()));
}

void ip(const QString &words)
{
    if (const QString objection = objectionTo(words); !objection.isEmpty())
        QTest::qFail(qUtf8Printable(objection), __FILE__, __LINE__);
}

QList<int> processesIn(const QString &space)
{
    QByteArray output;
    QList<int> pids;
    if (objectionTo(QStringLiteral("netns pids ") + space, &output).isEmpty())
        for (const QByteArray &pid : output.simplified().split(' '))
            if (!pid.isEmpty())
                pids << pid.toInt();
    return pids;
}

/// The number of a range that no other test uses: its bridge could be made.
std::optional<int> takeNumber(QString *objection)
{
    for (int i = 0; i < numbers; ++i) {
        const int number = 1 + (static_cast<int>(::getpid()) + i) % numbers;
        const QString words = QStringLiteral("link add %1 type bridge").arg(bridgeName(number));
        *objection = objectionTo(words);
        if (objection->isEmpty())
            return number;
        if (!objection->contains(QLatin1String("exists")))
            break;
    }
    return std::nullopt;
}

QString tryOnce()
{
    if (::geteuid() != 0)
        return QStringLiteral("network namespaces of a test's own need root");
    if (QStandardPaths::findExecutable(QStringLiteral("ip")).isEmpty())
        return QStringLiteral("no ip here (package iproute2)");
    QString objection;
    const std::optional<int> number = takeNumber(&objection);
    if (!number)
        return QStringLiteral("no bridge can be made here: ") + objection;
    const QString space = bridgeName(*number) + QStringLiteral("-try");
    objection = objectionTo(QStringLiteral("netns add ") + space);
    if (objection.isEmpty()) {
        objection = objectionTo(
            QStringLiteral("link add %1p0 type veth peer name %2 netns %3").arg(bridgeName(*number), cable, space));
        ip(QStringLiteral("netns del ") + space);
    }
    ip(QStringLiteral("link del ") + bridgeName(*number));
    return objection.isEmpty() ? QString() : QStringLiteral("no network namespaces can be made here: ") + objection;
}

} // namespace

QString LiveNetwork::skipReason()
{
    static const QString reason = tryOnce();
    return reason;
}

std::unique_ptr<LiveNetwork> LiveNetwork::make(const QStringList &names)
{
    if (!skipReason().isEmpty())
        return nullptr;
    QString objection;
    const std::optional<int> number = takeNumber(&objection);
    if (!number) {
        QTest::qFail(qUtf8Printable(objection), __FILE__, __LINE__);
        return nullptr;
    }
    return std::unique_ptr<LiveNetwork>(new LiveNetwork(*number, names));
}

LiveNetwork::LiveNetwork(int number, QStringList names)
    : m_number(number)
    , m_names(std::move(names))
{
    ip(QStringLiteral("link set %1 address %2").arg(bridge(), hardwareAddress(1)));
    ip(QStringLiteral("addr add %1/24 dev %2").arg(address(1), bridge()));
    ip(QStringLiteral("link set %1 up").arg(bridge()));
    for (const QString &name : m_names)
        plug(name);
    introduce();
}

LiveNetwork::~LiveNetwork()
{
    for (const QString &name : m_names) {
        const auto isEmpty = [&] {
            const QList<int> pids = processesIn(space(name));
            for (const int pid : pids)
                ::kill(pid, SIGKILL);
            return pids.isEmpty();
        };
        if (!QTest::qWaitFor(isEmpty, 10000))
            QTest::qFail("Processes in a network namespace live on.", __FILE__, __LINE__);
        // With the namespace it would go some time later: connections that are being closed keep that alive.
        ip(QStringLiteral("link del ") + port(name));
        ip(QStringLiteral("netns del ") + space(name));
    }
    ip(QStringLiteral("link del ") + bridge());
}

void LiveNetwork::plug(const QString &name)
{
    const QString inside = QStringLiteral("-n %1 ").arg(space(name));
    ip(QStringLiteral("netns add ") + space(name));
    ip(QStringLiteral("link add %1 type veth peer name %2 address %3 netns %4")
           .arg(port(name), cable, hardwareAddress(place(name)), space(name)));
    ip(inside + QStringLiteral("addr add %1/24 dev %2").arg(address(name), cable));
    ip(inside + QStringLiteral("link set lo up"));
    ip(inside + QStringLiteral("link set %1 up").arg(cable));
    ip(QStringLiteral("link set %1 up").arg(port(name)));
    heal(name);
}

/// As behind a router: that a neighbour does not answer would be told to those who write to it, after some seconds.
void LiveNetwork::introduce() const
{
    const auto neighbour = [this](int of) {
        return QStringLiteral("neigh replace %1 lladdr %2 nud permanent dev ").arg(address(of), hardwareAddress(of));
    };
    for (const QString &name : m_names) {
        const QString inside = QStringLiteral("-n %1 ").arg(space(name));
        ip(neighbour(place(name)) + bridge());
        ip(inside + neighbour(1) + cable);
        for (const QString &other : m_names)
            if (other != name)
                ip(inside + neighbour(place(other)) + cable);
    }
}

void LiveNetwork::cut(const QString &name)
{
    ip(QStringLiteral("link set %1 nomaster").arg(port(name)));
}

void LiveNetwork::heal(const QString &name)
{
    ip(QStringLiteral("link set %1 master %2").arg(port(name), bridge()));
}

QStringList LiveNetwork::within(const QString &name) const
{
    return {QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), space(name)};
}

QString LiveNetwork::address(const QString &name) const
{
    return address(place(name));
}

QString LiveNetwork::address(int place) const
{
    return QStringLiteral("10.213.%1.%2").arg(m_number).arg(place);
}

QString LiveNetwork::hardwareAddress(int place) const
{
    return QStringLiteral("02:d5:00:00:%1:%2")
        .arg(m_number, 2, 16, QLatin1Char('0'))
        .arg(place, 2, 16, QLatin1Char('0'));
}

QString LiveNetwork::bridge() const
{
    return bridgeName(m_number);
}

QString LiveNetwork::port(const QString &name) const
{
    return bridge() + QLatin1Char('p') + QString::number(place(name));
}

QString LiveNetwork::space(const QString &name) const
{
    return bridge() + QLatin1Char('-') + name;
}

} // namespace howdah::test
