#pragma once

#include <QPlainTextEdit>

namespace howdah {

/// Where a statement or a command line is typed; a few lines tall.
class ConsoleLine : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ConsoleLine(QWidget *parent = nullptr);

Q_SIGNALS:
    void entered();        ///< Return; Shift+Return makes a new line
    void recalled(int by); ///< Up on the first line: -1; Down on the last: +1

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace howdah
