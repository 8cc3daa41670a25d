#include "core/base/key.h"
#include "core/operations/file_changes.h"
#include "core/operations/library/prepare_primary_parts.h"
#include "core/operations/password_file.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

class HostLook
{
public:
    HostLook(Host &host, const QString &owner, const ProbeContext &context)
        : m_host(host)
        , m_owner(owner)
        , m_context(context)
    {
    }

    [[nodiscard]] QString says(const QStringList &argv) const
    {
        const Result<CommandOutcome> outcome =
            m_host.run({.argv = argv, .asUser = m_owner}, m_context.deadline, m_context.stop);
        return outcome && outcome->succeeded() ? QString::fromUtf8(outcome->output).trimmed() : QString();
    }

    /// A file that may be changed: the real one behind links; what speaks against it in "problem".
    Result<QVariantMap> file(const QString &named, const std::function<QList<LineChange>(const QByteArray &)> &changed)
    {
        const QString real = says({key("readlink"), key("-f"), key("--"), named});
        const QString path = real.isEmpty() ? named : real;
        const Result<FileStatus> status = m_host.status(path, As{m_owner}, m_context.deadline);
        const Result<QByteArray> content =
            status ? m_host.readFile(path, As{m_owner}, m_context.deadline) : status.error();
        if (!content)
            return content.error();
        const QList<LineChange> changes = changed(*content);
        QVariantList list;
        for (const LineChange &change : changes)
            list.append(QVariantMap{
                {key("line"), change.line}, {key("removed"), change.removed}, {key("inserted"), change.inserted}});
        return QVariantMap{{key("path"), path},
                           {key("before"), contentDigest(*content)},
                           {key("after"), contentDigest(withChanges(*content, changes))},
                           {key("changes"), list},
                           {key("problem"), problemOf(path, *status)}};
    }

private:
    QString problemOf(const QString &path, const FileStatus &status) const
    {
        constexpr int ownersWrite = 0200;
        if (status.owner != m_owner)
            return Tr::tr("%1 belongs to %2, the server to %3.").arg(path, status.owner, m_owner);
        if ((status.mode & ownersWrite) == 0)
            return Tr::tr("%1 is read-only for its owner: somebody protects it.").arg(path);
        const QString directory = path.section(QLatin1Char('/'), 0, -2);
        if (says({key("sh"), key("-c"), key("test -w \"$1\" && echo yes"), key("sh"), directory}) != key("yes"))
            return Tr::tr("%1 may not write in %2, which putting a changed file in its place needs.")
                .arg(m_owner, directory);
        const QString group = says({key("id"), key("-gn")});
        constexpr int groupsBits = 0070;
        if (!group.isEmpty() && group != status.group && (status.mode & groupsBits) != 0)
            return Tr::tr("%1 is shared with the group %2, which a file written by %3 would lose.")
                .arg(path, status.group, m_owner);
        return {};
    }

    Host &m_host;
    QString m_owner;
    const ProbeContext &m_context;
};

} // namespace

/// The owner's home, where libpq looks for .pgpass. In a container it may be out of reach of what runs beside the
/// server; its volume is not.
Result<QVariantMap> lookAtOwnersHome(ProbeContext &context)
{
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const HostLook look(**host, place.owner, context);
    const QString entry = look.says({key("getent"), key("passwd"), place.owner});
    constexpr int homeField = 5;
    QString directory = entry.section(QLatin1Char(':'), homeField, homeField);
    const auto container = (*host)->container(context.deadline);
    if (!container)
        return container.error();
    if (*container && !(*container)->isMounted(directory))
        directory = (*container)->mountOf(place.dataDirectory);
    const Result<FileStatus> psql =
        (*host)->status(place.binDirectory + key("/psql"), As{place.owner}, context.deadline);
    return QVariantMap{{key("directory"), directory},
                       {key("hasPsql"), psql.ok()},
                       {key("subnets"), *container ? (*container)->subnets : QStringList()}};
}

Result<QVariantMap> lookAtPassfile(ProbeContext &context)
{
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const NodeState *primary = primaryOf(context.situation);
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    if (!primary)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No primary is named.")};
    HostLook look(**host, place.owner, context);
    QVariantMap values;
    const QString path = context.situation.argument(key("passfile"));
    if (path.isEmpty())
        return values;
    const auto container = (*host)->container(context.deadline);
    if (!container)
        return container.error();
    if (*container && !(*container)->isMounted(path)) {
        values.insert(key("problem"),
                      Tr::tr("%1 is on no volume of the container \"%2\", and what runs beside the server "
                             "does not see it.")
                          .arg(path, (*container)->name));
        return values;
    }
    const Result<FileStatus> status = (*host)->status(path, As{place.owner}, context.deadline);
    if (!status && status.error().code != ErrorCode::NotFound)
        return status.error();
    if (!status) {
        const QString directory = path.section(QLatin1Char('/'), 0, -2);
        if (look.says({key("sh"), key("-c"), key("test -w \"$1\" && echo yes"), key("sh"), directory}) != key("yes"))
            values.insert(key("problem"), Tr::tr("%1 may not write in %2.").arg(place.owner, directory));
        return values;
    }
    constexpr int ofOthers = 0077;
    if (status->owner != place.owner || (status->mode & ofOthers) != 0)
        values.insert(key("problem"),
                      Tr::tr("PostgreSQL's clients do not read %1: it must be %2's alone.").arg(path, place.owner));
    const Result<QByteArray> content = (*host)->readFile(path, As{place.owner}, context.deadline);
    if (!content)
        return content.error();
    const auto password = passwordIn(*content, primary->definition.connInfo, context.situation.argument(key("role")));
    values.insert(key("hasLine"), password && !password->isEmpty());
    return values;
}

/// What the files would become; their content stays here, because it may hold secrets.
Result<QVariantMap> lookAtPrimaryFiles(ProbeContext &context)
{
    const Situation &situation = context.situation;
    const ServerPlace place = ServerPlace::fromFact(situation, key("layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    HostLook look(**host, place.owner, context);
    QStringList decided;
    const Result<QVariantMap> hba =
        look.file(situation.value(key("server"), key("hbaFile")).toString(), [&](const QByteArray &content) {
            for (const HbaLine &line : standbyLines(situation)) {
                const HbaPlace found = hbaPlace(content, line);
                if (found.admitted)
                    decided << Tr::tr("%1 is admitted already: %2").arg(line.address, found.deciding.simplified());
                else if (found.before > 0)
                    decided << Tr::tr("%1 is admitted before line %2 decides: %3")
                                   .arg(line.address)
                                   .arg(found.before)
                                   .arg(found.deciding.simplified());
                else
                    decided << Tr::tr("%1 is admitted at the end.").arg(line.address);
            }
            return hbaChanges(content, standbyLines(situation));
        });
    const Result<QVariantMap> configuration =
        look.file(situation.value(key("server"), key("configFile")).toString(), [&](const QByteArray &) {
            const QByteArray block = configurationBlock(situation);
            const bool wanted = situation.argument(key("write-to")) == QLatin1String("file") && !block.isEmpty();
            return wanted ? QList<LineChange>{{.line = 0, .inserted = block}} : QList<LineChange>();
        });
    if (!hba || !configuration)
        return hba ? configuration.error() : hba.error();
    return QVariantMap{{key("hba"), *hba}, {key("configuration"), *configuration}, {key("decided"), decided}};
}

} // namespace howdah::library
