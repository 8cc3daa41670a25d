#pragma once

#include "core/base/background.h"
#include "core/base/error.h"
#include "core/operations/preparation.h"

#include <QObject>

namespace howdah {

/// What the window does with clusters themselves, not inside them: on record, off the record, a lab's start, stop and
/// end. Files and servers are touched on other threads.
class ClusterActions : public QObject
{
    Q_OBJECT

public:
    /// `environment` must outlive this.
    explicit ClusterActions(const Environment &environment, QObject *parent = nullptr);

    void record(const ClusterDefinition &cluster);
    void takeOffRecord(const QString &cluster);
    void nameHost(const QString &cluster, const QString &node, const QString &hostId);
    void startLab(const QString &lab);
    void stopLab(const QString &lab);
    void destroyLab(const QString &lab);

Q_SIGNALS:
    void registryChanged();
    void said(const QString &sentence);
    void failed(const howdah::Error &error);

private:
    void inBackground(const QString &beforehand, const QString &afterwards,
                      std::function<Result<void>(std::stop_token)> work);

    const Environment &m_environment;
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
