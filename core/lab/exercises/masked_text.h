#pragma once

#include <QString>
#include <QStringList>

namespace howdah {

/// What somebody typed, without the passwords in it: SQL's PASSWORD '…', password=… and passwords in URIs, PGPASSWORD=….
/// For evidence that is handed on; what cannot be recognised as a password stays, unless it is one of `secrets`. Pure.
[[nodiscard]] QString maskedText(const QString &text, const QStringList &secrets = {});

} // namespace howdah
