#pragma once

#include <QDialog>

namespace howdah {

/// A dialog that grows when what it shows needs more height (an error, what was found), as far as the screen allows.
class GrowingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;

private:
    void grow();
};

} // namespace howdah
