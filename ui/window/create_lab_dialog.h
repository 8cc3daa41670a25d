#pragma once

#include "core/base/background.h"
#include "core/lab/lab.h"
#include "ui/wizards/growing_dialog.h"

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace howdah {

class ErrorPanel;
class TextLabel;

/// A real cluster on this machine with one click: name, standbys, writing load, archive; made in the background, with a
/// way to stop.
class CreateLabDialog : public GrowingDialog
{
    Q_OBJECT

public:
    CreateLabDialog(Hosts &hosts, const QStringList &taken, QWidget *parent = nullptr);

    [[nodiscard]] ClusterDefinition cluster() const { return m_lab.cluster; } ///< once accepted

public Q_SLOTS:
    void reject() override; ///< while one is being made: stops it first

private:
    void buildForm();
    void buildButtons();
    void create();
    void created(const Result<Lab> &lab);
    void say(const QString &sentence);
    void updateButtons();
    [[nodiscard]] QString objectionToName() const;
    [[nodiscard]] LabRequest request() const;

    Hosts &m_hosts;
    QStringList m_taken;
    Lab m_lab;
    QLineEdit *m_name = nullptr;
    TextLabel *m_nameObjection = nullptr;
    QSpinBox *m_standbys = nullptr;
    QDoubleSpinBox *m_workload = nullptr;
    QCheckBox *m_archive = nullptr;
    QWidget *m_form = nullptr;
    QProgressBar *m_busy = nullptr;
    QPlainTextEdit *m_progress = nullptr;
    ErrorPanel *m_error = nullptr;
    QPushButton *m_create = nullptr, *m_cancel = nullptr;
    bool m_creating = false, m_stopping = false;
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
