#pragma once

#include "core/backup/named_transaction.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace howdah {

/// Which transactions are wanted: a table, a kind of change, a least number of rows, since when.
class PastFilter : public QWidget
{
    Q_OBJECT

public:
    explicit PastFilter(QWidget *parent = nullptr);
    [[nodiscard]] TransactionFilter filter(const QDateTime &now) const;
    [[nodiscard]] bool isNarrow() const; ///< something but the time is chosen

Q_SIGNALS:
    void changed(); ///< a while after the last key

private:
    void addKinds();
    void addTimes();

    QLineEdit *m_table;
    QComboBox *m_kind;
    QSpinBox *m_rows;
    QComboBox *m_time;
    QTimer m_settled;
};

} // namespace howdah
