#pragma once

#include "core/operations/preparation.h"
#include "ui/wizards/scroll_page.h"

namespace howdah {

class ParamField;

/// Choose: a field for each parameter of the declaration, filled in with what the cluster suggests.
class ChoosePage : public ScrollPage
{
    Q_OBJECT

public:
    ChoosePage(const Operation &operation, ClusterSnapshotPtr snapshot, const Arguments &prefilled,
               QWidget *parent = nullptr);

    [[nodiscard]] Arguments arguments() const;
    [[nodiscard]] QString obstacle() const { return m_obstacle; } ///< why one cannot go on; empty when one can
    void focusFirst();
    /// What a look at the hosts brought: from now on suggestions and objections know it too.
    void adopt(const Situation &situation);
    void showObjections(const QHash<QString, QString> &objections); ///< found by looking further than this page can

Q_SIGNALS:
    void changed();
    void edited(); ///< by the user: what was seen may be of other arguments

private:
    void build(const Arguments &prefilled);
    void refill();
    [[nodiscard]] bool isToCome(const ParamField &field) const;
    [[nodiscard]] Situation situation(const Arguments &arguments) const;

    Operation m_operation;
    ClusterSnapshotPtr m_snapshot;
    QList<ParamField *> m_fields;
    QHash<QString, Fact> m_facts;
    QString m_obstacle;
};

} // namespace howdah
