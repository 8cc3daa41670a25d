#pragma once

#include "core/operations/backups_reader.h"
#include "ui/pages/page.h"

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace howdah {

class BackupsWindow;
class DumpsRow;
class FindingRow;
class PageTable;
class TextLabel;

/// The cluster's base backups: what each is worth, how far recovery leads from it, and what can be done with it.
class BackupsPage : public Page
{
    Q_OBJECT

public:
    /// `environment` must outlive the page.
    explicit BackupsPage(const Environment &environment, QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot) override; ///< another cluster's: it is looked at
    void look();                                                   ///< again
    void showStock(const BackupStockPtr &stock);
    [[nodiscard]] PageTable *table() const { return m_table; }
    [[nodiscard]] BackupsWindow *window() const { return m_window; }

private:
    void buildHead(QVBoxLayout *lines);
    void buildFoot(QVBoxLayout *lines);
    [[nodiscard]] QWidget *emptyPage();
    void showFindings();
    void showChosen();
    void choose(const QString &backup);
    [[nodiscard]] const BaseBackup *chosen() const;
    void act(const QString &operation); ///< with the chosen one, or where the backups lie
    [[nodiscard]] QString objectionTo(const QString &operation) const;

    BackupsReader m_reader;
    ClusterSnapshotPtr m_snapshot;
    BackupStockPtr m_stock;
    TextLabel *m_sentence, *m_range;
    QPushButton *m_again;
    QWidget *m_findingsBox;
    QList<FindingRow *> m_findings;
    BackupsWindow *m_window;
    PageTable *m_table;
    QStackedWidget *m_stack; ///< the table, or what it will show
    TextLabel *m_nothing, *m_nothingMore;
    TextLabel *m_title, *m_words;
    QList<QPushButton *> m_actions;
    DumpsRow *m_dumps;
};

} // namespace howdah
