#pragma once

#include "core/operations/past_reader.h"
#include "ui/pages/page.h"

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace howdah {

class ElidedLabel;
class ErrorPanel;
class PageTable;
class PastAxis;
class PastFilter;
class PastNotice;
class TextLabel;

/// The cluster's past as a list of transactions on a time axis; from one of them a recovery begins.
class TimeMachinePage : public Page
{
    Q_OBJECT

public:
    /// `environment` must outlive the page.
    explicit TimeMachinePage(const Environment &environment, QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot) override; ///< another cluster's: its past is read
    void showPast(const PastViewPtr &view);
    [[nodiscard]] PageTable *table() const { return m_table; }
    [[nodiscard]] PastAxis *axis() const { return m_axis; }

private:
    void buildHead(QVBoxLayout *lines);
    void buildFoot(QVBoxLayout *lines);
    void read();
    void showProgress();
    void showRows();
    void showChosen();
    void choose(const QDateTime &at);
    void choosePoint(const RestorePoint &point);
    void chooseEnd(Timeline timeline);
    void recover(bool after);
    [[nodiscard]] RecoveryWay wayToChosen() const;
    [[nodiscard]] QString wordsForChosen() const;
    void openRows();
    [[nodiscard]] const NamedTransaction *chosen() const;

    const Environment &m_environment;
    PastReader m_reader;
    ClusterSnapshotPtr m_snapshot;
    bool m_hadPrimary = false;
    PastViewPtr m_view;
    std::optional<RestorePoint> m_point; ///< chosen on the axis; the table's row does not count then
    Timeline m_end = 0;                  ///< the same: the end of this timeline
    PastFilter *m_filter;
    PastNotice *m_notice;
    PastAxis *m_axis;
    PageTable *m_table;
    ErrorPanel *m_error;
    QStackedWidget *m_stack; ///< the table, or why there is none yet
    TextLabel *m_nothing, *m_nothingMore;
    ElidedLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_again;
    TextLabel *m_deed, *m_way;
    QPushButton *m_before, *m_after, *m_rows;
};

} // namespace howdah
