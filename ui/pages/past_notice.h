#pragma once

#include "core/operations/past_reader.h"
#include "ui/wizards/card.h"

class QPushButton;

namespace howdah {

class TextLabel;

/// What keeps a cluster from going back in time, worst first, and the operation that mends it. Hidden when there is
/// nothing.
class PastNotice : public Card
{
    Q_OBJECT

public:
    explicit PastNotice(QWidget *parent = nullptr);
    void setPast(const PastView &view);

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);

private:
    struct Notice
    {
        QString title, text;
        QString button, operation; ///< empty: nothing that Howdah could do
        Arguments arguments;
    };
    [[nodiscard]] static Notice noticeFor(const PastView &view);

    Notice m_notice;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_button;
};

} // namespace howdah
