#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleFactory>

// A resource inside a static library is reached only when asked for, from outside any namespace.
static void openResources()
{
    Q_INIT_RESOURCE(howdah);
}

namespace howdah::theme {

namespace {

const Tokens *current = nullptr; // null: light, before apply()
Mode currentMode = Mode::FollowSystem;

QString textFamily()
{
    static const QString family = [] {
        for (const QString &wanted : {QStringLiteral("Inter"), QStringLiteral("Inter Variable")}) {
            if (QFontDatabase::hasFamily(wanted))
                return wanted;
        }
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return family;
}

QPalette paletteOf(const Tokens &now)
{
    QPalette palette;
    palette.setColor(QPalette::Window, now.background);
    palette.setColor(QPalette::WindowText, now.text);
    palette.setColor(QPalette::Base, now.surface);
    palette.setColor(QPalette::AlternateBase, now.raised);
    palette.setColor(QPalette::Text, now.text);
    palette.setColor(QPalette::PlaceholderText, now.textMuted);
    palette.setColor(QPalette::Button, now.surface);
    palette.setColor(QPalette::ButtonText, now.text);
    palette.setColor(QPalette::BrightText, now.critical);
    palette.setColor(QPalette::ToolTipBase, now.raised);
    palette.setColor(QPalette::ToolTipText, now.text);
    palette.setColor(QPalette::Highlight, now.selection);
    palette.setColor(QPalette::HighlightedText, now.text);
    palette.setColor(QPalette::Link, now.accent);
    palette.setColor(QPalette::LinkVisited, now.accent);
    palette.setColor(QPalette::Light, now.raised);
    palette.setColor(QPalette::Midlight, now.line);
    palette.setColor(QPalette::Mid, now.lineStrong);
    palette.setColor(QPalette::Dark, now.lineStrong);
    palette.setColor(QPalette::Shadow, QColor(Qt::black));
    const QColor disabled = mixed(now.background, now.textMuted, 0.65);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

/// Holds the choice of theme and follows the system's palette when told to.
class Follower : public QObject
{
public:
    explicit Follower(QApplication &application)
        : QObject(&application)
        , m_application(application)
    {
        application.installEventFilter(this);
    }

    void follow(Mode mode)
    {
        m_mode = mode;
        put();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The platform tells windows; the application object hears of a palette set by others.
        const bool changed = event->type() == QEvent::ThemeChange ||
                             (watched == &m_application && event->type() == QEvent::ApplicationPaletteChange);
        if (changed && !m_putting && m_mode == Mode::FollowSystem)
            QMetaObject::invokeMethod(
                this, [this] { put(); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    void put()
    {
        m_putting = true;
        const Tokens *wanted = wantDark() ? &darkTokens() : &lightTokens();
        QApplication::setPalette(paletteOf(*wanted));
        if (current != wanted) {
            current = wanted;
            m_application.setStyleSheet(styleSheet(*wanted));
        }
        m_putting = false;
    }

    [[nodiscard]] bool wantDark() const
    {
        if (m_mode != Mode::FollowSystem)
            return m_mode == Mode::Dark;
        QApplication::setPalette(QPalette()); // back to the system's own, to look at it
        return QApplication::palette().color(QPalette::Window).lightness() < 128;
    }

    QApplication &m_application;
    Mode m_mode = Mode::FollowSystem;
    bool m_putting = false;
};

} // namespace

void apply(QApplication &application, Mode mode)
{
    static Follower *follower = nullptr;
    if (!follower || follower->parent() != &application) {
        openResources();
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        QApplication::setFont(font(Type::Body));
        QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/howdah.svg")));
        current = nullptr;
        follower = new Follower(application);
    }
    currentMode = mode;
    follower->follow(mode);
}

Mode mode()
{
    return currentMode;
}

const Tokens &tokens()
{
    return current ? *current : lightTokens();
}

namespace {

int pixels(Type type)
{
    switch (type) {
    case Type::Small:
        return 11;
    case Type::Body:
        return 13;
    case Type::Heading:
        return 15;
    case Type::Title:
        return 20;
    }
    return 13;
}

} // namespace

QFont font(Type type, bool strong)
{
    QFont made(textFamily());
    made.setPixelSize(pixels(type));
    made.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    made.setHintingPreference(QFont::PreferNoHinting);
    return made;
}

QFont tabularFont(Type type)
{
    QFont made = font(type);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    made.setFeature(QFont::Tag("tnum"), 1);
#endif
    return made;
}

QFont codeFont(Type type)
{
    QFont made = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    made.setPixelSize(pixels(type) - 1); // fixed fonts look larger than Inter at the same size
    return made;
}

} // namespace howdah::theme
