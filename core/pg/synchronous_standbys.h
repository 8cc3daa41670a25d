#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace howdah {

/// The value of synchronous_standby_names, read and written as the server does (syncrep_scanner.l, syncrep_gram.y).
struct SynchronousStandbys
{
    enum class Method { First, Any };
    Method method = Method::First;
    int count = 0;     ///< how many must confirm a commit; 0: none, the setting is empty
    QStringList names; ///< application_names, unquoted, in their order; "*" stands for everybody

    /// "a, b", "2 (a, b)", "FIRST 2 (a, b)", "ANY 1 (*)", or nothing at all. Nothing when the server would refuse it.
    [[nodiscard]] static std::optional<SynchronousStandbys> parse(const QString &text);
    /// With FIRST or ANY always spelled out and names quoted where they must be; empty for none.
    [[nodiscard]] QString toString() const;

    /// As the server compares: without regard to case, and "*" is everybody.
    [[nodiscard]] bool counts(const QString &applicationName) const;
    [[nodiscard]] int countedOf(const QStringList &applicationNames) const;
    [[nodiscard]] bool hasEverybody() const { return names.contains(QStringLiteral("*")); }

    bool operator==(const SynchronousStandbys &) const = default;
};

} // namespace howdah
