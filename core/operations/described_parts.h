#pragma once

#include "core/operations/action.h"
#include "core/operations/json_fields.h"

#include <QCoreApplication>

namespace howdah {

namespace json {

/// What a kind of action or of look is called in JSON; said where its fields are described.
template <typename T> inline constexpr const char *kindOf = nullptr;

/// A field whose text must be one of these words.
template <typename Fields, typename Enum>
void oneOf(Fields &fields, const char *key, Enum &value, std::initializer_list<std::pair<Enum, const char *>> words)
{
    QString word;
    for (const auto &[one, name] : words)
        if (one == value)
            word = QString::fromLatin1(name);
    fields(key, word);
    for (const auto &[one, name] : words) {
        if (word != QLatin1String(name))
            continue;
        value = one;
        return;
    }
    if constexpr (std::is_same_v<Fields, Reader>)
        fields.fail(key);
}

/// One of several kinds: the kind's name, and its fields beside it.
template <typename... Kinds> void describeKind(Writer &writer, std::variant<Kinds...> &one)
{
    std::visit(
        [&writer](auto &value) {
            QString kind = QString::fromLatin1(kindOf<std::remove_cvref_t<decltype(value)>>);
            writer("kind", kind);
            describe(writer, value);
        },
        one);
}

template <typename... Kinds> void describeKind(Reader &reader, std::variant<Kinds...> &one)
{
    QString kind;
    reader("kind", kind);
    const auto readAs = [&]<typename Kind>(Kind value) {
        if (kind != QLatin1String(kindOf<Kind>))
            return false;
        describe(reader, value);
        one = std::move(value);
        return true;
    };
    if (!(readAs(Kinds{}) || ...))
        reader.fail("kind");
}

/// Invalid with the first field that is missing or wrong.
template <typename T> [[nodiscard]] Result<T> readWhole(const QJsonObject &json)
{
    Reader reader(json);
    T value;
    describe(reader, value);
    if (!reader.ok())
        return reader.error(QCoreApplication::translate("howdah::Json", "This part of a plan"));
    return value;
}

} // namespace json

// What actions and looks are both made of. Found by argument-dependent lookup.

template <typename Fields> void describe(Fields &fields, ServerRef &server)
{
    fields("node", server.node);
    fields("conninfo", server.connInfo);
    json::optionally(fields, "hostId", server.hostId);
    json::optionally(fields, "poolerConsole", server.poolerConsole);
}

template <typename Fields> void describe(Fields &fields, Command &command)
{
    fields("argv", command.argv);
    fields("asUser", command.asUser);
    fields("workingDirectory", command.workingDirectory);
    fields("environment", command.environment);
    fields("input", command.input);
    fields("detached", command.detached);
}

template <typename Fields> void describe(Fields &fields, TableName &name)
{
    fields("schema", name.schema);
    fields("table", name.table);
}

template <typename Fields> void describe(Fields &fields, ReturningTable &table)
{
    fields("name", table.name);
    fields("where", table.where);
    fields("missing", table.missing);
    fields("changed", table.changed);
    fields("isGone", table.isGone);
    fields("columns", table.columns);
    fields("key", table.key);
    fields("numbered", table.numbered);
}

template <typename Fields> void describe(Fields &fields, RowReturn &what)
{
    fields("tables", what.tables);
    fields("missing", what.missing);
    fields("changed", what.changed);
    fields("schema", what.schema);
    json::oneOf(fields, "triggers", what.triggers,
                {{TriggerWay::Fire, "fire"}, {TriggerWay::Off, "off"}, {TriggerWay::None, "none"}});
}

} // namespace howdah
