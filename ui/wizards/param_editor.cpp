#include "ui/wizards/param_editor.h"

#include "ui/theme/theme.h"
#include "ui/wizards/objects_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ParamEditor)
};

using Edited = std::function<void()>;

void setSilently(QWidget *widget, const std::function<void()> &change)
{
    const QSignalBlocker blocker(widget);
    change();
}

ParamEditor makeLine(const Edited &edited, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    QObject::connect(line, &QLineEdit::textEdited, line, edited);
    return {line, line, [line] { return line->text(); },
            [line](const QString &text) {
                if (line->text() != text)
                    setSilently(line, [&] { line->setText(text); });
            }};
}

/// A combo whose items carry their value as data; a value it has not got is kept as an item of its own, to be objected
/// to.
ParamEditor makeCombo(QComboBox *combo, const Edited &edited)
{
    QObject::connect(combo, &QComboBox::activated, combo, [edited] { edited(); });
    return {combo, combo, [combo] { return combo->currentData().toString(); },
            [combo](const QString &text) {
                setSilently(combo, [&] {
                    int index = combo->findData(text);
                    if (index < 0 && !text.isEmpty()) {
                        combo->addItem(text, text);
                        index = combo->count() - 1;
                    }
                    combo->setCurrentIndex(index);
                });
            }};
}

bool fits(Param::Kind kind, const NodeState &node)
{
    const NodeRole role = node.role == NodeRole::Unknown ? node.lastRole : node.role;
    if (kind == Param::Kind::Standby)
        return role == NodeRole::Standby;
    if (kind == Param::Kind::Primary)
        return role == NodeRole::Primary;
    return true;
}

ParamEditor makeNodeCombo(const Param &param, const ClusterSnapshot &snapshot, const Edited &edited, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setIconSize({12, 12});
    combo->setPlaceholderText(Tr::tr("Choose a node"));
    if (!param.required)
        combo->addItem(Tr::tr("None"), QString());
    if (param.orAll)
        combo->addItem(Tr::tr("All nodes"), allNodes());
    for (const NodeState &node : snapshot.nodes) {
        if (!fits(param.kind, node))
            continue;
        const NodeRole role = node.role == NodeRole::Unknown ? node.lastRole : node.role;
        QStringList words{node.name()};
        if (role != NodeRole::Unknown)
            words << roleTitle(role).toLower();
        if (!node.state.isEmpty())
            words << stateTitle(node.state).toLower();
        combo->addItem(theme::healthIcon(node.health), words.join(QStringLiteral(" · ")), node.name());
    }
    combo->setCurrentIndex(param.required ? -1 : 0);
    return makeCombo(combo, edited);
}

ParamEditor makeChoice(const Param &param, const Edited &edited, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    for (const Param::Option &option : param.options)
        combo->addItem(option.title, option.value);
    return makeCombo(combo, edited);
}

ParamEditor makeNumber(int least, int most, const Edited &edited, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setRange(least - 1, most);
    spin->setSpecialValueText(Tr::tr("Not set"));
    spin->setGroupSeparatorShown(false);
    spin->setMaximumWidth(160);
    QObject::connect(spin, &QSpinBox::valueChanged, spin, edited);
    const int nothing = spin->minimum();
    return {spin, spin,
            [spin, nothing] { return spin->value() == nothing ? QString() : QString::number(spin->value()); },
            [spin, nothing](const QString &text) {
                setSilently(spin, [&] { spin->setValue(text.isEmpty() ? nothing : text.toInt()); });
            }};
}

constexpr int mostDigits = 999999999; // what the engine reads

struct Unit
{
    QString suffix, title;
};

/// A number and its unit: "30" + "s". An empty text is "not set".
ParamEditor makeQuantity(const Param &param, const QList<Unit> &units, int usual, const Edited &edited, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::space2);
    auto *spin = new QSpinBox(box);
    spin->setRange(-1, mostDigits);
    spin->setSpecialValueText(Tr::tr("Not set"));
    spin->setMinimumWidth(120);
    auto *unit = new QComboBox(box);
    unit->setAccessibleName(Tr::tr("Unit of %1").arg(param.title));
    for (const Unit &each : units)
        unit->addItem(each.title, each.suffix);
    unit->setCurrentIndex(usual);
    line->addWidget(spin);
    line->addWidget(unit);
    line->addStretch();
    QObject::connect(spin, &QSpinBox::valueChanged, box, edited);
    QObject::connect(unit, &QComboBox::activated, box, [edited] { edited(); });
    return {box, spin,
            [spin, unit] {
                return spin->value() < 0 ? QString() : QString::number(spin->value()) + unit->currentData().toString();
            },
            [spin, unit](const QString &text) {
                setSilently(spin, [&] {
                    qsizetype digits = 0;
                    while (digits < text.size() && text.at(digits).isDigit())
                        ++digits;
                    spin->setValue(digits == 0 ? spin->minimum() : text.left(digits).toInt());
                    const int index = unit->findData(text.mid(digits).trimmed());
                    if (index >= 0)
                        unit->setCurrentIndex(index);
                });
            }};
}

ParamEditor makeDuration(const Param &param, const Edited &edited, QWidget *parent)
{
    return makeQuantity(param,
                        {{QStringLiteral("ms"), Tr::tr("milliseconds")},
                         {QStringLiteral("s"), Tr::tr("seconds")},
                         {QStringLiteral("min"), Tr::tr("minutes")},
                         {QStringLiteral("h"), Tr::tr("hours")},
                         {QStringLiteral("d"), Tr::tr("days")}},
                        1, edited, parent);
}

ParamEditor makeRate(const Param &param, const Edited &edited, QWidget *parent)
{
    return makeQuantity(param, {{QStringLiteral("k"), Tr::tr("kB/s")}, {QStringLiteral("M"), Tr::tr("MB/s")}}, 1,
                        edited, parent);
}

ParamEditor makeCheckBox(const Param &param, const Edited &edited, QWidget *parent)
{
    auto *box = new QCheckBox(param.title, parent);
    QObject::connect(box, &QCheckBox::clicked, box, [edited] { edited(); });
    return {box, box, [box] { return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false"); },
            [box](const QString &text) {
                static const QStringList yes{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"),
                                             QStringLiteral("1")};
                setSilently(box, [&] { box->setChecked(yes.contains(text)); });
            }};
}

ParamEditor makeObjects(const Param &param, const Edited &edited, QWidget *parent)
{
    auto *editor = new ObjectsEditor(param, parent);
    QObject::connect(editor, &ObjectsEditor::edited, editor, edited);
    return {editor, editor->opener(), [editor] { return editor->value(); },
            [editor](const QString &text) { editor->setValue(text); },
            [editor](const QList<ObjectItem> &items) { editor->offer(items); }};
}

ParamEditor makeByKind(const Param &param, const ClusterSnapshot &snapshot, const Edited &edited, QWidget *parent)
{
    switch (param.kind) {
    case Param::Kind::Node:
    case Param::Kind::Standby:
    case Param::Kind::Primary:
        return makeNodeCombo(param, snapshot, edited, parent);
    case Param::Kind::Port:
        return makeNumber(1, 65535, edited, parent);
    case Param::Kind::Integer:
        return makeNumber(0, std::numeric_limits<int>::max(), edited, parent);
    case Param::Kind::Duration:
        return makeDuration(param, edited, parent);
    case Param::Kind::Rate:
        return makeRate(param, edited, parent);
    case Param::Kind::Boolean:
        return makeCheckBox(param, edited, parent);
    case Param::Kind::Choice:
        return makeChoice(param, edited, parent);
    case Param::Kind::Objects:
        return makeObjects(param, edited, parent);
    case Param::Kind::Text:
    case Param::Kind::Path:
        break;
    }
    return makeLine(edited, parent);
}

} // namespace

ParamEditor makeParamEditor(const Param &param, const ClusterSnapshot &snapshot, const std::function<void()> &edited,
                            QWidget *parent)
{
    ParamEditor editor = makeByKind(param, snapshot, edited, parent);
    editor.focus->setObjectName(param.id);
    editor.focus->setAccessibleName(param.title);
    editor.focus->setAccessibleDescription(param.help);
    return editor;
}

} // namespace howdah
