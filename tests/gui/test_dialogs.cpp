// Adding a cluster and making a lab: what is refused, with which sentence, and that nothing is done then.
#include "tests/gui/accessible_names.h"
#include "ui/theme/theme.h"
#include "ui/window/add_cluster_dialog.h"
#include "ui/window/create_lab_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace howdah;

namespace {

template <typename Widget> Widget *find(const QWidget &window, const char *name)
{
    return window.findChild<Widget *>(QLatin1String(name));
}

constexpr int patience = 30000;

/// Listens on a free port and never says a word.
class SilentServer
{
public:
    SilentServer()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        m_listens = ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), length) == 0 &&
                    ::listen(m_socket, 1) == 0 &&
                    ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &length) == 0;
        m_port = ntohs(address.sin_port);
    }
    ~SilentServer() { ::close(m_socket); }
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;

    [[nodiscard]] bool listens() const { return m_listens; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] bool wasCalled() const
    {
        pollfd waiting{m_socket, POLLIN, 0};
        return ::poll(&waiting, 1, 0) == 1;
    }

private:
    int m_socket;
    int m_port = 0;
    bool m_listens = false;
};

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectionsThatCannotBe_data();
    void connectionsThatCannotBe();
    void lookingCanBeStopped();
    void partsMakeAConnection();
    void namesOfClusters_data();
    void namesOfClusters();
    void namesOfLabs_data() { namesOfClusters_data(); }
    void namesOfLabs();
    void aLabThatCannotBeMadeSaysWhy();
    void everythingFocusableHasAName();

private:
    QTemporaryDir m_home;
    Hosts m_hosts;
};

void TestDialogs::initTestCase()
{
    qputenv("HOWDAH_HOME", m_home.path().toUtf8());
    theme::apply(*qApp, theme::Mode::Light);
}

void TestDialogs::connectionsThatCannotBe_data()
{
    QTest::addColumn<QString>("connection");
    QTest::newRow("nobody listens") << QStringLiteral("host=127.0.0.1 port=1 user=postgres");
    QTest::newRow("unknown host") << QStringLiteral("host=no-such-host.invalid user=postgres");
    QTest::newRow("no settings at all") << QStringLiteral("this is no conninfo");
    QTest::newRow("unknown keyword") << QStringLiteral("hots=127.0.0.1");
    QTest::newRow("quote left open") << QStringLiteral("host='127.0.0.1");
    QTest::newRow("markup") << QStringLiteral("<b>host</b>=1");
}

void TestDialogs::connectionsThatCannotBe()
{
    QFETCH(QString, connection);
    AddClusterDialog dialog({}, {}, m_hosts);
    dialog.show();
    find<QLineEdit>(dialog, "connection")->setText(connection);
    find<QLineEdit>(dialog, "password")->setText(QStringLiteral("verysecret"));
    QTest::mouseClick(find<QPushButton>(dialog, "findNodes"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(dialog, "errorMessage"), patience);
    auto *message = find<QLabel>(dialog, "errorMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().size() > 10);
    QVERIFY(!find<QPushButton>(dialog, "addCluster")->isEnabled());
    QTest::mouseClick(find<QPushButton>(dialog, "copyDetails"), Qt::LeftButton);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
    QVERIFY(!QApplication::clipboard()->text().contains(QLatin1String("verysecret")));
    find<QLineEdit>(dialog, "connection")->setText(QStringLiteral("host=other"));
    QVERIFY(!find<QLabel>(dialog, "errorMessage")); // it spoke of what is no longer there
}

void TestDialogs::lookingCanBeStopped()
{
    const SilentServer silent;
    QVERIFY(silent.listens());
    AddClusterDialog dialog({}, {}, m_hosts);
    dialog.show();
    find<QLineEdit>(dialog, "connection")
        ->setText(QStringLiteral("host=127.0.0.1 port=%1 user=postgres").arg(silent.port()));
    auto *button = find<QPushButton>(dialog, "findNodes");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(silent.wasCalled(), patience);
    QCOMPARE(button->text(), QStringLiteral("Stop"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(button->text(), QStringLiteral("Find nodes"));
    QVERIFY(!find<QLabel>(dialog, "errorMessage"));
}

void TestDialogs::partsMakeAConnection()
{
    AddClusterDialog dialog({}, {}, m_hosts);
    dialog.show();
    QTest::keyClick(dialog.findChild<QWidget *>(QStringLiteral("parts"))->findChild<QAbstractButton *>(),
                    Qt::Key_Space);
    QTRY_VERIFY(find<QLineEdit>(dialog, "host")->isVisible());
    QTest::keyClicks(find<QLineEdit>(dialog, "host"), QStringLiteral("db 1"));
    QTest::keyClicks(find<QLineEdit>(dialog, "user"), QStringLiteral("o'brien"));
    find<QSpinBox>(dialog, "port")->setValue(5433);
    const Result<ConnInfo> made = ConnInfo::parse(find<QLineEdit>(dialog, "connection")->text());
    QVERIFY(made.ok());
    QCOMPARE(made->host(), QStringLiteral("db 1"));
    QCOMPARE(made->user(), QStringLiteral("o'brien"));
    QCOMPARE(made->port(), QStringLiteral("5433"));
}

void TestDialogs::namesOfClusters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << QStringLiteral("production") << true;
    QTest::newRow("taken") << QStringLiteral("taken") << false;
    QTest::newRow("taken but for spaces") << QStringLiteral("  taken ") << false;
    QTest::newRow("spaces only") << QStringLiteral("   ") << false;
    QTest::newRow("64 bytes") << QString(64, u'a') << false;
    QTest::newRow("63 bytes") << QString(63, u'a') << true;
    QTest::newRow("32 umlauts are 64 bytes") << QString(32, QChar(0xf6)) << false;
    QTest::newRow("quotes and the like") << QStringLiteral("a'b\"c;$(d)<b>") << true;
}

void TestDialogs::namesOfClusters()
{
    QFETCH(QString, name);
    QFETCH(bool, accepted);
    AddClusterDialog dialog({QStringLiteral("taken")}, {}, m_hosts);
    dialog.show();
    find<QLineEdit>(dialog, "clusterName")->setText(name);
    QCOMPARE(find<QLabel>(dialog, "nameObjection")->text().isEmpty(), accepted);
    QVERIFY(!find<QPushButton>(dialog, "addCluster")->isEnabled());
    QVERIFY(find<QPushButton>(dialog, "addCluster")->toolTip().contains(QLatin1String("nodes first")));
}

void TestDialogs::namesOfLabs()
{
    QFETCH(QString, name);
    QFETCH(bool, accepted);
    CreateLabDialog dialog(m_hosts, {QStringLiteral("taken")});
    dialog.show();
    find<QLineEdit>(dialog, "labName")->setText(name);
    QCOMPARE(find<QLabel>(dialog, "labNameObjection")->text().isEmpty(), accepted);
    QCOMPARE(find<QPushButton>(dialog, "createLab")->isEnabled(), accepted);
}

void TestDialogs::aLabThatCannotBeMadeSaysWhy()
{
    qputenv("HOWDAH_PG_BINDIR", "/nonexistent/bin");
    CreateLabDialog dialog(m_hosts, {});
    QSignalSpy ended(&dialog, &QDialog::finished);
    dialog.show();
    QTest::mouseClick(find<QPushButton>(dialog, "createLab"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(dialog, "errorMessage") || !ended.isEmpty(), patience);
    qunsetenv("HOWDAH_PG_BINDIR");
    QVERIFY(ended.isEmpty());
    QVERIFY(find<QPushButton>(dialog, "createLab")->isEnabled());
}

void TestDialogs::everythingFocusableHasAName()
{
    AddClusterDialog add({}, {QStringLiteral("Production")}, m_hosts);
    add.show();
    QCOMPARE(widgetsWithoutName(&add).join(u'\n'), QString());
    CreateLabDialog create(m_hosts, {});
    create.show();
    QCOMPARE(widgetsWithoutName(&create).join(u'\n'), QString());
}

QTEST_MAIN(TestDialogs)
#include "test_dialogs.moc"
