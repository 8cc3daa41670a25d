#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace howdah::cli {

/// The terminal, or what stands in for it. With --json standard output carries exactly one document, and people's text
/// goes to standard error. One thread.
class Console
{
public:
    explicit Console(bool json)
        : m_json(json)
    {
    }

    [[nodiscard]] bool json() const { return m_json; }

    void say(const QString &text) const;  ///< for people: the answer they asked for. A newline is added.
    void note(const QString &text) const; ///< for people: standard error always
    void error(const Error &error) const; ///< what happened, detail, hint; with --json the document {"error": …} too
    void document(const QJsonObject &document) const; ///< only with --json
    void line(const QJsonObject &document) const;     ///< one document to a line (status --watch)
    void verbatim(const QString &text) const;         ///< standard output as it is (a script)

    /// Somebody can be asked: standard input is a terminal.
    [[nodiscard]] static bool canAsk();
    [[nodiscard]] static bool errorsOnTerminal();
    [[nodiscard]] static bool outputOnTerminal();
    [[nodiscard]] static bool outputGone(); ///< nobody reads standard output any more (`| head`)
    [[nodiscard]] static int columns();     ///< of the terminal that standard error goes to; 80 when there is none
    /// One line from the terminal; nothing at its end (Ctrl-D) or at Ctrl-C.
    [[nodiscard]] std::optional<QString> ask(const QString &question) const;
    /// The same, not shown while it is typed.
    [[nodiscard]] std::optional<Secret> askSecret(const QString &question) const;

private:
    bool m_json;
};

[[nodiscard]] QJsonObject toJson(const Error &error);

} // namespace howdah::cli
