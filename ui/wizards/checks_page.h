#pragma once

#include "core/operations/preparation.h"
#include "ui/wizards/scroll_page.h"

class QTimer;

namespace howdah {

class CheckRow;

/// Checks: the verdict in a sentence, then what blocks, what warns, what passed.
class ChecksPage : public ScrollPage
{
    Q_OBJECT

public:
    explicit ChecksPage(QWidget *parent = nullptr);

    void showLooking(const ClusterDefinition &cluster); ///< busy, with a way to stop
    void showStopped();
    void showFailure(const Error &error);
    void showPreparation(const Preparation &preparation);
    /// Above everything until the next look: why one is back here. Empty: nothing.
    void setNotice(const QString &sentence) { m_notice = sentence; }

Q_SIGNALS:
    void stopWanted();
    void againWanted();
    void remedyWanted(const QString &operation, const howdah::Arguments &arguments);

private:
    void begin(Health health, const QString &sentence);
    void addNotice();
    void addAgain();
    void addRows(const Preparation &preparation, Verdict verdict, const QString &heading, bool folded);
    CheckRow *makeRow(const CheckResult &check, const QDateTime &seenAt);
    void updateAges();

    QList<CheckRow *> m_rows;
    QTimer *m_clock;
    QString m_notice;
};

} // namespace howdah
