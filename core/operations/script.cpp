#include "core/operations/script.h"
#include "core/operations/file_programs.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Script)
};

/// Everything below runs with `set -eu`; a wait is a loop over a look.
const char *const preamble = R"(set -eu
# Nobody's function of the same name in another schema may answer.
export PGOPTIONS="${PGOPTIONS:-} -c search_path=pg_catalog"

# wait_until SECONDS TEXT COMMAND: looks again and again until COMMAND succeeds.
wait_until() {
    left=$1 text=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        if [ "$left" -le 0 ]; then
            echo "This was not seen in time: $text" >&2
            exit 1
        fi
        sleep 1
    done
    echo "seen: $text"
}
)";

QString quoted(const QString &word)
{
    return shellQuoted(word);
}

/// A sentence that may become a comment or an echo: one line.
QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString comment(const QString &text)
{
    return QStringLiteral("# ") + QString(text).replace(QLatin1Char('\n'), QStringLiteral("\n# "));
}

/// Inside an awk string.
QString awkText(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
}

/// As a basic regular expression that means itself.
QString sedPattern(QString text)
{
    static const QRegularExpression special(QStringLiteral(R"([\\/.*\[\]^$])"));
    return text.replace(special, QStringLiteral("\\\\\\0"));
}

QString sedReplacement(QString text)
{
    static const QRegularExpression special(QStringLiteral(R"([\\/&])"));
    return text.replace(special, QStringLiteral("\\\\\\0"));
}

class ScriptWriter
{
public:
    explicit ScriptWriter(Hosts &hosts)
        : m_hosts(hosts)
    {
    }

    [[nodiscard]] QString text(const Action &action)
    {
        const QString line = std::visit([this](const auto &what) { return write(what); }, action.what);
        if (!action.unless)
            return line;
        return condition(*action.unless) + QStringLiteral(" || {\n%1\n}").arg(line);
    }
    [[nodiscard]] QString text(const Observation &observation) { return write(WaitFor{observation}); }

private:
    QString psql(const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters) const;
    QString condition(const Observation &observation);
    QString command(const QString &hostId, const Command &wanted) const;
    QString words(const QString &hostId, const QString &owner, const QStringList &argv) const;
    QString fromStandardInput(const QString &hostId, const QString &owner, const QString &redirection,
                              const QString &path) const;

    QString test(const SqlSays &look) const;
    QString test(const RowSays &look) const;
    QString test(const ServerAnswers &look) const;
    QString test(const PathIs &look) const;
    QString test(const CommandSucceeds &look) const;
    QString test(const ShutDown &look) const;

    QString write(const RunSql &action) const;
    QString write(const RunCommand &action) const;
    QString write(const WriteFile &action) const;
    QString write(const AppendFile &action) const;
    QString write(const PointPoolerAt &action) const;
    QString write(const BringFile &action) const;
    QString write(const MakeDirectory &action) const;
    QString write(const MovePath &action) const;
    QString write(const MakeMarkedDirectory &action) const;
    QString write(const RemoveMarkedDirectory &action) const;
    QString write(const RemoveFile &action) const;
    QString write(const CopyFile &action) const;
    QString write(const PatchFile &action) const;
    QString write(const PasswordLine &action) const;
    QString write(const SetRolePassword &action) const;
    QString write(const SaveTransactions &action) const;
    QString write(const RecordNode &action) const;
    QString write(const WaitFor &action);
    QString write(const Together &action);

    Hosts &m_hosts;
    int m_looks = 0;
};

QString ScriptWriter::command(const QString &hostId, const Command &wanted) const
{
    const auto host = m_hosts.find(hostId);
    if (host)
        return shellLine(**host, wanted);
    QStringList argv;
    for (const QString &word : wanted.argv)
        argv << quoted(word);
    return argv.join(QLatin1Char(' '));
}

QString ScriptWriter::words(const QString &hostId, const QString &owner, const QStringList &argv) const
{
    return command(hostId, {.argv = argv, .asUser = owner});
}

/// psql's own variables take the place of bound parameters: they quote as well, and a here-document is where they work.
QString ScriptWriter::psql(const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters) const
{
    QString text = sql;
    QString line = QStringLiteral("psql -X -q -A -t -v ON_ERROR_STOP=1");
    for (qsizetype i = parameters.size(); i > 0; --i) {
        const SqlParameter &value = parameters.at(i - 1);
        const QString name = QStringLiteral("p%1").arg(i);
        text.replace(QStringLiteral("$%1").arg(i), value ? QStringLiteral(":'%1'").arg(name) : QStringLiteral("NULL"));
        if (value)
            line += QStringLiteral(" -v %1").arg(quoted(name + QLatin1Char('=') + *value));
    }
    // PgBouncer takes no options along with a connection.
    if (server.poolerConsole)
        line.prepend(QLatin1String("PGOPTIONS= "));
    line += QStringLiteral(" -d %1 <<'SQL'\n%2;\nSQL").arg(quoted(server.connInfo), text);
    return line;
}

QString ScriptWriter::test(const SqlSays &look) const
{
    return QStringLiteral("[ \"$(%1\n)\" = %2 ]")
        .arg(psql(look.server, look.sql, look.parameters), quoted(look.expected));
}

/// awk finds the columns by their names in the header.
QString ScriptWriter::test(const RowSays &look) const
{
    QStringList conditions;
    for (const auto &[column, text] : look.row)
        conditions << QStringLiteral("$c[\"%1\"] == \"%2\"").arg(column, awkText(text));
    const QString program = QStringLiteral("NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next } %1 { found = 1 } "
                                           "END { exit !found }")
                                .arg(conditions.join(QStringLiteral(" && ")));
    return QStringLiteral("PGOPTIONS= psql -X -q -A -F '\t' -P footer=off -d %1 -c %2 | awk -F '\t' %3")
        .arg(quoted(look.server.connInfo), quoted(look.sql), quoted(program));
}

QString ScriptWriter::test(const ServerAnswers &look) const
{
    const QString asked = psql(look.server, QStringLiteral("SELECT 1"), {});
    return look.answers ? asked : QStringLiteral("! ") + asked;
}

QString ScriptWriter::test(const PathIs &look) const
{
    const QString there = words(look.hostId, look.owner, {QStringLiteral("test"), QStringLiteral("-e"), look.path});
    return look.what == PathIs::What::Present ? there : QStringLiteral("! ") + there;
}

QString ScriptWriter::test(const CommandSucceeds &look) const
{
    const QString line = command(look.hostId, look.command);
    if (look.exitCodes == QList<int>{0})
        return line;
    QStringList codes;
    for (const int code : look.exitCodes)
        codes << QString::number(code);
    return QStringLiteral("code=0; %1 || code=$?; case $code in %2) true ;; *) false ;; esac")
        .arg(line, codes.join(QLatin1Char('|')));
}

QString ScriptWriter::test(const ShutDown &look) const
{
    const QString control = command(look.hostId, look.controlData);
    QString lines = QStringLiteral("control=$(%1)\n"
                                   "checkpoint=$(echo \"$control\" | sed -n 's/^Latest checkpoint location: *//p')\n"
                                   "echo \"$control\" | grep -q '^Database cluster state: *shut down$'")
                        .arg(control);
    for (const ServerRef &standby : look.replayedBy) {
        QString asked = psql(standby, QStringLiteral("SELECT pg_last_wal_replay_lsn() > :'checkpoint'::pg_lsn"), {});
        asked.insert(asked.indexOf(QLatin1Char(' ')), QStringLiteral(" -v checkpoint=\"$checkpoint\""));
        lines += QStringLiteral(" && [ \"$(%1\n)\" = t ]").arg(asked);
    }
    return lines;
}

/// A look as a function of its own, because a wait calls it many times.
QString ScriptWriter::condition(const Observation &observation)
{
    const QString name = QStringLiteral("look_%1").arg(++m_looks);
    const QString body = std::visit([this](const auto &look) { return test(look); }, observation.look);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(observation.timeout).count();
    const QString call =
        seconds == 0
            ? QStringLiteral("%1 >/dev/null 2>&1").arg(name)
            : QStringLiteral("(wait_until %1 %2 %3)").arg(seconds).arg(quoted(oneLine(observation.text)), name);
    return QStringLiteral("%1() {\n%2\n}\n%3").arg(name, body, call);
}

QString ScriptWriter::write(const RunSql &action) const
{
    const QString line = psql(action.server, action.sql, action.parameters);
    if (action.alreadySo.isEmpty())
        return line;
    const qsizetype document = line.indexOf(QLatin1Char('\n'));
    return QStringLiteral("said=$(%1 2>&1%2\n) || case $said in *%3*) true ;; *) echo \"$said\" >&2; false ;; esac")
        .arg(line.left(document), line.mid(document), quoted(action.alreadySo));
}

QString ScriptWriter::write(const RunCommand &action) const
{
    return command(action.hostId, action.command);
}

QString ScriptWriter::fromStandardInput(const QString &hostId, const QString &owner, const QString &redirection,
                                        const QString &path) const
{
    return words(hostId, owner,
                 {QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("umask 077; cat %1 \"$1\"").arg(redirection), QStringLiteral("sh"), path});
}

QString ScriptWriter::write(const WriteFile &action) const
{
    const QString mode = QString::number(action.mode, 8);
    return QStringLiteral("printf %s %1 | %2\n%3")
        .arg(quoted(QString::fromUtf8(action.content)),
             fromStandardInput(action.hostId, action.owner, QStringLiteral(">"), action.path),
             words(action.hostId, action.owner, {QStringLiteral("chmod"), mode, action.path}));
}

QString ScriptWriter::write(const AppendFile &action) const
{
    return QStringLiteral("printf %s %1 | %2")
        .arg(quoted(QString::fromUtf8(action.content)),
             fromStandardInput(action.hostId, action.owner, QStringLiteral(">>"), action.path));
}

QString ScriptWriter::write(const PointPoolerAt &action) const
{
    QString program;
    for (const QString &database : action.databases) {
        const QString name = sedPattern(database);
        const auto set = [&](const QString &keyword, const QString &value) {
            program += QStringLiteral("/^ *\"\\{0,1\\}%1\"\\{0,1\\} *=/{/[= ]%2 *=/!s/$/ %2=/;"
                                      "s/\\([= ]%2 *=\\) *[^ ]*/\\1%3/;}\n")
                           .arg(name, keyword, sedReplacement(value.isEmpty() ? QStringLiteral("''") : value));
        };
        set(QStringLiteral("host"), action.host);
        set(QStringLiteral("port"), action.port);
    }
    return words(action.hostId, action.owner,
                 {QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("new=$(sed '/^\\[databases\\]/,/^\\[[^d]/{'\"$1\"'}' \"$2\") && "
                                 "printf '%s\\n' \"$new\" > \"$2\""),
                  QStringLiteral("sh"), program, action.path});
}

QString ScriptWriter::write(const BringFile &action) const
{
    return QStringLiteral("%1 | %2\n%3")
        .arg(words(action.fromHostId, action.fromOwner, {QStringLiteral("cat"), QStringLiteral("--"), action.from}),
             fromStandardInput(action.hostId, action.owner, QStringLiteral(">"), action.path),
             words(action.hostId, action.owner,
                   {QStringLiteral("chmod"), QString::number(action.mode, 8), action.path}));
}

QString ScriptWriter::write(const MakeDirectory &action) const
{
    return words(action.hostId, action.owner,
                 {QStringLiteral("mkdir"), QStringLiteral("-p"), QStringLiteral("-m"), QString::number(action.mode, 8),
                  action.path});
}

QString ScriptWriter::write(const MovePath &action) const
{
    const auto line = [&](const QStringList &argv) { return words(action.hostId, action.owner, argv); };
    // rmdir takes away an empty directory only; mv -T does not move into one that is there all the same.
    return QStringLiteral("if %1; then\n%2\nfi\n%3")
        .arg(line({QStringLiteral("test"), QStringLiteral("-d"), action.to}),
             line({QStringLiteral("rmdir"), action.to}),
             line({QStringLiteral("mv"), QStringLiteral("-T"), QStringLiteral("-n"), action.from, action.to}));
}

QString ScriptWriter::write(const MakeMarkedDirectory &action) const
{
    const QString marker = action.path + QLatin1Char('/') + QLatin1String(markerFileName);
    return QStringLiteral("%1\n%2").arg(
        words(action.hostId, action.owner,
              {QStringLiteral("mkdir"), QStringLiteral("-m"), QStringLiteral("700"), action.path}),
        write(WriteFile{action.hostId, marker, action.owner, action.marker.toUtf8()}));
}

QString ScriptWriter::write(const RemoveMarkedDirectory &action) const
{
    const QString marker = action.path + QLatin1Char('/') + QLatin1String(markerFileName);
    return QStringLiteral("if %1; then\n%2\nfi")
        .arg(words(action.hostId, action.owner,
                   {QStringLiteral("grep"), QStringLiteral("-qsxF"), action.marker, marker}),
             words(action.hostId, action.owner,
                   {QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("--"), action.path}));
}

QString ScriptWriter::write(const RemoveFile &action) const
{
    return words(action.hostId, action.owner,
                 {QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("--"), action.path});
}

QString ScriptWriter::write(const CopyFile &action) const
{
    return words(action.hostId, action.owner, copyProgram(action));
}

QString ScriptWriter::write(const PatchFile &action) const
{
    return words(action.hostId, action.owner, patchProgram(action));
}

QString ScriptWriter::write(const PasswordLine &action) const
{
    return words(action.hostId, action.owner, passwordLineProgram(action));
}

QString ScriptWriter::write(const SetRolePassword &action) const
{
    // A script that read the password would show it to others, so psql asks for it and makes the verifier.
    const QString role = QString(action.role).replace(QLatin1Char('"'), QLatin1String("\"\""));
    const QString sentence =
        Tr::tr("Type the password that %1 holds for the role %2:").arg(action.passfile, action.role);
    return QStringLiteral("echo %1\npsql -X -d %2 -c %3")
        .arg(quoted(oneLine(sentence)), quoted(action.server.connInfo),
             quoted(QStringLiteral("\\password \"%1\"").arg(role)));
}

/// Without Howdah the list is what pg_waldump prints; it fails at the end of WAL, which is where it should end.
QString ScriptWriter::write(const SaveTransactions &action) const
{
    QStringList lines;
    for (const Command &waldump : action.waldumps)
        lines << QStringLiteral("{ %1 || true; } | %2")
                     .arg(command(action.hostId, waldump),
                          fromStandardInput(action.hostId, action.owner, QStringLiteral(">>"),
                                            action.directory + QStringLiteral("/transactions.txt")));
    lines << words(action.hostId, action.owner,
                   {QStringLiteral("cp"), QStringLiteral("-a"), action.walDirectory + QStringLiteral("/."),
                    action.directory + QStringLiteral("/wal")});
    return lines.join(QLatin1Char('\n'));
}

QString ScriptWriter::write(const RecordNode &action) const
{
    const QString sentence = action.present ? Tr::tr("To watch %1 in Howdah: howdahctl cluster discover %2")
                                            : Tr::tr("%1 is no longer there; remove it from the cluster %2 in Howdah.");
    return QStringLiteral("echo %1").arg(quoted(oneLine(sentence.arg(action.node.name, quoted(action.cluster)))));
}

QString ScriptWriter::write(const WaitFor &action)
{
    // A wait of no length still is one look that must succeed.
    Observation observation = action.observation;
    observation.timeout = std::max(observation.timeout, Milliseconds{1000});
    QString lines = condition(observation);
    // Not in a subshell: here a failure must end the script.
    const qsizetype call = lines.lastIndexOf(QLatin1Char('\n')) + 1;
    return lines.left(call) + lines.mid(call + 1).chopped(1);
}

/// One after the other: a person follows a script more easily, and nothing waits for a lane here.
QString ScriptWriter::write(const Together &action)
{
    QStringList lines;
    for (const QList<Action> &lane : action.lanes)
        for (const Action &one : lane)
            lines << comment(oneLine(one.text)) << text(one);
    return lines.join(QLatin1Char('\n'));
}

QString functionName(const QString &stepId)
{
    return QStringLiteral("step_") +
           QString(stepId).replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9]")), QStringLiteral("_"));
}

QString stepText(const PlannedStep &step, ScriptWriter &writer)
{
    QStringList lines{comment(oneLine(step.title)), QStringLiteral("%1() {").arg(functionName(step.id)),
                      QStringLiteral("echo %1").arg(quoted(oneLine(step.title) + QStringLiteral(" …")))};
    for (const Action &action : step.actions)
        lines << comment(oneLine(action.text)) << writer.text(action);
    for (const Observation &observation : step.verify)
        lines << writer.text(observation);
    lines << QStringLiteral("}");
    if (!step.undo.isEmpty()) {
        lines << comment(step.pointOfNoReturn ? Tr::tr("There is no way back from here.")
                                              : Tr::tr("To undo this step:"));
        for (const Action &action : step.undo)
            lines << comment(oneLine(action.text)) << comment(writer.text(action));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace

QString toScript(const Plan &plan, Hosts &hosts)
{
    ScriptWriter writer(hosts);
    QStringList parts{QStringLiteral("#!/bin/sh"),
                      comment(Tr::tr("%1 of the cluster %2, planned by Howdah (%3).")
                                  .arg(plan.operation, oneLine(plan.cluster), plan.id)),
                      QString::fromLatin1(preamble)};
    QStringList calls;
    for (const PlannedStep &step : plan.steps) {
        parts << stepText(step, writer);
        calls << functionName(step.id);
    }
    parts << calls.join(QLatin1Char('\n')) << QStringLiteral("echo %1\n").arg(quoted(Tr::tr("Done.")));
    return parts.join(QLatin1Char('\n'));
}

QString commandText(const Action &action, Hosts &hosts)
{
    return ScriptWriter(hosts).text(action);
}

} // namespace howdah
