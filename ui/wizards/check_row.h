#pragma once

#include "core/operations/operation.h"
#include "ui/wizards/fold.h"

namespace howdah {

class TextLabel;

/// One check that was made: mark, title, value seen and its age; opened: why it matters and the remedy.
class CheckRow : public Fold
{
    Q_OBJECT

public:
    /// `seenAt` (UTC) is the age of a value that carries none of its own.
    CheckRow(const CheckResult &check, const QDateTime &seenAt, QWidget *parent = nullptr);
    void updateAge(const QDateTime &now);

Q_SIGNALS:
    void remedyWanted(const QString &operation, const howdah::Arguments &arguments);

private:
    void buildHeader(const CheckResult &check);
    void buildBody(const CheckResult &check);
    QDateTime m_seenAt;
    TextLabel *m_age = nullptr;
};

/// "just now", "2 s ago", "5 min ago".
[[nodiscard]] QString ageText(qint64 milliseconds);

} // namespace howdah
