#include "core/hosts/container_host.h"

#include "core/hosts/command_files.h"
#include "core/hosts/container_commands.h"
#include "core/hosts/container_companion.h"
#include "core/hosts/container_files.h"
#include "core/hosts/file_errors.h"
#include "core/hosts/ssh_probes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerHost)
};

class ContainerHost final : public Host
{
public:
    ContainerHost(QString id, const ContainerId &container)
        : m_id(std::move(id))
        , m_engine(container.engine)
        , m_name(container.name)
        , m_volume(container.volume)
        , m_commands(m_engine, m_name, m_volume)
    {
    }

    QString id() const override { return m_id; }
    QString label() const override { return Tr::tr("the container %1").arg(m_name); }
    QStringList scriptPrefix(const QString &asUser) const override;

    Result<CommandOutcome> run(const Command &command, const Deadline &deadline, std::stop_token stop,
                               const OutputHandler &onOutput) override
    {
        return m_commands.run(command, deadline, stop, onOutput);
    }

    Result<QByteArray> readFile(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, deadline, [&](auto files) { return files.readFile(path, deadline); });
    }
    Result<void> writeFile(const QString &path, const QByteArray &content, int mode, const As &as,
                           const Deadline &deadline) override
    {
        return act(as, {path}, deadline, [&](auto files) { return files.writeFile(path, content, mode, deadline); });
    }
    Result<FileStatus> status(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, deadline, [&](auto files) { return files.status(path, deadline); });
    }
    Result<QStringList> entries(const QString &directory, const As &as, const Deadline &deadline) override
    {
        return act(as, {directory}, deadline, [&](auto files) { return files.entries(directory, deadline); });
    }
    Result<void> makeDirectory(const QString &path, int mode, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, deadline, [&](auto files) { return files.makeDirectory(path, mode, deadline); });
    }
    Result<void> move(const QString &from, const QString &to, const As &as, const Deadline &deadline) override
    {
        return act(as, {from, to}, deadline, [&](auto files) { return files.move(from, to, deadline); });
    }
    Result<void> removeMarkedTree(const QString &directory, const QString &markerName, const QByteArray &markerContent,
                                  const As &as, const Deadline &deadline) override
    {
        return act(as, {directory}, deadline,
                   [&](auto files) { return files.removeMarkedTree(directory, markerName, markerContent, deadline); });
    }
    Result<void> removeFile(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(as, {path}, deadline, [&](auto files) { return files.removeFile(path, deadline); });
    }
    Result<SpaceStatus> space(const QString &path, const Deadline &deadline) override
    {
        const Result<void> valid = checkPath(path);
        return valid ? probeSpace(*this, path, deadline) : valid.error();
    }
    Result<bool> portIsFree(int port, const Deadline &deadline) override;
    Result<int> forward(int port, const Deadline &deadline, std::stop_token stop) override;
    Result<QString> loginUser(const Deadline &deadline) override;
    Result<std::optional<ContainerState>> container(const Deadline &deadline) override
    {
        const Result<ContainerState> state = m_commands.state(deadline);
        return state ? Result<std::optional<ContainerState>>(*state) : state.error();
    }

private:
    /// What runs beside a container reaches its volumes; of its own layer it would see the image's files instead, and
    /// what it writes would be lost.
    template <typename Act>
    auto act(const As &as, const QStringList &paths, const Deadline &deadline, Act act)
        -> decltype(act(std::declval<CommandFiles>()))
    {
        for (const QString &path : paths)
            if (const Result<void> valid = checkPath(path); !valid)
                return valid.error();
        const auto mounted = [&paths](const ContainerState &state) {
            return std::all_of(paths.begin(), paths.end(), [&](const QString &path) { return state.isMounted(path); });
        };
        if (const std::optional<ContainerState> known = m_commands.knownState(); known && mounted(*known))
            return act(CommandFiles(*this, as.user));
        const Result<ContainerState> state = m_commands.state(deadline);
        if (!state)
            return state.error();
        if ((state->running && !state->isServer()) || mounted(*state))
            return act(CommandFiles(*this, as.user));
        return act(ContainerFiles(*state, as.user));
    }

    const QString m_id;
    const QString m_engine; ///< empty: whichever has it
    const QString m_name;
    const QString m_volume;
    ContainerCommands m_commands;
};

// Of a container that a script makes itself nothing is known before it runs. $1: the engines that may have it, $2:
// container, $3: user or nothing, $4: one more volume and its place or nothing; then the command.
constexpr auto besideWhatIsThereByThen = R"sh(name=$2 user=$3 volume=$4
for engine in $1; do ! "$engine" container inspect "$name" >/dev/null 2>&1 || break; done
shift 4
image=$("$engine" container inspect --format '{{.Image}}' "$name") || exit
every='{{range $network, $rest := .NetworkSettings.Networks}}--network {{$network}} {{end}}'
networks=$("$engine" container inspect --format "$every" "$name") || exit
exec "$engine" run --rm --interactive --volumes-from "$name" $networks ${volume:+--volume "$volume"} \
    --workdir / ${user:+--user "$user"} --entrypoint env "$image" "$@")sh";

QStringList ContainerHost::scriptPrefix(const QString &asUser) const
{
    const std::optional<ContainerState> known = m_commands.knownState();
    const QString volume =
        m_volume.isEmpty() ? QString() : m_volume + QLatin1Char(':') + QLatin1String(besideVolumeMount);
    if (!known)
        return {QStringLiteral("sh"),
                QStringLiteral("-c"),
                QString::fromLatin1(besideWhatIsThereByThen),
                QStringLiteral("howdah"),
                m_engine.isEmpty() ? containerEngines().join(QLatin1Char(' ')) : m_engine,
                m_name,
                asUser,
                volume};
    const bool beside = known->isServer() || !known->running || !m_volume.isEmpty();
    const QStringList user = asUser.isEmpty() ? QStringList() : QStringList{QStringLiteral("--user"), asUser};
    if (beside)
        return QStringList{known->engine, QStringLiteral("run"), QStringLiteral("--rm"),
                           QStringLiteral("--interactive")} +
               besideOptions(*known) + user +
               QStringList{QStringLiteral("--entrypoint"), QStringLiteral("env"), known->image};
    return QStringList{m_commands.engine(), QStringLiteral("exec"), QStringLiteral("--interactive")} + user +
           QStringList{m_name};
}

Result<bool> ContainerHost::portIsFree(int port, const Deadline &deadline)
{
    const Result<ContainerState> state = m_commands.state(deadline);
    if (!state)
        return state.error();
    if (!state->running)
        return true;
    if (!state->isServer())
        return probePort(*this, port, deadline);
    return Error{ErrorCode::Unsupported,
                 Tr::tr("The container \"%1\" has a server, and no other goes into it.").arg(m_name)};
}

Result<int> ContainerHost::forward(int port, const Deadline &deadline, std::stop_token stop)
{
    const Result<ContainerState> state = m_commands.state(deadline, stop);
    if (!state)
        return state.error();
    if (const auto published = state->publishedPorts.constFind(port); published != state->publishedPorts.constEnd())
        return *published;
    return Error{ErrorCode::Unsupported,
                 Tr::tr("The port %1 of the container \"%2\" is not published on this machine.").arg(port).arg(m_name),
                 {},
                 Tr::tr("Publish it when the container is made: --publish 127.0.0.1:PORT:%1.").arg(port),
                 {}};
}

Result<QString> ContainerHost::loginUser(const Deadline &deadline)
{
    const Result<CommandOutcome> outcome =
        runChecked(*this, {.argv = {QStringLiteral("id"), QStringLiteral("-un")}}, deadline);
    return outcome ? Result<QString>(QString::fromUtf8(outcome->output).trimmed()) : outcome.error();
}

} // namespace

std::optional<ContainerId> containerIdOf(const QString &hostId)
{
    static const QRegularExpression form(QStringLiteral(
        "^container:(?:(podman|docker):)?([A-Za-z0-9][A-Za-z0-9_.-]*)(?:\\+([A-Za-z0-9][A-Za-z0-9_.-]*))?$"));
    const QRegularExpressionMatch match = form.match(hostId);
    if (!match.hasMatch())
        return std::nullopt;
    return ContainerId{match.captured(1), match.captured(2), match.captured(3)};
}

Result<std::shared_ptr<Host>> makeContainerHost(const QString &id)
{
    const std::optional<ContainerId> container = containerIdOf(id);
    if (!container)
        return Error{ErrorCode::Invalid,
                     Tr::tr("\"%1\" names no container.").arg(id),
                     {},
                     Tr::tr("Write \"container:\" and the container's name, for example container:pg1."),
                     {}};
    return std::shared_ptr<Host>(std::make_shared<ContainerHost>(id, *container));
}

} // namespace howdah
