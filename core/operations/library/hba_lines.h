#pragma once

#include "core/operations/file_changes.h"

#include <QStringList>

#include <optional>

/// pg_hba.conf as text: where a line for a standby must stand to be the one that counts, and how such lines are known
/// again. Pure. Lines that are Howdah's own end with hbaMark; everything else in the file is left byte for byte.
namespace howdah::library {

/// Stands at the end of every line that Howdah writes: who removes a standby may remove lines with it, and no others.
inline constexpr const char *hbaMark = "# Howdah: standby";

/// One line "host DATABASES ROLE ADDRESS scram-sha-256".
struct HbaLine
{
    QStringList databases; ///< "replication" is the keyword; other names are quoted where they must be
    QString role;
    QString address; ///< "10.0.0.2/32", "fd00::2/128", "db2.example"; see hbaAddress()
    bool operator==(const HbaLine &) const = default;
};

/// The narrowest form of an address for pg_hba.conf: "10.0.0.2" → "10.0.0.2/32"; networks and host names as they are,
/// a network's host bits cleared. Nothing when it is neither, or is everybody ("all", "0.0.0.0/0").
[[nodiscard]] std::optional<QString> hbaAddress(const QString &text);

/// Without a line end.
[[nodiscard]] QByteArray hbaText(const HbaLine &line);

/// What a file does with a connection as `line` would admit it.
struct HbaPlace
{
    bool admitted = false; ///< a line that asks for a password (scram-sha-256, md5) does already
    int before = 0;   ///< the first line (1 …) that would decide instead, before which `line` must stand; 0: none
    QString deciding; ///< that line's text, or the one that admits
    bool own = false; ///< the very line, with Howdah's mark, is there and decides
};
[[nodiscard]] HbaPlace hbaPlace(const QByteArray &content, const HbaLine &line);

/// The changes that make the file admit all of these; none when it does.
[[nodiscard]] QList<LineChange> hbaChanges(const QByteArray &content, const QList<HbaLine> &lines);
/// The changes that take out Howdah's own lines for an address.
[[nodiscard]] QList<LineChange> hbaRemovals(const QByteArray &content, const QString &address);

} // namespace howdah::library
