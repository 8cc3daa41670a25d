#include "app/gui/passwords.h"

#include <qt6keychain/keychain.h>

#include <QSet>

namespace howdah {

namespace {
const QString keychainService = QStringLiteral("howdah");

bool bringsItsOwn(const ConnInfo &info)
{
    return !info.password().isEmpty() || info.has(QStringLiteral("passfile")) || info.has(QStringLiteral("service"));
}
} // namespace

QString Passwords::key(const ConnInfo &info)
{
    return QStringLiteral("%1@%2:%3").arg(info.user(), info.host(), info.port());
}

void Passwords::fill(ConnInfo &info) const
{
    if (bringsItsOwn(info))
        return;
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_known.constFind(key(info)); known != m_known.constEnd())
        info.setPassword(*known);
}

void Passwords::fill(ClusterDefinition &cluster) const
{
    for (NodeDefinition &node : cluster.nodes)
        fill(node.connInfo);
}

void Passwords::lookUp(const ClusterDefinition &cluster)
{
    QSet<QString> wanted;
    for (const NodeDefinition &node : cluster.nodes)
        if (!bringsItsOwn(node.connInfo))
            wanted.insert(key(node.connInfo));
    for (const QString &server : std::as_const(wanted)) {
        auto *job = new QKeychain::ReadPasswordJob(keychainService, this);
        job->setKey(server);
        connect(job, &QKeychain::Job::finished, this, [this, server, name = cluster.name](QKeychain::Job *done) {
            // No entry and no keychain at all look alike here: the server will ask, and then so do we.
            if (done->error() != QKeychain::NoError)
                return;
            put(server, Secret(static_cast<QKeychain::ReadPasswordJob *>(done)->textData()));
            Q_EMIT found(name);
        });
        job->start();
    }
}

void Passwords::remember(const ConnInfo &info, const Secret &password, bool keep)
{
    put(key(info), password);
    if (!keep)
        return;
    auto *job = new QKeychain::WritePasswordJob(keychainService, this);
    job->setKey(key(info));
    job->setTextData(QString::fromUtf8(password.reveal()));
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *done) {
        if (done->error() != QKeychain::NoError)
            Q_EMIT notKept(done->errorString());
    });
    job->start();
}

void Passwords::put(const QString &key, const Secret &password)
{
    const std::scoped_lock lock(m_mutex);
    m_known.insert(key, password);
}

} // namespace howdah
