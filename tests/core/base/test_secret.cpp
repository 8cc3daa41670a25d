#include "core/base/secret.h"

#include <QTest>

#include <type_traits>

using namespace howdah;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesItsTextOnlyWhenAsked_data();
    void givesItsTextOnlyWhenAsked();
    void copiesShare();
};

void TestSecret::givesItsTextOnlyWhenAsked_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << QStringLiteral("s3cret");
    QTest::newRow("unicode") << QStringLiteral("contraseña 🐘 '\\\"");
}

void TestSecret::givesItsTextOnlyWhenAsked()
{
    QFETCH(QString, text);
    const Secret secret(text);
    QCOMPARE(secret.isEmpty(), text.isEmpty());
    QCOMPARE(secret.reveal(), text.toUtf8());
    // Neither a string nor a variant is made of it by accident.
    QVERIFY((!std::is_convertible_v<Secret, QString>));
    QVERIFY((!std::is_convertible_v<QString, Secret>));
}

void TestSecret::copiesShare()
{
    Secret copy;
    QVERIFY(copy.isEmpty());
    {
        const Secret first(QStringLiteral("s3cret"));
        copy = first;
    }
    QCOMPARE(copy.reveal(), QByteArrayLiteral("s3cret"));
    copy = Secret();
    QVERIFY(copy.isEmpty());
}

QTEST_GUILESS_MAIN(TestSecret)
#include "test_secret.moc"
