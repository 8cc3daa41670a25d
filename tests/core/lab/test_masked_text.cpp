#include "core/lab/exercises/masked_text.h"

#include <QTest>

using namespace howdah;

class TestMaskedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesPasswords_data();
    void hidesPasswords();
};

void TestMaskedText::hidesPasswords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *typed, const char *kept) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(kept);
    };
    row("CREATE ROLE r LOGIN PASSWORD 's3cret'", "CREATE ROLE r LOGIN PASSWORD '•••'");
    row("alter role r password 'it''s' valid until 'x'", "alter role r password '•••' valid until 'x'");
    row("ALTER ROLE r PASSWORD E'a''b'", "ALTER ROLE r PASSWORD '•••'");
    row("ALTER ROLE r PASSWORD $x$a'b$x$;", "ALTER ROLE r PASSWORD '•••';");
    row("host=h password=s3cret user=u", "host=h password=••• user=u");
    row("primary_conninfo = 'host=h password=s3cret'", "primary_conninfo = 'host=h password=•••'");
    row("host=h password='a b' user=u", "host=h password=••• user=u");
    row("PGPASSWORD=s3cret psql", "PGPASSWORD=••• psql");
    row("psql postgresql://u:s3cret@h/db", "psql postgresql://u:•••@h/db");
    row("psql postgresql://u@h/db", "psql postgresql://u@h/db");
    row("passfile=/x/passfile", "passfile=/x/passfile");
    row("SHOW password_encryption", "SHOW password_encryption");
}

void TestMaskedText::hidesPasswords()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QCOMPARE(maskedText(typed), kept);
}

QTEST_GUILESS_MAIN(TestMaskedText)
#include "test_masked_text.moc"
