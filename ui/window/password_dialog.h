#pragma once

#include "core/base/secret.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace howdah {

/// Asks for one server's password. Not modal: the rest of the window goes on. Deletes itself when closed.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `serverSaid`: the server's own sentence; may be empty.
    PasswordDialog(const QString &node, const QString &user, const QString &address, const QString &serverSaid,
                   QWidget *parent);

Q_SIGNALS:
    void given(const howdah::Secret &password, bool keepInKeychain);

private:
    void give();

    QLineEdit *m_password;
    QCheckBox *m_keep;
};

} // namespace howdah
