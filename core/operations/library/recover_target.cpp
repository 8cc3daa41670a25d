#include "core/base/key.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RecoveryTarget)
};

using Kind = RecoveryTarget::Kind;

Error unreadable(const QString &why, const QString &hint)
{
    return {.code = ErrorCode::Invalid, .message = why, .hint = hint};
}

/// A number as the server counts them, with or without its epoch.
Result<RecoveryTarget> transactionTarget(const QString &value, bool inclusive)
{
    bool isNumber = false;
    const quint64 number = value.trimmed().toULongLong(&isNumber);
    constexpr quint32 firstNormal = 3;
    const auto transaction = static_cast<quint32>(number);
    if (!isNumber || transaction < firstNormal)
        return unreadable(Tr::tr("“%1” is no transaction number.").arg(value),
                          Tr::tr("Give it as the list of transactions shows it, for example 735."));
    return RecoveryTarget{.kind = Kind::Transaction, .transaction = transaction, .inclusive = inclusive};
}

/// "2026-11-20 10:31:00+01", "… 10:31 UTC", "… 10:31:00.250 Europe/Madrid".
Result<RecoveryTarget> timeTarget(const QString &value)
{
    static const QRegularExpression form(QStringLiteral(
        R"re(^\s*(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d(?:\.\d{1,6})?)?\s*(Z|[+-]\d\d(?::?\d\d)?|[A-Za-z_]+(?:/[A-Za-z_+-]+)*)\s*$)re"));
    const QRegularExpressionMatch match = form.match(value);
    const QString example =
        Tr::tr("Write it with its zone, for example 2026-11-20 10:31:00+01 or 2026-11-20 10:31 UTC.");
    if (!match.hasMatch())
        return unreadable(Tr::tr("“%1” is no moment with a time zone.").arg(value), example);
    const QString zone = match.captured(4);
    const QString seconds = match.captured(3).isEmpty() ? key(":00") : match.captured(3);
    const QString text = match.captured(1) + QLatin1Char('T') + match.captured(2) + seconds;
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (zone == key("Z") || zone == key("UTC") || zone == key("GMT")) {
        moment.setTimeZone(QTimeZone::utc());
    } else if (zone.startsWith(QLatin1Char('+')) || zone.startsWith(QLatin1Char('-'))) {
        const QString digits = QString(zone.mid(1)).remove(QLatin1Char(':'));
        const int minutes = digits.left(2).toInt() * 60 + digits.mid(2).toInt();
        moment.setTimeZone(QTimeZone(60 * (zone.startsWith(QLatin1Char('-')) ? -minutes : minutes)));
    } else if (zone.contains(QLatin1Char('/')) && QTimeZone::isTimeZoneIdAvailable(zone.toLatin1())) {
        moment.setTimeZone(QTimeZone(zone.toLatin1()));
    } else {
        return unreadable(Tr::tr("The time zone “%1” is not known, or means several.").arg(zone), example);
    }
    if (!moment.isValid())
        return unreadable(Tr::tr("“%1” is no moment with a time zone.").arg(value), example);
    return RecoveryTarget{.kind = Kind::Time, .time = moment.toUTC()};
}

Result<RecoveryTarget> lsnTarget(const QString &value)
{
    const std::optional<Lsn> lsn = Lsn::parse(value.trimmed());
    if (!lsn || !lsn->isValid())
        return unreadable(Tr::tr("“%1” is no position in the WAL.").arg(value),
                          Tr::tr("Positions look like 16/B374D848."));
    return RecoveryTarget{.kind = Kind::Lsn, .lsn = *lsn};
}

Result<RecoveryTarget> nameTarget(const QString &value)
{
    constexpr qsizetype longestName = 63; // MAXFNAMELEN - 1 in the server's sources
    if (value.toUtf8().size() > longestName)
        return unreadable(Tr::tr("The name of a restore point has at most 63 bytes."), QString());
    return RecoveryTarget{.kind = Kind::Name, .name = value};
}

Result<RecoveryTarget> targetNamed(const QString &id, const QString &value)
{
    if (id == key("time"))
        return timeTarget(value);
    if (id == key("lsn"))
        return lsnTarget(value);
    if (id == key("name"))
        return nameTarget(value);
    return transactionTarget(value, id == key("after-transaction"));
}

const QStringList &targetIds()
{
    static const QStringList ids{key("before-transaction"), key("after-transaction"), key("time"), key("lsn"),
                                 key("name")};
    return ids;
}

QString objectionTo(const QString &id, const QString &value, const Situation &situation)
{
    if (const Result<RecoveryTarget> target = targetNamed(id, value); !target)
        return target.error().hint.isEmpty() ? target.error().message
                                             : target.error().message + QLatin1Char(' ') + target.error().hint;
    for (const QString &other : targetIds())
        if (other != id && !situation.argument(other).isEmpty())
            return Tr::tr("Recovery ends at one point: name a transaction, a time, a position or a restore point.");
    return {};
}

Param targetParam(const char *id, const QString &title, const QString &help)
{
    return {.id = key(id),
            .title = title,
            .help = help,
            .kind = Param::Kind::Text,
            .required = false,
            .objection = [id = key(id)](const QString &value, const Situation &situation) {
                return objectionTo(id, value, situation);
            }};
}

} // namespace

QList<Param> recoverTargetParams()
{
    return {
        targetParam("before-transaction", Tr::tr("Just before transaction"),
                    Tr::tr("The number of the transaction that did the damage: it and all later ones are left out.")),
        targetParam("after-transaction", Tr::tr("Just after transaction"),
                    Tr::tr("The number of the last transaction that is wanted.")),
        targetParam("time", Tr::tr("At this time"),
                    Tr::tr("With its zone: 2026-11-20 10:31:00+01. What was committed up to then is there.")),
        targetParam("lsn", Tr::tr("At this position"), Tr::tr("A position in the WAL (LSN): 16/B374D848.")),
        targetParam("name", Tr::tr("At this restore point"),
                    Tr::tr("A name that pg_create_restore_point() was given."))};
}

Result<RecoveryTarget> recoveryTargetOf(const Arguments &arguments)
{
    RecoveryTarget target;
    for (const QString &id : targetIds()) {
        const QString value = arguments.value(id);
        if (value.isEmpty())
            continue;
        const Result<RecoveryTarget> named = targetNamed(id, value);
        if (!named)
            return named.error();
        target = *named;
    }
    target.timeline = arguments.value(key("timeline")).toUInt();
    return target;
}

QString saidOf(const RecoveryTarget &target)
{
    switch (target.kind) {
    case Kind::Transaction:
        return target.inclusive ? Tr::tr("just after transaction %1").arg(target.transaction)
                                : Tr::tr("just before transaction %1").arg(target.transaction);
    case Kind::Time:
        return target.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    case Kind::Lsn:
        return target.lsn.toString();
    case Kind::Name:
        return Tr::tr("the restore point “%1”").arg(target.name);
    case Kind::End:
        break;
    }
    return Tr::tr("the end of the archive");
}

QList<QPair<QString, QString>> settingsOf(const RecoveryTarget &target, Timeline timeline)
{
    QList<QPair<QString, QString>> settings{
        {key("recovery_target_timeline"), QString::number(timeline)},
        {key("recovery_target_inclusive"), target.inclusive ? key("on") : key("off")},
        {key("recovery_target_action"), key("promote")}};
    // At most one: the server counts even an empty one beside it.
    if (target.kind == Kind::Transaction)
        settings.append({key("recovery_target_xid"), QString::number(target.transaction)});
    else if (target.kind == Kind::Time)
        settings.append({key("recovery_target_time"),
                         target.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz'+00'"))});
    else if (target.kind == Kind::Lsn)
        settings.append({key("recovery_target_lsn"), target.lsn.toString()});
    else if (target.kind == Kind::Name)
        settings.append({key("recovery_target_name"), target.name});
    return settings;
}

} // namespace howdah::library
