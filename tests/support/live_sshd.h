#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace howdah::test {

/// Where an sshd listens, and the words in front of its command that make it run there ("ip netns exec …").
struct SshdPlace
{
    QString address = QStringLiteral("127.0.0.1");
    QStringList within;
};

/// A real sshd of a test's own on loopback: own port, host key, client key and configurations in a directory under
/// /tmp, run in the foreground as a child and gone with it. As root, anybody with a shell can log in with that key.
/// While it lives, HOWDAH_SSH_CONFIG names its client configuration, so that Hosts finds "ssh:good". Any failure fails
/// the test. Names in that configuration: "good"; "postgres" (the same as that user); "unknown" (host key not on
/// record), "changed" (another on record), "refused" (with a key that the server does not accept), "nowhere" (nothing
/// listens), "nameless" (no such machine); "behind" (reached by way of "good") and "behind-unknown" (of "unknown");
/// "agent" (with whatever key the environment's agent has); "sudoer" (an ordinary user whom sudo lets be postgres or nobody; it exists
/// in the eyes of an sshd that was made with it alone, so that nothing is left of it: see sudoSkipReason()).
class LiveSshd
{
public:
    enum class Users { OfThisMachine, AndSudoer };
    /// Null where there is no sshd: skipReason(). One with a sudoer sees no file system that is mounted later.
    [[nodiscard]] static std::unique_ptr<LiveSshd> make(Users users = Users::OfThisMachine,
                                                        const SshdPlace &place = {});
    [[nodiscard]] static QString skipReason();     ///< empty where one can run
    [[nodiscard]] static QString sudoSkipReason(); ///< empty where "sudoer" can be
    ~LiveSshd();

    [[nodiscard]] QString configFile() const { return in(QStringLiteral("config")); }
    [[nodiscard]] QString hostKeyFingerprint() const; ///< "SHA256:…"
    [[nodiscard]] QString clientKey() const { return in(QStringLiteral("client")); } ///< the key that it accepts
    [[nodiscard]] int port() const { return m_port; }
    /// How many connections (not sessions within them) there were so far.
    [[nodiscard]] int connections() const;

    void cutConnections(); ///< kills what serves them; new ones are accepted
    void stop();           ///< kills all of it
    void start();          ///< on the same port
    // While it is stopped:
    void takeOtherHostKey(); ///< it shows another one from its start on
    void acceptNobody();     ///< no key lets anybody in

    void pause(); ///< it accepts connections and says nothing
    void resume();

private:
    explicit LiveSshd(SshdPlace place)
        : m_place(std::move(place))
    {
    }
    [[nodiscard]] QString in(const QString &name) const { return m_directory.filePath(name); }
    void makeKey(const QString &name);
    void write(const QString &name, const QByteArray &content);
    [[nodiscard]] QByteArray read(const QString &name) const;
    void writeServerConfig();
    void writeSudoer();
    void writeClientConfig();

    const SshdPlace m_place;
    bool m_withSudoer = false;
    QTemporaryDir m_directory{QStringLiteral("/tmp/howdah-sshd-XXXXXX")};
    QProcess m_server;
    int m_port = 0;
};

} // namespace howdah::test
