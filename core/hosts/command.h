#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <functional>

namespace howdah {

/// A command as an argument list; never a shell string. A value (onOutput aside) that can be shown, journalled and
/// printed as a script line. Secrets do not go in here: use a passfile.
struct Command
{
    QStringList argv;         ///< argv[0]: a name looked up in PATH, or an absolute path
    QString asUser;           ///< run as this operating-system user; empty: whoever the host's login is
    QString workingDirectory; ///< empty: "/"
    QList<QPair<QString, QString>> environment; ///< added to a clean one (PATH, HOME, LANG=C.UTF-8)
    QByteArray input;                           ///< standard input; empty: /dev/null
    bool detached = false; ///< leaves a process that outlives the console (a server); see Host::run
};

enum class OutputStream { Standard, Error };
/// Called on the thread that runs the command, with whole chunks as they come.
using OutputHandler = std::function<void(OutputStream, const QByteArray &)>;

struct CommandOutcome
{
    int exitCode = 0;
    int signal = 0; ///< not 0: ended by that signal, exitCode means nothing then
    QByteArray output;
    QByteArray errorOutput; ///< each kept to its last 1 MiB

    [[nodiscard]] bool succeeded() const { return exitCode == 0 && signal == 0; }
};

} // namespace howdah
