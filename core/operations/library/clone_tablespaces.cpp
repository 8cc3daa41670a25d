#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneTablespaces)
};

const QChar separator = QLatin1Char(';');
const QChar equals = QLatin1Char('=');
const QChar escape = QLatin1Char('\\');

QString escaped(const QString &path)
{
    QString text;
    for (const QChar c : path)
        text += c == separator || c == equals || c == escape ? QString(escape) + c : QString(c);
    return text;
}

/// "old=new;old=new" in pairs; a pair without "=" has an empty second part.
QList<QPair<QString, QString>> pairsOf(const QString &text)
{
    QList<QPair<QString, QString>> pairs;
    QStringList parts{QString()};
    const auto finish = [&] {
        if (parts.size() > 1 || !parts.first().isEmpty())
            pairs.append({parts.first().trimmed(), parts.mid(1).join(equals).trimmed()});
        parts = {QString()};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == escape && i + 1 < text.size())
            parts.last() += text.at(++i);
        else if (text.at(i) == separator)
            finish();
        else if (text.at(i) == equals)
            parts.append(QString());
        else
            parts.last() += text.at(i);
    }
    finish();
    return pairs;
}

bool isInside(const QString &path, const QString &directory)
{
    return path == directory || path.startsWith(directory + QLatin1Char('/'));
}

/// Why two of the new server's directories cannot be; empty when they can.
QString overlap(const CloneParts &parts)
{
    QStringList directories{parts.target};
    for (const CloneTablespace &tablespace : parts.tablespaces) {
        for (const QString &other : directories)
            if (isInside(tablespace.to, other) || isInside(other, tablespace.to))
                return Tr::tr("%1 and %2 lie in one another.").arg(tablespace.to, other);
        directories << tablespace.to;
    }
    return {};
}

Judgement judge(const Situation &situation, const Values &seen)
{
    const CloneParts parts = CloneParts::of(situation);
    if (parts.tablespaces.isEmpty())
        return ok(Tr::tr("There are none beside the default ones."));
    QStringList observed;
    for (const CloneTablespace &tablespace : parts.tablespaces) {
        if (tablespace.to.isEmpty())
            return blocked(
                Tr::tr("The tablespace %1 (%2) has no place named for it.").arg(tablespace.name, tablespace.from),
                Tr::tr("Name a new directory for each: old=new; separated by \";\"."));
        const QVariantMap directory = seen.value(tablespace.to).toMap();
        if (directory.isEmpty())
            return blocked(Tr::tr("The directory %1 was not looked at.").arg(tablespace.to), Tr::tr("Check again."));
        if (const auto objection = objectionToDirectory(tablespace.to, parts.owner, directory))
            return *objection;
        observed << Tr::tr("%1 goes to %2").arg(tablespace.name, tablespace.location());
    }
    if (const QString both = overlap(parts); !both.isEmpty())
        return blocked(both, Tr::tr("Give each a directory of its own."));
    return ok(observed.join(QStringLiteral("; ")) + QLatin1Char('.'));
}

} // namespace

QString CloneTablespace::location() const
{
    return to + QStringLiteral("/data");
}

QList<CloneTablespace> cloneTablespaces(const Situation &situation)
{
    const QList<QPair<QString, QString>> mapped = pairsOf(situation.argument(key("tablespaces")));
    QList<CloneTablespace> tablespaces;
    const QVariantList known = situation.value(key("source"), key("tablespaces")).toList();
    for (const QVariant &one : known) {
        CloneTablespace tablespace{.name = one.toMap().value(key("name")).toString(),
                                   .from = one.toMap().value(key("location")).toString()};
        const auto pair = std::find_if(mapped.begin(), mapped.end(),
                                       [&](const auto &given) { return given.first == tablespace.from; });
        if (pair != mapped.end())
            tablespace.to = pair->second;
        const QVariantMap seen = situation.value(key("tablespaces"), tablespace.to).toMap();
        tablespace.wasDirectory = seen.value(key("kind")).toString() == QLatin1String("empty");
        tablespaces.append(tablespace);
    }
    return tablespaces;
}

QString tablespaceMap(const QList<QPair<QString, QString>> &places)
{
    QStringList pairs;
    for (const auto &[from, to] : places)
        pairs << escaped(from) + equals + escaped(to);
    return pairs.join(separator);
}

QString suggestTablespaces(const Situation &situation)
{
    const QString target = situation.argument(key("target-directory"));
    QList<QPair<QString, QString>> places;
    const QVariantList known = situation.value(key("source"), key("tablespaces")).toList();
    for (const QVariant &one : known) {
        const QVariantMap values = one.toMap();
        places << qMakePair(values.value(key("location")).toString(),
                            QStringLiteral("%1-%2").arg(target, plainName(values.value(key("name")).toString())));
    }
    return target.isEmpty() ? QString() : tablespaceMap(places);
}

QString objectionToTablespaces(const QString &value, const Situation &situation)
{
    QStringList locations;
    const QVariantList known = situation.value(key("source"), key("tablespaces")).toList();
    for (const QVariant &one : known)
        locations << one.toMap().value(key("location")).toString();
    for (const auto &[from, to] : pairsOf(value)) {
        const bool usable = QDir::isAbsolutePath(to) && QDir::cleanPath(to) == to && to != QLatin1String("/");
        if (!usable)
            return Tr::tr("\"%1\" is not the whole path of a directory. Write old=new; separated by \";\".").arg(to);
        if (situation.fact(key("source")) && !locations.contains(from))
            return Tr::tr("The source has no tablespace in \"%1\".").arg(from);
    }
    return {};
}

Result<QVariantMap> lookAtTablespaces(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    QVariantMap values;
    for (const CloneTablespace &tablespace : parts.tablespaces) {
        if (tablespace.to.isEmpty())
            continue;
        const Result<QVariantMap> seen = lookAtDirectory(context, parts, tablespace.to);
        if (!seen)
            return seen.error();
        values.insert(tablespace.to, *seen);
    }
    return values;
}

Check tablespacesCheck()
{
    return factCheck(key("tablespaces"), Tr::tr("Every tablespace has a place"),
                     Tr::tr("Tablespaces lie at fixed paths: without places of its own, the copy would lie in the "
                            "source's."),
                     key("tablespaces"), judge);
}

QStringList tablespaceMappings(const CloneParts &parts)
{
    QStringList arguments;
    const auto word = [](QString path) { return path.replace(equals, QStringLiteral("\\=")); };
    for (const CloneTablespace &tablespace : parts.tablespaces)
        arguments
            << QStringLiteral("--tablespace-mapping=%1=%2").arg(word(tablespace.from), word(tablespace.location()));
    return arguments;
}

QList<Action> makeTablespaceDirectories(const CloneParts &parts)
{
    QList<Action> actions;
    for (const CloneTablespace &tablespace : parts.tablespaces)
        actions << Action{.text =
                              Tr::tr("Make the directory %1 for the tablespace %2").arg(tablespace.to, tablespace.name),
                          .what = MakeMarkedDirectory{parts.hostId, tablespace.to, parts.owner, parts.stagingMarker}};
    return actions;
}

QList<Action> removeTablespaceDirectories(const CloneParts &parts)
{
    QList<Action> actions;
    for (const CloneTablespace &tablespace : parts.tablespaces) {
        actions << Action{.text = Tr::tr("Remove the directory %1 and the tablespace in it").arg(tablespace.to),
                          .what = RemoveMarkedDirectory{parts.hostId, tablespace.to, parts.owner, parts.stagingMarker}};
        if (tablespace.wasDirectory)
            actions << Action{.text = Tr::tr("Put back the empty directory %1").arg(tablespace.to),
                              .what = MakeDirectory{parts.hostId, tablespace.to, parts.owner}};
    }
    return actions;
}

} // namespace howdah::library
