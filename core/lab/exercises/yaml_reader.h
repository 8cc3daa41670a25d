#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace YAML {
class Node;
}

namespace howdah {

/// Reads a YAML document into values, keeping the first thing that is wrong with its line. After that everything reads
/// as empty, so that a reader can be written without asking after each field.
class YamlReader
{
public:
    explicit YamlReader(QString file)
        : m_file(std::move(file))
    {
    }

    [[nodiscard]] bool ok() const { return !m_error; }
    [[nodiscard]] const Error &error() const { return *m_error; }

    /// Invalid: "FILE, line 7: …".
    void refuse(const YAML::Node &at, const QString &reason);
    void refuseLine(int line, const QString &reason);

    /// A mapping with no key but these.
    void expectKeys(const YAML::Node &node, const QStringList &known);
    [[nodiscard]] QString text(const YAML::Node &node);
    [[nodiscard]] QString optionalText(const YAML::Node &parent, const char *key, const QString &otherwise = {});
    [[nodiscard]] QString requiredText(const YAML::Node &parent, const char *key);
    [[nodiscard]] double number(const YAML::Node &parent, const char *key, double otherwise);
    [[nodiscard]] bool boolean(const YAML::Node &parent, const char *key, bool otherwise);
    /// Calls `read` for each entry of the sequence at `key`; nothing when there is none.
    void each(const YAML::Node &parent, const char *key, const std::function<void(const YAML::Node &)> &read);

private:
    QString m_file;
    std::optional<Error> m_error;
};

} // namespace howdah
