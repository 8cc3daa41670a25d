#pragma once

#include "core/base/background.h"
#include "core/cluster/node_host.h"
#include "core/hosts/host_key.h"
#include "core/operations/preparation.h"
#include "ui/wizards/growing_dialog.h"

class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace howdah {

class Card;
class ErrorPanel;

/// Names the machine on which a node's server runs. What is named is looked at first: only a host on which that very
/// server was seen can be kept. A host key that is not on record is a question, with the fingerprint; another one than
/// that on record is an error.
class NodeHostDialog : public GrowingDialog
{
    Q_OBJECT

public:
    /// `environment` must outlive the dialog.
    NodeHostDialog(const NodeDefinition &node, const Environment &environment, QWidget *parent = nullptr);

    [[nodiscard]] QString hostId() const; ///< once accepted; empty: only SQL reaches the node

private:
    /// What a look brought: the key that somebody must look at first, or the host.
    struct Seen
    {
        std::optional<HostKey> question;
        std::optional<NodeHost> host;
    };

    void buildField(QVBoxLayout *lines);
    void buildOutcome(QVBoxLayout *lines);
    void buildButtons(QVBoxLayout *lines);
    void look();
    void stopLooking();
    void seen(const Result<Seen> &result);
    void showHost(const NodeHost &host);
    void askAbout(const HostKey &key);
    void accept(const HostKey &key);
    void forget();
    void updateButtons();
    [[nodiscard]] static Result<Seen> lookAt(const NodeDefinition &node, const Environment &environment,
                                             const std::stop_token &stop);

    NodeDefinition m_node;
    const Environment &m_environment;
    QLineEdit *m_host = nullptr;
    QPushButton *m_test = nullptr, *m_keep = nullptr;
    QProgressBar *m_busy = nullptr;
    ErrorPanel *m_error = nullptr;
    Card *m_outcome = nullptr;
    QWidget *m_lines = nullptr; ///< of the outcome
    bool m_looking = false;
    QString m_seenAt;        ///< the host on which the server was seen
    int m_look = 0;          ///< number of the latest look: answers of stopped ones are not listened to
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
