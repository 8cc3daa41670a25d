#include "core/cluster/cluster_definition.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace howdah;

namespace {

ClusterDefinition cluster(const QString &name)
{
    ConnInfo info;
    info.set(QStringLiteral("host"), QStringLiteral("it's a host"));
    info.set(QStringLiteral("password"), QStringLiteral("s3cret"));
    return {.name = name,
            .group = QStringLiteral("production"),
            .systemIdentifier = QStringLiteral("7"),
            .labDirectory = QStringLiteral("/lab"),
            .nodes = {{.name = QStringLiteral("n 1"),
                       .connInfo = info,
                       .hostId = QStringLiteral("local"),
                       .dataDirectory = QStringLiteral("/d")}}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_registry = std::make_unique<ClusterRegistry>(m_directory->filePath(QStringLiteral("clusters.json")));
    }
    void keepsWhatItIsGiven();
    void passwordsAreNeverWritten();
    void errors();
    void names_data();
    void names();
    void damagedFileIsMovedAside_data();
    void damagedFileIsMovedAside();
    void laterVersionIsLeftAlone();
    void writersDoNotLoseEachOthersClusters();
    void unwritablePlaceIsAnError();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClusterRegistry> m_registry;
};

void TestRegistry::keepsWhatItIsGiven()
{
    const ClusterDefinition one = cluster(QStringLiteral("one")), two = cluster(QString::fromUtf8("zwei 🐘"));
    QVERIFY(m_registry->add(one));
    QVERIFY(m_registry->add(two));
    QCOMPARE(m_registry->all().value(), (QList<ClusterDefinition>{one, two}));
    ClusterDefinition changed = one;
    changed.nodes.clear();
    QVERIFY(m_registry->replace(changed));
    QCOMPARE(m_registry->find(one.name).value(), changed);
    QVERIFY(m_registry->remove(one.name));
    QCOMPARE(m_registry->all().value(), QList<ClusterDefinition>{two});
    QVERIFY(m_registry->damage().isEmpty());
}

void TestRegistry::passwordsAreNeverWritten()
{
    QVERIFY(m_registry->add(cluster(QStringLiteral("one"))));
    QVERIFY(!contentOf(m_registry->file()).contains("s3cret"));
    QVERIFY(!(QFile::permissions(m_registry->file()) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestRegistry::errors()
{
    QCOMPARE(m_registry->all().value().size(), 0);
    QVERIFY(m_registry->find(QStringLiteral("x")).error().message.contains(QStringLiteral("No cluster is on record")));
    QVERIFY(m_registry->add(cluster(QStringLiteral("one"))));
    QCOMPARE(m_registry->add(cluster(QStringLiteral("one"))).error().code, ErrorCode::AlreadyExists);
    const Error missing = m_registry->find(QStringLiteral("On")).error();
    QCOMPARE(missing.code, ErrorCode::NotFound);
    QVERIFY2(missing.message.contains(QStringLiteral("one")), qPrintable(missing.message));
    QCOMPARE(m_registry->replace(cluster(QStringLiteral("two"))).error().code, ErrorCode::NotFound);
    QCOMPARE(m_registry->remove(QStringLiteral("two")).error().code, ErrorCode::NotFound);
    ClusterDefinition twins = cluster(QStringLiteral("three"));
    twins.nodes << twins.nodes.first();
    QCOMPARE(m_registry->add(twins).error().code, ErrorCode::Invalid);
}

void TestRegistry::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << "main" << true;
    QTest::newRow("spaces within") << "my cluster" << true;
    QTest::newRow("quotes, shell") << "it's; $(x) \"y\"" << true;
    QTest::newRow("Unicode") << QString::fromUtf8("größe-集群-🐘") << true;
    QTest::newRow("63 bytes") << QString(63, u'a') << true;
    QTest::newRow("64 bytes") << QString(64, u'a') << false;
    QTest::newRow("64 bytes of 32 letters") << QString(32, QChar(0xe9)) << false;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("blank") << "  " << false;
    QTest::newRow("newline") << "a\nb" << false;
    QTest::newRow("tab") << "a\tb" << false;
    QTest::newRow("NUL") << QString(u'a') + QChar(0) << false;
    QTest::newRow("line separator") << QString(u'a') + QChar(0x2028) << false;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d)) << false;
}

void TestRegistry::names()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const Result<void> checked = checkName(name);
    QCOMPARE(checked.ok(), good);
    QCOMPARE(m_registry->add(cluster(name)).ok(), good);
    if (good)
        QCOMPARE(m_registry->all().value().first().name, name);
    else
        QVERIFY(checked.error().code == ErrorCode::Invalid && !checked.error().message.contains(u'\n'));
}

void TestRegistry::damagedFileIsMovedAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray(R"({"version": 1, "clusters": [{"name": "on)");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe", 3);
    QTest::newRow("another document") << QByteArray(R"({"a": 1})");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("a bad conninfo") << QByteArray(
        R"({"clusters": [{"name": "a", "nodes": [{"name": "n", "conninfo": "host"}]}]})");
    QTest::newRow("a nameless cluster") << QByteArray(R"({"clusters": [{"nodes": []}]})");
}

void TestRegistry::damagedFileIsMovedAside()
{
    QFETCH(QByteArray, content);
    QFile file(m_registry->file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(m_registry->all().value().size(), 0);
    const QStringList aside = QDir(m_directory->path()).entryList({QStringLiteral("clusters.json.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(m_directory->filePath(aside.first())), content);
    QVERIFY2(m_registry->damage().contains(aside.first()), qPrintable(m_registry->damage()));
    QVERIFY(m_registry->add(cluster(QStringLiteral("one"))));
    QCOMPARE(m_registry->all().value().size(), 1);
}

void TestRegistry::laterVersionIsLeftAlone()
{
    const QByteArray content = R"({"version": 99, "clusters": []})";
    QFile file(m_registry->file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(m_registry->all().error().code, ErrorCode::Unsupported);
    QVERIFY(!m_registry->add(cluster(QStringLiteral("one"))));
    QCOMPARE(contentOf(m_registry->file()), content);
}

void TestRegistry::writersDoNotLoseEachOthersClusters()
{
    constexpr int writers = 4, each = 10;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&, writer] {
                ClusterRegistry registry(m_registry->file());
                for (int i = 0; i < each; ++i)
                    if (!registry.add(cluster(QStringLiteral("%1-%2").arg(writer).arg(i))))
                        ++failures;
            });
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(m_registry->all().value().size(), writers * each);
}

void TestRegistry::unwritablePlaceIsAnError()
{
    ClusterRegistry nowhere(m_directory->filePath(QStringLiteral("missing/clusters.json")));
    const Result<void> added = nowhere.add(cluster(QStringLiteral("one")));
    QVERIFY(!added);
    QVERIFY(added.error().message.contains(nowhere.file()));
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
