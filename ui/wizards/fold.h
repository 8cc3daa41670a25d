#pragma once

#include <QAbstractButton>

class QVBoxLayout;

namespace howdah {

/// The line that opens and closes what is below it: by mouse, Space and Return. Its own layout holds what it shows.
class FoldHeader : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldHeader(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

/// A header and what it folds away.
class Fold : public QWidget
{
    Q_OBJECT

public:
    explicit Fold(QWidget *parent = nullptr);
    /// With a heading of plain text.
    explicit Fold(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] FoldHeader *header() const { return m_header; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

private:
    FoldHeader *m_header;
    QWidget *m_body;
    QVBoxLayout *m_content;
};

} // namespace howdah
