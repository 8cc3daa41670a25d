#include "core/operations/library/archive_receiver_parts.h"
#include "tests/core/operations/situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

using Spoil = std::function<void(MadeSituation &)>;
const QString receiveWal = QStringLiteral("receive-wal");

QString at(const char *text)
{
    return QString::fromUtf8(text);
}

QVariantMap place(const QVariantMap &changed = {})
{
    const ArchiveSurroundings usual{.user = at("postgres"),
                                    .what = ArchiveSurroundings::What::Absent,
                                    .mayWrite = true,
                                    .owner = at("postgres"),
                                    .nearest = at("/srv/pg"),
                                    .resolved = at("/srv/pg"),
                                    .freeBytes = 1LL << 40};
    QVariantMap values = usual.toValues();
    values.insert(changed);
    return values;
}

MadeSituation ready()
{
    MadeSituation made;
    made.snapshot.nodes[1].definition.hostId = at("ssh:db2");
    QVariantMap layout = layoutFact(at("n2"));
    layout.insert(at("hostId"), at("ssh:db2"));
    made.fact(at("layout"), layout);
    made.fact(at("receiver"), {{at("archive"), place()},
                               {at("maxSlots"), 10},
                               {at("slots"), 2},
                               {at("slot"), QString()},
                               {at("maxSenders"), 10},
                               {at("senders"), 2},
                               {at("pid"), 0},
                               {at("program"), true}});
    made.fact(at("login"), {{at("identified"), at("4711")}});
    made.fact(at("keeping"), {{at("systemd"), true}, {at("crontab"), true}, {at("cronRuns"), true}});
    return made;
}

Spoil fact(const char *name, const QVariant &value)
{
    return [=](MadeSituation &made) { made.fact(at("receiver"), {{at(name), value}}); };
}

Spoil seen(const QVariantMap &changed)
{
    return fact("archive", place(changed));
}

Spoil argument(const char *id, const char *value)
{
    return [=](MadeSituation &made) { made.situation.arguments.insert(at(id), at(value)); };
}

} // namespace

class TestArchiveReceiverDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itRunsAwayFromTheServer()
    {
        const Preparation preparation = ready().decided(receiveWal);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        QCOMPARE(preparation.situation.argument(at("from")), at("n1"));
        QCOMPARE(preparation.situation.argument(at("beside")), at("n2"));
        QCOMPARE(preparation.situation.argument(at("directory")), at("/srv/pg/received"));
        const library::ReceiverParts parts = library::ReceiverParts::of(preparation.situation);
        QVERIFY(parts.script().contains("--slot=howdah_receivewal") && parts.script().contains("application_name"));
        QVERIFY(parts.unit().contains("ExecStart=\"/srv/pg/received/.howdah/receive-wal\"\n"));
        QVERIFY(parts.keptBy == library::ReceiverParts::KeptBy::Systemd);
        QCOMPARE(parts.installedUnit(), at("/etc/systemd/system/howdah_receivewal.service"));
        QVERIFY(parts.crontabLine().startsWith(at("* * * * * '/srv/pg/received/.howdah/receive-wal' >>")) ||
                parts.crontabLine().startsWith(at("* * * * * /srv/pg/received/.howdah/receive-wal >>")));
        QVERIFY(!parts.argv().contains(at("--compress=6")));
    }

    void everyDoubt_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *check, const Spoil &spoil, const char *verdict) {
            QTest::newRow(title) << at(check) << spoil << at(verdict);
        };
        row(
            "the server is down", "from-answers",
            [](MadeSituation &made) {
                made.situation.arguments.insert(at("from"), at("n1"));
                kill(made.snapshot.nodes[0]);
            },
            "blocked");
        row(
            "no login", "login",
            [](MadeSituation &made) {
                made.fails(at("login"), {.code = ErrorCode::Authentication, .message = at("No password.")});
            },
            "blocked");
        row(
            "no access", "host-access",
            [](MadeSituation &made) {
                made.fails(at("layout"), {.code = ErrorCode::Unsupported, .message = at("No.")});
            },
            "blocked");
        row("no program", "program", fact("program", false), "blocked");
        row("one runs already", "program", fact("pid", 4711), "blocked");
        row("the slot is there", "slot", fact("slot", at("physical")), "blocked");
        row("no slot is left", "slot", fact("slots", 10), "blocked");
        row("no walsender is left", "senders", fact("senders", 10), "blocked");
        row("in the data directory", "directory", argument("directory", "/srv/pg/n2/received"), "blocked");
        row("no parent", "directory", seen({{at("nearest"), at("/")}}), "blocked");
        row("a file", "directory", seen({{at("what"), int(ArchiveSurroundings::What::Other)}}), "blocked");
        row("not writable", "directory", seen({{at("mayWrite"), false}}), "blocked");
        row("another cluster's", "directory", seen({{at("archiveOf"), at("99 theirs")}}), "blocked");
        row("filled by archive_command", "directory", seen({{at("hasScripts"), true}}), "blocked");
        row("on the server's own host", "where", argument("beside", "n1"), "warning");
        const auto keeping = [](const char *by, const char *lacks) -> Spoil {
            return [=](MadeSituation &made) {
                made.situation.arguments.insert(at("kept-by"), at(by));
                made.fact(at("keeping"), {{at(lacks), false}});
            };
        };
        row("no systemd", "kept", keeping("systemd", "systemd"), "blocked");
        row("no crontab", "kept", keeping("cron", "crontab"), "blocked");
        row("no cron daemon", "kept", keeping("cron", "cronRuns"), "warning");
        row("nobody starts it again", "kept", keeping("nobody", "cronTold"), "warning");
        row("nothing to stop", "program", argument("receiving", "off"), "warning");
    }
    void everyDoubt()
    {
        QFETCH(QString, check);
        QFETCH(Spoil, spoil);
        QFETCH(QString, verdict);
        MadeSituation made = ready();
        spoil(made);
        const Preparation preparation = made.decided(receiveWal);
        QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
        if (verdict == at("blocked"))
            QCOMPARE(preparation.readiness, Readiness::NotReady);
    }
};

QTEST_GUILESS_MAIN(TestArchiveReceiverDecision)
#include "test_archive_receiver_decision.moc"
