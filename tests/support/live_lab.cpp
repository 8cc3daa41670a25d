#include "tests/support/live_lab.h"

#include "core/lab/lab_settings.h"
#include "core/pg/connection.h"
#include "tests/support/scratch.h"

#include <QFile>
#include <QMessageAuthenticationCode>
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

/// Asked in one session as long as it lasts: a new one for each look would keep a core busy with nothing but logins.
bool becomesTrue(const ConnInfo &info, const QString &question)
{
    std::optional<Connection> session;
    const auto isTrue = [&] {
        if (!session)
            if (Result<Connection> opened = Connection::open(info, soon()); opened)
                session.emplace(std::move(*opened));
        if (!session)
            return false;
        const Result<ResultSet> answer = session->query(question, {}, soon());
        if (!answer)
            session.reset();
        return answer && answer->rows() > 0 && answer->boolean(0, 0).value_or(false);
    };
    return QTest::qWaitFor(isTrue, 30000);
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// What the server keeps of a password, stretched by one round in place of 4096: with those each of a test's hundreds
/// of logins takes ten times as long, and a lab's password has nothing to gain from them.
QByteArray quickVerifier(const QByteArray &password)
{
    const QByteArray salt("howdah's tests");
    const QByteArray salted = hmac(password, salt + QByteArray("\0\0\0\1", 4));
    const QByteArray stored = QCryptographicHash::hash(hmac(salted, "Client Key"), QCryptographicHash::Sha256);
    return "SCRAM-SHA-256$1:" + salt.toBase64() + '$' + stored.toBase64() + ':' + hmac(salted, "Server Key").toBase64();
}

/// The passwords stay what they are.
void quickenLogins(const LiveLab &lab)
{
    const Lab made = lab.lab();
    QFile passwords(lab_settings::passFile(made));
    QString sql;
    if (passwords.open(QIODevice::ReadOnly))
        for (const QByteArray &line : passwords.readAll().trimmed().split('\n')) // *:*:*:role:password
            sql += QStringLiteral("ALTER ROLE %1 PASSWORD '%2';")
                       .arg(QString::fromLatin1(line.split(':').value(3)),
                            QString::fromLatin1(quickVerifier(line.split(':').value(4))));
    const QString primary = made.cluster.nodes.first().name;
    lab.sql(primary, sql);
    for (const NodeDefinition &standby : made.cluster.nodes.mid(1))
        if (!lab.waitUntilReplayed(standby.name, primary))
            QTest::qFail("A standby of the new lab does not follow.", __FILE__, __LINE__);
}

} // namespace

LiveLab::LiveLab()
    : m_home(scratchHome())
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
    if (!request.containers && isScratchOurs())
        quickenLogins(*made);
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
    return becomesTrue(
        connInfo(upstream),
        QStringLiteral("SELECT state = 'streaming' FROM pg_stat_replication WHERE application_name = '%1'").arg(node));
}

bool LiveLab::waitUntilReplayed(const QString &node, const QString &upstream) const
{
    const std::optional<QString> head =
        ask(connInfo(upstream), QStringLiteral("SELECT CASE WHEN pg_is_in_recovery() THEN "
                                               "pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END"));
    return head && becomesTrue(connInfo(node), QStringLiteral("SELECT pg_last_wal_replay_lsn() >= '%1'").arg(*head));
}

} // namespace howdah::test
