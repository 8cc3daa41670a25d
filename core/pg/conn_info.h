#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QList>
#include <QString>

namespace howdah {

/// Connection settings, libpq's own: `keyword=value …` or a URI, several hosts, service=, passfile=, sslmode= … Parsed by
/// PQconninfoParse, so what libpq refuses is refused here with its words. A value; safe to copy between threads.
/// The password is kept apart as a Secret and never appears in toString().
class ConnInfo
{
public:
    struct Setting
    {
        QString keyword;
        QString value;
        bool operator==(const Setting &) const = default;
    };

    ConnInfo() = default;

    /// Only what the text says; libpq's defaults and environment come in when connecting. Error: Invalid.
    [[nodiscard]] static Result<ConnInfo> parse(const QString &text);

    [[nodiscard]] QString value(const QString &keyword) const; ///< empty when not set
    [[nodiscard]] bool has(const QString &keyword) const;
    void set(const QString &keyword, const QString &value); ///< an empty value removes; "password" goes to the Secret
    [[nodiscard]] ConnInfo with(const QString &keyword, const QString &value) const;

    [[nodiscard]] const Secret &password() const { return m_password; }
    void setPassword(Secret password) { m_password = std::move(password); }

    [[nodiscard]] const QList<Setting> &settings() const { return m_settings; } ///< without the password
    /// `keyword='value' …` quoted as libpq wants it, without the password. parse(toString()) gives the same settings.
    [[nodiscard]] QString toString() const;

    [[nodiscard]] QString host() const { return value(QStringLiteral("host")); }
    [[nodiscard]] QString port() const { return value(QStringLiteral("port")); }
    [[nodiscard]] QString database() const { return value(QStringLiteral("dbname")); }
    [[nodiscard]] QString user() const { return value(QStringLiteral("user")); }

    bool operator==(const ConnInfo &other) const { return m_settings == other.m_settings; }

private:
    QList<Setting> m_settings; // in the order of the text
    Secret m_password;
};

} // namespace howdah
