#include "tests/support/live_containers.h"

#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QProcess>
#include <QTest>

#include <unistd.h>

namespace howdah::test {

namespace {

constexpr int patience = 60000;

struct Outcome
{
    bool succeeded = false;
    QString output, error;
};

Outcome outcomeOf(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    const bool ended = process.waitForFinished(10 * patience);
    const QString output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    const QString error = process.error() == QProcess::FailedToStart
                              ? process.errorString()
                              : QString::fromUtf8(process.readAllStandardError());
    return {ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output, error.trimmed()};
}

/// HOWDAH_TEST_ENGINE=docker runs the same tests there.
QString engine()
{
    return qEnvironmentVariable("HOWDAH_TEST_ENGINE", QStringLiteral("podman"));
}

/// Of "rm", without waiting for the end of what runs in it.
QStringList atOnce()
{
    QStringList words{QStringLiteral("rm"), QStringLiteral("--force"), QStringLiteral("--volumes")};
    if (engine() == QLatin1String("podman"))
        words << QStringLiteral("--time") << QStringLiteral("0");
    return words;
}

/// The image, or why there is none.
const Outcome &madeImage()
{
    static const Outcome made = outcomeOf(qEnvironmentVariable("HOWDAH_SOURCE", QStringLiteral(".")) +
                                              QStringLiteral("/tests/make-container-image"),
                                          {engine()});
    return made;
}

QString answer(const ConnInfo &info, const QString &text)
{
    Result<Connection> session = Connection::open(info, Deadline::after(Milliseconds{5000}));
    const Result<ResultSet> rows =
        session ? session->query(text, {}, Deadline::after(Milliseconds{patience})) : session.error();
    return rows && rows->rows() > 0 ? rows->text(0, 0).value_or(QString()) : QString();
}

} // namespace

QString LiveContainers::otherEngine()
{
    return engine() == QLatin1String("podman") ? QStringLiteral("docker") : QStringLiteral("podman");
}

QString LiveContainers::skipReason()
{
    return madeImage().succeeded ? QString() : QStringLiteral("no containers here: ") + madeImage().error;
}

std::unique_ptr<LiveContainers> LiveContainers::make()
{
    if (!madeImage().succeeded)
        return nullptr;
    std::unique_ptr<LiveContainers> containers(new LiveContainers(madeImage().output));
    containers->podman({QStringLiteral("network"), QStringLiteral("create"), containers->network()});
    return containers;
}

LiveContainers::LiveContainers(QString image)
    : m_image(std::move(image))
    , m_prefix(QStringLiteral("howdah-test-%1-").arg(::getpid()))
{
}

LiveContainers::~LiveContainers()
{
    // Beside a stopped container there may be another of the product's, known by its name.
    QStringList names;
    for (const QString &filter : {m_prefix, QStringLiteral("howdah-beside-") + m_prefix})
        names += outcomeOf(engine(), {QStringLiteral("ps"), QStringLiteral("--all"), QStringLiteral("--filter"),
                                      QStringLiteral("name=^") + filter, QStringLiteral("--format"),
                                      QStringLiteral("{{.Names}}")})
                     .output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (!names.isEmpty())
        podman(atOnce() + names);
    const QStringList volumes = podman({QStringLiteral("volume"), QStringLiteral("ls"), QStringLiteral("--quiet"),
                                        QStringLiteral("--filter"), QStringLiteral("name=^") + m_prefix})
                                    .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (!volumes.isEmpty())
        podman(QStringList{QStringLiteral("volume"), QStringLiteral("rm"), QStringLiteral("--force")} + volumes);
    podman({QStringLiteral("network"), QStringLiteral("rm"), network()});
}

QString LiveContainers::podman(const QStringList &words) const
{
    const Outcome outcome = outcomeOf(engine(), words);
    if (!outcome.succeeded)
        QTest::qFail(qPrintable(QStringLiteral("podman %1: %2").arg(words.join(QLatin1Char(' ')), outcome.error)),
                     __FILE__, __LINE__);
    return outcome.output;
}

QString LiveContainers::hostId(const QString &name) const
{
    return QStringLiteral("container:") + container(name);
}

void LiveContainers::run(const QString &name, const QStringList &options, const QStringList &words)
{
    podman(QStringList{QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--name"), container(name),
                       QStringLiteral("--network"), network()} +
           options + QStringList{m_image} + words);
}

void LiveContainers::runPrimary(const QString &name, const QStringList &options)
{
    const int port = freePort();
    run(name, QStringList{QStringLiteral("--publish"), QStringLiteral("127.0.0.1:%1:5432").arg(port)} + options);
    m_ports.insert(name, port);
    if (!waitUntilAnswers(name))
        QTest::qFail(qPrintable(podman({QStringLiteral("logs"), container(name)})), __FILE__, __LINE__);
}

void LiveContainers::runStandby(const QString &name, const QString &upstream, const QStringList &options,
                                const QString &dataDirectory)
{
    const QString volume = container(name) + QStringLiteral("-data:/var/lib/postgresql/data");
    podman({QStringLiteral("run"),
            QStringLiteral("--rm"),
            QStringLiteral("--network"),
            network(),
            QStringLiteral("--volume"),
            volume,
            QStringLiteral("--user"),
            QStringLiteral("postgres"),
            QStringLiteral("--entrypoint"),
            QStringLiteral("pg_basebackup"),
            m_image,
            QStringLiteral("-D"),
            dataDirectory,
            QStringLiteral("-R"),
            QStringLiteral("-C"),
            QStringLiteral("-S"),
            name,
            QStringLiteral("-c"),
            QStringLiteral("fast"),
            QStringLiteral("-d"),
            QStringLiteral("host=%1 user=postgres application_name=%2").arg(container(upstream), name)});
    runPrimary(name, QStringList{QStringLiteral("--volume"), volume} + options);
    if (!waitUntilStreaming(name, upstream))
        QTest::qFail(qPrintable(podman({QStringLiteral("logs"), container(name)})), __FILE__, __LINE__);
}

void LiveContainers::remove(const QString &name)
{
    outcomeOf(engine(), atOnce() + QStringList{QStringLiteral("howdah-beside-") + container(name)});
    podman(atOnce() + QStringList{container(name)});
    m_ports.remove(name);
}

int LiveContainers::port(const QString &name) const
{
    if (const int known = m_ports.value(name); known != 0)
        return known;
    const QString published = podman(
        {QStringLiteral("container"), QStringLiteral("inspect"), QStringLiteral("--format"),
         QStringLiteral("{{(index (index .HostConfig.PortBindings \"5432/tcp\") 0).HostPort}}"), container(name)});
    return published.toInt();
}

ConnInfo LiveContainers::connInfo(const QString &name) const
{
    ConnInfo info;
    info.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    info.set(QStringLiteral("port"), QString::number(port(name)));
    info.set(QStringLiteral("user"), QStringLiteral("postgres"));
    info.set(QStringLiteral("dbname"), QStringLiteral("postgres"));
    return info;
}

QString LiveContainers::sql(const QString &name, const QString &text) const
{
    return answer(connInfo(name), text);
}

bool LiveContainers::waitUntilAnswers(const QString &name) const
{
    const ConnInfo info = connInfo(name);
    return QTest::qWaitFor([&info] { return answer(info, QStringLiteral("SELECT 'yes'")) == QLatin1String("yes"); },
                           patience);
}

bool LiveContainers::waitUntilStreaming(const QString &standby, const QString &upstream) const
{
    const ConnInfo info = connInfo(upstream);
    const QString question =
        QStringLiteral("SELECT 'yes' FROM pg_stat_replication WHERE state = 'streaming' AND application_name = '%1'")
            .arg(standby);
    return QTest::qWaitFor([&] { return answer(info, question) == QLatin1String("yes"); }, patience);
}

bool LiveContainers::isRunning(const QString &name) const
{
    return podman({QStringLiteral("container"), QStringLiteral("inspect"), QStringLiteral("--format"),
                   QStringLiteral("{{.State.Running}}"), container(name)}) == QLatin1String("true");
}

} // namespace howdah::test
