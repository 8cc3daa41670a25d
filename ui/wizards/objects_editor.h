#pragma once

#include "core/operations/operation.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace howdah {

class ObjectTree;
class TextLabel;

/// Any number of listed objects: a line that says how many are chosen, and, opened, a tree with check boxes and a
/// filter.
class ObjectsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ObjectsEditor(const Param &param, QWidget *parent = nullptr);

    [[nodiscard]] QString value() const;
    void setValue(const QString &value);
    void offer(const QList<ObjectItem> &items);
    [[nodiscard]] QWidget *opener() const;

Q_SIGNALS:
    void edited();

private:
    void setOpen(bool open);
    void filter(const QString &text);
    void sayHowMany();
    void chooseNone();

    ObjectTree *m_tree;
    TextLabel *m_howMany;
    QPushButton *m_open, *m_none;
    QWidget *m_body;
    QLineEdit *m_filter;
    QTreeView *m_view;
};

} // namespace howdah
