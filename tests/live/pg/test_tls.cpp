#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

Deadline soon()
{
    return Deadline::after(std::chrono::seconds(20));
}

bool openssl(const QString &arguments, const QString &directory)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
    const bool done = process.waitForFinished(60000) && process.exitCode() == 0;
    if (!done)
        qWarning() << arguments << process.readAll();
    return done;
}

/// A certificate for the name "localhost" alone, so that connecting by address does not match it.
bool makeCertificate(const QString &directory, const QString &authority, const QString &name, int days)
{
    QFile extensions(directory + QStringLiteral("/extensions"));
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=DNS:localhost\n") < 0)
        return false;
    extensions.close();
    return openssl(
               QStringLiteral("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout %1.key -out %1.csr").arg(name),
               directory) &&
           openssl(QStringLiteral(
                       "x509 -req -in %1.csr -CA %2.crt -CAkey %2.key -CAcreateserial -days %3 -extfile extensions "
                       "-out %1.crt")
                       .arg(name, authority)
                       .arg(days),
                   directory);
}

bool makeAuthority(const QString &directory, const QString &name)
{
    return openssl(
        QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%1 -keyout %1.key -out %1.crt").arg(name),
        directory);
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verifies_data();
    void verifies();
    void anExpiredCertificateIsRefused();

private:
    void install(const QString &certificate);

    QTemporaryDir m_directory;
    std::unique_ptr<LiveServer> m_server;
};

void TestTls::install(const QString &certificate)
{
    struct stat owner
    {
    };
    QCOMPARE(::stat(QFile::encodeName(m_server->dataDirectory()).constData(), &owner), 0);
    for (const char *kind : {".crt", ".key"}) {
        const QString target = m_server->dataDirectory() + QStringLiteral("/server") + QLatin1String(kind);
        QFile::remove(target);
        QVERIFY(QFile::copy(m_directory.filePath(certificate + QLatin1String(kind)), target));
        QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(::chown(QFile::encodeName(target).constData(), owner.st_uid, owner.st_gid), 0);
    }
}

void TestTls::initTestCase()
{
    const QString directory = m_directory.path();
    QVERIFY(makeAuthority(directory, QStringLiteral("right")) && makeAuthority(directory, QStringLiteral("other")));
    QVERIFY(makeCertificate(directory, QStringLiteral("right"), QStringLiteral("server"), 2));
    m_server = LiveServer::make();
    QVERIFY(m_server);
    install(QStringLiteral("server"));
    m_server->setParameter(QStringLiteral("ssl_max_protocol_version"), QStringLiteral("TLSv1.2"));
    m_server->setParameter(QStringLiteral("ssl"), QStringLiteral("on"));
    QTRY_COMPARE(m_server->sql(QStringLiteral("SHOW ssl")), QStringLiteral("on"));
}

void TestTls::verifies_data()
{
    QTest::addColumn<QString>("settings"); // %1: the directory of the certificates
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QString>("says"); // empty: it connects
    const auto row = [](const char *title, const char *settings, bool encrypted, const char *says) {
        QTest::newRow(title) << QString::fromLatin1(settings) << encrypted << QString::fromLatin1(says);
    };
    row("off", "sslmode=disable", false, "");
    row("if possible", "sslmode=prefer", true, "");
    row("encrypted only", "sslmode=require sslrootcert=/nowhere", true, "");
    row("verify-ca", "sslmode=verify-ca sslrootcert=%1/right.crt", true, "");
    row("verify-full", "host=localhost sslmode=verify-full sslrootcert=%1/right.crt", true, "");
    row("verify-full, address and name",
        "host=localhost hostaddr=127.0.0.1 sslmode=verify-full sslrootcert=%1/right.crt", true, "");
    row("verify-full, other name", "sslmode=verify-full sslrootcert=%1/right.crt", true, "is for another host name");
    row("verify-full, other authority", "host=localhost sslmode=verify-full sslrootcert=%1/other.crt", true,
        "signed by another");
    row("verify-ca, other authority", "sslmode=verify-ca sslrootcert=%1/other.crt", true, "signed by another");
    row("no root certificate", "sslmode=verify-full sslrootcert=/nowhere.crt", true, "there is no root certificate");
    row("not a certificate", "sslmode=verify-full sslrootcert=%1/right.key", true, "No TLS session");
    row("key that others can read", "sslmode=require sslrootcert=/nowhere sslcert=%1/server.crt sslkey=%1/server.csr",
        true, "No TLS session");
    row("no common version", "sslmode=require sslrootcert=/nowhere ssl_min_protocol_version=TLSv1.3", true,
        "No TLS session");
}

void TestTls::verifies()
{
    QFETCH(QString, settings);
    QFETCH(bool, encrypted);
    QFETCH(QString, says);
    ConnInfo info = m_server->connInfo();
    const auto changes = ConnInfo::parse(settings.replace(QLatin1String("%1"), m_directory.path()));
    QVERIFY2(changes.ok(), said(changes));
    for (const ConnInfo::Setting &setting : changes->settings())
        info.set(setting.keyword, setting.value);
    auto connection = Connection::open(info, soon());
    if (says.isEmpty()) {
        QVERIFY2(connection.ok(), said(connection));
        const auto answer =
            connection->query(QStringLiteral("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), {}, soon());
        QCOMPARE(answer->boolean(0, 0), std::optional(encrypted));
        return;
    }
    QVERIFY(!connection.ok());
    QVERIFY2(connection.error().code == ErrorCode::Authentication, said(connection));
    QVERIFY2(connection.error().message.contains(says), said(connection));
    QVERIFY(!connection.error().detail.isEmpty());
}

void TestTls::anExpiredCertificateIsRefused()
{
    QVERIFY(makeCertificate(m_directory.path(), QStringLiteral("right"), QStringLiteral("expired"), -1));
    install(QStringLiteral("expired"));
    m_server->sql(QStringLiteral("SELECT pg_reload_conf()"));
    const ConnInfo info = m_server->connInfo()
                              .with(QStringLiteral("host"), QStringLiteral("localhost"))
                              .with(QStringLiteral("sslmode"), QStringLiteral("verify-full"))
                              .with(QStringLiteral("sslrootcert"), m_directory.filePath(QStringLiteral("right.crt")));
    QTRY_VERIFY(!Connection::open(info, soon()).ok());
    const auto connection = Connection::open(info, soon());
    QCOMPARE(connection.error().code, ErrorCode::Authentication);
    QVERIFY2(connection.error().message.contains(QLatin1String("expired")), said(connection));
}

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
