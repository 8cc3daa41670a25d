#include "core/operations/file_changes.h"
#include "core/hosts/host.h"
#include "core/operations/file_actions.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::FileActions)
};

constexpr Milliseconds fileTimeout{30000};

Deadline soon()
{
    return Deadline::after(fileTimeout);
}

QList<QByteArray> linesOf(const QByteArray &content)
{
    QList<QByteArray> lines;
    for (qsizetype begin = 0; begin < content.size();) {
        const qsizetype newline = content.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? content.size() : newline + 1;
        lines.append(content.mid(begin, end - begin));
        begin = end;
    }
    return lines;
}

Error changedMeanwhile(const QString &path)
{
    return {.code = ErrorCode::SituationChanged,
            .message = Tr::tr("%1 is left as it is: somebody has changed it since it was looked at.").arg(path),
            .hint = Tr::tr("Look at it, and begin again.")};
}

} // namespace

QString contentDigest(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

QByteArray withChanges(const QByteArray &content, const QList<LineChange> &changes)
{
    const QList<QByteArray> lines = linesOf(content);
    QByteArray changed;
    qsizetype next = 0;
    for (const LineChange &change : changes) {
        const qsizetype at =
            change.line <= 0 ? lines.size() : std::min<qsizetype>(lines.size(), qsizetype(change.line) - 1);
        for (; next < at; ++next)
            changed += lines.at(next);
        if (!change.inserted.isEmpty() && !changed.isEmpty() && !changed.endsWith('\n'))
            changed += '\n';
        changed += change.inserted;
        next = std::min<qsizetype>(lines.size(), next + change.removed);
    }
    for (; next < lines.size(); ++next)
        changed += lines.at(next);
    return changed;
}

Result<void> perform(const CopyFile &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const As as{action.owner};
    const Result<FileStatus> status = (*host)->status(action.from, as, soon());
    const Result<QByteArray> content = status ? (*host)->readFile(action.from, as, soon()) : status.error();
    if (!content)
        return content.error();
    const Result<QByteArray> present = (*host)->readFile(action.to, as, soon());
    if (!present && present.error().code != ErrorCode::NotFound)
        return present.error();
    if (present && *present == *content)
        return {};
    const bool mayReplace =
        !present || action.replacing == QLatin1String(replaceAnything) || contentDigest(*present) == action.replacing;
    if (!mayReplace)
        return changedMeanwhile(action.to);
    return (*host)->writeFile(action.to, *content, status->mode, as, soon());
}

Result<void> perform(const PatchFile &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const As as{action.owner};
    const Result<FileStatus> status = (*host)->status(action.path, as, soon());
    const Result<QByteArray> content = status ? (*host)->readFile(action.path, as, soon()) : status.error();
    if (!content)
        return content.error();
    const QString digest = contentDigest(*content);
    if (digest == action.after)
        return {};
    const QByteArray changed = withChanges(*content, action.changes);
    if (digest != action.before || contentDigest(changed) != action.after)
        return changedMeanwhile(action.path);
    return (*host)->writeFile(action.path, changed, status->mode, as, soon());
}

} // namespace howdah
