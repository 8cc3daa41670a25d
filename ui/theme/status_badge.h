#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace howdah {

/// A status as a quiet pill: mark and word. Colour is never alone.
class StatusBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);
    void setStatus(Health health, const QString &word);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Health m_health = Health::Unknown;
    QString m_word;
};

} // namespace howdah
