#pragma once

#include "core/lab/lab.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace howdah::test {

/// A lab of a test's own: a primary n1 and standbys n2, n3 … streaming from it, in a HOWDAH_HOME of its own (set in the
/// environment while it lives). Destroyed afterwards. Any failure fails the test with the lab's words.
class LiveLab
{
public:
    [[nodiscard]] static std::unique_ptr<LiveLab> make(int standbys = 2);
    [[nodiscard]] static std::unique_ptr<LiveLab> make(LabRequest request); ///< an empty name gets one
    ~LiveLab();

    [[nodiscard]] Lab lab() const; ///< as it is on record now
    [[nodiscard]] ClusterDefinition cluster() const { return lab().cluster; }
    [[nodiscard]] ConnInfo connInfo(const QString &node) const;
    [[nodiscard]] QString home() const { return m_home->path(); }
    [[nodiscard]] Hosts &hosts() { return m_hosts; }

    /// From now on every node is on record as one of this host ("ssh:sudoer"), not of this machine.
    void operateThrough(const QString &hostId) const;

    /// Runs as superuser; the first cell, empty without rows.
    QString sql(const QString &node, const QString &text) const;
    void fault(const QString &kind, const QString &node);
    void killNode(const QString &node) { fault(QStringLiteral("kill"), node); }
    /// Until the node streams as seen from `upstream` (any node that knows it under its name).
    [[nodiscard]] bool waitUntilStreaming(const QString &node, const QString &upstream = QStringLiteral("n1")) const;
    /// Until the node has replayed all that `upstream` has written by now.
    [[nodiscard]] bool waitUntilReplayed(const QString &node, const QString &upstream = QStringLiteral("n1")) const;

private:
    LiveLab();
    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_formerHome;
    Hosts m_hosts;
    Labs m_labs{m_hosts};
    QString m_name;
};

} // namespace howdah::test
