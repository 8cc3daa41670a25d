#include "core/hosts/container_engine.h"
#include "core/hosts/remote_engine.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {

const std::initializer_list<const char *> variables{"CONTAINER_HOST", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG"};

/// With ' for ", which moc reads more easily.
void write(const QString &path, QByteArray content)
{
    QDir().mkpath(QFileInfo(path).path());
    content.replace('\'', '"');
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

} // namespace

/// An engine's program may talk to another machine's engine.
class TestRemoteEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *variable : variables)
            qunsetenv(variable);
        m_settings = std::make_unique<QTemporaryDir>();
        qputenv("DOCKER_CONFIG", m_settings->path().toUtf8());
    }
    void cleanup()
    {
        for (const char *variable : variables)
            qunsetenv(variable);
    }

    void isTold_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *title, const char *engine, const char *variable, const char *value,
                            const char *address) {
            QTest::newRow(title) << QString::fromLatin1(engine) << QByteArray(variable) << QByteArray(value)
                                 << QString::fromLatin1(address);
        };
        row("docker over ssh", "docker", "DOCKER_HOST", "ssh://me@db1", "ssh://me@db1");
        row("docker over TCP", "docker", "DOCKER_HOST", "tcp://10.0.0.1:2376", "tcp://10.0.0.1:2376");
        row("docker's socket here", "docker", "DOCKER_HOST", "unix:///run/user/1000/docker.sock", "");
        row("docker does not heed podman's", "docker", "CONTAINER_HOST", "ssh://me@db1", "");
        row("podman over ssh", "podman", "CONTAINER_HOST", "ssh://me@db1/run/podman.sock",
            "ssh://me@db1/run/podman.sock");
        row("podman's socket here", "podman", "CONTAINER_HOST", "unix:/run/podman/podman.sock", "");
        row("podman does not heed docker's", "podman", "DOCKER_HOST", "ssh://me@db1", "");
        row("a context of docker's that is not there", "docker", "DOCKER_CONTEXT", "gone", "");
    }

    void isTold()
    {
        QFETCH(QString, engine);
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        QFETCH(QString, address);
        qputenv(variable.constData(), value);
        QCOMPARE(remoteEngine(engine), address);
        const std::optional<Error> objection = objectionToRemoteEngine(engine);
        QCOMPARE(objection.has_value(), !address.isEmpty());
        if (objection) {
            QCOMPARE(objection->code, ErrorCode::Unsupported);
            QVERIFY2(objection->message.contains(address) && !objection->hint.isEmpty(), qPrintable(objection->full()));
        }
    }

    void dockersContextIsHeeded()
    {
        const QString digest =
            QString::fromLatin1(QCryptographicHash::hash("away", QCryptographicHash::Sha256).toHex());
        write(m_settings->filePath(QStringLiteral("contexts/meta/%1/meta.json").arg(digest)),
              "{'Name': 'away', 'Endpoints': {'docker': {'Host': 'ssh://me@db1'}}}");
        QCOMPARE(remoteEngine(QStringLiteral("docker")), QString());
        write(m_settings->filePath(QStringLiteral("config.json")), "{'currentContext': 'away'}");
        QCOMPARE(remoteEngine(QStringLiteral("docker")), QStringLiteral("ssh://me@db1"));
        qputenv("DOCKER_HOST", "unix:///var/run/docker.sock"); // the stronger word
        QCOMPARE(remoteEngine(QStringLiteral("docker")), QString());
        qunsetenv("DOCKER_HOST");
        qputenv("DOCKER_CONTEXT", "default");
        QCOMPARE(remoteEngine(QStringLiteral("docker")), QString());
    }

    void nothingOfItIsAsked()
    {
        qputenv("DOCKER_HOST", "ssh://me@192.0.2.1");
        const Result<ContainerState> state =
            inspectContainer(QStringLiteral("docker"), QStringLiteral("pg1"), Deadline::after(Milliseconds{5000}));
        QVERIFY(!state);
        QCOMPARE(state.error().code, ErrorCode::Unsupported);
        QVERIFY2(state.error().message.contains(QLatin1String("ssh://me@192.0.2.1")), qPrintable(state.error().full()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_settings;
};

QTEST_GUILESS_MAIN(TestRemoteEngine)
#include "test_remote_engine.moc"
