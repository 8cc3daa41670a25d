#include "core/pg/synchronous_standbys.h"

#include <QRandomGenerator>
#include <QTest>

using namespace howdah;
using Method = SynchronousStandbys::Method;

class TestSynchronousStandbys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("any");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, const QStringList &names, int count, bool any, const char *written) {
            QTest::newRow(text) << QString::fromUtf8(text) << names << count << any << QString::fromUtf8(written);
        };
        const auto list = [](std::initializer_list<const char *> names) {
            QStringList all;
            for (const char *name : names)
                all << QString::fromUtf8(name);
            return all;
        };
        row("", {}, 0, false, "");
        row(" \t\n", {}, 0, false, "");
        row("a", list({"a"}), 1, false, "FIRST 1 (a)");
        row("a,b", list({"a", "b"}), 1, false, "FIRST 1 (a, b)");
        row("*", list({"*"}), 1, false, "FIRST 1 (*)");
        row("\"*\"", list({"*"}), 1, false, "FIRST 1 (*)");
        row("2(a,b)", list({"a", "b"}), 2, false, "FIRST 2 (a, b)");
        row("first 2 ( a , b )", list({"a", "b"}), 2, false, "FIRST 2 (a, b)");
        row("Any 12 (*)", list({"*"}), 12, true, "ANY 12 (*)");
        row("\"Any\"", list({"Any"}), 1, false, "FIRST 1 (\"Any\")");
        row("\"first\", b", list({"first", "b"}), 1, false, "FIRST 1 (\"first\", b)");
        row("3", list({"3"}), 1, false, "FIRST 1 (3)");
        row("2, 3", list({"2", "3"}), 1, false, "FIRST 1 (2, 3)");
        row("1 (2)", list({"2"}), 1, false, "FIRST 1 (2)");
        row("anyone, firstly", list({"anyone", "firstly"}), 1, false, "FIRST 1 (anyone, firstly)");
        row("a$1_b", list({"a$1_b"}), 1, false, "FIRST 1 (a$1_b)");
        row("\"a b\", \"c,d\", \"e(f)\", \"g\"\"h\"", list({"a b", "c,d", "e(f)", "g\"h"}), 1, false,
            "FIRST 1 (\"a b\", \"c,d\", \"e(f)\", \"g\"\"h\")");
        row("ANY 1 (\"ma\u00f1ana\", \u00fcber)", list({"ma\u00f1ana", "\u00fcber"}), 1, true,
            "ANY 1 (\"ma\u00f1ana\", \"\u00fcber\")");
        row("\"\"", list({""}), 1, false, "FIRST 1 (\"\")");
    }

    void isReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        QFETCH(int, count);
        QFETCH(bool, any);
        QFETCH(QString, written);
        const auto read = SynchronousStandbys::parse(text);
        QVERIFY(read);
        QCOMPARE(read->names, names);
        QCOMPARE(read->count, count);
        QCOMPARE(read->method, any ? Method::Any : Method::First);
        QCOMPARE(read->toString(), written);
        QCOMPARE(SynchronousStandbys::parse(read->toString()), read);
    }

    void whatTheServerRefusesIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"a b", "a,",    ",a",      "(a)",     "a (b)",   "2 ()",      "2 (a",   "2 (a))",          "any (a)",
              "any", "first", "first a", "any, b",  "0 (a)",   "ANY 0 (a)", "-1 (a)", "99999999999 (a)", "a-b",
              "\"a", "a;b",   "ANY 1 a", "2 (a) b", "2 (any)", "'a'",       "a.b"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatTheServerRefusesIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!SynchronousStandbys::parse(text));
    }

    void namesAreComparedAsTheServerDoes()
    {
        const auto standbys = SynchronousStandbys::parse(QStringLiteral("ANY 2 (a, \"B\", c)"));
        QVERIFY(standbys);
        QVERIFY(standbys->counts(QStringLiteral("A")) && standbys->counts(QStringLiteral("b")));
        QVERIFY(!standbys->counts(QStringLiteral("d")));
        // Each walsender counts, also two of one name.
        QCOMPARE(standbys->countedOf({QStringLiteral("b"), QStringLiteral("B"), QStringLiteral("d")}), 2);
        QCOMPARE(SynchronousStandbys::parse(QStringLiteral("*"))->countedOf({QStringLiteral("x")}), 1);
        QVERIFY(!SynchronousStandbys().counts(QString()));
    }

    void anythingIsReadWithoutHarm()
    {
        const QString letters = QStringLiteral("aA1 ,()\"*$_-\n\u00e9anyfirst");
        QRandomGenerator random(4711);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int length = random.bounded(12); length > 0; --length)
                text += letters.at(random.bounded(static_cast<int>(letters.size())));
            const auto read = SynchronousStandbys::parse(text);
            if (read)
                QCOMPARE(SynchronousStandbys::parse(read->toString()), read);
        }
    }
};

QTEST_GUILESS_MAIN(TestSynchronousStandbys)
#include "test_synchronous_standbys.moc"
