#include "core/operations/saved_transactions.h"
#include "core/operations/sessions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SavedTransactions)
};

constexpr Milliseconds fileTimeout{30000};
constexpr Milliseconds queryTimeout{10000};
constexpr Milliseconds copyTimeout{600000};
constexpr qsizetype segmentNameLength = 24;
constexpr qsizetype timelineLength = 8;

Deadline soon()
{
    return Deadline::after(fileTimeout);
}

/// At the end of WAL there is half a record, a page of an earlier use, or no next file.
bool endsHere(const TransactionList &list, const QByteArray &words)
{
    return list.records > 0 || words.contains("could not find a valid record");
}

QString joinedNumbers(const QList<quint32> &numbers)
{
    QStringList words;
    for (const quint32 number : numbers)
        words << QString::number(number);
    return QLatin1Char('{') + words.join(QLatin1Char(',')) + QLatin1Char('}');
}

Result<void> writeText(Host &host, const SaveTransactions &action, const QString &name, const QByteArray &content)
{
    constexpr int mode = 0600;
    return host.writeFile(action.directory + QLatin1Char('/') + name, content, mode, As{action.owner}, soon());
}

/// Segments from the first that is asked for up to the one with the last record, of whatever timeline, and the
/// histories: all that replay of the stretch would need.
Result<void> copyWal(Host &host, const SaveTransactions &action, Lsn last, std::stop_token stop)
{
    const Result<QStringList> entries = host.entries(action.walDirectory, As{action.owner}, soon());
    if (!entries)
        return entries.error();
    const QString from = action.firstSegment.mid(timelineLength);
    const QString until = walFileName(1, last, quint32(action.segmentBytes)).mid(timelineLength);
    QStringList argv{QStringLiteral("cp"), QStringLiteral("-p"), QStringLiteral("--reflink=auto"),
                     QStringLiteral("--")};
    const qsizetype words = argv.size();
    for (const QString &name : *entries) {
        const QString place = name.mid(timelineLength);
        const bool segment = name.size() == segmentNameLength && timelineOfWalFile(name);
        if ((segment && place >= from && place <= until) || name.endsWith(QLatin1String(".history")))
            argv << action.walDirectory + QLatin1Char('/') + name;
    }
    if (argv.size() == words)
        return {};
    const Command copy{.argv = argv << action.directory + QStringLiteral("/wal/"), .asUser = action.owner};
    const Result<CommandOutcome> copied = runChecked(host, copy, Deadline::after(copyTimeout), stop);
    return copied ? Result<void>() : copied.error();
}

} // namespace

Result<TransactionList> readTransactions(Host &host, const QList<Command> &waldumps, const Deadline &deadline,
                                         std::stop_token stop)
{
    TransactionCollector collector;
    QByteArray words;
    for (const Command &waldump : waldumps) {
        const Result<CommandOutcome> outcome =
            host.run(waldump, deadline, stop, [&collector](OutputStream stream, const QByteArray &chunk) {
                if (stream == OutputStream::Standard)
                    collector.add(chunk);
            });
        if (!outcome)
            return outcome.error();
        words = outcome->errorOutput;
        if (outcome->succeeded())
            words = "could not find a valid record"; // it came to the end that it was given
    }
    TransactionList list = collector.finish();
    if (endsHere(list, words))
        return list;
    return Error{.code = ErrorCode::NotFound,
                 .message = Tr::tr("The write-ahead log cannot be read from where it is needed."),
                 .detail = QString::fromUtf8(words).trimmed()};
}

Error reachesNoMore(Lsn end)
{
    return {.code = ErrorCode::NotFound,
            .message = Tr::tr("its WAL reached %1 once and does not any more").arg(end.toString())};
}

std::optional<Error> endsTooEarly(const TransactionList &list, Lsn from, const ControlData &control)
{
    const Lsn end = std::max(control.checkpoint, control.minimumRecoveryEnd);
    const bool isShort = list.records == 0 ? end > from : control.checkpoint > std::max(from, list.last);
    return isShort ? std::optional(reachesNoMore(end)) : std::nullopt;
}

void nameRelations(TransactionList &list, const ServerRef &server, const AskServer &ask)
{
    QHash<quint32, QList<quint32>> files;
    for (auto one = list.totals.cbegin(); one != list.totals.cend(); ++one)
        files[one.key().database] << one.key().file;
    const Result<ConnInfo> info = ConnInfo::parse(server.connInfo);
    for (auto database = files.cbegin(); info && database != files.cend(); ++database) {
        const Result<ResultSet> name =
            ask(server, QStringLiteral("SELECT datname FROM pg_database WHERE oid = $1::oid"),
                {QString::number(database.key())});
        if (!name || name->rows() == 0)
            continue;
        const QString databaseName = name->text(0, 0).value_or(QString());
        const ServerRef there{server.node, info->with(QStringLiteral("dbname"), databaseName).toString(),
                              server.hostId};
        const Result<ResultSet> known =
            ask(there,
                QStringLiteral("SELECT pg_relation_filenode(c.oid), n.nspname || '.' || c.relname FROM pg_class c"
                               " JOIN pg_namespace n ON n.oid = c.relnamespace"
                               " WHERE pg_relation_filenode(c.oid) = ANY ($1::oid[])"),
                {joinedNumbers(database.value())});
        for (int row = 0; known && row < known->rows(); ++row)
            for (auto one = list.totals.cbegin(); one != list.totals.cend(); ++one)
                if (one.key().database == database.key() && one.key().file == known->integer(row, 0).value_or(0))
                    list.names.insert(
                        one.key(), QStringLiteral("%1.%2").arg(databaseName, known->text(row, 1).value_or(QString())));
    }
}

QJsonObject transactionSummary(const TransactionList &list, const QString &directory)
{
    const RelationChanges sum = list.sum();
    QJsonArray relations;
    for (auto one = list.totals.cbegin(); one != list.totals.cend(); ++one)
        relations << list.nameOf(one.key());
    return {{QStringLiteral("transactions"), list.count}, {QStringLiteral("inserted"), sum.inserted},
            {QStringLiteral("updated"), sum.updated},     {QStringLiteral("deleted"), sum.deleted},
            {QStringLiteral("relations"), relations},     {QStringLiteral("savedTo"), directory}};
}

namespace {
/// WAL that was there when it was looked at may be gone once the server has ended.
Error withWayOn(Error error)
{
    if (error.code == ErrorCode::NotFound)
        error.hint = Tr::tr("Let it rejoin with way = clone, which keeps its old data directory as it is.");
    return error;
}

/// What the list must reach is known for sure only now that the server has ended.
Result<void> seeThatItIsWhole(Host &host, const SaveTransactions &action, const TransactionList &list,
                              std::stop_token stop)
{
    const QStringList words = action.waldumps.value(0).argv;
    const QString binaries = words.value(0).section(QLatin1Char('/'), 0, -2);
    const Command ask{.argv = {binaries + QStringLiteral("/pg_controldata"), QStringLiteral("-D"),
                               action.walDirectory.section(QLatin1Char('/'), 0, -2)},
                      .asUser = action.owner,
                      .environment = {{QStringLiteral("LC_ALL"), QStringLiteral("C")}}};
    const Result<CommandOutcome> said = runChecked(host, ask, soon(), stop);
    if (!said)
        return said.error();
    const QStringList start = words.filter(QStringLiteral("--start="));
    const Lsn from = Lsn::parse(start.value(0).section(QLatin1Char('='), 1)).value_or(Lsn());
    const auto early = endsTooEarly(list, from, parseControlData(said->output).value_or(ControlData()));
    if (!early)
        return {};
    return withWayOn({.code = early->code,
                      .message = Tr::tr("What only this node has cannot be listed whole: %1.").arg(early->message)});
}
} // namespace

Result<QJsonObject> perform(const SaveTransactions &action, Sessions &sessions, std::stop_token stop)
{
    const auto found = sessions.environment().hosts->find(action.hostId);
    if (!found)
        return found.error();
    Host &host = **found;
    Result<TransactionList> list = readTransactions(host, action.waldumps, Deadline::never(), stop);
    if (!list)
        return withWayOn(list.error());
    if (const auto whole = seeThatItIsWhole(host, action, *list, stop); !whole)
        return whole.error();
    nameRelations(*list, action.names,
                  [&](const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters) {
                      return sessions.query(server, sql, parameters, Deadline::after(queryTimeout), stop);
                  });
    if (const auto copied = copyWal(host, action, list->last, stop); !copied)
        return copied.error();
    if (const auto written = writeText(host, action, QStringLiteral("rows.sql"),
                                       list->rowsScript(action.directory + QStringLiteral("/rows")));
        !written)
        return written.error();
    if (const auto written = writeText(host, action, QStringLiteral("transactions.txt"), list->toText().toUtf8());
        !written)
        return written.error();
    // Last: what is there with this file is there whole.
    const QByteArray json = QJsonDocument(list->toJson()).toJson();
    if (const auto written = writeText(host, action, QStringLiteral("transactions.json"), json); !written)
        return written.error();
    return transactionSummary(*list, action.directory);
}

} // namespace howdah
