#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QList>
#include <QString>

namespace howdah {

/// Connection settings, libpq's own: `keyword=value …` or a URI, several hosts, service=, passfile=, sslmode= … Parsed
/// by PQconninfoParse, so what libpq refuses is refused here with its words. A value; safe to copy between threads.
/// Passwords are kept apart as Secrets and never appear in value(), settings() or toString().
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
    void set(const QString &keyword, const QString &value); ///< an empty value removes; passwords go to their Secret
    [[nodiscard]] ConnInfo with(const QString &keyword, const QString &value) const;

    [[nodiscard]] const Secret &password() const { return m_password; }
    void setPassword(Secret password) { m_password = std::move(password); }
    [[nodiscard]] const Secret &keyPassword() const { return m_keyPassword; } ///< sslpassword, of the client's key

    [[nodiscard]] const QList<Setting> &settings() const { return m_settings; } ///< without passwords
    /// `keyword=value …`, quoted where libpq wants it, without passwords. parse(toString()) gives the same settings.
    [[nodiscard]] QString toString() const;

    [[nodiscard]] QString host() const { return value(QStringLiteral("host")); }
    [[nodiscard]] QString port() const { return value(QStringLiteral("port")); }
    [[nodiscard]] QString database() const { return value(QStringLiteral("dbname")); }
    [[nodiscard]] QString user() const { return value(QStringLiteral("user")); }

    bool operator==(const ConnInfo &other) const { return m_settings == other.m_settings; }

private:
    QList<Setting> m_settings; // host, hostaddr, port, dbname, user, then by keyword: equal settings are in equal order
    Secret m_password;
    Secret m_keyPassword;
};

} // namespace howdah
