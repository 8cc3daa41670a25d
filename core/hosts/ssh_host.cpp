#include "core/hosts/ssh_host.h"

#include "core/hosts/command_files.h"
#include "core/hosts/file_errors.h"
#include "core/hosts/ssh_command.h"
#include "core/hosts/ssh_forwards.h"
#include "core/hosts/ssh_probes.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshHost)
};

class SshHost final : public Host
{
public:
    SshHost(QString id, SshDestination destination)
        : m_id(std::move(id))
        , m_destination(std::move(destination))
        , m_commands(m_destination)
    {
    }

    QString id() const override { return m_id; }
    QString label() const override { return m_destination.name; }
    QStringList scriptPrefix(const QString &asUser) const override
    {
        QStringList words{QStringLiteral("ssh")};
        if (!m_destination.configFile.isEmpty())
            words << QStringLiteral("-F") << m_destination.configFile;
        return words << m_destination.name << QStringLiteral("--") << m_commands.becoming(asUser);
    }
    int scriptShells() const override { return 2; }

    Result<CommandOutcome> run(const Command &command, const Deadline &deadline, std::stop_token stop,
                               const OutputHandler &onOutput) override
    {
        return m_commands.run(command, deadline, stop, onOutput);
    }

    Result<QByteArray> readFile(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, [&](CommandFiles files) { return files.readFile(path, deadline); });
    }
    Result<void> writeFile(const QString &path, const QByteArray &content, int mode, const As &as,
                           const Deadline &deadline) override
    {
        return act(as, {path}, [&](CommandFiles files) { return files.writeFile(path, content, mode, deadline); });
    }
    Result<FileStatus> status(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, [&](CommandFiles files) { return files.status(path, deadline); });
    }
    Result<QStringList> entries(const QString &directory, const As &as, const Deadline &deadline) override
    {
        return act(as, {directory}, [&](CommandFiles files) { return files.entries(directory, deadline); });
    }
    Result<void> makeDirectory(const QString &path, int mode, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, [&](CommandFiles files) { return files.makeDirectory(path, mode, deadline); });
    }
    Result<void> move(const QString &from, const QString &to, const As &as, const Deadline &deadline) override
    {
        return act(as, {from, to}, [&](CommandFiles files) { return files.move(from, to, deadline); });
    }
    Result<void> removeMarkedTree(const QString &directory, const QString &markerName, const QByteArray &markerContent,
                                  const As &as, const Deadline &deadline) override
    {
        return act(as, {directory}, [&](CommandFiles files) {
            return files.removeMarkedTree(directory, markerName, markerContent, deadline);
        });
    }
    Result<void> removeFile(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, [&](CommandFiles files) { return files.removeFile(path, deadline); });
    }
    Result<SpaceStatus> space(const QString &path, const Deadline &deadline) override
    {
        return act({}, {path}, [&](const CommandFiles &) { return probeSpace(*this, path, deadline); });
    }
    Result<bool> portIsFree(int port, const Deadline &deadline) override { return probePort(*this, port, deadline); }
    Result<int> forward(int port, const Deadline &deadline, std::stop_token stop) override
    {
        return m_forwards.to(port, deadline, stop);
    }
    bool forwards(int port) const override { return m_forwards.hasLedTo(port); }
    Result<QString> loginUser(const Deadline &deadline) override { return m_commands.loginUser(deadline, {}); }

private:
    template <typename ByCommand>
    auto act(const As &as, const QStringList &paths, ByCommand byCommand)
        -> decltype(byCommand(std::declval<CommandFiles>()))
    {
        for (const QString &path : paths)
            if (const Result<void> valid = checkPath(path); !valid)
                return valid.error();
        return byCommand(CommandFiles(*this, as.user));
    }

    const QString m_id;
    const SshDestination m_destination;
    SshCommands m_commands;
    SshForwards m_forwards{*this, m_commands.channel()};
};

} // namespace

Result<std::shared_ptr<Host>> makeSshHost(const QString &id, const QString &configFile)
{
    const Result<SshDestination> destination = sshDestination(id, configFile);
    if (!destination)
        return destination.error();
    return std::shared_ptr<Host>(std::make_shared<SshHost>(id, *destination));
}

} // namespace howdah
