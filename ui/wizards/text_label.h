#pragma once

#include <QLabel>

namespace howdah {

/// A label in one of the theme's voices. Always plain text (names and server messages are never read as markup).
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Voice { Title, Heading, Strong, Body, Muted, Small, Figures, Critical };
    explicit TextLabel(Voice voice, const QString &text = {}, QWidget *parent = nullptr);
};

/// A tooltip that shows the text as it is: Qt would take a name with a tag in it for markup.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace howdah
