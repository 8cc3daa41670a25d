#include "tests/support/live_lab.h"

#include "core/pg/connection.h"

#include <QTest>

namespace howdah::test {

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

/// One statement; nothing when the server does not answer.
std::optional<QString> ask(const ConnInfo &info, const QString &text, QString *error = nullptr)
{
    Result<Connection> connection = Connection::open(info, soon());
    const Result<ResultSet> answer = connection ? connection->query(text, {}, soon()) : connection.error();
    if (!answer) {
        if (error != nullptr)
            *error = answer.error().full();
        return {};
    }
    return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
}

} // namespace

LiveLab::LiveLab()
    : m_home(std::make_unique<QTemporaryDir>())
    , m_formerHome(qgetenv("HOWDAH_HOME"))
{
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
}

LiveLab::~LiveLab()
{
    if (!m_name.isEmpty()) {
        const Result<void> destroyed = m_labs.destroy(m_name, soon());
        if (!destroyed)
            qWarning("%s", qPrintable(destroyed.error().full()));
    }
    if (m_formerHome.isNull())
        qunsetenv("HOWDAH_HOME");
    else
        qputenv("HOWDAH_HOME", m_formerHome);
}

std::unique_ptr<LiveLab> LiveLab::make(int standbys)
{
    LabRequest request;
    request.standbys = standbys;
    return make(request);
}

std::unique_ptr<LiveLab> LiveLab::make(LabRequest request)
{
    if (request.name.isEmpty())
        request.name = QStringLiteral("test");
    std::unique_ptr<LiveLab> made(new LiveLab);
    const Result<Lab> lab = made->m_labs.create(request, soon());
    if (!lab) {
        QTest::qFail(qPrintable(lab.error().full()), __FILE__, __LINE__);
        return nullptr;
    }
    made->m_name = request.name;
    return made;
}

Lab LiveLab::lab() const
{
    const Result<Lab> found = m_labs.find(m_name);
    if (found)
        return *found;
    QTest::qFail(qPrintable(found.error().full()), __FILE__, __LINE__);
    return {};
}

ConnInfo LiveLab::connInfo(const QString &node) const
{
    const ClusterDefinition now = cluster();
    const NodeDefinition *definition = now.node(node);
    return definition != nullptr ? definition->connInfo : ConnInfo();
}

void LiveLab::operateThrough(const QString &hostId) const
{
    ClusterDefinition changed = cluster();
    for (NodeDefinition &node : changed.nodes)
        node.hostId = hostId;
    const Result<void> replaced = ClusterRegistry().replace(changed);
    if (!replaced)
        QTest::qFail(qPrintable(replaced.error().full()), __FILE__, __LINE__);
}

QString LiveLab::sql(const QString &node, const QString &text) const
{
    QString error;
    const std::optional<QString> answer = ask(connInfo(node), text, &error);
    if (!answer)
        QTest::qFail(qPrintable(error), __FILE__, __LINE__);
    return answer.value_or(QString());
}

void LiveLab::fault(const QString &kind, const QString &node)
{
    const Result<QString> done = injectFault(lab(), kind, node, m_hosts, soon());
    if (!done)
        QTest::qFail(qPrintable(done.error().full()), __FILE__, __LINE__);
}

bool LiveLab::waitUntilStreaming(const QString &node, const QString &upstream) const
{
    const ConnInfo info = connInfo(upstream);
    const QString question =
        QStringLiteral("SELECT state FROM pg_stat_replication WHERE application_name = '%1'").arg(node);
    return QTest::qWaitFor([&] { return ask(info, question) == QStringLiteral("streaming"); }, 30000);
}

bool LiveLab::waitUntilReplayed(const QString &node, const QString &upstream) const
{
    const std::optional<QString> head =
        ask(connInfo(upstream), QStringLiteral("SELECT CASE WHEN pg_is_in_recovery() THEN "
                                               "pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END"));
    const ConnInfo info = connInfo(node);
    const QString question = QStringLiteral("SELECT pg_last_wal_replay_lsn() >= '%1'").arg(head.value_or(QString()));
    return head && QTest::qWaitFor([&] { return ask(info, question) == QStringLiteral("t"); }, 30000);
}

} // namespace howdah::test
