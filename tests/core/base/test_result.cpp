#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace howdah;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValueOrAnError();
    void valueMayBeMoveOnly();
    void anErrorAsValueIsNotConfused();
    void successWithoutValue();
    void codesHaveNames_data();
    void codesHaveNames();
    void unknownNameIsUnknown();
    void fullTellsEverything();
};

void TestResult::holdsAValueOrAnError()
{
    const Result<int> good = 7;
    QVERIFY(good.ok());
    QVERIFY(static_cast<bool>(good));
    QCOMPARE(*good, 7);
    QCOMPARE(good.valueOr(1), 7);

    const Result<int> bad = Error{ErrorCode::TimedOut, QStringLiteral("late"), {}, {}, {}};
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().code, ErrorCode::TimedOut);
    QCOMPARE(bad.error().message, QStringLiteral("late"));
    QCOMPARE(bad.valueOr(1), 1);
}

void TestResult::valueMayBeMoveOnly()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = std::move(*result);
    QCOMPARE(*taken, 5);
}

void TestResult::anErrorAsValueIsNotConfused()
{
    const Result<QString> text = QStringLiteral("an error?");
    QVERIFY(text.ok());
    QCOMPARE(text->size(), 9);
}

void TestResult::successWithoutValue()
{
    const Result<void> good{};
    QVERIFY(good.ok());
    const Result<void> bad = Error{ErrorCode::Busy, {}, {}, {}, {}};
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().code, ErrorCode::Busy);
}

void TestResult::codesHaveNames_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= static_cast<int>(ErrorCode::NotReady); ++code)
        QTest::newRow(qPrintable(QString::number(code))) << code;
}

void TestResult::codesHaveNames()
{
    QFETCH(int, code);
    const auto wanted = static_cast<ErrorCode>(code);
    QCOMPARE(errorCodeName(wanted) == QLatin1String("Unknown"), wanted == ErrorCode::Unknown);
    QCOMPARE(errorCodeFromName(errorCodeName(wanted)), wanted);
}

void TestResult::unknownNameIsUnknown()
{
    QCOMPARE(errorCodeFromName(QStringLiteral("timedout")), ErrorCode::Unknown);
    QCOMPARE(errorCodeFromName({}), ErrorCode::Unknown);
}

void TestResult::fullTellsEverything()
{
    const Error bare{ErrorCode::Unknown, QStringLiteral("message"), {}, {}, {}};
    QCOMPARE(bare.full(), QStringLiteral("message"));
    const Error all{ErrorCode::ServerRefused, QStringLiteral("message"), QStringLiteral("because"),
                    QStringLiteral("do this"), QStringLiteral("42P01")};
    QCOMPARE(all.full(), QStringLiteral("message\nDetail: because\nHint: do this\nSQLSTATE: 42P01"));
}

QTEST_GUILESS_MAIN(TestResult)
#include "test_result.moc"
