#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace howdah {

/// A password in memory. It cannot be printed, streamed or put into JSON by accident: only reveal() gives it out, and
/// its bytes are overwritten when the last copy goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QString &text);

    [[nodiscard]] bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    /// UTF-8. Hand it to libpq or a keychain at once; do not keep it.
    [[nodiscard]] QByteArray reveal() const { return m_bytes ? *m_bytes : QByteArray(); }

private:
    std::shared_ptr<const QByteArray> m_bytes;
};

} // namespace howdah
