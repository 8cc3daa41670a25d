#include "core/operations/library/own_slots.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::OwnSlots)
};

constexpr Milliseconds makingTimeout{120000}; ///< a logical one waits for all transactions that run

constexpr Milliseconds releaseTimeout{60000};

/// $1: the names, $2: the sign. What there is room for is counted before any is made.
const char *const makeThem = R"(
WITH room AS MATERIALIZED (
  SELECT current_setting('max_replication_slots')::int - count(*) AS free, bool_or(slot_name = $2) AS made
    FROM pg_replication_slots),
 wanted AS MATERIALIZED (
  SELECT name, free FROM unnest(string_to_array($1, ',')) AS name, room WHERE made IS NOT TRUE
   ORDER BY name IN (SELECT slot_name FROM pg_replication_slots) DESC),
 slots AS MATERIALIZED (SELECT %1, free FROM wanted)
SELECT CASE WHEN free > count(*) THEN pg_create_physical_replication_slot($2) END FROM slots GROUP BY free)";

const char *const theyAreOurs = "(EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = $2) OR"
                                " (SELECT count(*) FROM pg_replication_slots) >="
                                " current_setting('max_replication_slots')::int)";
} // namespace

OwnSlots::OwnSlots(ServerRef server, QStringList names, const QString &operationId)
    : m_server(std::move(server))
    , m_names(std::move(names))
    , m_sign(slotNameFor(QStringLiteral("made_%1").arg(operationId)))
{
}

RunSql OwnSlots::ask(const QString &sql) const
{
    return {.server = m_server,
            .sql = sql,
            .parameters = {m_names.join(QLatin1Char(',')), m_sign},
            .timeout = makingTimeout};
}

Action OwnSlots::make(const QString &text, const QString &function, const QList<SqlParameter> &further) const
{
    RunSql make = ask(QString::fromLatin1(makeThem).trimmed().replace(QLatin1String("%1"), function));
    make.parameters << further;
    return {.text = text, .what = make};
}

QList<Observation> OwnSlots::areThere() const
{
    QList<Observation> seen;
    for (const QString &name : m_names)
        seen << Observation{
            .text = Tr::tr("the slot \"%1\" of this operation is on %2").arg(name, m_server.node),
            .look =
                SqlSays{.server = m_server,
                        .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1 AND ") +
                               QString::fromLatin1(theyAreOurs),
                        .parameters = {name, m_sign},
                        .expected = QStringLiteral("1")}};
    return seen;
}

Action OwnSlots::waitUntilReleased() const
{
    const QString names = m_names.join(QStringLiteral(", "));
    const RunSql used = ask(QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE active AND slot_name ="
                                           " ANY (string_to_array($1, ',')) AND ") +
                            QString::fromLatin1(theyAreOurs));
    return {.text = Tr::tr("Wait until nobody uses the slot \"%1\"").arg(names),
            .what = WaitFor{{.text = Tr::tr("the slot \"%1\" is not in use").arg(names),
                             .look = SqlSays{.server = m_server,
                                             .sql = used.sql,
                                             .parameters = used.parameters,
                                             .expected = QStringLiteral("0")},
                             .timeout = releaseTimeout}},
            .unless = Observation{.text = Tr::tr("%1 does not answer").arg(m_server.node),
                                  .look = ServerAnswers{m_server, false},
                                  .timeout = Milliseconds{0}}};
}

QList<Action> OwnSlots::drop(const QString &text) const
{
    return {{.text = text,
             .what = ask(QStringLiteral("SELECT count(pg_drop_replication_slot(slot_name)) FROM pg_replication_slots"
                                        " WHERE slot_name = ANY (string_to_array($1, ',')) AND ") +
                         QString::fromLatin1(theyAreOurs))},
            takeSignAway()};
}

Action OwnSlots::takeSignAway() const
{
    RunSql drop = ask(QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                                     " WHERE slot_name = $1"));
    drop.parameters = {m_sign};
    return {.text =
                Tr::tr("Drop the slot \"%1\" on %2, the sign of what this operation made").arg(m_sign, m_server.node),
            .what = drop};
}

Action OwnSlots::putSignBack() const
{
    RunSql make = ask(QStringLiteral("SELECT pg_create_physical_replication_slot($1) WHERE NOT EXISTS (SELECT FROM"
                                     " pg_replication_slots WHERE slot_name = $1) AND (SELECT count(*) FROM"
                                     " pg_replication_slots) < current_setting('max_replication_slots')::int"));
    make.parameters = {m_sign};
    return {.text = Tr::tr("Create the slot \"%1\" on %2 again, the sign of what this operation made")
                        .arg(m_sign, m_server.node),
            .what = make};
}

} // namespace howdah::library
