#pragma once

#include <QWidget>

namespace howdah {

/// The pages of a wizard at its left edge: what is behind, where one is, what comes.
class StepRail : public QWidget
{
    Q_OBJECT

public:
    explicit StepRail(const QStringList &names, QWidget *parent = nullptr);
    void setHeading(const QString &title, const QString &under);
    void setCurrent(int index);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_names;
    QString m_title, m_under;
    int m_current = 0;
};

} // namespace howdah
