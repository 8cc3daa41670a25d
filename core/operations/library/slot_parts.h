#pragma once

#include "core/operations/library/judging.h"

#include <optional>

/// Replication slots as a server shows them: what creating, dropping and advancing one share.
namespace howdah::library {

struct SlotFacts
{
    QString name, type; ///< "physical", "logical"
    QString plugin, database;
    bool active = false, temporary = false;
    QString usedBy;    ///< who holds it now, in words
    QString walStatus; ///< reserved, extended, unreserved, lost
    std::optional<Lsn> restart, confirmed;
    std::optional<qint64> retainedBytes;
    QString inactiveSince; ///< 17+, as the server prints it
    [[nodiscard]] bool isLogical() const { return type == QLatin1String("logical"); }
    /// Up to where its user has everything.
    [[nodiscard]] std::optional<Lsn> position() const { return isLogical() ? confirmed : restart; }
};

/// The node and its slots, from the parameter "node".
struct SlotServer
{
    ServerRef server;
    bool inRecovery = false, mayReplicate = false;
    int version = 0; ///< major
    int maxSlots = 0;
    QString walLevel;
    qint64 keepBytes = -1;  ///< max_slot_wal_keep_size; -1: no limit
    std::optional<Lsn> end; ///< of the WAL that it has
    qint64 oldestTransactionSeconds = 0;
    QList<SlotFacts> all;

    [[nodiscard]] static SlotServer of(const Situation &situation);
    [[nodiscard]] const SlotFacts *slot(const QString &name) const;
};

[[nodiscard]] Probe slotsProbe();
[[nodiscard]] Param slotNodeParam(const QString &help);
/// Of a slot that is there already.
[[nodiscard]] Param slotParam(const QString &help);
/// The node on record that streams, or is set to stream, through this slot of `upstream`; null for none.
[[nodiscard]] const NodeState *ownerOf(const Situation &situation, const QString &upstream, const SlotFacts &slot);
/// "physical": what does not change from one look to the next, as the sentences of a plan must not.
[[nodiscard]] QString slotKindWords(const SlotFacts &slot);
/// "physical, retains 34 MB".
[[nodiscard]] QString slotWords(const SlotFacts &slot);

/// Answers, version, right; and for slots that must be there already: that it is, and that nobody uses it.
[[nodiscard]] QList<Check> slotServerChecks();
[[nodiscard]] QList<Check> idleSlotChecks();
/// Nobody uses it: looked at just before it is changed.
[[nodiscard]] Step idleSlotStep();
/// The server as a slot's database wants it: a logical slot is only touched from there.
[[nodiscard]] ServerRef serverFor(const NodeState &node, const QString &database);

} // namespace howdah::library
