#include "core/operations/library/pooler_word.h"
#include "core/base/key.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Poolers)
};

constexpr int secondsToWait = 60; // a hand-over that takes longer fails, or its clients are better told so
constexpr Milliseconds tryTimeout{5000};
constexpr Milliseconds wordTimeout{10000};

// $1 the word's file, $2 seconds, $3 commands; then psql. A later word in the same file is another one.
constexpr auto wordScript = R"sh(word=$1 seconds=$2 commands=$3
shift 3
umask 077
echo "$$" >"$word" || exit
stands() { [ "$(cat "$word" 2>/dev/null)" = "$$" ]; }
{
    while [ "$seconds" -gt 0 ] && stands; do
        sleep 1
        seconds=$((seconds - 1))
    done
    while stands; do
        printf '%s\n' "$commands" | "$@" && rm -f -- "$word"
        sleep 1
    done
} </dev/null >/dev/null 2>&1 &)sh";

bool isElsewhere(const QString &hostId)
{
    return hostId.startsWith(QLatin1String("ssh:"));
}

} // namespace

QStringList consoleThere(ProbeContext &context, const PoolerConfiguration &configuration,
                         const QHash<QString, QString> &settings, const QString &user)
{
    const auto host = context.hosts.find(configuration.hostId);
    if (!host || !isElsewhere(configuration.hostId))
        return {};
    const QString port = settings.value(key("listen_port"));
    // On its socket PgBouncer knows a user "pgbouncer" of its own, for whoever it runs as.
    const QList<QPair<QString, QString>> ways{{settings.value(key("unix_socket_dir")), key("pgbouncer")},
                                              {key("127.0.0.1"), user}};
    for (const auto &[address, login] : ways) {
        if (address.isEmpty() || login.isEmpty())
            continue;
        const QStringList psql{key("psql"), key("-X"), key("-q"), key("-w"), key("-h"), address,
                               key("-p"),   port,      key("-U"), login,     key("-d"), key("pgbouncer")};
        const Command ask{.argv = psql + QStringList{key("-c"), key("SHOW VERSION")},
                          .asUser = configuration.owner,
                          .environment = {{key("PGCONNECT_TIMEOUT"), key("3")}}};
        if (runChecked(**host, ask, context.deadline.cappedAt(tryTimeout), context.stop))
            return psql;
    }
    return {};
}

QList<Action> leaveWord(const Pooler &pooler)
{
    if (pooler.consoleThere.isEmpty())
        return {};
    QStringList commands;
    for (QString database : pooler.paused)
        commands << QStringLiteral("RESUME \"%1\";").arg(database.replace(QLatin1Char('"'), QLatin1String("\"\"")));
    const QStringList words{key("sh"),
                            key("-c"),
                            key(wordScript),
                            key("howdah"),
                            pooler.word,
                            QString::number(secondsToWait),
                            commands.join(QLatin1Char('\n'))};
    return {{.text = Tr::tr("Leave word on the host of %1 to let them go on in %2 seconds, whatever becomes of this "
                            "machine")
                         .arg(pooler.console.node)
                         .arg(secondsToWait),
             .what = RunCommand{.hostId = pooler.hostId,
                                .command = {.argv = words + pooler.consoleThere,
                                            .asUser = pooler.owner,
                                            .environment = {{key("PGCONNECT_TIMEOUT"), key("3")}},
                                            .detached = true},
                                .timeout = wordTimeout}}};
}

QList<Action> takeWordBack(const Pooler &pooler)
{
    if (pooler.consoleThere.isEmpty())
        return {};
    return {{.text = Tr::tr("Take back the word left on the host of %1").arg(pooler.console.node),
             .what = RemoveFile{pooler.hostId, pooler.word, pooler.owner}}};
}

QStringList whatIfThisMachineIsLost(const Situation &situation)
{
    QStringList sentences;
    for (const Pooler &pooler : poolersOf(situation)) {
        if (!isElsewhere(pooler.hostId))
            continue; // or it is lost too
        sentences << (pooler.consoleThere.isEmpty()
                          ? Tr::tr("If this machine is lost while the clients of %1 wait, they wait until somebody "
                                   "gives RESUME on its console: on its own host there is no psql that its owner "
                                   "could do it with.")
                                .arg(pooler.console.node)
                          : Tr::tr("If this machine is lost while the clients of %1 wait, its own host lets them go on "
                                   "after %2 seconds.")
                                .arg(pooler.console.node)
                                .arg(secondsToWait));
    }
    return sentences;
}

} // namespace howdah::library
