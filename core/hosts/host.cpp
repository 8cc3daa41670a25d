#include "core/hosts/host.h"

#include "core/hosts/container_engine.h"
#include "core/hosts/container_host.h"
#include "core/hosts/local_host.h"
#include "core/hosts/ssh_host.h"

#include <QCoreApplication>
#include <QHash>

#include <mutex>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Hosts)
};

/// One row for each kind of host: how its ids begin, and what makes one.
struct HostKind
{
    QLatin1String prefix;
    Result<std::shared_ptr<Host>> (*make)(const QString &id);
};

const QList<HostKind> &hostKinds()
{
    static const QList<HostKind> kinds{
        {QLatin1String("local"), [](const QString &) -> Result<std::shared_ptr<Host>> { return makeLocalHost(); }},
        {QLatin1String("ssh"), [](const QString &id) { return makeSshHost(id); }},
        {QLatin1String("container"), [](const QString &id) { return makeContainerHost(id); }}};
    return kinds;
}

const HostKind *kindOf(const QString &id)
{
    const QString prefix = id.section(QLatin1Char(':'), 0, 0);
    for (const HostKind &kind : hostKinds())
        if (kind.prefix == prefix)
            return &kind;
    return nullptr;
}

} // namespace

Result<int> Host::forward(int, const Deadline &, std::stop_token)
{
    return Error{ErrorCode::Unsupported, Tr::tr("No port is forwarded from %1.").arg(label())};
}

bool Host::forwards(int) const
{
    return false;
}

Result<std::optional<ContainerState>> Host::container(const Deadline &)
{
    return std::optional<ContainerState>();
}

struct Hosts::State
{
    std::mutex mutex;
    QHash<QString, std::shared_ptr<Host>> byId;
};

Hosts::Hosts()
    : m_state(std::make_unique<State>())
{
}
Hosts::~Hosts() = default;

Result<std::shared_ptr<Host>> Hosts::find(const QString &id)
{
    const std::scoped_lock lock(m_state->mutex);
    if (const auto known = m_state->byId.constFind(id); known != m_state->byId.constEnd())
        return *known;
    const HostKind *kind = kindOf(id);
    if (kind == nullptr)
        return Error{ErrorCode::NotFound,
                     id.isEmpty() ? Tr::tr("This node has no host: only SQL can reach it.")
                                  : Tr::tr("The host \"%1\" is of a kind that Howdah does not know.").arg(id),
                     {},
                     Tr::tr("Give the node the host \"local\" if its server runs on this machine, \"ssh:NAME\" or "
                            "\"container:NAME\"."),
                     {}};
    const Result<std::shared_ptr<Host>> made = kind->make(id);
    return made ? Result<std::shared_ptr<Host>>(*m_state->byId.insert(id, *made)) : made.error();
}

Result<CommandOutcome> runChecked(Host &host, const Command &command, const Deadline &deadline, std::stop_token stop,
                                  const OutputHandler &onOutput)
{
    Result<CommandOutcome> outcome = host.run(command, deadline, stop, onOutput);
    if (!outcome || outcome->succeeded())
        return outcome;
    const QString program = command.argv.first();
    const QByteArray words = outcome->errorOutput.trimmed().isEmpty() ? outcome->output : outcome->errorOutput;
    const QString what =
        outcome->signal != 0
            ? Tr::tr("The command \"%1\" on %2 was ended by signal %3.").arg(program, host.label()).arg(outcome->signal)
            : Tr::tr("The command \"%1\" on %2 ended with code %3.").arg(program, host.label()).arg(outcome->exitCode);
    return Error{ErrorCode::CommandFailed, what, QString::fromUtf8(words.right(4000)).trimmed(), {}, {}};
}

} // namespace howdah
