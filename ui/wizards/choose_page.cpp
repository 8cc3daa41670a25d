#include "ui/wizards/choose_page.h"

#include "ui/theme/theme.h"
#include "ui/wizards/fold.h"
#include "ui/wizards/param_field.h"
#include "ui/wizards/text_label.h"

#include <QVBoxLayout>

namespace howdah {

ChoosePage::ChoosePage(const Operation &operation, ClusterSnapshotPtr snapshot, const Arguments &prefilled,
                       QWidget *parent)
    : ScrollPage(tr("Choose"), parent)
    , m_operation(operation)
    , m_snapshot(std::move(snapshot))
{
    build(prefilled);
    refill();
}

void ChoosePage::build(const Arguments &prefilled)
{
    startOver();
    content()->setSpacing(theme::space5);
    Fold *advanced = nullptr;
    for (const Param &param : m_operation.params) {
        auto *field = new ParamField(param, *m_snapshot);
        m_fields.append(field);
        if (prefilled.contains(param.id)) {
            field->setValue(prefilled.value(param.id));
            field->setTouched();
        }
        connect(field, &ParamField::edited, this, [this] {
            refill();
            Q_EMIT edited();
        });
        if (!param.advanced) {
            content()->addWidget(field);
            continue;
        }
        if (!advanced) {
            advanced = new Fold(tr("Advanced"));
            advanced->setObjectName(QStringLiteral("advanced"));
            advanced->content()->setContentsMargins(theme::space2, theme::space3, 0, 0);
            advanced->content()->setSpacing(theme::space5);
        }
        advanced->content()->addWidget(field);
    }
    if (m_operation.params.isEmpty())
        content()->addWidget(new TextLabel(TextLabel::Voice::Muted, tr("There is nothing to choose.")));
    if (advanced)
        content()->addWidget(advanced);
    finish();
}

Situation ChoosePage::situation(const Arguments &arguments) const
{
    Situation situation;
    situation.snapshot = m_snapshot;
    situation.arguments = arguments;
    situation.facts = m_facts;
    situation.now = QDateTime::currentDateTimeUtc();
    return situation;
}

void ChoosePage::refill()
{
    Arguments chosen;
    for (const ParamField *field : std::as_const(m_fields)) {
        if (field->isTouched())
            chosen.insert(field->param().id, field->value());
    }
    const Arguments complete = withSuggestions(m_operation, situation(chosen));
    for (ParamField *field : std::as_const(m_fields)) {
        if (!field->isTouched())
            field->setValue(complete.value(field->param().id));
    }
    const QHash<QString, QString> objections = objectionsTo(m_operation, situation(arguments()));
    m_obstacle.clear();
    for (ParamField *field : std::as_const(m_fields)) {
        const QString objection = objections.value(field->param().id);
        // An empty field that nobody has been at yet is not a mistake; the disabled button says what is missing.
        const bool said = field->isTouched() || !field->value().isEmpty();
        field->showObjection(said ? objection : QString());
        if (m_obstacle.isEmpty() && !objection.isEmpty() && !isToCome(*field))
            m_obstacle = tr("%1: %2").arg(field->param().title, objection);
    }
    Q_EMIT changed();
}

/// Empty so far, but a look at the hosts may fill it in.
bool ChoosePage::isToCome(const ParamField &field) const
{
    return field.value().isEmpty() && field.param().suggest && !field.isTouched();
}

void ChoosePage::adopt(const Situation &situation)
{
    m_facts = situation.facts;
    refill();
    for (ParamField *field : std::as_const(m_fields))
        field->offer(situation);
}

void ChoosePage::focusFirst()
{
    if (!m_fields.isEmpty())
        m_fields.first()->editor()->setFocus();
}

Arguments ChoosePage::arguments() const
{
    Arguments arguments;
    for (const ParamField *field : m_fields) {
        const QString value = field->value();
        if (!value.isEmpty() || field->isTouched()) // what the user has cleared is not to be suggested again
            arguments.insert(field->param().id, value);
    }
    return arguments;
}

void ChoosePage::showObjections(const QHash<QString, QString> &objections)
{
    for (ParamField *field : std::as_const(m_fields)) {
        const QString objection = objections.value(field->param().id);
        if (objection.isEmpty())
            continue;
        field->showObjection(objection);
        field->editor()->setFocus();
    }
}

} // namespace howdah
