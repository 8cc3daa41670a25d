#include "core/operations/guard.h"

#include "core/base/side_by_side.h"
#include "core/base/wake_up.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Guard)
};

constexpr Milliseconds readyTimeout{10000};
constexpr Milliseconds connectTimeout{5000};
constexpr Milliseconds commandTimeout{10000};
constexpr Milliseconds actsFor{60000}; ///< a server that does not take the command by then is left alone
constexpr Milliseconds pauseBetweenTries{200};
constexpr Milliseconds untilTheConsoleIsHeardOut{1000};
constexpr QLatin1String ready{"ready"};
constexpr QLatin1String dismissed{"dismissed"};

Error noGuard(const QString &detail)
{
    return {.code = ErrorCode::CommandFailed,
            .message = Tr::tr("Nobody could be set to stand by for the case that this console is killed."),
            .detail = detail,
            .hint = Tr::tr("See that howdahctl is installed beside this program and can be run.")};
}

QString guardProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/howdahctl");
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("howdahctl"));
}

Result<QByteArray> ordersFor(const StandGuard &orders, const Environment &environment)
{
    QJsonArray commands;
    for (const RunSql &command : orders.commands) {
        Result<ConnInfo> info = ConnInfo::parse(command.server.connInfo);
        if (!info)
            return info.error();
        if (environment.fillPassword)
            environment.fillPassword(*info);
        commands << QJsonObject{{QStringLiteral("conninfo"), info->toString()},
                                {QStringLiteral("password"), QString::fromUtf8(info->password().reveal())},
                                {QStringLiteral("sslpassword"), QString::fromUtf8(info->keyPassword().reveal())},
                                {QStringLiteral("sql"), command.sql},
                                {QStringLiteral("alreadySo"), command.alreadySo}};
    }
    return QJsonDocument(commands).toJson(QJsonDocument::Compact) + '\n';
}

/// One line, without its end; nothing when the other side has closed before.
std::optional<QByteArray> readLine(int descriptor, const Deadline &deadline)
{
    QByteArray line;
    while (true) {
        pollfd readable{descriptor, POLLIN, 0};
        const int polled = ::poll(&readable, 1, deadline.pollTimeout());
        if (polled < 0 && errno == EINTR)
            continue;
        char byte = 0;
        if (polled <= 0 || ::read(descriptor, &byte, 1) != 1)
            return std::nullopt;
        if (byte == '\n')
            return line;
        line += byte;
    }
}

bool say(int descriptor, const QByteArray &text)
{
    for (qsizetype done = 0; done < text.size();) {
        const ssize_t sent =
            ::send(descriptor, text.constData() + done, static_cast<size_t>(text.size() - done), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(sent, 0);
    }
    return true;
}

Result<void> startGuard(int line)
{
    QByteArrayList variables;
    for (const QString &variable : QProcessEnvironment::systemEnvironment().toStringList())
        variables << variable.toLocal8Bit();
    const Descriptor nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    const Result<pid_t> started = startChild({.argv = {guardProgram().toLocal8Bit(), guardWord},
                                              .environment = variables,
                                              .workingDirectory = "/",
                                              .input = line,
                                              .output = line,
                                              .error = nowhere.number(),
                                              .endsWithParent = false});
    if (!started)
        return started.error();
    ::waitpid(*started, nullptr, 0); // it goes at once, and the guard proper is nobody's child
    return {};
}
} // namespace

Result<std::unique_ptr<Guard>> Guard::stand(const StandGuard &orders, const Environment &environment)
{
    if (guardProgram().isEmpty())
        return noGuard(Tr::tr("There is no howdahctl."));
    const Result<QByteArray> words = ordersFor(orders, environment);
    if (!words)
        return words.error();
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return noGuard(QString::fromLocal8Bit(::strerror(errno)));
    Descriptor ours(ends[0]);
    {
        const Descriptor theirs(ends[1]);
        if (const Result<void> started = startGuard(theirs.number()); !started)
            return noGuard(started.error().message);
    }
    const bool told = say(ours.number(), *words);
    const std::optional<QByteArray> answer =
        told ? readLine(ours.number(), Deadline::after(readyTimeout)) : std::nullopt;
    if (answer != QByteArray(ready.data()))
        return noGuard(QString::fromUtf8(answer.value_or(QByteArray())));
    return std::unique_ptr<Guard>(new Guard(std::move(ours)));
}

void Guard::dismiss()
{
    // Whether it hears it or not: nothing is left for it to do.
    [[maybe_unused]] const bool heard = say(m_line.number(), dismissed.data() + QByteArray("\n"));
    m_line.close();
}

namespace {

/// One command to be given, over a session that is opened before it is needed.
struct Post
{
    ConnInfo info;
    QString sql, alreadySo;
    std::optional<Connection> session;

    Result<void> open()
    {
        Result<Connection> opened = Connection::open(info, Deadline::after(connectTimeout));
        if (!opened)
            return opened.error();
        session.emplace(std::move(opened).value());
        return {};
    }
    bool act()
    {
        if ((!session || !session->isOpen()) && !open())
            return false;
        const Result<ResultSet> done = session->query(sql, {}, Deadline::after(commandTimeout));
        return done || (!alreadySo.isEmpty() && done.error().full().contains(alreadySo));
    }
};

std::vector<Post> postsOf(const QByteArray &orders)
{
    std::vector<Post> posts;
    for (const QJsonValue &one : QJsonDocument::fromJson(orders).array()) {
        const QJsonObject command = one.toObject();
        Result<ConnInfo> info = ConnInfo::parse(command.value(QLatin1String("conninfo")).toString());
        if (!info)
            continue;
        for (const QString &secret : {QStringLiteral("password"), QStringLiteral("sslpassword")})
            if (const QString value = command.value(secret).toString(); !value.isEmpty())
                info->set(secret, value);
        posts.push_back({*info, command.value(QLatin1String("sql")).toString(),
                         command.value(QLatin1String("alreadySo")).toString(), std::nullopt});
    }
    return posts;
}

void actUntilDone(Post &post)
{
    const Deadline deadline = Deadline::after(actsFor);
    while (!post.act() && !deadline.expired())
        (void)sleepUnlessStopped(pauseBetweenTries, {});
}

/// Each by itself: a server that does not answer must not keep the others waiting. And once more, because what the
/// console had sent last may have been read after ours.
void actEverywhere(std::vector<Post> &posts)
{
    sideBySide(static_cast<qsizetype>(posts.size()), [&posts](qsizetype one) {
        Post &post = posts[static_cast<size_t>(one)];
        actUntilDone(post);
        (void)sleepUnlessStopped(untilTheConsoleIsHeardOut, {});
        actUntilDone(post);
    });
}
} // namespace

int standGuard()
{
    // Whoever started it waits for this process and not for the guard; a key pressed or a login ended does not reach it.
    if (::fork() != 0)
        ::_exit(0);
    for (const int number : {SIGHUP, SIGINT, SIGTERM, SIGPIPE})
        ::signal(number, SIG_IGN);
    const std::optional<QByteArray> orders = readLine(STDIN_FILENO, Deadline::never());
    if (!orders)
        return 0;
    std::vector<Post> posts = postsOf(*orders);
    for (Post &post : posts)
        if (const Result<void> opened = post.open(); !opened) {
            (void)say(STDOUT_FILENO, opened.error().full().replace(u'\n', u' ').toUtf8() + '\n');
            return 1;
        }
    if (!say(STDOUT_FILENO, ready.data() + QByteArray("\n")) ||
        readLine(STDIN_FILENO, Deadline::never()) != QByteArray(dismissed.data()))
        actEverywhere(posts);
    return 0;
}

} // namespace howdah
