#include "core/hosts/ssh_destination.h"

#include "core/hosts/host.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshHost)
};

// Nothing is asked and nothing accepted silently. What would make ssh do more than run our command (forwarded ports, a
// command of the configuration's own) is left to the user's own logins.
const QStringList firmOptions{QStringLiteral("BatchMode=yes"),
                              QStringLiteral("StrictHostKeyChecking=yes"),
                              QStringLiteral("UpdateHostKeys=no"),
                              QStringLiteral("ConnectTimeout=10"),
                              QStringLiteral("ServerAliveInterval=5"),
                              QStringLiteral("ServerAliveCountMax=3"),
                              QStringLiteral("ClearAllForwardings=yes"),
                              QStringLiteral("ForwardX11=no"),
                              QStringLiteral("RemoteCommand=none"),
                              QStringLiteral("PermitLocalCommand=no"),
                              QStringLiteral("LogLevel=INFO")};

/// The console's own environment: ssh finds its agent there, and configurations name variables. Its messages are read,
/// so they come in English.
QList<QPair<QString, QString>> sshEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("never"));
    QList<QPair<QString, QString>> variables;
    for (const QString &name : environment.keys())
        variables.append({name, environment.value(name)});
    return variables;
}

/// What ssh would take for an option, or a shell for more than a word, names no machine.
bool namesMachine(const QString &destination)
{
    return !destination.isEmpty() && !destination.startsWith(QLatin1Char('-')) &&
           shellQuoted(destination) == destination;
}

/// ssh takes a port only in a URI.
QString withPortAsUri(const QString &destination)
{
    static const QRegularExpression port(QStringLiteral("^[^:/]+:\\d+$"));
    return port.match(destination).hasMatch() ? QStringLiteral("ssh://") + destination : destination;
}

} // namespace

Result<SshDestination> sshDestination(const QString &hostId, const QString &configFile)
{
    const QString written = hostId.startsWith(QLatin1String("ssh://")) ? hostId : hostId.section(QLatin1Char(':'), 1);
    if (!namesMachine(written))
        return Error{ErrorCode::Invalid,
                     Tr::tr("\"%1\" names no machine.").arg(hostId),
                     {},
                     Tr::tr("Write \"ssh:\" and the name that you would give to ssh, for example ssh:db1."),
                     {}};
    return SshDestination{withPortAsUri(written),
                          configFile.isEmpty() ? qEnvironmentVariable("HOWDAH_SSH_CONFIG") : configFile};
}

Command sshCommand(const SshDestination &destination, const QStringList &options, const QString &line)
{
    Command command;
    command.argv << QStringLiteral("ssh") << QStringLiteral("-T");
    if (!destination.configFile.isEmpty())
        command.argv << QStringLiteral("-F") << destination.configFile;
    command.argv << options;
    for (const QString &option : firmOptions)
        command.argv << QStringLiteral("-o") << option;
    command.argv << QStringLiteral("--") << destination.name;
    if (!line.isEmpty())
        command.argv << line;
    command.environment = sshEnvironment();
    return command;
}

} // namespace howdah
