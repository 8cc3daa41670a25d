#include "ui/wizards/save_text.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SaveText)
};
} // namespace

Result<void> writeBytes(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
        return {};
    return Error{ErrorCode::Storage,
                 Tr::tr("%1 could not be written.").arg(file),
                 out.errorString(),
                 Tr::tr("Choose another place, or make room there."),
                 {}};
}

void saveText(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
              const QString &text, const std::function<void(const QString &, const Result<void> &)> &done)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [text, done](const QString &file) { done(file, writeBytes(file, text.toUtf8())); });
    dialog->open();
}

} // namespace howdah
