#include "core/base/ids.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace howdah;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operationIdsAreUniqueAndPlain();
};

void TestIds::operationIdsAreUniqueAndPlain()
{
    static const QRegularExpression form(QStringLiteral("^\\d{8}-\\d{6}-[0-9a-f]{6}$"));
    QSet<QString> ids;
    for (int count = 0; count < 100; ++count) {
        const QString id = newOperationId();
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
        ids.insert(id);
    }
    QVERIFY(ids.size() >= 99); // 24 random bits: two of a hundred in one second meet once in three thousand runs
}

QTEST_GUILESS_MAIN(TestIds)
#include "test_ids.moc"
