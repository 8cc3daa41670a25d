#pragma once

#include "core/hosts/container_engine.h"

namespace howdah {

/// A container that an operation makes, not started, with a volume of its own. Both carry the operation's id in a label
/// and are known by it; nothing else is ever removed. Every command is one for this machine ("local"), with no user.
struct NewContainer
{
    QString engine, name, operationId;
    QString image;
    QString mount; ///< of its volume
    QStringList options, networks, words;

    [[nodiscard]] QString volume() const { return name + QStringLiteral("-data"); }
    [[nodiscard]] Command endBeside() const; ///< what still runs beside an earlier one of that name
    [[nodiscard]] Command createVolume() const;
    [[nodiscard]] Command create() const;                   ///< in the first of its networks
    [[nodiscard]] QList<Command> joinOtherNetworks() const; ///< may be run again
    [[nodiscard]] Command isOurs() const;                   ///< succeeds when it is there and carries the label
    [[nodiscard]] Command volumeIsOurs() const;             ///< the same
    [[nodiscard]] Command isGone() const; ///< succeeds when there is no container with that name and label
    /// Ends what runs beside it; removes it and then its volume, as far as they carry the label.
    [[nodiscard]] Command remove() const;
    [[nodiscard]] Command isNotRunning() const; ///< succeeds too when it is gone
};

} // namespace howdah
