#pragma once

#include "core/operations/past_reader.h"

#include <QWidget>

namespace howdah {

/// One time axis: base backups as blocks, the archive as a band with its holes, the density of transactions; hatched
/// where recovery does not reach. It draws what it is given and asks nobody.
class PastAxis : public QWidget
{
    Q_OBJECT

public:
    explicit PastAxis(QWidget *parent = nullptr);

    void setPast(const PastViewPtr &view);
    void setChosen(const QDateTime &at); ///< the transaction in the table; invalid: none
    [[nodiscard]] qint64 fromMs() const { return m_fromMs; }
    [[nodiscard]] qint64 toMs() const { return m_toMs; }
    /// What lies there, a line each; also the tooltip.
    [[nodiscard]] QStringList wordsAt(qint64 atMs) const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 150}; }

Q_SIGNALS:
    void momentPicked(const QDateTime &at);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    /// A stretch of time.
    struct Span
    {
        qint64 fromMs = 0, toMs = 0;
        QString words;
    };
    void takeBackups();
    void takeArchive();
    void takeReach();
    void takeRange();
    [[nodiscard]] double xOf(qint64 atMs) const;
    [[nodiscard]] qint64 timeAt(double x) const;
    [[nodiscard]] QRectF lane(int index) const;
    [[nodiscard]] QRectF boxOf(const Span &span, const QRectF &lane, double narrowest) const;
    void paintLanes(QPainter &painter) const;
    void paintDensity(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintChosen(QPainter &painter) const;

    PastViewPtr m_view;
    qint64 m_fromMs = 0, m_toMs = 1;
    QList<Span> m_backups, m_archived, m_live, m_holes, m_unreachable;
    QDateTime m_chosen;
};

} // namespace howdah
