#include "core/hosts/host.h"
#include "core/hosts/host_key.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <QFile>
#include <QTest>

using namespace howdah;
using howdah::test::LiveSshd;
using howdah::test::said;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<CommandOutcome> logIn(const QString &hostId)
{
    Hosts hosts;
    return (*hosts.find(hostId))->run(Command{.argv = {QStringLiteral("true")}}, soon());
}

} // namespace

/// A key that is not on record is shown and put on record only on request; another one than that on record is no
/// question to be answered with yes.
class TestSshHostKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sshd.reset(); }

    void unknownKeyIsShownAndNotAccepted();
    void acceptedKeyIsTheOneThatWasShown_data();
    void acceptedKeyIsTheOneThatWasShown();
    void keyOnRecordIsNoQuestion();
    void noQuestionWhere_data();
    void noQuestionWhere();

private:
    std::unique_ptr<LiveSshd> m_sshd;
};

void TestSshHostKeys::init()
{
    m_sshd = LiveSshd::make();
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
}

void TestSshHostKeys::unknownKeyIsShownAndNotAccepted()
{
    const auto key = unknownHostKey(QStringLiteral("ssh:unknown"), soon());
    QVERIFY2(key.ok(), said(key));
    QVERIFY(key->has_value());
    QCOMPARE((*key)->kind, QStringLiteral("ED25519"));
    QCOMPARE((*key)->fingerprint, m_sshd->hostKeyFingerprint());
    QCOMPARE(contentOf((*key)->file), QByteArray());
    QVERIFY(!logIn(QStringLiteral("ssh:unknown")).ok());
}

void TestSshHostKeys::acceptedKeyIsTheOneThatWasShown_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("another machine's key") << QByteArray("# db2\n");
    QTest::newRow("a last line without its end") << QByteArray("# db2");
}

void TestSshHostKeys::acceptedKeyIsTheOneThatWasShown()
{
    QFETCH(QByteArray, before);
    const auto key = unknownHostKey(QStringLiteral("ssh:unknown"), soon());
    QVERIFY2(key.ok() && key->has_value(), said(key));
    QFile file((*key)->file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
    file.close();
    const auto recorded = putOnRecord(**key);
    QVERIFY2(recorded.ok(), said(recorded));
    const QByteArray content = contentOf((*key)->file);
    QVERIFY2(content.startsWith(before) && content.count('\n') == (before.isEmpty() ? 1 : 2), content);
    const auto in = logIn(QStringLiteral("ssh:unknown"));
    QVERIFY2(in.ok(), said(in));
}

void TestSshHostKeys::keyOnRecordIsNoQuestion()
{
    const auto key = unknownHostKey(QStringLiteral("ssh:good"), soon());
    QVERIFY2(key.ok(), said(key));
    QVERIFY(!key->has_value());
}

void TestSshHostKeys::noQuestionWhere_data()
{
    QTest::addColumn<QString>("hostId");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("another key is on record")
        << "ssh:changed" << int(ErrorCode::Authentication) << "another host key than the one on record";
    QTest::newRow("nothing listens") << "ssh:nowhere" << int(ErrorCode::Unreachable) << "no SSH server listens";
    QTest::newRow("no such machine") << "ssh:nameless" << int(ErrorCode::Unreachable) << "no machine of the name";
    QTest::newRow("no id") << "ssh:-oProxyCommand=true" << int(ErrorCode::Invalid) << "names no machine";
}

void TestSshHostKeys::noQuestionWhere()
{
    QFETCH(QString, hostId);
    QFETCH(QString, words);
    const auto key = unknownHostKey(hostId, soon());
    QVERIFY(!key.ok());
    QTEST(int(key.error().code), "code");
    QVERIFY2(key.error().message.contains(words), said(key));
}

QTEST_GUILESS_MAIN(TestSshHostKeys)
#include "test_ssh_host_keys.moc"
