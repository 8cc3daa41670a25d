#include "core/hosts/container_pattern.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace howdah;

namespace {

/// Written with ' for ", which moc reads more easily.
QJsonDocument document(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"'));
}

QJsonObject json(const QByteArray &text)
{
    const QJsonDocument read = document(text);
    Q_ASSERT(read.isObject());
    return read.object();
}

const QString data = QStringLiteral("/var/lib/postgresql/data");

/// As podman describes one of the official image, with nothing given but its name.
QJsonObject container(const QByteArray &config = "{}", const QByteArray &host = "{}", const QByteArray &mounts = "[]")
{
    QJsonObject all = json(
        "{'Image': 'b1b8', 'Config': {'Image': 'postgres:15', 'Entrypoint': 'docker-entrypoint.sh', "
        "'Cmd': ['postgres'], 'User': '', 'Env': ['PATH=/bin', 'LANG=C.UTF-8', 'container=podman', 'TERM=xterm']}}");
    QJsonObject whole = all[QLatin1String("Config")].toObject();
    const QJsonObject more = json(config);
    for (auto value = more.begin(); value != more.end(); ++value)
        whole.insert(value.key(), value.value());
    all.insert(QStringLiteral("Config"), whole);
    all.insert(QStringLiteral("HostConfig"), json(host));
    all.insert(QStringLiteral("Mounts"), document(mounts).array());
    return all;
}

QJsonObject image()
{
    return json("{'Config': {'Entrypoint': ['docker-entrypoint.sh'], 'Cmd': ['postgres'], "
                "'Env': ['PATH=/bin', 'LANG=C.UTF-8']}}");
}

QString optionsOf(const ContainerPattern &pattern)
{
    return pattern.options.join(QLatin1Char(' '));
}

} // namespace

class TestContainerPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItWasGivenIsGivenAgain_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("options");
        const auto row = [](const char *title, const char *config, const char *host, const char *options) {
            QTest::newRow(title) << QByteArray(config) << QByteArray(host)
                                 << QStringLiteral("--stop-signal SIGINT ").append(QLatin1String(options)).trimmed();
        };
        row("nothing", "{}", "{}", "");
        row("docker's own amount of shared memory", "{}", "{'ShmSize': 67108864}", "");
        row("shared memory", "{}", "{'ShmSize': 1073741824}", "--shm-size 1073741824");
        row("limits", "{}", "{'Memory': 536870912, 'NanoCpus': 1500000000}", "--memory 536870912 --cpus 1.5");
        row("a policy", "{}", "{'RestartPolicy': {'Name': 'unless-stopped', 'MaximumRetryCount': 0}}",
            "--restart unless-stopped");
        row("a policy with a limit", "{}", "{'RestartPolicy': {'Name': 'on-failure', 'MaximumRetryCount': 3}}",
            "--restart on-failure:3");
        row("no policy", "{}", "{'RestartPolicy': {'Name': 'no'}}", "");
        row("variables", "{'Env': ['TZ=Europe/Madrid', 'PGDATA=/x', 'POSTGRES_PASSWORD=hush', 'LANG=C.UTF-8']}", "{}",
            "--env TZ=Europe/Madrid");
        row("another than the image's", "{'Env': ['LANG=es_ES.UTF-8']}", "{}", "--env LANG=es_ES.UTF-8");
    }

    void whatItWasGivenIsGivenAgain()
    {
        QFETCH(QByteArray, config);
        QFETCH(QByteArray, host);
        QFETCH(QString, options);
        const ContainerPattern pattern = containerPattern(container(config, host), image(), data, {});
        QCOMPARE(optionsOf(pattern), options);
        QCOMPARE(pattern.mount, data);
        QVERIFY(!pattern.ownProgram && pattern.secrets.isEmpty());
    }

    void itsUserAndItsInitAreItsOwn()
    {
        const QJsonObject with = container("{'User': '999:999'}", "{'Init': true}");
        QCOMPARE(optionsOf(containerPattern(with, image(), data, {})),
                 QStringLiteral("--user 999:999 --init --stop-signal SIGINT"));
    }

    void secretsAreNamedAndNotHandedOn_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *variable : {"AWS_SECRET_ACCESS_KEY=hush", "walg_token=hush", "PGPASSWORD=hush", "AUTH=hush",
                                     "BUCKET=s3://me:hush@store/wal"})
            QTest::newRow(variable) << QString::fromLatin1(variable);
    }

    void secretsAreNamedAndNotHandedOn()
    {
        QFETCH(QString, variable);
        const QByteArray config = "{'Env': ['" + variable.toUtf8() + "']}";
        const ContainerPattern pattern = containerPattern(container(config), image(), data, {});
        QVERIFY(!optionsOf(pattern).contains(QLatin1String("hush")));
        QCOMPARE(pattern.secrets, QStringList{variable.section(QLatin1Char('='), 0, 0)});
    }

    void mountsAreSharedOrKeptApart_data()
    {
        QTest::addColumn<QByteArray>("mount");
        QTest::addColumn<QString>("volume");
        const auto row = [](const char *title, const char *mount, const char *volume) {
            QTest::newRow(title) << QByteArray(mount) << QString::fromLatin1(volume);
        };
        row("its data", "{'Type': 'volume', 'Name': 'pg1', 'Destination': '/var/lib/postgresql/data', 'RW': true}", "");
        row("a volume", "{'Type': 'volume', 'Name': 'wal', 'Destination': '/archive', 'RW': true}", "wal:/archive");
        row("a directory, to read",
            "{'Type': 'bind', 'Source': '/etc/tls', 'Destination': '/certificates', 'RW': false}",
            "/etc/tls:/certificates:ro");
        row("a tablespace", "{'Type': 'volume', 'Name': 'fast', 'Destination': '/fast', 'RW': true}", "");
        row("its WAL, below its data",
            "{'Type': 'volume', 'Name': 'wal', 'Destination': '/var/lib/postgresql/data/pg_wal', 'RW': true}", "");
        row("what its data lie below",
            "{'Type': 'bind', 'Source': '/srv', 'Destination': '/var/lib/postgresql', 'RW': true}", "");
        row("what made its cluster",
            "{'Type': 'bind', 'Source': '/srv/sql', 'Destination': '/docker-entrypoint-initdb.d', 'RW': true}", "");
        row("a volume that nobody named",
            "{'Type': 'volume', 'Name': '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', "
            "'Destination': '/scratch', 'RW': true}",
            "");
    }

    void mountsAreSharedOrKeptApart()
    {
        QFETCH(QByteArray, mount);
        QFETCH(QString, volume);
        const QByteArray own = "{'Type': 'volume', 'Name': 'd', 'Destination': '/var/lib/postgresql/data', 'RW': true}";
        const QByteArray mounts = '[' + own + ", " + mount + ']';
        const ContainerPattern pattern =
            containerPattern(container("{}", "{}", mounts), image(), data, {QStringLiteral("/fast/15")});
        QCOMPARE(pattern.mount, data);
        QCOMPARE(optionsOf(pattern), QStringLiteral("--stop-signal SIGINT") +
                                         (volume.isEmpty() ? QString() : QStringLiteral(" --volume ") + volume));
        QCOMPARE(pattern.shared.size(), volume.isEmpty() ? 0 : 1);
    }

    void aProgramOfItsOwnIsNoneToCopy_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<bool>("own");
        QTest::newRow("settings alone") << QByteArray("{'Cmd': ['-c', 'shared_buffers=1GB']}") << false;
        QTest::newRow("the server with settings") << QByteArray("{'Cmd': ['postgres', '-c', 'work_mem=8MB']}") << false;
        QTest::newRow("another command") << QByteArray("{'Cmd': ['sh', '-c', '…']}") << true;
        QTest::newRow("another entry point") << QByteArray("{'Entrypoint': ['/mine.sh']}") << true;
    }

    void aProgramOfItsOwnIsNoneToCopy()
    {
        QFETCH(QByteArray, config);
        QFETCH(bool, own);
        QCOMPARE(containerPattern(container(config), image(), data, {}).ownProgram, own);
    }

    void whereItsPortIsPublished_data()
    {
        QTest::addColumn<QByteArray>("bindings");
        QTest::addColumn<QString>("on");
        QTest::newRow("loopback") << QByteArray("[{'HostIp': '127.0.0.1', 'HostPort': '5433'}]")
                                  << QStringLiteral("127.0.0.1");
        QTest::newRow("anywhere") << QByteArray("[{'HostIp': '0.0.0.0', 'HostPort': '5433'}]") << QString();
        QTest::newRow("not said") << QByteArray("[{'HostIp': '', 'HostPort': '5433'}]") << QString();
    }

    void whereItsPortIsPublished()
    {
        QFETCH(QByteArray, bindings);
        QFETCH(QString, on);
        const QByteArray host = "{'PortBindings': {'5432/tcp':" + bindings + "}}";
        QCOMPARE(containerPattern(container("{}", host), image(), data, {}).publishedOn, on);
    }
};

QTEST_GUILESS_MAIN(TestContainerPattern)
#include "test_container_pattern.moc"
