#include "core/operations/script.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace howdah;

namespace {

const ServerRef n1{QStringLiteral("n1"), QStringLiteral("host='/tmp/a b' port='5433' user='it''s'")};
const ServerRef console{QStringLiteral("p1"), QStringLiteral("dbname='pgbouncer'"), {}, true};
const QString local = QStringLiteral("local");

NodeDefinition someNode()
{
    return {.name = QStringLiteral("ñandú; $(rm)"),
            .connInfo = *ConnInfo::parse(QStringLiteral("host=127.0.0.1 port=5434 passfile='/tmp/x y'")),
            .hostId = local,
            .dataDirectory = QStringLiteral("/srv/n4")};
}

Command someCommand()
{
    return {.argv = {QStringLiteral("/bin/echo"), QStringLiteral("a\nb"), QString()},
            .asUser = QStringLiteral("postgres"),
            .workingDirectory = QStringLiteral("/tmp"),
            .environment = {{QStringLiteral("A"), QStringLiteral("1")}},
            .input = QByteArray("\xff\x00\x01", 3),
            .detached = true};
}

Observation someObservation()
{
    return {.text = QStringLiteral("it is so"),
            .look = SqlSays{n1, QStringLiteral("SELECT $1"), {QStringLiteral("x"), std::nullopt}, QStringLiteral("x")},
            .timeout = Milliseconds{7},
            .interval = Milliseconds{3}};
}

RowReturn someRows()
{
    return {.tables = {{.name = {QStringLiteral("public"), QStringLiteral("t")},
                        .where = QStringLiteral("a > 1"),
                        .missing = 5000000000,
                        .changed = 2,
                        .isGone = true,
                        .columns = {QStringLiteral("a")},
                        .key = {QStringLiteral("a")},
                        .numbered = {QStringLiteral("a")}}},
            .missing = false,
            .changed = true,
            .triggers = TriggerWay::None,
            .schema = QStringLiteral("s")};
}

QList<Action> oneOfEachKind()
{
    const QString path = QStringLiteral("/tmp/p");
    const QString owner = QStringLiteral("postgres");
    return {
        {QStringLiteral("sql"),
         RunSql{n1, QStringLiteral("SELECT 1"), {std::nullopt}, QStringLiteral("r"), Milliseconds{5}}},
        {QStringLiteral("command"),
         RunCommand{local, someCommand(), RunCommand::Progress::BaseBackup, Milliseconds{9}}},
        {QStringLiteral("write"), WriteFile{local, path, owner, QByteArray("\xfe\n", 2), 0640}},
        {QStringLiteral("append"), AppendFile{local, path, owner, "port = '5'\n"}},
        {QStringLiteral("pooler"),
         PointPoolerAt{local, path, owner, {QStringLiteral("a"), QStringLiteral("*")}, {}, {}}},
        {QStringLiteral("directory"), MakeDirectory{local, path, owner, 0750}},
        {QStringLiteral("move"), MovePath{local, path, QStringLiteral("/tmp/q"), owner, QStringLiteral("w"), "says"}},
        {QStringLiteral("marked"), MakeMarkedDirectory{local, path, owner, QStringLiteral("m")}},
        {QStringLiteral("unmark"), RemoveMarkedDirectory{local, path, owner, QStringLiteral("m")}},
        {QStringLiteral("remove"), RemoveFile{local, path, owner}},
        {QStringLiteral("bring"), BringFile{local, path, owner, QStringLiteral("ssh:db2"), path, owner, 0640}},
        {QStringLiteral("copy"), CopyFile{local, path, QStringLiteral("/tmp/q"), owner, QStringLiteral("d1")}},
        {QStringLiteral("patch"),
         PatchFile{local, path, owner, {{3, 1, QByteArray("\xff\n", 2)}}, QStringLiteral("d1"), QStringLiteral("d2")}},
        {QStringLiteral("password"), PasswordLine{local, path, owner, QStringLiteral("*:*:*:r"), false}},
        {QStringLiteral("verifier"), SetRolePassword{n1, QStringLiteral("r"), local, path, owner}},
        {QStringLiteral("save"), SaveTransactions{local, path, owner, {someCommand()}, path, path, 16, n1, path}},
        {QStringLiteral("rows"), BringRows{n1, n1, someRows(), path, true, local, someCommand(), path}},
        {QStringLiteral("record"), RecordNode{QStringLiteral("c"), someNode(), false}},
        {QStringLiteral("wait"), WaitFor{someObservation()}},
        {QStringLiteral("guard"), StandGuard{{RunSql{.server = console, .sql = QStringLiteral("RESUME x")}}}},
        {QStringLiteral("together"), Together{{{{QStringLiteral("one"), RemoveFile{local, path, owner}},
                                                {QStringLiteral("two"), RemoveFile{local, path, owner}}},
                                               {{QStringLiteral("three"), WaitFor{someObservation()}}}}}},
        {QStringLiteral("console"), RunSql{.server = console,
                                           .sql = QStringLiteral("RESUME x"),
                                           .parameters = {},
                                           .resultName = {},
                                           .alreadySo = QStringLiteral("is not paused")}},
        {QStringLiteral("guarded"), RemoveFile{local, path, owner}, someObservation()},
    };
}

QList<Observation> oneOfEachLook()
{
    return {someObservation(),
            {QStringLiteral("row"),
             RowSays{console, QStringLiteral("SHOW X"), {{QStringLiteral("name"), QStringLiteral("a")}}}},
            {QStringLiteral("answers"), ServerAnswers{n1, false}},
            {QStringLiteral("path"), PathIs{local, QStringLiteral("/tmp/p"), QString(), PathIs::What::Absent}},
            {QStringLiteral("command"), CommandSucceeds{local, someCommand(), {3, 4}}},
            {QStringLiteral("rows"), RowsAreBack{n1, n1, someRows(), false}},
            {QStringLiteral("shut down"), ShutDown{local, someCommand(), {n1, n1}}},
            {QStringLiteral("received most"), ReceivedMost{n1, {n1, n1}}},
            {.text = QStringLiteral("of a server"),
             .look = ServerAnswers{n1, true},
             .life = ServerLife{{local, someCommand(), {3}}, someCommand()}}};
}

Plan somePlan()
{
    Plan plan{.operation = QStringLiteral("clone"),
              .id = QStringLiteral("20261120-1"),
              .cluster = QStringLiteral("c"),
              .systemIdentifier = QStringLiteral("7"),
              .arguments = {{QStringLiteral("name"), QStringLiteral("n4")}},
              .consequences = {QStringLiteral("so")},
              .confirmWord = QStringLiteral("n1")};
    plan.steps = {{.id = QStringLiteral("one"),
                   .title = QStringLiteral("One"),
                   .actions = oneOfEachKind(),
                   .undo = {oneOfEachKind().first()},
                   .verify = oneOfEachLook(),
                   .pointOfNoReturn = true,
                   .always = true,
                   .passing = true}};
    return plan;
}

/// Every way to spoil one value of a document: away, or of another type.
void spoilEach(const QJsonObject &object, const std::function<void(const QJsonObject &)> &look)
{
    const QJsonValue wrong[] = {QJsonValue(),
                                QJsonValue(true),
                                QJsonValue(1.5),
                                QJsonValue(-1),
                                QJsonValue(QStringLiteral("?")),
                                QJsonValue(QJsonArray{1}),
                                QJsonValue(QJsonObject{{QStringLiteral("base64"), QStringLiteral("!")}})};
    for (const QString &key : object.keys()) {
        QJsonObject spoiled = object;
        spoiled.remove(key);
        look(spoiled);
        for (const QJsonValue &value : wrong) {
            spoiled.insert(key, value);
            look(spoiled);
        }
        const QJsonValue inner = object.value(key);
        const bool list = inner.isArray() && !inner.toArray().isEmpty() && inner.toArray().first().isObject();
        const QJsonObject nested = list ? inner.toArray().first().toObject() : inner.toObject();
        spoilEach(nested, [&](const QJsonObject &changed) {
            QJsonObject outer = object;
            outer.insert(key, list ? QJsonValue(QJsonArray{changed}) : QJsonValue(changed));
            look(outer);
        });
    }
}

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsComeBack()
    {
        for (const Action &action : oneOfEachKind()) {
            const Result<Action> back = actionFromJson(toJson(action));
            QVERIFY2(back, qPrintable(back ? QString() : back.error().message + action.text));
            QCOMPARE(toJson(*back), toJson(action));
            QCOMPARE(back->what.index(), action.what.index());
            QCOMPARE(back->unless.has_value(), action.unless.has_value());
        }
    }

    void everyKindIsAShellsToo()
    {
        Hosts hosts;
        QProcess shell;
        shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
        shell.write(toScript(somePlan(), hosts).toUtf8());
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    }

    void bytesComeBackAsTheyWere()
    {
        const Result<Action> back = actionFromJson(toJson(oneOfEachKind().at(1)));
        QVERIFY(back);
        const auto &command = std::get<RunCommand>(back->what).command;
        QCOMPARE(command.input, someCommand().input);
        QCOMPARE(command.argv, someCommand().argv);
        QCOMPARE(std::get<RunCommand>(back->what).timeout, Milliseconds{9});
    }

    void progressByObjectsComesBack()
    {
        const RunCommand dump{.hostId = QStringLiteral("local"),
                              .command = someCommand(),
                              .progress = RunCommand::Progress::Objects,
                              .resultName = QStringLiteral("dump"),
                              .objects = 7,
                              .sizesFrom = {QStringLiteral("n1"), QStringLiteral("host=a")},
                              .sizes = QStringLiteral("SELECT 'a', 1")};
        const Result<Action> back = actionFromJson(toJson(Action{QStringLiteral("dump"), dump}));
        QVERIFY(back);
        const auto &read = std::get<RunCommand>(back->what);
        QCOMPARE(read.progress, dump.progress);
        QCOMPARE(read.resultName, dump.resultName);
        QCOMPARE(read.objects, dump.objects);
        QCOMPARE(read.sizesFrom, dump.sizesFrom);
        QCOMPARE(read.sizes, dump.sizes);
    }

    void observationsComeBack()
    {
        for (const Observation &observation : oneOfEachLook()) {
            const Result<Observation> back = observationFromJson(toJson(observation));
            QVERIFY(back);
            QCOMPARE(toJson(*back), toJson(observation));
        }
    }

    void plansComeBackTheSame()
    {
        const Result<Plan> back = planFromJson(toJson(somePlan()));
        QVERIFY(back);
        QVERIFY(samePlan(*back, somePlan()));
    }

    void aDifferenceIsSeen()
    {
        Plan other = somePlan();
        std::get<WriteFile>(other.steps[0].actions[2].what).content.append('x');
        QVERIFY(!samePlan(other, somePlan()));
        other = somePlan();
        other.steps[0].pointOfNoReturn = false;
        QVERIFY(!samePlan(other, somePlan()));
        other = somePlan();
        other.steps[0].actions.last().unless->timeout = Milliseconds{8};
        QVERIFY(!samePlan(other, somePlan()));
    }

    void noPasswordIsWritten()
    {
        NodeDefinition node = someNode();
        node.connInfo.setPassword(Secret(QStringLiteral("hunter2")));
        const Action action{QStringLiteral("record"), RecordNode{QStringLiteral("c"), node}};
        QVERIFY(!QJsonDocument(toJson(action)).toJson().contains("hunter2"));
    }

    void spoiledPlansAreRefusedOrRead()
    {
        int refused = 0;
        int read = 0;
        spoilEach(toJson(somePlan()), [&](const QJsonObject &spoiled) {
            const Result<Plan> plan = planFromJson(spoiled);
            ++(plan ? read : refused);
            if (plan)
                return;
            QCOMPARE(plan.error().code, ErrorCode::Invalid);
            QVERIFY2(plan.error().message.startsWith(QLatin1String("This plan ")), qPrintable(plan.error().message));
        });
        QVERIFY(refused > 300);
        QVERIFY(read > 0); // "?" is as good a text as any
    }
};

QTEST_GUILESS_MAIN(TestPlanJson)
#include "test_plan_json.moc"
