#include "core/hosts/ssh_errors.h"

#include "core/hosts/host.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshErrors)
};

QString trimmed(const QByteArray &words)
{
    return QString::fromUtf8(words).remove(QLatin1Char('\r')).trimmed();
}

/// ssh draws a frame of its own around what it wants to be seen.
QString unframed(QString words)
{
    static const QRegularExpression edge(QStringLiteral("^@+\\s*\\n"), QRegularExpression::MultilineOption);
    static const QRegularExpression sides(QStringLiteral("^@\\s+(.*?)\\s+@$"), QRegularExpression::MultilineOption);
    return words.remove(edge).replace(sides, QStringLiteral("\\1"));
}

Error changedHostKeyError(const QString &destination, const QString &words)
{
    static const QRegularExpression shown(
        QStringLiteral("fingerprint for the (\\S+) key sent by the remote host is\\s+(\\S+?)\\.?\\s"));
    static const QRegularExpression record(QStringLiteral("Offending \\S+ key in (.+):(\\d+)"));
    const QRegularExpressionMatch key = shown.match(words + QLatin1Char('\n'));
    const QRegularExpressionMatch line = record.match(words);
    const QString hint =
        line.hasMatch()
            ? Tr::tr(
                  "If the machine was set up anew, compare the fingerprint with the one it shows itself, then remove "
                  "line %1 of %2 and log in once by hand (ssh %3). If it was not, do not connect: somebody may sit "
                  "in between.")
                  .arg(line.captured(2), line.captured(1), destination)
            : Tr::tr("If the machine was set up anew, compare the fingerprint with the one it shows itself and put the "
                     "new key on record. If it was not, do not connect: somebody may sit in between.");
    return Error{ErrorCode::Authentication,
                 Tr::tr("\"%1\" shows another host key than the one on record (now %2 %3). Nothing was sent to it.")
                     .arg(destination, key.captured(1), key.captured(2)),
                 unframed(words),
                 hint,
                 {}};
}

/// One row for each reason that ssh gives: words of its, what kind of failure it is, what it means, what to do.
struct Reason
{
    QLatin1String words;
    ErrorCode code;
    const char *message;
    const char *hint;
};

constexpr auto tryByHand = QT_TRANSLATE_NOOP("howdah::SshErrors", "Try it by hand: ssh %1");

constexpr std::array reasons{
    Reason{QLatin1String("REVOKED HOST KEY"), ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" shows a host key that was revoked. Nothing was sent to it."),
           QT_TRANSLATE_NOOP("howdah::SshErrors", "Ask whoever runs that machine why its key was revoked.")},
    Reason{
        QLatin1String("Host key verification failed"), ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("howdah::SshErrors", "The host key of \"%1\" could not be verified. Nothing was sent to it."),
        tryByHand},
    Reason{QLatin1String("Permission denied"), ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" does not let us in: it accepts none of our keys."),
           QT_TRANSLATE_NOOP("howdah::SshErrors",
                             "Howdah asks for no password. Load a key into the agent (ssh-add), or name one in "
                             "~/.ssh/config, until \"ssh %1 true\" works without a question.")},
    Reason{QLatin1String("Too many authentication failures"), ErrorCode::Authentication,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" does not let us in: too many keys were tried."),
           QT_TRANSLATE_NOOP("howdah::SshErrors",
                             "Name the right key in ~/.ssh/config (IdentityFile, and IdentitiesOnly yes).")},
    Reason{QLatin1String("Could not resolve hostname"), ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "There is no machine of the name \"%1\"."),
           QT_TRANSLATE_NOOP("howdah::SshErrors", "Correct the name, or add it to ~/.ssh/config.")},
    Reason{QLatin1String("Connection refused"), ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" refuses connections: no SSH server listens there."),
           tryByHand},
    Reason{QLatin1String("timed out"), ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" does not answer."), tryByHand},
    Reason{QLatin1String("not responding"), ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" does not answer any more."), tryByHand},
    Reason{QLatin1String("configuration option"), ErrorCode::Invalid,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "ssh does not understand its configuration for \"%1\"."), tryByHand},
    Reason{QLatin1String("Bad owner or permissions"), ErrorCode::Invalid,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "ssh refuses its configuration for \"%1\"."), tryByHand},
    Reason{QLatin1String("Can't open user config file"), ErrorCode::Invalid,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "The configuration of ssh for \"%1\" is not there."), tryByHand},
    Reason{QLatin1String(), ErrorCode::Unreachable,
           QT_TRANSLATE_NOOP("howdah::SshErrors", "\"%1\" cannot be reached, or the connection to it was lost."),
           tryByHand},
};

} // namespace

bool saysUnknownHostKey(const QByteArray &words)
{
    return words.contains("host key is known for") && !words.contains("IDENTIFICATION HAS CHANGED");
}

Error unknownHostKeyError(const QString &destination, const QString &key, const QByteArray &words)
{
    const QString message =
        key.isEmpty() ? Tr::tr("The host key of \"%1\" is not on record. Nothing was sent to it.").arg(destination)
                      : Tr::tr("The host key of \"%1\" is not on record: it shows %2. Nothing was sent to it.")
                            .arg(destination, key);
    return Error{ErrorCode::Authentication,
                 message,
                 trimmed(words),
                 Tr::tr("Compare the fingerprint with the one that the machine shows itself (ssh-keygen -lf "
                        "/etc/ssh/ssh_host_ed25519_key.pub); if they agree, log in once by hand and accept it: ssh %1")
                     .arg(destination),
                 {}};
}

Error sshError(const QString &destination, const QByteArray &output)
{
    const QString words = trimmed(output);
    if (words.contains(QLatin1String("IDENTIFICATION HAS CHANGED")))
        return changedHostKeyError(destination, words);
    if (saysUnknownHostKey(output))
        return unknownHostKeyError(destination, {}, output);
    for (const Reason &reason : reasons)
        if (words.contains(reason.words))
            return Error{reason.code,
                         Tr::tr(reason.message).arg(destination),
                         words,
                         Tr::tr(reason.hint).replace(QLatin1String("%1"), destination),
                         {}};
    Q_UNREACHABLE();
}

} // namespace howdah
