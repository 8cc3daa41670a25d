#pragma once

#include "core/operations/past_reader.h"
#include "ui/pages/time_scale.h"

#include <QWidget>

#include <algorithm>
#include <optional>

namespace howdah {

/// One time axis: base backups as blocks, the archive as a band with its holes, one track for each timeline that forks
/// from the one before, restore points, the density of transactions; hatched where recovery does not reach. It draws
/// what it is given and asks nobody.
class PastAxis : public QWidget
{
    Q_OBJECT

public:
    explicit PastAxis(QWidget *parent = nullptr);

    void setPast(const PastViewPtr &view);
    /// A transaction (two handles, before and after) or a point; invalid: none.
    void setChosen(const QDateTime &at, bool isPoint = false);
    [[nodiscard]] qint64 fromMs() const { return m_scale.fromMs; }
    [[nodiscard]] qint64 toMs() const { return m_scale.toMs; }
    /// What lies there, a line each; also the tooltip.
    [[nodiscard]] QStringList wordsAt(qint64 atMs) const;

    [[nodiscard]] QSize sizeHint() const override { return {600, wantedHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, wantedHeight()}; }
    /// Where a mark is drawn, for tests; nothing when there is none of that name.
    [[nodiscard]] std::optional<QPointF> placeOfRestorePoint(const QString &name) const;
    [[nodiscard]] std::optional<QPointF> placeOfEnd(Timeline timeline) const;

Q_SIGNALS:
    void momentPicked(const QDateTime &at);
    void restorePointPicked(const howdah::RestorePoint &point);
    void endPicked(howdah::Timeline timeline); ///< of a timeline that was left

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
        int track = 0; ///< of the archive
    };
    /// A timeline, and the one that it was forked from.
    struct Track
    {
        Timeline timeline = 0, parent = 0;
        qint64 fromMs = 0, toMs = 0;
        qint64 forkMs = 0; ///< when the parent wrote the WAL where it was left
        bool left = false; ///< another one was forked from it before its end
    };
    static constexpr qsizetype mostTracks = 4; ///< the newest ones
    void takeTracks();
    [[nodiscard]] int trackOf(Timeline timeline) const; ///< -1: not shown
    [[nodiscard]] int tracks() const { return std::max(1, static_cast<int>(m_tracks.size())); }
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] QRectF trackBand(int track) const;
    [[nodiscard]] QPointF placeOf(const RestorePoint &point) const;
    [[nodiscard]] QPointF endOf(const Track &track) const;
    void paintTracks(QPainter &painter) const;
    void paintRestorePoints(QPainter &painter) const;
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
    TimeScale m_scale;
    QList<Span> m_backups, m_archived, m_live, m_holes, m_unreachable;
    QList<Track> m_tracks; ///< oldest first
    QDateTime m_chosen;
    bool m_chosenIsPoint = false;
};

} // namespace howdah
