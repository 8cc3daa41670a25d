#pragma once

#include "core/base/background.h"
#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/discovery.h"
#include "core/hosts/host_key.h"
#include "ui/wizards/growing_dialog.h"

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace howdah {

class Card;
class ErrorPanel;
class TextLabel;

/// From one connection to the whole cluster: finds its nodes, shows them, gives it a name. The password given is used
/// for looking and stays in memory with the definition; no file gets it. A server whose port is closed to this machine
/// is reached through the host that is named; a host key that is not on record is a question.
class AddClusterDialog : public GrowingDialog
{
    Q_OBJECT

public:
    /// `taken` are names in use already; `groups` are offered. `hosts` must outlive the dialog.
    AddClusterDialog(const QStringList &taken, const QStringList &groups, Hosts &hosts, QWidget *parent = nullptr);

    [[nodiscard]] ClusterDefinition cluster() const; ///< once accepted

private:
    /// What looking brought: the nodes, and a sample of each for roles and versions; or the key that somebody must look
    /// at first.
    struct Found
    {
        Discovery discovery;
        ClusterSnapshotPtr snapshot;
        std::optional<HostKey> question;
    };

    void buildConnection(QVBoxLayout *lines);
    void buildParts(QVBoxLayout *lines);
    void buildWay(QVBoxLayout *lines);
    void buildFound(QVBoxLayout *lines);
    void buildNames(QVBoxLayout *lines, const QStringList &groups);
    void buildButtons(QVBoxLayout *lines);
    void composeFromParts();
    void find();
    void stopFinding();
    void found(const Result<Found> &result);
    void showFound(const Found &found);
    void askAbout(const HostKey &key);
    void accept(const HostKey &key);
    void connectionChanged();
    void forgetFound();
    void updateButtons();
    [[nodiscard]] QString objectionToName() const;
    [[nodiscard]] static Result<Found> look(const QString &name, const StartingPoint &from, Hosts &hosts,
                                            std::stop_token stop);

    QStringList m_taken;
    Hosts &m_hosts;
    ClusterDefinition m_cluster;
    QLineEdit *m_connection = nullptr, *m_password = nullptr;
    QLineEdit *m_way = nullptr; ///< the host over which the server is reached
    QLineEdit *m_host = nullptr, *m_user = nullptr, *m_database = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_group = nullptr;
    QPushButton *m_find = nullptr, *m_add = nullptr;
    QProgressBar *m_busy = nullptr;
    ErrorPanel *m_error = nullptr;
    Card *m_foundPlace = nullptr;
    QWidget *m_foundList = nullptr;
    TextLabel *m_nameObjection = nullptr;
    bool m_looking = false;
    int m_look = 0;          ///< number of the latest look: answers of stopped ones are not listened to
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
