#include "ui/wizards/text_label.h"

#include "ui/theme/theme.h"

namespace howdah {

namespace {

QFont fontOf(TextLabel::Voice voice)
{
    using Voice = TextLabel::Voice;
    switch (voice) {
    case Voice::Title:
        return theme::font(theme::Type::Title, true);
    case Voice::Heading:
        return theme::font(theme::Type::Heading, true);
    case Voice::Strong:
        return theme::font(theme::Type::Body, true);
    case Voice::Small:
        return theme::font(theme::Type::Small);
    case Voice::Figures:
        return theme::tabularFont(theme::Type::Small);
    case Voice::Body:
    case Voice::Muted:
    case Voice::Critical:
        break;
    }
    return theme::font(theme::Type::Body);
}

/// The style sheet's word for the colour.
QString toneOf(TextLabel::Voice voice)
{
    using Voice = TextLabel::Voice;
    switch (voice) {
    case Voice::Muted:
    case Voice::Small:
    case Voice::Figures:
        return QStringLiteral("muted");
    case Voice::Critical:
        return QStringLiteral("critical");
    default:
        return {};
    }
}

} // namespace

TextLabel::TextLabel(Voice voice, const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(voice != Voice::Figures);
    setText(text);
    setFont(fontOf(voice));
    setProperty("tone", toneOf(voice));
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace howdah
