#include "core/base/key.h"
#include "core/operations/library/bring_rows_back_parts.h"
#include "core/rows/row_text.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BringRowsBack)
};

using Parts = BringRowsParts;
using Where = Parts::Where;

constexpr Milliseconds oneLook{0};

/// The schema is one that this operation made.
Observation schemaIsOurs(const Parts &parts, bool isThere)
{
    return {.text = isThere ? Tr::tr("the schema %1 is this operation's").arg(parts.what.schema)
                            : Tr::tr("there is no schema %1 of this operation").arg(parts.what.schema),
            .look = SqlSays{.server = parts.live,
                            .sql = key("SELECT count(*) FROM pg_namespace WHERE nspname = $1"
                                       " AND obj_description(oid, 'pg_namespace') = $2"),
                            .parameters = {parts.what.schema, parts.comment},
                            .expected = isThere ? key("1") : key("0")},
            .timeout = oneLook};
}

Step schemaStep()
{
    return {
        .id = key("schema"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Make the schema %1").arg(Parts::of(situation).what.schema);
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const Parts parts = Parts::of(situation);
            if (parts.where != Where::Schema)
                return {};
            return {{.text = Tr::tr("Make the schema %1, with this operation's name on it").arg(parts.what.schema),
                     .what = RunSql{.server = parts.live,
                                    .sql = QStringLiteral("CREATE SCHEMA %1; COMMENT ON SCHEMA %1 IS %2")
                                               .arg(quotedName(parts.what.schema), sqlLiteral(parts.comment)),
                                    .parameters = {},
                                    .resultName = {}},
                     .unless = schemaIsOurs(parts, true)}};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const Parts parts = Parts::of(situation);
            if (parts.where != Where::Schema)
                return {};
            return {{.text = Tr::tr("Drop the schema %1 and the copies in it").arg(parts.what.schema),
                     .what = RunSql{.server = parts.live,
                                    .sql = QStringLiteral("DROP SCHEMA %1 CASCADE").arg(quotedName(parts.what.schema)),
                                    .parameters = {},
                                    .resultName = {}},
                     .unless = schemaIsOurs(parts, false)}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const Parts parts = Parts::of(situation);
            return parts.where == Where::Schema ? QList<Observation>{schemaIsOurs(parts, true)} : QList<Observation>{};
        }};
}

Action bring(const Parts &parts, const QString &text)
{
    return {.text = text,
            .what = BringRows{.from = parts.side,
                              .to = parts.live,
                              .what = parts.what,
                              .path = parts.path,
                              .csv = parts.csv,
                              .hostId = parts.hostId,
                              .dump = parts.dump,
                              .resultName = key("brought")}};
}

QList<Observation> isBack(const Parts &parts)
{
    if (parts.where == Where::File)
        return {{.text = Tr::tr("%1 is written").arg(parts.path), .look = PathIs{key("local"), parts.path, {}}}};
    if (parts.where == Where::Tables)
        return {{.text = Tr::tr("none of these rows is missing or different any more"),
                 .look = RowsAreBack{parts.side, parts.live, parts.what},
                 .timeout = oneLook}};
    QList<Observation> seen;
    for (const ReturningTable &table : parts.what.tables)
        seen << Observation{.text = Tr::tr("all rows of %1 are in the schema").arg(table.name.title()),
                            .look =
                                SqlSays{.server = parts.live,
                                        .sql = QStringLiteral("SELECT count(*) FROM %1.%2")
                                                   .arg(quotedName(parts.what.schema), quotedName(table.name.table)),
                                        .parameters = {},
                                        .expected = QString::number(table.missing + table.changed)},
                            .timeout = oneLook};
    return seen;
}

QList<Action> removeFile(const Situation &situation)
{
    const Parts parts = Parts::of(situation);
    if (parts.where != Where::File)
        return {};
    return {{.text = Tr::tr("Remove %1").arg(parts.path), .what = RemoveFile{key("local"), parts.path, {}}}};
}

/// To a place of its own: it can be taken back.
Step copyStep()
{
    return {.id = key("copy"),
            .title = [](const Situation &situation) { return Tr::tr("Copy %1 rows").arg(Parts::of(situation).rows); },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                if (parts.where == Where::Tables)
                    return {};
                return {bring(parts, Tr::tr("Compare again, and copy what is missing or was changed"))};
            },
            .undo = removeFile,
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return parts.where == Where::Tables ? QList<Observation>{} : isBack(parts);
            }};
}

Step bringStep()
{
    return {
        .id = key("bring"),
        .title = [](const Situation &situation) { return Tr::tr("Bring %1 rows back").arg(Parts::of(situation).rows); },
        .act = [](const Situation &situation) -> QList<Action> {
            const Parts parts = Parts::of(situation);
            if (parts.where != Where::Tables)
                return {};
            return {bring(parts, Tr::tr("In one transaction: compare again, write the rows, count them, commit"))};
        },
        // The transaction's end is its undo; what was committed stays, and must not be called undone.
        .undo = [](const Situation &situation) -> QList<Action> {
            const Parts parts = Parts::of(situation);
            if (parts.where != Where::Tables)
                return {};
            return {{.text = Tr::tr("See that nothing was committed"),
                     .what = WaitFor{{.text = Tr::tr("the rows are away still (if they are back, resume)"),
                                      .look = RowsAreBack{parts.side, parts.live, parts.what, false},
                                      .timeout = oneLook}}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const Parts parts = Parts::of(situation);
            return parts.where == Where::Tables ? isBack(parts) : QList<Observation>{};
        },
        .standing =
            [](const Situation &) {
                return Tr::tr(
                    "The rows come in one transaction: either all of them are back by now, or none. Resume: it "
                    "looks again, and brings them if they are still missing.");
            }};
}

} // namespace

QList<Step> bringRowsSteps()
{
    return {schemaStep(), copyStep(), bringStep()};
}

} // namespace howdah::library
