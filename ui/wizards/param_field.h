#pragma once

#include "ui/wizards/param_editor.h"

#include <QWidget>

namespace howdah {

class TextLabel;

/// One parameter on the Choose page: its title, the editor of its kind, help beneath, an objection in place.
class ParamField : public QWidget
{
    Q_OBJECT

public:
    ParamField(const Param &param, const ClusterSnapshot &snapshot, QWidget *parent = nullptr);

    [[nodiscard]] const Param &param() const { return m_param; }
    [[nodiscard]] QString value() const { return m_editor.value(); }
    void setValue(const QString &value) { m_editor.setValue(value); } ///< does not count as the user's
    void offer(const Situation &situation); ///< what can be chosen, as the situation tells
    [[nodiscard]] bool isTouched() const { return m_touched; }
    void setTouched() { m_touched = true; }
    void showObjection(const QString &sentence); ///< empty: none
    [[nodiscard]] QWidget *editor() const { return m_editor.focus; }

Q_SIGNALS:
    void edited();

private:
    Param m_param;
    ParamEditor m_editor;
    TextLabel *m_objection;
    QWidget *m_objectionLine;
    bool m_touched = false;
};

} // namespace howdah
