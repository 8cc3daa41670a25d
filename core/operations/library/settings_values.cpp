#include "core/operations/library/settings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Settings)
};

/// In bytes or microseconds, with the server's own spelling (guc.c); 0 for a unit of another kind.
struct Unit
{
    const char *name;
    double size;
    bool ofTime;
};
constexpr double second = 1e6;
constexpr Unit units[] = {{"B", 1, false},
                          {"kB", 1024, false},
                          {"MB", 1048576, false},
                          {"GB", 1073741824, false},
                          {"TB", 1099511627776, false},
                          {"us", 1, true},
                          {"ms", 1000, true},
                          {"s", second, true},
                          {"min", 60 * second, true},
                          {"h", 3600 * second, true},
                          {"d", 86400 * second, true}};

const Unit *unitNamed(const QString &name)
{
    const auto found = std::find_if(std::begin(units), std::end(units),
                                    [&](const Unit &unit) { return name == QLatin1String(unit.name); });
    return found == std::end(units) ? nullptr : found;
}

/// "8kB" is eight of "kB".
struct BaseUnit
{
    double count = 1;
    const Unit *unit = nullptr;
};

BaseUnit baseUnit(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9]*)([A-Za-z]+)$"));
    const QRegularExpressionMatch match = pattern.match(name);
    return {.count = match.captured(1).isEmpty() ? 1 : match.captured(1).toDouble(),
            .unit = unitNamed(match.captured(2))};
}

QStringList unitsLike(const BaseUnit &base)
{
    QStringList names;
    for (const Unit &unit : units)
        if (base.unit && unit.ofTime == base.unit->ofTime)
            names << QString::fromLatin1(unit.name);
    return names;
}

bool isBoolean(const QString &value)
{
    const QString word = value.trimmed().toLower();
    if (word.isEmpty() || word == QLatin1String("o"))
        return false;
    for (const char *whole : {"true", "false", "yes", "no", "on", "off"})
        if (QString::fromLatin1(whole).startsWith(word))
            return true;
    return word == QLatin1String("1") || word == QLatin1String("0");
}

/// ALTER SYSTEM makes "" of an empty list of these: one empty name, with which the server does not start.
bool takesNoEmptyList(const QString &name)
{
    return name.endsWith(QLatin1String("_preload_libraries"), Qt::CaseInsensitive) ||
           name.compare(QLatin1String("unix_socket_directories"), Qt::CaseInsensitive) == 0;
}

QString objectionToNumber(const Setting &setting, const QString &value)
{
    const std::optional<double> number = numberOf(setting, value);
    if (!number) {
        const BaseUnit base = baseUnit(setting.unit);
        return base.unit ? Tr::tr("%1 takes a number, with one of the units %2.")
                               .arg(setting.name, unitsLike(base).join(QStringLiteral(", ")))
                         : Tr::tr("%1 takes a number without a unit.").arg(setting.name);
    }
    const bool low = !setting.minimum.isEmpty() && *number < setting.minimum.toDouble();
    const bool high = !setting.maximum.isEmpty() && *number > setting.maximum.toDouble();
    if (!low && !high)
        return {};
    const QString range = Tr::tr("%1 to %2").arg(setting.minimum, setting.maximum);
    return setting.unit.isEmpty()
               ? Tr::tr("%1 takes numbers from %2.").arg(setting.name, range)
               : Tr::tr("%1 takes values from %2, counted in units of %3.").arg(setting.name, range, setting.unit);
}

} // namespace

std::optional<double> numberOf(const Setting &setting, const QString &value)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^\\s*([-+]?(?:0[xX][0-9A-Fa-f]+|[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?|[0-9]+\\.))\\s*([A-Za-z]*)\\s*$"));
    const QRegularExpressionMatch match = pattern.match(value);
    if (!match.hasMatch())
        return std::nullopt;
    bool isNumber = false;
    double number = match.captured(1).toDouble(&isNumber);
    if (!isNumber)
        number = static_cast<double>(match.captured(1).toLongLong(&isNumber, 0));
    if (!isNumber)
        return std::nullopt;
    if (!match.captured(2).isEmpty()) {
        const BaseUnit base = baseUnit(setting.unit);
        const Unit *given = unitNamed(match.captured(2));
        if (!base.unit || !given || given->ofTime != base.unit->ofTime)
            return std::nullopt;
        number = number * given->size / (base.count * base.unit->size);
    }
    return setting.type == QLatin1String("integer") ? std::rint(number) : number;
}

QString objectionToValue(const Setting &setting, const QString &value)
{
    if (value.contains(QLatin1Char('\n')) || value.contains(QLatin1Char('\r')))
        return Tr::tr("A parameter's value cannot hold a line break.");
    if (takesNoEmptyList(setting.name) && value.trimmed().isEmpty())
        return Tr::tr("ALTER SYSTEM cannot write an empty list for %1; take it out of there (reset), or change the "
                      "configuration file.")
            .arg(setting.name);
    if (setting.type == QLatin1String("bool") && !isBoolean(value))
        return Tr::tr("%1 is on or off.").arg(setting.name);
    if (setting.type == QLatin1String("enum") && !setting.choices.contains(value.trimmed(), Qt::CaseInsensitive))
        return Tr::tr("%1 is one of: %2.").arg(setting.name, setting.choices.join(QStringLiteral(", ")));
    if (setting.type == QLatin1String("integer") || setting.type == QLatin1String("real"))
        return objectionToNumber(setting, value);
    return {};
}

bool isSecret(const QString &name, const QString &value)
{
    static const QRegularExpression words(
        QStringLiteral("passw|secret|passphrase|access_?key|token|://[^/@ ]*:[^/@ ]*@"),
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList harmless{QStringLiteral("password_encryption")};
    if (harmless.contains(name.toLower()))
        return false;
    return name.compare(QLatin1String("primary_conninfo"), Qt::CaseInsensitive) == 0 || name.contains(words) ||
           value.contains(words);
}

bool isStandbyFloor(const QString &name)
{
    static const QStringList floor{QStringLiteral("max_connections"), QStringLiteral("max_worker_processes"),
                                   QStringLiteral("max_wal_senders"), QStringLiteral("max_prepared_transactions"),
                                   QStringLiteral("max_locks_per_transaction")};
    return floor.contains(name.toLower());
}

QString whereFrom(const Setting &setting)
{
    QString text = setting.value.isEmpty() ? Tr::tr("empty") : setting.value;
    if (!setting.file.isEmpty())
        text = Tr::tr("%1, from %2, line %3").arg(text, setting.file).arg(setting.line);
    else if (setting.source == QLatin1String("default"))
        text = Tr::tr("%1, the default").arg(text);
    else if (!setting.source.isEmpty())
        text = Tr::tr("%1, from: %2").arg(text, setting.source);
    return setting.pendingRestart ? Tr::tr("%1 (a restart is pending)").arg(text) : text;
}

} // namespace howdah::library
