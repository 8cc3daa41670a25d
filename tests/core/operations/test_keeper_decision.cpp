#include "core/backup/barman.h"
#include "core/backup/pgbackrest.h"
#include "core/operations/library/keeper_parts.h"
#include "tests/core/operations/decision_rows.h"

using namespace howdah;
using namespace howdah::test;

namespace {

QVariantMap kept(const char *name, const char *system, const QStringList &backups)
{
    return {{at("installed"), true},
            {at("clusters"), QVariantMap{{at(name), at(system)}}},
            {at("backups"), QVariantMap{{at(name), backups}}}};
}

MadeSituation ready(const QString &)
{
    MadeSituation made;
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("keeper"), {{at("pgbackrest"), kept("shop", "4711", {at("old"), at("new")})},
                             {at("barman"), kept("main", "4711", {at("20261120T000000")})},
                             {at("login"), at("root")}});
    made.fact(at("place"), {{at("there"), false}, {at("writable"), true}, {at("reached"), true}});
    return made;
}

Spoil keeper(const char *id, const QVariantMap &values)
{
    return all({argument("keeper", id), fact("keeper", id, values)});
}

} // namespace

/// Every reason for which pgBackRest and Barman are not asked to take or restore a backup.
class TestKeeperDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoKnowsTheClusterIsSuggested()
    {
        const Preparation both = ready({}).decided(at("keeper-restore"));
        QVERIFY2(both.readiness == Readiness::Ready, qPrintable(both.sentence));
        QCOMPARE(both.situation.argument(at("keeper")), at("pgbackrest"));
        QCOMPARE(both.situation.argument(at("name")), at("shop"));
        QCOMPARE(both.situation.argument(at("backup")), at("new"));
        MadeSituation made = ready({});
        made.fact(at("keeper"), {{at("pgbackrest"), kept("other", "99", {})}});
        const Preparation barman = made.decided(at("keeper-backup"));
        QVERIFY2(barman.readiness == Readiness::Ready, qPrintable(barman.sentence));
        QCOMPARE(barman.situation.argument(at("keeper")), at("barman"));
        QCOMPARE(library::KeeperParts::of(barman.situation).user, at("barman"));
    }

    void itsCallNamesItsConfiguration()
    {
        MadeSituation made = ready({});
        made.situation.arguments.insert(at("config"), at("/etc/a b.conf"));
        const library::KeeperParts parts = library::KeeperParts::of(made.decided(at("keeper-backup")).situation);
        QCOMPARE(parts.argv({at("backup")}),
                 QStringList({at("pgbackrest"), at("--config=/etc/a b.conf"), at("--stanza=shop"), at("backup")}));
    }

    void everyDoubt_data()
    {
        const QVariantMap none{{at("installed"), false}};
        const QVariantMap broken{{at("installed"), true}, {at("issue"), at("ERROR: [031]")}};
        const QVariantMap nothing{{at("installed"), true}};
        addDoubtRows({
            {"keeper-backup", "no access", "host-access", failing("layout"), "blocked"},
            {"keeper-backup", "not installed", "keeper", keeper("barman", none), "blocked"},
            {"keeper-backup", "it cannot be asked", "keeper", keeper("pgbackrest", broken), "blocked"},
            {"keeper-backup", "it knows none", "known", keeper("pgbackrest", nothing), "blocked"},
            {"keeper-backup", "it knows another", "known", keeper("barman", kept("x", "99", {})), "blocked"},
            {"keeper-backup", "it knows another by that name", "known",
             all({keeper("barman", kept("x", "99", {})), argument("name", "x")}), "blocked"},
            {"keeper-backup", "it cannot tell which", "known",
             all({keeper("barman", kept("x", "", {})), argument("name", "x")}), "blocked"},
            {"keeper-backup", "no such name", "known", argument("name", "nobody"), "blocked"},
            {"keeper-restore", "no backup yet", "backup", keeper("pgbackrest", kept("shop", "4711", {})), "blocked"},
            {"keeper-restore", "no such backup", "backup", argument("backup", "older"), "blocked"},
            {"keeper-restore", "it is there already", "place", fact("place", "there", true), "blocked"},
            {"keeper-restore", "not writable", "place", fact("place", "writable", false), "blocked"},
            {"keeper-restore", "not entered", "place", fact("place", "reached", false), "blocked"},
            {"keeper-restore", "in the data directory", "place", argument("into", "/srv/pg/n1/copy"), "blocked"},
            {"keeper-restore", "nobody hands it over", "hand-over",
             all({argument("keeper", "barman"), fact("keeper", "login", at("me"))}), "blocked"},
        });
    }
    void everyDoubt() { checkDoubt(ready); }

    void barmanKeepsNoOtherKind()
    {
        MadeSituation made = ready({});
        made.situation.arguments = {{at("keeper"), at("barman")}, {at("type"), at("incr")}};
        QCOMPARE(made.decided(at("keeper-backup")).readiness, Readiness::NotReady);
    }

    void whatTheyKnowIsRead()
    {
        const auto stanzas = parsePgBackRestStanzas(
            R"([{"name":"shop","backup":[{"label":"a"},{"label":"b"}],"db":[{"system-id":1},{"system-id":4711}]}])");
        QVERIFY(stanzas);
        QCOMPARE(*stanzas, (QList<KeptCluster>{{at("shop"), at("4711"), {at("a"), at("b")}}}));
        const QList<KeptCluster> servers = barmanClusters(
            {{.name = at("main"),
              .server = R"({"main": {"postgres_systemid": "4711"}})",
              .backups = R"({"main": [{"backup_id": "b", "status": "DONE"}, {"backup_id": "x", "status": "FAILED"},
                             {"backup_id": "a", "status": "DONE"}]})"}});
        QCOMPARE(servers, (QList<KeptCluster>{{at("main"), at("4711"), {at("a"), at("b")}}}));
    }
};

QTEST_GUILESS_MAIN(TestKeeperDecision)
#include "test_keeper_decision.moc"
