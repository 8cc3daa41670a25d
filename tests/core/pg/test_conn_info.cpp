#include "core/pg/conn_info.h"

#include <QRandomGenerator>
#include <QTest>

using namespace howdah;

namespace {
QString text(const ConnInfo &info)
{
    QStringList words;
    for (const ConnInfo::Setting &setting : info.settings())
        words << setting.keyword + QStringLiteral("=<") + setting.value + u'>';
    return words.join(u' ');
}
} // namespace

class TestConnInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void hostileValuesComeBack_data();
    void hostileValuesComeBack();
    void quotesOnlyWhereNeeded();
    void keepsPasswordsApart_data();
    void keepsPasswordsApart();
    void refusalDoesNotShowThePassword_data();
    void refusalDoesNotShowThePassword();
    void orderOfSettingDoesNotMatter();
    void anEmptyValueRemoves();
    void anyTextIsSafeToParse();
};

void TestConnInfo::parses_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("settings");
    const auto row = [](const char *title, const char *given, const char *settings) {
        QTest::newRow(title) << QString::fromUtf8(given) << QString::fromUtf8(settings);
    };
    row("nothing", "", "");
    row("blanks", "   ", "");
    row("keywords", "port=5433 host=db.example", "host=<db.example> port=<5433>");
    row("blanks around =", "host = db.example  port =5433", "host=<db.example> port=<5433>");
    row("quotes", "host='/var/run/my socket' dbname='it\\'s'", "host=</var/run/my socket> dbname=<it's>");
    row("backslash", "dbname=a\\ b", "dbname=<a b>");
    row("several hosts", "host=a,b port=5432,5433 target_session_attrs=read-write",
        "host=<a,b> port=<5432,5433> target_session_attrs=<read-write>");
    row("the last one counts", "host=a host=b", "host=<b>");
    row("URI", "postgresql://joe@db.example:5433/shop?sslmode=verify-full",
        "host=<db.example> port=<5433> dbname=<shop> user=<joe> sslmode=<verify-full>");
    row("URI, IPv6", "postgres://[2001:db8::1]:5433/", "host=<2001:db8::1> port=<5433>");
    row("URI, several hosts", "postgresql://a:1,b:2/x", "host=<a,b> port=<1,2> dbname=<x>");
    row("URI, escaped", "postgresql:///my%20shop?host=/run/pg%2F15", "host=</run/pg/15> dbname=<my shop>");
    row("service", "service=shop", "service=<shop>");
}

void TestConnInfo::parses()
{
    QFETCH(QString, given);
    QFETCH(QString, settings);
    const auto info = ConnInfo::parse(given);
    QVERIFY(info.ok());
    QCOMPARE(text(*info), settings);
    const auto again = ConnInfo::parse(info->toString());
    QVERIFY(again.ok());
    QCOMPARE(text(*again), settings);
    QCOMPARE(*again, *info);
}

void TestConnInfo::refuses_data()
{
    QTest::addColumn<QString>("given");
    QTest::newRow("no =") << QStringLiteral("localhost");
    QTest::newRow("unknown keyword") << QStringLiteral("hots=localhost");
    QTest::newRow("open quote") << QStringLiteral("host='localhost");
    QTest::newRow("URI, unknown parameter") << QStringLiteral("postgresql://h/?hots=1");
    QTest::newRow("URI, bad escape") << QStringLiteral("postgresql://h/%zz");
    QTest::newRow("URI, zero character") << QStringLiteral("postgresql://h/%00");
    QTest::newRow("URI, open bracket") << QStringLiteral("postgresql://[::1/");
    QTest::newRow("zero character") << QStringLiteral("host=a") + QChar(0) + QStringLiteral("b");
}

void TestConnInfo::refuses()
{
    QFETCH(QString, given);
    const auto info = ConnInfo::parse(given);
    QVERIFY(!info.ok());
    QCOMPARE(info.error().code, ErrorCode::Invalid);
    QVERIFY(!info.error().message.isEmpty());
    QVERIFY(!info.error().detail.isEmpty() || given.contains(QChar::Null));
}

void TestConnInfo::hostileValuesComeBack_data()
{
    QTest::addColumn<QString>("value");
    const QStringList values{QStringLiteral("with space"),
                             QStringLiteral(" "),
                             QStringLiteral("it's"),
                             QStringLiteral("'"),
                             QStringLiteral("''"),
                             QStringLiteral("\\"),
                             QStringLiteral("\\'"),
                             QStringLiteral("a\\\\'b"),
                             QStringLiteral("; DROP TABLE x; --"),
                             QStringLiteral("$(reboot)"),
                             QStringLiteral("`reboot`"),
                             QStringLiteral("line\nbreak\r\n\ttab"),
                             QStringLiteral("\"double\""),
                             QStringLiteral("a=b host=evil"),
                             QStringLiteral("größe 数据库 🐘"),
                             QStringLiteral("%s %1 %n"),
                             QStringLiteral("postgresql://x"),
                             QString(63, u'x'),
                             QString(21, QChar(0x6570))};
    for (const QString &value : values)
        QTest::newRow(value.toUtf8().toPercentEncoding().constData()) << value;
}

void TestConnInfo::hostileValuesComeBack()
{
    QFETCH(QString, value);
    ConnInfo info;
    info.set(QStringLiteral("dbname"), value);
    info.set(QStringLiteral("user"), value);
    const auto again = ConnInfo::parse(info.toString());
    QVERIFY(again.ok());
    QCOMPARE(again->database(), value);
    QCOMPARE(again->user(), value);
    QCOMPARE(*again, info);
}

void TestConnInfo::quotesOnlyWhereNeeded()
{
    ConnInfo info;
    info.set(QStringLiteral("port"), QStringLiteral("5432"));
    info.set(QStringLiteral("host"), QStringLiteral("db.example_1"));
    info.set(QStringLiteral("dbname"), QStringLiteral("it's"));
    QCOMPARE(info.toString(), QStringLiteral("host=db.example_1 port=5432 dbname='it\\'s'"));
}

void TestConnInfo::keepsPasswordsApart_data()
{
    QTest::addColumn<QString>("given");
    QTest::newRow("keyword") << QStringLiteral("host=h password=s3cret");
    QTest::newRow("URI") << QStringLiteral("postgresql://joe:s3cret@h/d");
    QTest::newRow("URI parameter") << QStringLiteral("postgresql://h/d?password=s3cret");
    QTest::newRow("of the key") << QStringLiteral("host=h sslpassword=s3cret");
}

void TestConnInfo::keepsPasswordsApart()
{
    QFETCH(QString, given);
    const auto info = ConnInfo::parse(given);
    QVERIFY(info.ok());
    const bool ofKey = given.contains(QLatin1String("sslpassword"));
    QCOMPARE((ofKey ? info->keyPassword() : info->password()).reveal(), QByteArrayLiteral("s3cret"));
    QVERIFY(info->has(ofKey ? QStringLiteral("sslpassword") : QStringLiteral("password")));
    QCOMPARE(info->value(QStringLiteral("password")), QString());
    QVERIFY(!info->toString().contains(QLatin1String("s3cret")));
    QVERIFY(!text(*info).contains(QLatin1String("s3cret")));
}

void TestConnInfo::refusalDoesNotShowThePassword_data()
{
    QTest::addColumn<QString>("given");
    QTest::newRow("blank in it") << QStringLiteral("host=h password=a s3cret");
    QTest::newRow("open quote") << QStringLiteral("host=h password='s3cret");
    QTest::newRow("upper case") << QStringLiteral("host=h PASSWORD=x s3cret=y");
    QTest::newRow("URI, unescaped") << QStringLiteral("postgresql://joe:s3cret%@h/d");
    QTest::newRow("URI, another scheme") << QStringLiteral("mysql://joe:s3cret@h/d");
    QTest::newRow("URI, at sign in it") << QStringLiteral("postgresql://joe:x@s3cret:a@h:b/d?oops");
}

void TestConnInfo::refusalDoesNotShowThePassword()
{
    QFETCH(QString, given);
    const auto info = ConnInfo::parse(given);
    QVERIFY(!info.ok());
    QVERIFY2(!info.error().full().contains(QLatin1String("s3cret")), qUtf8Printable(info.error().full()));
}

void TestConnInfo::orderOfSettingDoesNotMatter()
{
    ConnInfo one;
    one.set(QStringLiteral("sslmode"), QStringLiteral("require"));
    one.set(QStringLiteral("user"), QStringLiteral("u"));
    one.set(QStringLiteral("host"), QStringLiteral("h"));
    ConnInfo other;
    other.set(QStringLiteral("host"), QStringLiteral("first"));
    other.set(QStringLiteral("host"), QStringLiteral("h"));
    other.set(QStringLiteral("sslmode"), QStringLiteral("require"));
    other.set(QStringLiteral("user"), QStringLiteral("u"));
    QCOMPARE(one, other);
    QCOMPARE(one.toString(), QStringLiteral("host=h user=u sslmode=require"));
}

void TestConnInfo::anEmptyValueRemoves()
{
    ConnInfo info;
    info.set(QStringLiteral("host"), QStringLiteral("h"));
    info.set(QStringLiteral("password"), QStringLiteral("p"));
    const ConnInfo without = info.with(QStringLiteral("host"), {}).with(QStringLiteral("password"), {});
    QVERIFY(!without.has(QStringLiteral("host")));
    QVERIFY(!without.has(QStringLiteral("password")));
    QVERIFY(info.has(QStringLiteral("host")));
    QCOMPARE(without.toString(), QString());
}

void TestConnInfo::anyTextIsSafeToParse()
{
    const QString alphabet =
        QStringLiteral("abhostprdbname=='\\\\ :/@?&%2[],.\n\tüé🐘0159postgresql://password=\"$();-");
    QRandomGenerator random(20261120);
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        QString given = round % 3 == 0   ? QStringLiteral("postgresql://")
                        : round % 3 == 1 ? QStringLiteral("host=")
                                         : QString();
        for (int length = random.bounded(24); length > 0; --length)
            given += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        const auto info = ConnInfo::parse(given);
        if (!info.ok()) {
            QCOMPARE(info.error().code, ErrorCode::Invalid);
            continue;
        }
        ++accepted;
        const auto again = ConnInfo::parse(info->toString());
        QVERIFY2(again.ok() && *again == *info, qUtf8Printable(given));
    }
    QVERIFY(accepted > 100);
}

QTEST_GUILESS_MAIN(TestConnInfo)
#include "test_conn_info.moc"
