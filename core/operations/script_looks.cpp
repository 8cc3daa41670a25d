#include "core/operations/script_writer.h"

// Observations, as a shell looks at them.

namespace howdah {

namespace {
/// Inside an awk string.
QString awkText(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
}

} // namespace

QString ScriptWriter::test(const SqlSays &look) const
{
    return QStringLiteral("[ \"$(%1\n)\" = %2 ]")
        .arg(psql(look.server, look.sql, look.parameters), shellQuoted(look.expected));
}

QString ScriptWriter::test(const RowSays &look) const
{
    QStringList conditions;
    for (const auto &[column, text] : look.row)
        conditions << QStringLiteral("$c[\"%1\"] == \"%2\"").arg(column, awkText(text));
    const QString program = QStringLiteral("NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next } %1 { found = 1 } "
                                           "END { exit !found }")
                                .arg(conditions.join(QStringLiteral(" && ")));
    return QStringLiteral("PGOPTIONS= psql -X -q -A -F '\t' -P footer=off -d %1 -c %2 | awk -F '\t' %3")
        .arg(shellQuoted(connInfo(look.server)), shellQuoted(look.sql), shellQuoted(program));
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

QString ScriptWriter::test(const ReceivedMost &look) const
{
    const QString upTo = QStringLiteral("GREATEST(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())");
    QStringList conditions{QStringLiteral("true")};
    for (const ServerRef &other : look.others) {
        // What a primary that was killed had still sent is read to its end in that time.
        const QString end =
            psql(other, QStringLiteral("SELECT pg_sleep(0.3) FROM pg_stat_wal_receiver WHERE pid IS NOT NULL"), {});
        QString asked = psql(look.server, QStringLiteral("SELECT :'theirs'::pg_lsn <= ") + upTo, {});
        asked.insert(asked.indexOf(QLatin1Char(' ')), QStringLiteral(" -v theirs=\"$theirs\""));
        conditions << QStringLiteral("{ %1\n} && theirs=$(%2\n) && [ \"$(%3\n)\" = t ]")
                          .arg(end, psql(other, QStringLiteral("SELECT ") + upTo, {}), asked);
    }
    return conditions.join(QStringLiteral(" && "));
}

QString ScriptWriter::condition(const Observation &observation)
{
    const QString name = QStringLiteral("look_%1").arg(++m_looks);
    const QString body = std::visit([this](const auto &look) { return test(look); }, observation.look);
    const QString function = QStringLiteral("%1() {\n%2\n}\n");
    QString functions = function.arg(name, body);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(observation.timeout).count();
    if (seconds == 0)
        return functions + QStringLiteral("%1 >/dev/null 2>&1").arg(name);
    QString names = name;
    if (observation.life) {
        functions += function.arg(name + QStringLiteral("_ended"), test(observation.life->hasEnded)) +
                     function.arg(name + QStringLiteral("_words"),
                                  command(observation.life->hasEnded.hostId, observation.life->lastWords));
        names = QStringLiteral("%1 %1_ended %1_words").arg(name);
    }
    return functions +
           QStringLiteral("(wait_until %1 %2 %3)").arg(seconds).arg(shellQuoted(oneLine(observation.text)), names);
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

} // namespace howdah
