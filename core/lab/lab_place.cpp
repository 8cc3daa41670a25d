#include "core/lab/lab_place.h"

#include "core/base/paths.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabPlace)
};

const QString rootsServerUser = QStringLiteral("postgres");
const QString rootsLabs = QStringLiteral("/var/lib/howdah/labs");

Result<void> makePlace(Host &host, const LabPlace &place, const Deadline &deadline)
{
    const Command command{.argv = {QStringLiteral("install"), QStringLiteral("-d"), QStringLiteral("-o"),
                                   place.systemUser, QStringLiteral("-m"), QStringLiteral("0755"), QStringLiteral("--"),
                                   place.directory}};
    const Result<CommandOutcome> made = runChecked(host, command, deadline);
    return made ? Result<void>() : made.error();
}

} // namespace

Result<LabPlace> findLabPlace(Host &host, const Deadline &deadline)
{
    const Result<QString> login = host.loginUser(deadline);
    if (!login)
        return login.error();
    LabPlace place{*login, paths::stateDirectory() + QStringLiteral("/labs")};
    if (*login == QLatin1String("root")) {
        place.systemUser = rootsServerUser;
        const As server{rootsServerUser};
        const Result<FileStatus> reached =
            host.status(paths::stateDirectory() + QStringLiteral("/."), server, deadline);
        if (!reached && reached.error().message.contains(rootsServerUser))
            return Error{
                ErrorCode::NotFound,
                Tr::tr("There is no user \"postgres\" on this machine, and PostgreSQL will not run as root."),
                {},
                Tr::tr("Install PostgreSQL's package, which makes that user, or start Howdah as an ordinary user."),
                {}};
        if (!reached)
            place.directory = rootsLabs;
    }
    if (const Result<void> made = makePlace(host, place, deadline); !made)
        return made.error();
    return place;
}

QString labDirectoryName(const QString &labName)
{
    QString harmless;
    for (const QChar character : labName) {
        const bool plain = character.unicode() < 128 && character.isLetterOrNumber();
        if (plain || (!harmless.isEmpty() && !harmless.endsWith(QLatin1Char('-'))))
            harmless += plain ? character.toLower() : QLatin1Char('-');
    }
    const quint32 tail = QRandomGenerator::system()->generate() & 0xffffffU;
    return QStringLiteral("%1-%2")
        .arg(harmless.isEmpty() ? QStringLiteral("lab") : harmless.left(24))
        .arg(tail, 6, 16, QLatin1Char('0'));
}

} // namespace howdah
