#include "core/operations/operation.h"
#include "core/operations/json_fields.h"
#include "core/operations/plan_json.h"

#include <QCoreApplication>

namespace howdah {

// Not in an unnamed namespace: found by argument-dependent lookup.
template <typename Fields> static void describe(Fields &fields, PlannedStep &step)
{
    fields("id", step.id);
    fields("title", step.title);
    fields("actions", step.actions);
    fields("undo", step.undo);
    fields("verify", step.verify);
    fields("pointOfNoReturn", step.pointOfNoReturn);
    fields("always", step.always);
    json::optionally(fields, "passing", step.passing);
    json::optionally(fields, "standing", step.standing);
}

template <typename Fields> static void describe(Fields &fields, Plan &plan)
{
    fields("operation", plan.operation);
    fields("id", plan.id);
    fields("cluster", plan.cluster);
    fields("systemIdentifier", plan.systemIdentifier);
    fields("arguments", plan.arguments);
    fields("steps", plan.steps);
    fields("consequences", plan.consequences);
    fields("confirmWord", plan.confirmWord);
    json::optionally(fields, "primaries", plan.primaries);
}

const Fact *Situation::fact(const QString &probe) const
{
    const auto found = facts.constFind(probe);
    return found == facts.constEnd() ? nullptr : &*found;
}

QVariant Situation::value(const QString &probe, const QString &key) const
{
    const Fact *known = fact(probe);
    return known && !known->error ? known->values.value(key) : QVariant();
}

QStringList objectsOf(const QString &value)
{
    return value.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QString objectsValue(const QStringList &ids)
{
    return ids.join(QLatin1Char('\n'));
}

QJsonObject toJson(const Plan &plan)
{
    return json::Writer::write(plan).toObject();
}

Result<Plan> planFromJson(const QJsonObject &json)
{
    json::Reader reader(json);
    Plan plan;
    describe(reader, plan);
    if (!reader.ok())
        return reader.error(QCoreApplication::translate("howdah::Json", "This plan"));
    return plan;
}

bool samePlan(const Plan &left, const Plan &right)
{
    const auto toBeDone = [](const Plan &plan) {
        QJsonObject json = toJson(plan);
        json.remove(QStringLiteral("primaries"));
        return json;
    };
    return toBeDone(left) == toBeDone(right);
}

} // namespace howdah
