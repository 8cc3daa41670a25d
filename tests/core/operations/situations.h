#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/preparation.h"
#include "tests/support/untitled_results.h"

#include <QTest>

#include <memory>

namespace howdah::test {

/// Situations made by hand: a cluster of a primary n1 and standbys, and what the probes would have seen.
inline NodeState madeNode(const QString &name, NodeRole role, int port, const QString &upstream = {})
{
    auto sample = std::make_shared<NodeSample>();
    sample->node = name;
    sample->takenAt = QDateTime::currentDateTimeUtc();
    sample->version = ServerVersion(150020);
    sample->inRecovery = role == NodeRole::Standby;
    sample->dataDirectory = QStringLiteral("/srv/pg/") + name;
    NodeState node;
    node.definition = {.name = name,
                       .connInfo = *ConnInfo::parse(
                           QStringLiteral("host=127.0.0.1 port=%1 user=postgres passfile=/srv/pg/pass").arg(port)),
                       .hostId = QStringLiteral("local"),
                       .dataDirectory = sample->dataDirectory};
    node.role = node.lastRole = role;
    node.timeline = 1;
    node.upstream = upstream;
    node.sample = node.lastAnswer = sample;
    return node;
}

inline void kill(NodeState &node)
{
    auto failed = std::make_shared<NodeSample>();
    failed->failure = Error{.code = ErrorCode::Unreachable, .message = QStringLiteral("Connection refused")};
    node.sample = failed;
    node.role = NodeRole::Unknown;
}

class MadeSituation
{
public:
    MadeSituation()
    {
        snapshot.definition.name = QStringLiteral("c");
        snapshot.systemIdentifier = QStringLiteral("4711");
        snapshot.nodes = {madeNode(QStringLiteral("n1"), NodeRole::Primary, 5433),
                          madeNode(QStringLiteral("n2"), NodeRole::Standby, 5434, QStringLiteral("n1")),
                          madeNode(QStringLiteral("n3"), NodeRole::Standby, 5435, QStringLiteral("n1"))};
    }

    void fact(const QString &probe, const QVariantMap &values)
    {
        Fact &known = situation.facts[probe];
        known.values.insert(values);
        known.observedAt = QDateTime::currentDateTimeUtc();
    }
    void fails(const QString &probe, const Error &error) { situation.facts[probe] = Fact{.error = error}; }

    [[nodiscard]] Preparation decided(const QString &operation)
    {
        situation.snapshot = std::make_shared<ClusterSnapshot>(snapshot);
        situation.operationId = QStringLiteral("20261120-000000-abcdef");
        situation.now = QDateTime::currentDateTimeUtc();
        situation.arguments = withSuggestions(*findOperation(operation), situation);
        const Preparation preparation = decide(*findOperation(operation), situation);
        if (const QStringList untitled = untitledResults(*findOperation(operation), preparation.plan);
            !untitled.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("Results of %1 without a title: %2")
                                        .arg(operation, untitled.join(QStringLiteral(", ")))),
                         __FILE__, __LINE__);
        return preparation;
    }

    static QString verdict(const Preparation &preparation, const QString &check)
    {
        for (const CheckResult &result : preparation.checks)
            if (result.id == check)
                return QStringList{QStringLiteral("ok"), QStringLiteral("warning"), QStringLiteral("blocked")}.at(
                    static_cast<int>(result.judgement.verdict));
        return QStringLiteral("no such check");
    }

    ClusterSnapshot snapshot;
    Situation situation;
};

inline QVariantMap layoutFact(const QString &node, bool running = true)
{
    return {{QStringLiteral("hostId"), QStringLiteral("local")},
            {QStringLiteral("dataDirectory"), QStringLiteral("/srv/pg/") + node},
            {QStringLiteral("owner"), QStringLiteral("postgres")},
            {QStringLiteral("binDirectory"), QStringLiteral("/usr/lib/postgresql/15/bin")},
            {QStringLiteral("logFile"), QStringLiteral("/srv/pg/log")},
            {QStringLiteral("startArgv"), QStringList{QStringLiteral("pg_ctl"), QStringLiteral("start")}},
            {QStringLiteral("running"), running}};
}

/// Everything in order for a clone of n1.
inline MadeSituation readyToClone()
{
    MadeSituation made;
    made.fact(
        QStringLiteral("source"),
        {{QStringLiteral("user"), QStringLiteral("postgres")},
         {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
         {QStringLiteral("port"), QStringLiteral("5433")},
         {QStringLiteral("mayReplicate"), true},
         {QStringLiteral("walLevel"), QStringLiteral("replica")},
         {QStringLiteral("maxWalSenders"), QStringLiteral("10")},
         {QStringLiteral("walSenders"), QStringLiteral("2")},
         {QStringLiteral("maxSlots"), QStringLiteral("10")},
         {QStringLiteral("slots"), QStringLiteral("2")},
         {QStringLiteral("slotKinds"), QVariantMap{{QStringLiteral("mine"), QStringLiteral("physical")},
                                                   {QStringLiteral("howdah_n2"), QStringLiteral("physical active")},
                                                   {QStringLiteral("copy"), QStringLiteral("logical")}}},
         {QStringLiteral("slotNames"),
          QStringList{QStringLiteral("mine"), QStringLiteral("howdah_n2"), QStringLiteral("copy")}},
         {QStringLiteral("architecture"), QStringLiteral("x86_64")},
         {QStringLiteral("locales"), QStringLiteral("en_US.UTF-8,C.UTF-8")},
         {QStringLiteral("glibc"), QStringLiteral("2.36")},
         {QStringLiteral("initSync"), QStringLiteral("fsync")},
         {QStringLiteral("lowered"), QString()},
         {QStringLiteral("built"), QStringLiteral("'--with-lz4' '--with-zstd'")},
         {QStringLiteral("tablespaces"), QVariantList()},
         {QStringLiteral("titleTaken"), QStringLiteral("0")},
         {QStringLiteral("slotKeep"), QStringLiteral("1024")},
         {QStringLiteral("dataBytes"), QStringLiteral("1000000000")},
         {QStringLiteral("walBytes"), QStringLiteral("100000000")},
         {QStringLiteral("backups"), QStringLiteral("0")},
         {QStringLiteral("listen_addresses"), QStringLiteral("*")},
         {QStringLiteral("unix_socket_directories"), QStringLiteral("/tmp, /run/it's")}});
    made.fact(QStringLiteral("layout"), layoutFact(QStringLiteral("n1")));
    made.fact(QStringLiteral("host"),
              {{QStringLiteral("label"), QStringLiteral("db2")},
               {QStringLiteral("owner"), QStringLiteral("postgres")},
               {QStringLiteral("architecture"), QStringLiteral("x86_64")},
               {QStringLiteral("glibc"), QStringLiteral("2.36")},
               {QStringLiteral("locales"), QStringList{QStringLiteral("C.utf8"), QStringLiteral("en_US.utf8")}}});
    made.fact(QStringLiteral("container"), {});
    made.fact(QStringLiteral("tablespaces"), {});
    made.fact(QStringLiteral("registration"), {});
    made.fact(QStringLiteral("binaries"), {{QStringLiteral("directory"), QStringLiteral("/usr/lib/postgresql/15/bin")},
                                           {QStringLiteral("major"), 15},
                                           {QStringLiteral("hasBaseBackup"), true},
                                           {QStringLiteral("hasCompression"), true},
                                           {QStringLiteral("missingLibraries"), QStringList()},
                                           {QStringLiteral("hasVerifyBackup"), true}});
    made.fact(QStringLiteral("login"), {{QStringLiteral("identified"), QStringLiteral("4711")}});
    made.fact(QStringLiteral("port"), {{QStringLiteral("suggested"), 5436}, {QStringLiteral("free"), true}});
    made.fact(QStringLiteral("target"), {{QStringLiteral("parent"), QStringLiteral("/srv/pg")},
                                         {QStringLiteral("parentThere"), true},
                                         {QStringLiteral("parentWritable"), true},
                                         {QStringLiteral("kind"), QStringLiteral("absent")},
                                         {QStringLiteral("enclosing"), QString()},
                                         {QStringLiteral("mountPoint"), false},
                                         {QStringLiteral("fileSystem"), QStringLiteral("1")},
                                         {QStringLiteral("freeBytes"), qint64(10000000000)}});
    made.fact(QStringLiteral("configuration"), {});
    made.fact(QStringLiteral("managers"), {{QStringLiteral("found"), QStringList()}});
    return made;
}

/// The same, with n1 in the container "box-n1" of podman's and the suggested place: a new one like it.
inline MadeSituation readyToCloneIntoContainer()
{
    MadeSituation made = readyToClone();
    made.snapshot.nodes[0].definition.hostId = QStringLiteral("container:box-n1");
    made.fact(QStringLiteral("source"), {{QStringLiteral("serverPort"), QStringLiteral("5432")}});
    made.fact(QStringLiteral("layout"), {{QStringLiteral("hostId"), QStringLiteral("container:box-n1")}});
    made.fact(QStringLiteral("container"),
              {{QStringLiteral("engine"), QStringLiteral("podman")},
               {QStringLiteral("name"), QStringLiteral("box-n4")},
               {QStringLiteral("like"), QStringLiteral("box-n1")},
               {QStringLiteral("image"), QStringLiteral("sha256:b1b8")},
               {QStringLiteral("imageName"), QStringLiteral("postgres:15")},
               {QStringLiteral("mount"), QStringLiteral("/var/lib/postgresql/data")},
               {QStringLiteral("options"), QStringList{QStringLiteral("--restart"), QStringLiteral("unless-stopped")}},
               {QStringLiteral("networks"), QStringList{QStringLiteral("shop")}},
               {QStringLiteral("restartPolicy"), QStringLiteral("unless-stopped")}});
    return made;
}

/// n1 is dead on a host that can be looked at; n2 and n3 are level.
inline MadeSituation readyToFailOver()
{
    MadeSituation made;
    kill(made.snapshot.nodes[0]);
    made.fact(QStringLiteral("old-primary"), {{QStringLiteral("known"), true},
                                              {QStringLiteral("answers"), false},
                                              {QStringLiteral("says"), QStringLiteral("Connection refused")}});
    made.fact(QStringLiteral("old-layout"), layoutFact(QStringLiteral("n1"), false));
    made.fact(QStringLiteral("service"), {});
    for (const auto &[name, port] : {std::pair("n2", "5434"), std::pair("n3", "5435")})
        made.fact(
            QStringLiteral("standbys"),
            {{QString::fromLatin1(name),
              QVariantMap{{QStringLiteral("inRecovery"), true},
                          {QStringLiteral("mayPromote"), true},
                          {QStringLiteral("superuser"), true},
                          {QStringLiteral("mayCheckpoint"), true},
                          {QStringLiteral("received"), QStringLiteral("0/3000000")},
                          {QStringLiteral("maxSlots"), 10},
                          {QStringLiteral("slotCount"), 0},
                          {QStringLiteral("slots"), QStringList()},
                          {QStringLiteral("slotName"), QStringLiteral("slot_%1").arg(QLatin1String(name))},
                          {QStringLiteral("primaryConnInfo"),
                           QStringLiteral("host=127.0.0.1 port=5433 user=repl passfile='/x y' application_name=%1")
                               .arg(QLatin1String(name))},
                          {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                          {QStringLiteral("port"), QString::fromLatin1(port)}}}});
    made.fact(QStringLiteral("managers"), {{QStringLiteral("found"), QStringList()}});
    return made;
}

} // namespace howdah::test
