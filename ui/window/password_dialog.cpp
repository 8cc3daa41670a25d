#include "ui/window/password_dialog.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace howdah {

PasswordDialog::PasswordDialog(const QString &node, const QString &user, const QString &address,
                               const QString &serverSaid, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("&Keep it in the desktop's keychain"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Password for %1").arg(node));
    setMinimumWidth(420);

    auto *question = new QLabel(tr("%1 at %2 asks for the password of “%3”.").arg(node, address, user), this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    question->setFont(theme::font(theme::Type::Heading));
    auto *said = new QLabel(serverSaid, this);
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    said->setVisible(!serverSaid.isEmpty());
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_keep->setAccessibleName(tr("Keep it in the desktop's keychain"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *connectButton = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    connectButton->setDefault(true);
    connectButton->setEnabled(false);
    connect(m_password, &QLineEdit::textChanged, connectButton,
            [connectButton](const QString &text) { connectButton->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PasswordDialog::give);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space5, theme::space5, theme::space5, theme::space4);
    layout->setSpacing(theme::space3);
    layout->addWidget(question);
    layout->addWidget(said);
    layout->addWidget(m_password);
    layout->addWidget(m_keep);
    layout->addWidget(buttons);
}

void PasswordDialog::give()
{
    Q_EMIT given(Secret(m_password->text()), m_keep->isChecked());
    m_password->clear();
    close();
}

} // namespace howdah
