#include "core/backup/name_pattern.h"

#include <QTest>

using namespace howdah;

namespace {
QString at(const char *text)
{
    return QString::fromUtf8(text);
}
} // namespace

/// Patterns as pg_dump takes them.
class TestNamePattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternMatches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *schema, const char *name, bool matches) {
            QTest::newRow(qPrintable(at(pattern) + QLatin1Char(' ') + at(schema) + QLatin1Char('.') + at(name)))
                << at(pattern) << at(schema) << at(name) << matches;
        };
        row("orders", "sales", "orders", true);
        row("Orders", "sales", "orders", true);
        row("\"Orders\"", "sales", "orders", false);
        row("\"Odd Name\"", "public", "Odd Name", true);
        row("sales.*", "sales", "orders", true);
        row("sales.*", "salesman", "orders", false);
        row("s?les.ord*", "sales", "orders", true);
        row("\"a*\"", "public", "ab", false);
        row("\"a\"\"b\"", "public", "a\"b", true);
        row("a+b", "public", "aab", false);
    }
    void aPatternMatches()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, schema);
        QFETCH(QString, name);
        QFETCH(bool, matches);
        const auto parsed = NamePattern::parse(pattern);
        QVERIFY(parsed);
        QCOMPARE(parsed->matches(schema, name), matches);
        const auto exact = NamePattern::parse(exactPattern(schema, name));
        QVERIFY(exact && exact->matches(schema, name));
    }

    void noPatterns()
    {
        for (const char *text : {"", "a.b.c", "\"a", "a.", ".b"})
            QVERIFY2(!NamePattern::parse(at(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestNamePattern)
#include "test_name_pattern.moc"
