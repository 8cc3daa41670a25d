#pragma once

#include "ui/theme/theme.h"

#include <QScrollArea>

class QVBoxLayout;

namespace howdah {

/// A page that scrolls when it must, its lines no longer than is comfortable to read.
class ScrollPage : public QScrollArea
{
    Q_OBJECT

public:
    /// `sideMargin`: room at both sides; a page within another page needs none.
    explicit ScrollPage(const QString &accessibleName, QWidget *parent = nullptr, int sideMargin = theme::space5);

protected:
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// A page is made anew out of sight and shown once it is complete: nobody sees it being laid out.
    void startOver();
    void finish();

private:
    int m_sideMargin;
    QWidget *m_page = nullptr; ///< being made; the scroll area's own once finished
    QVBoxLayout *m_content = nullptr;
};

} // namespace howdah
