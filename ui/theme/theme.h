#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QRectF>

class QApplication;
class QPainter;

/// The one place for colours, spaces and type (LOOK.md). Nothing else in ui names a colour.
namespace howdah::theme {

enum class Mode { FollowSystem, Light, Dark };

struct Tokens
{
    QColor background, surface, raised, line, lineStrong, text, textMuted, accent, accentText, selection;
    QColor good, attention, critical, unknown, busy; ///< as text or shape on background and surface: contrast >= 4.5
    QColor goodSoft, attentionSoft, criticalSoft, unknownSoft, busySoft; ///< as a quiet fill behind text
    bool dark = false;
};

inline constexpr int space1 = 4, space2 = 8, space3 = 12, space4 = 16, space5 = 24;
inline constexpr int cornerRadius = 6;

/// Fusion with our palette, style sheet and font (Inter where installed); reacts to PaletteChange when following the
/// system.
void apply(QApplication &application, Mode mode);
[[nodiscard]] Mode mode(); ///< as last applied
[[nodiscard]] const Tokens &tokens();

enum class Type { Small, Body, Heading, Title }; ///< 11, 13, 15, 20 px
[[nodiscard]] QFont font(Type type, bool strong = false);
[[nodiscard]] QFont tabularFont(Type type); ///< figures of one width
[[nodiscard]] QFont codeFont(Type type);    ///< commands and SQL

[[nodiscard]] QColor healthColor(Health health);
[[nodiscard]] QColor healthSoftColor(Health health);
[[nodiscard]] QString healthWord(Health health); ///< "Healthy", "Needs attention", "Critical", "Unknown", "Busy"
/// The shape that goes with it: filled circle, triangle, square, ring, dashed ring.
void paintHealth(QPainter &painter, const QRectF &box, Health health);
[[nodiscard]] QIcon healthIcon(Health health);

/// Okabe-Ito; the same node always the same colour: index is its place in the cluster's definition.
[[nodiscard]] QColor seriesColor(int index);

/// One of resources/icons by name, drawn in the palette's text colour (accent, muted, … by role), crisp at any scale.
enum class IconRole { Text, Muted, Accent, OnAccent, Critical };
[[nodiscard]] QIcon icon(const QString &name, IconRole role = IconRole::Text);

} // namespace howdah::theme
