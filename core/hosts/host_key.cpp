#include "core/hosts/host_key.h"

#include "core/hosts/file_errors.h"
#include "core/hosts/local_command.h"
#include "core/hosts/ssh_destination.h"
#include "core/hosts/ssh_errors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cerrno>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::HostKey)
};

/// A connection of its own that ends before anything of ours is offered.
const QStringList onlyGreeting{QStringLiteral("-o"), QStringLiteral("ControlPath=none"), QStringLiteral("-o"),
                               QStringLiteral("PreferredAuthentications=none")};

Result<CommandOutcome> run(const Command &command, const Deadline &deadline, const std::stop_token &stop)
{
    return runLocalCommand({command, std::nullopt, false}, deadline, stop, {});
}

/// The first known_hosts of the user's, as ssh itself would take it.
Result<QString> recordFile(const SshDestination &destination, const Deadline &deadline, const std::stop_token &stop)
{
    const Result<CommandOutcome> settings = run(sshCommand(destination, {QStringLiteral("-G")}), deadline, stop);
    if (!settings)
        return settings.error();
    static const QRegularExpression line(QStringLiteral("^userknownhostsfile (\\S+)"),
                                         QRegularExpression::MultilineOption);
    QString file = line.match(QString::fromUtf8(settings->output)).captured(1);
    if (file.startsWith(QLatin1String("~/")))
        file = QDir::homePath() + file.mid(1);
    if (file.startsWith(QLatin1Char('/')) && file != QLatin1String("/dev/null"))
        return file;
    return Error{ErrorCode::Unsupported,
                 Tr::tr("The configuration of ssh for \"%1\" names no file where its host key could be put on record.")
                     .arg(destination.name),
                 {},
                 Tr::tr("Set UserKnownHostsFile for it, or remove that setting.")};
}

/// ssh writes the line itself, to a file that nobody believes: with the names that it will look for.
Result<HostKey> shownKey(const SshDestination &destination, const Deadline &deadline, const std::stop_token &stop)
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("shown"));
    const QStringList options =
        onlyGreeting + QStringList{QStringLiteral("-o"), QStringLiteral("StrictHostKeyChecking=accept-new"),
                                   QStringLiteral("-o"), QStringLiteral("UserKnownHostsFile=") + file,
                                   QStringLiteral("-o"), QStringLiteral("GlobalKnownHostsFile=/dev/null")};
    const Result<CommandOutcome> greeted =
        run(sshCommand(destination, options, QStringLiteral("true")), deadline, stop);
    if (!greeted)
        return greeted.error();
    QFile shown(file);
    if (!shown.open(QIODevice::ReadOnly))
        return sshError(destination.name, greeted->errorOutput);
    HostKey key{.record = shown.readAll()};
    const Command fingerprint{.argv = {QStringLiteral("ssh-keygen"), QStringLiteral("-l"), QStringLiteral("-f"), file}};
    const Result<CommandOutcome> printed = run(fingerprint, deadline, stop);
    if (!printed)
        return printed.error();
    static const QRegularExpression parts(QStringLiteral("^\\d+ (\\S+) .*\\((\\S+)\\)"));
    const QRegularExpressionMatch match = parts.match(QString::fromUtf8(printed->output));
    key.fingerprint = match.captured(1);
    key.kind = match.captured(2);
    if (key.fingerprint.isEmpty())
        return toolError(Tr::tr("The host key of \"%1\" cannot be read").arg(destination.name), printed->errorOutput);
    return key;
}

} // namespace

Result<std::optional<HostKey>> unknownHostKey(const QString &hostId, const Deadline &deadline, std::stop_token stop)
{
    const Result<SshDestination> destination = sshDestination(hostId);
    if (!destination)
        return destination.error();
    const Result<CommandOutcome> greeted =
        run(sshCommand(*destination, onlyGreeting, QStringLiteral("true")), deadline, stop);
    if (!greeted)
        return greeted.error();
    if (!saysUnknownHostKey(greeted->errorOutput)) {
        const Error error = sshError(destination->name, greeted->errorOutput);
        const bool letInAsFarAsThis = greeted->errorOutput.contains("Permission denied");
        return letInAsFarAsThis || greeted->succeeded() ? Result<std::optional<HostKey>>(std::nullopt) : error;
    }
    const Result<QString> file = recordFile(*destination, deadline, stop);
    if (!file)
        return file.error();
    Result<HostKey> key = shownKey(*destination, deadline, stop);
    if (!key)
        return key.error();
    key->file = *file;
    return std::optional<HostKey>(*key);
}

Result<void> putOnRecord(const HostKey &key)
{
    const QString what = Tr::tr("The host key cannot be put on record in %1").arg(key.file);
    const QString directory = QFileInfo(key.file).path();
    constexpr auto ownersAlone = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QFileInfo::exists(directory) && !(QDir().mkpath(directory) && QFile::setPermissions(directory, ownersAlone)))
        return systemError(what, EACCES);
    QFile file(key.file);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append))
        return Error{ErrorCode::NotPermitted, Tr::tr("%1: %2.").arg(what, file.errorString())};
    // A last line without its end must not swallow ours.
    const bool unended = file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n";
    const QByteArray line = (unended ? "\n" : "") + key.record.trimmed() + '\n';
    if (file.write(line) != line.size() || !file.flush())
        return Error{ErrorCode::Storage, Tr::tr("%1: %2.").arg(what, file.errorString())};
    return {};
}

} // namespace howdah
