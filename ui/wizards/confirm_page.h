#pragma once

#include "core/operations/preparation.h"
#include "ui/wizards/scroll_page.h"

class QLineEdit;

namespace howdah {

/// Confirm: what will have happened, in sentences; for destructive ones a word to type.
class ConfirmPage : public ScrollPage
{
    Q_OBJECT

public:
    explicit ConfirmPage(QWidget *parent = nullptr);

    void showPreparation(const Operation &operation, const Preparation &preparation);
    [[nodiscard]] QString obstacle() const; ///< why it cannot begin yet; empty when it can

Q_SIGNALS:
    void changed();

private:
    void addConsequences(const Operation &operation, const Preparation &preparation);
    void addWord(const QString &word);
    QString m_word;
    QLineEdit *m_typed = nullptr;
};

} // namespace howdah
