#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString xdotoolIsMissing =
    QStringLiteral("case \"$*\" in *xdotool*) exit 1;; *Version*) echo 6.4.2;; *) echo installed;; esac");

} // namespace

/// installer/install-packages among stand-ins for the machine's own tools: nothing is installed here.
class TestInstallPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatAnUnknownDistributionNeeds_data();
    void saysWhatAnUnknownDistributionNeeds();
    void callsNothingWhenNothingIsMissing();
    void installsWhatIsMissing_data();
    void installsWhatIsMissing();
    void asksAptForAllAtOnce();
    void fetchesListsWhenAPackageIsNotInThem();
    void believesTheUser();

private:
    struct Answer
    {
        int code;
        QString errors;
    };
    [[nodiscard]] Answer run(const QStringList &sections,
                             const QString &release = QStringLiteral("ID=debian\nVERSION_ID=12"));
    void standIn(const QString &name, const QString &script);
    [[nodiscard]] QStringList calls() const; ///< of apt-get and sudo, in order

    std::unique_ptr<QTemporaryDir> m_directory;
    QProcessEnvironment m_environment;
};

void TestInstallPackages::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("bin")));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(QStringLiteral("HOWDAH_PACKAGES"));
    m_environment.insert(QStringLiteral("PATH"),
                         m_directory->filePath(QStringLiteral("bin")) + QStringLiteral(":/usr/bin:/bin"));
    const QString log = m_directory->filePath(QStringLiteral("calls"));
    standIn(QStringLiteral("apt-get"), QStringLiteral("echo \"apt-get $*\" >>'%1'").arg(log));
    standIn(QStringLiteral("sudo"), QStringLiteral("echo \"sudo $1\" >>'%1'\nexec \"$@\"").arg(log));
    standIn(QStringLiteral("apt-cache"), QStringLiteral("shift\nprintf '%s | 1.0 |\\n' \"$@\""));
    standIn(QStringLiteral("dpkg-query"), QStringLiteral("echo installed"));
    standIn(QStringLiteral("id"), QStringLiteral("echo 1000"));
}

void TestInstallPackages::standIn(const QString &name, const QString &script)
{
    QFile file(m_directory->filePath(QStringLiteral("bin/") + name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("#!/bin/sh\n" + script.toUtf8() + "\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

TestInstallPackages::Answer TestInstallPackages::run(const QStringList &sections, const QString &release)
{
    QFile file(m_directory->filePath(QStringLiteral("os-release")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {-1, {}};
    file.write(release.toUtf8() + "\n");
    file.close();
    m_environment.insert(QStringLiteral("HOWDAH_OS_RELEASE"), file.fileName());
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(qEnvironmentVariable("HOWDAH_SOURCE") + QStringLiteral("/installer/install-packages"), sections);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
}

QStringList TestInstallPackages::calls() const
{
    QFile file(m_directory->filePath(QStringLiteral("calls")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void TestInstallPackages::saysWhatAnUnknownDistributionNeeds_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("says");
    QTest::newRow("Fedora") << "ID=fedora\nVERSION_ID=40\nPRETTY_NAME=\"Fedora Linux 40\""
                            << "Fedora Linux 40";
    QTest::newRow("Ubuntu 22.04") << "ID=ubuntu\nVERSION_ID=\"22.04\"\nPRETTY_NAME=\"Ubuntu 22.04.5 LTS\""
                                  << "a Qt older than 6.4";
    QTest::newRow("Debian 11") << "ID=debian\nVERSION_ID=\"11\"\nPRETTY_NAME=\"Debian 11\""
                               << "a Qt older than 6.4";
    QTest::newRow("nothing known") << ""
                                   << "an unknown system";
}

void TestInstallPackages::saysWhatAnUnknownDistributionNeeds()
{
    QFETCH(const QString, release);
    QFETCH(const QString, says);
    const Answer answer = run({QStringLiteral("build")}, release);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.errors.contains(says), qPrintable(answer.errors));
    QVERIFY(answer.errors.contains(QStringLiteral("qt6-base-dev")));
    QVERIFY(answer.errors.contains(QStringLiteral("postgresql")));
    QCOMPARE(calls(), QStringList());
}

void TestInstallPackages::callsNothingWhenNothingIsMissing()
{
    const Answer answer = run({QStringLiteral("build"), QStringLiteral("run"), QStringLiteral("test")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.errors, QString());
    QCOMPARE(calls(), QStringList());
}

void TestInstallPackages::installsWhatIsMissing_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("release");
    QTest::addColumn<bool>("throughSudo");
    QTest::newRow("user, Debian 12") << "1000"
                                     << "ID=debian\nVERSION_ID=12" << true;
    QTest::newRow("root, Debian 13") << "0"
                                     << "ID=debian\nVERSION_ID=13" << false;
    QTest::newRow("root, Ubuntu 24.04") << "0"
                                        << "ID=ubuntu\nVERSION_ID=\"24.04\"" << false;
    QTest::newRow("root, of Ubuntu's family") << "0"
                                              << "ID=linuxmint\nVERSION_ID=22\nID_LIKE=\"ubuntu debian\"" << false;
}

void TestInstallPackages::installsWhatIsMissing()
{
    QFETCH(const QString, user);
    QFETCH(const QString, release);
    QFETCH(const bool, throughSudo);
    standIn(QStringLiteral("id"), QStringLiteral("echo %1").arg(user));
    standIn(QStringLiteral("dpkg-query"), xdotoolIsMissing);
    const Answer answer = run({QStringLiteral("test")}, release);
    QVERIFY2(answer.code == 0, qPrintable(answer.errors));
    QStringList expected{QStringLiteral("apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 xdotool")};
    if (throughSudo)
        expected.prepend(QStringLiteral("sudo env"));
    QCOMPARE(calls(), expected);
    QCOMPARE(answer.errors.contains(QStringLiteral("sudo is used for one thing")), throughSudo);
}

/// Each time it reads the lists of the whole distribution.
void TestInstallPackages::asksAptForAllAtOnce()
{
    standIn(QStringLiteral("id"), QStringLiteral("echo 0"));
    standIn(QStringLiteral("dpkg-query"), QStringLiteral("exit 1"));
    standIn(QStringLiteral("apt-cache"), QStringLiteral("echo \"$0\" >>'%1'\nshift\nprintf '%s | 1.0 |\\n' \"$@\"")
                                             .arg(m_directory->filePath(QStringLiteral("calls"))));
    QCOMPARE(run({QStringLiteral("build")}).code, 0);
    QVERIFY(calls().value(2).startsWith(QStringLiteral("apt-get install")));
    QCOMPARE(calls().size(), 3);
}

void TestInstallPackages::fetchesListsWhenAPackageIsNotInThem()
{
    standIn(QStringLiteral("id"), QStringLiteral("echo 0"));
    standIn(QStringLiteral("dpkg-query"), xdotoolIsMissing);
    standIn(QStringLiteral("apt-cache"), QStringLiteral("exit 0"));
    QCOMPARE(run({QStringLiteral("test")}).code, 0);
    QVERIFY2(calls().value(0).startsWith(QStringLiteral("apt-get update")),
             qPrintable(calls().join(QLatin1Char('\n'))));
    QVERIFY(calls().value(1).startsWith(QStringLiteral("apt-get install")));
}

void TestInstallPackages::believesTheUser()
{
    m_environment.insert(QStringLiteral("HOWDAH_PACKAGES"), QStringLiteral("installed"));
    const Answer answer = run({QStringLiteral("build")}, QStringLiteral("ID=fedora"));
    QCOMPARE(answer.code, 0);
    QCOMPARE(calls(), QStringList());
}

QTEST_GUILESS_MAIN(TestInstallPackages)
#include "test_install_packages.moc"
