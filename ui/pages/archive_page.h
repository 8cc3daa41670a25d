#pragma once

#include "core/operations/archive_reader.h"
#include "ui/pages/archive_words.h"
#include "ui/pages/page.h"

class QGridLayout;
class QPushButton;

namespace howdah {

class ArchiveCoverage;
class ArchiveGrowthChart;
class Card;
class ErrorPanel;
class PageTable;
class StateMark;
class TextLabel;

/// "WAL & archive": what the archive holds and lacks, who fills it, how it grows, and what keeps WAL on the primary.
class ArchivePage : public Page
{
    Q_OBJECT

public:
    /// `environment` must outlive the page.
    explicit ArchivePage(const Environment &environment, QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot) override; ///< looked at anew every half minute
    void showArchive(const ArchiveViewPtr &view);
    void showError(const Error &error);
    [[nodiscard]] PageTable *keepers() const { return m_keepers; }
    [[nodiscard]] ArchiveCoverage *coverage() const { return m_coverage; }

private:
    QWidget *buildState();
    QWidget *buildStock();
    QWidget *buildGrowth();
    void look();
    void showFigures();

    ArchiveReader m_reader;
    ClusterSnapshotPtr m_snapshot;
    ArchiveViewPtr m_view;
    QDateTime m_lookedAt; ///< when a look was begun
    bool m_looking = false;
    archive_words::State m_state;

    Card *m_stateCard;
    StateMark *m_mark;
    TextLabel *m_title, *m_text;
    QPushButton *m_button, *m_again;
    ErrorPanel *m_error;
    QList<TextLabel *> m_figureNames, m_figureValues;
    ArchiveCoverage *m_coverage;
    TextLabel *m_coverageNothing;
    ArchiveGrowthChart *m_growth;
    TextLabel *m_growthText;
    PageTable *m_keepers;
};

} // namespace howdah
