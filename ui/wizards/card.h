#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace howdah {

/// A quiet rounded surface that holds things belonging together; tinted when it speaks of a state.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    void setTint(std::optional<Health> health);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
    std::optional<Health> m_tint;
};

} // namespace howdah
