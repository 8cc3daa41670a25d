#include "core/operations/password_file.h"
#include "core/hosts/host.h"
#include "core/operations/file_actions.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PasswordFile)
};

constexpr Milliseconds fileTimeout{30000};
constexpr int ownersAlone = 0600;
constexpr int ofOthers = 0077;

Deadline soon()
{
    return Deadline::after(fileTimeout);
}

/// Host, port, database, user and password; a backslash takes the next character as it is. In the password, which is
/// last, a colon needs none.
QList<QByteArray> fieldsOf(const QByteArray &line)
{
    constexpr int password = 4;
    QList<QByteArray> fields{QByteArray()};
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line.at(i);
        if (c == '\\' && i + 1 < line.size())
            fields.last().append(line.at(++i));
        else if (c == ':' && fields.size() <= password)
            fields.append(QByteArray());
        else
            fields.last().append(c);
    }
    return fields;
}

QByteArray withoutLineEnd(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool isLineOf(const QByteArray &line, const QString &entry)
{
    return line.startsWith(entry.toUtf8() + ':');
}

QByteArray newPassword()
{
    constexpr int words = 8; // 256 bits
    std::array<quint32, words> random = {};
    QRandomGenerator::system()->fillRange(random.data(), words);
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QString passwordEntry(const QString &role)
{
    QString escaped = role;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char(':'), QLatin1String("\\:"));
    return QStringLiteral("*:*:*:") + escaped;
}

std::optional<Secret> passwordIn(const QByteArray &content, const ConnInfo &server, const QString &role)
{
    const bool overSocket = server.host().isEmpty() || server.host().startsWith(QLatin1Char('/'));
    const QStringList wanted{overSocket ? QStringLiteral("localhost") : server.host(),
                             server.port().isEmpty() ? QStringLiteral("5432") : server.port(),
                             QStringLiteral("replication"), role};
    const qsizetype password = wanted.size();
    for (const QByteArray &ended : content.split('\n')) {
        const QByteArray line = withoutLineEnd(ended);
        const QList<QByteArray> fields = fieldsOf(line);
        if (line.startsWith('#') || fields.size() <= password)
            continue;
        const bool fits =
            std::equal(wanted.begin(), wanted.end(), fields.begin(), [](const QString &want, const QByteArray &field) {
                return field == "*" || field == want.toUtf8();
            });
        if (fits)
            return Secret(QString::fromUtf8(fields.at(password)));
    }
    return std::nullopt;
}

Result<Secret> rolePassword(const SetRolePassword &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const Result<ConnInfo> server = ConnInfo::parse(action.server.connInfo);
    if (!server)
        return server.error();
    const As as{action.owner};
    const Result<FileStatus> status = (*host)->status(action.passfile, as, soon());
    const Result<QByteArray> content = status ? (*host)->readFile(action.passfile, as, soon()) : status.error();
    if (!content)
        return content.error();
    if (status->kind == FileStatus::Kind::File && (status->mode & ofOthers) != 0)
        return Error{
            .code = ErrorCode::NotPermitted,
            .message =
                Tr::tr("PostgreSQL's clients do not read %1, because others than its owner may.").arg(action.passfile),
            .hint = Tr::tr("Make it its owner's alone: chmod 600 %1").arg(action.passfile)};
    const std::optional<Secret> password = passwordIn(*content, *server, action.role);
    if (!password || password->isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("%1 holds no password for the role %2.").arg(action.passfile, action.role),
                     .hint = Tr::tr("Add a line to it: %1:PASSWORD").arg(passwordEntry(action.role))};
    return *password;
}

Result<void> perform(const PasswordLine &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const As as{action.owner};
    const Result<QByteArray> read = (*host)->readFile(action.path, as, soon());
    if (!read && read.error().code != ErrorCode::NotFound)
        return read.error();
    QList<QByteArray> lines = read.valueOr({}).split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    const auto ours = [&action](const QByteArray &line) { return isLineOf(line, action.entry); };
    const bool there = std::any_of(lines.begin(), lines.end(), ours);
    if (there == action.present)
        return {};
    if (action.present)
        lines.append(action.entry.toUtf8() + ':' + newPassword());
    else
        lines.removeIf(ours);
    if (lines.isEmpty())
        return (*host)->removeFile(action.path, as, soon());
    return (*host)->writeFile(action.path, lines.join('\n') + '\n', ownersAlone, as, soon());
}

} // namespace howdah
