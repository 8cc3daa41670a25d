#include "core/wal/wal_record.h"

#include <array>
#include <charconv>

namespace howdah {

namespace {

constexpr quint32 defaultTablespace = 1663;
constexpr QByteArrayView restorePointWord("RESTORE_POINT ");

/// Takes words and numbers off the front of a text.
class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_rest(text)
    {
    }

    bool skip(QByteArrayView word)
    {
        if (!m_rest.startsWith(word))
            return false;
        m_rest = m_rest.sliced(word.size());
        return true;
    }
    bool skipTo(QByteArrayView word)
    {
        const qsizetype at = m_rest.indexOf(word);
        if (at < 0)
            return false;
        m_rest = m_rest.sliced(at + word.size());
        return true;
    }
    void skipSpaces()
    {
        while (m_rest.startsWith(' '))
            m_rest = m_rest.sliced(1);
    }
    std::optional<quint32> number()
    {
        quint32 value = 0;
        const auto [end, error] = std::from_chars(m_rest.begin(), m_rest.end(), value);
        if (error != std::errc())
            return std::nullopt;
        m_rest = m_rest.sliced(end - m_rest.begin());
        return value;
    }
    QByteArrayView until(char stop)
    {
        const qsizetype at = m_rest.indexOf(stop);
        const QByteArrayView word = at < 0 ? m_rest : m_rest.first(at);
        m_rest = at < 0 ? QByteArrayView() : m_rest.sliced(at);
        return word;
    }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView m_rest;
};

/// Once per record: without the detour of Lsn::parse() over a QString.
std::optional<Lsn> lsnOf(QByteArrayView text)
{
    constexpr int hexadecimal = 16;
    constexpr int halfBits = 32;
    quint32 high = 0;
    quint32 low = 0;
    const auto first = std::from_chars(text.begin(), text.end(), high, hexadecimal);
    if (first.ec != std::errc() || first.ptr == text.end() || *first.ptr != '/')
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, text.end(), low, hexadecimal);
    if (second.ec != std::errc() || second.ptr != text.end())
        return std::nullopt;
    return Lsn((quint64(high) << halfBits) | low);
}

/// "1663/5/16385"
std::optional<RelationFile> relationOf(Reader &reader)
{
    RelationFile file;
    const auto tablespace = reader.number();
    if (!tablespace || !reader.skip("/"))
        return std::nullopt;
    const auto database = reader.number();
    if (!database || !reader.skip("/"))
        return std::nullopt;
    const auto relation = reader.number();
    if (!relation)
        return std::nullopt;
    return RelationFile{*tablespace, *database, *relation};
}

void readBlock(WalRecord &record)
{
    Reader reader(record.description);
    if (!reader.skipTo("blkref #0: rel "))
        return;
    record.relation = relationOf(reader);
    if (record.relation && reader.skipTo("blk "))
        record.block = reader.number().value_or(0);
}

/// "MULTI_INSERT 3 tuples flags …" up to 15, "MULTI_INSERT ntuples: 3, flags: …" since.
int tuplesOf(QByteArrayView description)
{
    Reader reader(description);
    reader.until(' ');
    reader.skipSpaces();
    reader.skip("ntuples: ");
    constexpr quint32 mostOnAPage = 65535;
    return static_cast<int>(std::min(reader.number().value_or(0), mostOnAPage));
}

void readHeap(WalRecord &record)
{
    Reader reader(record.description);
    QByteArrayView action = reader.until(' ');
    if (action.endsWith("+INIT"))
        action.chop(5);
    if (action == QByteArrayView("INSERT") || action == QByteArrayView("MULTI_INSERT"))
        record.kind = WalRecord::Kind::Insert;
    else if (action == QByteArrayView("UPDATE") || action == QByteArrayView("HOT_UPDATE"))
        record.kind = WalRecord::Kind::Update;
    else if (action == QByteArrayView("DELETE"))
        record.kind = WalRecord::Kind::Delete;
    else
        return;
    record.rows = action.startsWith("MULTI") ? tuplesOf(record.description) : 1;
    readBlock(record);
}

void readTransaction(WalRecord &record)
{
    Reader reader(record.description);
    const QByteArrayView action = reader.until(' ');
    if (action.startsWith("COMMIT"))
        record.kind = WalRecord::Kind::Commit;
    else if (action.startsWith("ABORT"))
        record.kind = WalRecord::Kind::Abort;
    else
        return;
    if (!action.endsWith("_PREPARED"))
        return;
    reader.skipSpaces();
    if (const auto prepared = reader.number(); prepared && reader.rest().startsWith(':'))
        record.transaction = *prepared;
}

/// "base/5/16392" or "pg_tblspc/16400/PG_15_202209061/5/16401"; a fork's or a segment's suffix is left alone.
std::optional<RelationFile> droppedFile(QByteArrayView path)
{
    Reader reader(path);
    RelationFile file{.tablespace = defaultTablespace};
    if (reader.skip("pg_tblspc/")) {
        file.tablespace = reader.number().value_or(0);
        if (!reader.skip("/"))
            return std::nullopt;
        reader.until('/');
        reader.skip("/");
    } else if (!reader.skip("base/")) {
        return std::nullopt;
    }
    const auto database = reader.number();
    if (!database || !reader.skip("/"))
        return std::nullopt;
    const auto relation = reader.number();
    if (!relation)
        return std::nullopt;
    file.database = *database;
    file.file = *relation;
    return file;
}

/// "2026-11-20 08:01:45.407184 UTC": microseconds are more than a QDateTime holds. Once per commit: without the detour
/// over a QString and the local zone, for which QDateTime::fromString() asks the file system each time (measured: half
/// of all the time that reading took).
QDateTime momentOf(Reader &reader)
{
    std::array<int, 7> parts{};
    constexpr std::array<QByteArrayView, 6> between{"-", "-", " ", ":", ":", "."};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (part > 0 && !reader.skip(between.at(part - 1)))
            return {};
        const std::optional<quint32> number = reader.number();
        if (!number)
            return {};
        parts.at(part) = static_cast<int>(*number);
    }
    constexpr int microsecondsInOne = 1000;
    const auto [year, month, day, hour, minute, second, microseconds] = parts;
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, microseconds / microsecondsInOne), Qt::UTC);
}

/// The words of the list that `name` begins, up to the next ";".
QList<QByteArray> listNamed(QByteArrayView description, QByteArrayView name)
{
    Reader reader(description);
    if (!reader.skipTo(name))
        return {};
    return reader.until(';').toByteArray().simplified().split(' ');
}

} // namespace

std::optional<WalRecord> parseWalRecord(QByteArrayView line)
{
    Reader reader(line);
    WalRecord record;
    if (!reader.skip("rmgr: "))
        return std::nullopt;
    record.resourceManager = reader.until(' ');
    if (reader.skipTo("len (rec/tot):") && reader.skipTo("/")) {
        reader.skipSpaces();
        record.bytes = reader.number().value_or(0);
    }
    if (!reader.skipTo(", tx: "))
        return std::nullopt;
    reader.skipSpaces();
    const std::optional<quint32> transaction = reader.number();
    if (!transaction || !reader.skip(", lsn: "))
        return std::nullopt;
    record.transaction = *transaction;
    const std::optional<Lsn> lsn = lsnOf(reader.until(','));
    if (!lsn || !reader.skipTo(", desc: "))
        return std::nullopt;
    record.lsn = *lsn;
    record.description = reader.rest();
    if (record.resourceManager == QByteArrayView("Heap") || record.resourceManager == QByteArrayView("Heap2"))
        readHeap(record);
    else if (record.resourceManager == QByteArrayView("Transaction"))
        readTransaction(record);
    else if (record.resourceManager == QByteArrayView("XLOG") && record.description.startsWith("CHECKPOINT_") &&
             redoOf(record))
        record.kind = WalRecord::Kind::Checkpoint;
    else if (record.resourceManager == QByteArrayView("XLOG") && record.description.startsWith(restorePointWord))
        record.kind = WalRecord::Kind::RestorePoint;
    return record;
}

TransactionEnd transactionEnd(const WalRecord &record)
{
    TransactionEnd end;
    Reader reader(record.description);
    reader.until(' ');
    reader.skipSpaces();
    if (Reader prepared = reader; prepared.number() && prepared.skip(": "))
        reader = prepared;
    end.at = momentOf(reader);
    for (const QByteArray &word : listNamed(record.description, "; subxacts: "))
        if (const auto number = Reader(word).number())
            end.subtransactions << *number;
    for (const QByteArray &word : listNamed(record.description, "; rels: "))
        if (const auto file = droppedFile(word))
            end.dropped << *file;
    return end;
}

QString restorePointName(const WalRecord &record)
{
    return QString::fromUtf8(record.description.sliced(restorePointWord.size())).trimmed();
}

std::optional<quint32> oldestRunning(const WalRecord &record)
{
    Reader reader(record.description);
    if (record.description.startsWith("CHECKPOINT_SHUTDOWN"))
        return 0;
    if (!reader.skipTo("oldest running xid "))
        return std::nullopt;
    const std::optional<quint32> number = reader.number();
    return number && *number > 0 ? number : std::nullopt;
}

std::optional<Lsn> redoOf(const WalRecord &record)
{
    Reader reader(record.description);
    if (!reader.skipTo(" redo "))
        return std::nullopt;
    return lsnOf(reader.until(';'));
}

} // namespace howdah
