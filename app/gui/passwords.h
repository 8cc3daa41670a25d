#pragma once

#include "core/cluster/cluster_definition.h"

#include <QHash>
#include <QObject>

#include <mutex>

namespace howdah {

/// Passwords of this session and of the desktop's keychain, by "user@host:port". Never in a file of ours (safety rule
/// 6). Lives on the GUI thread; fill() may be called from any.
class Passwords : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Adds the password known for this server, if the settings have none and name no passfile.
    void fill(ConnInfo &info) const;
    void fill(ClusterDefinition &cluster) const;

    /// Looks in the keychain for what the cluster's nodes may need; found() for each that was there.
    void lookUp(const ClusterDefinition &cluster);
    /// For this session, and in the keychain when `keep` is set.
    void remember(const ConnInfo &info, const Secret &password, bool keep);

    [[nodiscard]] static QString key(const ConnInfo &info);

Q_SIGNALS:
    void found(const QString &cluster);
    /// The keychain said no: the password holds for this session only. Its own words.
    void notKept(const QString &reason);

private:
    void put(const QString &key, const Secret &password);

    mutable std::mutex m_mutex;
    QHash<QString, Secret> m_known;
};

} // namespace howdah
