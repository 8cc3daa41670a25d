// The operations on every major version that Howdah operates: a row each.
#include "tests/live/lab/version_lab.h"
#include "tests/support/postgres_versions.h"

#include <QDir>

using namespace howdah;
using namespace howdah::test;

namespace {

QString at(const char *text)
{
    return QString::fromLatin1(text);
}

/// The control file is written the same from 13 to 17, so that this machine's pg_controldata reads it; that of 18 is
/// read by its own alone.
constexpr int lastWithThisControlFile = 17;

/// Servers of that version, with the tools of their own or those that this machine's PostgreSQL can lend them. The
/// programs are copies: a server's tools are looked for beside its program, wherever links lead.
class BorrowedTools
{
public:
    BorrowedTools(const QString &programs, const QString &lender)
    {
        QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755));
        QDir(m_directory.path()).mkpath(QStringLiteral("bin"));
        const QFileInfo home(QFileInfo(programs).path());
        for (const QFileInfo &beside : QDir(home.filePath()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (beside.fileName() != u"bin")
                QFile::link(beside.filePath(), m_directory.filePath(beside.fileName()));
        for (const QFileInfo &program : QDir(programs).entryInfoList(QDir::Files))
            QFile::copy(program.filePath(), path() + QLatin1Char('/') + program.fileName());
        for (const QFileInfo &program : QDir(lender).entryInfoList(QDir::Files))
            if (const QString own = path() + QLatin1Char('/') + program.fileName(); !QFile::exists(own))
                QFile::link(program.filePath(), own);
    }
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("bin")); }

private:
    QTemporaryDir m_directory{QStringLiteral("/tmp/howdah-versions-XXXXXX")};
};

struct Change
{
    const char *operation;
    Arguments arguments;
};

const QList<Change> &changes()
{
    static const QList<Change> all{
        {"set-parameter", {{at("node"), allNodes()}, {at("name"), at("work_mem")}, {at("value"), at("5MB")}}},
        {"create-slot", {{at("node"), at("n1")}, {at("name"), at("extra")}}},
        {"drop-slot", {{at("node"), at("n1")}, {at("slot"), at("extra")}}},
        {"synchronous", {{at("method"), at("any")}, {at("standbys"), at("n2,n3")}, {at("count"), at("1")}}},
        {"follow", {{at("node"), at("n3")}, {at("upstream"), at("n2")}}},
        {"set-delay", {{at("node"), at("n3")}, {at("delay"), at("1s")}}},
        {"set-delay", {{at("node"), at("n3")}, {at("delay"), at("0s")}}},
        {"restart", {{at("node"), at("n3")}}},
        {"prepare-primary", {}}};
    return all;
}

} // namespace

class TestOperationVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperation_data()
    {
        QTest::addColumn<int>("major");
        for (const int major : operatedMajors)
            QTest::addRow("%d", major) << major;
    }

    void everyOperation()
    {
        QFETCH(int, major);
        const Result<QString> programs = serverPrograms(major);
        if (!programs)
            QSKIP(said(programs).constData());
        const bool needsItsOwn = major > lastWithThisControlFile;
        const Result<QString> lender = needsItsOwn ? allPrograms(major) : Result<QString>(postgresBinDirectory());
        if (!lender)
            QSKIP(said(lender).constData());
        const BorrowedTools tools(*programs, *lender);
        VersionLab lab;
        const Result<void> made = lab.create(tools.path(), 2);
        QVERIFY2(made.ok(), said(made));
        const auto operate = [&](const Change &change) {
            lab.operate(at(change.operation), change.arguments);
            if (QTest::currentTestFailed())
                qWarning("%s", change.operation);
            return !QTest::currentTestFailed();
        };
        for (const Change &change : changes())
            if (!operate(change))
                return;
        QCOMPARE(lab.sql(at("n1"), at("SHOW work_mem")), at("5MB"));
        if (!operate({"switchover", {{at("to"), at("n2")}}}) ||
            !operate({"failover", {{at("candidate"), at("n1")}, {at("fence"), at("stop")}}}))
            return;
        lab.sql(at("n1"), at("CREATE TABLE t AS SELECT 1 AS id"));
        if (!operate({"rejoin", {{at("node"), at("n2")}}}))
            return;
        QVERIFY(lab.shows([&] { return lab.isCaughtUp(at("n2")); }));
        QCOMPARE(lab.node(at("n2")).upstream, at("n1"));
    }
};

QTEST_GUILESS_MAIN(TestOperationVersions)
#include "test_versions.moc"
