#pragma once

#include "core/operations/backups_reader.h"
#include "ui/pages/time_scale.h"

#include <QWidget>

namespace howdah {

/// The recovery window on a time axis: base backups as blocks, and below, from which moment to which recovery can end;
/// hatched where nothing leads to. It draws what it is given and asks nobody.
class BackupsWindow : public QWidget
{
    Q_OBJECT

public:
    explicit BackupsWindow(QWidget *parent = nullptr);

    void setStock(const BackupStockPtr &stock);
    void setChosen(const QString &backup);
    /// What lies there, a line each; also the tooltip.
    [[nodiscard]] QStringList wordsAt(qint64 atMs) const;
    [[nodiscard]] qint64 fromMs() const { return m_scale.fromMs; }
    [[nodiscard]] qint64 toMs() const { return m_scale.toMs; }

    [[nodiscard]] QSize sizeHint() const override { return {600, 78}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 78}; }

Q_SIGNALS:
    void backupPicked(const QString &backup);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Span
    {
        qint64 fromMs = 0, toMs = 0;
        QString backup, words;
        bool bad = false;
    };
    [[nodiscard]] double xOf(qint64 atMs) const;
    [[nodiscard]] qint64 timeAt(double x) const;
    [[nodiscard]] QRectF lane(int index) const;
    [[nodiscard]] QRectF boxOf(const Span &span, const QRectF &lane, double narrowest) const;
    void paintTicks(QPainter &painter) const;

    BackupStockPtr m_stock;
    QString m_chosen;
    TimeScale m_scale;
    QList<Span> m_backups, m_reachable;
};

} // namespace howdah
