#include "core/operations/library/managers.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace howdah::library {

namespace {

struct ManagerProgram
{
    Manager manager = Manager::Patroni;
    QStringList usualFiles; ///< where it looks when its command line names none
};

const QHash<QString, ManagerProgram> &managerPrograms()
{
    static const QHash<QString, ManagerProgram> programs{
        {QStringLiteral("repmgrd"), {Manager::Repmgr, {QStringLiteral("/etc/repmgr.conf")}}},
        {QStringLiteral("patroni"), {Manager::Patroni, {QStringLiteral("/etc/patroni/config.yml")}}},
        {QStringLiteral("pg_autoctl"), {Manager::PgAutoFailover, {}}},
        {QStringLiteral("stolon-keeper"), {Manager::Stolon, {}}},
        {QStringLiteral("stolon-sentinel"), {Manager::Stolon, {}}},
        {QStringLiteral("pacemakerd"), {Manager::Pacemaker, {QStringLiteral("/var/lib/pacemaker/cib/cib.xml")}}}};
    return programs;
}

/// "--config-file=/etc/…" too.
QStringList filesNamedIn(const QStringList &words, const QString &program)
{
    QStringList files;
    for (const QString &word : words)
        if (const qsizetype slash = word.indexOf(QLatin1Char('/')); slash >= 0 && QFileInfo(word).fileName() != program)
            files << word.mid(slash);
    return files;
}

/// The value of a key at the left margin of a YAML file.
QString topLevelValue(const QString &yaml, const QString &key)
{
    const QRegularExpression line(QStringLiteral("^%1:[ \\t]*(['\"]?)([^\\s'\"#]+)\\1").arg(key),
                                  QRegularExpression::MultilineOption);
    return line.match(yaml).captured(2);
}

} // namespace

QString managerTitle(Manager manager)
{
    switch (manager) {
    case Manager::Patroni:
        return QStringLiteral("Patroni");
    case Manager::Repmgr:
        return QStringLiteral("repmgrd");
    case Manager::PgAutoFailover:
        return QStringLiteral("pg_auto_failover");
    case Manager::Stolon:
        return QStringLiteral("Stolon");
    case Manager::Pacemaker:
        return QStringLiteral("Pacemaker");
    case Manager::CloudNativePg:
        return QStringLiteral("CloudNativePG");
    }
    return {};
}

QList<ManagerProcess> managerProcesses(const QString &processList)
{
    QList<ManagerProcess> processes;
    for (const QString &line : processList.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(QLatin1Char(' '));
        QString program = QFileInfo(words.value(2)).fileName();
        if (program.startsWith(QLatin1String("python"))) // "python3 /usr/bin/patroni config.yml"
            program = QFileInfo(words.value(3)).fileName();
        const auto known = managerPrograms().constFind(program);
        if (known == managerPrograms().constEnd())
            continue;
        const QStringList named = filesNamedIn(words.mid(3), program);
        processes << ManagerProcess{.pid = words.value(0).toInt(),
                                    .user = words.value(1),
                                    .manager = known->manager,
                                    .name = program,
                                    .arguments = words.mid(2).join(QLatin1Char(' ')),
                                    .files = named.isEmpty() ? known->usualFiles : named};
    }
    return processes;
}

std::optional<Manager> managerOfSession(const QString &applicationName)
{
    static const QList<QPair<QString, Manager>> beginnings{{QStringLiteral("patroni"), Manager::Patroni},
                                                           {QStringLiteral("repmgr"), Manager::Repmgr},
                                                           {QStringLiteral("pgautofailover"), Manager::PgAutoFailover},
                                                           {QStringLiteral("pg_auto"), Manager::PgAutoFailover},
                                                           {QStringLiteral("stolon"), Manager::Stolon},
                                                           {QStringLiteral("cnpg"), Manager::CloudNativePg},
                                                           {QStringLiteral("cloudnativepg"), Manager::CloudNativePg},
                                                           {QStringLiteral("pacemaker"), Manager::Pacemaker}};
    for (const auto &[beginning, manager] : beginnings)
        if (applicationName.startsWith(beginning, Qt::CaseInsensitive))
            return manager;
    return std::nullopt;
}

bool namesDirectory(const QString &text, const QString &directory)
{
    const QRegularExpression whole(QRegularExpression::escape(directory) + QStringLiteral("/?(?![\\w./-])"));
    return whole.match(text).hasMatch();
}

QString patroniMember(const QByteArray &answer, const QString &systemIdentifier)
{
    const QJsonObject said = QJsonDocument::fromJson(answer).object();
    const QJsonObject patroni = said.value(QLatin1String("patroni")).toObject();
    const QString system = said.value(QLatin1String("database_system_identifier")).toString();
    if (patroni.isEmpty() || (!system.isEmpty() && system != systemIdentifier))
        return {};
    return patroni.value(QLatin1String("scope")).toString();
}

ManagedNode patroniNode(const QString &node, const QString &file, const QString &content)
{
    return {.manager = Manager::Patroni,
            .node = node,
            .configuration = file,
            .scope = topLevelValue(content, QStringLiteral("scope")),
            .member = topLevelValue(content, QStringLiteral("name"))};
}

} // namespace howdah::library
