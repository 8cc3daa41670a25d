#pragma once

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QScrollBar>
#include <QWidget>

namespace howdah {

/// Widgets that take the focus and that a screen reader would call nothing, by class and object name.
inline QStringList widgetsWithoutName(const QWidget *top)
{
    QStringList nameless;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        // What belongs to a view, a combo box or a spin box speaks through it.
        const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) ||
                           qobject_cast<QScrollBar *>(widget) ||
                           (widget->parentWidget() && widget->parentWidget()->focusProxy() == widget) ||
                           widget->focusProxy() || qobject_cast<QAbstractScrollArea *>(widget->parentWidget());
        if (widget->focusPolicy() == Qt::NoFocus || inner || widget->window() != top->window())
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            nameless << QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                    widget->objectName());
    }
    return nameless;
}

} // namespace howdah
