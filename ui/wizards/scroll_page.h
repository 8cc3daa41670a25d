#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace howdah {

/// A page that scrolls when it must, its lines no longer than is comfortable to read.
class ScrollPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPage(const QString &accessibleName, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    void startOver(); ///< an empty page again

private:
    QVBoxLayout *m_content = nullptr;
};

} // namespace howdah
