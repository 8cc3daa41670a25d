#include "core/operations/script_writer.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Script)
};
} // namespace

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString shellComment(const QString &text)
{
    return QStringLiteral("# ") + QString(text).replace(QLatin1Char('\n'), QStringLiteral("\n# "));
}

QString ScriptWriter::text(const Action &action)
{
    const QString line = std::visit([this](const auto &what) { return write(what); }, action.what);
    if (!action.unless)
        return line;
    return condition(*action.unless) + QStringLiteral(" || {\n%1\n}").arg(line);
}

QString ScriptWriter::command(const QString &hostId, const Command &wanted) const
{
    const auto host = m_hosts.find(hostId);
    if (host)
        return shellLine(**host, wanted);
    QStringList argv;
    for (const QString &word : wanted.argv)
        argv << shellQuoted(word);
    return argv.join(QLatin1Char(' '));
}

QString ScriptWriter::words(const QString &hostId, const QString &owner, const QStringList &argv) const
{
    return command(hostId, {.argv = argv, .asUser = owner});
}

QString ScriptWriter::psql(const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters) const
{
    QString text = sql;
    QString line = QStringLiteral("psql -X -q -A -t -v ON_ERROR_STOP=1");
    for (qsizetype i = parameters.size(); i > 0; --i) {
        const SqlParameter &value = parameters.at(i - 1);
        const QString name = QStringLiteral("p%1").arg(i);
        text.replace(QStringLiteral("$%1").arg(i), value ? QStringLiteral(":'%1'").arg(name) : QStringLiteral("NULL"));
        if (value)
            line += QStringLiteral(" -v %1").arg(shellQuoted(name + QLatin1Char('=') + *value));
    }
    // PgBouncer takes no options along with a connection.
    if (server.poolerConsole)
        line.prepend(QLatin1String("PGOPTIONS= "));
    line += QStringLiteral(" -d %1 <<'SQL'\n%2;\nSQL").arg(shellQuoted(connInfo(server)), text);
    return line;
}

QString ScriptWriter::fromStandardInput(const QString &hostId, const QString &owner, const QString &redirection,
                                        const QString &path) const
{
    return words(hostId, owner,
                 {QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("umask 077; cat %1 \"$1\"").arg(redirection), QStringLiteral("sh"), path});
}

QString ScriptWriter::write(const RunSql &action) const
{
    const QString line = psql(action.server, action.sql, action.parameters);
    if (action.alreadySo.isEmpty())
        return line;
    const qsizetype document = line.indexOf(QLatin1Char('\n'));
    return QStringLiteral("said=$(%1 2>&1%2\n) || case $said in *%3*) true ;; *) echo \"$said\" >&2; false ;; esac")
        .arg(line.left(document), line.mid(document), shellQuoted(action.alreadySo));
}

QString ScriptWriter::write(const RunCommand &action) const
{
    return command(action.hostId, action.command);
}

QString ScriptWriter::write(const SetRolePassword &action) const
{
    // A script that read the password would show it to others, so psql asks for it and makes the verifier.
    const QString role = QString(action.role).replace(QLatin1Char('"'), QLatin1String("\"\""));
    const QString sentence =
        Tr::tr("Type the password that %1 holds for the role %2:").arg(action.passfile, action.role);
    return QStringLiteral("echo %1\npsql -X -d %2 -c %3")
        .arg(shellQuoted(oneLine(sentence)), shellQuoted(connInfo(action.server)),
             shellQuoted(QStringLiteral("\\password \"%1\"").arg(role)));
}

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
    return QStringLiteral("echo %1").arg(
        shellQuoted(oneLine(sentence.arg(action.node.name, shellQuoted(action.cluster)))));
}

QString ScriptWriter::write(const StandGuard &action) const
{
    // Whatever ends the script but kill -9; commands that have been given already do no harm.
    QStringList lines{QStringLiteral("stand_guard() {")};
    for (const RunSql &command : action.commands)
        lines
            << QStringLiteral("{\n%1\n} || true").arg(write(command)); // a document ends with its word alone on a line
    lines << QStringLiteral("}") << QStringLiteral("trap stand_guard EXIT")
          << QStringLiteral("trap 'exit 1' HUP INT TERM");
    return lines.join(QLatin1Char('\n'));
}

QString ScriptWriter::write(const Together &action)
{
    QStringList lines;
    for (const QList<Action> &lane : action.lanes)
        for (const Action &one : lane)
            lines << shellComment(oneLine(one.text)) << text(one);
    return lines.join(QLatin1Char('\n'));
}

} // namespace howdah
