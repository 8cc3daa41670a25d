#include "ui/wizards/result_window.h"

#include "core/operations/report.h"
#include "ui/theme/theme.h"
#include "ui/wizards/remembered_size.h"
#include "ui/wizards/result_page.h"
#include "ui/wizards/text_label.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace howdah {

QDialog *openResult(const JournalEntry &entry, OperationDesk &desk, QWidget *parent)
{
    auto *window = new QDialog(parent);
    window->setObjectName(QStringLiteral("resultWindow"));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(ResultPage::tr("%1 — %2").arg(operationTitle(entry.operation), entry.cluster));
    rememberSize(window, QStringLiteral("result/size"), QSize(760, 600));
    auto *lines = new QVBoxLayout(window);
    lines->setContentsMargins(0, theme::space5, 0, theme::space4);
    lines->setSpacing(theme::space4);
    auto *title = new TextLabel(TextLabel::Voice::Title, operationTitle(entry.operation));
    title->setContentsMargins(theme::space5, 0, theme::space5, 0);
    lines->addWidget(title);
    auto *page = new ResultPage(*desk.environment().hosts);
    page->showOutcome({entry.state, entry.error, entry}, {});
    lines->addWidget(page, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setContentsMargins(theme::space5, 0, theme::space5, 0);
    QObject::connect(buttons, &QDialogButtonBox::rejected, window, &QDialog::close);
    lines->addWidget(buttons);
    window->show();
    return window;
}

} // namespace howdah
