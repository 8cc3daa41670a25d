#include "ui/wizards/objects_editor.h"

#include "ui/theme/theme.h"
#include "ui/wizards/object_tree.h"
#include "ui/wizards/text_label.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace howdah {

namespace {
constexpr int viewHeight = 260;
constexpr int noteWidth = 330;
constexpr int mostOpenedAtOnce = 200; ///< rows that a filter leaves and that are all shown opened
} // namespace

ObjectsEditor::ObjectsEditor(const Param &param, QWidget *parent)
    : QWidget(parent)
    , m_tree(new ObjectTree(this))
    , m_howMany(new TextLabel(TextLabel::Voice::Body))
    , m_open(new QPushButton(tr("Choose…")))
    , m_none(new QPushButton(tr("Choose none")))
    , m_body(new QWidget)
    , m_filter(new QLineEdit)
    , m_view(new QTreeView)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::space2);
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::space2);
    m_open->setCheckable(true);
    top->addWidget(m_open);
    top->addWidget(m_none);
    top->addWidget(m_howMany, 1);
    lines->addLayout(top);

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(theme::space1);
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter of %1").arg(param.title));
    m_filter->setObjectName(param.id + QStringLiteral("-filter"));
    body->addWidget(m_filter);
    m_view->setObjectName(param.id + QStringLiteral("-tree"));
    m_view->setAccessibleName(param.title);
    m_view->setModel(m_tree);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setFixedHeight(viewHeight);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ObjectTree::Name, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ObjectTree::Note, QHeaderView::Fixed);
    m_view->header()->resizeSection(ObjectTree::Note, noteWidth);
    body->addWidget(m_view);
    lines->addWidget(m_body);
    m_body->hide();

    connect(m_open, &QPushButton::toggled, this, &ObjectsEditor::setOpen);
    connect(m_none, &QPushButton::clicked, this, &ObjectsEditor::chooseNone);
    connect(m_filter, &QLineEdit::textChanged, this, &ObjectsEditor::filter);
    connect(m_tree, &ObjectTree::chosenByHand, this, [this] {
        sayHowMany();
        Q_EMIT edited();
    });
    sayHowMany();
}

QString ObjectsEditor::value() const
{
    return objectsValue(m_tree->chosen());
}

void ObjectsEditor::setValue(const QString &value)
{
    m_tree->setChosen(objectsOf(value));
    sayHowMany();
}

void ObjectsEditor::offer(const QList<ObjectItem> &items)
{
    m_tree->setItems(items);
    sayHowMany();
    if (m_tree->rowCount() == 1)
        m_view->expand(m_tree->index(0, 0));
}

QWidget *ObjectsEditor::opener() const
{
    return m_open;
}

void ObjectsEditor::setOpen(bool open)
{
    m_body->setVisible(open);
    if (open)
        m_filter->setFocus();
}

void ObjectsEditor::filter(const QString &text)
{
    m_tree->setFilter(text.trimmed());
    int shown = 0;
    for (int group = 0; group < m_tree->rowCount(); ++group)
        shown += m_tree->data(m_tree->index(group, ObjectTree::Note), Qt::DisplayRole)
                     .toString()
                     .section(QLatin1Char(' '), -1)
                     .toInt();
    if (!text.isEmpty() && shown <= mostOpenedAtOnce)
        m_view->expandAll();
}

void ObjectsEditor::sayHowMany()
{
    const qsizetype chosen = m_tree->chosen().size();
    const int all = m_tree->count();
    m_none->setVisible(chosen > 0);
    if (all == 0 && chosen == 0)
        m_howMany->setText(tr("Nothing is listed yet."));
    else if (chosen == 0)
        m_howMany->setText(tr("None chosen of %1").arg(all));
    else
        m_howMany->setText(tr("%1 chosen of %2").arg(chosen).arg(all));
}

void ObjectsEditor::chooseNone()
{
    m_tree->setChosen({});
    sayHowMany();
    Q_EMIT edited();
}

} // namespace howdah
