#include "ui/wizards/growing_dialog.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

namespace howdah {

bool GrowingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        grow();
    return handled;
}

void GrowingDialog::grow()
{
    if (!layout() || !isVisible())
        return;
    const int needed =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    const int room = screen() ? screen()->availableGeometry().height() : needed;
    if (height() < qMin(needed, room))
        resize(width(), qMin(needed, room));
}

} // namespace howdah
