#include "app/cli/console.h"

#include <QJsonDocument>

#include <array>
#include <cstdio>
#include <cstring>

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace howdah::cli {

namespace {

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

std::optional<QByteArray> readLine()
{
    std::array<char, 4096> buffer{};
    // read() rather than fgets(): a Ctrl-C ends it, and nothing typed is kept in a buffer that outlives the question.
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count <= 0)
        return std::nullopt;
    QByteArray line(buffer.data(), count);
    explicit_bzero(buffer.data(), buffer.size());
    if (line.endsWith('\n'))
        line.chop(1);
    return line;
}

} // namespace

void Console::say(const QString &text) const
{
    write(m_json ? stderr : stdout, text + QLatin1Char('\n'));
}

void Console::note(const QString &text) const
{
    write(stderr, text + QLatin1Char('\n'));
}

void Console::error(const Error &error) const
{
    note(error.full());
    if (m_json)
        document({{QStringLiteral("error"), toJson(error)}});
}

void Console::document(const QJsonObject &document) const
{
    if (m_json)
        write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
}

void Console::line(const QJsonObject &document) const
{
    write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
}

void Console::verbatim(const QString &text) const
{
    write(stdout, text);
}

bool Console::canAsk()
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool Console::errorsOnTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

bool Console::outputOnTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

bool Console::outputGone()
{
    return std::ferror(stdout) != 0;
}

int Console::columns()
{
    constexpr int usual = 80;
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

std::optional<QString> Console::ask(const QString &question) const
{
    write(stderr, question + QLatin1Char(' '));
    const std::optional<QByteArray> line = readLine();
    if (!line)
        return std::nullopt;
    return QString::fromUtf8(*line).trimmed();
}

std::optional<Secret> Console::askSecret(const QString &question) const
{
    termios before{};
    if (::tcgetattr(STDIN_FILENO, &before) != 0)
        return std::nullopt;
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    // Silent first: what is typed at the sight of the question must be neither shown nor lost.
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    write(stderr, question + QLatin1Char(' '));
    std::optional<QByteArray> line = readLine();
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    write(stderr, QStringLiteral("\n"));
    if (!line)
        return std::nullopt;
    Secret secret(QString::fromUtf8(*line));
    line->fill('\0');
    return secret;
}

QJsonObject toJson(const Error &error)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{QStringLiteral("code"), errorCodeName(error.code)},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("detail"), orNull(error.detail)},
            {QStringLiteral("hint"), orNull(error.hint)},
            {QStringLiteral("sqlState"), orNull(error.sqlState)}};
}

} // namespace howdah::cli
