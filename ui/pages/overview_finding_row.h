#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/operations/operation.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace howdah {

class TextLabel;

/// One finding: what is wrong, the button that mends it, and folded away why it matters.
class FindingRow : public QWidget
{
    Q_OBJECT

public:
    explicit FindingRow(QWidget *parent = nullptr);
    /// `impossible`: why its operation cannot be started now; empty when it can.
    void setFinding(const Finding &finding, const QString &impossible);
    [[nodiscard]] const Finding &finding() const { return m_finding; }

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);

protected:
    void enterEvent(QEnterEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold(bool open);
    void fitRemedy(); ///< its title, cut where the list is too narrow for it

    Finding m_finding;
    QString m_impossible;
    TextLabel *m_text;
    QPushButton *m_remedy;
    QString m_remedyTitle;
    QToolButton *m_why;
    TextLabel *m_reason;
};

} // namespace howdah
