#pragma once

#include <QWidget>

namespace howdah {

/// What a newcomer sees: what Howdah is, and the two ways to begin.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void labRequested();
};

} // namespace howdah
