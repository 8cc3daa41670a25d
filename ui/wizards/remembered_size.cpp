#include "ui/wizards/remembered_size.h"

#include "ui/theme/window_settings.h"

#include <QEvent>
#include <QScreen>
#include <QWidget>

namespace howdah {

namespace {

class SizeKeeper : public QObject
{
public:
    SizeKeeper(QWidget *window, const QString &key)
        : QObject(window)
        , m_window(window)
        , m_key(key)
    {
        window->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Hide)
            WindowSettings().setSize(m_key,
                                     m_window->isMaximized() ? m_window->normalGeometry().size() : m_window->size());
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_window;
    QString m_key;
};

} // namespace

void rememberSize(QWidget *window, const QString &key, const QSize &usual)
{
    const QSize kept = WindowSettings().size(key);
    const QSize wanted = kept.isEmpty() ? usual : kept;
    window->resize(window->screen() ? wanted.boundedTo(window->screen()->availableSize()) : wanted);
    new SizeKeeper(window, key);
}

} // namespace howdah
