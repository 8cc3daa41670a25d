#include "core/hosts/ssh_script.h"

#include "core/hosts/file_errors.h"
#include "core/hosts/host.h"

#include <QCoreApplication>
#include <QUuid>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshCommands)
};

// env's codes for a directory it cannot enter, a program it cannot run, a program it does not find.
constexpr int firstCodeOfEnv = 125;
constexpr int lastCodeOfEnv = 127;

/// $1 mark, $2 "leash", "free" or "detached", $3 bytes of input, $4 "system" for another user's own surroundings,
/// $5 directory, then NAME=value … and the command.
constexpr auto runScript = R"sh(mark=$1 mode=$2 bytes=$3 directory=$5
if [ "$4" = system ]; then
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
else
    PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
fi
shift 5
set -- env -i --chdir="$directory" PATH="$PATH" HOME="$HOME" LANG=C.UTF-8 "$@"
umask 022
exec 3<&0 </dev/null
say() { echo "$mark $1"; echo "$mark $1" >&2; }
feed() {
    head -c "$bytes" <&3 2>/dev/null || exit 0
    read -r seal <&3
    [ "$seal" = "$mark" ] || kill -KILL 0
}
launch() {
    if [ "$bytes" -gt 0 ]; then feed | "$@" 3<&- 5<&- 6<&- 7>&- 8>&-
    else "$@" 3<&- 5<&- 6<&- 7>&- 8>&-
    fi
}
say "start $$"
leash=
case $mode in
leash)
    ( read -r _ <&3; trap '' TERM; kill -TERM 0; sleep 1; kill -KILL 0 ) >/dev/null 2>&1 &
    leash=$!
    launch "$@"
    code=$? ;;
free)
    launch "$@"
    code=$? ;;
detached)
    out=$(mktemp) && err=$(mktemp) && exec 5<"$out" 6<"$err" 7>"$out" 8>"$err" && rm -f -- "$out" "$err" || exit
    launch "$@" >&7 2>&8
    code=$?
    cat <&5
    cat <&6 >&2 ;;
esac
say "end $code"
[ -z "$leash" ] || { kill -KILL "$leash"; wait "$leash"; } 2>/dev/null)sh";

/// $1 mark of the run, $2 mark of this one, $3 the run's process group (0: not known yet, so that whatever carries its
/// mark is looked for). A zombie has ended, though nobody may be there to bury it.
constexpr auto endScript = R"sh(mark=$1 own=$2 groups=$3
look() {
    groups=
    for file in $(grep -laF -e "$mark" /proc/[0-9]*/cmdline 2>/dev/null); do
        grep -qaF -e "$own" "$file" 2>/dev/null && continue
        { read -r line <"${file%cmdline}stat"; } 2>/dev/null || continue
        set -- ${line##*) }
        kill -0 -"$3" 2>/dev/null && groups="$groups $3"
    done
    [ -n "$groups" ]
}
alive() {
    for file in /proc/[0-9]*/stat; do
        { read -r line <"$file"; } 2>/dev/null || continue
        set -- ${line##*) }
        case " $groups " in *" $3 "*) [ "$1" = Z ] || return 0 ;; esac
    done
    return 1
}
gone() {
    tries=$1
    while alive; do
        [ "$tries" -gt 0 ] || return 1
        tries=$((tries - 1))
        sleep 0.1
    done
}
end() { for group in $groups; do kill "$1" -"$group" 2>/dev/null; done; }
if [ "$groups" = 0 ]; then
    tries=10
    until look; do
        [ "$tries" -gt 0 ] || exit 0
        tries=$((tries - 1))
        sleep 0.1
    done
elif [ -e /proc/"$groups" ]; then
    # The number could be another process's by now.
    words=$(tr '\0' ' ' </proc/"$groups"/cmdline) 2>/dev/null
    case $words in '' | *"$mark"*) ;; *) exit 0 ;; esac
fi
end -TERM
gone 10 && exit 0
end -KILL
gone 30)sh";

QString modeOf(const SshRun &run)
{
    if (run.command.detached)
        return QStringLiteral("detached");
    return run.onLeash ? QStringLiteral("leash") : QStringLiteral("free");
}

} // namespace

QString sshLine(const SshRun &run)
{
    const Command &command = run.command;
    const bool other = !run.becoming.isEmpty();
    QStringList words = run.becoming;
    words << QStringLiteral("setsid") << QStringLiteral("--wait") << QStringLiteral("sh") << QStringLiteral("-c")
          << QString::fromLatin1(runScript) << QStringLiteral("howdah") << QString::fromLatin1(run.mark) << modeOf(run)
          << QString::number(command.input.size()) << (other ? QStringLiteral("system") : QStringLiteral("login"))
          << (command.workingDirectory.isEmpty() ? QStringLiteral("/") : command.workingDirectory);
    for (const auto &[name, value] : command.environment)
        words << name + QLatin1Char('=') + value;
    words += command.argv;
    for (QString &word : words)
        word = shellQuoted(word);
    return QStringLiteral("cd / && exec ") + words.join(QLatin1Char(' '));
}

QByteArray newRunMark()
{
    return "howdah-" + QUuid::createUuid().toRfc4122().toHex();
}

std::optional<Error> refusedByEnv(const Command &command, const CommandOutcome &outcome)
{
    if (outcome.exitCode < firstCodeOfEnv || outcome.exitCode > lastCodeOfEnv ||
        !outcome.errorOutput.startsWith("env: "))
        return std::nullopt;
    if (outcome.exitCode == firstCodeOfEnv)
        return toolError(Tr::tr("The command \"%1\" cannot be run in the directory %2")
                             .arg(command.argv.first(), command.workingDirectory),
                         outcome.errorOutput);
    Error error = toolError(Tr::tr("The command \"%1\" cannot be run").arg(command.argv.first()), outcome.errorOutput);
    if (error.code == ErrorCode::NotFound)
        error.hint = Tr::tr("Install the package that has it, or give the directory where it is.");
    return error;
}

QByteArray sshInput(const SshRun &run)
{
    return run.command.input.isEmpty() ? QByteArray() : run.command.input + run.mark + '\n';
}

Command endOfRun(const QByteArray &mark, const QByteArray &ownMark, int processGroup, const QString &asUser)
{
    return Command{.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(endScript),
                            QStringLiteral("howdah"), QString::fromLatin1(mark), QString::fromLatin1(ownMark),
                            QString::number(processGroup)},
                   .asUser = asUser};
}

} // namespace howdah
