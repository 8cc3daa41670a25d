#include "app/cli/host_keys.h"

#include "core/hosts/host_key.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds timeToLook{30000};
constexpr QLatin1String optionAcceptKey{"accept-key"};

QString hostKeyQuestion(const QString &hostId, const HostKey &key)
{
    return Tr::tr("The host key of “%1” is not on record. It shows %2 %3. Compare that with what the machine itself "
                  "says (ssh-keygen -lf /etc/ssh/ssh_host_%4_key.pub).")
        .arg(hostId, key.kind, key.fingerprint, key.kind.toLower());
}

/// Whether a person says that this key is the machine's: on the command line, or asked now.
bool isAccepted(const Invocation &invocation, const HostKey &key, const QString &question, Session &session)
{
    if (invocation.has(optionAcceptKey))
        return invocation.option(optionAcceptKey) == key.fingerprint;
    if (!Console::canAsk())
        return false;
    session.console().note(question);
    const std::optional<QString> answer =
        session.console().ask(Tr::tr("Type “yes” to put it on record in %1:").arg(key.file));
    return answer && answer->trimmed() == Tr::tr("yes");
}

} // namespace

CommandOption acceptKeyOption()
{
    return {.name = optionAcceptKey,
            .help = Tr::tr("Says that the host key with this fingerprint is the machine's: it is put on record in "
                           "known_hosts."),
            .valueName = QStringLiteral("FINGERPRINT")};
}

Result<void> settleHostKey(const QString &hostId, const Invocation &invocation, Session &session)
{
    if (!hostId.startsWith(QLatin1String("ssh:")))
        return {};
    const Result<std::optional<HostKey>> unknown = unknownHostKey(hostId, Deadline::after(timeToLook), session.stop());
    if (!unknown)
        return unknown.error();
    if (!*unknown)
        return {};
    const HostKey &key = **unknown;
    const QString question = hostKeyQuestion(hostId, key);
    if (isAccepted(invocation, key, question, session))
        return putOnRecord(key);
    return Error{.code = ErrorCode::Authentication,
                 .message = question,
                 .hint =
                     Tr::tr("If they agree: --accept-key %1 puts it on record in %2.").arg(key.fingerprint, key.file)};
}

} // namespace howdah::cli
