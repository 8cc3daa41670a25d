#include "core/operations/json_fields.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace howdah::json {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Json)
};

bool wholeNumber(const QJsonValue &json, double limit, double &number)
{
    number = json.toDouble(std::nan(""));
    return std::isfinite(number) && number == std::floor(number) && std::abs(number) <= limit;
}
} // namespace

QJsonValue Writer::write(const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    if (text.toUtf8() == value)
        return text;
    return QJsonObject{{QStringLiteral("base64"), QString::fromLatin1(value.toBase64())}};
}

QJsonValue Writer::write(const QHash<QString, QString> &value)
{
    QJsonObject object;
    for (auto entry = value.cbegin(); entry != value.cend(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

Error Reader::error(const QString &what) const
{
    return {.code = ErrorCode::Invalid,
            .message =
                Tr::tr("%1 cannot be read: the field \"%2\" is missing or has a wrong value.").arg(what, m_wrong)};
}

void Reader::fail(const char *key)
{
    if (m_wrong.isEmpty())
        m_wrong = QString::fromLatin1(key);
}

bool Reader::read(const QJsonValue &json, QString &value)
{
    value = json.toString();
    return json.isString();
}

bool Reader::read(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}

bool Reader::read(const QJsonValue &json, qint64 &value)
{
    constexpr double exactUpTo = 9007199254740992.0; // 2^53
    double number = 0;
    if (!wholeNumber(json, exactUpTo, number))
        return false;
    value = static_cast<qint64>(number);
    return true;
}

bool Reader::read(const QJsonValue &json, int &value)
{
    double number = 0;
    if (!wholeNumber(json, std::numeric_limits<int>::max(), number))
        return false;
    value = static_cast<int>(number);
    return true;
}

bool Reader::read(const QJsonValue &json, Milliseconds &value)
{
    constexpr double exactInDouble = 9007199254740992.0;
    double number = 0;
    if (!wholeNumber(json, exactInDouble, number) || number < 0)
        return false;
    value = Milliseconds(static_cast<Milliseconds::rep>(number));
    return true;
}

bool Reader::read(const QJsonValue &json, QByteArray &value)
{
    if (json.isString()) {
        value = json.toString().toUtf8();
        return true;
    }
    const QJsonValue encoded = json.toObject().value(QLatin1String("base64"));
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!encoded.isString() || !decoded)
        return false;
    value = decoded.decoded;
    return true;
}

bool Reader::read(const QJsonValue &json, QPair<QString, QString> &value)
{
    const QJsonArray array = json.toArray();
    return array.size() == 2 && read(array.at(0), value.first) && read(array.at(1), value.second);
}

bool Reader::read(const QJsonValue &json, std::optional<QString> &value)
{
    value.reset();
    if (json.isNull())
        return true;
    value = json.toString();
    return json.isString();
}

bool Reader::read(const QJsonValue &json, QHash<QString, QString> &value)
{
    if (!json.isObject())
        return false;
    value.clear();
    const QJsonObject object = json.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isString())
            return false;
        value.insert(entry.key(), entry.value().toString());
    }
    return true;
}

} // namespace howdah::json
