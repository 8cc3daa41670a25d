#pragma once

#include "core/base/error.h"
#include "ui/wizards/card.h"

namespace howdah {

/// An error where it happened: the sentence, the server's own detail, hint and SQLSTATE, and "Copy details".
class ErrorPanel : public Card
{
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);
    explicit ErrorPanel(const Error &error, QWidget *parent = nullptr);
    void showError(const Error &error);
    void clear(); ///< and hides

private:
    void fill(const Error &error);
    void addPart(const QString &name, const QString &text);
    Error m_error;
    QWidget *m_parts = nullptr;
};

} // namespace howdah
