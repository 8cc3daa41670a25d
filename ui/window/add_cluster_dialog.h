#pragma once

#include "core/base/background.h"
#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/discovery.h"
#include "ui/wizards/growing_dialog.h"

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace howdah {

class ErrorPanel;
class TextLabel;

/// From one connection to the whole cluster: finds its nodes, shows them, gives it a name. The password given is used
/// for looking and stays in memory with the definition; no file gets it.
class AddClusterDialog : public GrowingDialog
{
    Q_OBJECT

public:
    /// `taken` are names in use already; `groups` are offered.
    AddClusterDialog(const QStringList &taken, const QStringList &groups, QWidget *parent = nullptr);

    [[nodiscard]] ClusterDefinition cluster() const; ///< once accepted

private:
    /// What looking brought: the nodes, and a sample of each for roles and versions.
    struct Found
    {
        Discovery discovery;
        ClusterSnapshotPtr snapshot;
    };

    void buildConnection(QVBoxLayout *lines);
    void buildParts(QVBoxLayout *lines);
    void buildFound(QVBoxLayout *lines);
    void buildNames(QVBoxLayout *lines, const QStringList &groups);
    void buildButtons(QVBoxLayout *lines);
    void composeFromParts();
    void find();
    void stopFinding();
    void found(const Result<Found> &result);
    void showFound(const Found &found);
    void forgetFound();
    void updateButtons();
    [[nodiscard]] QString objectionToName() const;
    [[nodiscard]] static Result<Found> look(const QString &name, const ConnInfo &from, std::stop_token stop);

    QStringList m_taken;
    ClusterDefinition m_cluster;
    QLineEdit *m_connection = nullptr, *m_password = nullptr;
    QLineEdit *m_host = nullptr, *m_user = nullptr, *m_database = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_group = nullptr;
    QPushButton *m_find = nullptr, *m_add = nullptr;
    QProgressBar *m_busy = nullptr;
    ErrorPanel *m_error = nullptr;
    QWidget *m_foundPlace = nullptr, *m_foundList = nullptr;
    TextLabel *m_nameObjection = nullptr;
    bool m_looking = false;
    int m_look = 0;          ///< number of the latest look: answers of stopped ones are not listened to
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
