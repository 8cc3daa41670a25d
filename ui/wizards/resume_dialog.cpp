#include "ui/wizards/resume_dialog.h"

#include "core/operations/report.h"
#include "core/operations/resumption.h"
#include "ui/theme/theme.h"
#include "ui/wizards/growing_dialog.h"
#include "ui/wizards/text_label.h"
#include "ui/wizards/ways_on.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ResumeDialog)
};

QString lookSentence(const JournalEntry &entry)
{
    return beganOfNoReturn(entry).isEmpty()
               ? Tr::tr("Howdah looks again first, and does nothing if the situation is another by now.")
               : Tr::tr("Its point of no return was begun: from here it only goes forward.");
}

/// The field for the word; the button can be pressed when it is right.
void addWord(QVBoxLayout *lines, const QString &word, QPushButton *button)
{
    const QString request = Tr::tr("Type %1 to confirm").arg(word);
    auto *label = new TextLabel(TextLabel::Voice::Strong, request);
    auto *typed = new QLineEdit;
    typed->setObjectName(QStringLiteral("resumeWord"));
    typed->setAccessibleName(request);
    label->setBuddy(typed);
    lines->addWidget(label);
    lines->addWidget(typed);
    button->setEnabled(false);
    QObject::connect(typed, &QLineEdit::textChanged, button,
                     [button, word](const QString &text) { button->setEnabled(text == word); });
}
} // namespace

void askToResume(const JournalEntry &entry, QWidget *parent, std::function<void()> goOn)
{
    if (!mustBeConfirmed(entry)) {
        goOn();
        return;
    }
    auto *dialog = new GrowingDialog(parent);
    dialog->setObjectName(QStringLiteral("resumeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Tr::tr("Resume"));
    dialog->setMinimumWidth(460);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *button = buttons->addButton(Tr::tr("Resume"), QDialogButtonBox::AcceptRole);
    button->setObjectName(QStringLiteral("resumeNow"));
    button->setProperty("kind", QStringLiteral("danger"));
    auto *lines = new QVBoxLayout(dialog);
    lines->setContentsMargins(theme::space5, theme::space5, theme::space5, theme::space4);
    lines->setSpacing(theme::space3);
    const auto say = [lines](TextLabel::Voice voice, const QString &sentence) {
        auto *label = new TextLabel(voice, sentence);
        label->setWordWrap(true);
        lines->addWidget(label);
    };
    say(TextLabel::Voice::Heading,
        Tr::tr("Go on with this? %1 on %2").arg(operationTitle(entry.operation), entry.cluster));
    say(TextLabel::Voice::Body, resumeSentence(entry));
    for (const QString &consequence : entry.plan.consequences)
        say(TextLabel::Voice::Body, consequence);
    say(TextLabel::Voice::Muted, lookSentence(entry));
    if (!entry.plan.confirmWord.isEmpty())
        addWord(lines, entry.plan.confirmWord, button);
    lines->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(goOn));
    dialog->open();
}

} // namespace howdah
