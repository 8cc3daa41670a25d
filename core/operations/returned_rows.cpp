#include "core/operations/returned_rows.h"

#include "core/operations/preparation.h"
#include "core/operations/sessions.h"
#include "core/rows/row_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReturnedRows)
};

/// Two sessions of this action's own: each is in a transaction for as long as it takes.
struct BothSides
{
    Connection side, live;
};

Result<BothSides> openBoth(const ServerRef &from, const ServerRef &to, const Environment &environment,
                           const std::stop_token &stop)
{
    Result<Connection> side = openSession(environment, from, Deadline::after(environment.connectTimeout), stop);
    if (!side)
        return side.error();
    Result<Connection> live = openSession(environment, to, Deadline::after(environment.connectTimeout), stop);
    if (!live)
        return live.error();
    return BothSides{std::move(side).value(), std::move(live).value()};
}

/// What psql alone understands goes, and so does what would last longer than the transaction.
QString plainSql(const QByteArray &dump)
{
    QStringList lines;
    for (const QString &line : QString::fromUtf8(dump).split(u'\n')) {
        const bool forPsql = line.startsWith(QLatin1String("\\restrict")) || line.startsWith(QLatin1String("\\unrestrict"));
        const bool setting = line.startsWith(QLatin1String("SET ")) && !line.startsWith(QLatin1String("SET default_t"));
        const bool search = line.startsWith(QLatin1String("SELECT pg_catalog.set_config('search_path'"));
        if (!forPsql && !setting && !search)
            lines << line;
    }
    return lines.join(u'\n');
}

Result<TableDefinitions> definitionsFor(const BringRows &action, const Environment &environment,
                                        const std::stop_token &stop)
{
    if (action.dump.argv.isEmpty())
        return TableDefinitions{};
    const auto host = environment.hosts->find(action.hostId);
    if (!host)
        return host.error();
    TableDefinitions definitions;
    for (const auto &[section, text] : {std::pair("--section=pre-data", &definitions.before),
                                        std::pair("--section=post-data", &definitions.after)}) {
        Command dump = action.dump;
        dump.argv << QString::fromLatin1(section);
        QByteArray output;
        const Result<CommandOutcome> outcome =
            runChecked(**host, dump, Deadline::never(), stop, [&output](OutputStream stream, const QByteArray &chunk) {
                if (stream == OutputStream::Standard)
                    output += chunk;
            });
        if (!outcome)
            return outcome.error();
        *text = plainSql(output);
    }
    return definitions;
}

RowProgress saidTo(const std::function<void(const QString &)> &log)
{
    constexpr qint64 every = 200000;
    return [log, last = qint64(0)](const RowCounts &counts) mutable {
        if (!log || counts.compared - last < every)
            return;
        last = counts.compared;
        log(Tr::tr("%1 rows compared, %2 missing, %3 changed.")
                .arg(counts.compared)
                .arg(counts.missing)
                .arg(counts.changed));
    };
}

Result<qint64> intoFile(const BringRows &action, BothSides &both, const std::function<void(const QString &)> &log,
                        const std::stop_token &stop)
{
    QSaveFile file(action.path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{.code = ErrorCode::Storage,
                     .message = Tr::tr("%1 cannot be written: %2").arg(action.path, file.errorString())};
    const Result<qint64> rows =
        writeRows(both.side, both.live, action.what, action.csv, file, Deadline::never(), stop, saidTo(log));
    if (!rows)
        return rows.error();
    if (!file.commit())
        return Error{.code = ErrorCode::Storage,
                     .message = Tr::tr("%1 cannot be written: %2").arg(action.path, file.errorString())};
    return *rows;
}

} // namespace

Result<QJsonObject> perform(const BringRows &action, const Environment &environment,
                            const std::function<void(const QString &)> &log, std::stop_token stop)
{
    const Result<TableDefinitions> definitions = definitionsFor(action, environment, stop);
    if (!definitions)
        return definitions.error();
    Result<BothSides> both = openBoth(action.from, action.to, environment, stop);
    if (!both)
        return both.error();
    QStringList names;
    qint64 approved = 0;
    for (const ReturningTable &table : action.what.tables) {
        names << table.name.title();
        approved += table.missing + table.changed;
    }
    QJsonObject result{{QStringLiteral("rows"), approved}, {QStringLiteral("tables"), names.join(QStringLiteral(", "))}};
    if (!action.path.isEmpty()) {
        const Result<qint64> rows = intoFile(action, *both, log, stop);
        if (!rows)
            return rows.error();
        result.insert(QStringLiteral("rows"), *rows);
        result.insert(QStringLiteral("to"), action.path);
        return result;
    }
    TableDefinitions needed = *definitions;
    if (!needed.before.isEmpty()) {
        // Made by an earlier run of this same operation.
        const Deadline soon = Deadline::after(environment.connectTimeout);
        for (const ReturningTable &table : action.what.tables) {
            const auto known = readShape(both->live, table.name, soon, stop);
            if (!known)
                return known.error();
            if (table.isGone && *known)
                needed = {};
        }
    }
    const auto back =
        bringRowsBack(both->side, both->live, action.what, needed, Deadline::never(), stop, saidTo(log));
    if (!back)
        return back.error();
    result.insert(QStringLiteral("to"), action.what.schema.isEmpty() ? action.to.node : action.what.schema);
    return result;
}

Result<bool> areBack(const RowsAreBack &look, const Environment &environment, std::stop_token stop, QString *seen)
{
    Result<BothSides> both = openBoth(look.from, look.to, environment, stop);
    if (!both)
        return both.error();
    const auto away = rowsStillAway(both->side, both->live, look.what, Deadline::never(), stop);
    if (!away)
        return away.error();
    QStringList words;
    for (const ReturningTable &table : *away)
        words << Tr::tr("%1: %2 missing, %3 changed").arg(table.name.title()).arg(table.missing).arg(table.changed);
    *seen = away->isEmpty() ? Tr::tr("all of them are back") : words.join(QStringLiteral("; "));
    return away->isEmpty() == look.back;
}

} // namespace howdah
