#include "core/backup/archive_command.h"
#include "tests/live/cli/howdahctl.h"
#include "tests/live/operations/archive_of_lab.h"

#include <QDir>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString setArchiving = QStringLiteral("set-archiving");
const QString n1 = QStringLiteral("n1");

Arguments with(const QHash<QString, QString> &more)
{
    Arguments arguments{{QStringLiteral("restart"), QStringLiteral("true")},
                        {QStringLiteral("timeout"), QStringLiteral("0s")}};
    arguments.insert(more);
    return arguments;
}

} // namespace

/// A lab that does not archive is made to, in every way, and put back.
class TestSetArchiving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_name = m_lab->lab().name;
        m_archive = m_lab->lab().directory + QStringLiteral("/archive");
        m_untouched = state();
    }

    void aStopAfterAnyStepPutsEverythingBack_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : {"install", "settings", "restart"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }
    void aStopAfterAnyStepPutsEverythingBack()
    {
        QFETCH(QString, step);
        const Preparation approved = m_operation->prepared(setArchiving, with({}));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        std::stop_source stop;
        const RunOutcome outcome = m_operation->run(
            approved,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::StepChanged && event.step >= 0 &&
                    event.stepState == StepState::Done && approved.plan.steps.at(event.step).id == step)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(state(), m_untouched);
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));
    }

    void archivingIsSwitchedOnAndASegmentArrives()
    {
        const Preparation approved = m_operation->prepared(setArchiving, with({}));
        QVERIFY2(approved.readiness == Readiness::ReadyWithWarnings, qPrintable(approved.sentence)); // one disk
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("disk")).startsWith(QLatin1String("warning")));
        QCOMPARE(approved.situation.argument(QStringLiteral("directory")), archive());
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const QString segment = outcome.entry.result.value(QLatin1String("segment")).toString();
        QVERIFY2(QFile::exists(archive() + QLatin1Char('/') + segment), qPrintable(segment));
        for (const QString &node : {n1, QStringLiteral("n2")})
            QCOMPARE(m_lab->sql(node, QStringLiteral("SHOW archive_mode")), QStringLiteral("on"));
        QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));

        const Preparation again = m_operation->prepared(setArchiving, with({}));
        QStringList steps;
        for (const PlannedStep &step : again.plan.steps)
            steps << step.id;
        QCOMPARE(steps, (QStringList{QStringLiteral("install"), QStringLiteral("prove")}));
        QVERIFY(again.plan.confirmWord.isEmpty());
    }

    void compressionIsChangedWithoutARestart_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("gzip") << QStringLiteral("gzip") << QStringLiteral(".gz");
        QTest::newRow("zstd") << QStringLiteral("zstd") << QStringLiteral(".zst");
    }
    void compressionIsChangedWithoutARestart()
    {
        QFETCH(QString, method);
        QFETCH(QString, suffix);
        const QString started = m_lab->sql(n1, QStringLiteral("SELECT pg_postmaster_start_time()"));
        const RunOutcome outcome = m_operation->run(
            setArchiving,
            with({{QStringLiteral("compression"), method}, {QStringLiteral("level"), QStringLiteral("1")}}));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const QString segment = outcome.entry.result.value(QLatin1String("segment")).toString();
        QVERIFY2(segment.endsWith(suffix) && QFile::exists(archive() + QLatin1Char('/') + segment),
                 qPrintable(segment));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT pg_postmaster_start_time()")), started);
    }

    void whatLiesThereIsListed()
    {
        const ArchiveView view = look();
        QVERIFY(!view.trouble);
        QCOMPARE(view.place.directory, archive());
        QCOMPARE(view.faults.size(), 0);
        QCOMPARE(view.inventory.runs.size(), 1);
        QVERIFY(view.inventory.runs.first().count() >= 3);
        QCOMPARE(view.inventory.unfinished.size() + view.inventory.foreign.size(), 0);
        QCOMPARE(view.retaining.size(), 1);
        QVERIFY(view.walBytes > 0);
    }

    void theCommandLineTellsTheSame()
    {
        const Howdahctl::Variables home{{QStringLiteral("HOWDAH_HOME"), m_lab->home()}};
        const Howdahctl::Answer document = Howdahctl().run(
            {QStringLiteral("archive"), m_name, QStringLiteral("--verify"), QStringLiteral("--json")}, home);
        QVERIFY2(document.code == 0, document.all().constData());
        const QJsonObject json = document.json();
        QCOMPARE(json.value(QLatin1String("archive")).toObject().value(QLatin1String("directory")).toString(),
                 archive());
        const QJsonArray timelines = json.value(QLatin1String("timelines")).toArray();
        QCOMPARE(timelines.size(), 1);
        QVERIFY(timelines.first().toObject().value(QLatin1String("holes")).toArray().isEmpty());
        QVERIFY(json.value(QLatin1String("archiver")).toObject().value(QLatin1String("trouble")).isNull());
        const Howdahctl::Answer text = Howdahctl().run({QStringLiteral("archive"), m_name}, home);
        QVERIFY2(text.output.startsWith(QStringLiteral("Archive ") + archive()), text.all().constData());
    }

    /// Bad input: each is found, named, and not counted as WAL.
    void whatIsNotWhatItsNameSaysIsFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        using Kind = ArchiveFault::Kind;
        QTest::newRow("no WAL") << QByteArray(16 << 20, 'x') << QStringLiteral("0000000100000000000000F0")
                                << int(Kind::NotWal);
        QTest::newRow("cut off") << QByteArray(4711, 'x') << QStringLiteral("0000000100000000000000F1")
                                 << int(Kind::CutOff);
        QTest::newRow("does not unpack") << QByteArray("no gzip") << QStringLiteral("0000000100000000000000F2.gz")
                                         << int(Kind::Unreadable);
    }
    void whatIsNotWhatItsNameSaysIsFound()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        QFETCH(int, kind);
        const QString path = archive() + QLatin1Char('/') + name;
        QVERIFY(
            m_lab->hosts().find(QStringLiteral("local")).value()->writeFile(path, content, 0600, As{owner()}, soon()));
        const ArchiveView view = look();
        QVERIFY(QFile::remove(path));
        QCOMPARE(view.faults.size(), 1);
        QCOMPARE(int(view.faults.first().kind), kind);
        QVERIFY(view.faults.first().why.contains(name));
        QCOMPARE(view.inventory.holes.size(), 0);
    }

    void anotherClustersArchiveIsRefused()
    {
        const std::unique_ptr<LiveLab> other = LiveLab::make({.standbys = 0});
        QVERIFY(other);
        const LiveOperation operation(*other);
        const Preparation preparation =
            operation.prepared(setArchiving, with({{QStringLiteral("directory"), archive()}}));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("owner"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: ")) && verdict.contains(m_name), qPrintable(verdict));
        // Its own file gone, the segments themselves tell.
        QVERIFY(QFile::rename(archiveOfIn(archive()), archive() + QStringLiteral(".aside")));
        const Preparation bare = operation.prepared(setArchiving, with({{QStringLiteral("directory"), archive()}}));
        QVERIFY(QFile::rename(archive() + QStringLiteral(".aside"), archiveOfIn(archive())));
        const QString told = LiveOperation::verdict(bare, QStringLiteral("owner"));
        QVERIFY2(told.contains(QLatin1String("another cluster")), qPrintable(told));
    }

    void whatCannotBeIsSaidBefore_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const Arguments &arguments, const char *check, const char *said) {
            QTest::newRow(name) << arguments << QString::fromLatin1(check) << QString::fromUtf8(said);
        };
        const auto into = [](const QString &directory) { return Arguments{{QStringLiteral("directory"), directory}}; };
        row("inside the data directory", into(m_lab->lab().directory + QStringLiteral("/n1/archive")), "directory",
            "lies inside the data directory of n1");
        row("not writable", into(QStringLiteral("/etc")), "directory",
            "may not write into /etc, which belongs to root");
        row("no parent", into(QStringLiteral("/nowhere/archive")), "directory", "/nowhere is not there either");
        row("a file", into(QStringLiteral("/etc/passwd")), "directory", "is no directory");
        row("a host that nobody knows",
            {{QStringLiteral("host"), QStringLiteral("nobody@127.0.0.1")},
             {QStringLiteral("ssh-config"), QStringLiteral("/nowhere/config")}},
            "directory", "is not reached by ssh");
    }
    void whatCannotBeIsSaidBefore()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        QFETCH(QString, said);
        const Preparation preparation = m_operation->prepared(setArchiving, with(arguments));
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(verdict));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: ")) && verdict.contains(said), qPrintable(verdict));
    }

    void itIsSwitchedOff()
    {
        const RunOutcome outcome =
            m_operation->run(setArchiving, with({{QStringLiteral("archiving"), QStringLiteral("off")}}));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SHOW archive_mode")), QStringLiteral("off"));
        QVERIFY(!QDir(archive()).isEmpty()); // what is archived stays
    }

private:
    static Deadline soon() { return Deadline::after(Milliseconds{60000}); }
    [[nodiscard]] QString archive() const { return m_archive; }
    [[nodiscard]] QString owner() const { return m_lab->lab().systemUser; }
    [[nodiscard]] ArchiveView look() const { return archiveOf(*m_lab, m_operation->environment); }
    /// Everything that the operation could have touched.
    [[nodiscard]] QStringList state() const
    {
        QStringList all;
        for (const QString &node : {n1, QStringLiteral("n2")})
            all << m_lab->sql(node, QStringLiteral("SELECT string_agg(name || '=' || setting || pending_restart, ' '"
                                                   " ORDER BY name) FROM pg_settings WHERE name ~ '^archive'"))
                << m_lab->sql(node, QStringLiteral("SELECT string_agg(name || '=' || setting, ' ' ORDER BY name)"
                                                   " FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf'"));
        // A segment that came meanwhile stays, and with it the directory.
        return all << (QDir(archive() + QStringLiteral("/.howdah")).exists() ? QStringLiteral("there")
                                                                             : QStringLiteral("not there"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_name, m_archive; // another lab's making changes where labs are looked up
    QStringList m_untouched;
};

QTEST_GUILESS_MAIN(TestSetArchiving)
#include "test_set_archiving.moc"
