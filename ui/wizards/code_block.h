#pragma once

#include <QTextEdit>

namespace howdah {

/// A command or SQL statement to read, select and copy; as tall as its text is at the width it is given.
class CodeBlock : public QTextEdit
{
    Q_OBJECT

public:
    explicit CodeBlock(const QString &code, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace howdah
